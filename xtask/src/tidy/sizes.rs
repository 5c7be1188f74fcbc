//! Files stay of a size that can be read at a sitting.

use super::Finding;
use super::tree::File;

/// The most lines of a source file, its test module counted. The house's own files have 100 to 250; past this one, a file has two purposes.
const SOURCE: usize = 600;

/// The most lines of a rule file with its examples.
const RULE: usize = 250;

/// Finds files that have grown too long, and crates whose `lib.rs` does not open with what the crate is.
pub fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let lines = file.text.lines().count();
        let limit = match file.path.as_str() {
            path if path.ends_with(".rs") => SOURCE,
            path if path.contains("/rules/") && path.ends_with(".toml") => RULE,
            _ => usize::MAX,
        };
        if lines > limit {
            let message = format!("{lines} lines, more than {limit}: split it by what it does");
            findings.push(Finding { file: file.path.clone(), line: 0, message });
        }
        if file.path.ends_with("/src/lib.rs") && !file.text.starts_with("//!") {
            let message = "a crate opens with `//!`: what it is, and its parts".to_owned();
            findings.push(Finding { file: file.path.clone(), line: 1, message });
        }
    }
    findings
}
