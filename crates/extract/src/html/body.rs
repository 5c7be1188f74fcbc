//! The running text of a page.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use crate::draft::tidy;

/// Letters and digits outside links that an article has at least: one full sentence.
const LEAST: usize = 80;

/// The text of the page's article, its paragraphs parted by blank lines; `None` where what was found
/// is too short or is mostly links.
pub(super) fn text(document: Document, title: Option<&str>) -> Option<String> {
    let config = Config { disable_json_ld: true, text_mode: TextMode::Formatted, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?;
    let linked = letters(&Document::fragment(article.content).select("a").text());
    let text = paragraphs(&article.text_content, title);
    let all = letters(&text);
    (all >= linked + LEAST && linked * 2 <= all).then_some(text)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Lines tidied, at most one blank line between them, and no title in front.
fn paragraphs(text: &str, title: Option<&str>) -> String {
    let mut result = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.lines() {
        let Some(line) = tidy(line) else {
            blank = true;
            continue;
        };
        if result.is_empty() && title == Some(line.as_str()) {
            continue;
        }
        if !result.is_empty() {
            result.push_str(if blank { "\n\n" } else { "\n" });
        }
        result.push_str(&line);
        blank = false;
    }
    result
}
