//! The room's way, step by step.

use suquan_attribution::Statement;
use suquan_clause::Clauses;
use suquan_event::{Case, Event, Participant, Quantity, Scene, Unit, quantities, subject_of};
use suquan_langpack::Pack;
use suquan_mention::{Mentions, PartyKind};
use suquan_segment::Text;
use suquan_span::{ByteSpan, TokenSpan};
use suquan_timex::{Timex, TimexType};

use crate::content::{content, is_setting, linked};
use crate::cue::{Found, cues};
use crate::{Commitment, CommitmentStatus, Grammar};

/// Reads the commitments of a text, by the start of their content.
#[must_use]
pub fn read(
    text: &Text,
    clauses: &Clauses,
    times: &[Timex],
    mentions: &Mentions,
    statements: &[Statement],
    events: &[Event],
    grammar: &Grammar,
    pack: &Pack,
) -> Vec<Commitment> {
    let _ = events;
    let scene = Scene::new(text, clauses, times, mentions, statements, pack);
    let mut read: Vec<(TokenSpan, Commitment)> = Vec::new();
    for found in cues(&scene, grammar) {
        let Some((span, commitment)) = commitment(&scene, &found) else { continue };
        // A cue inside the content of the one before (`agreed that it will …`) says no more.
        if read.last().is_none_or(|(before, _)| !before.overlaps(span)) {
            read.push((span, commitment));
        }
    }
    let mut commitments: Vec<Commitment> = read.into_iter().map(|(_, commitment)| commitment).collect();
    commitments.sort_by_key(|commitment| (commitment.content.start, commitment.content.end));
    commitments
}

fn commitment(scene: &Scene<'_>, found: &Found) -> Option<(TokenSpan, Commitment)> {
    let mut span = content(scene, found)?;
    let agent = if found.cue.noun { owner(scene, found) } else { subject_of(scene, found.head) }?;
    if agent.head.as_deref() == Some("thing") {
        return None;
    }
    let member = agent.members.first()?;
    if matches!(scene.mentions.entity(member.entity).kind, PartyKind::Place | PartyKind::Document) {
        return None;
    }
    if found.cue.noun {
        span.start = linked(scene, span.start.max(agent.tokens.end));
    }
    if !found.cue.inside && is_setting(scene, span.start) {
        return None;
    }
    let condition = condition(scene, span).or_else(|| condition_before(scene, found));
    if found.cue.only_if && condition.is_none() {
        return None;
    }
    let status = match (found.cue.status?, condition) {
        (CommitmentStatus::Promised, Some(_)) => CommitmentStatus::Conditional,
        (status, _) => status,
    };
    let participant = |unit: &Unit| unit.members.first().map(|member| Participant { entity: member.entity, span: member.span, rule: found.rule.clone() });
    let commitment = Commitment {
        agent: participant(agent)?,
        recipient: recipient(scene, span, agent).and_then(participant),
        content: scene.text.bytes(span),
        cue: scene.text.bytes(found.words),
        quantities: with_baseline(scene, span, &found.rule),
        due: due(scene, span),
        condition,
        status,
        rule: found.rule.clone(),
    };
    (!span.is_empty()).then_some((span, commitment))
}

/// The party whose promise a noun speaks of.
fn owner<'s>(scene: &'s Scene<'_>, found: &Found) -> Option<&'s Unit> {
    let clause = scene.clause(found.words.start);
    let after = TokenSpan::new(found.words.end, clause.end.min(found.words.end + 6));
    scene.units_in(after).find(|unit| unit.case == Some(Case::Of))
}

/// The first other party that the promise is made to or that gains by it.
fn recipient<'s>(scene: &'s Scene<'_>, span: TokenSpan, agent: &Unit) -> Option<&'s Unit> {
    let given = |unit: &&Unit| matches!(unit.case, Some(Case::To | Case::With | Case::Against | Case::From)) || unit.case.is_none();
    scene.units_in(span).filter(given).find(|unit| unit.members.iter().all(|member| agent.members.iter().all(|own| own.entity != member.entity)))
}

/// The words that make the promise depend on something.
fn condition(scene: &Scene<'_>, span: TokenSpan) -> Option<ByteSpan> {
    let class = scene.pack.class("condition")?;
    let hit = span.indices().find_map(|at| scene.text.hits.class_at(at, class))?;
    let end = scene.clause(hit.span.start).end.min(span.end).max(hit.span.end);
    Some(scene.text.bytes(TokenSpan::new(hit.span.start, end)))
}

/// The condition that opens the sentence or clause before the promise (`if A attacks, B will …`; `otherwise, B will …`).
fn condition_before(scene: &Scene<'_>, found: &Found) -> Option<ByteSpan> {
    let class = scene.pack.class("condition")?;
    let sentence = scene.text.sentence(found.words.start);
    let index = scene.clauses.index_at(found.words.start);
    let clauses = index.checked_sub(1).into_iter().chain([index]).filter_map(|index| scene.clauses.clauses.get(index));
    let opens = |start: u32| scene.text.hits.class_at(start as usize, class).is_some_and(|hit| hit.span.end <= found.head && scene.label(hit) == "condition");
    let mut before = clauses.filter(|clause| sentence.contains(clause.tokens) && clause.tokens.start < found.head);
    let clause = before.find(|clause| opens(clause.tokens.start))?;
    Some(scene.text.bytes(TokenSpan::new(clause.tokens.start, clause.tokens.end.min(found.head))))
}

/// The first date that the content names, with the one up to which it reaches (`from 15 to 18 April`): by then it is to be done.
fn due(scene: &Scene<'_>, span: TokenSpan) -> Option<(String, ByteSpan)> {
    let mut dates = scene.times_in(span).filter(|time| matches!(time.kind, TimexType::Date | TimexType::Time) && time.edtf.is_some());
    let first = dates.next()?;
    let value = first.edtf.clone()?;
    let reaches = |last: &&Timex| {
        let joined = scene.class_before(last.tokens.start, scene.classes.case).is_some_and(|hit| scene.label(hit) == "toward");
        joined && last.tokens.start <= first.tokens.end + 1
    };
    let last = dates.next().filter(reaches).and_then(|last| Some((last.edtf.as_deref()?, last.span)));
    Some(match last {
        Some((end, words)) if !value.contains('/') && !end.contains('/') => (format!("{value}/{end}"), first.span.cover(words)),
        _ => (value, first.span),
    })
}

/// The numbers of the content; one that follows a word of origin (`from 12 million tonnes`, `compared with`) is the baseline of the one before.
fn with_baseline(scene: &Scene<'_>, span: TokenSpan, rule: &str) -> Vec<Quantity> {
    let mut kept: Vec<Quantity> = Vec::new();
    for quantity in quantities(scene.text, span, scene.pack, rule) {
        let start = scene.text.tokens_in(quantity.span).start;
        let start = scene.class_before(start, scene.classes.quantity).filter(|hit| scene.label(hit) == "level").map_or(start, |hit| hit.span.start);
        let origin = scene.class_before(start, scene.classes.case).is_some_and(|hit| matches!(scene.label(hit), "from" | "since"));
        match kept.last_mut() {
            Some(last) if origin && last.unit == quantity.unit => last.baseline = Some(quantity.value),
            _ => kept.push(quantity),
        }
    }
    kept
}
