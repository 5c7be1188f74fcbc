//! Who stands where around an act: parties from the clause of the act, or the subject that it shares with its neighbour, never from further away.

use suquan_span::TokenSpan;

use crate::answer::{body, included};
use crate::deal::{deal, declarer};
use crate::entry::Frame;
use crate::govern::next_start;
use crate::scene::Scene;
use crate::subject::{own_voice, state_body, subject};
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
    /// The subject undergoes the act.
    pub suffered: bool,
    /// The words for the recipient point back at the actor.
    pub reflexive: bool,
    /// Where the first unit of the predicate's side ends: the reach of the act's own words.
    pub reach: u32,
}

/// Words between an act and its object at most.
const GAP: u32 = 7;
/// Words between the mark of a passive and its verb at most, which name who does it.
const AGENT: u32 = 7;
/// Words after an act in which companions and goals are sought.
const SPAN: u32 = 40;

/// Everything that an act's surroundings offer, before the frame deals the parts.
#[derive(Default)]
pub(crate) struct Found<'s> {
    pub subject: Option<&'s Unit>,
    pub object: Option<&'s Unit>,
    pub with: Option<&'s Unit>,
    pub between: Option<&'s Unit>,
    pub of: Option<&'s Unit>,
    pub target: Option<&'s Unit>,
    pub goal: Option<&'s Unit>,
    pub from: Option<&'s Unit>,
    pub agent: Option<&'s Unit>,
    pub passive: bool,
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
        // The nearest is who does it; others belong to what it is about (`came under criticism from B over the plans of C`).
        let behind = [found.of, found.from, found.goal, found.object].into_iter().flatten().min_by_key(|unit| unit.tokens.start);
        found.agent = found.agent.or(behind).or_else(|| declarer(scene, trigger));
    }
    let mut parties = deal(scene, trigger, &found);
    parties.suffered = found.passive;
    if !trigger.noun
        && !found.passive
        && matches!(trigger.entry.frame, Frame::Act | Frame::Sole | Frame::Clash | Frame::Crowd)
        && let Some(body) = state_body(scene, trigger.head(), found.subject)
    {
        parties.actors = vec![body];
    }
    if parties.actors.is_empty() && !trigger.noun {
        parties.actors.extend(own_voice(scene, trigger.head()));
    }
    if parties.actors.is_empty() && trigger.entry.frame == Frame::Crowd && (!trigger.noun || trigger.predicate) {
        parties.actors.extend(crowd(scene, trigger, found.goal));
    }
    if !found.passive
        && let Some(body) = body(scene, trigger, &parties)
    {
        parties.recipients = vec![body];
    }
    if !found.passive && parties.recipients.is_empty() {
        parties.recipients = included(scene, trigger);
    }
    (parties, subject)
}

/// Whose people protest, where the words name nobody: those of the state in which they do, else of the one that the article is about.
fn crowd(scene: &Scene<'_>, trigger: &Trigger<'_>, ground: Option<&Unit>) -> Option<Member> {
    let place = ground.filter(|unit| unit.case == Some(Case::At)).and_then(|unit| unit.members.first());
    let state = |member: &Member| Some(Member { entity: scene.state_of(member.entity)?, span: member.span });
    let head = trigger.head();
    let front = TokenSpan::new(scene.clause(trigger.words.start).start.max(head.saturating_sub(SPAN)).min(head), head);
    let people = || scene.class_in(front, scene.classes.np_head);
    let setting = || Some(Member { entity: scene.setting.filter(|_| !trigger.noun)?, span: scene.text.bytes(people()?.span) });
    let against = scene.class_in(front, scene.classes.opposition).map(|hit| scene.text.bytes(hit.span));
    let against = against.and_then(|span| scene.opposition.map(|entity| Member { entity, span }));
    against.or_else(|| caller(scene, trigger)).or_else(|| place.and_then(state)).or_else(setting)
}

/// The opposition, where it is itself that announces a protest (`the party said its people would march`).
fn caller(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Member> {
    let said = scene.statement(trigger.words)?;
    let (entity, span) = (said.speaker?, said.speaker_span?);
    (scene.opposition == Some(entity)).then_some(Member { entity, span })
}

/// Sees a passive, with its agent where one stands between the mark and the verb.
fn passive<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>, found: &mut Found<'s>) {
    if trigger.group.voice == suquan_clause::Voice::Passive {
        found.passive = true;
        return;
    }
    let head = trigger.head();
    if let Some(mark) = nameless_agent(scene, head) {
        found.passive = true;
        let before = TokenSpan::new(scene.clause(head).start, mark);
        found.subject = scene.units_in(before).rev().find(|unit| unit.case.is_none() || unit.case == Some(Case::Of));
        return;
    }
    let Some(agent) = scene.units_in(TokenSpan::new(scene.clause(head).start, head)).next_back().filter(|unit| unit.tokens.end == head) else { return };
    let mut start = agent.tokens.start;
    while let Some(force) = scene.class_before(start, scene.pack.class("agent")).filter(|hit| hit.span.start + AGENT >= head) {
        start = force.span.start;
    }
    let mark = scene.class_before(start, scene.classes.aux).filter(|hit| scene.label(hit) == "passive");
    let Some(mark) = mark else { return };
    found.passive = true;
    found.agent = Some(agent);
    let before = TokenSpan::new(scene.text.sentence(head).start, mark.span.start);
    let nearest = scene.units_in(before).rev().find(|unit| unit.case.is_none() || unit.case == Some(Case::Of));
    found.subject = nearest.map(|unit| named_by(scene, unit));
}

/// The party of whom words between commas tell (`General A, commander of B, was killed`): the one before them.
fn named_by<'s>(scene: &'s Scene<'_>, unit: &'s Unit) -> &'s Unit {
    let clause = scene.clause(unit.tokens.start);
    let enclosed = scene.word(unit.tokens.end) == ","
        && !(clause.start.max(unit.tokens.start.saturating_sub(SPAN))..unit.tokens.start).any(|at| scene.starts_verb_group(at));
    let index = scene.units.partition_point(|other| other.tokens.start < unit.tokens.start);
    let before = index.checked_sub(1).map(|index| &scene.units[index]);
    before.filter(|before| enclosed && clause.start <= before.tokens.end + 1 && before.tokens.end <= clause.start).unwrap_or(unit)
}

/// Where the mark of a passive stands behind which only those who do it, without a name, stand before the verb (`was by gunmen attacked`).
fn nameless_agent(scene: &Scene<'_>, head: u32) -> Option<u32> {
    let floor = scene.clause(head).start.max(head.saturating_sub(AGENT));
    let agents = scene.pack.class("agent");
    let mut named = false;
    for at in (floor..head).rev() {
        if scene.class_at(at, scene.classes.aux).is_some_and(|hit| scene.label(hit) == "passive" && hit.span.end <= head) {
            return named.then_some(at);
        }
        let other =
            [scene.classes.event, scene.classes.case, scene.classes.aux, scene.classes.factuality].into_iter().any(|class| scene.class_at(at, class).is_some());
        if other || scene.units_in(TokenSpan::new(at, head)).next().is_some() {
            return None;
        }
        named |= scene.class_at(at, agents).is_some_and(|hit| hit.span.end <= head);
    }
    None
}

/// Reads what follows the act, up to the next bound that closes it.
fn after<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>, rivals: &[TokenSpan], found: &mut Found<'s>) {
    let start = trigger.words.end;
    let sentence = scene.text.sentence(trigger.words.start);
    let mut clause = scene.clause_over_lists(trigger.words.start);
    // What another clause opens is no object (`called the visit off after A had said …`).
    let opened = scene.clauses.clause(start).is_some_and(|next| next.tokens.start == start && next.opener.is_some());
    if !trigger.noun && scene.word(start) == "," || start >= clause.end && !opened {
        clause = scene.clause_over_lists(start + 1);
    }
    // What a crowd wants stands in a clause of its own (`marched through Seoul to protest against B`).
    if trigger.entry.frame == Frame::Crowd && scene.clauses.clause(clause.end).is_some_and(|next| next.opener.as_deref() == Some("purpose")) {
        clause.end = scene.clause(clause.end).end;
    }
    // A neighbour right behind shares what follows (`visited and met B`); what stands behind a later act is that one's.
    let next = next_start(rivals, start + 3).unwrap_or(sentence.end);
    let span = TokenSpan::new(start, clause.end.min(sentence.end).min(next.max(start)).min(start + SPAN));
    let mut last = start;
    for unit in scene.units_after(span) {
        // Another predicate begins: what follows belongs to it.
        let crossed = verb_between(scene, TokenSpan::new(last, unit.tokens.start.max(last)));
        if crossed && found.object.is_some() {
            break;
        }
        // `… and Europe froze …`: a party joined to this clause that has a predicate of its own.
        let joined = unit.case.is_none() && scene.class_before(unit.tokens.start, scene.classes.coordinator).is_some();
        if joined && (scene.starts_verb_group(unit.tokens.end) || next_start(rivals, unit.tokens.end) == Some(unit.tokens.end)) {
            break;
        }
        match unit.case {
            // A preposition that belongs to the act's own words (`cooperates with`) gives no case.
            Some(_) if unit.tokens.start == start && found.object.is_none() && trigger.entry.frame == Frame::Act => found.object = Some(unit),
            None if found.object.is_none() && unit.tokens.start <= start + GAP && last == start => found.object = Some(unit),
            None => break,
            Some(Case::With) => _ = found.with.get_or_insert(unit),
            Some(Case::Between) => _ = found.between.get_or_insert(unit),
            // What is done to what belongs to somebody is done to them (`the spying of A on the calls of B`).
            Some(Case::Of) if found.of.is_some() && trigger.noun && is_against(scene, TokenSpan::new(last, unit.tokens.start)) => {
                found.target.get_or_insert(unit);
            }
            // `at the request of B` is not whose the object is.
            Some(Case::Of) if !trigger.noun && is_by_source(scene, TokenSpan::new(last, unit.tokens.start)) => {}
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

/// Whether a word in `span` says on whose word or by whose wish it was.
fn is_by_source(scene: &Scene<'_>, span: TokenSpan) -> bool {
    scene.class_in(span, scene.classes.case).is_some_and(|hit| scene.label(hit) == "source")
}

/// Whether a word in `span` turns the act against what follows.
fn is_against(scene: &Scene<'_>, span: TokenSpan) -> bool {
    scene.class_in(span, scene.classes.case).is_some_and(|hit| case(scene.label(hit)) == Case::Against)
}
