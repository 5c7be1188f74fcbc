//! The house rules that no compiler checks. Each module is one rule: it looks at the files and returns what is wrong, with file and line.

mod language;
mod layers;
mod leftovers;
mod links;
mod literals;
mod map;
mod purity;
mod sizes;
mod tree;

use std::path::Path;

/// One breach of a house rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, relative to the repository's root.
    file: String,
    /// The line, counted from 1; 0 speaks of the whole file.
    line: usize,
    /// What is wrong and what to do about it.
    message: String,
}

/// Checks every rule and prints what it found.
///
/// # Errors
/// How many findings there were, if any.
pub fn run(root: &Path) -> Result<(), String> {
    let files = tree::files(root)?;
    let mut findings = Vec::new();
    findings.extend(layers::check(&files));
    findings.extend(map::check(&files));
    findings.extend(links::check(&files));
    findings.extend(language::check(&files));
    findings.extend(purity::check(&files));
    findings.extend(sizes::check(&files));
    findings.extend(leftovers::check(&files));
    findings.sort();
    for finding in &findings {
        match finding.line {
            0 => eprintln!("{}: {}", finding.file, finding.message),
            line => eprintln!("{}:{line}: {}", finding.file, finding.message),
        }
    }
    match findings.len() {
        0 => {
            println!("tidy: {} files, nothing to mend", files.len());
            Ok(())
        }
        count => Err(format!("tidy: {count} to mend")),
    }
}
