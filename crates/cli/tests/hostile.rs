//! Inputs that nobody would choose, through the program: each is read, or said to be unreadable; the rest is read all the same.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A report in our own words, with an event, a statement and a promise in it.
const REPORT: &str = "(VTC News) - Ngày 24/11/2025, Tổng thống Mỹ Donald Trump đã điện đàm với Chủ tịch Trung Quốc Tập Cận Bình.\n\n\
    Ông Trump cho biết ông sẽ thăm Bắc Kinh vào tháng 4/2026. Hai bên nhất trí duy trì liên lạc.\n";

/// Runs `suquan` in `folder`; standard input is empty.
fn suquan(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_suquan")).current_dir(folder).args(arguments).stdin(Stdio::null()).output().expect("the program was built for this test")
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }
    folder
}

fn records(output: &Output) -> Vec<Value> {
    let lines = std::str::from_utf8(&output.stdout).expect("output is UTF-8").lines();
    lines.map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

/// The ids that `annotate` gives beside what is said on standard error.
#[track_caller]
fn check(files: &[(&str, &[u8])], status: i32, ids: &[&str], said: &[&str]) {
    let folder = folder(files);
    let output = suquan(folder.path(), &["annotate", "."]);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let found: Vec<_> = records(&output).iter().map(|record| record["id"].as_str().expect("an id is a string").to_owned()).collect();
    assert_eq!(found, ids, "{errors}");
    assert_eq!(output.status.code(), Some(status), "{errors}");
    for words in said {
        assert!(errors.contains(words), "`{words}` is not said in:\n{errors}");
    }
    let read = suquan(folder.path(), &["read", ".", "--format", "jsonl"]);
    assert_eq!(read.status.code(), Some(status), "{}", String::from_utf8_lossy(&read.stderr));
    assert_eq!(records(&read).is_empty(), ids.is_empty(), "what can be read is in the ledger");
}

fn utf_16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_good_file_leaves_nothing_to_say() {
    let folder = folder(&[("good.txt", REPORT.as_bytes())]);
    let output = suquan(folder.path(), &["annotate", "good.txt"]);
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn files_without_text_are_said_and_the_rest_is_read() {
    let files: &[(&str, &[u8])] = &[
        ("empty.txt", b""),
        ("empty.html", b""),
        ("empty.jsonl", b"\n"),
        ("good.txt", REPORT.as_bytes()),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("program.txt", &[0, 1, 2, 3, 4, 5, 6, 7]),
    ];
    check(
        files,
        1,
        &["good"],
        &[
            "empty.txt: there is no text",
            "empty.html: there is no text",
            "empty.jsonl: there is no text",
            "picture.txt: this is not text (PNG)",
            "program.txt: this is not text",
        ],
    );
}

#[test]
fn broken_utf_8_is_read_and_reported() {
    let (head, tail) = REPORT.split_at(REPORT.find("Hai bên").expect("the report says so"));
    let bytes = [head.as_bytes(), b"\xFF\xE1\xBB ", tail.as_bytes()].concat();
    check(&[("broken.txt", &bytes)], 0, &["broken"], &["broken.txt: some bytes have no meaning in UTF-8"]);
}

#[test]
fn utf_16_and_zero_bytes_are_read() {
    check(&[("wide.txt", &utf_16(REPORT))], 0, &["wide"], &[]);
    let zeros = REPORT.replace("Trump", "Tr\0ump");
    let folder = folder(&[("zeros.txt", zeros.as_bytes())]);
    let record = &records(&suquan(folder.path(), &["annotate", "zeros.txt"]))[0];
    assert_eq!(record["text"].as_str(), Some(zeros.as_str()));
    let mention = record["mentions"].as_array().and_then(|mentions| mentions.iter().find(|mention| mention["text"] == "Donald Tr\0ump"));
    assert_eq!(mention.map(|mention| &mention["actor"]), Some(&Value::from("person/donald-trump")));
}

#[test]
fn a_page_without_an_article_is_said() {
    let links = "<li><a href=/x>Hai nhà lãnh đạo điện đàm về thương mại</a></li>".repeat(60);
    check(
        &[("front.html", format!("<html><body><ul>{links}</ul></body></html>").as_bytes()), ("good.txt", REPORT.as_bytes())],
        1,
        &["good"],
        &["front.html: no article stands out"],
    );
}

#[test]
fn a_bad_line_costs_only_itself() {
    let line = |id: &str, more: &str| serde_json::json!({"id": id, "text": format!("{REPORT}{more}")}).to_string();
    let lines = [line("one", ""), "{\"id\": two}".to_owned(), String::new(), "{\"id\": \"three\", \"text\": 3}".to_owned(), line("four", "Hết.")].join("\n");
    check(
        &[("news.jsonl", lines.as_bytes())],
        1,
        &["one", "four"],
        &["news.jsonl:2: this line is not a JSON object", "news.jsonl:4: this article has no `text`"],
    );
}

#[test]
fn folders_without_articles_and_missing_files_are_said() {
    check(&[("readme.md", b"no")], 1, &[], &["there is no .txt, .html, .htm or .jsonl file in this folder", "1 other files", "No article could be read"]);
    let folder = folder(&[("good.txt", REPORT.as_bytes())]);
    let output = suquan(folder.path(), &["annotate", "missing.txt", "good.txt"]);
    assert_eq!((output.status.code(), records(&output).len()), (Some(1), 1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("missing.txt: there is no such file or folder"));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("secret.txt", REPORT.as_bytes()), ("good.txt", format!("{REPORT}Hết.").as_bytes())]);
    let secret = folder.path().join("secret.txt");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).expect("one's own file can be locked");
    // The administrator may read everything.
    let locked = fs::File::open(&secret).is_err();
    let output = suquan(folder.path(), &["annotate", "."]);
    assert_eq!((output.status.code(), records(&output).len()), if locked { (Some(1), 1) } else { (Some(0), 2) });
    assert_eq!(String::from_utf8_lossy(&output.stderr).contains("secret.txt: it may not be read"), locked);
}

#[test]
fn fifty_megabytes_in_one_line_are_refused_and_the_rest_is_read() {
    let long = vec![b'a'; 50_000_000];
    let line =
        [b"{\"text\": \"".as_slice(), &long, b"\"}\n", serde_json::json!({"id": "next", "text": format!("{REPORT}Hết.")}).to_string().as_bytes()].concat();
    let files: &[(&str, &[u8])] = &[("good.txt", REPORT.as_bytes()), ("long.txt", &long), ("news.jsonl", &line)];
    check(files, 1, &["good", "next"], &["long.txt: it is larger than 16777216 bytes", "news.jsonl:1: it is larger"]);
}

#[test]
fn markup_in_a_text_stays_text() {
    let text = format!("{REPORT}<script>alert('1')</script>\n\u{1b}[31mđỏ\u{1b}[0m\n");
    let folder = folder(&[("script.txt", text.as_bytes())]);
    assert_eq!(records(&suquan(folder.path(), &["annotate", "script.txt"]))[0]["text"].as_str(), Some(text.as_str()));
    let shown = suquan(folder.path(), &["read", "script.txt"]);
    assert!(!shown.stdout.contains(&0x1b), "what an article says does not reach the terminal as a command");
}

#[test]
fn another_language_is_listed_and_not_read() {
    let english = "The president of the United States spoke with the president of China on Monday and said that he would visit Beijing in April.\n";
    let folder = folder(&[("english.txt", english.as_bytes())]);
    let output = suquan(folder.path(), &["annotate", "english.txt"]);
    let record = &records(&output)[0];
    assert_eq!((record["language"].as_str(), record["diagnostics"][0]["code"].as_str()), (Some("en"), Some("language-without-pack")));
    assert!(["times", "mentions", "events"].iter().all(|key| record[*key].as_array().is_some_and(Vec::is_empty)));
}

#[test]
fn a_wrong_call_has_a_status_of_its_own() {
    let folder = folder(&[]);
    for call in
        [&["annotate"][..], &["annotate", ".", "--encoding", "tcvn3"], &["annotate", ".", "--published", "soon"], &["annotate", ".", "--jobs", "0"], &["sing"]]
    {
        assert_eq!(suquan(folder.path(), call).status.code(), Some(2), "{call:?}");
    }
}
