//! The same promise over articles, its numbers, and what became of it.

mod common;

use common::{account, article, ground, person, place, state};
use std::collections::BTreeMap;
use suquan_resolve::entry::{Outcome, Promised};
use suquan_resolve::record::{Account, Grounded, Party, Promise, Quantity, Quote, Role};
use suquan_resolve::{Record, resolve};

fn promises(records: &[Record]) -> Vec<Promised> {
    resolve(records.to_vec(), &BTreeMap::new(), &[]).promises
}

/// An article of two parties with a promise of the first, in words of its own.
fn promising(id: &str, published: &str, words: &[u32]) -> Record {
    let mut record = article(id, Some(published), id.len() as u64 * 7 + u64::from(id.as_bytes()[0]), 1, &[person("Ann Bell", "AA"), state("CC")]);
    let content = Quote { start: 200, end: 240, text: "what is promised".into() };
    let agent = Role { party: 0, ground: ground(180) };
    record.promises.push(Promise { agent, content, status: "promised".into(), rule: "test".into(), words: words.to_vec(), ..Promise::default() });
    record
}

fn tonnes(value: f64, baseline: Option<f64>) -> Quantity {
    Quantity { value, unit: "t".into(), of: Some("rice".into()), baseline, ground: ground(220), ..Quantity::default() }
}

/// A visit of the first party to the second's country.
fn visit(record: &Record, date: &str, status: &str) -> Account {
    let mut account = account(record, "CONSULT", &["visit"], Some(date));
    account.recipients = account.actors.split_off(1);
    account.place = Some(place("CC", "CC"));
    Account { status: status.into(), ..account }
}

/// An article that promises the visit for a month.
fn plan(id: &str, published: &str, month: &str) -> Record {
    let mut record = promising(id, published, &[id.len() as u32 * 100]);
    record.promises[0].recipient = Some(Role { party: 1, ground: ground(210) });
    record.promises[0].due = Some(Grounded { value: month.into(), ground: ground(230) });
    record.events.push(visit(&record, month, "planned"));
    record.promises[0].act = Some(0);
    record
}

/// What became of the first promise.
fn outcome(records: &[Record]) -> Option<(&'static str, bool, Vec<&'static str>)> {
    let all = promises(records);
    let outcome: Outcome = all[0].outcome.clone()?;
    Some((outcome.status, outcome.event.is_some(), outcome.verdict.reasons.iter().map(|(code, _)| *code).collect()))
}

#[test]
fn the_same_visit_promised_in_other_words_is_one_promise() {
    assert_eq!(promises(&[plan("autumn", "2025-10-31", "2026-04"), plan("winter!", "2025-12-02", "2026-04")]).len(), 1);
    assert_eq!(promises(&[plan("autumn", "2025-10-31", "2026-04"), plan("winter!", "2025-12-02", "2027-09")]).len(), 2);
}

#[test]
fn a_raise_is_the_history_of_the_promise_that_it_raises() {
    let mut first = promising("first", "2025-10-31", &[1, 2, 3]);
    first.promises[0].quantities = vec![tonnes(12.0, None)];
    let mut later = promising("later", "2026-02-05", &[7, 8, 9]);
    later.promises[0].quantities = vec![tonnes(20.0, Some(12.0))];
    later.promises[0].status = "considered".into();
    let all = promises(&[later.clone(), first.clone()]);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].quantities.iter().map(|counted| counted.quantity.value).collect::<Vec<_>>(), [12.0, 20.0]);
    assert_eq!((all[0].status.as_str(), all[0].reports.len()), ("considered", 2));
    later.promises[0].quantities = vec![tonnes(20.0, Some(15.0))];
    assert_eq!(promises(&[later, first]).len(), 2);
}

#[test]
fn what_was_due_before_the_raise_is_due_no_more() {
    let due = |first_due: &str| {
        let mut first = promising("first", "2025-10-31", &[1, 2, 3]);
        first.promises[0].quantities = vec![tonnes(12.0, None)];
        first.promises[0].due = Some(Grounded { value: first_due.into(), ground: ground(230) });
        let mut later = promising("later", "2026-02-05", &[7, 8, 9]);
        later.promises[0].quantities = vec![tonnes(20.0, Some(12.0))];
        promises(&[later, first])[0].due.as_ref().map(|due| due.value.clone())
    };
    assert_eq!(due("2025"), None);
    assert_eq!(due("2026").as_deref(), Some("2026"));
}

#[test]
fn a_promised_visit_that_took_place_is_kept() {
    let mut after = article("after", Some("2026-04-16"), 9, 9, &[person("Ann Bell", "AA"), state("CC")]);
    after.events.push(visit(&after, "2026-04-14", "occurred"));
    assert_eq!(outcome(&[plan("autumn", "2025-10-31", "2026-04"), after.clone()]), Some(("fulfilled", true, vec!["same-event"])));
    // Another guest's visit keeps nobody's promise, and one before the promise was made keeps none.
    let mut other = after.clone();
    other.parties[0] = person("Eve Fox", "EE");
    assert_eq!(outcome(&[plan("autumn", "2025-10-31", "2026-04"), other]), None);
    let mut before = article("before", Some("2025-10-20"), 9, 9, &[person("Ann Bell", "AA"), state("CC")]);
    before.events.push(visit(&before, "2025-10-18", "occurred"));
    assert_eq!(outcome(&[plan("autumn", "2025-10-31", "2026-04"), before]), None);
}

#[test]
fn a_visit_within_the_promised_year_is_the_promised_one() {
    let mut after = article("after", Some("2026-04-16"), 9, 9, &[person("Ann Bell", "AA"), state("CC")]);
    after.events.push(visit(&after, "2026-04-14", "occurred"));
    let found = outcome(&[plan("autumn", "2025-10-31", "2026"), after]).expect("an outcome");
    assert_eq!((found.0, found.1), ("fulfilled", true));
}

#[test]
fn a_visit_called_off_is_withdrawn() {
    let mut after = article("after", Some("2026-03-20"), 9, 9, &[person("Ann Bell", "AA"), state("CC")]);
    after.events.push(visit(&after, "2026-04", "negated"));
    assert_eq!(outcome(&[plan("autumn", "2025-10-31", "2026-04"), after]), Some(("withdrawn", true, vec!["same-event"])));
}

#[test]
fn a_refusal_to_come_withdraws_the_visit_and_one_to_talk_to_others_does_not() {
    let refusal = |recipient: Option<usize>, parties: &[Party]| {
        let mut after = article("after", Some("2026-03-20"), 9, 9, parties);
        let mut refusal = account(&after, "REJECT", &["meet"], Some("2026-03-19"));
        refusal.recipients = refusal.actors.split_off(1).into_iter().filter(|role| Some(role.party) == recipient).collect();
        after.events.push(refusal);
        outcome(&[plan("autumn", "2025-10-31", "2026-04"), after]).map(|found| found.0)
    };
    assert_eq!(refusal(None, &[person("Ann Bell", "AA")]), Some("withdrawn"));
    assert_eq!(refusal(Some(1), &[person("Ann Bell", "AA"), state("CC")]), Some("withdrawn"));
    assert_eq!(refusal(Some(1), &[person("Ann Bell", "AA"), state("EE")]), None);
    assert_eq!(refusal(None, &[person("Eve Fox", "EE")]), None);
}

#[test]
fn a_report_that_it_was_kept_is_enough() {
    let first = promising("first", "2025-10-31", &[1, 2, 3]);
    let mut later = promising("later", "2026-02-05", &[1, 2, 3]);
    later.promises[0].status = "fulfilled".into();
    assert_eq!(outcome(&[first, later]), Some(("fulfilled", false, vec!["reported"])));
}

/// What a later event of the first party makes of a promise of twelve tonnes.
fn later(kind: &str, words: &[u32], done: f64) -> Option<(&'static str, bool, Vec<&'static str>)> {
    let mut first = promising("first", "2025-10-31", &[1, 2, 3, 4, 5]);
    first.promises[0].quantities = vec![tonnes(12.0, None)];
    let mut after = article("after", Some("2026-01-10"), 9, 9, &[person("Ann Bell", "AA")]);
    let mut account = account(&after, kind, &[], Some("2026-01-09"));
    account.words = words.to_vec();
    account.quantities = if done > 0.0 { vec![tonnes(done, None)] } else { Vec::new() };
    after.events.push(account);
    outcome(&[first, after])
}

#[test]
fn a_later_deed_of_the_promised_amount_keeps_the_promise() {
    assert_eq!(later("COOPERATE", &[1, 2, 3, 4, 50], 12.0), Some(("fulfilled", true, vec!["same-agent", "same-amount", "words"])));
    assert_eq!(later("COOPERATE", &[60, 61, 62, 63], 12.0), None);
    assert_eq!(later("COOPERATE", &[1, 2, 3, 50, 51], 5.0), None);
    assert_eq!(later("AGREE", &[1, 2, 3, 4, 5], 12.0), None);
}

#[test]
fn a_later_refusal_in_the_words_of_the_promise_ends_it() {
    assert_eq!(later("REJECT", &[1, 2, 3, 4, 5], 0.0).map(|found| found.0), Some("withdrawn"));
    assert_eq!(later("REJECT", &[1, 2, 60, 61, 62], 0.0), None);
}
