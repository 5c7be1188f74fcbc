//! What one place says about an article, before the places are put together.

use crate::Published;

/// Fields of an article as one place gives them; any may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    pub id: Option<String>,
    pub title: Option<String>,
    pub text: Option<String>,
    /// A web page, where there is no text.
    pub html: Option<String>,
    pub published: Option<Published>,
    /// A date was given that could not be read.
    pub odd_date: bool,
    pub url: Option<String>,
    pub source: Option<String>,
    pub author: Option<String>,
    /// A tag of a language, not checked.
    pub language: Option<String>,
}

impl Draft {
    /// Fills what is missing with what another place says.
    pub(crate) fn or(self, other: Draft) -> Draft {
        Draft {
            id: self.id.or(other.id),
            title: self.title.or(other.title),
            text: self.text.or(other.text),
            html: self.html.or(other.html),
            published: self.published.or(other.published),
            odd_date: self.odd_date || other.odd_date,
            url: self.url.or(other.url),
            source: self.source.or(other.source),
            author: self.author.or(other.author),
            language: self.language.or(other.language),
        }
    }
}

/// A field with the white space around it off and inside it made single; `None` if nothing is left.
pub(crate) fn tidy(text: &str) -> Option<String> {
    let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!tidy.is_empty()).then_some(tidy)
}

/// The name of the host in an address, without `www.`; `None` where the address has none.
pub(crate) fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (host.contains('.') && !host.contains(char::is_whitespace)).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_found_in_an_address_and_nowhere_else() {
        assert_eq!(host("https://www.Example.vn:8080/a?b").as_deref(), Some("example.vn"));
        assert_eq!(host("http://user@vnexpress.net").as_deref(), Some("vnexpress.net"));
        assert_eq!(host("VnExpress"), None);
        assert_eq!(host("file:///tmp/a.txt"), None);
    }
}
