//! What one account alone tells, who took part by different accounts, and conflicts inside one article.

mod common;

use common::{account, article, ground, person, place, state};
use std::collections::BTreeMap;
use suquan_resolve::entry::{Difference, Event, Kind};
use suquan_resolve::record::{Account, Grounded, Party, Quantity, Quote, Saying, Topic, Variant};
use suquan_resolve::{Record, resolve};

/// Two articles of one story and day on a call of two leaders the day before.
fn pair() -> [Record; 2] {
    let cast = [person("Ann Bell", "AA"), person("Cid Dow", "CC")];
    ["one", "two"].map(|id| {
        let mut record = article(id, Some("2025-11-25"), 1, u64::from(id == "two"), &cast);
        record.events.push(account(&record, "CONSULT", &["phone"], Some("2025-11-24")));
        record
    })
}

/// The only event of these articles.
fn event(records: &[Record]) -> Event {
    let ledger = resolve(records.to_vec(), &BTreeMap::new(), &[]);
    let [event] = ledger.events.as_slice() else { panic!("one event: {:?}", ledger.events.len()) };
    event.clone()
}

fn one_sided(records: &[Record]) -> Vec<Difference> {
    event(records).differences.into_iter().filter(|difference| difference.kind == Kind::OneSided).collect()
}

/// Field, values and how many articles leave it out.
fn shown(records: &[Record]) -> Vec<(&'static str, Vec<String>, usize)> {
    one_sided(records).into_iter().map(|d| (d.attribute, d.values.into_iter().map(|v| v.value).collect(), d.silent.len())).collect()
}

fn lasting(account: &mut Account, length: &str) {
    account.duration = Some(Grounded { value: length.into(), ground: ground(3) });
}

#[test]
fn what_one_of_two_reports_tells_is_one_sided() {
    let mut records = pair();
    lasting(&mut records[0].events[0], "PT1H");
    records[1].events[0].place = Some(place("Aton", "AA"));
    assert_eq!(shown(&records), [("place", vec!["Aton".into()], 1), ("duration", vec!["PT1H".into()], 1)]);
}

#[test]
fn what_both_tell_or_neither_is_no_difference() {
    let mut records = pair();
    assert_eq!(shown(&records), []);
    records.iter_mut().for_each(|record| lasting(&mut record.events[0], "PT1H"));
    assert_eq!(shown(&records), []);
}

#[test]
fn a_recollection_is_silent_about_nothing() {
    let mut records = pair();
    lasting(&mut records[0].events[0], "PT1H");
    records[1].published = Some("2025-12-20".into());
    assert_eq!(shown(&records), []);
}

#[test]
fn a_copy_is_no_other_account() {
    let mut records = pair();
    lasting(&mut records[0].events[0], "PT1H");
    records[1].features = records[0].features.clone();
    assert_eq!(shown(&records), []);
}

#[test]
fn numbers_of_other_things_are_each_ones_own() {
    let count = |value: f64, of: Option<&str>| Quantity { value, unit: "t".into(), of: of.map(str::to_owned), ground: ground(3), ..Quantity::default() };
    let mut records = pair();
    records[0].events[0].quantities = vec![count(12.0, Some("rice")), count(5.0, Some("oil"))];
    records[1].events[0].quantities = vec![count(12.0, Some("rice"))];
    assert_eq!(shown(&records), [("quantity", vec!["5".into()], 1)]);
}

#[test]
fn numbers_of_nothing_named_are_compared_only_where_each_account_has_one() {
    let count = |value: f64| Quantity { value, unit: "reactor".into(), ground: ground(3), ..Quantity::default() };
    let kinds = |records: &[Record]| event(records).differences.iter().map(|d| (d.attribute, d.kind)).collect::<Vec<_>>();
    let mut records = pair();
    records[0].events[0].quantities = vec![count(2.0)];
    records[1].events[0].quantities = vec![count(4.0)];
    assert_eq!(kinds(&records), [("quantity", Kind::Conflict)]);
    records[1].events[0].quantities.push(count(2.0));
    assert_eq!(kinds(&records), []);
}

fn says(record: &mut Record, speaker: usize, topics: &[&str]) {
    let start = 500 + 20 * record.statements.len() as u32;
    let span = |at: u32| Quote { start: start + at, end: start + at + 4, text: "word".into() };
    let topics = topics.iter().zip(0..).map(|(topic, at)| Topic { topic: (*topic).into(), side: None, span: span(at) }).collect();
    record.statements.push(Saying { speaker, topics, content: span(0), ..Saying::default() });
}

#[test]
fn a_topic_that_one_side_alone_speaks_of() {
    let mut records = pair();
    for record in &mut records {
        says(record, 0, &["island", "trade"]);
        says(record, 1, &["trade"]);
    }
    let alone = one_sided(&records);
    assert_eq!(alone.len(), 1);
    assert_eq!((alone[0].attribute, alone[0].silent_sides.as_slice()), ("topic", ["CC".to_owned()].as_slice()));
    assert!(alone[0].silent.is_empty() && alone[0].values.iter().all(|value| value.value == "island" && value.side.as_deref() == Some("AA")));
}

#[test]
fn what_a_third_side_says_in_the_article_is_no_account_of_the_event() {
    let mut records = pair();
    for record in &mut records {
        record.parties.push(person("Eve Fox", "EE"));
        says(record, 0, &["trade"]);
        says(record, 1, &["trade"]);
        says(record, 2, &["island"]);
    }
    assert_eq!(shown(&records), []);
}

#[test]
fn of_two_talks_in_one_article_words_are_about_the_one_told_before_them() {
    let mut records = pair();
    for record in &mut records {
        record.parties.push(person("Eve Fox", "EE"));
        let mut other = account(record, "CONSULT", &["phone"], Some("2025-11-24"));
        other.actors.remove(1);
        other.triggers[0].span.start = 515;
        record.events.push(other);
        says(record, 0, &["trade"]);
        says(record, 0, &["island"]);
        says(record, 1, &["trade"]);
    }
    let ledger = resolve(records.to_vec(), &BTreeMap::new(), &[]);
    let topics = |event: &Event| event.differences.iter().filter(|d| d.attribute == "topic").count();
    assert_eq!(ledger.events.iter().map(topics).collect::<Vec<_>>(), [0, 0]);
}

#[test]
fn a_recipient_left_out_is_no_other_party() {
    let mut records = pair();
    for record in &mut records {
        let recipient = record.events[0].actors.remove(1);
        record.events[0].kind = "AID".into();
        record.events[0].modes.clear();
        record.events[0].recipients = vec![recipient];
    }
    records[1].events[0].recipients.clear();
    assert_eq!(shown(&records), []);
}

#[test]
fn a_side_that_does_not_speak_is_silent_about_nothing() {
    let mut records = pair();
    records.iter_mut().for_each(|record| says(record, 0, &["island"]));
    assert_eq!(shown(&records), []);
}

/// Two articles on what the first two parties did on one day, the second article's second party exchanged.
fn exchanged(kind: &str, by: Party) -> Vec<Event> {
    let cast = [person("Ann Bell", "AA"), Party { keys: vec!["envoys".into()], ..group("envoys") }];
    let mut one = article("one", Some("2025-11-25"), 1, 1, &cast);
    let mut two = article("two", Some("2025-11-25"), 1, 2, &[cast[0].clone(), by]);
    one.events.push(account(&one, kind, &[], Some("2025-11-24")));
    two.events.push(account(&two, kind, &[], Some("2025-11-24")));
    resolve(vec![one, two], &BTreeMap::new(), &[]).events
}

fn group(name: &str) -> Party {
    Party { name: name.into(), kind: "group".into(), keys: vec![name.to_lowercase()], ..Party::default() }
}

#[test]
fn one_account_names_these_guests_and_another_those() {
    let events = exchanged("CONSULT", group("bankers"));
    assert_eq!(events.len(), 1);
    let difference = &events[0].differences[0];
    assert_eq!((difference.attribute, difference.kind, difference.values.len()), ("participants", Kind::Conflict, 2));
}

#[test]
fn who_stands_for_a_state_is_no_other_party() {
    let mut records = pair();
    records[1].parties[1] = state("CC");
    assert_eq!(event(&records).differences, []);
}

#[test]
fn meetings_with_two_states_are_two() {
    let cast = [person("Ann Bell", "AA"), person("Cid Dow", "CC")];
    let mut one = article("one", Some("2025-11-25"), 1, 1, &cast);
    let mut two = article("two", Some("2025-11-25"), 1, 2, &[cast[0].clone(), person("Eve Fox", "EE")]);
    one.events.push(account(&one, "CONSULT", &[], Some("2025-11-24")));
    two.events.push(account(&two, "CONSULT", &[], Some("2025-11-24")));
    assert_eq!(resolve(vec![one, two], &BTreeMap::new(), &[]).events.len(), 2);
}

#[test]
fn a_party_that_one_report_adds() {
    let cast = [person("Ann Bell", "AA"), person("Cid Dow", "CC"), person("Eve Fox", "EE")];
    let mut one = article("one", Some("2025-11-25"), 1, 1, &cast);
    let mut two = article("two", Some("2025-11-25"), 1, 2, &cast[..2]);
    one.events.push(account(&one, "CONSULT", &[], Some("2025-11-24")));
    two.events.push(account(&two, "CONSULT", &[], Some("2025-11-24")));
    assert_eq!(shown(&[one, two]), [("participants", vec!["Eve Fox".into()], 1)]);
}

#[test]
fn an_article_may_contradict_itself() {
    let differences = |variant: (&str, &str)| {
        let mut record = pair()[0].clone();
        let span = Quote { start: 90, end: 95, text: "other".into() };
        record.events[0].variants.push(Variant { attribute: variant.0.into(), value: variant.1.into(), span });
        record.events[0].date.as_mut().expect("made with a date").time = Some("2025-11-24TAF".into());
        event(&[record]).differences.iter().map(|d| (d.attribute, d.kind, d.values.len())).collect::<Vec<_>>()
    };
    assert_eq!(differences(("status", "negated")), [("status", Kind::Conflict, 2)]);
    assert_eq!(differences(("date", "2025-11-23")), [("date", Kind::Conflict, 2)]);
    assert_eq!(differences(("date", "2025-11-24TEV")), [("date", Kind::Conflict, 2)]);
    assert_eq!(differences(("date", "2025-11-24T15:00")), []);
}

#[test]
fn the_clocks_of_two_places_are_no_conflict() {
    let differences = |zone: Option<&str>, day: &str| {
        let mut records = pair();
        for (record, (zone, day)) in records.iter_mut().zip([(zone, "2025-11-24"), (None, day)]) {
            let date = record.events[0].date.as_mut().expect("made with a date");
            (date.zone, date.value) = (zone.map(str::to_owned), day.into());
        }
        event(&records).differences.iter().map(|d| (d.attribute, d.kind)).collect::<Vec<_>>()
    };
    assert_eq!(differences(Some("America/New_York"), "2025-11-25"), []);
    assert_eq!(differences(None, "2025-11-25"), [("date", Kind::Conflict)]);
}

#[test]
fn a_plan_that_moves_is_revised() {
    let mut records = pair();
    for (record, (published, date)) in records.iter_mut().zip([("2025-11-10", "2025-11-24"), ("2025-11-12", "2025-11-25")]) {
        record.published = Some(published.into());
        record.events[0].date.as_mut().expect("made with a date").value = date.into();
        record.events[0].status = "planned".into();
    }
    assert_eq!(event(&records).differences.iter().map(|d| (d.attribute, d.kind)).collect::<Vec<_>>(), [("date", Kind::Revision)]);
}
