//! The contents of the cues of one unit, bounded against each other.

use suquan_span::TokenSpan;

use crate::border::{content_end, is_soft};
use crate::cue::Cue;
use crate::extent::{After, closes, needs_mark, preposed, tells};
use crate::grammar::Frame;
use crate::ground::Ground;
use crate::items::{Item, items, recalls};
use crate::part::{Part, SourceKind};
use crate::read::Turn;
use crate::speaker::Speaker;
use crate::subject::Before;

/// How many later cues are asked whether they end a content.
const LATER: usize = 24;

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
    // What a pronoun says inside words that stand before their own speaker is his.
    let his = |at: usize| {
        let (draft, later) = (&found[at], found[at + 1..].iter().take(LATER));
        let holds = |other: &Draft| other.content.end <= other.cue.span.start && other.content.contains(draft.cue.span);
        draft.speaker.pronoun && !draft.nested && later.chain(found[..at].iter().rev().take(LATER)).any(holds)
    };
    let kept: Vec<bool> = (0..found.len()).map(|at| !his(at)).collect();
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
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
        if !content.is_empty() && !only_named(ground, content) {
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
            let told = tells(ground, &item.cue, start, item.bounds.end);
            let adverbial = closed || ground.starts(item.cue.end, Part::Aside).is_some();
            if let Some(pre) = pre
                .filter(|pre| shares || pre.quoted && (comma || !marked && (adverbial || pre.closed)) || !marked && (closed || needs_mark(&item.cue) && !told))
            {
                push(pre.content, tail);
                if ground.quote_from(start).is_some() && !shares {
                    push(content, aside);
                }
            } else if !shares && (marked || told || !needs_mark(&item.cue)) {
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

/// Whether nothing but a party's name or a pronoun stands there: whom the words are about, and no words of his.
fn only_named(ground: &Ground<'_>, content: TokenSpan) -> bool {
    let start = ground.title(content.start).filter(|&end| end < content.end).unwrap_or(content.start);
    let name =
        |at: u32| ground.name(at).map(|name| name.tokens.end).or_else(|| ground.head(at).filter(|&(_, kind)| kind == SourceKind::Pronoun).map(|(end, _)| end));
    let end = name(start).map(|end| name(end).unwrap_or(end));
    end.is_some_and(|end| end >= content.end)
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
    // What he calls a thing that he speaks of.
    let calls = item.cue.frame == Frame::Label && !item.quoted;
    !inner || calls || own && whole && !speaker.pronoun && !is_soft(ground, item)
}

/// The content of a cue that stands before its speaker: after his name, else before the cue.
fn around_source(ground: &Ground<'_>, items: &[Item], index: usize) -> Option<TokenSpan> {
    let item = &items[index];
    let after_name = item.named;
    let link = ground.starts(after_name, Part::Link).or_else(|| ground.starts(after_name, Part::Copula));
    let signed = ground.is(after_name, &[",", ":"]) || ground.quote_from(after_name).is_some();
    if item.cue.frame == Frame::Noun {
        let start = link.or_else(|| ground.is(after_name, &[":"]).then_some(after_name + 1))?;
        return Some(TokenSpan::new(start, content_end(ground, items, index, start)));
    }
    let start = link.unwrap_or(after_name + u32::from(ground.is(after_name, &[",", ":"])));
    // A quotation before it has a speaker of its own.
    let said = |earlier: &&Item| !earlier.quoted && earlier.preposed.is_some_and(|pre| pre.quoted);
    let floor = items[..index].iter().rev().take(LATER).find(said).map_or(item.bounds.start, |earlier| earlier.cue.end);
    let before = preposed(ground, item.cue.span.start, floor);
    if start < item.bounds.end && !signed && link.is_none() && !ground.is_sign(after_name) {
        // A relative clause, which a comma ends.
        let end = (start..item.bounds.end).find(|&at| ground.is(at, &[",", ";", "."])).unwrap_or(item.bounds.end);
        return Some(TokenSpan::new(start, end));
    }
    if (signed || link.is_some()) && start < item.bounds.end {
        let mut end = content_end(ground, items, index, start);
        if ground.starts(after_name, Part::Copula).is_some() {
            end = (start..end).find(|&at| ground.is(at, &[","])).unwrap_or(end);
        }
        return match before {
            Some(before) if ground.is(after_name, &[","]) => Some(TokenSpan::new(before.content.start, end)),
            _ => Some(TokenSpan::new(start, end)),
        };
    }
    // At the end of a sentence it speaks of all of it, however that opens.
    let closing = (start >= item.bounds.end || ground.is(after_name, &[".", ";"])) && ground.is(item.cue.span.start - 1, &[","]);
    before.map(|before| before.content).or_else(|| closing.then(|| TokenSpan::new(floor, item.cue.span.start - 1)))
}
