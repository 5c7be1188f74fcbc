//! Resolving readings into a ledger: made-up reports of four months, from ten thousand to a hundred thousand, ten times as dense.
//!
//! `cargo bench -p suquan-benches --bench resolve` prints readings per second, on one thread; where the cost is linear, all sizes show the same. It takes some minutes
//! and four gigabytes: a hundred thousand readings are kept twice.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::thread;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use suquan_extract::Article;
use suquan_langpack::Pack;
use suquan_pipeline::{Hints, Reader, read_all};
use suquan_resolve::{Record, digest, resolve};
use suquan_synth::{Wording, reports};

/// How many readings are resolved at once.
const SIZES: [usize; 3] = [10_000, 30_000, 100_000];
/// Reports of an event, on average.
const REPORTS: usize = 4;

fn ledgers(criterion: &mut Criterion) {
    let reader = Reader::new(Pack::embedded("vi").expect("the embedded pack is valid, tests see to it")).expect("so are its rules");
    let mut group = criterion.benchmark_group("resolve");
    group.sample_size(10);
    for size in SIZES {
        let records = records(&reader, size);
        group.throughput(Throughput::Elements(size as u64));
        group.bench_with_input(BenchmarkId::from_parameter(size), &records, |bench, records| {
            bench.iter_batched(|| records.clone(), |records| black_box(resolve(records, &BTreeMap::new(), &[])), BatchSize::PerIteration);
        });
    }
    group.finish();
}

/// The readings of that many reports.
fn records(reader: &Reader, count: usize) -> Vec<Record> {
    let article = |report: suquan_synth::Report| Article {
        hash: format!("{:016x}", suquan_resolve::sketch::hash_bytes(format!("{} {}", report.id, report.text).as_bytes())),
        id: report.id,
        title: Some(report.title),
        text: report.text,
        published: Some(report.published),
        source: Some(report.source),
        language: "vi".to_owned(),
        ..Article::default()
    };
    let articles = reports(1, count, count / REPORTS, &Wording::vietnamese()).into_iter().map(article).collect();
    let jobs = thread::available_parallelism().map_or(1, usize::from);
    read_all(reader, articles, &Hints::default(), jobs, |reading| digest(&reading), || ())
}

criterion_group!(benches, ledgers);
criterion_main!(benches);
