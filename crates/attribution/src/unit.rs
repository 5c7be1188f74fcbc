//! Units: the stretches within which a cue, its speaker and its content are sought.

use suquan_segment::Role;
use suquan_span::TokenSpan;

use crate::ground::Ground;
use crate::part::Part;

/// Sentences, joined where a quotation runs over their bounds or a colon leads from one to the next, and parted where a part of the article begins.
///
/// Tags, bylines, date lines, teasers and signatures are no units.
pub(crate) fn units(ground: &Ground<'_>) -> Vec<TokenSpan> {
    let text = ground.text;
    let mut found: Vec<TokenSpan> = Vec::with_capacity(text.sentences.len());
    let mut open_until = 0;
    let mut quote = 0;
    for sentence in &text.sentences {
        let span = sentence.tokens;
        let colon = found.last().is_some_and(|last| ground.is(last.end - 1, &[":"]) && ground.quote_from(span.start).is_some());
        match found.last_mut() {
            Some(last) if (span.start < open_until || colon) && last.end == span.start => last.end = span.end,
            _ => found.push(span),
        }
        while ground.clauses.quotes.get(quote).is_some_and(|quote| quote.whole.start < span.end) {
            open_until = open_until.max(ground.clauses.quotes[quote].whole.end);
            quote += 1;
        }
    }
    parted(ground, &found)
}

/// The units cut at the bounds of the article's parts.
fn parted(ground: &Ground<'_>, units: &[TokenSpan]) -> Vec<TokenSpan> {
    let text = ground.text;
    let bounds: Vec<u32> = text.parts.iter().map(|part| text.tokens_in(part.span).start).collect();
    let mut next = 0;
    let mut found = Vec::with_capacity(units.len());
    for unit in units {
        while bounds.get(next).is_some_and(|&bound| bound <= unit.start) {
            next += 1;
        }
        let mut start = unit.start;
        while let Some(&bound) = bounds.get(next).filter(|&&bound| bound < unit.end) {
            found.push(TokenSpan::new(start, bound));
            start = bound;
            next += 1;
        }
        found.push(TokenSpan::new(start, unit.end));
    }
    let speaks = |unit: &TokenSpan| matches!(text.role(text.bytes(*unit).start), Role::Lead | Role::Body | Role::Caption);
    found.retain(|unit| !unit.is_empty() && speaks(unit));
    found.iter().flat_map(|&unit| restarted(ground, unit)).collect()
}

/// A unit cut where a small word has a capital after a word: the stop before it is missing, as between a caption and the report.
fn restarted(ground: &Ground<'_>, unit: TokenSpan) -> Vec<TokenSpan> {
    let mut found = Vec::new();
    let mut start = unit.start;
    let mut at = unit.start + 1;
    while at < unit.end {
        if let Some(quote) = ground.is_sign(at).then(|| ground.quote_from(at)).flatten() {
            at = quote.whole.end.max(at + 1);
            continue;
        }
        if ground.capital(at) && restarts(ground, at) {
            found.push(TokenSpan::new(start, at));
            start = at;
        }
        at += 1;
    }
    found.push(TokenSpan::new(start, unit.end));
    found
}

/// Whether the word with a capital at `at` can only open a sentence there.
fn restarts(ground: &Ground<'_>, at: u32) -> bool {
    const SMALL: [Part; 5] = [Part::Aside, Part::Subordinator, Part::Breaker, Part::Recall, Part::Contrast];
    let small = SMALL.iter().any(|&part| ground.starts(at, part).is_some());
    let next = ground.text.tokens.get(at as usize + 1).is_some_and(|token| token.spaced() && !token.capital());
    let shouted = ground.text.tokens[at as usize].flags.has(suquan_token::Flags::ALL_CAPITALS);
    let name = ground.name(at).is_some() || ground.head(at).is_some() || ground.title(at).is_some();
    let governed = SMALL.iter().any(|&part| ground.ends(at, part).is_some());
    small && next && !shouted && !name && !governed && !ground.is_sign(at - 1)
}
