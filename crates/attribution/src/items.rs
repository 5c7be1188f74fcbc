//! The cues of one unit, each with its speaker and what stands around it.

use suquan_span::TokenSpan;

use crate::clausal::{finite, nominal};
use crate::cue::Cue;
use crate::extent::{After, Preposed, after, closes, needs_mark, preposed, tells};
use crate::grammar::Frame;
use crate::ground::Ground;
use crate::part::{Part, SourceKind};
use crate::read::Turn;
use crate::sentence::{floor, likened, main_clause, opens_words};
use crate::source::{named, opens_clause};
use crate::speaker::Speaker;
use crate::speakers::speakers;
use crate::subject::{Before, before as stands_before};

/// How many cues before or behind are asked.
pub(crate) const NEAR: usize = 32;

/// The most tokens among which the subject of a first clause is sought.
pub(crate) const SUBJECT: u32 = 64;

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
    /// For a cue in a clause that opens its sentence and depends on another: where that other one starts.
    pub(crate) main: Option<u32>,
}

/// The cues of `unit` that report, as far as each by itself can tell, with their speakers.
pub(crate) fn items(ground: &Ground<'_>, unit: TokenSpan, cues: &[Cue], turn: Option<&Turn>) -> Vec<Item> {
    let mut items = collect(ground, unit, cues);
    for index in 0..items.len() {
        let item = items[index];
        let said = |later: &&Item| later.quoted == item.quoted && later.before != Before::Unsaid;
        let next = items[index + 1..].iter().take(NEAR).find(said).map_or(item.bounds.end, |later| later.cue.span.start.min(item.bounds.end));
        items[index].after = after(ground, item.cue.end, next, item.bounds.end);
        // `như X nói, …`: what the comma opens is his.
        if let After::Content { start, aside, .. } = items[index].after
            && likened(ground, &item.cue, item.bounds.start)
        {
            items[index].after = After::Content { start, aside, marked: true };
        }
        // `X bác bỏ, cho rằng …`: another cue's clause follows the comma.
        let follows = |later: &&Item| match later.before {
            Before::Own { words, .. } => words.start <= item.cue.end + 1,
            _ => later.cue.span.start <= item.cue.end + 2,
        };
        if item.cue.frame == Frame::Object && ground.is(item.cue.end, &[","]) && items[index + 1..].iter().take(1).any(|later| follows(&later)) {
            items[index].after = After::Nothing { end: item.cue.end };
        }
        if let Before::Own { words, .. } = item.before
            && !item.quoted
        {
            items[index].preposed = preposed(ground, words.start, floor(ground, &items[..index], words.start, item.bounds.start));
            let turned =
                ground.is(item.cue.end, &[","]) && [Part::Coordinator, Part::Contrast].iter().any(|&part| ground.starts(item.cue.end + 1, part).is_some());
            if turned && items[index].preposed.is_some_and(|pre| !pre.quoted) {
                items[index].after = After::Nothing { end: item.cue.end };
            }
        }
    }
    items.retain(|item| reports(ground, item));
    for item in &mut items {
        item.main = main_clause(ground, item);
    }
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
    let about = matches!(item.before, Before::Own { words, .. } if ground.ends(words.start, Part::Relative).is_some());
    if item.cue.frame == Frame::Label {
        return about;
    }
    let linked = [Part::Link, Part::Copula].iter().any(|&part| ground.ends(item.cue.span.end, part).is_some());
    if let After::Content { marked: false, start, .. } = item.after
        && about
        && !linked
        && !nominal(ground, start)
        && !finite(ground, start, item.bounds.end)
    {
        return false;
    }
    if item.cue.frame == Frame::Second {
        return matches!(item.before, Before::Shared(_)) && matches!(item.after, After::Content { .. });
    }
    if agent == Some(Part::Passive) && !ground.pack.lexicon().row(item.cue.row).has("passive") {
        return false;
    }
    if ground.pack.lexicon().row(item.cue.row).has("linked") && !matches!(item.after, After::Content { marked: true, .. }) {
        return false;
    }
    let quoted = item.preposed.is_some_and(|pre| pre.quoted);
    if item.cue.frame == Frame::Object && !quoted {
        // What is denied or praised before, or named by a word for it, is somebody else's.
        if item.after == After::Backref || about && matches!(item.after, After::Nothing { .. }) {
            return false;
        }
    }
    match item.after {
        After::Content { marked: true, .. } => true,
        After::Content { .. } if agent == Some(Part::Agent) => recalls(ground, item.bounds.start),
        After::Content { start, .. } => {
            let open = !needs_mark(&item.cue) || tells(ground, &item.cue, start, item.bounds.end);
            quoted || open || item.preposed.is_some() && closes(ground, item.cue.end, item.bounds.end)
        }
        After::Nothing { .. } => item.preposed.is_some() || agent == Some(Part::Agent) && recalls(ground, item.bounds.start),
        After::Backref => true,
        After::Topic => quoted || item.cue.frame == Frame::Object && agent.is_none(),
    }
}

/// Whether a sentence opens with a word for what was said before.
pub(crate) fn recalls(ground: &Ground<'_>, at: u32) -> bool {
    ground.starts(at, Part::Recall).is_some()
}

/// The subject of a passive relay right before a cue, as in `X is quoted by Y as saying`: X.
fn relayed_of(ground: &Ground<'_>, relay: &Item, later: &Item, floor: u32) -> Option<Before> {
    let Before::Own { words, agent: Some(_) } = relay.before else { return None };
    let passive = [Part::Agent, Part::Passive].iter().find_map(|&part| ground.ends(words.start, part)).filter(|&word| word > floor)?;
    let relays = relay.cue.frame == Frame::Relay && later.before == Before::Joined;
    relays.then(|| stands_before(ground, passive, floor, false)).filter(|before| matches!(before, Before::Own { .. }))
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
        let next = cues[index + 1..].iter().find(|next| next.frame != Frame::Colon);
        let limit = next.map_or(bounds.end, |next| next.span.start.min(bounds.end));
        if cue.frame == Frame::Marked
            && match after(ground, cue.end, limit, limit) {
                After::Content { marked: false, start, .. } => {
                    !tells(ground, &cue, start, bounds.end) && !closes(ground, cue.end, bounds.end) && !likened(ground, &cue, bounds.start)
                }
                After::Topic => true,
                _ => false,
            }
            && !quote_near(ground, cue.span.start, bounds.start)
        {
            continue;
        }
        let mut item = Item { cue, before: Before::Opens, bounds, quoted, speaker: None, named: 0, after: After::Backref, preposed: None, main: None };
        if matches!(cue.frame, Frame::Source | Frame::Noun) {
            let opens = cue.frame == Frame::Noun || opens_clause(ground, cue.span.start, bounds.start);
            let linked = |end: u32| cue.frame == Frame::Source || ground.starts(end, Part::Link).is_some() || ground.is(end, &[":"]);
            let Some(source) = named(ground, &cue, bounds.end).filter(|source| opens && linked(source.end)) else { continue };
            (item.speaker, item.named, skip_until) = (Some(source.speaker), source.end, source.end);
            items.push(item);
            continue;
        }
        if cue.frame == Frame::Colon && (quoted || !opens_words(ground, cue.span.start, items.last(), bounds)) {
            continue;
        }
        let last = items.last().copied().filter(|last| last.quoted == quoted && last.cue.span.start >= bounds.start && last.cue.frame != Frame::Source);
        let floor = last.map_or(bounds.start, |last| last.cue.end);
        item.before = stands_before(ground, cue.span.start, floor, last.is_some());
        if let Some(whose) = last.and_then(|last| relayed_of(ground, &last, &item, bounds.start)) {
            item.before = whose;
            items.pop();
        } else if let Some(last) = last {
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

/// Whether a quotation ends a few tokens before `at`, so that the cue may come after its content.
fn quote_near(ground: &Ground<'_>, at: u32, floor: u32) -> bool {
    (at.saturating_sub(24).max(floor)..=at).any(|end| end > floor && ground.quote_to(end).is_some())
}
