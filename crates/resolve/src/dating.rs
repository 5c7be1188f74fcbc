//! Dates of undated articles, from the events that they share with dated ones.
//!
//! News leaves out the year, and names the days of what has just happened. Where an undated article tells of an event and names
//! the day `XXXX-11-24`, and a dated article tells of the same event and of 2025-11-24, the undated one is from that month.
//! Only days before the dated article count, and two years that both fit date nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::interval::Interval;
use crate::judge::family;
use crate::likeness;
use crate::record::{Account, Record};

/// Likeness of parties from which an event is taken for shared.
const CAST: f64 = 0.75;
/// Dated accounts looked at for one key.
const LOOK: usize = 200;

/// An inferred date and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inferred {
    /// Index of the article.
    pub document: usize,
    /// EDTF: a month.
    pub published: String,
    /// The labels of the dated articles that share its events and days.
    pub by: Vec<String>,
}

/// A day without its year, a kind of event and a pair of parties.
type Key = (String, String, String);

/// The dates that follow from shared events; for articles without a date only.
#[must_use]
pub fn infer(records: &[Record]) -> Vec<Inferred> {
    let undated: Vec<usize> = (0..records.len()).filter(|&index| records[index].published.is_none()).collect();
    let wanted: BTreeSet<Key> = undated
        .iter()
        .flat_map(|&index| keys(&records[index], |day| day.strip_prefix("XXXX-").map(|day| (day.to_owned(), String::new()))))
        .map(|(key, ..)| key)
        .collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut dated: BTreeMap<Key, Vec<(usize, &Account, String)>> = BTreeMap::new();
    for (index, record) in records.iter().enumerate() {
        let Some(published) = record.day() else { continue };
        let past = |day: &str| {
            let known = Interval::parse(day).is_some_and(|day| day.first <= published.last);
            known.then(|| (day[5..].to_owned(), day[..4].to_owned()))
        };
        for (key, account, year) in keys(record, past) {
            if wanted.contains(&key) {
                dated.entry(key).or_default().push((index, account, year));
            }
        }
    }
    undated.into_iter().filter_map(|index| date(records, index, &dated)).collect()
}

fn date(records: &[Record], index: usize, dated: &BTreeMap<Key, Vec<(usize, &Account, String)>>) -> Option<Inferred> {
    let record = &records[index];
    // By day: the years that fit, and the articles that say so.
    let mut years: BTreeMap<String, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for (key, account, _) in keys(record, |day| day.strip_prefix("XXXX-").map(|day| (day.to_owned(), String::new()))) {
        for (other, theirs, year) in dated.get(&key).into_iter().flatten().take(LOOK) {
            let cast = likeness::casts((record, account), (&records[*other], theirs));
            if theirs.modes == account.modes && cast.dice >= CAST {
                years.entry(key.0.clone()).or_default().entry(year).or_default().insert(&records[*other].id);
            }
        }
    }
    let mut latest: Option<String> = None;
    let mut by = BTreeSet::new();
    for (day, fitting) in &years {
        if let [(year, articles)] = fitting.iter().collect::<Vec<_>>()[..] {
            latest = latest.max(Some(format!("{year}-{}", &day[..2])));
            by.extend(articles.iter().map(|id| (*id).to_owned()));
        }
    }
    latest.map(|published| Inferred { document: index, published, by: by.into_iter().collect() })
}

/// Every day that `read` takes, with every event of the record and each pair of its parties.
fn keys(record: &Record, read: impl Fn(&str) -> Option<(String, String)>) -> Vec<(Key, &Account, String)> {
    let days: Vec<(String, String)> = record.days.iter().filter_map(|day| read(day)).collect();
    let mut keys = Vec::new();
    for account in &record.events {
        for pair in record.pairs(account) {
            keys.extend(days.iter().map(|(day, year)| ((day.clone(), family(&account.kind).to_owned(), pair.clone()), account, year.clone())));
        }
    }
    keys
}
