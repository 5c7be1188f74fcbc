//! What tells where an article is from and what it is about: its words, names, days, quotations and credits, as hashes.

use suquan_pipeline::Reading;
use suquan_segment::Role as Part;
use suquan_timex::Timex;
use suquan_token::{fold, key};

use crate::digest::country;
use crate::record::Features;
use crate::sketch::{Sketch, hash_bytes, mix};

/// Tokens from which a quotation is long enough to show a common origin.
const LONG_QUOTATION: usize = 12;
/// Terms kept of an article.
const TERMS: usize = 1500;

/// The days that the report names, with or without their year; each once.
pub(crate) fn days(reading: &Reading) -> Vec<String> {
    let text = &reading.text;
    let reported = |time: &&Timex| !matches!(text.role(time.span.start), Part::Teaser | Part::Signature | Part::Dateline);
    let mut days: Vec<String> = reading.times.iter().filter(reported).filter_map(|time| day(&time.value)).map(str::to_owned).collect();
    days.sort();
    days.dedup();
    days
}

/// What tells where an article is from and what it is about; `keyed` has the hash of each token that is no sign.
pub(crate) fn features(reading: &Reading, keyed: &[Option<u64>]) -> Features {
    // What an outlet puts around a report (tags, links to others, its name) says nothing about where the report is from.
    let reported: Vec<Option<u64>> = reading
        .text
        .tokens
        .iter()
        .zip(keyed)
        .map(|(token, word)| {
            word.filter(|_| !matches!(reading.text.role(token.span.start), Part::Teaser | Part::Signature | Part::Tag | Part::Byline | Part::Dateline))
        })
        .collect();
    let words: Vec<u64> = reported.iter().copied().flatten().collect();
    let title: Vec<u64> = reading
        .article
        .title
        .iter()
        .flat_map(|title| title.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| hash_bytes(key(word).as_bytes()))
        .collect();
    let quotations = reading.clauses.quotes.iter().filter_map(|quote| {
        let words: Vec<u64> = keyed.get(quote.inner.indices())?.iter().copied().flatten().collect();
        (words.len() >= LONG_QUOTATION).then(|| words.iter().fold(0, |hash, word| mix(hash ^ word)))
    });
    let mut quotations: Vec<u64> = quotations.collect();
    quotations.sort_unstable();
    quotations.dedup();
    Features { sketch: Sketch::of(&words), terms: terms(&words, &title), named: named(reading), credits: credits(reading), quotations }
}

/// Whom and what the report names, each under its id or its name, and the states that these are or belong to.
fn named(reading: &Reading) -> Vec<(u32, u16)> {
    let mut all = Vec::new();
    for mention in &reading.mentions.mentions {
        if !matches!(reading.text.role(mention.span.start), Part::Body | Part::Lead | Part::Caption) {
            continue;
        }
        let entity = reading.mentions.entity(mention.entity);
        let name = entity.actor.clone().unwrap_or_else(|| fold(&entity.name));
        all.push(hash_bytes(name.as_bytes()) as u32);
        all.extend(country(entity).map(|state| hash_bytes(format!("state {state}").as_bytes()) as u32));
    }
    counted(all)
}

/// Organisations named in a tag or signature, and those that lists of the pack know as agencies and that speak.
fn credits(reading: &Reading) -> Vec<String> {
    let mut credits: Vec<String> = reading
        .mentions
        .mentions
        .iter()
        .filter(|mention| matches!(reading.text.role(mention.span.start), Part::Tag | Part::Signature | Part::Byline))
        .map(|mention| {
            let entity = reading.mentions.entity(mention.entity);
            entity.actor.clone().unwrap_or_else(|| fold(&entity.name))
        })
        .collect();
    credits.sort();
    credits.dedup();
    credits
}

/// The day of a TIMEX3 value: `2025-11-24` or `XXXX-11-24`, a time of day left off.
fn day(value: &str) -> Option<&str> {
    let day = value.get(..10)?;
    let digits = |range: std::ops::Range<usize>| day.as_bytes()[range].iter().all(u8::is_ascii_digit);
    let shaped = day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-' && digits(5..7) && digits(8..10);
    let rest = &value[10..];
    (shaped && (digits(0..4) || day.starts_with("XXXX")) && (rest.is_empty() || rest.starts_with('T'))).then_some(day)
}

/// Words and pairs of words with their counts, the most frequent ones, by hash.
fn terms(words: &[u64], title: &[u64]) -> Vec<(u32, u16)> {
    let pairs = |words: &[u64]| words.windows(2).map(|pair| mix(pair[0] ^ mix(pair[1])) as u32).collect::<Vec<_>>();
    let mut all: Vec<u32> = words.iter().map(|word| *word as u32).chain(pairs(words)).collect();
    for _ in 0..2 {
        all.extend(title.iter().map(|word| *word as u32).chain(pairs(title)));
    }
    let mut counted = counted(all);
    if counted.len() > TERMS {
        counted.sort_unstable_by_key(|(term, count)| (std::cmp::Reverse(*count), *term));
        counted.truncate(TERMS);
        counted.sort_unstable();
    }
    counted
}

/// Each hash once, with how often it came.
fn counted(mut all: Vec<u32>) -> Vec<(u32, u16)> {
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).map(|run| (run[0], run.len().min(usize::from(u16::MAX)) as u16)).collect()
}
