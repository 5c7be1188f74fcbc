//! What a later state of the ledger has that an earlier one has not.

use std::collections::BTreeMap;

use suquan_resolve::Ledger;
use suquan_resolve::entry::Event;

/// What became of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// No article told of it before.
    New,
    /// More articles tell of it; its fields stand.
    Reported,
    /// These fields have changed: name, before, after.
    Revised(Vec<(&'static str, String, String)>),
}

/// The events of the later ledger that are new or changed, by index, in its order.
pub type Changes = Vec<(usize, Change)>;

/// Compares two states of a ledger. An event is known again by any article and words that reported it before.
#[must_use]
pub fn diff(before: &Ledger, after: &Ledger) -> Changes {
    let mut known: BTreeMap<(&str, u32, u32, &str), &Event> = BTreeMap::new();
    for event in &before.events {
        for (mention, _) in mentions(before, event) {
            known.insert(mention, event);
        }
    }
    let mut changes = Vec::new();
    for (index, event) in after.events.iter().enumerate() {
        let Some(old) = mentions(after, event).find_map(|(mention, _)| known.get(&mention).copied()) else {
            changes.push((index, Change::New));
            continue;
        };
        let fields = revised(old, event);
        if !fields.is_empty() {
            changes.push((index, Change::Revised(fields)));
        } else if event.reports.len() > old.reports.len() {
            changes.push((index, Change::Reported));
        }
    }
    changes
}

fn mentions<'l>(ledger: &'l Ledger, event: &'l Event) -> impl Iterator<Item = ((&'l str, u32, u32, &'l str), ())> {
    event.reports.iter().flat_map(move |report| {
        let hash = ledger.documents[report.document].hash.as_str();
        report.spans.iter().map(move |ground| ((hash, ground.span.start, ground.span.end, event.kind.as_str()), ()))
    })
}

fn revised(old: &Event, new: &Event) -> Vec<(&'static str, String, String)> {
    let value = |value: &Option<suquan_resolve::entry::Value>| value.as_ref().map(|v| v.value.clone()).unwrap_or_default();
    let fields = [
        ("date", value(&old.date), value(&new.date)),
        ("place", value(&old.place), value(&new.place)),
        ("duration", value(&old.duration), value(&new.duration)),
        ("status", old.status.clone(), new.status.clone()),
    ];
    fields.into_iter().filter(|(_, before, after)| before != after).collect()
}
