//! Which accounts are one event, and what becomes of their differences.

mod common;

use common::{account, article, ground, person, place, state};
use std::collections::BTreeMap;
use suquan_resolve::entry::{Event, Kind};
use suquan_resolve::record::{Account, Grounded, Quantity};
use suquan_resolve::{Action, Judgement, Ledger, Mark, Record, resolve};

fn ledger(records: &[Record]) -> Ledger {
    resolve(records.to_vec(), &BTreeMap::new(), &[])
}

/// Two articles of one story with an account each of two persons' meeting.
fn pair(a: impl Fn(&mut Account), b: impl Fn(&mut Account)) -> Ledger {
    let cast = [person("Ann Bell", "AA"), person("Cid Dow", "CC")];
    let mut one = article("one", Some("2025-11-25"), 1, 1, &cast);
    let mut two = article("two", Some("2025-11-25"), 1, 2, &cast);
    one.events.push(account(&one, "CONSULT", &[], Some("2025-11-24")));
    two.events.push(account(&two, "CONSULT", &[], Some("2025-11-24")));
    a(&mut one.events[0]);
    b(&mut two.events[0]);
    ledger(&[one, two])
}

fn date(value: &str) -> impl Fn(&mut Account) {
    move |account| account.date.as_mut().expect("made with a date").value = value.into()
}

fn kinds(event: &Event) -> Vec<(&'static str, Kind)> {
    event.differences.iter().map(|difference| (difference.attribute, difference.kind)).collect()
}

#[test]
fn two_accounts_of_a_day_are_one_event() {
    let ledger = pair(|_| (), |_| ());
    assert_eq!(ledger.events.len(), 1);
    assert_eq!((ledger.events[0].reports.len(), ledger.events[0].origins), (2, 2));
    assert_eq!(ledger.events[0].merges.len(), 1);
    assert_eq!(kinds(&ledger.events[0]), []);
}

#[test]
fn a_call_is_no_meeting() {
    assert_eq!(pair(|_| (), |account| account.modes = vec!["phone".into()]).events.len(), 2);
}

#[test]
fn a_coarser_date_is_the_same_event_told_less_precisely() {
    let ledger = pair(|_| (), date("2025-11"));
    assert_eq!(ledger.events.len(), 1);
    assert_eq!(ledger.events[0].date.as_ref().expect("a date").value, "2025-11-24");
    assert_eq!(kinds(&ledger.events[0]), [("date", Kind::Precision)]);
}

#[test]
fn neighbouring_days_in_one_story_are_a_conflict_and_distant_ones_two_events() {
    let near = pair(|_| (), date("2025-11-23"));
    assert_eq!(kinds(&near.events[0]), [("date", Kind::Conflict)]);
    assert_eq!(near.events[0].differences[0].values.len(), 2);
    assert_eq!(pair(|_| (), date("2025-11-10")).events.len(), 2);
}

#[test]
fn two_years_of_one_plan_are_a_conflict() {
    let ledger = pair(date("2026"), date("2025"));
    assert_eq!(kinds(&ledger.events[0]), [("date", Kind::Conflict)]);
}

#[test]
fn extents_that_differ_are_a_conflict() {
    let ledger = pair(date("2013-10-20/2013-10-21"), date("2013-10-20/2013-10-22"));
    assert_eq!(kinds(&ledger.events[0]), [("date", Kind::Conflict)]);
}

#[test]
fn the_length_of_a_visit_and_its_first_day_are_its_days() {
    let stay = |length: &'static str| {
        move |account: &mut Account| {
            account.modes = vec!["visit".into()];
            account.duration = Some(Grounded { value: length.into(), ground: ground(3) });
        }
    };
    let event = &pair(stay("P2D"), stay("P3D")).events[0];
    let dates = event.differences.iter().find(|difference| difference.attribute == "date").expect("a difference of dates");
    let values: Vec<&str> = dates.values.iter().map(|value| value.value.as_str()).collect();
    assert_eq!((dates.kind, values.len()), (Kind::Conflict, 2));
    assert!(values.contains(&"2025-11-24/2025-11-25") && values.contains(&"2025-11-24/2025-11-26"));
}

#[test]
fn afternoon_is_not_evening() {
    let at = |part: &'static str| move |account: &mut Account| account.date.as_mut().expect("made with a date").time = Some(format!("2025-11-24T{part}"));
    assert_eq!(kinds(&pair(at("AF"), at("EV")).events[0]), [("date", Kind::Conflict)]);
    assert_eq!(kinds(&pair(at("AF"), at("15:30")).events[0]), []);
    assert_eq!(kinds(&pair(at("EV"), at("NI")).events[0]), []);
}

#[test]
fn a_city_lies_in_its_state() {
    let at = |name: &'static str, country: &'static str| move |account: &mut Account| account.place = Some(place(name, country));
    let ledger = pair(at("Busan", "KR"), at("KR", "KR"));
    assert_eq!(ledger.events[0].place.as_ref().expect("a place").value, "Busan");
    assert_eq!(kinds(&ledger.events[0]), [("place", Kind::Precision)]);
    assert_eq!(kinds(&pair(at("Busan", "KR"), at("Seoul", "KR")).events[0]), [("place", Kind::Conflict)]);
}

#[test]
fn numbers_are_compared_as_they_are_meant() {
    let count = |value: f64, modifier: Option<&'static str>| {
        move |account: &mut Account| {
            account.quantities.push(Quantity {
                value,
                unit: "t".into(),
                of: Some("goods".into()),
                modifier: modifier.map(str::to_owned),
                ground: ground(3),
                ..Quantity::default()
            });
        }
    };
    assert_eq!(kinds(&pair(count(1290.0, None), count(1300.0, Some("approx"))).events[0]), []);
    assert_eq!(kinds(&pair(count(1290.0, None), count(1300.0, Some("more-than"))).events[0]), [("quantity", Kind::Conflict)]);
    assert_eq!(kinds(&pair(count(1000.0, None), count(1290.0, None)).events[0]), [("quantity", Kind::Conflict)]);
}

#[test]
fn nobody_is_killed_twice_but_towns_are_bombed_again() {
    let told = |kind: &str, mode: &str, victim: suquan_resolve::record::Party, dates: [Option<&str>; 2]| {
        let cast = [state("AA"), victim];
        let mut records = [article("one", Some("2025-11-05"), 1, 1, &cast), article("two", Some("2025-11-25"), 2, 2, &cast)];
        for (index, record) in records.iter_mut().enumerate() {
            let mut act = account(record, kind, &[mode], dates[index]);
            act.recipients = act.actors.split_off(1);
            act.words = vec![index as u32];
            record.events.push(act);
        }
        ledger(&records).events.len()
    };
    let days = [Some("2025-11-03"), Some("2025-11-04")];
    assert_eq!(told("ASSAULT", "targeted", person("Cid Dow", "CC"), [Some("2025-11-03"), None]), 1);
    assert_eq!(told("ASSAULT", "targeted", state("CC"), [Some("2025-11-03"), None]), 2);
    assert_eq!(told("SANCTION", "discontinue", state("CC"), days), 1);
    assert_eq!(told("ASSAULT", "aerial", state("CC"), days), 2);
}

#[test]
fn what_was_planned_and_took_place_is_no_conflict_and_what_is_denied_is() {
    let status = |status: &'static str| move |account: &mut Account| account.status = status.into();
    let done = pair(status("planned"), status("occurred"));
    assert_eq!((done.events[0].status.as_str(), kinds(&done.events[0])), ("occurred", vec![]));
    assert_eq!(kinds(&pair(status("negated"), status("occurred")).events[0]), [("status", Kind::Conflict)]);
}

#[test]
fn a_person_stands_for_the_state_that_others_name() {
    let mut one = article("one", Some("2025-11-25"), 1, 1, &[person("Ann Bell", "AA"), person("Cid Dow", "CC")]);
    let mut two = article("two", Some("2025-11-25"), 1, 2, &[state("AA"), person("Cid Dow", "CC")]);
    one.events.push(account(&one, "CONSULT", &[], Some("2025-11-24")));
    two.events.push(account(&two, "CONSULT", &[], Some("2025-11-24")));
    let ledger = ledger(&[one, two]);
    assert_eq!(ledger.events.len(), 1);
    assert_eq!(ledger.events[0].actors.iter().map(|member| member.party.name.as_str()).collect::<Vec<_>>(), ["Ann Bell", "Cid Dow"]);
}

#[test]
fn one_outlet_blames_and_another_charges() {
    let mode = |kind: &'static str, mode: &'static str| move |account: &mut Account| (account.kind, account.modes) = (kind.into(), vec![mode.into()]);
    assert_eq!(pair(mode("ACCUSE", "disapprove"), mode("ACCUSE", "allege")).events.len(), 1);
    assert_eq!(pair(mode("COERCE", "arrest"), mode("COERCE", "seize")).events.len(), 2);
}

#[test]
fn an_account_without_agents_joins_no_strangers() {
    let told = |id: &str, voice, agent: Option<&str>| {
        let mut record = article(id, Some("2025-11-25"), 1, voice, &[state(agent.unwrap_or("CC")), state("CC")]);
        let mut account = account(&record, "SANCTION", &["discontinue"], Some("2025-11-24"));
        account.recipients = account.actors.split_off(1);
        account.actors.truncate(usize::from(agent.is_some()));
        record.events.push(account);
        record
    };
    let ledger = ledger(&[told("a", 1, Some("AA")), told("b", 2, Some("BB")), told("c", 3, None)]);
    assert_eq!(ledger.events.len(), 2);
    assert!(ledger.events.iter().all(|event| event.actors.len() <= 1));
}

#[test]
fn strangers_need_more_than_a_story_does() {
    let cast = [person("Ann Bell", "AA"), person("Cid Dow", "CC")];
    let told = |id: &str, subject, date, at: Option<(&str, &str)>| {
        let mut record = article(id, Some("2025-11-25"), subject, subject, &cast);
        let mut account = account(&record, "CONSULT", &[], date);
        account.place = at.map(|(name, country)| place(name, country));
        record.events.push(account);
        record
    };
    let busan = Some(("Busan", "KR"));
    assert_eq!(ledger(&[told("a", 1, Some("2025-10-30"), busan), told("b", 2, None, busan)]).events.len(), 1);
    assert_eq!(ledger(&[told("a", 1, Some("2025-10-30"), busan), told("b", 2, None, None)]).events.len(), 2);
    assert_eq!(ledger(&[told("a", 1, None, Some(("Aton", "AA"))), told("b", 2, None, Some(("Aton", "AA")))]).events.len(), 2);
}

#[test]
fn copies_are_one_origin() {
    let cast = [person("Ann Bell", "AA")];
    let ledger =
        ledger(&[article("a", Some("2025-11-25"), 1, 1, &cast), article("b", Some("2025-11-25"), 1, 1, &cast), article("c", Some("2025-11-25"), 2, 2, &cast)]);
    let origins: std::collections::BTreeSet<usize> = ledger.documents.iter().map(|document| document.origin).collect();
    assert_eq!(origins.len(), 2);
    assert!(ledger.documents.iter().filter(|document| document.origin_reasons == ["near-copy"]).count() == 2);
}

#[test]
fn judgements_hold() {
    let cast = [person("Ann Bell", "AA"), person("Cid Dow", "CC")];
    let mut one = article("one", Some("2025-11-25"), 1, 1, &cast);
    let mut two = article("two", Some("2025-11-25"), 1, 2, &cast);
    one.events.push(account(&one, "CONSULT", &[], Some("2025-11-24")));
    two.events.push(account(&two, "CONSULT", &[], Some("2025-11-24")));
    let mark = |record: &Record| Mark { document: record.hash.clone(), start: 40, end: 45 };
    let (these, those) = (vec![mark(&one)], vec![mark(&two)]);
    let judge = |action: Action| {
        let judgement = Judgement { number: 7, author: "ed".into(), reason: "seen".into(), action };
        resolve(vec![one.clone(), two.clone()], &BTreeMap::new(), &[judgement]).events
    };
    assert_eq!(judge(Action::Split { these: these.clone(), those: those.clone() }).len(), 2);
    assert_eq!(judge(Action::Reject { these: those.clone() }), []);
    let set = judge(Action::Set { these: those.clone(), field: "date".into(), value: "2025-11-23".into() });
    assert_eq!((set[0].date.as_ref().expect("set").value.as_str(), set[0].judged.as_slice()), ("2025-11-23", [7].as_slice()));
    one.events[0].date = None;
    one.events[0].kind = "AID".into();
    let judgement = Judgement { number: 1, author: "ed".into(), reason: "seen".into(), action: Action::Merge { these, those } };
    assert_eq!(resolve(vec![one, two], &BTreeMap::new(), &[judgement]).events.len(), 1);
}
