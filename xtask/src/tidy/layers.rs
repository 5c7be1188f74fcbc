//! Layering: a room depends only on rooms that stand before it, read from the Cargo manifests.

use super::Finding;
use super::tree::File;

/// The rooms in the order in which an article goes through them, the tools that all of them use first.
/// A new crate is entered here, at its place.
pub const ORDER: &[&str] = &[
    "span",
    "token",
    "pattern",
    "langpack",
    "actors",
    "synth",
    "acquire",
    "extract",
    "segment",
    "clause",
    "timex",
    "mention",
    "attribution",
    "event",
    "commitment",
    "pipeline",
    "resolve",
    "ledger",
    "store",
    "api",
    "report",
    "cli",
    "benches",
    "xtask",
];

/// Rooms that are pure functions: no files, no clock, no threads of their own. (`pipeline` is pure too, but runs the rooms on threads.)
pub const PURE: &[&str] =
    &["span", "token", "pattern", "actors", "extract", "segment", "clause", "timex", "mention", "attribution", "event", "commitment", "resolve", "ledger"];

/// Crates that bring a clock, the network, a database or chance. None may stand in a pure room.
const IMPURE: &[&str] =
    &["chrono", "getrandom", "notify", "rand", "rayon", "reqwest", "rusqlite", "sqlx", "tempfile", "time", "tokio", "uuid", "ureq", "walkdir"];

/// Engines that would make the default build take minutes more (measured in the design notes). They get a crate of their own, outside
/// `default-members`.
const HEAVY: &[&str] = &["arrow", "ballista", "datafusion", "duckdb", "lancedb", "parquet", "tantivy"];

/// Finds crates that depend on a later room, pure rooms with an impure dependency, heavy engines, and manifests without the house's lints.
pub fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with("/Cargo.toml")) {
        match toml::from_str::<toml::Table>(&file.text) {
            Ok(manifest) => check_manifest(file, &manifest, &mut findings),
            Err(error) => findings.push(finding(file, 0, format!("not a manifest: {error}"))),
        }
    }
    findings
}

fn check_manifest(file: &File, manifest: &toml::Table, findings: &mut Vec<Finding>) {
    let folder = file.path.trim_end_matches("/Cargo.toml").rsplit('/').next().unwrap_or_default();
    let Some(place) = ORDER.iter().position(|&room| room == folder) else {
        findings.push(finding(file, 0, format!("crate `{folder}` has no place in xtask/src/tidy/layers.rs: enter it where it stands in the order")));
        return;
    };
    if file.path.starts_with("crates/") {
        let name = manifest.get("package").and_then(|package| package.get("name")).and_then(toml::Value::as_str);
        if name != Some(&format!("suquan-{folder}")) {
            findings.push(finding(file, 0, format!("the package in crates/{folder} must be named `suquan-{folder}`")));
        }
        if manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool) != Some(true) {
            findings.push(finding(file, 0, "the house's lints are missing: add `[lints] workspace = true`".to_owned()));
        }
    }
    for (dependency, line) in dependencies(file, manifest) {
        if let Some(room) = dependency.strip_prefix("suquan-") {
            match ORDER.iter().position(|&other| other == room) {
                Some(other) if other < place => {}
                Some(_) => findings.push(finding(file, line, format!("`{folder}` may not depend on `{room}`, which stands later in the order"))),
                None => findings.push(finding(file, line, format!("`{room}` has no place in xtask/src/tidy/layers.rs"))),
            }
        } else if PURE.contains(&folder) && IMPURE.contains(&dependency.as_str()) {
            findings.push(finding(file, line, format!("`{folder}` is a pure room; `{dependency}` brings clock, files, network or chance into it")));
        } else if HEAVY.contains(&dependency.as_str()) {
            findings.push(finding(file, line, format!("`{dependency}` is a heavy engine: it belongs in a crate outside default-members")));
        }
    }
}

/// The names under `[dependencies]` and `[build-dependencies]` with their lines. Tests may depend on what they like.
fn dependencies(file: &File, manifest: &toml::Table) -> Vec<(String, usize)> {
    ["dependencies", "build-dependencies"]
        .iter()
        .filter_map(|section| manifest.get(*section).and_then(toml::Value::as_table))
        .flat_map(|table| table.keys())
        .map(|name| (name.clone(), line_of(&file.text, name)))
        .collect()
}

fn line_of(text: &str, name: &str) -> usize {
    text.lines().position(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', ' ', '=']))).map_or(0, |line| line + 1)
}

fn finding(file: &File, line: usize, message: String) -> Finding {
    Finding { file: file.path.clone(), line, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_one(path: &str, text: &str) -> Vec<String> {
        check(&[File { path: path.to_owned(), text: text.to_owned() }]).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn a_room_may_use_an_earlier_one() {
        let manifest = "[package]\nname = \"suquan-timex\"\n[lints]\nworkspace = true\n[dependencies]\nsuquan-span.workspace = true\n";
        assert_eq!(check_one("crates/timex/Cargo.toml", manifest), Vec::<String>::new());
    }

    #[test]
    fn a_room_may_not_use_a_later_one() {
        let manifest = "[package]\nname = \"suquan-timex\"\n[lints]\nworkspace = true\n[dependencies]\nsuquan-event.workspace = true\n";
        assert!(check_one("crates/timex/Cargo.toml", manifest)[0].contains("stands later"));
    }

    #[test]
    fn a_pure_room_has_no_clock() {
        let manifest = "[package]\nname = \"suquan-span\"\n[lints]\nworkspace = true\n[dependencies]\ntime = \"0.3\"\n";
        assert!(check_one("crates/span/Cargo.toml", manifest)[0].contains("pure room"));
    }
}
