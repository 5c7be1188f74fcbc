//! One event as a line of the timeline, with its marks.

use serde_json::Value;

use super::record::{items, names, pad, plain, text, told};
use crate::messages::say;

/// Columns of the date, and of type and modes.
const DATE: usize = 21;
const KIND: usize = 22;

/// The event's line: when, what, who, how many tell of it, and what sets it apart.
pub(super) fn line(event: &Value) -> String {
    let date = match text(event, "date") {
        "" => "—",
        date => date,
    };
    let title = event.get("title").map_or("", |title| text(title, "en"));
    let marks: String = std::iter::once(counts(event)).chain(marks(event)).collect::<Vec<_>>().join(" · ");
    format!("  {} {} {title}  [{marks}]", pad(date, DATE), pad(&kind(event), KIND))
}

/// Each conflict as a heading and a line a value, with its words and document.
pub(super) fn conflicts(event: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for conflict in items(event, "conflicts") {
        lines.push(format!("  {} — {}", event.get("title").map_or("", |title| text(title, "en")), text(conflict, "attribute")));
        for value in items(conflict, "values") {
            let words = value.get("span").map_or("", |span| text(span, "text"));
            let stands = told(value.get("value").unwrap_or(&Value::Null));
            lines.push(format!("      {} “{}”  {}", pad(&stands, 24), words, text(value, "document")));
        }
    }
    lines
}

fn kind(event: &Value) -> String {
    let modes: Vec<String> = items(event, "modes").iter().map(plain).collect();
    [vec![text(event, "type").to_owned()], modes].concat().join(" ")
}

/// How many articles and independent origins tell of it.
fn counts(event: &Value) -> String {
    let number = |key: &str| event.get(key).and_then(Value::as_u64).unwrap_or(0);
    let (articles, origins) = (number("articles"), number("origins"));
    let code = match (articles, origins) {
        (0 | 1, _) => "count.article",
        (_, 1) => "count.copies",
        _ => "count.articles",
    };
    say(code, &[("articles", &articles.to_string()), ("origins", &origins.to_string())])
}

/// What sets the event apart from one that simply happened.
fn marks(event: &Value) -> Vec<String> {
    let mut marks = Vec::new();
    match text(event, "status") {
        "occurred" | "" => {}
        status => marks.push(say(&format!("mark.{status}"), &[])),
    }
    let claimed = names(event, "claimed_by");
    if !claimed.is_empty() {
        marks.push(say("mark.claimed", &[("who", &claimed.join(", "))]));
    }
    if !items(event, "conflicts").is_empty() {
        marks.push(say("mark.conflict", &[]));
    }
    marks
}
