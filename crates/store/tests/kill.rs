//! A writer killed at any moment loses no article that it acknowledged, leaves none half, and the file opens again.
//!
//! The test starts itself as the writer, in a process of its own that really is killed.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use suquan_store::{NewDocument, SearchText, Store};

const KILLS: u64 = 200;
/// Kills after which a new file is begun, so that opening and migrating are hit too and checking stays cheap.
const KILLS_A_FILE: u64 = 10;
/// Articles of a batch.
const BATCH: u64 = 5;
const FILE: &str = "SUQUAN_TEST_LEDGER";
const FROM: &str = "SUQUAN_TEST_FROM";

/// Not a test by itself: the process to be killed. It writes batches for ever and says which it has written.
#[test]
#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a process of its own is told its file by the environment and answers on its output")]
fn writer() {
    let Ok(path) = std::env::var(FILE) else {
        return;
    };
    let from: u64 = std::env::var(FROM).expect("set by the test").parse().expect("a number");
    let mut store = Store::open(Path::new(&path)).expect("the file opens");
    for batch in from.. {
        let articles: Vec<_> = (0..BATCH).map(|i| article(batch * BATCH + i)).collect();
        store.add(&articles).expect("added");
        println!("kept {batch}");
    }
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_half_there() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut next = 0;
    let mut written = 0;
    for kill in 0..KILLS {
        if kill % KILLS_A_FILE == 0 {
            written += next;
            next = 0;
        }
        let path = folder.path().join(format!("{}.ledger", kill / KILLS_A_FILE));
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "writer", "--nocapture"])
            .env(FILE, &path)
            .env(FROM, next.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the writer starts");
        // Moments spread over opening, migrating and writing; a prime step, so that they do not repeat.
        std::thread::sleep(Duration::from_micros(500 + kill * 7_919 % 40_000));
        child.kill().expect("killed");
        let mut said = String::new();
        child.stdout.take().expect("piped").read_to_string(&mut said).expect("text");
        child.wait().expect("ended");
        let acknowledged = said.lines().filter_map(|l| l.rsplit_once("kept ")?.1.parse::<u64>().ok()).max();

        let store = Store::open(&path).expect("the file opens after a kill");
        let mut kept = BTreeSet::new();
        store
            .each_document(|d| {
                let number: u64 = d.id.parse().expect("a number");
                assert_eq!((d.article, d.reading), (body(number), body(number + 1)), "a half article");
                assert!(kept.insert(number), "{number} is there twice");
            })
            .expect("documents");
        let there = kept.len() as u64;
        assert_eq!(there % BATCH, 0, "half a batch");
        assert!(kept.iter().copied().eq(0..there), "a hole");
        if let Some(acknowledged) = acknowledged {
            assert!(there >= (acknowledged + 1) * BATCH, "batch {acknowledged} was acknowledged and lost");
        }
        next = there / BATCH;
        let query = SearchText { exact: "word".into(), folded: "word".into() };
        assert_eq!(store.search(&query, 1_000_000).expect("hits").len() as u64, there, "the index is out of step");
    }
    assert!(written > 0, "no writer lived long enough to write");
}

fn article(number: u64) -> NewDocument {
    NewDocument {
        id: number.to_string(),
        hash: format!("hash {number}"),
        article: body(number),
        reading: body(number + 1),
        words: SearchText { exact: format!("word w{number}"), folded: format!("word w{number}") },
    }
}

fn body(number: u64) -> Vec<u8> {
    number.to_string().repeat(500).into_bytes()
}
