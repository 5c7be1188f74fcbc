//! The cues of one unit, each with its speaker and what stands around it.

use suquan_mention::{EntityId, MentionType, PartyKind};
use suquan_span::TokenSpan;

use crate::cue::Cue;
use crate::extent::{After, Preposed, after, closes, needs_mark, preposed};
use crate::grammar::Frame;
use crate::ground::Ground;
use crate::part::{Part, SourceKind};
use crate::read::Turn;
use crate::source::{named, opens_clause};
use crate::speaker::{Speaker, speaker};
use crate::subject::{Before, before as stands_before};

/// How many cues before or behind are asked.
const NEAR: usize = 32;

/// The most tokens among which the subject of a first clause is sought.
const SUBJECT: u32 = 64;

/// A cue on its way to a draft.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) cue: Cue,
    pub(crate) before: Before,
    /// Where its unit, or the quotation or sentence it stands in, begins and ends.
    pub(crate) bounds: TokenSpan,
    /// Whether it stands inside a quotation.
    pub(crate) quoted: bool,
    /// Who speaks.
    pub(crate) speaker: Option<Speaker>,
    /// For a cue before its speaker: where his name ends.
    pub(crate) named: u32,
    /// What follows.
    pub(crate) after: After,
    /// The content before its speaker, where there is one.
    pub(crate) preposed: Option<Preposed>,
}

/// The cues of `unit` that report, as far as each by itself can tell, with their speakers.
pub(crate) fn items(ground: &Ground<'_>, unit: TokenSpan, cues: &[Cue], turn: Option<&Turn>) -> Vec<Item> {
    let mut items = collect(ground, unit, cues);
    for index in 0..items.len() {
        let item = items[index];
        let said = |later: &&Item| later.quoted == item.quoted && later.before != Before::Unsaid;
        let next = items[index + 1..].iter().take(NEAR).find(said).map_or(item.bounds.end, |later| later.cue.span.start.min(item.bounds.end));
        items[index].after = after(ground, item.cue.end, next, item.bounds.end);
        if let Before::Own { words, .. } = item.before
            && !item.quoted
        {
            items[index].preposed = preposed(ground, words.start, item.bounds.start);
        }
    }
    items.retain(|item| reports(ground, item));
    speakers(ground, &mut items, turn);
    items.retain(|item| item.speaker.is_some_and(|speaker| item.cue.frame != Frame::Show || speaker.document));
    items
}

/// Whether a cue has a content where its frame asks for one.
fn reports(ground: &Ground<'_>, item: &Item) -> bool {
    if item.named > 0 {
        return true;
    }
    let agent = match item.before {
        Before::Unsaid => return false,
        // `chưa bao giờ X nói …`
        Before::Own { words, .. } if words.start > 0 && ground.ends(words.start, Part::Negator).is_some() => return false,
        Before::Own { agent, .. } => agent,
        _ => None,
    };
    // A verb of the mind at the head of a line is a headline's word.
    if item.before == Before::Opens && item.cue.span.start == item.bounds.start && item.quoted {
        return false;
    }
    if item.cue.frame == Frame::Second {
        return matches!(item.before, Before::Shared(_)) && matches!(item.after, After::Content { .. });
    }
    if agent == Some(Part::Passive) && !ground.pack.lexicon().row(item.cue.row).has("passive") {
        return false;
    }
    let quoted = item.preposed.is_some_and(|pre| pre.quoted);
    match item.after {
        After::Content { marked: true, .. } => true,
        After::Content { .. } if agent == Some(Part::Agent) => recalls(ground, item.bounds.start),
        After::Content { .. } => quoted || !needs_mark(&item.cue) || item.preposed.is_some() && closes(ground, item.cue.end, item.bounds.end),
        After::Nothing { .. } => item.preposed.is_some() || agent == Some(Part::Agent) && recalls(ground, item.bounds.start),
        After::Backref => true,
        After::Topic => quoted || item.cue.frame == Frame::Object && agent.is_none(),
    }
}

/// Whether a sentence opens with a word for what was said before.
pub(crate) fn recalls(ground: &Ground<'_>, at: u32) -> bool {
    ground.starts(at, Part::Recall).is_some()
}

/// The cues with what stands before them; cues that are one act are joined, nouns and source names dropped.
fn collect(ground: &Ground<'_>, unit: TokenSpan, cues: &[Cue]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(cues.len());
    let mut skip_until = 0;
    for (index, &cue) in cues.iter().enumerate() {
        if cue.span.start < skip_until {
            continue;
        }
        let (bounds, quoted) = bounds(ground, unit, cue.span.start);
        let limit = cues.get(index + 1).map_or(bounds.end, |next| next.span.start.min(bounds.end));
        if cue.frame == Frame::Marked
            && matches!(after(ground, cue.end, limit, limit), After::Content { marked: false, .. } | After::Topic)
            && !quote_near(ground, cue.span.start, bounds.start)
        {
            continue;
        }
        let mut item = Item { cue, before: Before::Opens, bounds, quoted, speaker: None, named: 0, after: After::Backref, preposed: None };
        if matches!(cue.frame, Frame::Source | Frame::Noun) {
            let opens = cue.frame == Frame::Noun || opens_clause(ground, cue.span.start, bounds.start);
            let linked = |end: u32| cue.frame == Frame::Source || ground.starts(end, Part::Link).is_some() || ground.is(end, &[":"]);
            let Some(source) = named(ground, &cue, bounds.end).filter(|source| opens && linked(source.end)) else { continue };
            (item.speaker, item.named, skip_until) = (Some(source.speaker), source.end, source.end);
            items.push(item);
            continue;
        }
        let last = items.last().copied().filter(|last| last.quoted == quoted && last.cue.span.start >= bounds.start && last.cue.frame != Frame::Source);
        let floor = last.map_or(bounds.start, |last| last.cue.end);
        item.before = stands_before(ground, cue.span.start, floor, last.is_some());
        if let Some(last) = last {
            match joined(ground, &last, &item) {
                Joined::Apart => {}
                Joined::LaterIsNoun => continue,
                Joined::One => {
                    item.before = last.before;
                    items.pop();
                }
                Joined::EarlierIsNoun => {
                    items.pop();
                    // A noun with a capital opens a sentence whose stop is missing.
                    let capital = ground.text.tokens[last.cue.span.start as usize].capital();
                    let floor = if capital { last.cue.span.start } else { bounds.start };
                    item.before = stands_before(ground, cue.span.start, floor, false);
                    item.bounds.start = floor;
                }
            }
        }
        items.push(item);
    }
    items
}

/// The unit, or the sentence inside the quotation that token `at` stands in.
fn bounds(ground: &Ground<'_>, unit: TokenSpan, at: u32) -> (TokenSpan, bool) {
    match ground.quote_around(at) {
        Some(quote) => {
            let sentence = ground.text.sentence(at);
            let start = quote.inner.start.max(sentence.start).max(unit.start);
            (TokenSpan::new(start, quote.inner.end.min(sentence.end).min(unit.end)), true)
        }
        None => (unit, false),
    }
}

/// How two cues next to each other belong together.
enum Joined {
    Apart,
    /// The first is but the light verb of the second.
    One,
    /// The second is the object of the first.
    LaterIsNoun,
    /// The first is the document that the second's verb speaks of.
    EarlierIsNoun,
}

fn joined(ground: &Ground<'_>, earlier: &Item, later: &Item) -> Joined {
    let document = ground.head(earlier.cue.span.start).is_some_and(|(end, kind)| kind == SourceKind::Document && end >= earlier.cue.span.end);
    let reaches = match later.before {
        Before::Joined => true,
        Before::Own { words, .. } => words.start == earlier.cue.end,
        _ => false,
    };
    let made = matches!(earlier.before, Before::Own { agent: Some(Part::Agent), .. });
    let capital = ground.text.tokens[earlier.cue.span.start as usize].capital();
    if reaches && (made || document && (capital || matches!(earlier.before, Before::Opens | Before::Shared(_)))) {
        return Joined::EarlierIsNoun;
    }
    if later.before != Before::Joined || earlier.cue.frame == Frame::Relay {
        return Joined::Apart;
    }
    let noun = ground
        .text
        .hits
        .at(later.cue.span.start as usize)
        .iter()
        .any(|hit| Some(hit.class) == ground.grammar.cue && hit.span == later.cue.span && Frame::named(ground.pack.row(hit).head()) == Some(Frame::Noun));
    if noun && earlier.cue.frame != Frame::Marked && earlier.cue.end == later.cue.span.start { Joined::LaterIsNoun } else { Joined::One }
}

/// Finds each cue's speaker.
fn speakers(ground: &Ground<'_>, items: &mut [Item], turn: Option<&Turn>) {
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
    if !found.pronoun || found.entity.is_some_and(|id| !named(id)) {
        return found;
    }
    let earlier = items[..index].iter().rev().take(NEAR).find_map(|earlier| earlier.speaker).or(turn.and_then(|turn| turn.speaker));
    match earlier.filter(|earlier| earlier.entity.is_some_and(|id| !named(id)) || found.entity.is_none()) {
        Some(earlier) => Speaker { entity: earlier.entity, kind: earlier.kind, ..found },
        None => found,
    }
}

/// Whether a name in `span` means that entity.
fn names(ground: &Ground<'_>, span: TokenSpan, id: EntityId) -> bool {
    let mentions = &ground.mentions.mentions;
    let from = mentions.partition_point(|name| name.tokens.start < span.start);
    mentions[from..].iter().take_while(|name| name.tokens.end <= span.end).any(|name| name.entity == id)
}

/// The speaker of the cue before in the same unit, else the subject of the unit's first clause.
fn shared(ground: &Ground<'_>, items: &[Item], index: usize, from: u32) -> Option<Speaker> {
    let item = &items[index];
    let earlier = items[..index].iter().rev().take(NEAR).find(|earlier| earlier.quoted == item.quoted && earlier.speaker.is_some());
    if let Some(earlier) = earlier {
        return earlier.speaker;
    }
    let mut start = item.bounds.start;
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

/// The speaker whom a cue at the start of a sentence looks ahead to: the subject after the comma.
fn ahead(ground: &Ground<'_>, items: &[Item], index: usize) -> Option<Speaker> {
    let later = items.get(index + 1)?;
    let Before::Own { words, .. } = later.before else { return None };
    (words.start > items[index].cue.end && ground.is(words.start - 1, &[","])).then(|| speaker(ground, words))?
}

/// Whether a quotation ends a few tokens before `at`, so that the cue may come after its content.
fn quote_near(ground: &Ground<'_>, at: u32, floor: u32) -> bool {
    (at.saturating_sub(24).max(floor)..=at).any(|end| end > floor && ground.quote_to(end).is_some())
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
