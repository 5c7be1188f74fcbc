//! The raw page: bytes and where they were found.

use crate::Kind;

/// One article as it was found: bytes, not yet decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawPage {
    /// Where it was found: the path as the caller can open it (`/` between folders on every
    /// system), or `-` for standard input.
    pub uri: String,
    /// The line of a JSON Lines file, counted from 1; `None` for a page that is a whole file.
    pub line: Option<u64>,
    /// What the bytes are.
    pub kind: Kind,
    /// The bytes. For [`Kind::JsonLine`] without the line break, and UTF-8 even where the file was
    /// UTF-16.
    pub bytes: Vec<u8>,
    /// What stands beside the file about it, for whole files.
    pub sidecar: Option<Sidecar>,
}

impl RawPage {
    /// The label of an article that has no id of its own: the file's stem, with the line behind a
    /// colon where a file holds many.
    pub fn label(&self) -> String {
        let name = self.uri.rsplit('/').next().unwrap_or(&self.uri);
        let stem = match name.rsplit_once('.') {
            _ if self.uri == "-" => "stdin",
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => name,
        };
        match self.line {
            Some(line) => format!("{stem}:{line}"),
            None => stem.to_owned(),
        }
    }
}

/// A file `NAME.meta.json` that says of `NAME` what its text does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sidecar {
    /// Where it was found.
    pub uri: String,
    /// Its bytes: JSON with the keys of an article in.
    pub bytes: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(uri: &str, line: Option<u64>) -> String {
        RawPage { uri: uri.to_owned(), line, kind: Kind::Text, bytes: Vec::new(), sidecar: None }.label()
    }

    #[test]
    fn a_label_is_the_stem() {
        assert_eq!(label("news/2018/000_abc.txt", None), "000_abc");
        assert_eq!(label("a.b.html", None), "a.b");
        assert_eq!(label(".txt", None), ".txt");
        assert_eq!(label("news.jsonl", Some(12)), "news:12");
        assert_eq!(label("-", Some(1)), "stdin:1");
    }
}
