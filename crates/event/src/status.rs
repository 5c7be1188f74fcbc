//! Whether an act happened, goes on, is planned, possible or denied (factuality).

use suquan_clause::{Modality, Polarity, Tense, VerbGroup};
use suquan_span::TokenSpan;

use crate::Status;
use crate::scene::Scene;
use crate::trigger::{Trigger, inside_name};

/// Words before an act that may govern it, and words after a noun that qualify it.
const BEFORE: u32 = 12;
const AFTER: u32 = 8;

/// What the words around an act say of it; `None` where they make it no event at all, as a mere hope does.
pub(crate) fn status(scene: &Scene<'_>, trigger: &Trigger<'_>, reach: u32) -> Option<Status> {
    if let Some(status) = trigger.entry.status {
        return Some(status);
    }
    let mut group = trigger.group;
    if trigger.noun && !trigger.predicate && group.marks.is_empty() {
        group = predicate_after(scene, reach);
    }
    if group.polarity != Polarity::Positive {
        return Some(Status::Negated);
    }
    match governed(scene, trigger) {
        Some("unreal") => return None,
        Some(label) => return Status::parse(label),
        None => {}
    }
    if condition(scene, trigger) || is_aim_of_another(scene, trigger) {
        return None;
    }
    Some(match (group.modality, group.tense) {
        (Modality::Possible | Modality::Desired, _) => Status::Hypothetical,
        (Modality::Planned | Modality::Necessary, _) | (Modality::Fact, Tense::Future) if is_conditional(scene, trigger) => Status::Hypothetical,
        (Modality::Planned | Modality::Necessary, _) => Status::Planned,
        (Modality::Fact, Tense::Future) => Status::Planned,
        (Modality::Fact, Tense::Ongoing) => Status::Ongoing,
        (Modality::Fact, _) => Status::Occurred,
    })
}

/// The label of the nearest word that governs the act in its clause.
fn governed<'s>(scene: &Scene<'s>, trigger: &Trigger<'_>) -> Option<&'s str> {
    let class = scene.classes.factuality?;
    let head = trigger.head();
    let clause = scene.clause(head);
    let floor = clause.start.max(head.saturating_sub(BEFORE));
    // What is refused or planned ends where another verb is joined to it (`refuses to resign and calls for talks`); an appeal goes on.
    let joined = !trigger.noun && scene.class_before(head, scene.classes.coordinator).is_some();
    let row = |at: u32, end: u32, side: &str| {
        // A form that ends another word (to destroy ends like to call off) says nothing.
        let inside = |hit: &suquan_pattern::Hit| hit.class == class && hit.span.end > at;
        if at > 0 && scene.text.hits.at(at as usize - 1).iter().any(inside) {
            return None;
        }
        let hits = || scene.text.hits.at(at as usize).iter().filter(|hit| hit.class == class && hit.span.end <= end);
        // The longest form at a place decides: to cease fire is not to cease what stands behind it.
        let length = hits().map(|hit| hit.span.len()).max()?;
        hits().filter(|hit| hit.span.len() == length).map(|hit| scene.pack.row(hit)).find(|row| row.has(side))
    };
    let due = trigger.group.modality == Modality::Necessary;
    if due && (head..trigger.whole.start).any(|at| row(at, trigger.whole.start, "before").is_some_and(|row| row.head() == "unreal")) {
        return Some("unreal");
    }
    // What a word of time or place before it makes the setting of the clause is not governed by the verb before (`agreed after the talks`).
    let floor = if trigger.noun && scene.case_before(head).is_some_and(|hit| is_setting(scene.label(hit))) { head } else { floor };
    // What is called off or planned by a verb with its own subject ends where the next subject begins (`A cut aid and B froze ties`); an appeal to B goes on.
    let own = scene.units_in(TokenSpan::new(floor, head)).rev().find(|unit| unit.case.is_none()).map_or(floor, |unit| unit.tokens.start);
    let governs = |at: u32| row(at, head, "before").filter(|row| !(joined || at < own && row.head() == "negated") || row.head() == "unreal");
    if let Some(row) = (floor..head).rev().find_map(governs) {
        return Some(row.head());
    }
    if !trigger.noun {
        return None;
    }
    let end = clause.end.max(trigger.words.end).min(trigger.words.end + AFTER);
    (trigger.words.end..end).find_map(|at| row(at, end, "after")).map(|row| row.head())
}

/// Whether a word of case with that label makes the noun after it the time or place of its clause.
pub(crate) fn is_setting(label: &str) -> bool {
    matches!(label, "in" | "at" | "since" | "after")
}

/// The verb group that follows a noun and its parties at once (`the talks between A and B are …`).
fn predicate_after(scene: &Scene<'_>, reach: u32) -> VerbGroup {
    let mut at = reach;
    for _ in 0..4 {
        match scene.class_at(at, scene.classes.aux) {
            Some(hit) => at = hit.span.end,
            None => break,
        }
    }
    if at == reach { VerbGroup::default() } else { scene.clauses.verb_group(at) }
}

/// Whether the clause is a condition.
fn condition(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    scene.clauses.clause(trigger.words.start).is_some_and(|clause| clause.opener.as_deref() == Some("condition"))
}

/// Whether a condition stands right before or after the clause in its sentence.
fn is_conditional(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let sentence = scene.text.sentence(trigger.words.start);
    let index = scene.clauses.index_at(trigger.words.start);
    let neighbours = [index.checked_sub(1), Some(index + 1)];
    let clauses = neighbours.into_iter().flatten().filter_map(|index| scene.clauses.clauses.get(index));
    clauses.filter(|clause| sentence.contains(clause.tokens)).any(|clause| clause.opener.as_deref() == Some("condition"))
}

/// Whether the clause is an aim with a subject of its own and no mark of time (`puts tariffs off so that both sides talk`).
fn is_aim_of_another(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(clause) = scene.clauses.clause(trigger.words.start).filter(|clause| clause.opener.as_deref() == Some("purpose")) else { return false };
    let subject = scene.units_in(TokenSpan::new(clause.tokens.start, trigger.head())).next();
    trigger.group.marks.is_empty() && subject.is_some_and(|unit| unit.case.is_none() && unit.tokens.start <= clause.tokens.start + 2)
}

/// Whether the words say that the act is a habit or speak of such acts at large.
pub(crate) fn is_habit(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let clause = scene.clause(trigger.words.start);
    let span = TokenSpan::new(clause.start.max(trigger.head().saturating_sub(6)), clause.end.min(trigger.words.end + 4));
    let mut at = span.start;
    while at < span.end {
        let Some(hit) = scene.class_at(at, scene.classes.habitual).filter(|hit| hit.span.end <= span.end) else {
            at += 1;
            continue;
        };
        if scene.label(hit) == "habit" && !hit.span.overlaps(trigger.words) && !inside_name(scene, hit.span) {
            return true;
        }
        at = hit.span.end;
    }
    false
}
