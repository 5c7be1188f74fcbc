//! The language invariant: no engine crate holds a word of a language. Words stand in language packs.

use super::Finding;
use super::literals::{Kind, pieces};
use super::tree::File;

/// Finds literals of engine code with letters outside ASCII. An escape in a character literal names a code point, not a word, and may stand.
pub fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| is_engine(&file.path)) {
        for piece in pieces(engine_code(&file.text)).iter().filter(|piece| piece.kind != Kind::Code) {
            let shown = if piece.kind == Kind::Text { unescape(piece.text) } else { piece.text.to_owned() };
            if let Some(letter) = shown.chars().find(|&c| is_foreign_letter(c)) {
                let message = format!("`{letter}` in a literal of engine code: words of a language belong in languages/");
                findings.push(Finding { file: file.path.clone(), line: piece.line, message });
            }
        }
    }
    findings
}

/// Letters, digits and combining marks outside ASCII. Punctuation and other signs belong to no language.
fn is_foreign_letter(c: char) -> bool {
    !c.is_ascii() && (c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c))
}

fn is_engine(path: &str) -> bool {
    path.starts_with("crates/") && path.contains("/src/") && path.ends_with(".rs") && !path.ends_with("/tests.rs") && !path.contains("/tests/")
}

/// The file up to its test module, which by house style stands last.
pub fn engine_code(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text)
}

/// Text with its `\u{…}` escapes as the characters they stand for.
fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').unwrap_or((part, ""));
        plain.extend(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32));
        plain.push_str(rest);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_source(text: &str) -> usize {
        check(&[File { path: "crates/timex/src/lib.rs".to_owned(), text: text.to_owned() }]).len()
    }

    #[test]
    fn words_in_engine_code_are_found() {
        assert_eq!(check_source("let a = \"ngày\";"), 1);
        assert_eq!(check_source("let a = \"ng\\u{e0}y\";"), 1);
        assert_eq!(check_source("let a = 'đ';"), 1);
    }

    #[test]
    fn signs_code_points_comments_and_tests_may_stand() {
        assert_eq!(check_source("// ngày\nlet a = (\"“…”\", '\\u{111}');\n\n#[cfg(test)]\nmod tests { const A: &str = \"ngày\"; }\n"), 0);
    }
}
