//! What only one report of an event tells, while others that report it as their news leave it out.
//!
//! A recollection (`after their meeting in Busan last month`) leaves out nearly everything and is silent about nothing: only an article that appeared within days
//! of the event counts, and articles of one origin count as one.

use std::collections::{BTreeMap, BTreeSet};

use super::{quantity, when};
use crate::entry::{Difference, Differing, Kind};
use crate::fuse::Told;
use crate::interval::Interval;
use crate::record::{Grounded, Quote, Record};

/// Days after an event on which an article still reports it as its news.
const NEWS: i32 = 7;
/// Days that the date of an event may leave open for it to be anybody's news.
const SHARP: i32 = 31;

/// Whether an article that appeared then reports an event of these days as its news.
#[must_use]
pub fn is_news(record: &Record, days: Option<Interval>) -> bool {
    let (Some(days), Some(published)) = (days, record.day()) else { return false };
    // An article dated to a month appeared no earlier than the last day of it that it names.
    let named = record.days.iter().filter_map(|day| Interval::parse(day)).map(|day| day.first).filter(|day| (published.first..=published.last).contains(day));
    let first = named.max().filter(|_| published.days() > 1).unwrap_or(published.first);
    days.days() <= SHARP && first <= days.last + NEWS && published.last >= days.first
}

/// The articles that report an event as their news, with their origins.
pub(super) struct Audience {
    origins: BTreeMap<usize, usize>,
}

impl Audience {
    pub(super) fn new(told: &[Told], days: Option<Interval>, origins: &[usize]) -> Self {
        let news = told.iter().filter(|t| is_news(t.1, days));
        Self { origins: news.map(|t| (t.0, origins.get(t.0).copied().unwrap_or(t.0))).collect() }
    }

    /// Whether the article reports the event as its news.
    pub(super) fn has(&self, document: usize) -> bool {
        self.origins.contains_key(&document)
    }

    /// The articles of other origins that are silent, where all who tell are of one; empty where the field is no one's alone.
    pub(super) fn silent(&self, telling: &BTreeSet<usize>) -> Vec<usize> {
        let mut of: Vec<usize> = telling.iter().filter_map(|document| self.origins.get(document).copied()).collect();
        of.dedup();
        match of[..] {
            [origin] if telling.iter().all(|document| self.has(*document)) => {
                self.origins.iter().filter(|(document, other)| **other != origin && !telling.contains(document)).map(|(document, _)| *document).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Adds what some tell alone: to the difference with the same silence, if there is one.
pub(super) fn alone_with(out: &mut Vec<Difference>, alone: Difference, telling: Vec<Differing>) {
    let like = |known: &Difference| known.attribute == alone.attribute && known.silent == alone.silent && known.silent_sides == alone.silent_sides;
    let index = out.iter().position(like).unwrap_or(out.len());
    if index == out.len() {
        out.push(alone);
    }
    telling.into_iter().for_each(|one| out[index].tell(one));
}

/// Place, duration and numbers that one report alone gives.
pub(super) fn one_sided(told: &[Told], audience: &Audience) -> Vec<Difference> {
    let place = |t: &Told| t.2.place.iter().map(|place| (String::new(), place.name.clone(), place.ground.span.clone())).collect();
    // `A few hours` is no length that another account lacks.
    let measured = |duration: &&Grounded| when::minutes(&duration.value).is_some();
    let duration =
        |t: &Told| t.2.duration.iter().filter(measured).map(|duration| (String::new(), duration.value.clone(), duration.ground.span.clone())).collect();
    let number = |t: &Told| t.2.quantities.iter().map(|q| (quantity::thing(q), quantity::shown(q), q.ground.span.clone())).collect();
    let mut out = lone("place", told, audience, place);
    out.extend(lone("duration", told, audience, duration));
    out.extend(lone("quantity", told, audience, number));
    out
}

/// The values of a field (what they are of, value, words) that only one origin gives.
fn lone(attribute: &'static str, told: &[Told], audience: &Audience, values: impl Fn(&Told) -> Vec<(String, String, Quote)>) -> Vec<Difference> {
    let mut by_thing: BTreeMap<String, Vec<Differing>> = BTreeMap::new();
    for t in told {
        for (thing, value, span) in values(t) {
            by_thing.entry(thing).or_default().push(Differing { value, document: t.0, span, side: None });
        }
    }
    let mut out = Vec::new();
    for telling in by_thing.into_values() {
        let silent = audience.silent(&telling.iter().map(|one| one.document).collect());
        if !silent.is_empty() {
            alone_with(&mut out, Difference { silent, ..Difference::new(attribute, Kind::OneSided) }, telling);
        }
    }
    out
}
