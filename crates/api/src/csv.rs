//! Events as comma-separated values (RFC 4180), a row an event.

use serde_json::Value;

const HEADER: &[&str] = &[
    "id",
    "type",
    "modes",
    "status",
    "date",
    "date_basis",
    "actors",
    "recipients",
    "place",
    "duration",
    "articles",
    "origins",
    "conflicts",
    "documents",
    "title",
];

/// The events' records as one table with a header.
#[must_use]
pub fn csv(events: &[Value]) -> String {
    let mut out = HEADER.join(",") + "\r\n";
    for event in events {
        let row: Vec<String> = HEADER.iter().map(|column| field(&cell(event, column))).collect();
        out += &(row.join(",") + "\r\n");
    }
    out
}

fn cell(event: &Value, column: &str) -> String {
    let list = |key: &str, inner: &str| {
        let items = event[key].as_array().into_iter().flatten();
        items.map(|item| if inner.is_empty() { plain(item) } else { plain(&item[inner]) }).collect::<Vec<_>>().join("; ")
    };
    match column {
        "modes" => list("modes", ""),
        "actors" | "recipients" => list(column, "name"),
        "conflicts" => list("conflicts", "attribute"),
        "documents" => list("reports", "document"),
        "title" => plain(&event["title"]["en"]),
        column => plain(&event[column]),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A field in quotation marks where it needs them. Text that a spreadsheet would run as a formula is kept from it by an apostrophe.
fn field(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn commas_quotes_and_formulas_do_no_harm() {
        let table = csv(&[json!({"id": "a", "type": "AID", "title": {"en": "=1, \"x\""}, "actors": [{"name": "B"}, {"name": "C"}]})]);
        let row = table.lines().nth(1).expect("a row");
        assert_eq!(row, "a,AID,,,,,B; C,,,,,,,,\"'=1, \"\"x\"\"\"");
    }
}
