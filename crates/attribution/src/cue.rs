//! Cues: the words that attribute.

use suquan_span::TokenSpan;

use crate::grammar::Frame;
use crate::ground::Ground;
use crate::part::Part;

/// One occurrence of a cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    /// The words that attribute.
    pub(crate) span: TokenSpan,
    /// The end of what the rule matched: the speaker or content follows.
    pub(crate) end: u32,
    /// How it stands to speaker and content.
    pub(crate) frame: Frame,
    /// The row of the list of cues.
    pub(crate) row: u32,
    /// The rule that found it.
    pub(crate) rule: usize,
}

/// Every cue of the text that no guard takes back, by start; they do not overlap.
pub(crate) fn cues(ground: &Ground<'_>) -> Vec<Cue> {
    let grammar = ground.grammar;
    let layers = [&ground.text.hits];
    let mut found: Vec<(u32, Cue)> = Vec::new();
    let mut guarded: Vec<TokenSpan> = Vec::new();
    for matched in grammar.rules.set.matches(ground.text.input(&layers)) {
        let frame = grammar.frames[matched.rule];
        let span = grammar.rules.set.capture(&matched, "cue").unwrap_or(matched.span);
        if frame == Frame::Guard {
            // A time expression or a name that ends with the guarding word says nothing of what follows it.
            let named = ground.name(matched.span.start).is_some_and(|name| name.tokens.start < matched.span.start);
            let timed = matched.span.start < span.start && ground.time_before(span.start).is_some();
            // A verb with its connective is no noun.
            let linked = matched.span.end > span.end && ground.ends(span.end, Part::Link).is_some();
            if !timed && !named && !linked {
                guarded.push(span);
            }
            continue;
        }
        let inside = ground.name(span.start).is_some_and(|name| name.tokens.start < span.start && span.end <= name.tokens.end);
        if inside || in_longer_noun(ground, span) {
            continue;
        }
        let Some(row) = row(ground, span, frame) else { continue };
        // Only what stands before a speaker sees more than its own words.
        let end = if matches!(frame, Frame::Source | Frame::Noun) { matched.span.end } else { span.end };
        found.push((matched.span.end, Cue { span, end, frame, row, rule: matched.rule }));
    }
    // The longest words first; among equals the rule that saw more of what is around them.
    found.sort_by_key(|&(seen, cue)| (cue.span.start, std::cmp::Reverse(cue.span.end), std::cmp::Reverse(seen), cue.rule));
    guarded.sort_unstable();
    let (mut kept, mut end): (Vec<Cue>, u32) = (Vec::new(), 0);
    let mut guard = 0;
    let mut guard_end = 0;
    for (_, cue) in found {
        while guarded.get(guard).is_some_and(|span| span.start <= cue.span.start) {
            guard_end = guard_end.max(guarded[guard].end);
            guard += 1;
        }
        if cue.span.start >= end && (guard_end < cue.span.end || matches!(cue.frame, Frame::Noun | Frame::Label)) {
            end = cue.span.end;
            kept.push(cue);
        }
    }
    kept
}

/// The row of the list of cues that covers exactly `span`, the one of that frame where there are several.
fn row(ground: &Ground<'_>, span: TokenSpan, frame: Frame) -> Option<u32> {
    let class = ground.grammar.cue?;
    let hits = ground.text.hits.at(span.start as usize);
    let rows = || hits.iter().filter(|hit| hit.class == class && hit.span == span);
    rows().find(|hit| Frame::named(ground.pack.row(hit).head()) == Some(frame)).or_else(|| rows().next()).map(|hit| hit.payload)
}

/// Whether the words belong to a longer noun that can speak, as the verb in `phát ngôn viên`.
fn in_longer_noun(ground: &Ground<'_>, span: TokenSpan) -> bool {
    (span.start.saturating_sub(3)..=span.start).any(|at| ground.head(at).is_some_and(|(end, _)| span.end <= end && end - at > span.len()))
}
