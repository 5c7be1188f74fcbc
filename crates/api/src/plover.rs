//! Strict PLOVER: one record an event, in the codebook's types and modes, with its scores and CAMEO root codes.
//!
//! The codebook codes an act that is still to come as AGREE, and has no place for what is denied or only possible; those are
//! left out. Scores and codes are those of the PLOVER manual (draft 2.0).

use serde_json::{Value, json};

/// A type, its score in tenths, its modes with theirs, and its CAMEO root code.
type Coded = (&'static str, i32, &'static [(&'static str, i32)], &'static str);

const TYPES: &[Coded] = &[
    ("AGREE", 25, &[], "03"),
    ("CONSULT", 25, &[("visit", 40), ("third-party", 10), ("multilateral", 40), ("phone", 15)], "04"),
    ("SUPPORT", 50, &[], "05"),
    ("CONCEDE", 45, &[], "08"),
    ("COOPERATE", 95, &[], "06"),
    ("AID", 100, &[], "07"),
    ("RETREAT", 65, &[("withdraw", 80), ("release", 65), ("disarm", 100), ("ceasefire", 75), ("access", 65), ("resign", 45)], "08"),
    ("REQUEST", 0, &[("assist", 5), ("change", -10), ("yield", -10), ("meet", 0)], "10"),
    ("ACCUSE", 30, &[("disapprove", -20), ("investigate", -35), ("allege", -35)], "11"),
    ("REJECT", -20, &[("assist", -15), ("change", -20), ("yield", -20), ("meet", -20)], "12"),
    ("THREATEN", -35, &[("restrict", -30), ("arrest", -35), ("relations", -35), ("expel", -35), ("territory", -40), ("violence", -35)], "13"),
    ("PROTEST", -50, &[("demo", -50), ("riot", -70), ("strike", -50), ("hunger", -45), ("boycott", -45), ("obstruct", -45)], "14"),
    ("SANCTION", -60, &[("convict", -60), ("expel", -55), ("withdraw", -60), ("discontinue", -60)], "16"),
    ("MOBILIZE", -55, &[("troops", -65), ("weapons", -65), ("police", -55), ("militia", -60)], "15"),
    (
        "COERCE",
        -70,
        &[
            ("seize", -70),
            ("restrict", -70),
            ("censor", -65),
            ("curfew", -65),
            ("martial-law", -75),
            ("arrest", -70),
            ("deport", -70),
            ("withhold", -70),
            ("misinformation", -65),
            ("cyber", -70),
        ],
        "17",
    ),
    (
        "ASSAULT",
        -90,
        &[
            ("abduct", -85),
            ("beat", -75),
            ("torture", -85),
            ("sexual", -85),
            ("targeted", -95),
            ("destroy", -85),
            ("primitive", -80),
            ("firearms", -90),
            ("explosives", -90),
            ("suicide-attack", -95),
            ("aerial", -95),
            ("drone", -95),
            ("heavy-weapons", -95),
            ("crowd-control", -75),
            ("unconventional", -100),
        ],
        "19",
    ),
];

/// Types that a future act is coded as AGREE instead.
const FUTURE: &[&str] = &["CONSULT", "SUPPORT", "COOPERATE", "AID"];

/// The strict record of an event's record; `None` where the codebook has no place for it.
#[must_use]
pub fn plover(event: &Value) -> Option<Value> {
    let status = event["status"].as_str()?;
    if matches!(status, "negated" | "hypothetical") {
        return None;
    }
    let own = event["type"].as_str()?;
    let planned = status == "planned";
    if planned && !FUTURE.contains(&own) && !matches!(own, "AGREE" | "CONCEDE") {
        return None;
    }
    let promised = planned && FUTURE.contains(&own);
    let kind = if promised { "AGREE" } else { own };
    let (_, base, modes, cameo) = TYPES.iter().find(|(name, ..)| *name == kind)?;
    let given: Vec<&str> = event["modes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mode = modes.iter().find(|(name, _)| given.contains(name));
    let score = mode.map_or(*base, |(_, score)| *score);
    let party = |party: &Value| json!({"name": party["name"], "actor": party["actor"], "country": party["country"]});
    let cast = |key: &str| event[key].as_array().into_iter().flatten().map(party).collect::<Vec<_>>();
    Some(json!({
        "id": event["id"],
        "event_type": kind,
        "event_mode": mode.map(|(name, _)| name),
        "goldstein": f64::from(score) / 10.0,
        "cameo": code(kind, mode.map(|(name, _)| *name), cameo),
        "date": event["date"],
        "actors": cast("actors"),
        "recipients": cast("recipients"),
        "location": event["place"],
        "documents": event["reports"].as_array().into_iter().flatten().map(|report| &report["document"]).collect::<Vec<_>>(),
    }))
}

/// The CAMEO code: of three digits where a mode has one.
fn code(kind: &str, mode: Option<&str>, root: &str) -> String {
    match (kind, mode) {
        ("CONSULT", Some("phone")) => "041".into(),
        ("CONSULT", Some("visit")) => "042".into(),
        ("CONSULT", Some("third-party")) => "044".into(),
        ("ACCUSE", Some("investigate")) => "09".into(),
        _ => root.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_planned_visit_is_an_agreement_and_a_denied_one_nothing() {
        let event = |status: &str| json!({"id": "a", "type": "CONSULT", "modes": ["visit"], "status": status, "actors": [], "recipients": []});
        assert_eq!(plover(&event("planned")).expect("a record")["event_type"], "AGREE");
        let visit = plover(&event("occurred")).expect("a record");
        assert_eq!((visit["goldstein"].as_f64(), visit["cameo"].as_str()), (Some(4.0), Some("042")));
        assert_eq!(plover(&event("negated")), None);
    }
}
