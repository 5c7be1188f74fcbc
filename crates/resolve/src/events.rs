//! Which accounts are of one event: blocking, judging, clustering.
//!
//! Accounts meet in two kinds of block: those of one story and type, and those of any story that share type, pair of parties
//! and month (or year, or place, or no more where the act is done but once). Judged edges are taken from the surest down; each
//! may join two groups only where the groups as wholes can be one event. The outcome depends on the set of accounts alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::interval::{Interval, Relation, civil};
use crate::judge::{Side, Verdict, are_apart, family, is_once, judge};
use crate::partition::Partition;
use crate::record::Record;

/// Accounts of a block compared pair by pair; of a larger one, each with its nearest only.
const BLOCK: usize = 160;
/// Neighbours compared in a block that is too large.
const WINDOW: usize = 40;

/// Sets of agents of a group that are compared with those of another.
const CASTS: usize = 8;

/// The index of an article and of an account in it.
pub type Key = (usize, usize);

/// An edge between two accounts, judged to be of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// One account.
    pub a: Key,
    /// The other.
    pub b: Key,
    /// Score and reasons.
    pub verdict: Verdict,
}

/// Decisions of editors about accounts.
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    /// These are one event.
    pub merge: Vec<(Key, Key)>,
    /// These are two.
    pub split: Vec<(Key, Key)>,
}

/// Groups of accounts, each of one event, with the edges that made them; groups and accounts in the articles' order.
#[must_use]
pub fn cluster(records: &[Record], stories: &[usize], origins: &[usize], constraints: &Constraints) -> Vec<(Vec<Key>, Vec<Edge>)> {
    let keys: Vec<Key> = records.iter().enumerate().flat_map(|(article, record)| (0..record.events.len()).map(move |event| (article, event))).collect();
    let sides: Vec<Side> = keys
        .iter()
        .map(|&(article, event)| {
            let account = &records[article].events[event];
            Side {
                record: &records[article],
                account,
                days: account.date.as_ref().and_then(|date| Interval::parse(&date.value)),
                story: stories[article],
                origin: origins[article],
            }
        })
        .collect();
    let mut edges: Vec<(usize, usize, Verdict)> =
        pairs(&sides, &keys).into_iter().filter_map(|(a, b)| judge(sides[a], sides[b]).map(|verdict| (a, b, verdict))).collect();
    edges.sort_by(|x, y| y.2.score.total_cmp(&x.2.score).then((x.0, x.1).cmp(&(y.0, y.1))));

    let index = |key: &Key| keys.binary_search(key).ok();
    let mut groups = Groups::new(&sides, &keys);
    let chosen = |pair: &(Key, Key)| Some((index(&pair.0)?, index(&pair.1)?));
    groups.apart = constraints.split.iter().filter_map(chosen).collect();
    for (a, b) in constraints.merge.iter().filter_map(chosen) {
        groups.unite(a, b, Verdict { score: 1.0, reasons: vec![("judgement", 1.0)] });
    }
    for (a, b, verdict) in edges {
        if groups.can_unite(a, b) {
            groups.unite(a, b, verdict);
        }
    }
    groups.finish(&keys)
}

/// Candidate pairs, ordered.
fn pairs(sides: &[Side], keys: &[Key]) -> Vec<(usize, usize)> {
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, side) in sides.iter().enumerate() {
        for key in block_keys(side) {
            blocks.entry(key).or_default().push(index);
        }
    }
    let mut pairs = BTreeSet::new();
    for mut members in blocks.into_values() {
        if members.len() > BLOCK {
            // In order of date and article, so that what is left uncompared is what is least alike.
            members.sort_by_key(|&m| (sides[m].days.map_or(i32::MAX, |d| d.first), sides[m].days.map_or(0, |d| d.last), keys[m]));
        }
        let reach = if members.len() > BLOCK { WINDOW } else { members.len() };
        for (position, &a) in members.iter().enumerate() {
            for &b in members.iter().skip(position + 1).take(reach) {
                if keys[a].0 != keys[b].0 {
                    pairs.insert((a.min(b), a.max(b)));
                }
            }
        }
    }
    pairs.into_iter().collect()
}

/// The blocks in which an account meets others.
fn block_keys(side: &Side) -> Vec<String> {
    let kind = family(&side.account.kind);
    let mut keys = vec![format!("{kind} story {}", side.story)];
    let pairs = side.record.pairs(side.account);
    let mut times = Vec::new();
    if let Some(days) = side.days {
        let ((first_year, first_month, _), (last_year, last_month, _)) = (civil(days.first), civil(days.last));
        if days.days() <= 62 {
            times.push(format!("{first_year}-{first_month}"));
            if (first_year, first_month) != (last_year, last_month) {
                times.push(format!("{last_year}-{last_month}"));
            }
        }
        times.push(format!("{first_year}"));
    }
    if let Some(place) = side.account.place.as_ref().and_then(|place| place.country.as_ref()) {
        times.push(format!("in {place}"));
    }
    if is_once(*side) {
        times.push("once".to_owned());
    }
    for pair in &pairs {
        keys.extend(times.iter().map(|time| format!("{kind} {pair} {time}")));
    }
    keys
}

/// Groups in the making, with what their members allow.
struct Groups<'r> {
    partition: Partition,
    sides: &'r [Side<'r>],
    keys: &'r [Key],
    edges: Vec<(usize, usize, Verdict)>,
    apart: BTreeSet<(usize, usize)>,
}

impl<'r> Groups<'r> {
    fn new(sides: &'r [Side<'r>], keys: &'r [Key]) -> Self {
        Self { partition: Partition::new(sides.len()), sides, keys, edges: Vec::new(), apart: BTreeSet::new() }
    }

    /// Whether no two members of the two groups exclude each other.
    fn can_unite(&mut self, a: usize, b: usize) -> bool {
        let (ra, rb) = (self.partition.root(a), self.partition.root(b));
        if ra == rb {
            return false;
        }
        let (left, right) = (self.partition.members(ra), self.partition.members(rb));
        let (few, many) = if left.len() <= right.len() { (left, right) } else { (right, left) };
        let articles: BTreeSet<usize> = many.iter().map(|&m| self.keys[m].0).collect();
        if few.iter().any(|&m| articles.contains(&self.keys[m].0)) {
            // An article tells each event once: two of its accounts are two events.
            return false;
        }
        if !self.apart.is_empty() && few.iter().any(|&x| many.iter().any(|&y| self.apart.contains(&(x, y)) || self.apart.contains(&(y, x)))) {
            return false;
        }
        if self.rivals(few, many) {
            return false;
        }
        // Dates: the finest of one group must not lie far from the finest of the other.
        let finest = |members: &[usize]| members.iter().filter_map(|&m| self.sides[m].days).min_by_key(|d| (d.days(), *d));
        match (finest(few), finest(many)) {
            (Some(x), Some(y)) => match x.relation(y) {
                Relation::Apart(gap) => gap <= 2.max(x.days().min(y.days()) / 28),
                _ => true,
            },
            _ => true,
        }
    }

    /// Whether an account of one group tells of other agents than one of the other: a third that names none joins it to one of them, not both.
    fn rivals(&self, few: &[usize], many: &[usize]) -> bool {
        let (few, many) = (self.casts(few), self.casts(many));
        few.iter().any(|&x| many.iter().any(|&y| are_apart(self.sides[x], self.sides[y])))
    }

    /// Of the accounts of a group one for each set of parties that act, as far as they are looked at.
    fn casts(&self, members: &[usize]) -> Vec<usize> {
        let mut known: BTreeSet<Vec<&str>> = BTreeSet::new();
        let name = |side: &Side<'r>, party: usize| side.record.parties.get(party).map(|party| party.actor.as_deref().unwrap_or(&party.name));
        let acts = |m: usize| self.sides[m].account.actors.iter().filter_map(|role| name(&self.sides[m], role.party)).collect::<Vec<_>>();
        members.iter().copied().filter(|&m| known.insert(acts(m))).take(CASTS).collect()
    }

    fn unite(&mut self, a: usize, b: usize, verdict: Verdict) {
        self.partition.unite(a, b);
        self.edges.push((a, b, verdict));
    }

    fn finish(mut self, keys: &[Key]) -> Vec<(Vec<Key>, Vec<Edge>)> {
        let mut edges: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
        for (a, b, verdict) in std::mem::take(&mut self.edges) {
            edges.entry(self.partition.root(a)).or_default().push(Edge { a: keys[a], b: keys[b], verdict });
        }
        let roots: Vec<usize> = (0..keys.len()).map(|index| self.partition.root(index)).collect();
        let groups = self.partition.groups();
        groups
            .into_iter()
            .map(|members| {
                let edges = edges.remove(&roots[members[0]]).unwrap_or_default();
                (members.into_iter().map(|m| keys[m]).collect(), edges)
            })
            .collect()
    }
}
