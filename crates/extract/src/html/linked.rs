//! Linked data: what a page says in `<script type="application/ld+json">` (schema.org).

use dom_query::Document;
use serde_json::Value;

use crate::Published;
use crate::draft::{Draft, tidy};

/// What linked data says of the page's article.
#[derive(Default)]
pub(super) struct Linked {
    pub draft: Draft,
    /// The text of the article, where it is there; without paragraphs, so second to the page's own.
    pub body: Option<String>,
}

/// Reads the first article that the page's linked data describes.
pub(super) fn read(document: &Document) -> Linked {
    for script in document.select("script").nodes() {
        let kind = script.attr_or("type", "");
        if !kind.trim().eq_ignore_ascii_case("application/ld+json") {
            continue;
        }
        if let Some(linked) = parse(&script.text()).as_ref().and_then(|value| article(value, 0)).map(describe) {
            return linked;
        }
    }
    Linked::default()
}

/// Pages often have raw line breaks inside strings, which JSON does not allow.
fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().or_else(|| {
        let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&spaced).ok()
    })
}

/// The first object whose type is a kind of article, in lists and graphs too.
fn article(value: &Value, depth: usize) -> Option<&Value> {
    if depth > 8 {
        return None;
    }
    match value {
        Value::Array(items) => items.iter().find_map(|item| article(item, depth + 1)),
        Value::Object(_) if is_article(&value["@type"]) => Some(value),
        Value::Object(object) => ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"]
            .iter()
            .filter_map(|key| object.get(*key))
            .find_map(|inner| article(inner, depth + 1)),
        _ => None,
    }
}

fn is_article(kind: &Value) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
            kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
        })
    };
    named(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(named))
}

fn describe(article: &Value) -> Linked {
    let string = |value: &Value| value.as_str().and_then(tidy);
    let date = |key: &str| article[key].as_str().and_then(Published::parse);
    let address = |value: &Value| string(value).or_else(|| string(&value["@id"])).filter(|url| url.contains("://"));
    Linked {
        draft: Draft {
            title: string(&article["headline"]).map(|title| plain(&title)),
            published: date("datePublished").or_else(|| date("dateCreated")),
            url: address(&article["url"]).or_else(|| address(&article["mainEntityOfPage"])),
            source: names(&article["publisher"]),
            author: names(&article["author"]).or_else(|| names(&article["creator"])),
            language: string(&article["inLanguage"]),
            ..Draft::default()
        },
        body: article["articleBody"].as_str().map(plain).filter(|body| body.len() > 200),
    }
}

/// A name, an object with a name, or a list of these.
fn names(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => tidy(name).filter(|name| !name.contains("://")),
        Value::Array(items) => {
            let names: Vec<String> = items.iter().filter_map(names_one).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => names_one(value),
    }
}

fn names_one(value: &Value) -> Option<String> {
    let name = if value.is_object() { &value["name"] } else { value };
    name.as_str().and_then(tidy).map(|name| plain(&name)).filter(|name| !name.contains("://"))
}

/// Text whose entities and tags, written by careless programs, are resolved.
fn plain(text: &str) -> String {
    if text.contains(['&', '<']) { Document::fragment(text).text().trim().to_owned() } else { text.to_owned() }
}
