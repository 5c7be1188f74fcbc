//! The ledger as entries of the store.

use serde_json::{Value, json};
use suquan_api::LedgerWriter;
use suquan_resolve::Ledger;
use suquan_resolve::entry::Member;
use suquan_resolve::interval::Interval;
use suquan_store::Entry;

use crate::spread::spread;

/// Every event, promise, story and document with what it is looked up by and what lists show of it.
pub(crate) fn entries(ledger: &Ledger) -> Vec<Entry> {
    let writer = LedgerWriter { ledger };
    let hashes = |documents: &mut dyn Iterator<Item = usize>| documents.map(|document| ledger.documents[document].hash.clone()).collect::<Vec<_>>();
    // Writing records takes as long as finding out what they say.
    let mut out = spread(&ledger.events, |event| {
        let record = writer.event(event);
        Entry {
            kind: "event".into(),
            id: event.id.clone(),
            kind_type: Some(event.kind.clone()),
            status: Some(event.status.clone()),
            days: days(event.date.as_ref().map(|date| date.value.as_str())),
            parties: parties(event.actors.iter().chain(&event.recipients)),
            documents: hashes(&mut event.reports.iter().map(|report| report.document)),
            line: event_line(&record).to_string(),
            body: record.to_string().into_bytes(),
        }
    });
    out.extend(spread(&ledger.promises, |promise| {
        let body = writer.promise(promise).to_string();
        Entry {
            kind: "commitment".into(),
            id: promise.id.clone(),
            kind_type: None,
            status: Some(promise.status.clone()),
            days: days(promise.due.as_ref().map(|due| due.value.as_str())),
            parties: parties(std::iter::once(&promise.agent).chain(&promise.recipient)),
            documents: hashes(&mut promise.reports.iter().map(|report| report.document)),
            line: body.clone(),
            body: body.into_bytes(),
        }
    }));
    out.extend(spread(&ledger.stories, |story| {
        let body = writer.story(story).to_string();
        let published = story.documents.iter().filter_map(|&document| days(ledger.documents[document].published.as_deref())).min();
        plain("story", story.id.clone(), published, hashes(&mut story.documents.iter().copied()), body)
    }));
    let numbers: Vec<usize> = (0..ledger.documents.len()).collect();
    out.extend(spread(&numbers, |&index| {
        let (document, body) = (&ledger.documents[index], writer.document(index).to_string());
        plain("document", document.hash.clone(), days(document.published.as_deref()), vec![document.hash.clone()], body)
    }));
    out
}

fn plain(kind: &str, id: String, days: Option<(i32, i32)>, documents: Vec<String>, body: String) -> Entry {
    Entry { kind: kind.into(), id, kind_type: None, status: None, days, parties: Vec::new(), documents, line: body.clone(), body: body.into_bytes() }
}

/// The fields of an event that a timeline shows or filters by.
fn event_line(record: &Value) -> Value {
    let party = |party: &Value| json!({"name": party["name"], "actor": party["actor"], "aliases": party["aliases"]});
    let cast = |key: &str| record[key].as_array().map(|parties| parties.iter().map(party).collect::<Vec<_>>()).unwrap_or_default();
    let conflicts = record["conflicts"].as_array().map(|all| all.iter().map(|one| json!({"attribute": one["attribute"]})).collect::<Vec<_>>());
    json!({
        "id": record["id"], "type": record["type"], "modes": record["modes"], "title": record["title"], "date": record["date"], "status": record["status"],
        "actors": cast("actors"), "recipients": cast("recipients"), "claimed_by": cast("claimed_by"),
        "articles": record["articles"], "origins": record["origins"], "conflicts": conflicts.unwrap_or_default(),
    })
}

fn days(date: Option<&str>) -> Option<(i32, i32)> {
    Interval::parse(date?).map(|days| (days.first, days.last))
}

fn parties<'l>(members: impl Iterator<Item = &'l Member>) -> Vec<String> {
    let mut out: Vec<String> = members.flat_map(|member| member.party.actor.iter().cloned().chain(member.party.keys.iter().cloned())).collect();
    out.sort();
    out.dedup();
    out
}
