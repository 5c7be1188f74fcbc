//! The clauses around a cue: the one it depends on another by, the earliest start of a content before it, a quotation behind a bare colon.

use suquan_span::TokenSpan;

use crate::clausal::{finite, nominal};
use crate::cue::Cue;
use crate::extent::After;
use crate::grammar::Frame;
use crate::ground::Ground;
use crate::items::{Item, NEAR, SUBJECT};
use crate::part::{Part, SourceKind};
use crate::speaker::speaker;
use crate::subject::{Before, before as stands_before};

/// How far back the turn to what is said next is sought.
const REACH: u32 = 200;

/// Where the clause can start at the earliest that a cue after it has as its content, its own subject at `start`: behind what the same speaker says before.
pub(crate) fn floor(ground: &Ground<'_>, earlier: &[Item], start: u32, from: u32) -> u32 {
    let parted = ground.semicolon_before(start).map_or(from, |at| from.max(at + 1));
    let again = ground.head(start).is_some_and(|(_, kind)| kind == SourceKind::Pronoun);
    let said = |last: &&Item| !last.quoted && last.cue.span.start >= parted && last.before != Before::Unsaid;
    let Some(last) = earlier.iter().rev().take(NEAR).find(said).filter(|_| again) else { return parted };
    let turns = |at: &u32| ground.is(*at, &[","]) && [Part::Coordinator, Part::Contrast].iter().any(|&part| ground.starts(at + 1, part).is_some());
    let turn = ((last.cue.end + 1).max(start.saturating_sub(REACH))..start.saturating_sub(1)).rev().find(turns);
    turn.and_then(|at| [Part::Coordinator, Part::Contrast].iter().find_map(|&part| ground.starts(at + 1, part))).unwrap_or(start)
}

/// Where the main clause starts after the dependent one that a cue stands in: behind a comma, with a noun phrase and a verb group or another's cue.
pub(crate) fn main_clause(ground: &Ground<'_>, item: &Item) -> Option<u32> {
    let Before::Own { words, .. } = item.before else { return None };
    let (After::Content { start, .. }, false) = (item.after, item.quoted) else { return None };
    let opener = ground.ends(words.start, Part::Subordinator)?;
    let opens = opener <= item.bounds.start || ground.is(opener - 1, &[",", ";"]);
    let single = ground.starts(opener, Part::Dependent) == Some(words.start);
    let comma = |at: &u32| ground.is(*at, &[","]) && ground.quote_around(*at).is_none() && nominal(ground, at + 1);
    let at = (start + 2..item.bounds.end.min(start + SUBJECT)).filter(|_| opens && single).find(comma)? + 1;
    let cue = |at: u32| ground.text.hits.at(at as usize).iter().any(|hit| Some(hit.class) == ground.grammar.cue);
    let limit = item.bounds.end.min(at + SUBJECT);
    let end = (at..limit).find(|&end| ground.is(end, &[",", ";"])).unwrap_or(limit);
    (finite(ground, at, end) || (at + 1..end).any(cue)).then_some(at)
}

/// Whether the colon at `at` leads from a clause that has no verb of saying to a quotation of a sentence.
pub(crate) fn opens_words(ground: &Ground<'_>, at: u32, last: Option<&Item>, bounds: TokenSpan) -> bool {
    let Some(quote) = ground.quote_from(at + 1).filter(|quote| quote.inner.len() >= 4 && ground.capital(quote.inner.start)) else { return false };
    let said = last.filter(|last| last.cue.span.start >= bounds.start && last.cue.frame != Frame::Source && !last.quoted);
    let parted = said.is_none_or(|last| (last.cue.end..at).any(|sign| ground.is(sign, &[",", ";"])));
    let Before::Own { words, agent: None } = stands_before(ground, at, said.map_or(bounds.start, |last| last.cue.end), false) else { return false };
    let speaks = speaker(ground, words).is_some_and(|found| !found.document && found.start <= words.start + 1);
    let closes = quote.whole.end >= bounds.end || ground.is_sign(quote.whole.end);
    parted && speaks && closes && quote.whole.end <= bounds.end
}

/// Whether the cue stands in `như X nói, …`, whose comma opens what is said.
pub(crate) fn likened(ground: &Ground<'_>, cue: &Cue, floor: u32) -> bool {
    let own = |before| matches!(before, Before::Own { words, .. } if ground.ends(words.start, Part::Like).is_some());
    ground.is(cue.end, &[","]) && own(stands_before(ground, cue.span.start, floor, false))
}
