//! Where and how long: the facts of an act beside its parties, date and numbers.

use suquan_mention::PartyKind;
use suquan_span::TokenSpan;
use suquan_timex::TimexType;

use crate::EventType;
use crate::event::Place;
use crate::frame::Parties;
use crate::govern::next_start;
use crate::scene::Scene;
use crate::trigger::Trigger;
use crate::units::{Case, Unit};

/// Words after an act in which its place, length and numbers may stand.
const AFTER: u32 = 30;

/// Words of a length that stands right before an act.
const BEFORE: u32 = 8;

/// The stretch after the act that is its own: to the end of its clause or the next act.
pub(crate) fn tail(scene: &Scene<'_>, trigger: &Trigger<'_>, rivals: &[TokenSpan]) -> TokenSpan {
    let clause = scene.clause_over_lists(trigger.words.start);
    let next = next_start(rivals, trigger.words.end).unwrap_or(u32::MAX);
    TokenSpan::new(trigger.words.end, clause.end.min(next).min(trigger.words.end + AFTER))
}

/// The same with the clause behind it that tells what an attack did (`shelled the town on Friday, leaving 20 dead`).
pub(crate) fn with_toll(scene: &Scene<'_>, trigger: &Trigger<'_>, tail: TokenSpan) -> TokenSpan {
    let next = scene.clause(tail.end);
    let attack = trigger.entry.kind == Some(EventType::Assault) && next.start <= tail.end;
    let told = || (tail.end..tail.end + 2).any(|at| scene.class_at(at, scene.pack.class("outcome")).is_some());
    if attack && next.end > tail.end && told() { TokenSpan::new(tail.start, next.end) } else { tail }
}

/// Where the act took place: a place after it in its clause, or one that opens the clause.
pub(crate) fn place(scene: &Scene<'_>, trigger: &Trigger<'_>, tail: TokenSpan) -> Option<Place> {
    let visit = trigger.entry.modes.contains(&"visit");
    let clause = scene.clause(trigger.words.start);
    let front = TokenSpan::new(clause.start, trigger.head());
    let after = scene.units_in(tail).find(|unit| is_place(scene, unit, visit));
    let unit = after.or_else(|| scene.units_in(front).rev().find(|unit| is_place(scene, unit, false)))?;
    let member = unit.members.first()?;
    Some(Place { name: member.span.of(&scene.text.source).to_owned(), entity: Some(member.entity), span: member.span, rule: trigger.rule.clone() })
}

fn is_place(scene: &Scene<'_>, unit: &Unit, visit: bool) -> bool {
    let placed = match unit.case {
        Some(Case::At) => true,
        Some(Case::Toward) | None => visit,
        _ => false,
    };
    placed && unit.members.iter().all(|member| matches!(scene.mentions.entity(member.entity).kind, PartyKind::Place | PartyKind::Country))
}

/// How long the act lasted: ISO 8601, the words and the rule; told right before it (`three days of talks`) or behind.
pub(crate) fn duration(scene: &Scene<'_>, trigger: &Trigger<'_>, tail: TokenSpan) -> Option<(String, suquan_span::ByteSpan, String)> {
    let front = TokenSpan::new(trigger.whole.start.saturating_sub(BEFORE), trigger.whole.start);
    let adjacent = scene.times_in(front).next_back().filter(|time| time.tokens.end == front.end);
    let time = adjacent.into_iter().chain(scene.times_in(tail)).find(|time| time.kind == TimexType::Duration)?;
    Some((time.value.clone(), time.span, time.rule.clone()))
}

/// Whether the meeting stands on the ground of somebody who takes no part.
pub(crate) fn is_third_party(scene: &Scene<'_>, parties: &Parties, place: &Place) -> bool {
    let country = |entity| scene.mentions.entity(entity).country.as_deref();
    let Some(ground) = place.entity.and_then(country) else { return false };
    let sides: Option<Vec<&str>> = parties.actors.iter().map(|member| country(member.entity)).collect();
    sides.is_some_and(|sides| sides.len() > 1 && !sides.contains(&ground) && sides.iter().any(|side| *side != sides[0]))
}
