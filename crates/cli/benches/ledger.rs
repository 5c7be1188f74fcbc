//! A ledger file of ten thousand made-up articles: how fast they are ingested, and how long its answers take, measured on the program as it is run.
//!
//! `cargo bench -p suquan-cli` prints articles per second and the time of each answer, the start of the program included.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use suquan_synth::{Wording, reports};

/// Articles of the ledger.
const ARTICLES: usize = 10_000;
/// Events that they tell.
const EVENTS: usize = 2_400;
/// Articles that come in a day.
const DAY: usize = 100;

fn ledger(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = |name: &str| folder.path().join(name);
    let lines = lines();
    fs::write(path("all.jsonl"), lines[..ARTICLES].concat()).expect("written");
    fs::write(path("day.jsonl"), lines[ARTICLES..].concat()).expect("written");
    suquan(&["ingest", "--ledger"], &path("kept.ledger"), &[path("all.jsonl")]);

    let mut group = criterion.benchmark_group("ingest");
    group.sample_size(10).throughput(Throughput::Elements(ARTICLES as u64));
    group.bench_function("all", |bench| {
        bench.iter_batched(
            || forget(&path("new.ledger")),
            |()| suquan(&["ingest", "--ledger"], &path("new.ledger"), &[path("all.jsonl")]),
            BatchSize::PerIteration,
        );
    });
    group.throughput(Throughput::Elements(DAY as u64));
    group.bench_function("a day's more", |bench| {
        bench.iter_batched(
            || fs::copy(path("kept.ledger"), path("more.ledger")).expect("copied"),
            |_| suquan(&["ingest", "--ledger"], &path("more.ledger"), &[path("day.jsonl")]),
            BatchSize::PerIteration,
        );
    });
    group.finish();

    let kept = path("kept.ledger");
    let timeline = suquan(&["timeline", "--format", "jsonl", "--ledger"], &kept, &[]);
    let first: serde_json::Value = timeline.lines().next().and_then(|line| serde_json::from_str(line).ok()).expect("there are events");
    let event = first["id"].as_str().expect("an event has an id");
    let mut group = criterion.benchmark_group("answers");
    group.sample_size(20);
    for (name, words) in [
        ("timeline", &["timeline"][..]),
        ("timeline of a party", &["timeline", "--actor", "Putin"]),
        ("event", &["event", event]),
        ("compare", &["compare", event]),
        ("search", &["search", "da nang"]),
        ("timeline as of a day", &["timeline", "--as-of", "2025-10-15"]),
    ] {
        group.bench_function(name, |bench| bench.iter(|| black_box(suquan(&[words, &["--ledger"]].concat(), &kept, &[]).len())));
    }
    group.finish();
}

/// The articles of the ledger, then those of another day.
fn lines() -> Vec<String> {
    let line = |report: suquan_synth::Report| {
        serde_json::json!({"id": report.id, "title": report.title, "text": report.text, "published": report.published, "source": report.source}).to_string()
            + "\n"
    };
    reports(1, ARTICLES + DAY, EVENTS, &Wording::vietnamese()).into_iter().map(line).collect()
}

/// What the program prints.
fn suquan(words: &[&str], ledger: &Path, files: &[PathBuf]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_suquan")).args(words).arg(ledger).args(files).output().expect("the program was built with the benchmark");
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

/// Takes a ledger away, with what its database keeps beside it.
fn forget(ledger: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{ending}", ledger.display()));
    }
}

criterion_group!(benches, ledger);
criterion_main!(benches);
