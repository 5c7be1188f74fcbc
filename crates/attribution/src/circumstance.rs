//! What is told about a statement beside its words: the hearer, the channel, the date, the side, the topics.

use suquan_mention::{EntityId, PartyKind};
use suquan_span::TokenSpan;

use crate::frame::Draft;
use crate::ground::Ground;
use crate::part::{Part, SourceKind};
use crate::speaker::Speaker;
use crate::statement::{Channel, Statement, StatementKind};
use crate::topics::topics_in;

/// How far from its cue a circumstance is sought.
const REACH: u32 = 60;

/// The statement that a draft stands for.
pub(crate) fn statement(ground: &Ground<'_>, draft: &Draft) -> Statement {
    let text = ground.text;
    let row = ground.pack.lexicon().row(draft.cue.row);
    let entity = draft.speaker.entity.map(|id| ground.mentions.entity(id));
    let words = draft.speaker.words;
    Statement {
        speaker: draft.speaker.entity,
        speaker_span: (!words.is_empty()).then(|| text.bytes(words)),
        speaker_forms: forms(ground, &draft.speaker),
        speaker_kind: entity.map_or(draft.speaker.kind, |entity| entity.kind),
        cue: text.bytes(draft.cue.span),
        content: text.bytes(draft.content),
        tokens: draft.content,
        kind: kind(ground, draft.content),
        stance: row.get("stance").unwrap_or("say").to_owned(),
        addressee: addressee(ground, draft),
        channel: channel(ground, draft),
        date: date(ground, draft),
        side: entity.filter(|entity| entity.kind != PartyKind::Group).and_then(|entity| entity.country.clone()),
        topics: topics_in(text, draft.content, ground.pack),
        rule: ground.grammar.rules.rules[draft.cue.rule].id.clone(),
    }
}

/// The words of a speaker, then without determiners, then each noun phrase that a conjunction or an owner parts from the rest.
fn forms(ground: &Ground<'_>, speaker: &Speaker) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |start: u32, end: u32| {
        let words = ground.text.words(ground.trim(TokenSpan::new(start, end)));
        if !words.is_empty() && found.iter().all(|known| known != words) {
            found.push(words.to_owned());
        }
    };
    let TokenSpan { start, end } =
        if speaker.entity.is_some() { TokenSpan::new(speaker.start.min(speaker.words.start), speaker.end.max(speaker.words.end)) } else { speaker.words };
    if speaker.pronoun || start >= end {
        return found;
    }
    add(start, end);
    let noun = ground.starts(start, Part::Determiner).unwrap_or(start);
    if let Some((head, _)) =
        ground.head(noun).filter(|&(head, kind)| head < end && matches!(kind, SourceKind::Body | SourceKind::Group) && speaker.entity.is_none())
    {
        add(noun, head);
    }
    let bare = ground.starts(start, Part::Determiner).filter(|&bare| bare < end).unwrap_or(start);
    add(bare, end);
    for at in bare + 1..end {
        let parts = [Part::Coordinator, Part::Owner, Part::Aside].iter().any(|&part| ground.starts(at, part).is_some());
        if parts && ground.name(at).is_none() {
            add(start, at);
            add(bare, at);
            if let Some(owner) = ground.starts(at, Part::Owner) {
                add(owner, end);
            }
        }
    }
    found
}

/// Whether the content stands in quotation marks.
fn kind(ground: &Ground<'_>, content: TokenSpan) -> StatementKind {
    let quotes = &ground.clauses.quotes;
    let first = quotes.partition_point(|quote| quote.whole.end <= content.start);
    match quotes.get(first).filter(|quote| quote.whole.start < content.end) {
        Some(quote) if quote.inner.contains(content) => StatementKind::Direct,
        Some(_) => StatementKind::Mixed,
        None => StatementKind::Indirect,
    }
}

/// The stretches around the cue where its circumstances stand: the clause before it and what lies between it and the content, or behind it.
fn zones(ground: &Ground<'_>, draft: &Draft) -> [TokenSpan; 2] {
    let cue = draft.cue.span;
    let preposed = draft.content.start < cue.start;
    let start = draft.unit.start.max(cue.start.saturating_sub(REACH));
    let before = TokenSpan::new(if preposed { draft.content.end.max(start) } else { start }, cue.start);
    let end = (draft.cue.end + REACH).min(draft.unit.end);
    let after = if preposed {
        TokenSpan::new(draft.cue.end, end.min(draft.aside.end.max(draft.cue.end)))
    } else {
        TokenSpan::new(draft.cue.end, draft.content.start.min(end))
    };
    let _ = ground;
    [before, after]
}

/// Whom the words are addressed to.
fn addressee(ground: &Ground<'_>, draft: &Draft) -> Option<EntityId> {
    let [_, after] = zones(ground, draft);
    let start = ground.starts(after.start, Part::Addressee).filter(|&start| start <= after.end)?;
    let named = |at: u32| ground.phrase(at).map(|phrase| phrase.entity).or_else(|| ground.name(at).map(|name| name.entity));
    (start..after.end.min(start + 8)).find_map(named).filter(|&hearer| Some(hearer) != draft.speaker.entity)
}

/// Through what the words were given: the nearest channel named around the cue.
fn channel(ground: &Ground<'_>, draft: &Draft) -> Option<Channel> {
    let class = ground.grammar.channel?;
    let [before, after] = zones(ground, draft);
    let found = [after, before].into_iter().find_map(|zone| longest_last(&ground.text.hits, class, zone))?;
    let row = ground.pack.row(found);
    let span = ground.text.bytes(found.span);
    let named = row.form().trim_start_matches('(').starts_with(char::is_uppercase);
    let channel = if named { ground.text.words(found.span) } else { row.head() };
    Some(Channel { channel: channel.to_owned(), span })
}

/// The last hit of `class` in `span`, the longest of those that end together.
fn longest_last(hits: &suquan_pattern::Hits, class: suquan_pattern::ClassId, span: TokenSpan) -> Option<&suquan_pattern::Hit> {
    let inside = span.indices().filter_map(|at| hits.class_at(at, class)).filter(|hit| hit.span.end <= span.end);
    inside.max_by_key(|hit| (hit.span.end, std::cmp::Reverse(hit.span.start)))
}

/// When the words were said: a date around the cue and outside of the content.
fn date(ground: &Ground<'_>, draft: &Draft) -> Option<(String, suquan_span::ByteSpan)> {
    let [before, after] = zones(ground, draft);
    [after, before].into_iter().find_map(|zone| {
        let from = ground.times.partition_point(|time| time.tokens.start < zone.start);
        let inside = ground.times[from..].iter().take_while(|time| time.tokens.end <= zone.end);
        let dated = inside.filter_map(|time| Some((time.edtf.clone()?, time.span)));
        dated.last()
    })
}
