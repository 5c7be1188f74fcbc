//! Leftovers of work: notes to oneself, debugging macros, tests that are skipped.

use super::Finding;
use super::literals::{Kind, pieces};
use super::tree::File;

/// What must not stand in code or comments, with what to do instead.
const LEFTOVERS: [(&str, &str); 7] = [
    ("TODO", "do it, or open an issue"),
    ("FIXME", "mend it, or keep a test that asserts today's wrong result"),
    ("XXX", "say what is meant in a sentence"),
    ("dbg!", "remove it"),
    ("todo!", "write it"),
    ("unimplemented!", "write it"),
    ("#[ignore", "a failing case stays, asserting today's wrong result; none is skipped"),
];

/// Finds leftovers in source files. A word inside a string literal is data and may stand.
pub fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".rs")) {
        for piece in pieces(&file.text).iter().filter(|piece| piece.kind == Kind::Code) {
            for (number, line) in piece.text.lines().enumerate() {
                for (leftover, advice) in LEFTOVERS.iter().filter(|(leftover, _)| has_word(line, leftover)) {
                    findings.push(Finding { file: file.path.clone(), line: piece.line + number, message: format!("`{leftover}`: {advice}") });
                }
            }
        }
    }
    findings
}

/// Whether `word` stands in `line` and is not a part of a longer word (`XXXX-11-24` is a value, not a note).
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_') && !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_and_skipped_tests_are_found_and_data_is_not() {
        let text = "// TODO later\n#[ignore = \"slow\"]\nlet a = \"TODO\"; // XXXX-11\n".to_owned();
        let lines: Vec<usize> = check(&[File { path: "a.rs".to_owned(), text }]).iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [1, 2]);
    }
}
