//! Every output of the examples is what the schemas say, and every span is what stands at its offsets.

mod program;

use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The schema of one kind of record, with the shapes that all records share bundled into it.
fn schema(name: &str) -> jsonschema::Validator {
    let mut schema = program::json(&format!("schemas/{name}.json"));
    schema["$defs"] = json!({ "common": program::json("schemas/common.json") });
    jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("schemas/{name}.json: {error}"))
}

fn check(name: &str, records: &[Value]) {
    let schema = schema(name);
    let mut breaches = Vec::new();
    for record in records {
        for error in schema.iter_errors(record) {
            breaches.push(format!("{} {}: {error}", record["id"], error.instance_path()));
        }
    }
    assert!(!records.is_empty(), "no {name} records");
    breaches.truncate(10);
    assert!(breaches.is_empty(), "records that break schemas/{name}.json, the first of them:\n{}", breaches.join("\n"));
}

#[test]
fn annotations_follow_their_schema() {
    check("annotation", &program::records(&["annotate", "examples/"]));
}

#[test]
fn ledger_records_follow_their_schemas() {
    for (what, name) in [("events", "event"), ("commitments", "commitment"), ("statements", "statement"), ("stories", "story"), ("documents", "document")] {
        check(name, &program::records(&["read", "--what", what, "examples/"]));
    }
}

#[test]
fn a_field_without_evidence_breaks_the_schema() {
    let schema = schema("event");
    let ledger = program::records(&["read", "examples/"]);
    for field in ["date", "actors", "trigger"] {
        let mut event = ledger.iter().find(|event| field == "trigger" || event[field].is_string() || event[field][0].is_object()).cloned().unwrap_or_default();
        assert!(schema.is_valid(&event), "an event with a {field}");
        event["evidence"].as_object_mut().map(|evidence| evidence.remove(field));
        assert!(!schema.is_valid(&event), "an event whose {field} stands on nothing passes the schema");
    }
}

#[test]
fn every_member_of_a_list_has_grounds_of_its_own() {
    for (what, fields) in [("events", ["actors", "recipients", "quantities", "claimed_by"].as_slice()), ("commitments", &["quantities"])] {
        for record in program::records(&["read", "--what", what, "examples/"]) {
            for field in fields {
                let count = |value: &Value| value.as_array().map_or(0, Vec::len);
                assert_eq!(count(&record[field]), count(&record["evidence"][field]), "{}: {field} and their grounds", record["id"]);
            }
        }
    }
}

#[test]
fn every_span_is_what_stands_at_its_offsets() {
    let annotations = program::records(&["annotate", "examples/"]);
    let texts: BTreeMap<&str, Vec<char>> =
        annotations.iter().map(|a| (a["id"].as_str().expect("an id"), a["text"].as_str().expect("a text").chars().collect())).collect();
    let titles: BTreeMap<&str, Vec<char>> =
        annotations.iter().map(|a| (a["id"].as_str().expect("an id"), a["title"].as_str().unwrap_or_default().chars().collect())).collect();
    let mut checked = 0;
    for annotation in &annotations {
        let id = annotation["id"].as_str().expect("an id");
        checked += check_spans(annotation, id, &texts, &titles);
    }
    for what in ["events", "commitments", "statements"] {
        for record in program::records(&["read", "--what", what, "examples/"]) {
            checked += check_spans(&record, "", &texts, &titles);
        }
    }
    assert!(checked > 500, "only {checked} spans were found to check");
}

/// Checks every object with `start`, `end` and `text` below `value`; `document` names the article where the object does not.
fn check_spans(value: &Value, document: &str, texts: &BTreeMap<&str, Vec<char>>, titles: &BTreeMap<&str, Vec<char>>) -> usize {
    match value {
        Value::Object(fields) => {
            let document = fields.get("document").and_then(Value::as_str).unwrap_or(document);
            let own = match (fields.get("start"), fields.get("end"), fields.get("text")) {
                (Some(start), Some(end), Some(text)) => {
                    let range = start.as_u64().expect("an offset") as usize..end.as_u64().expect("an offset") as usize;
                    let source = if fields.get("part").is_some() { &titles[document] } else { &texts[document] };
                    let there: String = source.get(range).unwrap_or_else(|| panic!("{document}: a span beyond the text: {value}")).iter().collect();
                    assert_eq!(Some(there.as_str()), text.as_str(), "{document}: {value}");
                    1
                }
                _ => 0,
            };
            own + fields.values().map(|field| check_spans(field, document, texts, titles)).sum::<usize>()
        }
        Value::Array(items) => items.iter().map(|item| check_spans(item, document, texts, titles)).sum(),
        _ => 0,
    }
}
