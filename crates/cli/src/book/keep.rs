//! From articles to documents of the store, batch by batch.

use serde_json::{Value, json};
use suquan_extract::Article;
use suquan_pipeline::{Hints, Reader, read_all};
use suquan_store::{Change, NewDocument, SearchText, Store};
use suquan_timex::Policy;
use suquan_token::fold;
use unicode_normalization::UnicodeNormalization;

use super::Failure;

/// Articles of a transaction: many enough that its cost does not count, few enough that a kill loses little work.
const BATCH: usize = 256;

/// Reads what is not yet kept and keeps it; `kept` is told each article's label and what it changed, after its batch is on disk.
pub(crate) fn keep(
    store: &mut Store,
    reader: &Reader,
    articles: &mut impl Iterator<Item = Article>,
    hints: &Hints,
    jobs: usize,
    mut kept: impl FnMut(&str, Change) -> std::io::Result<()>,
) -> Result<(), Failure> {
    loop {
        let batch: Vec<Article> = articles.take(BATCH).collect();
        if batch.is_empty() {
            return Ok(());
        }
        let mut fresh = Vec::with_capacity(batch.len());
        for article in batch {
            if store.is_current(&article.id, &article.hash)? {
                kept(&article.id, Change::Unchanged)?;
            } else {
                fresh.push(article);
            }
        }
        let documents: Vec<NewDocument> = read_all(
            reader,
            fresh,
            hints,
            jobs,
            |reading| {
                let record = suquan_resolve::digest(&reading);
                let title = reading.article.title.as_deref().unwrap_or_default();
                let words = format!("{title}\n{}", reading.article.text);
                NewDocument {
                    id: reading.article.id.clone(),
                    hash: reading.article.hash.clone(),
                    article: article_json(&reading.article, hints.policy).to_string().into_bytes(),
                    reading: serde_json::to_vec(&record).unwrap_or_default(),
                    words: search_text(&words),
                }
            },
            || (),
        );
        let changes = store.add(&documents)?;
        for (document, change) in documents.iter().zip(changes) {
            kept(&document.id, change)?;
        }
    }
}

/// Words as both columns of the search index have them.
pub(crate) fn search_text(words: &str) -> SearchText {
    SearchText { exact: words.nfc().flat_map(char::to_lowercase).collect(), folded: fold(words) }
}

fn article_json(article: &Article, policy: Policy) -> Value {
    json!({
        "id": article.id, "hash": article.hash, "title": article.title, "text": article.text, "published": article.published,
        "url": article.url, "source": article.source, "author": article.author, "language": article.language,
        "date_policy": policy_name(policy),
    })
}

/// How the article that the store keeps was read.
pub(crate) fn policy(bytes: &[u8]) -> Policy {
    let value: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let named = [Policy::Past, Policy::Future].into_iter().find(|policy| value["date_policy"] == policy_name(*policy));
    named.unwrap_or_default()
}

fn policy_name(policy: Policy) -> &'static str {
    match policy {
        Policy::News => "news",
        Policy::Past => "past",
        Policy::Future => "future",
    }
}

/// The article that the store keeps.
pub(crate) fn article(bytes: &[u8]) -> Result<Article, serde_json::Error> {
    let value: Value = serde_json::from_slice(bytes)?;
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    Ok(Article {
        id: text("id").unwrap_or_default(),
        hash: text("hash").unwrap_or_default(),
        title: text("title"),
        text: text("text").unwrap_or_default(),
        published: text("published"),
        url: text("url"),
        source: text("source"),
        author: text("author"),
        language: text("language").unwrap_or_default(),
        ..Article::default()
    })
}
