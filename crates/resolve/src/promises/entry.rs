//! From the accounts of one promise to its entry.

use std::collections::BTreeSet;

use super::{Side, party, thing};
use crate::entry::{Counted, Evidence, Member, Promised, Report, Value};
use crate::fuse::mention_id;
use crate::interval::{Interval, Relation};
use crate::record::{Ground, Role};

/// The entry of one promise; the accounts in the order of publication make its history.
pub(super) fn entry(group: &[&Side], origins: &[usize]) -> Promised {
    let mut told: Vec<&Side> = group.to_vec();
    told.sort_by(|a, b| published(a).cmp(&published(b)).then(a.record.hash.cmp(&b.record.hash)).then(a.promise.content.cmp(&b.promise.content)));
    let least = told.iter().min_by_key(|t| (&t.record.hash, t.promise.content.start, t.promise.content.end));
    let content = |t: &Side| Ground { span: t.promise.content.clone(), rule: t.promise.rule.clone() };
    Promised {
        id: least.map_or_else(String::new, |t| mention_id(&t.record.hash, Some(&content(t)), "promise")),
        agent: member(&told, |side| Some(&side.promise.agent)).unwrap_or_default(),
        recipient: member(&told, |side| side.promise.recipient.as_ref()),
        contents: told.iter().map(|t| (t.key.0, t.promise.content.clone())).collect(),
        quantities: quantities(&told),
        due: due(&told),
        condition: told.iter().find_map(|t| t.promise.condition.clone().map(|condition| (t.key.0, condition))),
        status: told.last().map(|t| t.promise.status.clone()).unwrap_or_default(),
        cues: told.iter().map(|t| Evidence { document: t.key.0, ground: Ground { span: t.promise.cue.clone(), rule: t.promise.rule.clone() } }).collect(),
        reports: reports(&told, content),
        origins: told.iter().map(|t| origins[t.key.0]).collect::<BTreeSet<_>>().len(),
        outcome: None,
    }
}

/// When the article of an account was published; unknown last.
pub(super) fn published(side: &Side) -> (i32, i32) {
    side.record.day().map_or((i32::MAX, i32::MAX), |day| (day.first, day.last))
}

/// Its numbers in the order in which they were told; one that repeats an earlier one adds its baseline at most.
fn quantities(told: &[&Side]) -> Vec<Counted> {
    let mut out: Vec<Counted> = Vec::new();
    for t in told {
        for quantity in &t.promise.quantities {
            let same = |c: &&mut Counted| c.quantity.value == quantity.value && thing(&c.quantity) == thing(quantity);
            let fits = |c: &&mut Counted| c.quantity.baseline.is_none() || quantity.baseline.is_none() || c.quantity.baseline == quantity.baseline;
            match out.iter_mut().filter(same).find(fits) {
                Some(known) => known.quantity.baseline = known.quantity.baseline.or(quantity.baseline),
                None => out.push(Counted { quantity: quantity.clone(), document: t.key.0 }),
            }
        }
    }
    out
}

/// The date that most accounts allow, of these the finest, of these the one told last. A date that was past when the amount was raised was that of the amount
/// before, and binds no more.
fn due(told: &[&Side]) -> Option<Value> {
    let raises = told.iter().filter(|t| t.promise.quantities.iter().any(|quantity| quantity.baseline.is_some()));
    let raised = raises.filter_map(|t| t.record.day()).map(|day| day.first).max();
    let binds = |t: &&&Side| t.due.zip(raised).is_none_or(|(due, raised)| due.last >= raised);
    let dues: Vec<_> = told.iter().filter(binds).filter_map(|t| t.promise.due.as_ref().map(|due| (t.key.0, due, t.due))).collect();
    let support = |days: Option<Interval>| {
        let allows = |other: Option<Interval>| days.zip(other).is_some_and(|(days, other)| matches!(days.relation(other), Relation::Equal | Relation::Within));
        dues.iter().filter(|(_, _, other)| allows(*other)).count()
    };
    let (_, (_, chosen, _)) = dues.iter().enumerate().max_by_key(|(order, (_, _, days))| (support(*days), days.map(|days| -days.days()), *order))?;
    let evidence =
        dues.iter().filter(|(_, due, _)| due.value == chosen.value).map(|(document, due, _)| Evidence { document: *document, ground: due.ground.clone() });
    Some(Value { value: chosen.value.clone(), evidence: evidence.collect() })
}

/// One report an article, with the status that it tells last.
fn reports(told: &[&Side], content: impl Fn(&Side) -> Ground) -> Vec<Report> {
    let mut out: Vec<Report> = Vec::new();
    for t in told {
        let date = t.promise.due.as_ref().map(|due| due.value.clone());
        match out.iter_mut().find(|report| report.document == t.key.0) {
            Some(report) => {
                report.spans.push(content(t));
                report.status.clone_from(&t.promise.status);
                report.date = report.date.take().or(date);
            }
            None => out.push(Report { document: t.key.0, spans: vec![content(t)], status: t.promise.status.clone(), date }),
        }
    }
    out
}

/// The party of a role over all accounts: the most specific one.
fn member<'r>(told: &[&'r Side<'r>], role: impl Fn(&'r Side<'r>) -> Option<&'r Role>) -> Option<Member> {
    let given: Vec<_> = told.iter().filter_map(|t| role(t).and_then(|role| Some((t.key.0, t.record, party(t, role)?, role)))).collect();
    let (_, record, party, _) = given.iter().max_by_key(|(_, _, party, _)| (party.kind == "person", party.actor.is_some(), party.name.len()))?;
    Some(Member {
        party: (*party).clone(),
        members: party.members.iter().filter_map(|index| record.parties.get(*index).cloned()).collect(),
        evidence: given.iter().map(|(document, _, _, role)| Evidence { document: *document, ground: role.ground.clone() }).collect(),
    })
}
