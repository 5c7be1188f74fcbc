//! The ledger in a file: what goes in comes out, again and corrected.

mod program;

use std::path::Path;
use std::process::Output;

use program::run;
use serde_json::Value;

/// Two outlets' reports of a call, and one of a visit.
const ARTICLES: &[(&str, &str, &str)] = &[
    ("a", "2025-11-25", "Ngày 24/11, Chủ tịch Trung Quốc Tập Cận Bình đã điện đàm với Tổng thống Mỹ Donald Trump. Cuộc điện đàm kéo dài một giờ."),
    ("b", "2025-11-25", "Tổng thống Mỹ Donald Trump và Chủ tịch Trung Quốc Tập Cận Bình đã điện đàm ngày 24/11 về thương mại song phương."),
    ("c", "2025-12-02", "Ngày 1/12, Tổng thống Pháp Emmanuel Macron đến thăm Trung Quốc. Đà Nẵng là chặng dừng tiếp theo."),
];

fn jsonl(articles: &[(&str, &str, &str)]) -> String {
    articles.iter().map(|(id, published, text)| serde_json::json!({"id": id, "published": published, "text": text}).to_string() + "\n").collect()
}

/// A folder with the articles and the path of a ledger in it.
fn folder(articles: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("news.jsonl"), articles).expect("written");
    folder
}

fn suquan(folder: &Path, words: &[&str]) -> Output {
    let path = |name: &str| folder.join(name).display().to_string();
    let words: Vec<String> = words.iter().map(|word| if *word == "NEWS" { path("news.jsonl") } else { (*word).to_owned() }).collect();
    let ledger = path("news.ledger");
    let words: Vec<&str> = words.iter().map(|word| if word == "LEDGER" { ledger.as_str() } else { word.as_str() }).collect();
    run(&words)
}

fn records(folder: &Path, words: &[&str]) -> Vec<Value> {
    let output = suquan(folder, words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(|line| serde_json::from_str(line).expect("a record a line")).collect()
}

fn call(folder: &Path) -> Value {
    let events = records(folder, &["ledger", "--ledger", "LEDGER"]);
    events.into_iter().find(|event| event["modes"][0] == "phone").expect("the call is in the ledger")
}

#[test]
fn what_is_ingested_is_what_would_be_read() {
    let folder = folder(&jsonl(ARTICLES));
    let kept = records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    assert_eq!(kept.iter().map(|line| line["change"].as_str().expect("a change")).collect::<Vec<_>>(), ["added"; 3]);
    assert_eq!(records(folder.path(), &["ledger", "--ledger", "LEDGER"]), records(folder.path(), &["read", "--format", "jsonl", "NEWS"]));
    let again = records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    assert!(again.iter().all(|line| line["change"] == "unchanged"));
}

#[test]
fn a_new_text_revises_and_a_removed_article_leaves_nothing() {
    let folder = folder(&jsonl(ARTICLES));
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    assert_eq!(call(folder.path())["articles"], 2);
    std::fs::write(folder.path().join("news.jsonl"), jsonl(&[("b", "2025-11-25", "Giá vàng tăng nhẹ.")])).expect("written");
    let revised = records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    assert_eq!(revised[0]["change"], "revised");
    assert_eq!(call(folder.path())["articles"], 1);
    assert!(suquan(folder.path(), &["remove", "--ledger", "LEDGER", "a", "c"]).status.success());
    assert_eq!(records(folder.path(), &["ledger", "--ledger", "LEDGER"]), Vec::<Value>::new());
    assert!(!suquan(folder.path(), &["remove", "--ledger", "LEDGER", "a"]).status.success());
}

#[test]
fn words_are_found_with_and_without_marks() {
    let folder = folder(&jsonl(ARTICLES));
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    for (words, exact) in [("da nang", false), ("Đà Nẵng", true)] {
        let hits = records(folder.path(), &["search", words, "--ledger", "LEDGER", "--format", "jsonl"]);
        assert_eq!((hits.len(), &hits[0]["document"], &hits[0]["exact"]), (1, &Value::from("c"), &Value::from(exact)), "{words}");
    }
}

#[test]
fn the_ledger_of_an_earlier_day_knows_no_later_article() {
    let folder = folder(&jsonl(ARTICLES));
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    let then = records(folder.path(), &["ledger", "--ledger", "LEDGER", "--what", "documents", "--as-of", "2025-11-30"]);
    assert_eq!(then.len(), 2);
    let since = records(folder.path(), &["diff", "--ledger", "LEDGER", "--since", "2025-11-30", "--format", "jsonl"]);
    assert!(!since.is_empty() && since.iter().all(|line| line["change"] == "new"));
}

#[test]
fn corrections_outlive_a_new_reading_and_can_be_taken_back() {
    let folder = folder(&jsonl(ARTICLES));
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    let id = call(folder.path())["id"].as_str().expect("an id").to_owned();
    let by = ["--ledger", "LEDGER", "--author", "An", "--reason", "the agency corrected it"];
    let nameless = suquan(folder.path(), &["correct", "set", &id, "date", "2025-11-23", "--ledger", "LEDGER"]);
    assert_eq!(nameless.status.code(), Some(2));
    assert!(suquan(folder.path(), &[&["correct", "set", &id, "date", "2025-11-23"][..], &by].concat()).status.success());
    assert_eq!(call(folder.path())["date"], "2025-11-23");
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    assert_eq!((&call(folder.path())["date"], &call(folder.path())["judgements"][0]), (&Value::from("2025-11-23"), &Value::from(1)));
    assert!(suquan(folder.path(), &[&["correct", "split", &id, "b"][..], &by].concat()).status.success());
    assert_eq!(call(folder.path())["articles"], 1);
    for number in ["2", "1"] {
        assert!(suquan(folder.path(), &["correct", "undo", number, "--ledger", "LEDGER"]).status.success());
    }
    assert_eq!((&call(folder.path())["date"], &call(folder.path())["articles"]), (&Value::from("2025-11-24"), &Value::from(2)));
}

#[test]
fn every_way_of_reading_answers() {
    let folder = folder(&jsonl(ARTICLES));
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    let id = call(folder.path())["id"].as_str().expect("an id").to_owned();
    for words in [
        &["timeline"][..],
        &["event", &id],
        &["compare", &id],
        &["stories"],
        &["commitments"],
        &["export", "--format", "csv"],
        &["export", "--format", "plover"],
        &["export", "--format", "ics"],
    ] {
        let from_file = suquan(folder.path(), &[words, &["--ledger", "LEDGER"]].concat());
        assert!(from_file.status.success(), "{words:?}: {}", String::from_utf8_lossy(&from_file.stderr));
        let from_articles = suquan(folder.path(), &[words, &["NEWS"]].concat());
        assert_eq!(String::from_utf8_lossy(&from_file.stdout), String::from_utf8_lossy(&from_articles.stdout), "{words:?}");
    }
    let page = folder.path().join("page.html").display().to_string();
    assert!(suquan(folder.path(), &["report", "--html", &page, "--ledger", "LEDGER"]).status.success());
    assert!(!suquan(folder.path(), &["event", "no-such-id", "--ledger", "LEDGER"]).status.success());
}
