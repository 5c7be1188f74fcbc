//! The identity of an article.

use sha2::{Digest, Sha256};

/// The identity of an article by its content: SHA-256 over title, text, date of publication and
/// source, in 64 hexadecimal digits.
///
/// Path, id, address and author are left out, so that the same report under two paths is one
/// document, while the same agency text in two outlets, or on two days, is two. SHA-256 because
/// anchors are kept for years and exchanged: every language and database has it. Each field goes in
/// with its length before it, so that no two different articles give the same bytes.
pub fn content_hash(title: Option<&str>, text: &str, published: Option<&str>, source: Option<&str>) -> String {
    let mut hasher = Sha256::new();
    hasher.update(b"suquan/1 article\0");
    for field in [title, Some(text), published, source] {
        match field {
            None => hasher.update([0]),
            Some(field) => {
                hasher.update([1]);
                hasher.update((field.len() as u64).to_le_bytes());
                hasher.update(field.as_bytes());
            }
        }
    }
    hex(&hasher.finalize())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_depends_on_content_alone_and_on_each_field_apart() {
        let hash = content_hash(None, "text", None, None);
        assert_eq!(hash.len(), 64);
        assert_eq!(hash, content_hash(None, "text", None, None));
        assert_ne!(hash, content_hash(Some(""), "text", None, None));
        assert_ne!(content_hash(Some("a"), "bc", None, None), content_hash(Some("ab"), "c", None, None));
        assert_ne!(content_hash(None, "text", Some("x"), None), content_hash(None, "text", None, Some("x")));
    }
}
