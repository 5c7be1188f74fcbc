//! Parties that the words of an act leave to what stands around them: whom a refusal answers, of whom a crowd demands something, a body of the state told as an
//! object without its name.

use suquan_mention::PartyKind;
use suquan_span::TokenSpan;

use crate::EventType;
use crate::act::Act;
use crate::entry::Frame;
use crate::event::Participant;
use crate::frame::{self, Parties};
use crate::govern::Before;
use crate::scene::Scene;
use crate::trigger::Trigger;
use crate::units::{Case, Member};

/// Sentences back to which a refusal answers, and acts looked through there.
const SENTENCES: usize = 3;
const ACTS: usize = 12;
/// Parties that a statement names, among whom the one who refuses is sought.
const UNITS: usize = 48;
/// Words behind a refusal that only point back (`rejected this demand`).
const OBJECT: u32 = 4;
/// Words behind a protest in which it is told what the crowd wants.
const DEMAND: u32 = 16;
/// The same where the crowd goes somewhere first.
const MARCH: u32 = 40;

/// Whose demand, charge or threat a refusal without an object answers (`A demanded his release; B refused`): the last one that was addressed to its side, else
/// that of the one who spoke of it just before.
pub(crate) fn answered(scene: &Scene<'_>, trigger: &Trigger<'_>, parties: &Parties, acts: &[Act]) -> Vec<Member> {
    let answers = trigger.entry.kind == Some(EventType::Reject) && !trigger.entry.modes.contains(&"meet") && trigger.entry.frame == Frame::Act;
    let Some(side) = parties.actors.first().filter(|_| answers && parties.recipients.is_empty()).map(|actor| actor.entity) else { return Vec::new() };
    let mine = |party: &Participant| scene.of_one_side(party.entity, side);
    let sentence = scene.text.sentence_at(trigger.words.start);
    let asks = |act: &&Act| {
        matches!(act.kind, EventType::Request | EventType::Accuse | EventType::Threaten)
            && scene.text.sentence_at(act.words.start) + SENTENCES >= sentence
            && act.recipients.iter().any(mine)
            && !act.actors.is_empty()
            && !act.actors.iter().any(mine)
    };
    if let Some(act) = acts.iter().rev().take(ACTS).find(asks) {
        return act.actors.iter().map(|party| Member { entity: party.entity, span: party.span }).collect();
    }
    // A report of a refusal, or of one with an object, answers nobody who spoke before.
    let bare = scene.clause(trigger.words.start).end <= trigger.words.end + OBJECT && scene.statement(trigger.words).is_none();
    let upto = if bare { scene.statements.partition_point(|said| said.tokens.start < trigger.words.start) } else { 0 };
    let near = |start: u32| scene.text.sentence_at(start) + 1 >= sentence;
    let told =
        scene.statements[..upto].iter().rev().take(4).filter(|said| said.tokens.end <= trigger.words.start && near(said.tokens.start)).find_map(|said| {
            let (entity, span) = (said.speaker?, said.speaker_span?);
            let about = scene.units_in(said.tokens).take(UNITS).flat_map(|unit| &unit.members).any(|member| scene.of_one_side(member.entity, side));
            (about && !scene.of_one_side(entity, side) && is_party(scene, entity)).then_some(Member { entity, span })
        });
    told.into_iter().collect()
}

/// Of whom a crowd demands something, or against whom it cries, in the words behind the protest.
pub(crate) fn demanded_of(
    scene: &Scene<'_>,
    trigger: &Trigger<'_>,
    parties: &Parties,
    following: &[Trigger<'_>],
    frames: &[(TokenSpan, Frame, Option<usize>)],
    rivals: &[TokenSpan],
) -> Vec<Member> {
    let crowd = trigger.entry.frame == Frame::Crowd && parties.recipients.is_empty();
    let demands = |next: &&Trigger<'_>| {
        matches!(next.entry.kind, Some(EventType::Request | EventType::Accuse)) && !next.noun && next.words.start <= trigger.words.end + DEMAND
    };
    let Some(next) = following.first().filter(|_| crowd).filter(demands) else { return Vec::new() };
    let mut asked = frame::parties(scene, next, frames, rivals).0.recipients;
    asked.retain(|member| parties.actors.iter().all(|actor| actor.entity != member.entity));
    asked
}

/// Gives a demand behind a protest its parties where its own words name none: the crowd, and whom it marches to (`will march to the UN office to hand over a
/// petition`).
pub(crate) fn march(scene: &Scene<'_>, trigger: &Trigger<'_>, parties: &mut Parties, before: &[Before<'_>], acts: &[Act]) {
    if trigger.entry.kind != Some(EventType::Request) || trigger.noun {
        return;
    }
    // No more than the way it takes stands between.
    let last = before.iter().rev().take(3).find(|last| last.entry.kind != Some(EventType::Consult));
    let Some(crowd) = last.filter(|last| last.entry.frame == Frame::Crowd && last.words.end + MARCH >= trigger.words.start) else { return };
    let mut own = false;
    if parties.recipients.is_empty() {
        let between = TokenSpan::new(crowd.words.end, trigger.head().max(crowd.words.end));
        if let Some(goal) = scene.units_in(between).find(|unit| unit.case == Some(Case::Toward)) {
            own = parties.actors.iter().any(|actor| goal.members.iter().any(|member| member.entity == actor.entity));
            parties.recipients.clone_from(&goal.members);
        }
    }
    if own || parties.actors.is_empty() {
        // A crowd that nothing tells of here is that of the protest told before.
        let told = || acts.iter().rev().take(ACTS).find(|act| act.kind == EventType::Protest && !act.actors.is_empty()).map(|act| &act.actors);
        let people = if crowd.actors.is_empty() { told() } else { Some(&crowd.actors) };
        parties.actors = people.into_iter().flatten().map(|party| Member { entity: party.entity, span: party.span }).collect();
    }
}

/// The state whose body stands as the object right behind an act of words (`called on the army to free them`): the one that the article is about.
pub(crate) fn body(scene: &Scene<'_>, trigger: &Trigger<'_>, parties: &Parties) -> Option<Member> {
    let words = matches!(trigger.entry.kind, Some(EventType::Request | EventType::Accuse | EventType::Threaten | EventType::Protest | EventType::Agree));
    let class = scene.classes.state_body.filter(|_| words && !trigger.noun && matches!(trigger.entry.frame, Frame::Act | Frame::Crowd))?;
    let from = trigger.words.end;
    let hit = (from..from + 2).find_map(|at| scene.text.hits.class_at(at as usize, class))?;
    let entity = scene.nameless(hit)?;
    let next = scene.units.get(scene.units.partition_point(|unit| unit.tokens.end <= hit.span.start))?;
    let named = next.tokens.start <= hit.span.end || next.tokens.start == hit.span.end + 1 && next.case == Some(Case::Of);
    let own = parties.actors.iter().any(|actor| scene.of_one_side(actor.entity, entity));
    (!named && !own).then(|| Member { entity, span: scene.text.bytes(hit.span) })
}

/// Those of a wider group whom the clause behind names (`called on the parties, among them B and C, to …`).
pub(crate) fn included(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Vec<Member> {
    let words = matches!(trigger.entry.kind, Some(EventType::Request | EventType::Accuse | EventType::Support | EventType::Threaten));
    let from = scene.clause(trigger.words.start).end;
    let sentence = scene.text.sentence(trigger.words.start);
    let open = words && !trigger.noun && trigger.entry.frame == Frame::Act && from < sentence.end && from <= trigger.words.end + DEMAND;
    let Some(hit) = scene.class_at(from, scene.classes.inclusion).filter(|_| open) else { return Vec::new() };
    let unit = scene.units_in(TokenSpan::new(hit.span.end, sentence.end)).next().filter(|unit| unit.tokens.start <= hit.span.end + 1);
    unit.map(|unit| unit.members.clone()).unwrap_or_default()
}

/// Whether somebody can be asked or refused.
pub(crate) fn is_party(scene: &Scene<'_>, entity: suquan_mention::EntityId) -> bool {
    matches!(scene.mentions.entity(entity).kind, PartyKind::Person | PartyKind::Organization | PartyKind::Country | PartyKind::Group)
}
