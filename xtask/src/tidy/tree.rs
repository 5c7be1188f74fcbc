//! The repository's text files.

use std::fs;
use std::path::Path;

/// A text file of the repository.
pub struct File {
    /// Path relative to the root, with `/` between its parts.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// Folders that hold nothing of ours.
const SKIPPED: [&str; 3] = ["target", ".git", "node_modules"];

/// Endings of the files that the rules look at.
const ENDINGS: [&str; 5] = [".rs", ".toml", ".md", ".tsv", ".json"];

/// Every text file below `root`, by path, so that findings come in the same order everywhere.
///
/// # Errors
/// The first folder or file that could not be read.
pub fn files(root: &Path) -> Result<Vec<File>, String> {
    let mut found = Vec::new();
    collect(root, "", &mut found)?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<File>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let entry = entry.map_err(|error| format!("{}: {error}", folder.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if path.is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                collect(&path, &format!("{prefix}{name}/"), found)?;
            }
        } else if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            found.push(File { path: format!("{prefix}{name}"), text });
        }
    }
    Ok(())
}
