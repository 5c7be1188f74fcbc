//! Links in Markdown files lead to a file, and to a heading where they name one.

use super::Finding;
use super::tree::File;
use std::collections::BTreeSet;

/// Finds relative links whose file or heading does not exist. Links to the web are not followed: tidy needs no network.
pub fn check(files: &[File]) -> Vec<Finding> {
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let exists = |path: &str| paths.contains(path) || paths.iter().any(|known| known.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')));
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".md")) {
        for (line, target) in targets(&file.text) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (path, heading) = target.split_once('#').unwrap_or((target, ""));
            let path = if path.is_empty() { file.path.clone() } else { resolve(&file.path, path) };
            let missing = if !path.is_empty() && !exists(&path) && !std_file(&path) {
                Some(format!("the link leads to `{path}`, which does not exist"))
            } else if !heading.is_empty() && !has_heading(files, &path, heading) {
                Some(format!("`{path}` has no heading `#{heading}`"))
            } else {
                None
            };
            findings.extend(missing.map(|message| Finding { file: file.path.clone(), line, message }));
        }
    }
    findings
}

/// Files that tidy does not read but that the documentation links to.
fn std_file(path: &str) -> bool {
    ["LICENSE-MIT", "LICENSE-APACHE", ".ci/run"].contains(&path)
}

/// The targets of `[words](target)` with their lines, outside code.
fn targets(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        // Parts with an odd number are inside `code`.
        for part in line.split('`').step_by(2) {
            let mut rest = part;
            while let Some(at) = rest.find("](") {
                rest = &rest[at + 2..];
                if let Some(end) = rest.find(')') {
                    found.push((number + 1, rest[..end].split(' ').next().unwrap_or_default()));
                    rest = &rest[end..];
                }
            }
        }
        // A link whose words are code: [`word`](target). The split above cut it in two, so its end starts a part.
        let mut parts = line.split('`');
        parts.next();
        for part in parts.skip(1).step_by(2) {
            let target = part.strip_prefix("](").and_then(|rest| rest.split_once(')'));
            found.extend(target.map(|(target, _)| (number + 1, target)).filter(|link| !found.contains(link)));
        }
    }
    found
}

/// `path` as seen from the folder of `from`, with `.` and `..` taken out.
fn resolve(from: &str, path: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.trim_end_matches('/').split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn has_heading(files: &[File], path: &str, heading: &str) -> bool {
    let Some(file) = files.iter().find(|file| file.path == path) else { return false };
    file.text.lines().filter(|line| line.starts_with('#')).any(|line| slug(line.trim_start_matches('#')) == heading)
}

/// A heading's anchor as web views of Markdown make it: lower case, punctuation dropped, spaces as hyphens.
fn slug(heading: &str) -> String {
    heading
        .trim()
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            ' ' | '-' => Some('-'),
            c if c.is_alphanumeric() || c == '_' => Some(c),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_readme(text: &str) -> usize {
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        check(&[file("README.md", text), file("docs/A.md", "# The *first* heading\n")]).len()
    }

    #[test]
    fn links_to_files_folders_and_headings_resolve() {
        assert_eq!(check_readme("[a](docs/A.md) [b](docs/) [c](docs/A.md#the-first-heading) [`d`](docs/A.md) [e](https://x.example)"), 0);
    }

    #[test]
    fn dead_links_are_found() {
        assert_eq!(check_readme("[a](docs/B.md) and [b](docs/A.md#second) and [`c`](gone.md)"), 3);
    }

    #[test]
    fn code_is_not_read() {
        assert_eq!(check_readme("`[a](b)`\n```\n[a](b)\n```\n"), 0);
    }
}
