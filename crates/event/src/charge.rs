//! Charges whose object stands in what is charged: the one who does the wrong that is revealed, or that somebody tells of another.

use suquan_mention::PartyKind;
use suquan_span::TokenSpan;

use crate::EventType;
use crate::act::Act;
use crate::deal;
use crate::entry::Frame;
use crate::event::{Dated, Participant, Status};
use crate::frame::{self, Parties};
use crate::scene::Scene;
use crate::trigger::Trigger;
use crate::units::{Case, Member, Unit};

/// Parties of what is charged among whom the doer is sought.
const UNITS: usize = 24;
/// Words between a charge and the wrong that it tells of.
const REACH: u32 = 24;

/// Who is charged where the words of the charge name nobody: who does the wrong told right behind (`revealed that the NSA spied`, `revealed the spying of the NSA`).
pub(crate) fn accused(
    scene: &Scene<'_>,
    charge: &Trigger<'_>,
    parties: &Parties,
    following: &[Trigger<'_>],
    frames: &[(TokenSpan, Frame, Option<usize>)],
    rivals: &[TokenSpan],
) -> Vec<Member> {
    let alleges =
        charge.entry.kind == Some(EventType::Accuse) && charge.entry.modes.contains(&"allege") && matches!(charge.entry.frame, Frame::Act | Frame::Sole);
    let wrong = following.first().filter(|wrong| wrong.words.start <= charge.words.end + REACH && is_wrong(wrong));
    if !alleges || !parties.recipients.is_empty() || parties.actors.is_empty() {
        return Vec::new();
    }
    let other = |member: &Member| parties.actors.iter().all(|actor| !scene.of_one_side(actor.entity, member.entity));
    let mut actors = wrong.map(|wrong| frame::parties(scene, wrong, frames, rivals).0.actors).unwrap_or_default();
    actors.retain(other);
    if !actors.is_empty() {
        return actors;
    }
    // Else the first one of another side in what is charged, wherever it stands (`these mines were laid by B, A charged`).
    let cue = scene.text.bytes(charge.words);
    let upto = scene.statements.partition_point(|said| said.tokens.start <= charge.words.end + 1);
    let said = scene.statements[..upto].iter().rev().take(8).find(|said| said.cue.overlaps(cue) && said.stance == "accuse");
    let doer = |unit: &&Unit| matches!(unit.case, None | Some(Case::By | Case::Of)) && unit.members.iter().all(other);
    said.and_then(|said| scene.units_in(said.tokens).take(UNITS).find(doer)).map(|unit| unit.members.clone()).unwrap_or_default()
}

fn is_wrong(trigger: &Trigger<'_>) -> bool {
    matches!(trigger.entry.kind, Some(EventType::Assault | EventType::Coerce))
}

/// Words before a verb of saying in which a charge makes what is said its content.
const NEAR: u32 = 8;

/// Words before the wrong that are looked through for a charge.
const FAR: u32 = 64;

/// The charge that lies in telling of a wrong done in secret by another side (`a former agent said that France spies on Americans`); open force is news to tell.
pub(crate) fn told(scene: &Scene<'_>, act: &Act) -> Option<Act> {
    let secret = act.kind == EventType::Coerce && act.modes.iter().any(|mode| matches!(*mode, "cyber" | "misinformation"));
    let real = matches!(act.status, Status::Occurred | Status::Ongoing) && act.denied.is_none() && act.claimed_by.is_empty();
    let said = scene.statement(act.words).filter(|_| secret && real && !act.actors.is_empty())?;
    // Who speaks of a charge (`wants the charges cleared up that B spied`) need not bring it, and who calls the act wrong is read as doing so.
    let cue = scene.text.tokens_in(said.cue);
    let around = TokenSpan::new(cue.start.saturating_sub(NEAR).max(act.words.start.saturating_sub(FAR)), said.tokens.end.min(act.words.end + REACH));
    let charge = |at: u32| scene.class_at(at, scene.classes.event).is_some_and(|hit| !hit.span.overlaps(cue) && scene.label(hit) == EventType::Accuse.code());
    let charged = around.indices().any(|at| charge(at as u32));
    if charged || matches!(said.stance.as_str(), "deny" | "ask" | "hope" | "fear") {
        return None;
    }
    let Member { entity, span } = deal::speaker(scene, act.words)?;
    let own = act.actors.iter().any(|actor| scene.of_one_side(actor.entity, entity));
    if own || !matches!(scene.mentions.entity(entity).kind, PartyKind::Person | PartyKind::Organization | PartyKind::Country) {
        return None;
    }
    let rule = said.rule.clone();
    let date = said.date.clone().map(|(value, span)| Dated { value, basis: "stated", span, rule: rule.clone() });
    Some(Act {
        kind: EventType::Accuse,
        modes: vec!["allege"],
        actors: vec![Participant { entity, span, rule: rule.clone() }],
        recipients: act.actors.clone(),
        date,
        place: None,
        last: None,
        duration: None,
        quantities: Vec::new(),
        status: Status::Occurred,
        weak: false,
        short: false,
        denied: None,
        claimed_by: Vec::new(),
        attendant: None,
        generic: false,
        past: true,
        sense: String::new(),
        content: Vec::new(),
        words: scene.text.tokens_in(said.cue),
        trigger: (said.cue, rule),
    })
}
