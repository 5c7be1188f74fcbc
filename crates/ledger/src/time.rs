//! Valid time: what the articles published until a day say.

use suquan_resolve::Record;
use suquan_resolve::entry::{Document, Promised};
use suquan_resolve::interval::Interval;

/// The records published on or before the day. An article without a date was published nobody knows when: it is left out.
#[must_use]
pub fn as_of(records: Vec<Record>, day: i32) -> Vec<Record> {
    records.into_iter().filter(|record| record.day().is_some_and(|published| published.first <= day)).collect()
}

/// The last day on which an article of the ledger was published.
#[must_use]
pub fn newest(documents: &[Document]) -> Option<i32> {
    documents.iter().filter_map(|document| Interval::parse(document.published.as_deref()?)).map(|published| published.last).max()
}

/// Whether a promise should have been kept by the day, and nothing says that it was.
#[must_use]
pub fn is_overdue(promise: &Promised, day: i32) -> bool {
    let open = matches!(promise.status.as_str(), "promised" | "considered" | "conditional");
    let due = promise.due.as_ref().and_then(|due| Interval::parse(&due.value));
    open && promise.outcome.is_none() && due.is_some_and(|due| due.last < day)
}
