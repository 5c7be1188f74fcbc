//! Which words make a clause, and where the words end that name a hearer.

use crate::ground::Ground;
use crate::part::Part;

/// Within how many tokens the auxiliary or copula of a clause is sought.
const REACH: u32 = 24;

/// Signs that end a clause.
const ENDS: &[&str] = &[",", ";", ":", ".", "!", "?", "..."];

/// Whether a clause with a verb group of its own starts at `start`: an auxiliary, a negation or a copula follows before its first comma.
pub(crate) fn finite(ground: &Ground<'_>, start: u32, limit: u32) -> bool {
    const SIGNS_OF_A_VERB: [Part; 7] = [Part::Verb, Part::Adverb, Part::Modal, Part::Negator, Part::Copula, Part::Passive, Part::Agent];
    let mut at = start;
    while at < limit.min(start + REACH) && !ground.is(at, ENDS) {
        if let Some(name) = ground.name(at) {
            at = name.tokens.end.max(at + 1);
            continue;
        }
        if SIGNS_OF_A_VERB.iter().any(|&part| ground.starts(at, part).is_some()) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether a noun phrase that can act opens at `at`, past conjunctions and the words that open an adverbial are none.
pub(crate) fn nominal(ground: &Ground<'_>, at: u32) -> bool {
    let at = ground.starts(at, Part::Determiner).unwrap_or(at);
    ground.name(at).is_some_and(|name| name.tokens.start == at) || ground.head(at).is_some() || ground.title(at).is_some()
}

/// Where the hearer's words end that start at `at`, after the preposition: titles, nouns that can speak, names, whose they are.
pub(crate) fn hearer(ground: &Ground<'_>, mut at: u32, limit: u32) -> u32 {
    let (start, mut first) = (at, true);
    while at < limit {
        let name = ground.name(at).map(|name| name.tokens.end);
        let noun = || ground.head(at).map(|(end, _)| end).or_else(|| ground.title(at));
        let small = || ground.starts(at, Part::Determiner).or_else(|| ground.starts(at, Part::Owner).filter(|_| !first));
        match name.or_else(noun).or_else(small) {
            Some(end) => at = end.max(at + 1),
            None => break,
        }
        first = false;
    }
    if first { start } else { at }
}
