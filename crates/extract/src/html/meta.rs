//! What a page says about itself in its head, or in microdata.

use dom_query::Document;

use crate::Published;
use crate::draft::{Draft, tidy};

/// The names under which pages give each field, best first: Open Graph, schema.org, Dublin Core and
/// what publishing systems add. Compared in lower case.
const TITLE: &[&str] = &["og:title", "headline", "twitter:title", "dc.title", "dcterms.title"];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "article:published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "datecreated",
    "date",
];
const URL: &[&str] = &["og:url", "twitter:url"];
const SOURCE: &[&str] = &["og:site_name", "dc.publisher", "dcterms.publisher", "application-name"];
const AUTHOR: &[&str] = &["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl"];

/// Reads `meta` elements, the canonical address and the language of the page.
pub(super) fn read(document: &Document) -> Draft {
    let entries = entries(document);
    let all = |names: &'static [&'static str]| names.iter().flat_map(|name| entries.iter().filter(move |(key, _)| key == name)).map(|(_, value)| value);
    let first = |names| all(names).find_map(|value| tidy(value));
    let canonical = document.select_single("link[rel=canonical]").attr("href").map(|href| href.to_string());
    Draft {
        title: first(TITLE),
        published: all(PUBLISHED).find_map(|value| Published::parse(value)),
        url: canonical.into_iter().chain(first(URL)).find(|url| url.contains("://")),
        source: first(SOURCE),
        // Some pages give the author's profile in place of the name.
        author: all(AUTHOR).filter_map(|value| tidy(value)).find(|name| !name.contains("://")),
        ..Draft::default()
    }
}

/// Names in lower case with their contents, in the order of the page.
fn entries(document: &Document) -> Vec<(String, String)> {
    let mut entries = Vec::new();
    for element in document.select("meta[content]").nodes() {
        for attribute in ["property", "name", "itemprop"] {
            if let Some(name) = element.attr(attribute) {
                entries.push((name.trim().to_ascii_lowercase(), element.attr_or("content", "").to_string()));
            }
        }
    }
    entries
}
