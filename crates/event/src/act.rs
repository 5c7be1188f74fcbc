//! One mention of an act with all that its clause says of it.

use suquan_attribution::Statement;
use suquan_clause::Tense;
use suquan_span::{ByteSpan, TokenSpan};

use crate::entry::{Frame, Need};
use crate::event::{Dated, Participant, Place, Quantity, Status};
use crate::govern::{Before, in_one_breath, is_charge, is_joined, is_outcome, is_rival, loud, repeats, runs_on, shared, silences};
use crate::quantity::quantities;
use crate::same::told_by_content;
use crate::scene::Scene;
use crate::trigger::{Anniversary, Trigger, happens};
use crate::units::Member;
use crate::{EventType, answer, charge, facts, frame, govern, needs, status, when};

/// The stance of a statement that says that its content is not so.
const DENY: &str = "deny";

/// A mention of an act.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    pub kind: EventType,
    pub modes: Vec<&'static str>,
    pub actors: Vec<Participant>,
    pub recipients: Vec<Participant>,
    pub date: Option<Dated>,
    pub place: Option<Place>,
    /// When the last one of its kind was, where it is told as the first since.
    pub last: Option<Dated>,
    pub duration: Option<(String, ByteSpan, String)>,
    pub quantities: Vec<Quantity>,
    pub status: Status,
    /// The status is only the default of a bare noun.
    pub weak: bool,
    /// A noun of an act of words with fewer parties than it needs.
    pub short: bool,
    /// The words by which somebody denies it.
    pub denied: Option<ByteSpan>,
    pub claimed_by: Vec<Participant>,
    /// Who speaks at it, where a bare noun opens the sentence (`in the call, A said`).
    pub attendant: Option<Participant>,
    pub generic: bool,
    /// The words say that it has happened.
    pub past: bool,
    pub sense: String,
    /// The keys of the words behind the act, what it is about, where acts of the kind are told apart by that.
    pub content: Vec<String>,
    pub words: TokenSpan,
    pub trigger: (ByteSpan, String),
}

/// Reads every mention of an act, by start.
pub(crate) fn acts(scene: &Scene<'_>, triggers: &[Trigger<'_>], anniversaries: &[Anniversary<'_>]) -> Vec<Act> {
    let mut acts = Vec::new();
    let mut from = 0;
    while from < triggers.len() {
        let sentence = scene.text.sentence(triggers[from].words.start);
        let to = from + triggers[from..].iter().take_while(|trigger| trigger.words.start < sentence.end).count().max(1);
        sentence_acts(scene, &triggers[from..to], anniversaries, &mut acts);
        from = to;
    }
    acts
}

fn sentence_acts(scene: &Scene<'_>, triggers: &[Trigger<'_>], anniversaries: &[Anniversary<'_>], acts: &mut Vec<Act>) {
    let mut rivals: Vec<TokenSpan> = triggers.iter().filter(|trigger| is_rival(trigger)).map(|trigger| trigger.whole).collect();
    rivals.sort_unstable();
    let loud = loud(scene, triggers);
    let mut frames: Vec<(TokenSpan, Frame, Option<usize>)> = Vec::new();
    let mut before: Vec<Before<'_>> = Vec::new();
    let first = acts.len();
    for (index, trigger) in triggers.iter().enumerate() {
        let (mut parties, subject) = frame::parties(scene, trigger, &frames, &rivals);
        frames.push((trigger.words, trigger.entry.frame, subject));
        let following = &triggers[index + 1..];
        parties.recipients.extend(charge::accused(scene, trigger, &parties, following, &frames, &rivals));
        parties.recipients.extend(answer::demanded_of(scene, trigger, &parties, following, &frames, &rivals));
        parties.recipients.extend(answer::answered(scene, trigger, &parties, acts));
        answer::march(scene, trigger, &mut parties, &before, acts);
        let governor = govern::governor(scene, trigger, &before);
        let participant = |member: &Member| Participant { entity: member.entity, span: member.span, rule: trigger.rule.clone() };
        let actors: Vec<Participant> = parties.actors.iter().map(participant).collect();
        let recipients: Vec<Participant> = parties.recipients.iter().map(participant).collect();
        let claimed_by = governor.filter(|governor| is_charge(governor.entry)).map(|governor| governor.actors.clone()).unwrap_or_default();
        let denied = denial(scene, trigger);
        if is_outcome(scene, trigger, &before) {
            let toll = quantities(scene.text, trigger.whole.cover(facts::tail(scene, trigger, &rivals)), scene.pack, &trigger.rule);
            suffer(scene, acts.get_mut(first..).and_then(<[Act]>::last_mut), recipients, toll);
            continue;
        }
        let silenced = denied.is_none() && governor.is_some_and(|governor| silences(governor.entry, trigger));
        let repeated = repeats(scene, trigger, &before);
        if trigger.entry.denies {
            deny(scene, trigger, &mut acts[first..]);
        }
        let status = status::status(scene, trigger, parties.reach).map(|status| shared(scene, trigger, before.last(), status));
        // `accused B and demanded that he resign`: who is pointed back to is not the speaker but the one spoken of.
        let recipients = match before.last() {
            Some(last) if parties.reflexive && recipients.is_empty() && is_joined(scene, trigger) => last.recipients.clone(),
            _ => recipients,
        };
        before.push(Before {
            words: trigger.words,
            entry: trigger.entry,
            noun: trigger.noun,
            actors: actors.clone(),
            recipients: recipients.clone(),
            status,
            date: None,
        });
        if silenced || repeated {
            continue;
        }
        let Some(status) = status else { continue };
        let date = when::recalled(scene, trigger, anniversaries).or_else(|| {
            let carried = triggers.get(index + 1).filter(|next| runs_on(scene, trigger, next)).map(|next| next.whole.end);
            when::stated(scene, trigger, &loud, carried, actors.first().map(|actor| actor.entity))
        });
        let date = date.or_else(|| in_one_breath(scene, trigger, &before, status));
        if let Some(this) = before.last_mut() {
            this.date.clone_from(&date);
        }
        // Several acts at once are one event where it is told whose, upon whom and when.
        if trigger.many && !trigger.predicate && (actors.is_empty() || recipients.is_empty() || date.is_none()) {
            continue;
        }
        let open = matches!(status, Status::Planned | Status::Hypothetical);
        let date = date.filter(|date| !open || when::is_open(scene, date));
        let habit = status::is_habit(scene, trigger);
        if habit && (trigger.noun || trigger.entry.kind == Some(EventType::Support) || actors.is_empty() || recipients.is_empty()) {
            continue;
        }
        let status = if status == Status::Occurred && (habit || trigger.entry.stative && date.is_none() && trigger.group.marks.is_empty()) {
            Status::Ongoing
        } else {
            status
        };
        let date = date.filter(|_| !habit);
        let bare = trigger.noun && !trigger.predicate && actors.len() + recipients.len() < 2;
        if is_own_affair(scene, trigger, &actors, &recipients) {
            continue;
        }
        if !bare && !needs::holds(scene, trigger, &parties, date.is_some()) {
            continue;
        }
        let status = if denied.is_some() { Status::Negated } else { status };
        let past = matches!(trigger.group.tense, Tense::Past | Tense::Recent);
        let status = when::settle(scene, status, date.as_ref(), past);
        let date = date.or_else(|| when::reported(scene, trigger, status));
        let tail = facts::tail(scene, trigger, &rivals);
        let place = facts::place(scene, trigger, tail);
        let kind = trigger.entry.kind.expect("words that are no act give no trigger");
        let kind = trigger.entry.together.filter(|_| is_of_states(scene, &actors)).unwrap_or(kind);
        let mut modes = trigger.entry.modes.clone();
        if kind == EventType::Consult && modes.is_empty() && place.as_ref().is_some_and(|place| facts::is_third_party(scene, &parties, place)) {
            modes.push("third-party");
        }
        let marks = if trigger.group.marks.end <= trigger.whole.start { trigger.group.marks } else { trigger.whole };
        let span = scene.text.bytes(trigger.whole.cover(marks));
        let act = Act {
            kind,
            modes,
            actors,
            recipients,
            date,
            place,
            last: if kind == EventType::Consult { when::last(scene, trigger, &rivals) } else { None },
            duration: facts::duration(scene, trigger, tail),
            quantities: quantities(scene.text, facts::with_toll(scene, trigger, tail), scene.pack, &trigger.rule),
            status,
            weak: trigger.noun && !trigger.predicate && trigger.group.marks.is_empty() && !is_held(scene, trigger),
            short: bare && kind.is_word() && !needs::is_enough(trigger, &parties),
            denied,
            claimed_by,
            attendant: needs::attendant(scene, trigger),
            generic: trigger.entry.generic,
            past,
            sense: trigger.entry.sense.clone(),
            content: if told_by_content(kind) { content(scene, tail) } else { Vec::new() },
            words: trigger.words,
            trigger: (span, trigger.rule.clone()),
        };
        acts.extend(charge::told(scene, &act));
        acts.push(act);
    }
}

/// Whether a noun that needs one party alone is said to take place.
fn is_held(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    trigger.entry.need == Need::One && trigger.entry.kind == Some(EventType::Consult) && happens(scene, trigger.words).is_some()
}

/// Adds how many an attack hit, and whom, where the words before named a place alone or nobody.
fn suffer(scene: &Scene<'_>, attack: Option<&mut Act>, victims: Vec<Participant>, toll: Vec<Quantity>) {
    let ground = |party: &Participant| scene.mentions.entity(party.entity).kind == suquan_mention::PartyKind::Place;
    let Some(attack) = attack.filter(|act| act.kind == EventType::Assault) else { return };
    attack.quantities.extend(toll);
    if attack.recipients.iter().all(ground) {
        attack.recipients.extend(victims);
    }
}

/// The words of a denial in whose content the act stands (`denied that it had …`).
fn denial(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<ByteSpan> {
    // Who denies what he is charged with does not deny that he is charged.
    if is_charge(trigger.entry) {
        return None;
    }
    let upto = scene.statements.partition_point(|statement| statement.tokens.start <= trigger.words.start);
    let around = scene.statements[..upto].iter().rev().take(8);
    // `B rejected this` may mean one of several things told before; what stands in its own sentence is sure.
    let sentence = scene.text.bytes(scene.text.sentence(trigger.words.start));
    let denies = |statement: &&Statement| statement.stance == DENY && statement.tokens.contains(trigger.words) && sentence.contains(statement.cue);
    around.filter(denies).map(|statement| statement.cue).next()
}

/// Marks the acts told in the subject of a predicate that says it is not true.
fn deny(scene: &Scene<'_>, predicate: &Trigger<'_>, acts: &mut [Act]) {
    let clause = scene.clause(predicate.words.start);
    for act in acts.iter_mut().filter(|act| clause.contains(act.words) && act.kind != EventType::Accuse) {
        act.denied = Some(predicate.whole).map(|words| scene.text.bytes(words));
        act.status = Status::Negated;
    }
}

/// The keys of the words of `tail` that say something, the first sixteen, sorted.
fn content(scene: &Scene<'_>, tail: TokenSpan) -> Vec<String> {
    let plain = |at: &usize| {
        let at = *at as u32;
        let listed = [scene.classes.case, scene.classes.aux, scene.classes.coordinator].into_iter().any(|class| scene.class_at(at, class).is_some());
        scene.text.tokens[at as usize].kind != suquan_token::Kind::Sign && !listed
    };
    let mut words: Vec<String> = tail.indices().filter(plain).take(16).map(|at| suquan_token::key(scene.word(at as u32))).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether a party would visit its own country, or address both sides of a pair that it belongs to.
fn is_own_affair(scene: &Scene<'_>, trigger: &Trigger<'_>, actors: &[Participant], recipients: &[Participant]) -> bool {
    let own = || recipients.iter().any(|party| actors.iter().any(|actor| scene.same_side(actor, party)));
    match trigger.entry.kind {
        Some(EventType::Consult) => trigger.entry.modes.contains(&"visit") && own(),
        // Nobody intrudes into his own air.
        Some(EventType::Mobilize) => own(),
        Some(EventType::Request) => recipients.len() > 1 && own(),
        _ => false,
    }
}

/// Whether parties are of several states.
fn is_of_states(scene: &Scene<'_>, parties: &[Participant]) -> bool {
    let mut states = parties.iter().filter_map(|party| scene.mentions.entity(party.entity).country.as_deref());
    states.next().is_some_and(|first| states.any(|state| state != first))
}
