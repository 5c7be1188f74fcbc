//! The words under pictures.

use suquan_span::TokenSpan;
use suquan_token::{Flags, Kind};

use crate::part::{Role, Stretch};
use crate::scene::Scene;
use crate::sentence::Sentence;

/// Tokens of a caption at most; a longer sentence before a credit is a paragraph of the report.
const LONGEST: u32 = 60;

/// Tokens of a caption that a second line repeats: fewer are remnants, more are a paragraph that stands twice.
const TWIN: std::ops::RangeInclusive<u32> = 4..=40;

/// A credit with the words under the picture: the sentence that it ends, or the one before it; not back beyond `from`.
pub(super) fn with_words(credit: TokenSpan, from: u32, sentences: &[Sentence]) -> TokenSpan {
    let own = sentences.partition_point(|sentence| sentence.tokens.end <= credit.start);
    let starts = |index: usize| sentences.get(index).map_or(credit.start, |sentence| sentence.tokens.start);
    let before = if starts(own) < credit.start { starts(own) } else { own.checked_sub(1).map_or(credit.start, starts) };
    let start = before.max(from);
    if credit.start - start > LONGEST { credit } else { TokenSpan::new(start.min(credit.start), credit.end) }
}

/// Captions that no credit in their line shows: a line right after its twin (a page says the words under a picture twice, once for those who do not see it), one
/// without a mark at its end before a line that is all credit, one that tells left from right.
pub(super) fn twins(scene: &Scene<'_>, stretches: &mut [Stretch]) {
    for index in 0..stretches.len() {
        let (role, span) = stretches[index];
        if role != Role::Body {
            continue;
        }
        let credited = stretches.get(index + 1).is_some_and(|(role, next)| *role == Role::Caption && is_credit(scene, *next));
        if credited && TWIN.contains(&span.len()) && scene.kind(span.end as usize - 1) == Some(Kind::Word) {
            stretches[index].0 = Role::Caption;
            continue;
        }
        let twin = TWIN.contains(&span.len()) && stretches.get(index + 1).is_some_and(|(role, next)| *role == Role::Body && same(scene, span, *next));
        if twin {
            stretches[index].0 = Role::Caption;
            stretches[index + 1].0 = Role::Caption;
        } else if span.len() <= LONGEST && sides(scene, span) {
            stretches[index].0 = Role::Caption;
        }
    }
}

/// Whether the stretch opens a line with a credit.
fn is_credit(scene: &Scene<'_>, span: TokenSpan) -> bool {
    let at = span.start as usize;
    let word = at + usize::from(scene.is(at, "("));
    scene.tokens[at].flags.has(Flags::LINE_START) && scene.furniture(word, scene.words.credit).is_some_and(|after| scene.is(after, ":"))
}

fn same(scene: &Scene<'_>, one: TokenSpan, other: TokenSpan) -> bool {
    one.len() == other.len() && one.indices().zip(other.indices()).all(|(one, other)| scene.word(one) == scene.word(other))
}

/// Whether `(trái)` or its like stands there.
fn sides(scene: &Scene<'_>, span: TokenSpan) -> bool {
    span.indices().any(|at| scene.is(at, "(") && scene.furniture(at + 1, scene.words.side).is_some_and(|end| matches!(scene.word(end), ")" | ",")))
}
