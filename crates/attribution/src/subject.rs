//! What stands before a cue: its subject, or the sign that it shares the subject of the cue before.

use suquan_span::TokenSpan;

use crate::ground::Ground;
use crate::part::{Part, SourceKind};

/// The most tokens that a subject covers.
const REACH: u32 = 56;

/// What stands before a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// A clause from its first word to the last before the cue's adverbs; or the agent of a passive.
    Own {
        /// The words among which the subject is.
        words: TokenSpan,
        /// How the agent of a passive is brought in; `None` for a subject.
        agent: Option<Part>,
    },
    /// A comma or conjunction, from here on: the subject is that of the cue or clause before.
    Shared(u32),
    /// Nothing: the cue opens its sentence or quotation.
    Opens,
    /// Right before it another cue, so that the two are one act.
    Joined,
    /// A word that says that this was not said.
    Unsaid,
}

/// Reads what stands before the cue at `start`, back to `floor`; `after_cue` tells that another cue ends there.
pub(crate) fn before(ground: &Ground<'_>, start: u32, floor: u32, after_cue: bool) -> Before {
    let (mut at, mut timed) = (start, false);
    while at > floor {
        if let Some(time) = ground.time_before(at).filter(|&time| time >= floor) {
            (at, timed) = (time, true);
        } else if ground.ends(at, Part::Negator).is_some_and(|word| ground.ends(at, Part::Adverb).is_none_or(|adverb| adverb >= word)) {
            return Before::Unsaid;
        } else if let Some(word) = ground
            .ends(at, Part::Adverb)
            .filter(|&word| word >= floor && (ground.ends(at, Part::Coordinator) != Some(word) || follows_noun(ground, word, floor)))
        {
            at = word;
        } else if [Part::Modal, Part::Passive, Part::Agent].iter().any(|&part| ground.ends(at, part).is_some()) {
            return Before::Unsaid;
        } else if let Some(word) = ground.ends(at, Part::Aside).filter(|&word| timed && word >= floor) {
            at = word;
        } else if let Some(open) = ground.bracket_before(at, 24).filter(|&open| open >= floor) {
            at = open;
        } else if let Some(open) = apposition(ground, at, floor) {
            at = open;
        } else {
            break;
        }
    }
    if at <= floor {
        return if after_cue { Before::Joined } else { Before::Opens };
    }
    if let Some(open) = comma_apposition(ground, at, floor) {
        let Before::Own { words, .. } = words(ground, open, floor) else { return Before::Unsaid };
        return Before::Own { words: TokenSpan::new(words.start, at - 1), agent: None };
    }
    if let Some(from) = shared(ground, at, floor) {
        return Before::Shared(from);
    }
    if ground.ends(at, Part::Link).is_some() || ground.ends(at, Part::Copula).is_some() {
        return Before::Unsaid;
    }
    if let Some(word) = ground.ends(at, Part::Subordinator) {
        return Before::Shared(word);
    }
    words(ground, at, floor)
}

/// Whether the word at `word` stands right after a name or noun that can speak, so that it belongs to the verb group.
fn follows_noun(ground: &Ground<'_>, word: u32, floor: u32) -> bool {
    let noun = |at: u32| ground.head(at).is_some_and(|(end, _)| end == word);
    word > floor && (ground.name(word - 1).is_some() || (word.saturating_sub(3).max(floor)..word).any(noun))
}

/// The opening dash of the apposition that closes before `at`, as in `X - who he is - said`.
fn apposition(ground: &Ground<'_>, at: u32, floor: u32) -> Option<u32> {
    if !ground.is_dash(at - 1) {
        return None;
    }
    (at.saturating_sub(26).max(floor + 1)..at - 1).rev().find(|&open| ground.is_dash(open) && ground.quote_to(open).is_none())
}

/// The opening comma of the apposition that a comma closes before `at`, as in `X, who he is, said`.
fn comma_apposition(ground: &Ground<'_>, at: u32, floor: u32) -> Option<u32> {
    if !ground.is(at - 1, &[","]) {
        return None;
    }
    let open = (at.saturating_sub(20).max(floor + 1)..at - 1).rev().find(|&open| ground.is(open, &[","]))?;
    let first = ground.starts(open + 1, Part::Determiner).unwrap_or(open + 1);
    let person = ground.head(first).is_some_and(|(_, kind)| kind == SourceKind::Person) || ground.title(first).is_some();
    let who = ground.starts(first, Part::Apposition).is_some();
    let plain = (first..at - 1).all(|word| [Part::Adverb, Part::Modal, Part::Agent].iter().all(|&part| ground.starts(word, part).is_none()));
    let beside = [Part::Dependent, Part::Aside].iter().any(|&part| ground.starts(open + 1, part).is_some());
    let noun = |at: u32| ground.head(at).is_some_and(|(end, _)| end == open);
    let named = ground.name(open - 1).is_some() || beside && (open.saturating_sub(3).max(floor)..open).any(noun);
    ((person && plain || who || beside) && named).then_some(open)
}

/// Where the comma or conjunction starts that stands before `at`.
fn shared(ground: &Ground<'_>, at: u32, floor: u32) -> Option<u32> {
    let mut from = at;
    for _ in 0..4 {
        if from <= floor {
            break;
        }
        if let Some(word) = ground.ends(from, Part::Coordinator).filter(|&word| word >= floor) {
            from = word;
        } else if ground.is(from - 1, &[",", ";", ":"]) || ground.is_dash(from - 1) {
            from -= 1;
            break;
        } else {
            break;
        }
    }
    (from < at).then_some(from)
}

/// The clause that ends before `end`, back to its opening sign or word.
fn words(ground: &Ground<'_>, end: u32, floor: u32) -> Before {
    let floor = floor.max(end.saturating_sub(REACH));
    let (mut start, mut listed) = (end, false);
    while start > floor {
        if let Some(name) = ground.name(start - 1).filter(|name| name.tokens.start >= floor) {
            start = name.tokens.start;
        } else if let Some(open) = ground.bracket_before(start, 24).filter(|&open| open >= floor) {
            start = open;
        } else if let Some(quote) = ground.quote_to(start).filter(|quote| quote.whole.len() <= 10 && quote.whole.start >= floor) {
            start = quote.whole.start;
        } else if ground.is_sign(start - 1) {
            if !joins(ground, start, listed) {
                break;
            }
            start -= 1;
        } else if let Some(time) = ground.time_before(start).filter(|_| start < end) {
            if opens_clause(ground, time, floor) {
                break;
            }
            start = time;
        } else if let Some(part) = agent(ground, start, end, floor).filter(|_| start < end) {
            return Before::Own { words: TokenSpan::new(start, end), agent: Some(part) };
        } else if let Some(word) = ground.ends(start, Part::Coordinator).filter(|_| start < end) {
            if word <= floor || !joins_nouns(ground, word, start) {
                break;
            }
            (start, listed) = (word, true);
        } else if let Some(word) = boundary(ground, start).filter(|&word| start < end && word >= floor) {
            if ground.ends(start, Part::Owner).is_none() || !after_document(ground, word, floor) {
                break;
            }
            start = word;
        } else {
            start -= 1;
        }
    }
    Before::Own { words: TokenSpan::new(start, end), agent: None }
}

/// Where the word starts that ends before `at` and opens a clause.
fn boundary(ground: &Ground<'_>, at: u32) -> Option<u32> {
    [Part::Subordinator, Part::Breaker, Part::Contrast, Part::Link, Part::Relative].into_iter().find_map(|part| ground.ends(at, part))
}

/// How the word before `at` brings in an agent; the maker of a document is none.
fn agent(ground: &Ground<'_>, at: u32, end: u32, floor: u32) -> Option<Part> {
    let part = [Part::Passive, Part::Agent].into_iter().find(|&part| ground.ends(at, part).is_some())?;
    let maker = (at..end).any(|word| ground.starts(word, Part::Maker).is_some());
    let made = maker && ground.ends(at, Part::Owner).is_some_and(|word| after_document(ground, word, floor));
    (!made).then_some(part)
}

/// Whether a time expression at `at` opens its clause, perhaps after a preposition.
fn opens_clause(ground: &Ground<'_>, at: u32, floor: u32) -> bool {
    let at = ground.ends(at, Part::Aside).unwrap_or(at);
    at <= floor || ground.is_sign(at - 1) || ground.capital(at)
}

/// Whether the sign before `start` stands inside a noun phrase: between glued words, between names, or in a list that a conjunction ends.
fn joins(ground: &Ground<'_>, start: u32, listed: bool) -> bool {
    let sign = start - 1;
    if ground.is(sign, &[",", "-", "–", "—", "/", "&", "."]) && sign > 0 {
        let tokens = &ground.text.tokens;
        let glued = tokens.get(start as usize).is_some_and(|token| !token.spaced()) && !tokens[sign as usize].spaced();
        let names = (listed || !ground.is(sign, &[","])) && ground.name(sign - 1).is_some() && ground.name(start).is_some();
        let title_after_name = ground.is(sign, &["-", "–", "—"]) && ground.name(sign - 1).is_some() && !tokens[sign as usize].spaced();
        return glued || names || title_after_name;
    }
    false
}

/// Whether the conjunction from `word` to `after` joins two nouns that can speak.
fn joins_nouns(ground: &Ground<'_>, word: u32, after: u32) -> bool {
    let left = ground.name(word - 1).is_some() || (word.saturating_sub(3)..word).any(|at| ground.head(at).is_some_and(|(end, _)| end == word));
    let mut at = after;
    if let Some(end) = ground.starts(at, Part::Determiner) {
        at = end;
    }
    left && ground.ends(after, Part::Relative).is_none() && (ground.name(at).is_some() || ground.head(at).is_some() || ground.title(at).is_some())
}

/// Whether a document is named at most six tokens before `at`.
fn after_document(ground: &Ground<'_>, at: u32, floor: u32) -> bool {
    (at.saturating_sub(6).max(floor)..at).any(|start| ground.head(start).is_some_and(|(end, kind)| kind == SourceKind::Document && end <= at))
}
