//! Cues that stand before their speaker: `theo X`, `dẫn lời X`, `lời khẳng định của X`.

use suquan_span::TokenSpan;

use crate::cue::Cue;
use crate::ground::Ground;
use crate::part::{Part, SourceKind};
use crate::speaker::{Speaker, speaker};

/// The most tokens that name a source.
const REACH: u32 = 48;

/// What follows a name but opens no part of it.
const VERBAL: [Part; 5] = [Part::Adverb, Part::Modal, Part::Negator, Part::Passive, Part::Copula];

/// A speaker after his cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    /// Who.
    pub(crate) speaker: Speaker,
    /// Where his name ends, at a sign or at the first word of what he says.
    pub(crate) end: u32,
}

/// The speaker named right after `cue`, up to a comma, colon, connective or the unit's end.
pub(crate) fn named(ground: &Ground<'_>, cue: &Cue, limit: u32) -> Option<Named> {
    let limit = limit.min(cue.end + REACH);
    let (mut at, mut said) = (cue.end, false);
    while at < limit {
        if let Some(name) = ground.name(at) {
            (at, said) = (name.tokens.end.max(at + 1), true);
            continue;
        }
        // No comma parts the name from the verb group of what he says.
        if said && VERBAL.iter().any(|&part| ground.starts(at, part).is_some()) && ground.head(at).is_none() {
            break;
        }
        if ground.is(at, &["("]) {
            at = (at..limit.min(at + 24)).find(|&close| ground.is(close, &[")"])).unwrap_or(at) + 1;
            continue;
        }
        if let Some(quote) = ground.quote_from(at).filter(|quote| quote.whole.len() <= 10) {
            at = quote.whole.end;
            continue;
        }
        if ground.is(at, &[",", ":", ";", ".", "“", "\"", "!", "?"]) || ground.starts(at, Part::Link).is_some() {
            break;
        }
        at += 1;
    }
    let found = speaker(ground, TokenSpan::new(cue.end, at)).filter(|found| near(ground, cue.end, found.start))?;
    // A relative clause goes on right after the pronoun or name: `vốn theo ông đang …`.
    let relative = [Part::Breaker, Part::Subordinator].iter().any(|&part| cue.span.start > 0 && ground.ends(cue.span.start, part).is_some());
    let bare = relative && found.end < at && (found.pronoun || found.words.start <= cue.end + 1);
    Some(Named { speaker: found, end: if bare { found.end } else { past_apposition(ground, at, limit) } })
}

/// Whether only determiners and titles stand between `from` and the speaker's words at `start`.
fn near(ground: &Ground<'_>, from: u32, start: u32) -> bool {
    start <= from
        || (from..start).all(|at| ground.starts(at, Part::Determiner).is_some() || ground.title(at).is_some() || ground.head(at).is_some())
        || start - from <= 3
}

/// Past an apposition between commas, as in `theo ông A, Giám đốc B, …`.
fn past_apposition(ground: &Ground<'_>, at: u32, limit: u32) -> u32 {
    if !ground.is(at, &[","]) {
        return at;
    }
    let opens = ground.title(at + 1).is_some() || ground.head(at + 1).is_some_and(|(_, kind)| kind == SourceKind::Person);
    let close = (at + 2..limit.min(at + 24)).find(|&close| ground.is(close, &[","]));
    match close {
        // A clause with a subject would have an auxiliary or a verb; an apposition has none of the small words that go with them.
        Some(close) if opens && !(at + 1..close).any(|word| [Part::Adverb, Part::Modal].iter().any(|&part| ground.starts(word, part).is_some())) => close,
        _ => at,
    }
}

/// Whether a preposition at `at` can open an attribution: at the start of its clause, not inside a verb phrase.
pub(crate) fn opens_clause(ground: &Ground<'_>, at: u32, floor: u32) -> bool {
    // A capital opens a sentence whose stop before it is missing.
    if at <= floor
        || ground.capital(at)
        || ground.time_before(at).is_some()
        || ground.is(at - 1, &[",", ";", ":", ".", "”", "\"", "»", ")", "…", "...", "/"])
        || ground.is_any_dash(at - 1)
    {
        return true;
    }
    [Part::Coordinator, Part::Contrast, Part::Breaker, Part::Subordinator, Part::Adverb, Part::Link].iter().any(|&part| ground.ends(at, part).is_some())
}
