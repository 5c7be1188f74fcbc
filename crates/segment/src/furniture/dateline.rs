//! Lines that date the article.

use suquan_token::Kind;

use crate::scene::Scene;

/// Tokens that a date line has at most.
const LONGEST: usize = 30;

/// Where the date line that opens the line `at..end` ends; `None` if it opens with none.
///
/// Behind a word that opens date lines, a date may be followed by the report in the same line; without one the whole line is numbers and the words of dates.
pub(super) fn end(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let cue = scene.furniture(at, scene.words.dateline);
    let start = match cue {
        Some(after) if after < end && scene.is(after, ":") => after + 1,
        Some(after) => after,
        None => at,
    };
    let mut last = start;
    let mut next = start;
    while next < end.min(start + LONGEST) {
        let Some(after) = piece(scene, next) else { break };
        // Signs count only when a number or word of the date follows them, or a bracket closes.
        if scene.kind(next) != Some(Kind::Sign) || scene.is(next, ")") {
            last = after;
        }
        next = after;
    }
    let whole = next == end;
    (names_day(scene, start, last) && (cue.is_some() || whole)).then_some(if whole { end } else { last })
}

/// The end of the piece of a date at `at`.
fn piece(scene: &Scene<'_>, at: usize) -> Option<usize> {
    match scene.kind(at)? {
        Kind::Number => Some(at + 1),
        Kind::Sign => matches!(scene.word(at), "/" | "-" | "–" | "." | ":" | "," | "(" | ")" | "+" | "|").then_some(at + 1),
        Kind::Word => scene.furniture(at, scene.words.date_word),
    }
}

/// Whether a year and at least two more numbers stand there.
fn names_day(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let numbers = || (start..end).filter(|&at| scene.kind(at) == Some(Kind::Number)).map(|at| scene.word(at));
    let is_year = |number: &str| number.len() == 4 && matches!(number.parse(), Ok(1900..=2999));
    numbers().any(is_year) && numbers().count() >= 3
}
