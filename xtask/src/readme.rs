//! The output that README.md shows: what the program prints today, cut where it is long.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Where the block begins and ends.
const OPEN: &str = "```\n$ suquan read examples/\n";
const CLOSE: &str = "```\n";

/// Stands for what was cut out.
const CUT: &str = "  […]\n";

/// How many entries of a part are shown, of its first and of its last.
const SHOWN: [(&str, usize, usize); 3] = [("Timeline", 3, 30), ("Without a date", 3, 0), ("Promises", 5, 0)];

/// Puts today's output into README.md.
///
/// # Errors
/// A program that does not build or run, or a README.md without the block.
pub fn write(root: &Path) -> Result<(), String> {
    let path = root.join("README.md");
    let readme = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let today = with_output(&readme, &output(root)?)?;
    fs::write(&path, today).map_err(|error| format!("{}: {error}", path.display()))
}

/// Whether README.md shows what the program prints.
///
/// # Errors
/// What to run where it does not.
pub fn check(root: &Path) -> Result<(), String> {
    let path = root.join("README.md");
    let readme = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let today = with_output(&readme, &output(root)?)?;
    match today.lines().zip(readme.lines()).position(|(new, old)| new != old) {
        None if today == readme => Ok(()),
        line => Err(format!("README.md:{}: not what `suquan read examples/` prints; run `cargo xtask readme` and look at what changed", line.unwrap_or(0) + 1)),
    }
}

fn output(root: &Path) -> Result<String, String> {
    let arguments = ["run", "--quiet", "--package", "suquan-cli", "--", "read", "examples/"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root).output().map_err(|error| format!("could not start cargo: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// The page with the block's text replaced.
fn with_output(readme: &str, output: &str) -> Result<String, String> {
    let missing = || format!("README.md has no block that begins with {OPEN:?}");
    let (before, rest) = readme.split_once(OPEN).ok_or_else(missing)?;
    let (_, after) = rest.split_once(CLOSE).ok_or_else(missing)?;
    Ok(format!("{before}{OPEN}{}{CLOSE}{after}", cut(output)))
}

/// The output with its long parts cut.
fn cut(output: &str) -> String {
    let mut shown = Vec::new();
    let mut heading = "";
    for part in output.trim_end().split("\n\n") {
        match SHOWN.iter().find(|(name, ..)| *name == heading) {
            Some(&(_, first, last)) => shown.push(cut_part(part, first, last)),
            None => shown.push(format!("{part}\n")),
        }
        heading = part;
    }
    shown.join("\n")
}

/// Lines of an entry that tells more than most, such as the history of a promise: it is shown wherever it stands.
const TELLING: usize = 4;

/// The first and last entries of a part, and the telling ones between; an entry's further lines are indented deeper than its first.
fn cut_part(part: &str, first: usize, last: usize) -> String {
    let mut entries: Vec<String> = Vec::new();
    for line in part.lines() {
        match entries.last_mut() {
            Some(entry) if line.starts_with("   ") => *entry += &format!("{line}\n"),
            _ => entries.push(format!("{line}\n")),
        }
    }
    if entries.len() <= first + last + 1 {
        return entries.concat();
    }
    let (head, rest) = entries.split_at(first);
    let (middle, tail) = rest.split_at(rest.len() - last);
    let telling: Vec<String> = middle.iter().filter(|entry| entry.lines().count() >= TELLING).map(|entry| format!("{CUT}{entry}")).collect();
    format!("{}{}{CUT}{}", head.concat(), telling.concat(), tail.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_part_is_cut_between_its_entries() {
        let part = "  a\n     b\n  c\n  d\n  e\n     f\n";
        assert_eq!(cut_part(part, 1, 1), "  a\n     b\n  […]\n  e\n     f\n");
        assert_eq!(cut_part(part, 2, 1), part);
        let part = "  a\n  b\n  c\n     1\n     2\n     3\n  d\n  e\n";
        assert_eq!(cut_part(part, 1, 0), "  a\n  […]\n  c\n     1\n     2\n     3\n  […]\n");
    }

    #[test]
    fn only_the_block_is_replaced() {
        let page = with_output("a\n```\n$ suquan read examples/\nold\n```\nb\n", "Timeline\n\n  c\n\nd\n").unwrap();
        assert_eq!(page, "a\n```\n$ suquan read examples/\nTimeline\n\n  c\n\nd\n```\nb\n");
    }
}
