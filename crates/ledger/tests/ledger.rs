//! What was known when, what is new, whose account says what.

use std::collections::BTreeMap;

use suquan_ledger::{Change, Subject, as_of, compare, diff};
use suquan_resolve::interval::Interval;
use suquan_resolve::record::{Account, Dated, Ground, Party, Quote, Record, Role, Saying, Topic};
use suquan_resolve::resolve;

fn quote(start: u32, text: &str) -> Quote {
    Quote { start, end: start + text.len() as u32, text: text.into() }
}

/// An article in which two persons of two states speak by telephone, and one of them raises a topic.
fn article(id: &str, published: &str, date: &str, speaker: usize, topic: &str) -> Record {
    let party = |name: &str, country: &str| Party {
        name: name.into(),
        actor: Some(format!("person/{name}")),
        kind: "person".into(),
        country: Some(country.into()),
        keys: vec![name.into()],
        ..Party::default()
    };
    let ground = |start| Ground { span: quote(start, "words"), rule: "test".into() };
    let said = Topic { topic: topic.into(), side: None, span: quote(60, topic) };
    Record {
        id: id.into(),
        hash: format!("hash-{id}"),
        published: Some(published.into()),
        parties: vec![party("ann", "AA"), party("bo", "BB")],
        events: vec![Account {
            kind: "CONSULT".into(),
            modes: vec!["phone".into()],
            actors: vec![Role { party: 0, ground: ground(0) }, Role { party: 1, ground: ground(10) }],
            date: Some(Dated { value: date.into(), basis: "stated".into(), time: None, zone: None, ground: ground(20) }),
            status: "occurred".into(),
            triggers: vec![ground(30)],
            ..Account::default()
        }],
        statements: vec![Saying { speaker, content: quote(50, "…"), topics: vec![said], ..Saying::default() }],
        ..Record::default()
    }
}

fn day(date: &str) -> i32 {
    Interval::parse(date).expect("a date").last
}

#[test]
fn later_articles_are_not_known_earlier() {
    let records = vec![article("a", "2025-11-25", "2025-11-24", 0, "x"), article("b", "2025-12-01", "2025-11-24", 1, "y")];
    assert_eq!(as_of(records.clone(), day("2025-11-30")).len(), 1);
    assert_eq!(as_of(records, day("2025-11-24")).len(), 0);
}

#[test]
fn a_difference_tells_new_from_reported_again_and_revised() {
    let first = article("a", "2025-11-25", "2025-11", 0, "x");
    let again = article("b", "2025-12-01", "2025-11", 1, "y");
    let finer = article("c", "2025-12-02", "2025-11-24", 1, "y");
    let ledger = |records: &[&Record]| resolve(records.iter().map(|record| (*record).clone()).collect(), &BTreeMap::new(), &[]);
    assert_eq!(diff(&ledger(&[]), &ledger(&[&first])), [(0, Change::New)]);
    assert_eq!(diff(&ledger(&[&first]), &ledger(&[&first])), []);
    assert_eq!(diff(&ledger(&[&first]), &ledger(&[&first, &again])), [(0, Change::Reported)]);
    let revised = Change::Revised(vec![("date", "2025-11".into(), "2025-11-24".into())]);
    assert_eq!(diff(&ledger(&[&first]), &ledger(&[&first, &finer])), [(0, revised)]);
}

#[test]
fn what_one_side_alone_speaks_of_is_marked() {
    let records = [article("a", "2025-11-25", "2025-11-24", 0, "island"), article("b", "2025-11-25", "2025-11-24", 1, "trade")];
    let ledger = resolve(records.to_vec(), &BTreeMap::new(), &[]);
    let event = &ledger.events[0];
    let subject = Subject {
        date: event.date.as_ref().map(|date| date.value.as_str()),
        sides: event.actors.iter().filter_map(|member| member.party.country.as_deref()).collect(),
        raised: event.topics.iter().map(|raised| (ledger.documents[raised.document].id.as_str(), raised.topic.clone())).collect(),
    };
    let compared = |by_outlet| compare(&subject, &records, by_outlet);
    let sides = compared(false);
    assert_eq!(sides.columns, ["AA", "BB"]);
    let only: Vec<_> = sides.rows.iter().map(|row| (row.topic.as_str(), row.only)).collect();
    assert_eq!(only, [("island", Some(0)), ("trade", Some(1))]);
    assert_eq!(compared(true).columns, ["a", "b"]);
}
