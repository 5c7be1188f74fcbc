//! The same promise over several articles, with the history of its numbers and status, and what became of it.

mod entry;
mod outcome;

use std::collections::{BTreeMap, BTreeSet};

use crate::entry::{Event, Promised};
use crate::events::Key;
use crate::interval::Interval;
use crate::likeness;
use crate::partition::Partition;
use crate::record::{Promise, Quantity, Record, Role};

/// Words in common from which two promises of a party in one story are one.
const ALIKE: f64 = 0.2;
/// The same, over different stories.
const ALIKE_ELSEWHERE: f64 = 0.35;
/// Promises of a block compared with each other.
const WINDOW: usize = 60;

/// All promises, each once, by due date, then id; `events` with the accounts that each was made of.
#[must_use]
pub fn promises(records: &[Record], stories: &[usize], origins: &[usize], events: &[(Event, Vec<Key>)]) -> Vec<Promised> {
    let acts: BTreeMap<Key, usize> = events.iter().enumerate().flat_map(|(index, (_, keys))| keys.iter().map(move |key| (*key, index))).collect();
    let all =
        records.iter().enumerate().flat_map(|(article, record)| record.promises.iter().enumerate().map(move |(index, promise)| (article, index, promise)));
    let sides: Vec<Side> = all
        .map(|(article, index, promise)| Side {
            key: (article, index),
            record: &records[article],
            promise,
            story: stories[article],
            event: promise.act.and_then(|act| acts.get(&(article, act)).copied()),
            due: promise.due.as_ref().and_then(|due| Interval::parse(&due.value)),
        })
        .collect();
    let mut partition = Partition::new(sides.len());
    for (a, b, edge) in edges(&sides) {
        let (ra, rb) = (partition.root(a), partition.root(b));
        let articles: BTreeSet<usize> = partition.members(ra).iter().map(|&m| sides[m].key.0).collect();
        // An article seldom tells a promise twice, unless it says so.
        if ra != rb && (edge.sure || partition.members(rb).iter().all(|&m| !articles.contains(&sides[m].key.0))) {
            partition.unite(ra, rb);
        }
    }
    let finder = outcome::Finder::new(records, events);
    let entry = |group: Vec<usize>| {
        let group: Vec<&Side> = group.into_iter().map(|member| &sides[member]).collect();
        let mut promised = entry::entry(&group, origins);
        promised.outcome = finder.outcome(&group, &promised);
        promised
    };
    let mut out: Vec<Promised> = partition.groups().into_iter().map(entry).collect();
    out.sort_by(|a, b| due(a).cmp(&due(b)).then(a.id.cmp(&b.id)));
    out
}

/// One article's account of a promise, with what judging compares.
struct Side<'r> {
    /// The indices of the article and of the promise in it.
    key: Key,
    record: &'r Record,
    promise: &'r Promise,
    story: usize,
    /// The event that is promised: its index.
    event: Option<usize>,
    due: Option<Interval>,
}

fn due(promise: &Promised) -> (i32, i32) {
    promise.due.as_ref().and_then(|due| Interval::parse(&due.value)).map_or((i32::MAX, i32::MAX), |days| (days.last, days.first))
}

/// A judged pair; a sure one holds within an article too.
struct Edge {
    score: f64,
    sure: bool,
}

/// Judged pairs, the surest first.
fn edges(sides: &[Side]) -> Vec<(usize, usize, Edge)> {
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, side) in sides.iter().enumerate() {
        let Some(agent) = side.record.parties.get(side.promise.agent.party) else { continue };
        let agent = agent.country.as_deref().or(agent.actor.as_deref()).or(agent.keys.first().map(String::as_str)).unwrap_or_default();
        let mut put = |key: String| blocks.entry(key).or_default().push(index);
        put(format!("{agent} story {}", side.story));
        if let Some(event) = side.event {
            put(format!("{agent} event {event}"));
        }
        side.promise.quantities.iter().for_each(|quantity| put(format!("{agent} {}", thing(quantity))));
    }
    let mut edges: BTreeMap<(usize, usize), Edge> = BTreeMap::new();
    for members in blocks.into_values() {
        for (position, &a) in members.iter().enumerate() {
            for &b in members.iter().skip(position + 1).take(WINDOW) {
                if let Some(edge) = judge(&sides[a], &sides[b]) {
                    edges.insert((a, b), edge);
                }
            }
        }
    }
    let mut edges: Vec<(usize, usize, Edge)> = edges.into_iter().map(|((a, b), edge)| (a, b, edge)).collect();
    edges.sort_by(|x, y| y.2.score.total_cmp(&x.2.score).then((x.0, x.1).cmp(&(y.0, y.1))));
    edges
}

fn judge(a: &Side, b: &Side) -> Option<Edge> {
    let (x, y) = (a.promise, b.promise);
    let agents = likeness::parties(party(a, &x.agent)?, party(b, &y.agent)?);
    if agents < 0.6 {
        return None;
    }
    if let (Some(p), Some(q)) = (x.recipient.as_ref().and_then(|r| party(a, r)), y.recipient.as_ref().and_then(|r| party(b, r)))
        && likeness::parties(p, q) < 0.6
    {
        return None;
    }
    // The raise of an amount is told with the amount before it.
    let raised = pairs(x, y).any(|(p, q)| p.of.is_some() && (p.baseline == Some(q.value) || q.baseline == Some(p.value)));
    if raised {
        return Some(Edge { score: 0.8 + 0.1 * agents, sure: true });
    }
    if a.key.0 == b.key.0 {
        return None;
    }
    if a.event.is_some() && a.event == b.event {
        return Some(Edge { score: 0.9 + 0.1 * agents, sure: false });
    }
    if let (Some(p), Some(q)) = (a.due, b.due)
        && !p.meets(q)
        && (p.days() <= 31 || q.days() <= 31)
    {
        return None;
    }
    let words = likeness::jaccard(&x.words, &y.words);
    let counted = pairs(x, y).any(|(p, _)| p.of.is_some());
    let enough = if a.story == b.story { ALIKE } else { ALIKE_ELSEWHERE };
    let score = 0.4 * agents + 0.4 * words + if counted { 0.2 } else { 0.0 };
    (words >= enough || counted && words >= enough / 3.0).then_some(Edge { score, sure: false })
}

/// The numbers of two promises that count the same.
fn pairs<'r>(a: &'r Promise, b: &'r Promise) -> impl Iterator<Item = (&'r Quantity, &'r Quantity)> {
    a.quantities.iter().flat_map(move |p| b.quantities.iter().filter(move |q| thing(p) == thing(q)).map(move |q| (p, q)))
}

/// Unit and thing, by which numbers are told apart.
fn thing(quantity: &Quantity) -> String {
    format!("{} {}", quantity.unit, quantity.of.as_deref().map(suquan_token::fold).unwrap_or_default())
}

fn party<'r>(side: &Side<'r>, role: &Role) -> Option<&'r crate::record::Party> {
    side.record.parties.get(role.party)
}
