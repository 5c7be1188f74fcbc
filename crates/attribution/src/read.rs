//! Reading the statements of a text, unit by unit.

use suquan_clause::Clauses;
use suquan_langpack::Pack;
use suquan_mention::Mentions;
use suquan_segment::Text;
use suquan_span::TokenSpan;
use suquan_timex::Timex;

use crate::cue::cues;
use crate::frame::{Draft, drafts};
use crate::ground::Ground;
use crate::speaker::Speaker;
use crate::unit::units;
use crate::{Grammar, Statement, circumstance};

/// Reads the statements of a text, by the start of their content.
#[must_use]
pub fn read(text: &Text, clauses: &Clauses, times: &[Timex], mentions: &Mentions, grammar: &Grammar, pack: &Pack) -> Vec<Statement> {
    let ground = Ground::new(text, clauses, times, mentions, grammar, pack);
    let cues = cues(&ground);
    let mut next = 0;
    let mut before: Option<Turn> = None;
    let mut found: Vec<Draft> = Vec::new();
    for unit in units(&ground) {
        let from = next;
        while cues.get(next).is_some_and(|cue| cue.span.start < unit.end) {
            next += 1;
        }
        let inside = &cues[from..next];
        let inside = &inside[inside.partition_point(|cue| cue.span.start < unit.start)..];
        let mut read = drafts(&ground, unit, inside, before.as_ref());
        let said = read.iter().rev().find(|draft| !draft.nested).copied();
        if said.is_none()
            && let Some(draft) = run_on(&ground, unit, before.as_ref())
        {
            read.push(draft);
        }
        let latest = read.iter().rev().find(|draft| !draft.nested).copied();
        before = Some(Turn { unit, speaker: latest.map(|draft| draft.speaker).or(before.and_then(|turn| turn.speaker)), latest });
        found.extend(read);
    }
    found.sort_by_key(|draft| (draft.content.start, std::cmp::Reverse(draft.content.end), draft.cue.span.start));
    found.dedup_by_key(|draft| (draft.content, draft.cue.span));
    found.iter().map(|draft| circumstance::statement(&ground, draft)).collect()
}

/// The unit before, and who spoke in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Turn {
    /// Its tokens.
    pub(crate) unit: TokenSpan,
    /// The last speaker of the article so far.
    pub(crate) speaker: Option<Speaker>,
    /// The last statement of that unit itself.
    pub(crate) latest: Option<Draft>,
}

/// A quotation without a cue, all of its unit, right after a statement: its speaker goes on.
fn run_on(ground: &Ground<'_>, unit: TokenSpan, before: Option<&Turn>) -> Option<Draft> {
    let said = before?.latest?;
    let quote = ground.quote_from(unit.start).filter(|quote| quote.inner.len() >= 4 && quote.whole.len() * 5 >= unit.len() * 4)?;
    Some(Draft { content: ground.trim(quote.inner), unit, aside: TokenSpan::default(), nested: false, ..said })
}
