//! One mention of an act with all that its clause says of it.

use suquan_attribution::Statement;
use suquan_clause::{Tense, Voice};
use suquan_span::{ByteSpan, TokenSpan};

use crate::entry::{Entry, Frame, Guard};
use crate::event::{Dated, Participant, Place, Quantity, Status};
use crate::quantity::quantities;
use crate::scene::Scene;
use crate::trigger::{Anniversary, Trigger};
use crate::units::Member;
use crate::{EventType, facts, frame, status, when};

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
    /// The keys of the words behind the act: what it is about.
    pub content: Vec<String>,
    pub words: TokenSpan,
    pub trigger: (ByteSpan, String),
}

/// What an act's words govern in the sentence.
#[derive(Clone, Debug)]
struct Before<'g> {
    words: TokenSpan,
    entry: &'g Entry,
    noun: bool,
    actors: Vec<Participant>,
    recipients: Vec<Participant>,
    status: Option<Status>,
    date: Option<Dated>,
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
    let rivals: Vec<TokenSpan> = triggers.iter().filter(|trigger| is_rival(trigger)).map(|trigger| trigger.whole).collect();
    let loud = loud(scene, triggers);
    let mut frames: Vec<(TokenSpan, Frame, Option<usize>)> = Vec::new();
    let mut before: Vec<Before<'_>> = Vec::new();
    let first = acts.len();
    for trigger in triggers {
        let (parties, subject) = frame::parties(scene, trigger, &frames, &rivals);
        frames.push((trigger.words, trigger.entry.frame, subject));
        let governor = governor(scene, trigger, &before);
        let participant = |member: &Member| Participant { entity: member.entity, span: member.span, rule: trigger.rule.clone() };
        let actors: Vec<Participant> = parties.actors.iter().map(participant).collect();
        let recipients: Vec<Participant> = parties.recipients.iter().map(participant).collect();
        let claimed_by = governor.filter(|governor| is_charge(governor.entry)).map(|governor| governor.actors.clone()).unwrap_or_default();
        let denied = denial(scene, trigger);
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
        if silenced || repeated || trigger.many && !trigger.predicate {
            continue;
        }
        let Some(status) = status else { continue };
        let date = when::recalled(scene, trigger, anniversaries).or_else(|| when::stated(scene, trigger, &loud));
        let date = date.or_else(|| in_one_breath(scene, trigger, &before, status));
        if let Some(this) = before.last_mut() {
            this.date.clone_from(&date);
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
        if !bare && !frame::holds(scene, trigger, &parties, date.is_some()) {
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
        acts.push(Act {
            kind,
            modes,
            actors,
            recipients,
            date,
            place,
            duration: facts::duration(scene, tail),
            quantities: quantities(scene.text, tail, scene.pack, &trigger.rule),
            status,
            weak: trigger.noun && !trigger.predicate && trigger.group.marks.is_empty(),
            short: bare && kind.is_word() && !frame::is_enough(trigger, &parties),
            denied,
            claimed_by,
            attendant: frame::attendant(scene, trigger),
            generic: trigger.entry.generic,
            past,
            sense: trigger.entry.sense.clone(),
            content: content(scene, tail),
            words: trigger.words,
            trigger: (span, trigger.rule.clone()),
        });
    }
}

/// The words of a denial in whose content the act stands (`denied that it had …`).
fn denial(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<ByteSpan> {
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

/// Whether the words are sure enough of being an act to keep what stands behind them from the act before.
fn is_rival(trigger: &Trigger<'_>) -> bool {
    !trigger.entry.guards.iter().any(|guard| matches!(guard, Guard::Dated | Guard::Told))
}

/// The acts of a sentence that keep the dates next to them: those that are no mere content of another.
fn loud(scene: &Scene<'_>, triggers: &[Trigger<'_>]) -> Vec<TokenSpan> {
    let mut before: Vec<Before<'_>> = Vec::new();
    let mut loud = Vec::new();
    for trigger in triggers {
        let silenced = governor(scene, trigger, &before).is_some_and(|governor| silences(governor.entry, trigger));
        if !silenced && is_rival(trigger) {
            loud.push(trigger.whole);
        }
        let (actors, recipients) = (Vec::new(), Vec::new());
        before.push(Before { words: trigger.words, entry: trigger.entry, noun: trigger.noun, actors, recipients, status: None, date: None });
    }
    loud
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

/// The act whose content this one is: the nearest earlier verb of its clause that takes a content.
fn governor<'b, 'g>(scene: &Scene<'_>, trigger: &Trigger<'_>, before: &'b [Before<'g>]) -> Option<&'b Before<'g>> {
    if trigger.noun && is_setting(scene, trigger) {
        return None;
    }
    let clause = scene.clause(trigger.words.start);
    // A word joined to a noun is a noun too (`thanked B for the support and help`).
    let noun = before.last().is_some_and(|last| last.noun && last.words.end + 1 >= trigger.head());
    let coordinated = !noun && scene.class_before(trigger.head(), scene.classes.coordinator).is_some() && trigger.group.voice == Voice::Active;
    before
        .iter()
        .rev()
        .find(|earlier| {
            earlier.words.start >= clause.start
                && (!earlier.noun || earlier.entry.kind == Some(EventType::Protest))
                && !(coordinated && earlier.words.end + 1 >= clause.start)
        })
        .filter(|_| !coordinated)
}

/// Whether the verb is joined to the one before it and has no marks of its own.
fn is_joined(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    !trigger.noun && trigger.group.marks.is_empty() && scene.class_before(trigger.head(), scene.classes.coordinator).is_some()
}

/// The status of a verb that shares the marks of the verb it is joined to (`will meet B and visit C`, `did not meet or call B`).
fn shared(scene: &Scene<'_>, trigger: &Trigger<'_>, last: Option<&Before<'_>>, status: Status) -> Status {
    let clause = scene.clause(trigger.words.start);
    let aim = trigger.group.marks.is_empty() && scene.clauses.clause(trigger.words.start).is_some_and(|clause| clause.opener.as_deref() == Some("purpose"));
    let joined = |last: &&Before<'_>| aim || !last.noun && last.words.start >= clause.start && is_joined(scene, trigger);
    let Some(last) = last.filter(joined).filter(|_| status == Status::Occurred) else { return status };
    match last.status {
        Some(Status::Planned | Status::Hypothetical | Status::Ongoing) if trigger.entry.status.is_none() && last.entry.status.is_none() => {
            last.status.unwrap_or(status)
        }
        Some(Status::Negated) if last.words.end + 1 >= trigger.head() => Status::Negated,
        _ => status,
    }
}

/// Whether a word before the noun makes it the setting of the clause (`in the meeting`, `at the talks`) and no content of its verb.
fn is_setting(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    scene.class_before(trigger.whole.start, scene.classes.case).is_some_and(|hit| status::is_setting(scene.label(hit)))
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

/// The date of the verb before in the same clause, of which this one without marks of its own is the next step (`sent jets and struck B on Monday`).
fn in_one_breath(scene: &Scene<'_>, trigger: &Trigger<'_>, before: &[Before<'_>], status: Status) -> Option<Dated> {
    let [.., last, this] = before else { return None };
    let same = last.actors.first().map(|actor| actor.entity) == this.actors.first().map(|actor| actor.entity);
    let clause = scene.clause(trigger.words.start);
    let bare = !trigger.noun && !last.noun && trigger.group.marks.is_empty() && last.words.start >= clause.start && last.status == Some(status);
    last.date.clone().filter(|_| same && bare).map(|date| Dated { basis: "anchored", ..date })
}

/// Whether parties are of several states.
fn is_of_states(scene: &Scene<'_>, parties: &[Participant]) -> bool {
    let mut states = parties.iter().filter_map(|party| scene.mentions.entity(party.entity).country.as_deref());
    states.next().is_some_and(|first| states.any(|state| state != first))
}

/// Whether a verb of motion only carries on the visit named before it in the clause (`pay a visit, to the US`).
fn repeats(scene: &Scene<'_>, trigger: &Trigger<'_>, before: &[Before<'_>]) -> bool {
    let clause = scene.clause(trigger.words.start);
    trigger.entry.guards.contains(&Guard::Dated) && before.last().is_some_and(|last| last.words.start >= clause.start && last.entry.modes.contains(&"visit"))
}

/// Whether an act's content is a charge: told as done, but only by the one who charges.
fn is_charge(entry: &Entry) -> bool {
    entry.kind == Some(EventType::Accuse)
}

/// Whether the content of `governor` is no event beside it: what is asked for, offered, refused or threatened has not happened.
fn silences(governor: &Entry, content: &Trigger<'_>) -> bool {
    // `apologised to the family of fishermen shot dead`: what befell somebody is told as a fact.
    let told = matches!(governor.kind, Some(EventType::Concede | EventType::Support | EventType::Aid)) && content.group.voice == Voice::Passive;
    if told {
        return false;
    }
    let content = content.entry;
    let unreal = matches!(
        governor.kind,
        Some(EventType::Request | EventType::Threaten | EventType::Agree | EventType::Reject | EventType::Concede | EventType::Support | EventType::Aid)
    );
    let protest = governor.kind == Some(EventType::Protest) && content.kind == Some(EventType::Accuse);
    protest || unreal && !content.modes.contains(&"visit")
}
