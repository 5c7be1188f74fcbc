//! The contents of the cues of one unit, bounded against each other.

use suquan_span::TokenSpan;

use crate::cue::Cue;
use crate::extent::{After, closes, end, needs_mark, preposed};
use crate::grammar::Frame;
use crate::ground::Ground;
use crate::items::{Item, items, recalls};
use crate::part::Part;
use crate::read::Turn;
use crate::speaker::Speaker;
use crate::subject::Before;

/// How many later cues are asked whether they end a content.
const LATER: usize = 24;

/// The most tokens of the adverbial that names the occasion.
const OCCASION: u32 = 12;

/// A statement before its circumstances are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft {
    pub(crate) cue: Cue,
    pub(crate) speaker: Speaker,
    pub(crate) content: TokenSpan,
    /// The unit in which it was read.
    pub(crate) unit: TokenSpan,
    /// What stands between the cue and the content.
    pub(crate) aside: TokenSpan,
    /// Whether it stands inside the content of another.
    pub(crate) nested: bool,
}

/// The statements of `unit`, whose cues are `cues`.
pub(crate) fn drafts(ground: &Ground<'_>, unit: TokenSpan, cues: &[Cue], turn: Option<&Turn>) -> Vec<Draft> {
    let items = items(ground, unit, cues, turn);
    let mut found = Vec::new();
    for index in 0..items.len() {
        contents(ground, &items, index, unit, turn, &mut found);
    }
    found
}

/// Adds the statements of the cue at `index`.
fn contents(ground: &Ground<'_>, items: &[Item], index: usize, unit: TokenSpan, turn: Option<&Turn>, found: &mut Vec<Draft>) {
    let item = &items[index];
    let Some(speaker) = item.speaker else { return };
    if !may_speak(ground, item, &speaker, found) {
        return;
    }
    let limit = items[index + 1..]
        .iter()
        .take(LATER)
        .find(|later| later.quoted == item.quoted)
        .map_or(item.bounds.end, |later| later.cue.span.start.min(item.bounds.end));
    let mut push = |content: TokenSpan, aside: TokenSpan| {
        let content = ground.trim(content);
        if !content.is_empty() {
            let nested = item.quoted || found.iter().rev().take(LATER).any(|draft| draft.content.contains(item.cue.span) && draft.unit == unit);
            found.push(Draft { cue: item.cue, speaker, content, unit, aside, nested });
        }
    };
    if matches!(item.cue.frame, Frame::Source | Frame::Noun) {
        if let Some(content) = around_source(ground, items, index) {
            push(content, TokenSpan::default());
        }
        return;
    }
    let pre = item.preposed;
    let tail = TokenSpan::new(item.cue.end, limit);
    if matches!(item.before, Before::Own { agent: Some(Part::Agent), .. }) && recalls(ground, item.bounds.start) {
        if let Some(turn) = turn {
            push(turn.unit, tail);
        }
        return;
    }
    match item.after {
        After::Content { start, aside, marked } => {
            let shares = items.get(index + 1).is_some_and(|later| matches!(later.before, Before::Shared(from) if start >= from));
            let comma = ground.is(item.cue.end, &[","]);
            let content = TokenSpan::new(start, content_end(ground, items, index, start));
            let closed = closes(ground, item.cue.end, limit);
            let adverbial = closed || ground.starts(item.cue.end, Part::Aside).is_some();
            if let Some(pre) = pre.filter(|pre| shares || pre.quoted && (comma || !marked && adverbial) || !marked && (closed || needs_mark(&item.cue))) {
                push(pre.content, tail);
                if ground.quote_from(start).is_some() && !shares {
                    push(content, aside);
                }
            } else if !shares && (marked || !needs_mark(&item.cue)) {
                push(content, aside);
            }
        }
        After::Nothing { .. } => {
            if let Some(pre) = pre {
                push(pre.content, tail);
            }
        }
        After::Backref => {
            if let Some(content) = pre.map(|pre| pre.content).or(turn.map(|turn| turn.unit)) {
                push(content, tail);
            }
        }
        After::Topic => match pre.filter(|pre| pre.quoted) {
            Some(pre) => push(pre.content, tail),
            None => push(TokenSpan::new(item.cue.end, content_end(ground, items, index, item.cue.end)), TokenSpan::default()),
        },
    }
}

/// Whether the cue reports here: one inside another's words only with a named speaker, and not where it is of the mind.
fn may_speak(ground: &Ground<'_>, item: &Item, speaker: &Speaker, found: &[Draft]) -> bool {
    let within = |draft: &Draft| draft.content.contains(item.cue.span);
    let inner = item.quoted || found.iter().rev().take(LATER).any(within);
    let own = matches!(item.before, Before::Own { .. }) || item.named > 0;
    let whole = match item.before {
        Before::Own { words, .. } => speaker.end == words.end,
        _ => true,
    };
    !inner || own && whole && !speaker.pronoun && !is_soft(ground, item)
}

/// Whether the cue is of the mind or heart.
fn is_soft(ground: &Ground<'_>, item: &Item) -> bool {
    ground.pack.lexicon().row(item.cue.row).has("soft")
}

/// The content of a cue that stands before its speaker: after his name, else before the cue.
fn around_source(ground: &Ground<'_>, items: &[Item], index: usize) -> Option<TokenSpan> {
    let item = &items[index];
    let after_name = item.named;
    let link = ground.starts(after_name, Part::Link);
    let signed = ground.is(after_name, &[",", ":"]) || ground.quote_from(after_name).is_some();
    if item.cue.frame == Frame::Noun {
        let start = link.or_else(|| ground.is(after_name, &[":"]).then_some(after_name + 1))?;
        return Some(TokenSpan::new(start, content_end(ground, items, index, start)));
    }
    let start = link.unwrap_or(after_name + u32::from(ground.is(after_name, &[",", ":"])));
    let before = preposed(ground, item.cue.span.start, item.bounds.start);
    if start < item.bounds.end && !signed && link.is_none() && !ground.is_sign(after_name) {
        // A relative clause, which a comma ends.
        let end = (start..item.bounds.end).find(|&at| ground.is(at, &[",", ";", "."])).unwrap_or(item.bounds.end);
        return Some(TokenSpan::new(start, end));
    }
    if (signed || link.is_some()) && start < item.bounds.end {
        let end = content_end(ground, items, index, start);
        return match before {
            Some(before) if ground.is(after_name, &[","]) => Some(TokenSpan::new(before.content.start, end)),
            _ => Some(TokenSpan::new(start, end)),
        };
    }
    before.map(|before| before.content)
}

/// Where the content from `start` ends: with its unit, or where the reporter or another cue on its level takes over.
fn content_end(ground: &Ground<'_>, items: &[Item], index: usize, start: u32) -> u32 {
    let item = &items[index];
    if let Some(quote) = ground.quote_from(start).filter(|quote| !continues(ground, quote.whole.end, item.bounds.end)) {
        return listed(ground, quote.whole.end, item.bounds.end).min(item.bounds.end);
    }
    let mut stop = end(ground, start, item.bounds.end).min(returns(ground, item, start));
    for later in items[index + 1..].iter().take(LATER).filter(|later| later.quoted == item.quoted) {
        if later.cue.span.start >= stop {
            break;
        }
        match later.before {
            Before::Shared(from) if from > start => return stop.min(from),
            Before::Own { words, .. } if words.start > start + 1 => {
                if let Some(cut) = turns(ground, words.start, start, item.before == Before::Opens, is_soft(ground, later)) {
                    stop = stop.min(cut);
                    break;
                }
            }
            _ if later.named > 0 && later.cue.span.start > start && ground.is(later.cue.span.start - 1, &[","]) => return stop.min(later.cue.span.start - 1),
            _ => {}
        }
    }
    match item.cue.frame {
        Frame::Object => occasion(ground, start, stop),
        // What is asked for ends where the report tells after what it was asked.
        Frame::Order => (start + 2..stop).find(|&at| reports_on(ground, at)).unwrap_or(stop),
        _ => stop,
    }
}

/// Where the reporter goes on to speak of the speaker himself, by name, after a comma and a conjunction.
fn returns(ground: &Ground<'_>, item: &Item, start: u32) -> u32 {
    let Some(speaker) = item.speaker.and_then(|speaker| speaker.entity) else { return item.bounds.end };
    let named = |at: u32| ground.name(at).is_some_and(|name| name.entity == speaker);
    let turns = |at: &u32| ground.is(*at, &[","]) && ground.starts(at + 1, Part::Coordinator).is_some_and(named);
    (start + 2..item.bounds.end.min(start + 200)).find(turns).unwrap_or(item.bounds.end)
}

/// Whether a clause of time opens at `at` that is the reporter's.
fn reports_on(ground: &Ground<'_>, at: u32) -> bool {
    ground.starts(at, Part::Breaker).is_some_and(|end| ground.starts(at, Part::Subordinator) == Some(end) && end - at > 1)
}

/// Past further quotations that a comma or conjunction joins to the one that ends before `at`.
fn listed(ground: &Ground<'_>, mut at: u32, limit: u32) -> u32 {
    while at < limit {
        let next = if ground.is(at, &[","]) { at + 1 } else { ground.starts(at, Part::Coordinator).unwrap_or(at) };
        match ground.quote_from(next).filter(|_| next > at) {
            Some(quote) => at = quote.whole.end,
            None => break,
        }
    }
    at
}

/// Where the adverbial starts that says at which meeting or call the object was spoken of, at the end of the sentence.
fn occasion(ground: &Ground<'_>, start: u32, stop: u32) -> u32 {
    let occasion = |at: &u32| {
        let Some(end) = ground.starts(*at, Part::Aside) else { return false };
        ground.grammar.channel.is_some_and(|class| ground.text.hits.class_at(end as usize, class).is_some_and(|hit| hit.span.len() > 1))
    };
    let from = stop.saturating_sub(OCCASION).max(start + 2);
    (from..stop).find(occasion).unwrap_or(stop)
}

/// Whether a sentence goes on after a quotation that ends before `at`.
fn continues(ground: &Ground<'_>, at: u32, limit: u32) -> bool {
    at < limit && !ground.is_sign(at) && !ground.text.tokens[at as usize].capital()
}

/// Where another speaker's clause, whose words start at `words`, takes over from the content that starts at `start`; `None` where it is part of it.
fn turns(ground: &Ground<'_>, words: u32, start: u32, fronted: bool, soft: bool) -> Option<u32> {
    let mut at = words;
    let parts: &[Part] = if soft { &[Part::Contrast, Part::Breaker] } else { &[Part::Contrast, Part::Breaker, Part::Coordinator] };
    for &part in parts {
        if let Some(word) = ground.ends(at, part).filter(|&word| word > start) {
            at = word;
        }
    }
    let conjunction = at < words;
    let comma = at > start && ground.is(at - 1, &[",", ";"]);
    let adverbial = [Part::Aside, Part::Subordinator].iter().any(|&part| ground.starts(start, part).is_some()) || ground.time_at(start).is_some();
    let long = at > start + 8 && !adverbial && !soft;
    (conjunction || comma && (long || fronted)).then(|| at - u32::from(comma))
}
