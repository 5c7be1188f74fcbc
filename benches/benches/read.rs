//! Reading a few megabytes of articles: the whole way, each room, and beside them the floor, one bare search for the same words; then texts made to be slow.
//!
//! `SUQUAN_ARTICLES=FILE.jsonl` measures on articles of your own.
//! `cargo bench -p suquan-benches` prints bytes of UTF-8 per second and articles per second, on one thread.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use suquan_extract::Article;
use suquan_langpack::Pack;
use suquan_pipeline::{Hints, Reader, Reading};
use suquan_timex::Policy;
use {
    suquan_attribution as attribution, suquan_clause as clause, suquan_commitment as commitment, suquan_event as event, suquan_mention as mention,
    suquan_segment as segment, suquan_timex as timex,
};

/// The binary's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How much text is read in a round.
const BYTES: usize = 3_000_000;

/// How much of it each room is measured on: what the rooms before it read is kept, and a reading is much bigger than its text.
const ROOM_BYTES: usize = 500_000;

fn whole(criterion: &mut Criterion) {
    let articles = suquan_benches::articles(BYTES);
    let reader = Reader::new(pack()).expect("the embedded pack is valid, tests see to it");
    let words = aho_corasick::AhoCorasick::new(suquan_benches::words()).expect("a few thousand words fit");
    let mut group = criterion.benchmark_group("articles");
    group.sample_size(10).throughput(Throughput::ElementsAndBytes { elements: articles.len() as u64, bytes: bytes(&articles) });
    group.bench_function("floor: aho-corasick", |bench| {
        bench.iter(|| articles.iter().map(|article| words.find_overlapping_iter(&article.text).count()).sum::<usize>());
    });
    group.bench_function("read", |bench| {
        bench.iter(|| articles.iter().map(|article| black_box(reader.read(article.clone(), &Hints::default())).events.len()).sum::<usize>());
    });
    group.finish();
}

fn rooms(criterion: &mut Criterion) {
    let pack = pack();
    let reader = Reader::new(pack.clone()).expect("the embedded pack is valid, tests see to it");
    let articles = suquan_benches::articles(ROOM_BYTES);
    let readings: Vec<Reading> = articles.iter().map(|article| reader.read(article.clone(), &Hints::default())).collect();
    let grammars = (
        timex::Grammar::new(&pack),
        mention::Grammar::new(&pack),
        attribution::Grammar::new(&pack),
        event::Grammar::new(&pack),
        commitment::Grammar::new(&pack),
    );
    let (Ok(times), Ok(names), Ok(speech), Ok(deeds), Ok(promises)) = grammars else { panic!("the embedded pack is valid, tests see to it") };

    let mut group = criterion.benchmark_group("rooms");
    group.sample_size(10).throughput(Throughput::Bytes(bytes(&articles)));
    let mut room = |name: &str, work: &dyn Fn(&Reading) -> usize| {
        group.bench_function(name, |bench| bench.iter(|| readings.iter().map(|reading| black_box(work(reading))).sum::<usize>()));
    };
    room("segment", &|r| segment::segment(&r.article.text, &pack).tokens.len());
    room("clause", &|r| clause::parse(&r.text, &pack).clauses.len());
    room("timex", &|r| {
        let expressions = timex::recognise(&r.text, &r.clauses, &times, &pack);
        timex::resolve(&expressions, r.published.as_ref(), Policy::default()).len()
    });
    room("mention", &|r| {
        let found = mention::recognise(&r.text, &r.clauses, &names, &pack);
        mention::link(&found, &r.text, &r.clauses, &names, &pack, reader.actors(), date(r)).mentions.len()
    });
    room("attribution", &|r| attribution::read(&r.text, &r.clauses, &r.times, &r.mentions, &speech, &pack).len());
    room("event", &|r| event::read(&r.text, &r.clauses, &r.times, &r.mentions, &r.statements, &deeds, &pack, date(r)).len());
    room("commitment", &|r| commitment::read(&r.text, &r.clauses, &r.times, &r.mentions, &r.statements, &r.events, &promises, &pack).len());
    group.finish();
}

/// Texts of one sign over and over: as quick a byte as prose, or the work is not linear.
fn hostile(criterion: &mut Criterion) {
    let reader = Reader::new(pack()).expect("the embedded pack is valid, tests see to it");
    let mut group = criterion.benchmark_group("hostile");
    for (name, text) in
        [("digits and slashes", "24/11/2025 7/2 1/9/18 ".repeat(10_000)), ("quotation marks", "\"“ ".repeat(50_000)), ("one name", "Hà Nội, ".repeat(20_000))]
    {
        let article = Article { id: name.to_owned(), text, published: Some("2025-11-25".to_owned()), language: "vi".to_owned(), ..Article::default() };
        group.sample_size(10).throughput(Throughput::Bytes(article.text.len() as u64));
        group.bench_function(name, |bench| bench.iter(|| black_box(reader.read(article.clone(), &Hints::default())).times.len()));
    }
    group.finish();
}

fn pack() -> Pack {
    Pack::embedded("vi").expect("the embedded pack is valid, tests see to it")
}

fn date(reading: &Reading) -> Option<&str> {
    reading.published.as_ref().map(|date| date.value.as_str())
}

fn bytes(articles: &[Article]) -> u64 {
    articles.iter().map(|article| article.text.len() as u64).sum()
}

criterion_group!(benches, whole, rooms, hostile);
criterion_main!(benches);
