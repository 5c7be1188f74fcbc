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

/// All that a ledger file says, by kind of record.
fn all(folder: &Path) -> Vec<Vec<Value>> {
    KINDS.map(|what| records(folder, &["ledger", "--ledger", "LEDGER", "--what", what])).to_vec()
}

const KINDS: [&str; 5] = ["events", "commitments", "statements", "stories", "documents"];

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
fn an_article_dated_by_others_is_read_with_that_date_in_a_file_too() {
    let undated =
        "Ngày 24/11, Chủ tịch Trung Quốc Tập Cận Bình đã điện đàm với Tổng thống Mỹ Donald Trump. Ông Trump nói hôm 25/11 rằng Mỹ sẽ mua thêm đậu nành.";
    let line = serde_json::json!({"id": "u", "text": undated}).to_string() + "\n";
    let folder = folder(&(jsonl(ARTICLES) + &line));
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    let kept = all(folder.path());
    for (what, kept) in KINDS.iter().zip(&kept) {
        // A file lists documents and statements by content; so does the comparison.
        let sorted = |mut records: Vec<Value>| {
            records.sort_by_key(Value::to_string);
            records
        };
        assert_eq!(sorted(kept.clone()), sorted(records(folder.path(), &["read", "--what", what, "--format", "jsonl", "NEWS"])), "{what}");
    }
    let dated = kept[4].iter().find(|document| document["id"] == "u").expect("it is kept");
    assert_eq!((&dated["published"], &dated["published_basis"]), (&Value::from("2025-11"), &Value::from("inferred")));
    // Ingested again, it is not read a third time, and what dated it can go: it is undated again.
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    assert_eq!(all(folder.path()), kept);
    assert!(suquan(folder.path(), &["remove", "--ledger", "LEDGER", "a", "b"]).status.success());
    let documents = records(folder.path(), &["ledger", "--ledger", "LEDGER", "--what", "documents"]);
    assert_eq!(documents.iter().find(|document| document["id"] == "u").expect("it is kept")["published"], Value::Null);
}

#[test]
fn an_article_about_something_else_changes_no_entry() {
    let reports = suquan_synth::reports(3, 30, 8, &suquan_synth::Wording::vietnamese());
    let line = |report: &suquan_synth::Report| serde_json::json!({"id": report.id, "title": report.title, "text": report.text, "published": report.published});
    let folder = folder(&reports.iter().map(|report| line(report).to_string() + "\n").collect::<String>());
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    let before = all(folder.path());
    // Several, so that some stand before the others in the order of hashes.
    let others = ["Giá vàng tăng nhẹ.", "Trời se lạnh về đêm.", "Đội bóng thắng 2-1.", "Mùa quýt đã tới."];
    let others: String = others.iter().map(|text| serde_json::json!({"id": text, "text": text, "published": "2025-10-01"}).to_string() + "\n").collect();
    std::fs::write(folder.path().join("news.jsonl"), others).expect("written");
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    for (kind, (before, after)) in KINDS.iter().zip(before.iter().zip(all(folder.path()))) {
        let lost: Vec<&Value> = before.iter().filter(|record| !after.contains(record)).collect();
        assert!(lost.is_empty(), "{kind}: {lost:?}");
    }
}

#[test]
fn articles_that_come_one_by_one_make_the_ledger_of_all_at_once() {
    let reports = suquan_synth::reports(3, 36, 8, &suquan_synth::Wording::vietnamese());
    // Every fifth says no date.
    let line = |(index, report): (usize, &suquan_synth::Report)| {
        let published = (index % 5 != 4).then_some(&report.published);
        serde_json::json!({"id": report.id, "title": report.title, "text": report.text, "published": published, "source": report.source}).to_string() + "\n"
    };
    let lines: Vec<String> = reports.iter().enumerate().map(line).collect();
    let whole = folder(&lines.concat());
    records(whole.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    let expected = all(whole.path());
    assert!(expected[0].len() > 8);
    // In batches of several sizes, backward, on one thread and on several; with a wrong text first, and an article too many, both put right.
    for (sizes, jobs) in [(&[7, 1, 13, 15][..], "1"), (&[1, 30, 5], "3")] {
        let part = folder(&serde_json::json!({"id": reports[5].id, "text": "Giá vàng tăng nhẹ."}).to_string());
        records(part.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
        let mut left: Vec<String> = lines.iter().rev().cloned().collect();
        left.insert(9, serde_json::json!({"id": "x", "title": reports[1].title, "text": reports[1].text.replace('.', " .")}).to_string() + "\n");
        for size in sizes.iter().copied().chain([left.len()]) {
            let batch: String = left.drain(..size.min(left.len())).collect();
            std::fs::write(part.path().join("news.jsonl"), batch).expect("written");
            suquan(part.path(), &["ingest", "--ledger", "LEDGER", "--jobs", jobs, "NEWS"]);
        }
        assert!(suquan(part.path(), &["remove", "--ledger", "LEDGER", "x"]).status.success());
        assert_eq!(all(part.path()), expected, "{sizes:?}");
    }
}

#[test]
fn a_file_whose_entries_lag_behind_answers_as_if_they_did_not() {
    let folder = folder(&jsonl(ARTICLES));
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    let (expected, found) = (all(folder.path()), records(folder.path(), &["search", "da nang", "--ledger", "LEDGER", "--format", "jsonl"]));
    // As a process leaves it that is killed between the last change and the entries.
    let mut store = suquan_store::Store::open(&folder.path().join("news.ledger")).expect("a ledger");
    let number = store.judge("{}").expect("kept");
    assert!(store.take_back(number).expect("taken back") && store.is_stale().expect("a state"));
    assert_eq!(all(folder.path()), expected);
    assert_eq!(records(folder.path(), &["search", "da nang", "--ledger", "LEDGER", "--format", "jsonl"]), found);
}

#[test]
fn a_file_is_not_read_again_in_another_way() {
    let folder = folder(&jsonl(ARTICLES));
    records(folder.path(), &["ingest", "--ledger", "LEDGER", "--format", "jsonl", "NEWS"]);
    let asked = suquan(folder.path(), &["timeline", "--ledger", "LEDGER", "--date-policy", "past"]);
    assert_eq!(asked.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&asked.stderr).contains("suquan ingest"));
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
