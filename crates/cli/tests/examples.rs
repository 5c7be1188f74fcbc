//! The ledger of `examples/` is what a reader of them finds: `examples/expected.json`, written by reading the articles.

mod program;

use serde_json::Value;

/// The least share of the expected events, in percent. It rises with the program.
const EVENTS: usize = 90;

/// The least share of the expected commitments, in percent.
const COMMITMENTS: usize = 100;

#[test]
fn the_expected_events_are_in_the_ledger() {
    let ledger = program::records(&["read", "examples/"]);
    check("events", EVENTS, |expected| ledger.iter().any(|event| is_event(expected, event)));
}

#[test]
fn the_expected_commitments_are_in_the_ledger() {
    let ledger = program::records(&["read", "--what", "commitments", "examples/"]);
    check("commitments", COMMITMENTS, |expected| ledger.iter().any(|commitment| is_commitment(expected, commitment)));
}

#[test]
fn an_agency_text_in_two_papers_is_one_origin() {
    let ledger = program::records(&["read", "examples/"]);
    let copies = program::json("examples/expected.json")["copies"].clone();
    for pair in copies.as_array().expect("a list of pairs") {
        let both = |event: &&Value| list(pair).iter().all(|id| list(&event["reports"]).iter().any(|report| report["document"] == *id));
        let event = ledger.iter().find(both).unwrap_or_else(|| panic!("no event is reported by both of {pair}"));
        assert!(event["origins"].as_u64() < event["articles"].as_u64(), "{pair}: counted as two origins in {}", event["title"]["en"]);
    }
}

#[test]
fn the_return_visit_on_which_the_outlets_disagree_carries_the_conflict() {
    let ledger = program::records(&["read", "examples/"]);
    for expected in list(&program::json("examples/expected.json")["events"]).iter().filter(|event| event["conflict"].is_string()) {
        let conflict = |event: &Value| list(&event["conflicts"]).iter().any(|conflict| conflict["attribute"] == expected["conflict"]);
        assert!(ledger.iter().any(|event| is_event(expected, event) && conflict(event)), "no conflict about: {}", expected["what"]);
    }
}

fn check(name: &str, floor: usize, found: impl Fn(&Value) -> bool) {
    let all = program::json("examples/expected.json")[name].clone();
    let missed: Vec<&Value> = list(&all).iter().filter(|expected| !found(expected)).collect();
    let share = 100 * (list(&all).len() - missed.len()) / list(&all).len();
    let lines: Vec<String> = missed.iter().map(|expected| format!("  {} ({})", expected["what"], expected["date"])).collect();
    eprintln!("{share} % of the expected {name}; missed:\n{}", lines.join("\n"));
    assert!(share >= floor, "{share} % of the expected {name} are in the ledger, fewer than {floor} %; missed:\n{}", lines.join("\n"));
}

/// Type, modes, most of the parties, date, status and one of the articles agree. AGREE and SUPPORT share a soft border and stand for each other.
fn is_event(expected: &Value, event: &Value) -> bool {
    let family = |of: &Value| if of["type"] == "SUPPORT" { "AGREE".to_owned() } else { of["type"].as_str().unwrap_or_default().to_owned() };
    let parties: Vec<&Value> = list(&event["actors"]).iter().chain(list(&event["recipients"])).collect();
    let wanted = list(&expected["parties"]);
    let hits = wanted.iter().filter(|id| parties.iter().any(|party| is_party(id, party))).count();
    let shared = list(&event["reports"]).iter().any(|report| list(&expected["from"]).contains(&report["document"]));
    family(expected) == family(event)
        && list(&expected["modes"]).iter().all(|mode| list(&event["modes"]).contains(mode))
        && 4 * hits >= wanted.len() + parties.len()
        && (expected["any_date"] == true || is_within(&event["date"], &expected["date"]))
        && expected["status"] == event["status"]
        && shared
}

/// One of the agents, the amounts and the article agree, and the status: the promise's, or the one in which that article reports it. A promise that is raised
/// later is the same promise, and keeps what it was.
fn is_commitment(expected: &Value, commitment: &Value) -> bool {
    let quantity =
        |field: &str| expected[field].is_null() || list(&commitment["quantities"]).iter().any(|quantity| quantity[field].as_f64() == expected[field].as_f64());
    let document = &expected["from"];
    let report = list(&commitment["reports"]).iter().find(|report| report["document"] == *document);
    let reported = commitment["content"]["document"] == *document || report.is_some();
    list(&expected["agents"]).iter().any(|id| is_party(id, &commitment["agent"]))
        && (expected["status"] == commitment["status"] || report.is_some_and(|report| report["status"] == expected["status"]))
        && quantity("value")
        && quantity("baseline")
        && reported
}

/// The actor of that id, or the country it names.
fn is_party(id: &Value, party: &Value) -> bool {
    let country = id.as_str().and_then(|id| id.strip_prefix("country/"));
    party["actor"] == *id || party["kind"] == "country" && country.is_some() && party["country"].as_str() == country
}

/// Whether the date lies inside the expected one. Both are written so that their first and last days compare as text.
fn is_within(date: &Value, expected: &Value) -> bool {
    let (Some(date), Some(expected)) = (date.as_str(), expected.as_str()) else { return date == expected };
    bound(expected, false) <= bound(date, false) && bound(date, true) <= bound(expected, true)
}

/// The first or last day of an EDTF date, as `2025-11-24`; a month ends on day 31 whatever its length.
fn bound(date: &str, last: bool) -> String {
    let part = if last { date.rsplit('/').next() } else { date.split('/').next() }.unwrap_or(date);
    let half = |day: &str| format!("{}{day}", part.get(..4).unwrap_or_default());
    match (part.get(5..).unwrap_or_default(), last) {
        ("H1", false) | ("Q1", false) => half("-01-01"),
        ("H1", true) | ("Q2", true) => half("-06-31"),
        ("H2", false) | ("Q3", false) => half("-07-01"),
        ("Q1", true) => half("-03-31"),
        ("Q2", false) => half("-04-01"),
        ("Q3", true) => half("-09-31"),
        ("Q4", false) => half("-10-01"),
        ("H2" | "Q4", true) => half("-12-31"),
        (_, last) => format!("{part}{}", &if last { "-12-31" } else { "-01-01" }[part.len().saturating_sub(4).min(6)..]),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
