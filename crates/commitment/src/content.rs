//! What is promised: from the cue to where another subject takes over.

use suquan_event::Scene;
use suquan_span::TokenSpan;

use crate::cue::Found;

/// Words of a promise at most.
const LONGEST: u32 = 160;

/// The tokens of the content behind a cue; `None` where nothing is left.
pub(crate) fn content(scene: &Scene<'_>, found: &Found) -> Option<TokenSpan> {
    if found.cue.back && is_last(scene, found) {
        return accepted(scene, found);
    }
    let start = if found.cue.inside { found.words.start } else { linked(scene, found.words.end) };
    let end = end(scene, found.words.end.max(start));
    let span = trimmed(scene, TokenSpan::new(start, end));
    (span.len() >= 3 && span.end > found.words.end).then_some(span)
}

/// Whether nothing stands behind the cue: the sentence ends there, or a sign follows.
fn is_last(scene: &Scene<'_>, found: &Found) -> bool {
    let end = scene.text.sentence(found.words.start).end;
    let next = found.words.end;
    next >= end || scene.text.tokens.get(next as usize).is_none_or(|token| token.kind == suquan_token::Kind::Sign && !is_opening(scene, next))
}

/// Whether a quotation or an aside opens at `at`.
fn is_opening(scene: &Scene<'_>, at: u32) -> bool {
    matches!(scene.word(at), "(" | "\"" | "\u{201c}" | "\u{2018}" | ":")
}

/// What was asked for in the same words before a cue that accepts it, where it was somebody else's act.
fn accepted(scene: &Scene<'_>, found: &Found) -> Option<TokenSpan> {
    let sentence = scene.text.sentence(found.words.start);
    let said = scene.statement(found.words).map(|said| said.tokens.start).filter(|start| sentence.start <= *start);
    let asks = |start: &u32| {
        let asked = scene.class_in(TokenSpan::new(*start, found.head.max(*start)), scene.classes.factuality);
        asked.is_some_and(|hit| matches!(scene.label(hit), "planned" | "unreal"))
    };
    let start = said.into_iter().chain([sentence.start]).find(asks)?;
    Some(trimmed(scene, TokenSpan::new(start, found.words.end)))
}

/// Skips the words that tie a cue to its content, and when it was given (`hứa hôm thứ sáu sẽ rút quân`).
pub(crate) fn linked(scene: &Scene<'_>, mut at: u32) -> u32 {
    for _ in 0..3 {
        let tie = scene.class_at(at, scene.pack.class("complementizer")).map(|hit| hit.span.end);
        let when = || scene.times_in(TokenSpan::new(at, at + 8)).next().filter(|time| time.tokens.start == at).map(|time| time.tokens.end);
        let Some(end) = tie.or_else(when) else { break };
        at = end;
    }
    at
}

/// Whether what stands behind a cue tells where or after whom something was promised, and not what: `theo lời hứa của ông tại hội nghị`.
pub(crate) fn is_setting(scene: &Scene<'_>, at: u32) -> bool {
    scene.class_at(at, scene.classes.case).is_some_and(|hit| matches!(scene.label(hit), "at" | "source" | "like"))
}

/// Where the content ends: the sentence, the quotation, or a clause that has a subject and a marked verb of its own.
fn end(scene: &Scene<'_>, from: u32) -> u32 {
    let sentence = scene.text.sentence(from.saturating_sub(1));
    let mut end = sentence.end.min(from + LONGEST);
    // What a statement tells ends with it: who says so stands behind.
    if let Some(said) = scene.statement(TokenSpan::new(from.saturating_sub(1), from)) {
        end = end.min(said.tokens.end).max(from);
    }
    if let Some(quote) = scene.clauses.quote(from) {
        end = end.min(quote.inner.end);
    }
    let mut clause = scene.clauses.index_at(from) + 1;
    while let Some(next) = scene.clauses.clauses.get(clause).filter(|next| next.tokens.start < end) {
        let leaves = matches!(next.opener.as_deref(), Some("contrast" | "addition" | "time"));
        // A condition, aim or cause belongs to what is promised, whoever its subject is.
        if leaves || next.opener.is_none() && has_subject(scene, next.tokens) {
            end = next.tokens.start;
            break;
        }
        clause += 1;
    }
    // `… and China will …`
    for unit in scene.units_in(TokenSpan::new(from, end)) {
        let joined = scene.class_before(unit.tokens.start, scene.classes.coordinator);
        if let Some(joined) = joined
            && joined.span.start > from
            && unit.case.is_none()
            && scene.starts_verb_group(unit.tokens.end)
        {
            return joined.span.start;
        }
    }
    end
}

/// Whether a clause opens with a party and a marked verb.
fn has_subject(scene: &Scene<'_>, clause: TokenSpan) -> bool {
    scene.units_in(clause).next().is_some_and(|unit| unit.tokens.start <= clause.start + 2 && unit.case.is_none() && scene.starts_verb_group(unit.tokens.end))
}

/// Leaves signs and joining words at the ends out.
fn trimmed(scene: &Scene<'_>, mut span: TokenSpan) -> TokenSpan {
    let is_sign = |at: u32| scene.text.tokens.get(at as usize).is_some_and(|token| token.kind == suquan_token::Kind::Sign);
    let is_joint = |at: u32| scene.class_at(at, scene.classes.coordinator).is_some();
    while span.start < span.end && (is_sign(span.end - 1) && !matches!(scene.word(span.end - 1), ")" | "%") || is_joint(span.end - 1)) {
        span.end -= 1;
    }
    while span.start < span.end && is_sign(span.start) {
        span.start += 1;
    }
    span
}
