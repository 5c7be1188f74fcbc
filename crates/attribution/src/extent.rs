//! Where the content of a cue is: after it, before it, or in the sentence before.

use suquan_span::TokenSpan;

use crate::clausal::{finite, hearer, nominal};
use crate::cue::Cue;
use crate::grammar::Frame;
use crate::ground::Ground;
use crate::part::{Part, SourceKind};

/// How far behind a cue its connective may stand.
const REACH: u32 = 30;

/// The most tokens of the adverbial that closes a sentence after its cue.
const ADVERBIAL: u32 = 24;

/// The most tokens that name a hearer.
const HEARER: u32 = 12;

/// How many such commas are looked at.
const BREAKS: usize = 8;

/// The fewest tokens of a clause that a cue after it can have as its content.
const CLAUSE: u32 = 5;

/// What follows a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    /// The content, from `start` on; what stands between the cue and it is an adverbial or the hearer.
    Content {
        /// The content's first token.
        start: u32,
        /// The words between.
        aside: TokenSpan,
        /// Whether a connective, a colon or a quotation opens it.
        marked: bool,
    },
    /// Nothing but adverbials up to `end`.
    Nothing {
        /// Their end.
        end: u32,
    },
    /// A word that stands for what was said before.
    Backref,
    /// What is spoken of, not what is said.
    Topic,
}

/// Reads what follows the cue whose words end at `at`, up to `limit`; its connective stands before the next cue, at `next`.
pub(crate) fn after(ground: &Ground<'_>, at: u32, next: u32, limit: u32) -> After {
    let content = |start: u32, from: u32, marked: bool| {
        let start = skip_comma(ground, start, limit);
        if start >= limit { After::Nothing { end: limit } } else { After::Content { start, aside: TokenSpan::new(at, from), marked } }
    };
    if at >= limit || ground.is(at, &[".", ";", "!", "?", "...", "…"]) {
        return After::Nothing { end: at };
    }
    if let Some(end) = ground.starts(at, Part::Backref)
        && !finite(ground, end, limit)
    {
        return After::Backref;
    }
    for part in [Part::Link, Part::Copula] {
        if let Some(end) = ground.starts(at, part) {
            return content(end, at, true);
        }
    }
    if ground.is(at, &[":"]) || ground.is_dash(at) && ground.quote_from(at + 1).is_some() {
        return content(at + 1, at, true);
    }
    if ground.quote_from(at).is_some() {
        return content(at, at, true);
    }
    if ground.is(at, &[","]) {
        if let Some(end) = ground.starts(at + 1, Part::Link) {
            return content(end, at, true);
        }
        return content(at + 1, at, ground.quote_from(at + 1).is_some());
    }
    if let Some(end) = ground.starts(at, Part::Manner) {
        return after(ground, end, next, limit);
    }
    let addressee = ground.starts(at, Part::Addressee).is_some();
    let about = ground.starts(at, Part::About).is_some();
    if addressee || about || ground.starts(at, Part::Aside).is_some() || ground.time_at(at).is_some() {
        let end = (at..next.min(at + REACH)).find(|&comma| !addressee && closes_aside(ground, comma)).unwrap_or(next.min(at + REACH));
        if let Some(link) = (at..end).find(|&link| ground.starts(link, Part::Link).is_some() || ground.is(link, &[":"])) {
            return content(ground.starts(link, Part::Link).unwrap_or(link + 1), link, true);
        }
        if about {
            return After::Topic;
        }
        if addressee {
            let heard = hearer(ground, at + 1, end);
            let timed = ground.starts(heard, Part::Aside).filter(|&time| ground.time_at(time).is_some()).unwrap_or(heard);
            let heard = ground.time_at(timed).unwrap_or(heard);
            let opens = |part| ground.starts(heard, part).is_none();
            if heard > at + 1 && [Part::Aside, Part::Subordinator, Part::Breaker].into_iter().all(opens) && finite(ground, heard, limit) {
                return After::Content { start: heard, aside: TokenSpan::new(at, heard), marked: false };
            }
            return match (at..end.min(at + HEARER)).find(|&comma| ground.is(comma, &[","])) {
                Some(comma) => content(comma + 1, comma, false),
                None => After::Nothing { end: limit },
            };
        }
        return After::Content { start: at, aside: TokenSpan::new(at, at), marked: false };
    }
    content(at, at, false)
}

/// Whether a comma ends the adverbial: one that no connective follows.
fn closes_aside(ground: &Ground<'_>, at: u32) -> bool {
    ground.is(at, &[","]) && ground.starts(at + 1, Part::Link).is_none()
}

/// Past a comma or colon that follows a connective.
fn skip_comma(ground: &Ground<'_>, at: u32, limit: u32) -> u32 {
    if at < limit && ground.is(at, &[",", ":"]) { at + 1 } else { at }
}

/// A content that stands before the speaker's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Preposed {
    /// Its tokens.
    pub(crate) content: TokenSpan,
    /// Whether it is one quotation.
    pub(crate) quoted: bool,
    /// Whether a comma or dash parts it from the speaker.
    pub(crate) closed: bool,
}

/// The content that stands before the speaker's words, which start at `start`: a quotation or clause that a comma or dash ends.
pub(crate) fn preposed(ground: &Ground<'_>, start: u32, floor: u32) -> Option<Preposed> {
    let mut end = start;
    while end > floor && (ground.is(end - 1, &[",", "."]) || ground.is_any_dash(end - 1)) && start - end < 2 {
        end -= 1;
    }
    let signed = end < start;
    // The mark may stand before or after the comma.
    let quote = ground.quote_to(end).or_else(|| ground.quote_to(start)).filter(|quote| quote.whole.start >= floor);
    if let Some(quote) = quote {
        let before = quote.whole.start - floor;
        let whole = before == 0 || quote.inner.len() >= 2 * before || (quote.inner.len() >= 8 && opens_sentence(ground, quote.inner.start));
        if whole {
            return Some(Preposed { content: quote.inner, quoted: true, closed: signed });
        }
    }
    (signed && (!adverbial(ground, floor) || has_clause(ground, floor, end)) && end >= floor + CLAUSE).then(|| Preposed {
        content: TokenSpan::new(floor, end),
        quoted: false,
        closed: true,
    })
}

/// Whether an adverbial at `from` opens a whole sentence: a comma ends it, and a clause with its subject and verb group follows.
fn has_clause(ground: &Ground<'_>, from: u32, end: u32) -> bool {
    let said = ground.text.hits.at(from as usize).iter().any(|hit| Some(hit.class) == ground.grammar.cue);
    let dependent = ground.starts(from, Part::Dependent).is_some();
    let opens = |at: &u32| ground.is(*at, &[","]) && (dependent || nominal(ground, at + 1)) && finite(ground, at + 2, end);
    !said && (from + 1..end.min(from + REACH)).any(|at| opens(&at))
}

/// Whether what starts at `at` is an adverbial and no clause of its own.
fn adverbial(ground: &Ground<'_>, at: u32) -> bool {
    const OPENERS: [Part; 7] = [Part::Aside, Part::Subordinator, Part::Breaker, Part::Contrast, Part::Coordinator, Part::About, Part::Adverb];
    let cue = ground.text.hits.at(at as usize).iter().any(|hit| Some(hit.class) == ground.grammar.cue);
    cue || ground.time_at(at).is_some() || OPENERS.iter().any(|&part| ground.starts(at, part).is_some())
}

/// Whether nothing but a short adverbial stands between `at` and the end of the sentence.
pub(crate) fn closes(ground: &Ground<'_>, at: u32, limit: u32) -> bool {
    let short = at <= limit && limit - at <= ADVERBIAL;
    short && (at..limit).all(|end| !ground.is(end, &[",", ";", ":"])) && (ground.starts(at, Part::Aside).is_some() || ground.time_at(at).is_some())
}

/// Whether the token is written as sentences open.
fn opens_sentence(ground: &Ground<'_>, at: u32) -> bool {
    ground.text.tokens.get(at as usize).is_some_and(suquan_token::Token::capital)
}

/// Whether a verb that asks for a connective does without one here: the list lets it, and a clause with a verb group follows.
pub(crate) fn tells(ground: &Ground<'_>, cue: &Cue, start: u32, limit: u32) -> bool {
    let adverbial = ground.is(cue.end, &[","]) || ground.starts(start, Part::Aside).is_some();
    // A pronoun can only be the subject of a clause there.
    let pronoun = ground.head(start).is_some_and(|(end, kind)| kind == SourceKind::Pronoun && end < limit && !ground.is_sign(end));
    !adverbial && ground.pack.lexicon().row(cue.row).has("finite") && (pronoun || named_subject(ground, start, limit) || finite(ground, start, limit))
}

/// Whether a name opens a clause at `start`: no preposition, conjunction or sign follows it, but two words or more.
fn named_subject(ground: &Ground<'_>, start: u32, limit: u32) -> bool {
    const JOINS: [Part; 5] = [Part::Aside, Part::About, Part::Coordinator, Part::Owner, Part::Subordinator];
    let Some(end) = ground.name(start).map(|name| name.tokens.end).filter(|&end| end + 2 <= limit) else { return false };
    JOINS.iter().all(|&part| ground.starts(end, part).is_none()) && (end..end + 2).all(|at| !ground.is_sign(at) && ground.name(at).is_none())
}

/// Whether a cue of this frame needs a connective, a colon or a quotation before its content.
pub(crate) fn needs_mark(cue: &Cue) -> bool {
    matches!(cue.frame, Frame::Marked | Frame::Relay)
}

/// Where the content from `start` ends at the latest: at a comma before a word that leads back to the reporter, outside quotations that open later.
pub(crate) fn end(ground: &Ground<'_>, start: u32, limit: u32) -> u32 {
    let outside = |at: &u32| ground.clauses.quote(*at).is_none_or(|quote| quote.whole.start < start);
    ground.breaks_from(start + 2).iter().copied().take_while(|&at| at < limit).take(BREAKS).find(outside).unwrap_or(limit)
}
