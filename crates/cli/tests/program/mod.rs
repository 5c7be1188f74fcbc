//! Runs the program as a user does, from the repository's root. Every test file takes the part it needs.
#![allow(dead_code, reason = "each test file is a crate of its own and uses a part")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs `suquan` with these arguments.
pub fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_suquan")).args(arguments).current_dir(root()).output().expect("the program was built with the test")
}

/// What `suquan` prints as JSON lines.
pub fn records(arguments: &[&str]) -> Vec<Value> {
    let output = run(&[arguments, &["--format", "jsonl"]].concat());
    assert!(output.status.success(), "suquan {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("the output is UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("each line is a JSON record")).collect()
}

/// A JSON file of the repository.
pub fn json(path: &str) -> Value {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}
