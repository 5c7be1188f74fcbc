//! Clause bounds.

use suquan_langpack::Pack;
use suquan_pattern::ClassId;
use suquan_segment::Text;
use suquan_span::TokenSpan;

/// A stretch of a sentence between two bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its tokens, the opening marker and the closing sign among them.
    pub tokens: TokenSpan,
    /// The label of the clause marker that opens it, such as `condition`; `None` after a mere sign.
    pub opener: Option<String>,
    /// The index of its sentence.
    pub sentence: u32,
}

/// Cuts every sentence at `,` `;` `:`, at dashes and before clause markers.
pub(crate) fn clauses(text: &Text, pack: &Pack) -> Vec<Clause> {
    let (marker, title) = (pack.class("clause-marker"), pack.class("title"));
    let mut found = Vec::new();
    for (index, sentence) in text.sentences.iter().enumerate() {
        let mut open = Clause { tokens: sentence.tokens, opener: None, sentence: index as u32 };
        // A word of several syllables one of which looks like a marker (label `word`) opens nothing.
        let mut free = 0;
        for at in sentence.tokens.indices() {
            let mut mark = marker.and_then(|class| text.hits.class_at(at, class)).filter(|_| at >= free);
            if let Some(word) = mark.filter(|hit| pack.row(hit).head() == "word") {
                free = word.span.end as usize;
                mark = None;
            }
            let after_sign = at > sentence.tokens.start as usize && is_bound(text, at - 1) && !between_titles(text, pack, title, at - 1);
            if (mark.is_some() || after_sign) && at as u32 > open.tokens.start {
                let tokens = TokenSpan::new(open.tokens.start, at as u32);
                found.push(Clause { tokens, ..open });
                open = Clause { tokens: TokenSpan::new(at as u32, sentence.tokens.end), opener: None, sentence: index as u32 };
            }
            if let Some(mark) = mark.filter(|_| open.tokens.start == at as u32) {
                open.opener = Some(pack.row(mark).head().to_owned());
            }
        }
        found.push(open);
    }
    found
}

/// Whether the token at `at` is a sign that ends a clause; a dash only between spaces.
fn is_bound(text: &Text, at: usize) -> bool {
    let token = &text.tokens[at];
    match token.of(&text.source) {
        "," | ";" | ":" => text.tokens.get(at + 1).is_none_or(suquan_token::Token::spaced),
        "-" | "–" | "—" => token.spaced() && text.tokens.get(at + 1).is_some_and(suquan_token::Token::spaced) && !between_capitals(text, at),
        _ => false,
    }
}

/// Words of a title that are looked through for its beginning.
const TITLE: usize = 7;

/// A comma between two offices of one person (General Secretary, President of the State …) parts no clauses: an office opens behind it, and before it ends an office
/// or its name in capitals.
fn between_titles(text: &Text, pack: &Pack, title: Option<ClassId>, at: usize) -> bool {
    let office = |from: usize| title.and_then(|class| text.hits.class_at(from, class)).filter(|hit| pack.row(hit).has("office"));
    if text.tokens[at].of(&text.source) != "," || office(at + 1).is_none() {
        return false;
    }
    (at.saturating_sub(TITLE)..at).rev().find_map(office).is_some_and(|hit| {
        let end = hit.span.end as usize;
        end <= at && text.tokens[end..at].iter().all(suquan_token::Token::capital)
    })
}

/// A dash between two capitalised words joins names, as in a pair of states, as often as it parts clauses.
fn between_capitals(text: &Text, at: usize) -> bool {
    at > 0 && text.tokens[at - 1].capital() && text.tokens.get(at + 1).is_some_and(suquan_token::Token::capital)
}
