//! Who is what in an act: the units around it dealt to actors and recipients by its frame.

use suquan_mention::PartyKind;
use suquan_span::TokenSpan;

use crate::EventType;
use crate::entry::Frame;
use crate::frame::{Found, Parties};
use crate::scene::Scene;
use crate::trigger::Trigger;
use crate::units::{Case, Member, Unit};

/// Words after an act on things in which a clause about these may name whose they are.
const DECLARED: u32 = 24;

/// Deals the parts by the frame of the act.
pub(crate) fn deal(scene: &Scene<'_>, trigger: &Trigger<'_>, found: &Found<'_>) -> Parties {
    let mut parties = Parties { reach: trigger.words.end, ..Parties::default() };
    let (mut actors, mut recipients): (Vec<&Unit>, Vec<&Unit>) = (Vec::new(), Vec::new());
    let owner = if trigger.noun { found.of.or(found.subject) } else { found.subject };
    match trigger.entry.frame {
        Frame::Joint => {
            let named = found.between.filter(|unit| unit.members.len() > 1);
            match named {
                Some(unit) => actors.push(unit),
                None => {
                    // Who is named behind words of agreeing is what is agreed about, as places are behind others; who agrees stands before or behind `with`.
                    let agrees = trigger.entry.kind == Some(EventType::Agree) && !trigger.noun;
                    let mutual = trigger.entry.kind.is_some_and(|kind| kind.is_mutual() && kind != EventType::Consult);
                    let about = |unit: &Unit| agrees || mutual && is_ground(scene, unit);
                    let object = found.object.filter(|unit| (!trigger.noun || unit.tokens.start <= trigger.words.end + 1) && !about(unit));
                    let companions =
                        [found.between, found.with, object.filter(|_| found.with.is_none() || trigger.noun), found.target.filter(|_| found.with.is_none())];
                    let others: Vec<&Unit> = companions.into_iter().flatten().collect();
                    let enough = others.iter().map(|unit| unit.members.len()).sum::<usize>() > 1;
                    // A noun alone points back; with a companion it takes the sentence's subject (`after the talks with B, A said`).
                    let bare = trigger.noun && !trigger.predicate && (others.is_empty() || trigger.entry.kind != Some(EventType::Consult));
                    if !(trigger.noun && enough) {
                        // Several who are pointed back to as one (`after the call, both leaders`) are its parties.
                        actors.extend(owner.filter(|unit| !bare || found.of.is_some() || unit.anaphor && unit.members.len() > 1));
                    }
                    actors.extend(others);
                }
            }
        }
        Frame::Clash => {
            if let Some(unit) = found.between.filter(|unit| unit.members.len() > 1) {
                actors.push(unit);
            } else {
                actors.extend(owner);
                recipients.extend(found.with.or(found.object).or(found.target));
            }
        }
        Frame::Visit => {
            // Whoever speaks of a visit need not be the visitor; one in whose course he acts is his.
            let owner = owner.filter(|_| !trigger.noun || trigger.predicate || found.of.is_some() || scene.case_before(trigger.whole.start).is_some());
            actors.extend(owner.filter(|unit| found.object.is_none_or(|object| object.tokens != unit.tokens)));
            recipients.extend(found.object.or(found.goal).filter(|unit| trigger.words.end + 4 >= unit.tokens.start || trigger.noun).or(found.goal));
        }
        Frame::Send => {
            actors.extend(found.object.filter(|unit| is_people(scene, unit)));
            recipients.extend(found.goal);
        }
        Frame::Act if found.passive => {
            actors.extend(found.agent.or_else(|| host(scene, trigger)));
            recipients.extend(found.subject);
        }
        Frame::Act => {
            // A noun that no verb carries is the act of whom it names itself, not of the subject that speaks of it (`condemned the attack`).
            let weighed =
                || scene.class_before(trigger.whole.start, scene.classes.factuality).is_some_and(|hit| matches!(scene.label(hit), "hypothetical" | "planned"));
            let subject = found.subject.filter(|_| !trigger.noun || trigger.predicate || weighed());
            // Two sides named right behind the noun of what they do together own it (`the drill US - Korea`).
            let pair = found.object.filter(|unit| trigger.entry.together.is_some() && unit.members.len() > 1 && unit.tokens.start == trigger.words.end);
            actors.extend(if trigger.noun { found.of.or(found.from).or(found.agent).or(pair).or(subject) } else { subject });
            let of = found.of.filter(|_| !trigger.noun);
            recipients.extend(owner_of_places(scene, found).filter(|_| reaches(trigger)));
            recipients.extend(
                found
                    .object
                    .or(found.target)
                    .or(found.with)
                    // What is listened in on stands between those whose it is.
                    .or(found.between.filter(|_| trigger.entry.kind == Some(EventType::Coerce)))
                    .or(of)
                    .or(found.from.filter(|unit| !trigger.noun && !is_ground(scene, unit) && trigger.entry.kind != Some(EventType::Coerce)))
                    .or(found.goal.filter(|_| reaches(trigger) || trigger.entry.kind == Some(EventType::Support))),
            );
        }
        Frame::Sole => actors.extend(if found.passive { found.agent } else { owner }),
        Frame::Own => {
            // The noun of such an act is that of whose things they are, not of the subject that speaks of it.
            let other = trigger.noun && !trigger.predicate && found.of.is_some();
            actors.extend(found.subject.filter(|_| !other && (!found.passive || found.agent.is_none())));
            actors.extend(found.agent);
            actors.extend(found.of.or_else(|| declarer(scene, trigger)).or(found.goal.filter(|unit| is_state(scene, unit))));
        }
        Frame::Crowd => {
            actors.extend(owner);
            recipients.extend(found.target.filter(|unit| unit.case == Some(Case::Against)));
        }
        Frame::Blame => {
            // Whom a charge is against is not who brings it (`the charge that A did … is false`).
            let charged = |unit: &&Unit| scene.class_before(unit.tokens.start, scene.classes.event).is_some();
            recipients.extend(printed_in(scene, trigger).or(found.subject.filter(|unit| !charged(unit))));
        }
    }
    if recipients.is_empty() && trigger.entry.kind == Some(EventType::Threaten) {
        recipients.extend(conditioned(scene, trigger).or_else(|| retaliated(scene, trigger)));
    }
    parties.direct = found.passive || found.object.is_some() || found.of.is_some();
    parties.own = found.between.is_some() || found.of.is_some() || actors.iter().all(|unit| unit.tokens.start >= trigger.words.end);
    parties.actors = members(&actors);
    parties.recipients = members(&recipients);
    if trigger.entry.frame == Frame::Blame
        && let Some(speaker) = speaker(scene, trigger.words)
    {
        parties.actors = vec![speaker];
    }
    if matches!(trigger.entry.kind, Some(EventType::Accuse | EventType::Request)) {
        if trigger.entry.frame == Frame::Blame {
            let own = |member: &Member| parties.actors.iter().any(|actor| scene.of_one_side(actor.entity, member.entity));
            parties.recipients.retain(|member| !own(member));
        }
        if parties.recipients.is_empty() {
            parties.recipients.extend(addressed(scene, trigger));
        }
    }
    parties.reflexive = found.object.is_some_and(|object| object.anaphor);
    parties.recipients.retain(|member| parties.actors.iter().all(|actor| actor.entity != member.entity));
    if trigger.entry.kind == Some(EventType::Mobilize) {
        // Forces move against states and bodies; a person's name behind them is that of a ship.
        parties.recipients.retain(|member| scene.mentions.entity(member.entity).kind != PartyKind::Person);
    }
    if trigger.entry.kind == Some(EventType::Reject) && trigger.entry.frame == Frame::Act && is_own_group(scene, &parties) {
        parties.recipients.clear();
    }
    parties.reach = actors.iter().chain(&recipients).map(|unit| unit.tokens.end).fold(parties.reach, u32::max);
    parties
}

/// Who gives shelter where no giver is named: the state in which the one lives who is granted it.
fn host<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>) -> Option<&'s Unit> {
    let shelter = trigger.entry.kind == Some(EventType::Aid) && trigger.entry.sense == "shelter";
    let front = TokenSpan::new(scene.text.sentence(trigger.words.start).start, trigger.head());
    let state = |unit: &&Unit| unit.case == Some(Case::At) && unit.members.iter().all(|member| scene.mentions.entity(member.entity).kind == PartyKind::Country);
    scene.units_in(front).rev().take(16).filter(|_| shelter).find(state)
}

/// Whose conduct a threat is about, where no other party is named: the subject of the condition behind it (`threatened to strike if B does not …`).
fn conditioned<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>) -> Option<&'s Unit> {
    let sentence = scene.text.sentence(trigger.words.start);
    let from = scene.clauses.index_at(trigger.words.start) + 1;
    let clauses = scene.clauses.clauses.get(from..)?.iter().take(2).filter(|clause| sentence.contains(clause.tokens));
    let condition = clauses.into_iter().find(|clause| clause.opener.as_deref() == Some("condition"))?;
    scene.units_in(condition.tokens).next().filter(|unit| unit.case.is_none() && unit.tokens.start <= condition.tokens.start + 2)
}

/// Whose act a threat is an answer to: the first party in the clause of aim behind it (`drew up a plan to shoot in order to answer an intrusion by B`).
fn retaliated<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>) -> Option<&'s Unit> {
    let sentence = scene.text.sentence(trigger.words.start);
    let from = scene.clauses.index_at(trigger.words.start) + 1;
    let aim =
        scene.clauses.clauses.get(from..)?.iter().take(2).find(|clause| clause.opener.as_deref() == Some("purpose") && sentence.contains(clause.tokens))?;
    let opening = TokenSpan::new(aim.tokens.start, aim.tokens.end.min(aim.tokens.start + 3));
    scene.class_in(opening, scene.classes.retaliation)?;
    let party = |unit: &&Unit| matches!(unit.case, None | Some(Case::Of | Case::Against | Case::By));
    scene.units_in(aim.tokens).filter(party).find(|unit| !is_ground(scene, unit))
}

/// Whether the side that refuses is one of those spoken of (`denied that both sides had …`, `rejected the charge that Paris …`): they are the content.
fn is_own_group(scene: &Scene<'_>, parties: &Parties) -> bool {
    let country = |member: &Member| scene.mentions.entity(member.entity).country.as_deref();
    parties.recipients.iter().any(|member| country(member).is_some() && parties.actors.iter().any(|actor| country(actor) == country(member)))
}

/// Whether a unit names places that are no states.
fn is_ground(scene: &Scene<'_>, unit: &Unit) -> bool {
    unit.members.iter().all(|member| scene.mentions.entity(member.entity).kind == PartyKind::Place)
}

/// To whom the words are said (`told B that spying is a crime`), where they name no other party.
fn addressed(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Member> {
    let said = scene.statement(trigger.words)?;
    let addressee = said.addressee?;
    let cue = scene.text.tokens_in(said.cue);
    let between = TokenSpan::new(cue.start, said.tokens.start.max(cue.start));
    scene.units_in(between).flat_map(|unit| &unit.members).find(|member| member.entity == addressee).cloned()
}

/// Who speaks the words: the speaker, or whose office it is that does (`the office of Mr A said`).
pub(crate) fn speaker(scene: &Scene<'_>, words: TokenSpan) -> Option<Member> {
    let said = scene.statement(words)?;
    let span = said.speaker_span?;
    let tokens = scene.text.tokens_in(span);
    let within = || scene.units_in(tokens).find_map(|unit| unit.members.first().cloned());
    let speaker = said.speaker.map(|entity| Member { entity, span }).or_else(within)?;
    // A body of no known state that a name stands right behind is that person's office.
    let body = scene.mentions.entity(speaker.entity);
    let nameless = body.kind == PartyKind::Organization && body.country.is_none() && body.actor.is_none();
    let owner = scene.units.get(scene.units.partition_point(|unit| unit.tokens.start < tokens.end)).filter(|unit| nameless && unit.tokens.start == tokens.end);
    Some(owner.and_then(|unit| unit.members.first().cloned()).unwrap_or(speaker))
}

/// The body in which what is blamed stood (`the report in Le Monde is false`): it is meant, not who owns it.
fn printed_in<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>) -> Option<&'s Unit> {
    let subject = TokenSpan::new(scene.clause(trigger.words.start).start, trigger.head());
    let body = |unit: &&Unit| unit.members.iter().all(|member| scene.mentions.entity(member.entity).kind == PartyKind::Organization);
    scene.units_in(subject).rev().filter(|unit| unit.case == Some(Case::At)).find(body)
}

/// Whose the things are, where a clause about them says who declared or holds them (`the destruction of the equipment that A declared`).
pub(crate) fn declarer<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>) -> Option<&'s Unit> {
    let sentence = scene.text.sentence(trigger.words.start);
    let near = TokenSpan::new(trigger.words.end, sentence.end.min(trigger.words.end + DECLARED));
    scene.units_in(near).find(|unit| unit.case.is_none() && scene.pack_word_is_party(unit.tokens.start))
}

fn is_state(scene: &Scene<'_>, unit: &Unit) -> bool {
    unit.members.iter().all(|member| scene.mentions.entity(member.entity).kind == PartyKind::Country)
}

fn is_people(scene: &Scene<'_>, unit: &Unit) -> bool {
    unit.members.iter().all(|member| matches!(scene.mentions.entity(member.entity).kind, PartyKind::Person | PartyKind::Group))
}

/// The state that places struck or taken belong to, where it is named behind them (`bombed Fordow and Natanz in Iran`).
fn owner_of_places<'s>(scene: &Scene<'_>, found: &Found<'s>) -> Option<&'s Unit> {
    let places = found.object.or(found.goal)?;
    let state = |unit: &Unit| unit.members.iter().all(|member| scene.mentions.entity(member.entity).kind == PartyKind::Country);
    found.of.filter(|of| is_ground(scene, places) && of.tokens.start == places.tokens.end + 1 && state(of))
}

/// Whether what is done at a place, force or relief, is done to it. Who is arrested in a town is not the town.
fn reaches(trigger: &Trigger<'_>) -> bool {
    use crate::EventType::{Aid, Assault, Coerce, Sanction};
    matches!(trigger.entry.kind, Some(Aid | Assault | Coerce | Sanction)) && !trigger.entry.modes.contains(&"arrest")
}

fn members(units: &[&Unit]) -> Vec<Member> {
    let mut found: Vec<Member> = Vec::new();
    for member in units.iter().flat_map(|unit| &unit.members) {
        if found.iter().all(|known| known.entity != member.entity) {
            found.push(member.clone());
        }
    }
    found
}
