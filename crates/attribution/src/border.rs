//! Where a content ends: with its unit, at the next speaker's clause, where the reporter takes over.

use crate::clausal::{finite, nominal};
use crate::extent::end;
use crate::grammar::Frame;
use crate::ground::Ground;
use crate::items::Item;
use crate::part::{Part, SourceKind};
use crate::subject::Before;

/// How many later cues are asked whether they end a content.
const LATER: usize = 24;

/// The most tokens of a content that no marks close: what runs on for longer is no sentence, and contents that all ran to its end would not be linear.
const LONGEST: u32 = 500;

/// How far behind the start of a content its end is sought.
const REACH: u32 = 200;

/// The most tokens of the adverbial that names the occasion.
const OCCASION: u32 = 12;

/// Where the content from `start` ends: with its unit, or where the reporter or another cue on its level takes over.
pub(crate) fn content_end(ground: &Ground<'_>, items: &[Item], index: usize, start: u32) -> u32 {
    let item = &items[index];
    if let Some(quote) = ground.quote_from(start).filter(|quote| !continues(ground, quote.whole.end, item.bounds.end)) {
        return listed(ground, quote.whole.end, item.bounds.end).min(item.bounds.end);
    }
    let limit = item.bounds.end.min(start.saturating_add(LONGEST));
    let mut stop = end(ground, start, limit).min(returns(ground, item, start)).min(parted(ground, start, limit));
    if let Some(end) = relative_end(ground, item, start, stop) {
        stop = end;
    }
    // A clause that tells of somebody beside the report ends with its comma.
    if ground.ends(item.cue.span.start, Part::Breaker).is_some() {
        stop = (start..stop.min(start + REACH)).find(|&at| ground.is(at, &[","])).unwrap_or(stop);
    }
    for outer in items[..=index].iter().rev().take(LATER) {
        if let Some(main) = outer.main.filter(|&main| main > start) {
            stop = stop.min(main - 1);
        }
    }
    for later in items[index + 1..].iter().take(LATER).filter(|later| later.quoted == item.quoted) {
        if later.cue.span.start >= stop {
            break;
        }
        // The words that the next cue has before it.
        if let Some(pre) = later.preposed.filter(|pre| !pre.quoted && pre.content.start > start + 2) {
            return stop.min(ground.ends(pre.content.start, Part::Coordinator).unwrap_or(pre.content.start));
        }
        match later.before {
            Before::Shared(from) if from > start => return stop.min(from),
            Before::Own { words, .. } if words.start > start + 1 => {
                if let Some(cut) = turns(ground, words.start, start, item.before == Before::Opens, is_soft(ground, later)) {
                    stop = stop.min(cut);
                    break;
                }
            }
            _ if later.named > 0 && later.cue.span.start > start => {
                let from = ground.ends(later.cue.span.start, Part::Coordinator).unwrap_or(later.cue.span.start);
                if ground.is(from - 1, &[","]) {
                    return stop.min(from - 1);
                }
            }
            _ => {}
        }
    }
    if let Some(turn) = (start + 2..stop.min(start + REACH)).find(|&at| breaks_off(ground, item, at)) {
        stop = turn;
    }
    match item.cue.frame {
        Frame::Object => occasion(ground, start, stop),
        // What is asked for ends where the report tells after what it was asked.
        Frame::Order => (start + 2..stop.min(start + REACH)).find(|&at| reports_on(ground, at) || answers(ground, at, stop)).unwrap_or(stop),
        _ => stop,
    }
}

/// Where a clause about a noun ends that says what somebody calls it: at a comma or the verb group of the noun's own clause.
fn relative_end(ground: &Ground<'_>, item: &Item, start: u32, stop: u32) -> Option<u32> {
    if item.cue.frame != Frame::Label {
        return None;
    }
    if let Some(quote) = ground.quote_from(start) {
        return Some(quote.whole.end.min(stop));
    }
    let opens = |at: u32, part| ground.starts(at, part).is_some();
    let verb = |at: u32| opens(at, Part::Adverb) || opens(at, Part::Modal) && !opens(at, Part::Subordinator);
    (start + 2..stop.min(start + REACH)).find(|&at| ground.is(at, &[","]) || verb(at))
}

/// Whether the report goes on at the comma `at` with what the speaker or somebody else does.
fn breaks_off(ground: &Ground<'_>, item: &Item, at: u32) -> bool {
    if !ground.is(at, &[","]) || ground.quote_around(at).is_some() {
        return false;
    }
    let naming = matches!(item.cue.frame, Frame::Object | Frame::Naming);
    let joins = ground.starts(at + 1, Part::Coordinator).is_some_and(|end| end > at + 2);
    let unsaid = [Part::Coordinator, Part::Contrast].iter().find_map(|&part| ground.starts(at + 1, part)).and_then(|end| ground.starts(end, Part::Negator));
    if unsaid.is_some_and(|end| ground.text.hits.at(end as usize).iter().any(|hit| Some(hit.class) == ground.grammar.cue)) {
        return true;
    }
    let turns = ground.starts(at + 1, Part::Contrast).is_some_and(|end| nominal(ground, end) && ground.starts(at + 1, Part::Turn).is_some());
    naming && joins || turns
}

/// The semicolon that ends the clauses from `start` on, outside quotations.
fn parted(ground: &Ground<'_>, start: u32, limit: u32) -> u32 {
    (start + 1..limit.min(start + REACH)).find(|&at| ground.is(at, &[";"]) && ground.quote_around(at).is_none()).unwrap_or(limit)
}

/// Where the reporter goes on to speak of the speaker himself, by name, after a comma and a conjunction.
fn returns(ground: &Ground<'_>, item: &Item, start: u32) -> u32 {
    let Some(speaker) = item.speaker.and_then(|speaker| speaker.entity) else { return item.bounds.end };
    let named = |at: u32| ground.name(at).is_some_and(|name| name.entity == speaker);
    let turns = |at: &u32| ground.is(*at, &[","]) && ground.starts(at + 1, Part::Coordinator).is_some_and(named);
    (start + 2..item.bounds.end.min(start + 200)).find(turns).unwrap_or(item.bounds.end)
}

/// Whether a person's own clause follows the comma at `at`: what he does when asked.
fn answers(ground: &Ground<'_>, at: u32, stop: u32) -> bool {
    let person = ground.head(at + 1).is_some_and(|(_, kind)| kind == SourceKind::Pronoun) || ground.title(at + 1).is_some();
    ground.is(at, &[","]) && ground.quote_around(at).is_none() && person && finite(ground, at + 2, stop)
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
    // A clause about a noun of the content is part of it.
    if ground.ends(words, Part::Relative).is_some() {
        return None;
    }
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

/// Whether the cue is of the mind or heart.
pub(crate) fn is_soft(ground: &Ground<'_>, item: &Item) -> bool {
    ground.pack.lexicon().row(item.cue.row).has("soft")
}
