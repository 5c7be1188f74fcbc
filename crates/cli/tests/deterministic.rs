//! The same articles give the same bytes, however many threads read them, whatever the locale, in whatever order they are named.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Standard output of `suquan` with `arguments` in `folder`, under a locale.
fn output(folder: &Path, arguments: &[&str], locale: &str) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_suquan"));
    command.current_dir(folder).args(arguments).env("LC_ALL", locale).env("LANG", locale).env("TZ", if locale == "C" { "UTC" } else { "Asia/Ho_Chi_Minh" });
    command.output().expect("the program was built for this test").stdout
}

/// The project's examples, in a folder of their own with short names.
fn examples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut names: Vec<_> = fs::read_dir(from).expect("the project has examples").map(|entry| entry.expect("it can be listed").path()).collect();
    names.sort();
    for path in names {
        let name = path.file_name().expect("an entry has a name");
        if path.extension().is_some_and(|extension| ["txt", "html", "jsonl"].iter().any(|known| extension == *known)) {
            fs::copy(&path, folder.path().join(name)).expect("an example can be copied");
        }
    }
    folder
}

#[test]
fn neither_threads_nor_locale_nor_order_matter() {
    let folder = examples();
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .expect("it was just made")
        .map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let forward: Vec<&str> = names.iter().map(String::as_str).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    let records = ["events", "commitments", "statements", "stories", "documents"].map(|what| ["read", "--what", what, "--format", "jsonl"]);
    for command in [&["annotate"][..], &["read"]].into_iter().chain(records.iter().map(<[&str; 5]>::as_slice)) {
        let run = |files: &[&str], jobs: &str, locale: &str| output(folder.path(), &[command, files, &["--jobs", jobs]].concat(), locale);
        let once = run(&forward, "1", "C");
        assert!(!once.is_empty());
        assert!(once == run(&forward, "2", "C"), "{command:?}: two threads");
        assert!(once == run(&backward, "3", "vi_VN.UTF-8"), "{command:?}: other order and locale");
    }
}

#[test]
fn a_copy_changes_nothing() {
    let folder = examples();
    let before = output(folder.path(), &["read", ".", "--format", "jsonl"], "C");
    let copied = fs::read_dir(folder.path())
        .expect("it was just made")
        .map(|entry| entry.expect("it can be listed").path())
        .find(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let copied = copied.expect("there is a text among the examples");
    fs::create_dir(folder.path().join("zz")).expect("a folder can be made");
    fs::copy(&copied, folder.path().join("zz/copy.txt")).expect("a file can be copied");
    assert!(before == output(folder.path(), &["read", ".", "--format", "jsonl"], "C"));
}
