//! Who stands where around an act: parties from the clause of the act, or the subject that it shares with its neighbour, never from further away.

use suquan_mention::PartyKind;
use suquan_span::TokenSpan;

use crate::entry::{Frame, Guard, Need};
use crate::event::Participant;
use crate::scene::Scene;
use crate::subject::{first_after, own_voice, state_body, subject};
use crate::trigger::Trigger;
use crate::units::{Case, Member, Unit, case};

/// The parties of one mention of an act.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parties {
    pub actors: Vec<Member>,
    pub recipients: Vec<Member>,
    /// The recipient is the object or its owner.
    pub direct: bool,
    /// The words name the parties themselves (`talks between A and B`), no subject is taken from around.
    pub own: bool,
    /// The words for the recipient point back at the actor.
    pub reflexive: bool,
    /// Where the first unit of the predicate's side ends: the reach of the act's own words.
    pub reach: u32,
}

/// Words between an act and its object at most.
const GAP: u32 = 7;
/// Words after an act in which companions and goals are sought.
const SPAN: u32 = 40;

/// Everything that an act's surroundings offer, before the frame deals the parts.
#[derive(Default)]
struct Found<'s> {
    subject: Option<&'s Unit>,
    object: Option<&'s Unit>,
    with: Option<&'s Unit>,
    between: Option<&'s Unit>,
    of: Option<&'s Unit>,
    target: Option<&'s Unit>,
    goal: Option<&'s Unit>,
    from: Option<&'s Unit>,
    agent: Option<&'s Unit>,
    passive: bool,
}

/// Reads the parties of `trigger`; `before` are the acts named earlier in the text, nearest last, with their subjects.
pub(crate) fn parties(
    scene: &Scene<'_>,
    trigger: &Trigger<'_>,
    before: &[(TokenSpan, Frame, Option<usize>)],
    rivals: &[TokenSpan],
) -> (Parties, Option<usize>) {
    let mut found = Found::default();
    let subject = subject(scene, trigger, before);
    found.subject = subject.map(|index| &scene.units[index]);
    passive(scene, trigger, &mut found);
    after(scene, trigger, rivals, &mut found);
    if trigger.entry.undergo {
        found.passive = true;
        found.agent = found.agent.or(found.of).or(found.from).or(found.goal).or(found.object);
    }
    let mut parties = deal(scene, trigger, &found);
    if !trigger.noun
        && !found.passive
        && matches!(trigger.entry.frame, Frame::Act | Frame::Sole | Frame::Clash)
        && let Some(body) = state_body(scene, trigger.head(), found.subject)
    {
        parties.actors = vec![body];
    }
    if parties.actors.is_empty() && !trigger.noun {
        parties.actors.extend(own_voice(scene, trigger.head()));
    }
    (parties, subject)
}

/// Sees a passive, with its agent where one stands between the mark and the verb.
fn passive<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>, found: &mut Found<'s>) {
    if trigger.group.voice == suquan_clause::Voice::Passive {
        found.passive = true;
        return;
    }
    let head = trigger.head();
    let Some(agent) = scene.units_in(TokenSpan::new(scene.clause(head).start, head)).next_back().filter(|unit| unit.tokens.end == head) else { return };
    let mark = scene.class_before(agent.tokens.start, scene.classes.aux).filter(|hit| scene.label(hit) == "passive");
    let Some(mark) = mark else { return };
    found.passive = true;
    found.agent = Some(agent);
    let before = TokenSpan::new(scene.text.sentence(head).start, mark.span.start);
    found.subject = scene.units_in(before).rev().find(|unit| unit.case.is_none() || unit.case == Some(Case::Of));
}

/// Reads what follows the act, up to the next bound that closes it.
fn after<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>, rivals: &[TokenSpan], found: &mut Found<'s>) {
    let start = trigger.words.end;
    let sentence = scene.text.sentence(trigger.words.start);
    let mut clause = scene.clause_over_lists(trigger.words.start);
    if !trigger.noun && scene.word(start) == "," || start >= clause.end {
        clause = scene.clause_over_lists(start + 1);
    }
    // A neighbour right behind shares what follows (`visited and met B`); what stands behind a later act is that one's.
    let next = rivals.iter().filter(|rival| rival.start > start + 2).map(|rival| rival.start).min().unwrap_or(sentence.end);
    let span = TokenSpan::new(start, clause.end.min(sentence.end).min(next.max(start)).min(start + SPAN));
    let mut last = start;
    for unit in scene.units_after(span) {
        // Another predicate begins: what follows belongs to it.
        let crossed = verb_between(scene, TokenSpan::new(last, unit.tokens.start.max(last)));
        if crossed && found.object.is_some() {
            break;
        }
        match unit.case {
            None if found.object.is_none() && unit.tokens.start <= start + GAP && last == start => found.object = Some(unit),
            None => break,
            Some(Case::With) => _ = found.with.get_or_insert(unit),
            Some(Case::Between) => _ = found.between.get_or_insert(unit),
            // What is done to what belongs to somebody is done to them (`the spying of A on the calls of B`).
            Some(Case::Of) if found.of.is_some() && trigger.noun && is_against(scene, TokenSpan::new(last, unit.tokens.start)) => {
                found.target.get_or_insert(unit);
            }
            Some(Case::Of) => _ = found.of.get_or_insert(unit),
            Some(Case::Against | Case::To) => _ = found.target.get_or_insert(unit),
            Some(Case::Toward | Case::At) => _ = found.goal.get_or_insert(unit),
            Some(Case::From) => _ = found.from.get_or_insert(unit),
            Some(Case::By) => _ = found.agent.get_or_insert(unit),
            Some(Case::About | Case::Source | Case::Other) => {}
        }
        last = unit.tokens.end;
    }
}

/// Whether a verb group with a mark of tense or modality starts in `span`.
fn verb_between(scene: &Scene<'_>, span: TokenSpan) -> bool {
    span.indices().any(|at| scene.starts_verb_group(at as u32))
}

/// Whether a word in `span` turns the act against what follows.
fn is_against(scene: &Scene<'_>, span: TokenSpan) -> bool {
    scene.class_in(span, scene.classes.case).is_some_and(|hit| case(scene.label(hit)) == Case::Against)
}

/// Deals the parts by the frame of the act.
fn deal(scene: &Scene<'_>, trigger: &Trigger<'_>, found: &Found<'_>) -> Parties {
    let mut parties = Parties { reach: trigger.words.end, ..Parties::default() };
    let (mut actors, mut recipients): (Vec<&Unit>, Vec<&Unit>) = (Vec::new(), Vec::new());
    let owner = if trigger.noun { found.of.or(found.subject) } else { found.subject };
    match trigger.entry.frame {
        Frame::Joint => {
            let named = found.between.filter(|unit| unit.members.len() > 1);
            match named {
                Some(unit) => actors.push(unit),
                None => {
                    let object = found.object.filter(|unit| !trigger.noun || unit.tokens.start <= trigger.words.end + 1);
                    let companions =
                        [found.between, found.with, object.filter(|_| found.with.is_none() || trigger.noun), found.target.filter(|_| found.with.is_none())];
                    let others: Vec<&Unit> = companions.into_iter().flatten().collect();
                    let enough = others.iter().map(|unit| unit.members.len()).sum::<usize>() > 1;
                    // A noun alone points back; with a companion it takes the sentence's subject (`after the talks with B, A said`).
                    let bare = trigger.noun && !trigger.predicate && (others.is_empty() || trigger.entry.kind != Some(crate::EventType::Consult));
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
            actors.extend(found.agent);
            recipients.extend(found.subject);
        }
        Frame::Act => {
            // A noun that no verb carries is the act of whom it names itself, not of the subject that speaks of it (`condemned the attack`).
            let weighed =
                || scene.class_before(trigger.whole.start, scene.classes.factuality).is_some_and(|hit| matches!(scene.label(hit), "hypothetical" | "planned"));
            let subject = found.subject.filter(|_| !trigger.noun || trigger.predicate || weighed());
            actors.extend(if trigger.noun { found.of.or(found.from).or(found.agent).or(subject) } else { subject });
            let of = found.of.filter(|_| !trigger.noun);
            recipients.extend(owner_of_places(scene, found).filter(|_| reaches(trigger)));
            recipients.extend(
                found
                    .object
                    .or(found.target)
                    .or(found.with)
                    .or(of)
                    .or(found.from.filter(|unit| !trigger.noun && !is_ground(scene, unit)))
                    .or(found.goal.filter(|_| reaches(trigger) || trigger.entry.kind == Some(crate::EventType::Support))),
            );
        }
        Frame::Sole => actors.extend(if found.passive { found.agent } else { owner }),
        Frame::Own => {
            actors.extend(found.subject.filter(|_| !found.passive || found.agent.is_none()));
            actors.extend(found.agent);
            actors.extend(found.of);
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
    if recipients.is_empty() && trigger.entry.kind == Some(crate::EventType::Threaten) {
        recipients.extend(conditioned(scene, trigger));
    }
    parties.direct = found.passive || found.object.is_some() || found.of.is_some();
    parties.own = found.between.is_some() || found.of.is_some() || actors.iter().all(|unit| unit.tokens.start >= trigger.words.end);
    parties.actors = members(&actors);
    parties.recipients = members(&recipients);
    if trigger.entry.frame == Frame::Blame
        && let Some(speaker) = speaker(scene, trigger)
    {
        parties.actors = vec![speaker];
    }
    parties.reflexive = found.object.is_some_and(|object| object.anaphor);
    parties.recipients.retain(|member| parties.actors.iter().all(|actor| actor.entity != member.entity));
    if trigger.entry.kind == Some(crate::EventType::Reject) && trigger.entry.frame == Frame::Act && is_own_group(scene, &parties) {
        parties.recipients.clear();
    }
    parties.reach = actors.iter().chain(&recipients).map(|unit| unit.tokens.end).fold(parties.reach, u32::max);
    parties
}

/// Whose conduct a threat is about, where no other party is named: the subject of the condition behind it (`threatened to strike if B does not …`).
fn conditioned<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>) -> Option<&'s Unit> {
    let sentence = scene.text.sentence(trigger.words.start);
    let from = scene.clauses.index_at(trigger.words.start) + 1;
    let clauses = scene.clauses.clauses.get(from..)?.iter().take(2).filter(|clause| sentence.contains(clause.tokens));
    let condition = clauses.into_iter().find(|clause| clause.opener.as_deref() == Some("condition"))?;
    scene.units_in(condition.tokens).next().filter(|unit| unit.case.is_none() && unit.tokens.start <= condition.tokens.start + 2)
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

/// Who speaks the words: the speaker, or whose office it is that does (`the office of Mr A said`).
fn speaker(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Member> {
    let said = scene.statement(trigger.words)?;
    let span = said.speaker_span?;
    let office = || scene.units_in(scene.text.tokens_in(span)).find_map(|unit| unit.members.first().cloned());
    said.speaker.map(|entity| Member { entity, span }).or_else(office)
}

/// The body in which what is blamed stood (`the report in Le Monde is false`): it is meant, not who owns it.
fn printed_in<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>) -> Option<&'s Unit> {
    let subject = TokenSpan::new(scene.clause(trigger.words.start).start, trigger.head());
    let body = |unit: &&Unit| unit.members.iter().all(|member| scene.mentions.entity(member.entity).kind == PartyKind::Organization);
    scene.units_in(subject).rev().filter(|unit| unit.case == Some(Case::At)).find(body)
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

/// Whether what is done at a place, force or relief, is done to it.
fn reaches(trigger: &Trigger<'_>) -> bool {
    use crate::EventType::{Aid, Assault, Coerce};
    matches!(trigger.entry.kind, Some(Aid | Assault | Coerce))
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
    let enough = is_enough(trigger, parties);
    let kind = |member: &Member| scene.mentions.entity(member.entity).kind;
    let objects = || if trigger.entry.frame == Frame::Joint { parties.actors.get(1..).unwrap_or(&[]) } else { &parties.recipients[..] };
    enough
        && trigger.entry.guards.iter().all(|guard| match guard {
            Guard::Person => objects().iter().any(|member| matches!(kind(member), PartyKind::Person | PartyKind::Group | PartyKind::Organization)),
            Guard::Place => objects().first().is_some_and(|member| matches!(kind(member), PartyKind::Country | PartyKind::Place)),
            Guard::Party => !objects().is_empty(),
            Guard::PersonSubject => parties.actors.iter().any(|member| kind(member) == PartyKind::Person),
            Guard::Medium => parties.actors.iter().any(|member| matches!(kind(member), PartyKind::Organization | PartyKind::Person | PartyKind::Document)),
            Guard::Dated => dated || trigger.entry.frame == Frame::Visit && !trigger.group.marks.is_empty(),
            Guard::Direct => parties.direct,
            Guard::Told => trigger.predicate || !trigger.group.marks.is_empty() || parties.own,
        })
}

/// Whether as many parties are named as the act needs.
pub(crate) fn is_enough(trigger: &Trigger<'_>, parties: &Parties) -> bool {
    let (actors, recipients) = (parties.actors.len(), parties.recipients.len());
    match trigger.entry.need {
        Need::One => actors + recipients >= 1,
        Need::Two => actors + recipients >= 2 && actors >= 1,
        Need::Recipient => actors >= 1 && recipients >= 1,
        Need::Target => recipients >= 1,
    }
}
