//! Sentences.

use suquan_span::TokenSpan;
use suquan_token::{Flags, Kind, Symbol};

use crate::scene::Scene;

/// A sentence, or a line that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens; never none.
    pub tokens: TokenSpan,
}

/// Cuts the text into sentences.
///
/// - A line ends a sentence, unless the next one goes on with a small letter right below it.
/// - A full stop, question or exclamation mark or an ellipsis ends one where a new sentence can open behind it, unless it belongs to an abbreviation, an initial or a list's
///   number. Closing quotation marks and brackets stay with the sentence they close.
/// - A capital that only the first word of a sentence has ends the one before it: there the line breaks of a page were lost.
/// - `edges` are token indices at which a sentence starts whatever stands there, in order.
pub(crate) fn sentences(scene: &Scene<'_>, edges: &[u32]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut edges = edges.iter().copied().peekable();
    let mut start = 0;
    let mut stopped = false;
    for next in 1..=scene.tokens.len() {
        while edges.next_if(|&edge| (edge as usize) < next).is_some() {}
        stopped = stops(scene, start, next - 1) || stopped && trails(scene, next - 1);
        let ends = next == scene.tokens.len() || edges.peek() == Some(&(next as u32)) || breaks_line(scene, next, stopped) || begins(scene, next, stopped);
        if ends {
            found.push(Sentence { tokens: TokenSpan::new(start as u32, next as u32) });
            start = next;
            stopped = false;
        }
    }
    found
}

/// Whether the token `at` ends the sentence that began at `start`, if a new one can open behind it.
fn stops(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    if scene.tokens[at].kind != Kind::Sign {
        return false;
    }
    let sign = scene.word(at);
    match sign {
        "!" | "?" | "…" => true,
        "." => !is_abbreviation(scene, at + 1) && !is_initial(scene, start, at) && !is_list_number(scene, start, at),
        _ => sign.starts_with(".."),
    }
}

/// Closing marks and further stops stay with the sentence.
fn trails(scene: &Scene<'_>, at: usize) -> bool {
    let sign = scene.word(at);
    matches!(sign, "!" | "?" | "…")
        || sign.starts_with('.')
        || matches!(sign, "\"" | "”" | "’" | "'" | "»" | ")" | "]") && (!scene.spaced(at) || sign == "”" || sign == ")")
}

/// Whether the line break before `next` ends a sentence.
fn breaks_line(scene: &Scene<'_>, next: usize, stopped: bool) -> bool {
    let token = &scene.tokens[next];
    if !token.flags.has(Flags::LINE_START) {
        return false;
    }
    let gap = &scene.text[scene.tokens[next - 1].span.end as usize..token.span.start as usize];
    let blank = gap.matches('\n').nth(1).is_some();
    let small = token.kind == Kind::Word && scene.word(next).starts_with(char::is_lowercase);
    stopped || blank || !small
}

/// Whether a sentence begins at `next`, inside its line.
fn begins(scene: &Scene<'_>, next: usize, stopped: bool) -> bool {
    if stopped {
        return if scene.spaced(next) { !trails(scene, next) && opens(scene, next) } else { lost_space(scene, next) };
    }
    scene.capital(next)
        && scene.spaced(next)
        && matches!(scene.kind(next - 1), Some(Kind::Word | Kind::Number))
        && !scene.all_capitals(next)
        && is_restart(scene, next)
}

/// Whether a sentence can open with this token: a capital or caseless letter, a number, an opening mark.
fn opens(scene: &Scene<'_>, at: usize) -> bool {
    match scene.kind(at) {
        Some(Kind::Number) => true,
        Some(Kind::Word) => !scene.word(at).starts_with(char::is_lowercase),
        _ => matches!(scene.word(at), "\"" | "“" | "‘" | "'" | "«" | "(" | "[" | "…" | ">" | "#" | "@" | "*" | "•"),
    }
}

/// A full stop between a known word in small letters and a capital, without a space: `này.Tổng`. Names of sites have no known word there, or a small letter behind.
fn lost_space(scene: &Scene<'_>, next: usize) -> bool {
    next >= 2
        && scene.is(next - 1, ".")
        && scene.tokens[next].kind == Kind::Word
        && scene.capital(next)
        && scene.tokens[next - 2].symbol != Symbol::UNKNOWN
        && scene.word(next - 2).chars().nth(1).is_some()
        && scene.word(next - 2).starts_with(char::is_lowercase)
        && !scene.word(next - 2).is_ascii()
}

/// A word that has a capital only when it opens a sentence, and is part of no listed name.
fn is_restart(scene: &Scene<'_>, at: usize) -> bool {
    let Some(restart) = scene.end_of(at, scene.words.restart) else { return false };
    scene.end_of(at, scene.words.name).is_none_or(|name| name < restart)
}

/// Whether an abbreviation that ends no sentence ends before `end`; one that may end a sentence leaves it to what follows.
fn is_abbreviation(scene: &Scene<'_>, end: usize) -> bool {
    let hit = scene.words.abbreviation.and_then(|class| scene.hits.class_before(end, class));
    hit.is_some_and(|hit| Some(hit.label) != scene.words.final_abbreviation)
}

/// Whether the full stop at `at` belongs to an initial, as in `V. Putin` or `George W. Bush`, and not to a sentence that ends in a letter (`vitamin C. Theo …`); a letter with marks is a word, as
/// the last of `Nam Á.`
fn is_initial(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    if at == 0 || scene.spaced(at) || !scene.capital(at - 1) || scene.word(at - 1).len() != 1 {
        return false;
    }
    let opening = at - 1 == start;
    let after_name = at >= 2 && (scene.capital(at - 2) || scene.is(at - 2, "."));
    let after_title = scene.words.title.is_some_and(|class| scene.hits.class_before(at - 1, class).is_some());
    let before_name = scene.capital(at + 1) && scene.class(at + 1, scene.words.restart).is_none();
    before_name && (opening || after_name || after_title)
}

/// Whether the full stop at `at` belongs to the number or letter that opens a list's item: `1.`, `a.`.
fn is_list_number(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    at == start + 1
        && scene.tokens[start].flags.has(Flags::LINE_START)
        && (scene.kind(start) == Some(Kind::Number) && scene.word(start).len() <= 2 || scene.word(start).chars().count() == 1)
}
