//! Pure rooms name no file, process, thread, socket or environment. Their tests may.

use super::Finding;
use super::layers::PURE;
use super::literals::{Kind, pieces};
use super::tree::File;

/// What a pure room may not name, with what stands in its place.
const BANNED: [(&str, &str); 7] = [
    ("std::fs", "bytes come in through `acquire`; results go out through `cli`"),
    ("std::net", "the engine has no network"),
    ("std::process", "a room starts no program and ends none"),
    ("std::env", "settings come in as arguments"),
    ("std::thread", "`cli` decides how many articles are read at once"),
    ("std::time", "the same bytes give the same reading on any day"),
    ("io::stdin", "bytes come in through `acquire`"),
];

/// Finds uses of the world outside in the code of pure rooms.
pub fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| is_pure(&file.path)) {
        let code = super::language::engine_code(&file.text);
        for piece in pieces(code).iter().filter(|piece| piece.kind == Kind::Code) {
            for (number, line) in piece.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
                for (banned, instead) in BANNED.iter().filter(|(banned, _)| line.contains(banned)) {
                    findings.push(Finding { file: file.path.clone(), line: piece.line + number, message: format!("`{banned}` in a pure room: {instead}") });
                }
            }
        }
    }
    findings
}

fn is_pure(path: &str) -> bool {
    PURE.iter().any(|room| path.starts_with(&format!("crates/{room}/src/"))) && path.ends_with(".rs")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_at(path: &str, text: &str) -> usize {
        check(&[File { path: path.to_owned(), text: text.to_owned() }]).len()
    }

    #[test]
    fn a_pure_room_opens_no_file_and_the_edge_may() {
        assert_eq!(check_at("crates/timex/src/lib.rs", "let a = std::fs::read(path);"), 1);
        assert_eq!(check_at("crates/acquire/src/lib.rs", "let a = std::fs::read(path);"), 0);
    }

    #[test]
    fn comments_and_tests_may_name_it() {
        assert_eq!(check_at("crates/timex/src/lib.rs", "// not std::fs\n\n#[cfg(test)]\nmod tests { use std::fs; }\n"), 0);
    }
}
