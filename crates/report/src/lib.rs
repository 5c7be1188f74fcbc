//! The report: a ledger as one self-contained page.
//!
//! [`page`] puts the records of the stable surface, the articles' texts and the page's own style and script into one HTML file that works without a network. The
//! records stand in it as data; the script writes every word of theirs as text, and the page's policy lets no other script run, so an article's text can
//! never act as markup.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const FRAME: &str = include_str!("../page/report.html");
const STYLE: &str = include_str!("../page/report.css");
const SCRIPT: &str = concat!(
    include_str!("../page/script/base.js"),
    include_str!("../page/script/dates.js"),
    include_str!("../page/script/filters.js"),
    include_str!("../page/script/article.js"),
    include_str!("../page/script/timeline.js"),
    include_str!("../page/script/gestures.js"),
    include_str!("../page/script/events.js"),
    include_str!("../page/script/dossier.js"),
    include_str!("../page/script/promises.js"),
    include_str!("../page/script/main.js"),
);
const WORDS: &str = include_str!("../page/words.en.json");

/// What a report shows: records of `suquan/1`, and each article's record with its `text`.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// Events, by date.
    pub events: Vec<Value>,
    /// Promises, by due date.
    pub commitments: Vec<Value>,
    /// Statements, by article.
    pub statements: Vec<Value>,
    /// Articles with their texts.
    pub documents: Vec<Value>,
}

/// The page, as HTML in UTF-8.
#[must_use]
pub fn page(contents: &Contents) -> String {
    let data = json!({
        "events": contents.events,
        "commitments": contents.commitments,
        "statements": contents.statements.iter().map(shown).collect::<Vec<_>>(),
        "documents": contents.documents,
    });
    let parts = [
        ("{{policy}}", policy()),
        ("{{style}}", STYLE.to_owned()),
        ("{{words}}", inert(WORDS)),
        ("{{data}}", inert(&data.to_string())),
        ("{{script}}", SCRIPT.to_owned()),
    ];
    fill(FRAME, &parts)
}

/// What the page shows of a statement: a large ledger has many, and the rest of their records would be half the page.
fn shown(statement: &Value) -> Value {
    json!({
        "document": statement["document"],
        "speaker": {"name": statement["speaker"]["name"]},
        "side": statement["side"],
        "content": statement["content"],
        "topics": statement["topics"].as_array().into_iter().flatten().map(|topic| json!({"topic": topic["topic"]})).collect::<Vec<_>>(),
    })
}

/// Only the page's own script and style may act.
fn policy() -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!("default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'", hash(SCRIPT), hash(STYLE))
}

/// JSON that closes no element: inside a string, `\u003c` is the same letter as `<`.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// Fills the frame's marks in order, each once, so that a mark inside the data stays what it is.
fn fill(frame: &str, parts: &[(&str, String)]) -> String {
    let mut page = String::new();
    let mut rest = frame;
    for (mark, part) in parts {
        if let Some((before, after)) = rest.split_once(mark) {
            page += before;
            page += part;
            rest = after;
        }
    }
    page + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_an_article_closes_no_element() {
        let hostile = "</script><script>alert(1)</script>{{script}}";
        let page = page(&Contents { documents: vec![json!({"id": "x", "text": hostile})], ..Contents::default() });
        assert_eq!(page.matches("<script").count(), 3);
        assert!(!page.contains("alert(1)</script>"));
        assert!(page.ends_with("</html>\n"));
    }
}
