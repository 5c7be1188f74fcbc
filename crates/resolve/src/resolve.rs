//! Resolution: from records to the ledger.

use std::collections::BTreeMap;

use crate::dating::{Inferred, infer};
use crate::entry::{Document, Event, Ledger, Story, Value};
use crate::events::{Key, cluster};
use crate::fuse::fuse;
use crate::interval::Interval;
use crate::judgement::{Action, Judgement, account, constraints};
use crate::origins::origins;
use crate::promises::promises;
use crate::record::Record;
use crate::stories::{self, Item};

/// Rounds of dating: an article dated in one may date others in the next.
const ROUNDS: usize = 4;
/// Events that a story names.
const MAIN: usize = 3;

/// Dates undated articles by the others, as far as it goes; `redate` reads an article (by its index) again with its date learnt.
///
/// The records are put in the order of their hashes.
pub fn date(records: &mut [Record], mut redate: impl FnMut(&Record, &Inferred) -> Option<Record>) -> BTreeMap<String, Vec<String>> {
    records.sort_by(|a, b| a.hash.cmp(&b.hash));
    let mut by = BTreeMap::new();
    for _ in 0..ROUNDS {
        let inferred = infer(records);
        let mut learnt = false;
        for one in inferred {
            let record = &mut records[one.document];
            if let Some(again) = redate(record, &one) {
                by.insert(again.hash.clone(), one.by);
                *record = again;
                learnt = true;
            }
        }
        if !learnt {
            break;
        }
    }
    by
}

/// The ledger of a set of articles, as one pure function: their order does not matter, and an article twice is one.
#[must_use]
pub fn resolve(mut records: Vec<Record>, dated_by: &BTreeMap<String, Vec<String>>, judgements: &[Judgement]) -> Ledger {
    records.sort_by(|a, b| a.hash.cmp(&b.hash).then(a.id.cmp(&b.id)));
    records.dedup_by(|b, a| a.hash == b.hash);
    let marks: Vec<Vec<(u32, u16)>> = records.iter().map(stories::marks).collect();
    let items: Vec<Item> = records.iter().zip(&marks).map(|(record, marks)| Item { terms: &record.features.terms, marks, day: record.day() }).collect();
    let groups = stories::cluster(&items);
    let mut story = vec![0; records.len()];
    for (number, group) in groups.iter().enumerate() {
        group.iter().for_each(|&member| story[member] = number);
    }
    let (origin, reasons) = origins(&records);
    let mut events: Vec<(Event, Vec<Key>)> = cluster(&records, &story, &origin, &constraints(&records, judgements))
        .into_iter()
        .map(|(keys, edges)| (fuse(&records, &keys, &edges, &origin), keys))
        .collect();
    correct(&records, judgements, &mut events);
    let promised = promises(&records, &story, &origin, &events);
    let mut events: Vec<Event> = events.into_iter().map(|(event, _)| event).collect();
    events.sort_by(|a, b| days(a).cmp(&days(b)).then(a.id.cmp(&b.id)));
    // Origins are numbered in the order of their first articles.
    let mut first: Vec<usize> = Vec::new();
    for (index, &number) in origin.iter().enumerate() {
        if number == first.len() {
            first.push(index);
        }
    }
    let documents = records
        .iter()
        .zip(reasons)
        .enumerate()
        .map(|(index, (record, origin_reasons))| Document {
            id: record.id.clone(),
            hash: record.hash.clone(),
            language: record.language.clone(),
            title: record.title.clone(),
            source: record.source.clone(),
            published: record.published.clone(),
            published_basis: record.published_basis.clone(),
            dated_by: dated_by.get(&record.hash).cloned().unwrap_or_default(),
            origin: first[origin[index]],
            origin_reasons,
            story: story[index],
        })
        .collect();
    let mut told_in: Vec<Vec<usize>> = vec![Vec::new(); records.len()];
    for (index, event) in events.iter().enumerate() {
        event.reports.iter().for_each(|report| told_in[report.document].push(index));
    }
    let stories = groups.into_iter().map(|group| tell(&records, &events, &told_in, group)).collect();
    Ledger { documents, events, promises: promised, stories }
}

/// By date; undated last.
fn days(event: &Event) -> (i32, i32) {
    event.date.as_ref().and_then(|date| Interval::parse(&date.value)).map_or((i32::MAX, i32::MAX), |days| (days.first, days.last))
}

/// Sets the fields that editors decided, takes out what they rejected, and notes every judgement that took part.
fn correct(records: &[Record], judgements: &[Judgement], events: &mut Vec<(Event, Vec<Key>)>) {
    for judgement in judgements {
        let (Action::Merge { these, .. } | Action::Split { these, .. } | Action::Set { these, .. } | Action::Reject { these }) = &judgement.action;
        let keys: Vec<Key> = these.iter().filter_map(|mark| account(records, mark)).collect();
        let meant = |members: &[Key]| members.iter().any(|key| keys.contains(key));
        if matches!(judgement.action, Action::Reject { .. }) {
            events.retain(|(_, members)| !meant(members));
            continue;
        }
        for (event, _) in events.iter_mut().filter(|(_, members)| meant(members)) {
            event.judged.push(judgement.number);
            if let Action::Set { field, value, .. } = &judgement.action {
                let evidence = event.reports.first().and_then(|report| {
                    let mut ground = report.spans.first()?.clone();
                    ground.rule = format!("judgement/{}", judgement.number);
                    Some(crate::entry::Evidence { document: report.document, ground })
                });
                let value = Value { value: value.clone(), evidence: evidence.into_iter().collect() };
                match field.as_str() {
                    "date" => (event.date, event.date_basis) = (Some(value), Some("stated".to_owned())),
                    "place" => event.place = Some(value),
                    "status" => event.status = value.value,
                    "type" => event.kind = value.value,
                    _ => {}
                }
            }
        }
    }
}

/// A story: its articles, the events most of them report, and the headline of the earliest that reports the main one.
fn tell(records: &[Record], events: &[Event], told_in: &[Vec<usize>], group: Vec<usize>) -> Story {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for index in group.iter().flat_map(|&document| &told_in[document]) {
        *counts.entry(*index).or_default() += 1;
    }
    let mut shared: Vec<(usize, usize)> = counts.into_iter().collect();
    // Of events that as many report the latest that has happened: the others are recalled beside it, or to come.
    let latest = |event: &Event| if matches!(event.status.as_str(), "occurred" | "ongoing") && event.date.is_some() { days(event).1 } else { i32::MIN };
    shared.sort_by_key(|(index, count)| (std::cmp::Reverse(*count), std::cmp::Reverse(latest(&events[*index])), *index));
    shared.truncate(MAIN);
    let reports_main = |document: &usize| shared.first().is_some_and(|(index, _)| events[*index].reports.iter().any(|r| r.document == *document));
    let earliest = |documents: &mut dyn Iterator<Item = &usize>| {
        documents.filter(|d| records[**d].title.is_some()).min_by_key(|d| (records[**d].day().map_or(i32::MAX, |day| day.first), **d)).copied()
    };
    let titled = earliest(&mut group.iter().filter(|d| reports_main(d))).or_else(|| earliest(&mut group.iter()));
    Story {
        id: group.first().map(|&least| format!("story-{}", records[least].hash.get(..12).unwrap_or(&records[least].hash))).unwrap_or_default(),
        title: titled.and_then(|document| records[document].title.clone()),
        events: shared.into_iter().map(|(index, _)| index).collect(),
        documents: group,
    }
}
