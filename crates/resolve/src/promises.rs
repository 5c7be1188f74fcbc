//! The same promise over several articles, with the history of its numbers and status.

use std::collections::{BTreeMap, BTreeSet};

use crate::entry::{Counted, Evidence, Member, Promised, Report, Value};
use crate::events::Key;
use crate::fuse::mention_id;
use crate::interval::Interval;
use crate::likeness;
use crate::partition::Partition;
use crate::record::{Ground, Party, Promise, Record, Role};

/// Words in common from which two promises of a party in one story are one.
const ALIKE: f64 = 0.2;
/// The same, over different stories.
const ALIKE_ELSEWHERE: f64 = 0.35;
/// Promises of a block compared with each other.
const WINDOW: usize = 60;

/// All promises, each once, by due date, then id.
#[must_use]
pub fn promises(records: &[Record], stories: &[usize], origins: &[usize]) -> Vec<Promised> {
    let keys: Vec<Key> = records.iter().enumerate().flat_map(|(article, record)| (0..record.promises.len()).map(move |p| (article, p))).collect();
    let get = |key: Key| &records[key.0].promises[key.1];
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, &key) in keys.iter().enumerate() {
        let Some(agent) = records[key.0].parties.get(get(key).agent.party) else { continue };
        let agent = agent.country.as_deref().or(agent.actor.as_deref()).or(agent.keys.first().map(String::as_str)).unwrap_or_default();
        blocks.entry(format!("{agent} story {}", stories[key.0])).or_default().push(index);
        for quantity in &get(key).quantities {
            blocks.entry(format!("{agent} {} {}", quantity.unit, quantity.of.as_deref().map(suquan_token::fold).unwrap_or_default())).or_default().push(index);
        }
    }
    let mut edges: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for members in blocks.into_values() {
        for (position, &a) in members.iter().enumerate() {
            for &b in members.iter().skip(position + 1).take(WINDOW) {
                if let Some(score) = judge(records, keys[a], keys[b], stories) {
                    edges.insert((a, b), score);
                }
            }
        }
    }
    let mut edges: Vec<((usize, usize), f64)> = edges.into_iter().collect();
    edges.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    let mut partition = Partition::new(keys.len());
    for ((a, b), _) in edges {
        let (ra, rb) = (partition.root(a), partition.root(b));
        let articles: BTreeSet<usize> = partition.members(ra).iter().map(|&m| keys[m].0).collect();
        if ra != rb && partition.members(rb).iter().all(|&m| !articles.contains(&keys[m].0)) {
            partition.unite(ra, rb);
        }
    }
    let mut out: Vec<Promised> =
        partition.groups().into_iter().map(|group| entry(records, &group.into_iter().map(|m| keys[m]).collect::<Vec<_>>(), origins)).collect();
    out.sort_by(|a, b| due(a).cmp(&due(b)).then(a.id.cmp(&b.id)));
    out
}

fn due(promise: &Promised) -> (i32, i32) {
    promise.due.as_ref().and_then(|due| Interval::parse(&due.value)).map_or((i32::MAX, i32::MAX), |days| (days.last, days.first))
}

fn judge(records: &[Record], a: Key, b: Key, stories: &[usize]) -> Option<f64> {
    if a.0 == b.0 {
        return None;
    }
    let (x, y) = (&records[a.0].promises[a.1], &records[b.0].promises[b.1]);
    let party = |key: Key, role: &Role| records[key.0].parties.get(role.party);
    let agents = likeness::parties(party(a, &x.agent)?, party(b, &y.agent)?);
    if agents < 0.6 {
        return None;
    }
    if let (Some(p), Some(q)) = (x.recipient.as_ref().and_then(|r| party(a, r)), y.recipient.as_ref().and_then(|r| party(b, r)))
        && likeness::parties(p, q) < 0.6
    {
        return None;
    }
    let days = |promise: &Promise| promise.due.as_ref().and_then(|due| Interval::parse(&due.value));
    if let (Some(p), Some(q)) = (days(x), days(y))
        && !p.meets(q)
        && (p.days() <= 31 || q.days() <= 31)
    {
        return None;
    }
    let words = likeness::jaccard(&x.words, &y.words);
    let counted = x.quantities.iter().any(|p| y.quantities.iter().any(|q| p.unit == q.unit && p.of.is_some() && same_of(p.of.as_deref(), q.of.as_deref())));
    let enough = if stories[a.0] == stories[b.0] { ALIKE } else { ALIKE_ELSEWHERE };
    (words >= enough || counted && words >= enough / 3.0).then_some(0.4 * agents + 0.4 * words + if counted { 0.2 } else { 0.0 })
}

fn same_of(a: Option<&str>, b: Option<&str>) -> bool {
    a.map(suquan_token::fold) == b.map(suquan_token::fold)
}

fn entry(records: &[Record], keys: &[Key], origins: &[usize]) -> Promised {
    let mut told: Vec<(usize, &Record, &Promise)> =
        keys.iter().map(|&(article, index)| (article, &records[article], &records[article].promises[index])).collect();
    told.sort_by_key(|t| (t.1.day().map_or((i32::MAX, i32::MAX), |d| (d.first, d.last)), t.1.hash.clone(), t.2.content.start));
    let least = told.iter().min_by_key(|t| (&t.1.hash, t.2.content.start, t.2.content.end));
    let id = least.map_or_else(String::new, |t| mention_id(&t.1.hash, Some(&Ground { span: t.2.content.clone(), rule: String::new() }), "promise"));
    let mut quantities: Vec<Counted> = Vec::new();
    for t in &told {
        for quantity in &t.2.quantities {
            if !quantities.iter().any(|c| c.quantity.value == quantity.value && c.quantity.unit == quantity.unit && c.quantity.baseline == quantity.baseline) {
                quantities.push(Counted { quantity: quantity.clone(), document: t.0 });
            }
        }
    }
    let dues: Vec<_> = told.iter().filter_map(|t| t.2.due.as_ref().map(|due| (t.0, due))).collect();
    let finest = dues.iter().min_by_key(|(_, due)| Interval::parse(&due.value).map_or(i32::MAX, Interval::days));
    Promised {
        id,
        agent: member(&told, |promise| Some(&promise.agent)).unwrap_or_default(),
        recipient: member(&told, |promise| promise.recipient.as_ref()),
        contents: told.iter().map(|t| (t.0, t.2.content.clone())).collect(),
        quantities,
        due: finest.map(|(_, due)| Value {
            value: due.value.clone(),
            evidence: dues
                .iter()
                .filter(|(_, d)| d.value == due.value)
                .map(|(document, d)| Evidence { document: *document, ground: d.ground.clone() })
                .collect(),
        }),
        condition: told.iter().find_map(|t| t.2.condition.clone().map(|condition| (t.0, condition))),
        status: told.last().map(|t| t.2.status.clone()).unwrap_or_default(),
        cues: told.iter().map(|t| Evidence { document: t.0, ground: Ground { span: t.2.cue.clone(), rule: t.2.rule.clone() } }).collect(),
        reports: told
            .iter()
            .map(|t| crate::entry::Report {
                document: t.0,
                spans: vec![Ground { span: t.2.content.clone(), rule: t.2.rule.clone() }],
                status: t.2.status.clone(),
                date: t.2.due.as_ref().map(|due| due.value.clone()),
            })
            .collect::<Vec<Report>>(),
        origins: told.iter().map(|t| origins[t.0]).collect::<BTreeSet<_>>().len(),
        outcome: None,
    }
}

/// The party of a role over all accounts: the most specific one.
fn member<'r>(told: &[(usize, &'r Record, &'r Promise)], role: impl Fn(&'r Promise) -> Option<&'r Role>) -> Option<Member> {
    let given: Vec<(usize, &Record, &Party, &Role)> =
        told.iter().filter_map(|t| role(t.2).and_then(|role| Some((t.0, t.1, t.1.parties.get(role.party)?, role)))).collect();
    let (_, record, party, _) = given.iter().max_by_key(|(_, _, party, _)| (party.kind == "person", party.actor.is_some(), party.name.len()))?;
    Some(Member {
        party: (*party).clone(),
        members: party.members.iter().filter_map(|index| record.parties.get(*index).cloned()).collect(),
        evidence: given.iter().map(|(document, _, _, role)| Evidence { document: *document, ground: role.ground.clone() }).collect(),
    })
}
