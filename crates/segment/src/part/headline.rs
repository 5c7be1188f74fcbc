//! Headlines between paragraphs: the article's own, those of its sections, and links to other articles.

use suquan_span::TokenSpan;
use suquan_token::Kind;

use crate::part::{Role, Stretch};
use crate::scene::Scene;

/// Tokens of a headline at most.
const LONGEST: u32 = 32;

/// Tokens of a headline at least.
const SHORTEST: u32 = 3;

/// Marks the headlines: short lines that open with a capital and have no mark at their end, while the lines beside them are none.
///
/// Where the report's own lines are cut in the middle of sentences, the next line goes on with a small letter; where a line has no mark at its end because it introduces what
/// follows, it ends with a colon.
pub(super) fn mark(scene: &Scene<'_>, stretches: &mut [Stretch]) {
    for index in 0..stretches.len() {
        let (role, span) = stretches[index];
        let last = stretches[index + 1..].iter().all(|(role, _)| matches!(role, Role::Signature | Role::Byline | Role::Dateline));
        let before = index.checked_sub(1).and_then(|before| stretches.get(before));
        let after = stretches.get(index + 1);
        let goes_on = after.is_some_and(|(_, next)| scene.word(next.start as usize).starts_with(char::is_lowercase));
        // The line before it is finished, or is itself no report.
        let follows = before.is_none_or(|(role, before)| *role != Role::Body || !is_open(scene, *before) || is_blank(scene, *before));
        if role == Role::Body && !last && !goes_on && follows && is_line(scene, span) && is_headline(scene, span) {
            stretches[index].0 = Role::Teaser;
        }
    }
}

/// Whether the stretch is a whole line, or the last one of a line.
fn is_line(scene: &Scene<'_>, span: TokenSpan) -> bool {
    scene.tokens.get(span.end as usize).is_none_or(|next| next.flags.has(suquan_token::Flags::LINE_START))
}

fn is_headline(scene: &Scene<'_>, span: TokenSpan) -> bool {
    let first = span.start as usize;
    let opens = scene.capital(first) || scene.kind(first) == Some(Kind::Number) || matches!(scene.word(first), "\"" | "“" | "‘" | "'");
    opens && is_open(scene, span) && (SHORTEST..=LONGEST).contains(&span.len())
}

/// Whether no mark stands at the end; a closing quotation mark tells by what stands before it.
fn is_open(scene: &Scene<'_>, span: TokenSpan) -> bool {
    let last = span.indices().rev().find(|&at| !matches!(scene.word(at), "\"" | "”" | "’" | "'" | "»" | ")"));
    last.is_some_and(|at| scene.kind(at) != Some(Kind::Sign))
}

fn is_blank(scene: &Scene<'_>, span: TokenSpan) -> bool {
    span.indices().all(|at| scene.kind(at) == Some(Kind::Sign))
}
