//! Who speaks at each cue: its own subject, the one it shares, or one named after it.

use suquan_mention::{EntityId, MentionType, PartyKind};
use suquan_span::TokenSpan;

use crate::clausal::nominal;
use crate::extent::After;
use crate::grammar::Frame;
use crate::ground::Ground;
use crate::items::{Item, NEAR, SUBJECT};
use crate::part::Part;
use crate::read::Turn;
use crate::source::named;
use crate::speaker::{Speaker, speaker};
use crate::subject::Before;

/// How far back the turn to another subject is sought.
const REACH: u32 = 200;

/// Finds each cue's speaker.
pub(crate) fn speakers(ground: &Ground<'_>, items: &mut [Item], turn: Option<&Turn>) {
    for index in 0..items.len() {
        let item = items[index];
        if item.speaker.is_some() {
            continue;
        }
        let found = match item.before {
            Before::Own { words, .. } if item.cue.frame == Frame::Relay => relayed(ground, &item).or_else(|| speaker(ground, words)),
            Before::Own { words, .. } => speaker(ground, words).map(|found| apposed(ground, words, found)),
            Before::Shared(from) if !item.quoted => shared(ground, items, index, from),
            Before::Opens if !item.quoted => {
                let bare = item.cue.span.start == item.bounds.start;
                ahead(ground, items, index).or_else(|| turn.filter(|_| !bare).and_then(|turn| turn.speaker))
            }
            _ => None,
        };
        items[index].speaker = found.map(|found| resumed(ground, items, index, turn, found));
    }
}

/// For a pronoun that the room of mentions left open, or took for somebody whom the speaker's own words name: the speaker before.
fn resumed(ground: &Ground<'_>, items: &[Item], index: usize, turn: Option<&Turn>, found: Speaker) -> Speaker {
    let quote = items[index].preposed.filter(|pre| pre.quoted).map(|pre| pre.content);
    let named = |id| quote.is_some_and(|quote| names(ground, quote, id));
    let group = |id| ground.mentions.entity(id).kind == PartyKind::Group;
    let known = |id| group(id) || ground.first_seen(id).is_some_and(|first| first < found.words.start);
    if let Some(again) = pointed(ground, turn, &found) {
        return again;
    }
    if !found.pronoun || found.entity.is_some_and(|id| !named(id) && known(id)) {
        return found;
    }
    let earlier = items[..index].iter().rev().take(NEAR).find_map(|earlier| earlier.speaker).or(turn.and_then(|turn| turn.speaker));
    let open = found.entity.is_none();
    match earlier.filter(|earlier| (!earlier.document || earlier.entity.is_some()) && (earlier.entity.is_some_and(|id| !named(id)) || open)) {
        Some(earlier) => Speaker { entity: earlier.entity, kind: earlier.kind, ..found },
        None => found,
    }
}

/// For a noun that a demonstrative points back with, and that no entity resolves: the last speaker, where he spoke by a document or is an institution as the noun says.
fn pointed(ground: &Ground<'_>, turn: Option<&Turn>, found: &Speaker) -> Option<Speaker> {
    let points = found.entity.is_none() && !found.pronoun && ground.ends(found.words.end, Part::Demonstrative).is_some();
    let last = turn?.speaker.filter(|_| points)?;
    let kind = last.entity.map_or(last.kind, |id| ground.mentions.entity(id).kind);
    let same = match found.kind {
        PartyKind::Document => last.document,
        PartyKind::Organization => kind == PartyKind::Organization,
        _ => false,
    };
    same.then_some(last)
}

/// Whether a name or description in `span` means that entity.
fn names(ground: &Ground<'_>, span: TokenSpan, id: EntityId) -> bool {
    let (names, phrases) = (&ground.mentions.mentions, &ground.mentions.phrases);
    let from = names.partition_point(|name| name.tokens.start < span.start);
    let first = phrases.partition_point(|phrase| phrase.tokens.start < span.start);
    names[from..].iter().take_while(|name| name.tokens.end <= span.end).any(|name| name.entity == id)
        || phrases[first..].iter().take_while(|phrase| phrase.tokens.end <= span.end).any(|phrase| phrase.entity == id)
}

/// The last clause before `from` that a semicolon or a contrasting word opens, and that has a subject of its own.
fn turned(ground: &Ground<'_>, start: u32, from: u32) -> Option<u32> {
    let opens = |at: u32| {
        let after = [Part::Contrast, Part::Breaker, Part::Coordinator].iter().find_map(|&part| ground.starts(at + 1, part));
        match after.filter(|_| ground.is(at, &[",", ";"])) {
            Some(after) => nominal(ground, after).then_some(after),
            None => ground.is(at, &[";"]).then_some(at + 1),
        }
    };
    (start.max(from.saturating_sub(REACH))..from).rev().find_map(opens)
}

/// The speaker of the cue before in the same clause, else the subject of the clause.
fn shared(ground: &Ground<'_>, items: &[Item], index: usize, from: u32) -> Option<Speaker> {
    let item = &items[index];
    let turn = turned(ground, item.bounds.start, from).filter(|&turn| !item.quoted && turn < from);
    let within = |earlier: &&Item| turn.is_none_or(|turn| earlier.cue.span.start >= turn);
    let earlier = items[..index].iter().rev().take(NEAR).filter(within).find(|earlier| earlier.quoted == item.quoted && earlier.speaker.is_some());
    if let Some(earlier) = earlier {
        if let Some(outer) = outer(items, index, earlier) {
            return outer.speaker;
        }
        let main = items[..index].iter().rev().take(NEAR).find_map(|item| item.main).filter(|&main| main < from && main > earlier.cue.span.start);
        return main.map_or(earlier.speaker, |main| speaker(ground, TokenSpan::new(main, from)));
    }
    let mut start = turn.unwrap_or(item.bounds.start);
    // A leading adverbial ends at its comma.
    for _ in 0..3 {
        let adverbial = ground.starts(start, Part::Aside).is_some()
            || ground.starts(start, Part::Breaker).is_some()
            || ground.starts(start, Part::Subordinator).is_some()
            || ground.starts(start, Part::Adverb).is_some()
            || ground.time_at(start).is_some();
        match (start..from.min(start + 48)).find(|&at| ground.is(at, &[","])).filter(|_| adverbial) {
            Some(comma) => start = comma + 1,
            None => break,
        }
    }
    speaker(ground, TokenSpan::new(start, from.min(start + SUBJECT)))
}

/// The cue in whose words an unnamed source speaks at `inner`, as in `X denies reports that …, and says`.
fn outer<'i>(items: &'i [Item], index: usize, inner: &Item) -> Option<&'i Item> {
    let Before::Own { words, .. } = inner.before else { return None };
    let unnamed = inner.speaker.is_some_and(|speaker| speaker.entity.is_none());
    let holds = |item: &&Item| item.speaker.is_some() && matches!(item.after, After::Content { start, .. } if start == words.start);
    items[..index].iter().rev().take(NEAR).filter(|_| unnamed).find(holds)
}

/// The speaker whom a cue at the start of a sentence looks ahead to: the subject after the comma.
fn ahead(ground: &Ground<'_>, items: &[Item], index: usize) -> Option<Speaker> {
    let later = items.get(index + 1)?;
    let Before::Own { words, .. } = later.before else { return None };
    (words.start > items[index].cue.end && ground.is(words.start - 1, &[","])).then(|| speaker(ground, words))?
}

/// The speaker whom a relay names after itself.
fn relayed(ground: &Ground<'_>, item: &Item) -> Option<Speaker> {
    named(ground, &item.cue, item.bounds.end).map(|named| named.speaker)
}

/// The person before a comma or dash, where the words after it only say who he is.
fn apposed(ground: &Ground<'_>, words: TokenSpan, found: Speaker) -> Speaker {
    if found.entity.is_some() || found.kind != PartyKind::Person || found.pronoun || words.start < 2 {
        return found;
    }
    let sign = words.start - 1;
    let parted = ground.is(sign, &[","]) || ground.is_any_dash(sign);
    match ground.name(sign - 1).filter(|name| parted && name.kind == MentionType::Per) {
        Some(name) => Speaker { entity: Some(name.entity), words: name.tokens, ..found },
        None => found,
    }
}
