//! What a page is made of: told by the file's name, else by its first bytes.

use std::path::Path;

/// The form in which an article is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// One line of a JSON Lines file: one article.
    JsonLine,
}

/// The kind that a file's name promises; `None` for a name that this room does not know.
pub(crate) fn by_name(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "txt" => Some(Kind::Text),
        "html" | "htm" => Some(Kind::Html),
        "jsonl" => Some(Kind::JsonLine),
        _ => None,
    }
}

/// The kind that the first bytes suggest: `{` opens an article in JSON, `<` followed by a letter, `!`
/// or `?` opens a page, all else is text.
///
/// Byte order marks and the zero bytes of UTF-16 are looked through, so that the answer does not
/// depend on the encoding.
pub(crate) fn by_content(start: &[u8]) -> Kind {
    let mut visible = start.iter().copied().filter(|byte| !matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF)).skip_while(u8::is_ascii_whitespace);
    match visible.next() {
        Some(b'{') => Kind::JsonLine,
        Some(b'<') if visible.next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'!' || byte == b'?') => Kind::Html,
        _ => Kind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_promises_its_kind_in_any_case() {
        assert_eq!(by_name(Path::new("a/b.TXT")), Some(Kind::Text));
        assert_eq!(by_name(Path::new("b.htm")), Some(Kind::Html));
        assert_eq!(by_name(Path::new("b.jsonl")), Some(Kind::JsonLine));
        assert_eq!(by_name(Path::new("b.pdf")), None);
        assert_eq!(by_name(Path::new("txt")), None);
    }

    #[test]
    fn content_speaks_where_there_is_no_name() {
        assert_eq!(by_content(b" \n{\"text\":"), Kind::JsonLine);
        assert_eq!(by_content(b"\xEF\xBB\xBF<!doctype html>"), Kind::Html);
        assert_eq!(by_content(b"\xFF\xFE<\0h\0t\0"), Kind::Html);
        assert_eq!(by_content(b"< 3 years"), Kind::Text);
        assert_eq!(by_content(b""), Kind::Text);
    }
}
