//! `suquan ingest` killed at any moment: the file opens, nothing that was acknowledged is lost, nothing is there twice, and ingesting on makes the ledger that it
//! would have become.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::Value;
use suquan_synth::{Chance, Wording, reports};

/// Kills, unless the environment asks for another number.
const KILLS: usize = 8;
const HOW_MANY: &str = "SUQUAN_TEST_KILLS";
/// Articles to be ingested: several batches.
const ARTICLES: usize = 560;

#[test]
#[expect(clippy::disallowed_methods, reason = "a longer run by hand says so by the environment, and a kill needs a moment")]
fn nothing_acknowledged_is_lost_and_nothing_is_there_twice() {
    let kills: usize = std::env::var(HOW_MANY).ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = |name: &str| folder.path().join(name);
    let line = |report: suquan_synth::Report| serde_json::json!({"id": report.id, "title": report.title, "text": report.text, "published": report.published});
    let lines: Vec<String> = reports(5, ARTICLES, 160, &Wording::vietnamese()).into_iter().map(|report| line(report).to_string() + "\n").collect();
    std::fs::write(path("news.jsonl"), lines.concat()).expect("written");

    // Undisturbed: what the ledger is to become, and how long that takes.
    let begun = Instant::now();
    assert!(ingest(&path("whole.ledger"), &path("news.jsonl")).output().expect("it runs").status.success());
    let whole = begun.elapsed();
    let expected = events(&path("whole.ledger"));

    let ledger = path("killed.ledger");
    let mut chance = Chance::new(11);
    let (mut acknowledged, mut finished, mut partial) = (BTreeSet::new(), 0, 0);
    for kill in 0..kills {
        let mut child = ingest(&ledger, &path("news.jsonl")).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
        let mut output = BufReader::new(child.stdout.take().expect("piped"));
        let mut said = String::new();
        if kill % 2 == 0 {
            // In the midst of it, however long that takes to come about: the first batch is acknowledged, the others are not.
            output.read_line(&mut said).expect("text");
        } else {
            std::thread::sleep(whole.mul_f64(chance.below(1_000) as f64 / 1_000.0));
        }
        child.kill().expect("killed");
        output.read_to_string(&mut said).expect("text");
        child.wait().expect("ended");
        // A line that is cut short acknowledges nothing.
        let whole_lines = said.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        acknowledged.extend(whole_lines.filter_map(|line| Some(serde_json::from_str::<Value>(line).ok()?["document"].as_str()?.to_owned())));

        let documents = documents(&ledger);
        let labels: BTreeSet<&String> = documents.iter().collect();
        assert_eq!(labels.len(), documents.len(), "kill {kill}: an article is there twice");
        assert!(acknowledged.iter().all(|label| labels.contains(label)), "kill {kill}: an article was acknowledged and lost");
        partial += usize::from(!labels.is_empty() && labels.len() < ARTICLES);
        if labels.len() == ARTICLES {
            // All is kept; the kill may have hit the resolving of it.
            assert!(ingest(&ledger, &path("news.jsonl")).output().expect("it runs").status.success());
            assert!(events(&ledger) == expected, "kill {kill}: the ledger is another one");
            finished += 1;
            acknowledged.clear();
            for ending in ["", "-wal", "-shm"] {
                let _ = std::fs::remove_file(format!("{}{ending}", ledger.display()));
            }
        }
    }
    assert!(ingest(&ledger, &path("news.jsonl")).output().expect("it runs").status.success());
    assert!(events(&ledger) == expected, "the ledger is another one");
    assert!(partial > 0, "no kill hit the middle of an ingestion; {finished} came after it");
}

fn ingest(ledger: &Path, news: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_suquan"));
    command.args(["ingest", "--format", "jsonl", "--ledger"]).arg(ledger).arg(news);
    command
}

/// The ids of the articles in the file, as another process reads them; where the kill came before there was a file, none.
fn documents(ledger: &Path) -> Vec<String> {
    if !ledger.exists() {
        return Vec::new();
    }
    let store = suquan_store::Store::open(ledger).expect("the file opens after a kill");
    let mut labels = Vec::new();
    store.each_document(|document| labels.push(document.id)).expect("its articles can be read");
    labels
}

fn events(ledger: &Path) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_suquan")).args(["ledger", "--ledger"]).arg(ledger).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
