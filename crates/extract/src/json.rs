//! Articles as JSON objects: our keys, and those of trafilatura and news-please.

use serde_json::{Map, Value};

use crate::draft::{Draft, tidy};
use crate::{Published, Reason};

/// The keys of each field, the first one present wins. Ours come first.
const TEXT: &[&str] = &["text", "maintext"];
const HTML: &[&str] = &["html"];
const PUBLISHED: &[&str] = &["published", "date_publish", "date"];
const URL: &[&str] = &["url"];
const SOURCE: &[&str] = &["source", "sitename", "source-hostname", "source_domain", "hostname"];
const AUTHOR: &[&str] = &["author", "authors"];

/// Reads one object.
///
/// # Errors
/// [`Reason::BadJson`] where the bytes are no object, [`Reason::BadField`] where text or html is
/// something else than a string. Other fields of the wrong kind are passed over.
pub(crate) fn read(json: &str) -> Result<Draft, Reason> {
    let object: Map<String, Value> = serde_json::from_str(json).map_err(|error| Reason::BadJson(error.to_string()))?;
    let (source, url_in_source) = source(&object);
    let (published, odd_date) = published(&object);
    Ok(Draft {
        id: first(&object, &["id"]).and_then(label),
        title: field(&object, &["title"]),
        text: content(&object, TEXT)?,
        html: content(&object, HTML)?,
        published,
        odd_date,
        url: field(&object, URL).or(url_in_source),
        source,
        author: first(&object, AUTHOR).and_then(names),
        language: field(&object, &["language"]),
    })
}

/// The first of the keys that holds something.
fn first<'a>(object: &'a Map<String, Value>, keys: &[&str]) -> Option<&'a Value> {
    keys.iter().filter_map(|key| object.get(*key)).find(|value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    })
}

fn field(object: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    first(object, keys)?.as_str().and_then(tidy)
}

/// Text is kept letter for letter: offsets point into it.
fn content(object: &Map<String, Value>, keys: &'static [&'static str]) -> Result<Option<String>, Reason> {
    match first(object, keys) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Reason::BadField(keys[0])),
    }
}

fn label(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => tidy(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// One name or a list of names.
fn names(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => tidy(text),
        Value::Array(items) => {
            let names: Vec<String> = items.iter().filter_map(|item| item.as_str().and_then(tidy)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

/// The outlet. trafilatura writes the page's address under `source`; then the outlet is under the
/// next key, and the address is handed back.
fn source(object: &Map<String, Value>) -> (Option<String>, Option<String>) {
    match field(object, &SOURCE[..1]) {
        Some(address) if address.contains("://") => (field(object, &SOURCE[1..]), Some(address)),
        Some(name) => (Some(name), None),
        None => (field(object, &SOURCE[1..]), None),
    }
}

/// The date of publication, and whether one was given that makes no sense. Numbers count seconds, or
/// milliseconds, from the beginning of 1970.
fn published(object: &Map<String, Value>) -> (Option<Published>, bool) {
    let Some(value) = first(object, PUBLISHED) else {
        return (None, false);
    };
    let read = match value {
        Value::String(text) => Published::parse(text).or_else(|| Published::find(text)),
        Value::Number(number) => number.as_i64().and_then(|count| {
            // Seconds pass this number in the year 5138, milliseconds passed it in March 1973.
            const MILLISECONDS: i64 = 100_000_000_000;
            match count {
                // A year or a packed date written without quotation marks.
                1000..=2999 | 10_000_101..=29_991_231 => Published::parse(&count.to_string()),
                _ if count.abs() < MILLISECONDS => Published::from_epoch(count),
                _ => Published::from_epoch(count.div_euclid(1000)),
            }
        }),
        _ => None,
    };
    (read, read.is_none())
}
