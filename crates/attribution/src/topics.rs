//! What is spoken of.

use suquan_langpack::Pack;
use suquan_segment::Text;
use suquan_span::{ByteSpan, TokenSpan};

/// A topic of the pack's vocabulary with the words that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its name, such as `ukraine`.
    pub topic: String,
    /// The words.
    pub span: ByteSpan,
}

/// The topics that words of `span` show, by first occurrence, each once.
#[must_use]
pub fn topics_in(text: &Text, span: TokenSpan, pack: &Pack) -> Vec<Topic> {
    let mut found: Vec<Topic> = Vec::new();
    let Some(class) = pack.class("topic") else { return found };
    for at in span.indices() {
        for hit in text.hits.at(at).iter().filter(|hit| hit.class == class && hit.span.end <= span.end) {
            let topic = pack.row(hit).head();
            if found.iter().all(|known| known.topic != topic) {
                found.push(Topic { topic: topic.to_owned(), span: text.bytes(hit.span) });
            }
        }
    }
    found
}
