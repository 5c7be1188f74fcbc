//! Whether what stands around the words of an act lets them mean it.

use suquan_clause::Polarity;
use suquan_mention::PartyKind;
use suquan_span::TokenSpan;

use crate::entry::{Frame, Guard, Need};
use crate::event::Participant;
use crate::frame::Parties;
use crate::scene::Scene;
use crate::subject::first_after;
use crate::trigger::{Trigger, happens};
use crate::units::Member;

/// The subject of the clause that a bare noun of a meeting opens (`in the talks, A said`): somebody who takes part.
pub(crate) fn attendant(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Participant> {
    let at = scene.case_before(trigger.whole.start).filter(|hit| matches!(scene.label(hit), "at" | "in"))?;
    let clause = scene.clause(trigger.words.start);
    let sentence = scene.text.sentence(trigger.words.start);
    let opens = at.span.start <= clause.start + 1 || scene.times_in(clause).count() > 0;
    let unit = first_after(scene, TokenSpan::new(clause.end, sentence.end))
        .map(|index| &scene.units[index])
        .filter(|_| opens || clause.end <= trigger.words.end + 3)?;
    let member = unit.members.first().filter(|_| unit.members.len() == 1)?;
    Some(Participant { entity: member.entity, span: member.span, rule: trigger.rule.clone() })
}

/// Whether the act has the parties that it needs and stands among words that let it mean the act.
pub(crate) fn holds(scene: &Scene<'_>, trigger: &Trigger<'_>, parties: &Parties, dated: bool) -> bool {
    let enough = is_enough(trigger, parties) || dated && is_suffered(scene, trigger, parties);
    let kind = |member: &Member| scene.mentions.entity(member.entity).kind;
    let objects = || if trigger.entry.frame == Frame::Joint { parties.actors.get(1..).unwrap_or(&[]) } else { &parties.recipients[..] };
    enough
        && (trigger.entry.frame != Frame::Blame || is_blamed_by_another(scene, trigger, parties))
        && trigger.entry.guards.iter().all(|guard| match guard {
            Guard::Person => objects().iter().any(|member| matches!(kind(member), PartyKind::Person | PartyKind::Group | PartyKind::Organization)),
            Guard::Place => objects().first().is_some_and(|member| matches!(kind(member), PartyKind::Country | PartyKind::Place)),
            Guard::Party => !objects().is_empty(),
            // Goods come from states; whoever comes from a body is its people (`inspectors of the agency arrived in …`).
            Guard::PersonSubject => {
                let adjacent = || scene.units_in(TokenSpan::new(scene.clause(trigger.words.start).start, trigger.head())).next_back();
                let people = || adjacent().is_some_and(|unit| unit.tokens.end == trigger.head());
                parties
                    .actors
                    .iter()
                    .any(|member| kind(member) == PartyKind::Person || matches!(kind(member), PartyKind::Organization | PartyKind::Group) && people())
            }
            Guard::Medium => parties.actors.iter().any(|member| matches!(kind(member), PartyKind::Organization | PartyKind::Person | PartyKind::Document)),
            Guard::Dated => dated || trigger.entry.frame == Frame::Visit && !trigger.group.marks.is_empty(),
            Guard::Direct => parties.direct,
            Guard::Told => trigger.predicate || happens(scene, trigger.words).is_some() || !trigger.group.marks.is_empty() || parties.own,
        })
}

/// Whether somebody of standing is said to have suffered a deed, whoever did it (`Kyiv was struck`, `the former president was arrested`): a state, a body, a
/// known person, or one of a state.
fn is_suffered(scene: &Scene<'_>, trigger: &Trigger<'_>, parties: &Parties) -> bool {
    let needy = matches!(trigger.entry.need, Need::Two | Need::Recipient) && trigger.entry.frame == Frame::Act;
    let known = |member: &Member| {
        let entity = scene.mentions.entity(member.entity);
        entity.actor.is_some() || entity.country.is_some() || entity.kind == PartyKind::Organization
    };
    needy && parties.suffered && !trigger.entry.undergo && !parties.recipients.is_empty() && parties.recipients.iter().all(known)
}

/// Whether the speaker says it of others, and as so: who denies a wrong or speaks of the own side blames nobody.
fn is_blamed_by_another(scene: &Scene<'_>, trigger: &Trigger<'_>, parties: &Parties) -> bool {
    let other = |member: &Member| parties.actors.iter().all(|actor| !scene.of_one_side(actor.entity, member.entity));
    let aimed = parties.recipients.iter().any(other) || parties.recipients.is_empty() && trigger.entry.need == Need::Actor;
    trigger.entry.denies || !trigger.noun && trigger.group.polarity == Polarity::Positive && aimed
}

/// Whether as many parties are named as the act needs.
pub(crate) fn is_enough(trigger: &Trigger<'_>, parties: &Parties) -> bool {
    let (actors, recipients) = (parties.actors.len(), parties.recipients.len());
    match trigger.entry.need {
        Need::One => actors + recipients >= 1,
        Need::Actor => actors >= 1,
        Need::Two => actors + recipients >= 2 && actors >= 1,
        Need::Recipient => actors >= 1 && recipients >= 1,
        Need::Target => recipients >= 1,
    }
}
