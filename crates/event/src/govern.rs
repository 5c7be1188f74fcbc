//! What the acts of one sentence are to one another: which governs which, and what they share.

use suquan_clause::Voice;
use suquan_span::TokenSpan;

use crate::entry::{Entry, Frame, Guard};
use crate::event::{Dated, Participant, Status};
use crate::scene::Scene;
use crate::trigger::Trigger;
use crate::{EventType, status};

/// What an act's words govern in the sentence.
#[derive(Clone, Debug)]
pub(crate) struct Before<'g> {
    pub words: TokenSpan,
    pub entry: &'g Entry,
    pub noun: bool,
    pub actors: Vec<Participant>,
    pub recipients: Vec<Participant>,
    pub status: Option<Status>,
    pub date: Option<Dated>,
}

/// How many acts back are looked at: those further off govern nothing here.
const NEAR: usize = 24;

/// Where the first of `spans` begins, which are by start, at or after `at`.
pub(crate) fn next_start(spans: &[TokenSpan], at: u32) -> Option<u32> {
    spans.get(spans.partition_point(|span| span.start < at)).map(|span| span.start)
}

/// Where the last of `spans` ends, which are by start, at or before `at`.
pub(crate) fn last_end(spans: &[TokenSpan], at: u32) -> Option<u32> {
    let before = &spans[..spans.partition_point(|span| span.start < at)];
    before.iter().rev().take(NEAR).map(|span| span.end).filter(|&end| end <= at).max()
}

/// Whether the words are sure enough of being an act to keep what stands behind them from the act before.
pub(crate) fn is_rival(trigger: &Trigger<'_>) -> bool {
    !trigger.entry.guards.iter().any(|guard| matches!(guard, Guard::Dated | Guard::Told))
}

/// The acts of a sentence that keep the dates next to them: those that are no mere content of another.
pub(crate) fn loud(scene: &Scene<'_>, triggers: &[Trigger<'_>]) -> Vec<TokenSpan> {
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
    loud.sort_unstable();
    loud
}

/// The act whose content this one is: the nearest earlier verb of its clause that takes a content.
pub(crate) fn governor<'b, 'g>(scene: &Scene<'_>, trigger: &Trigger<'_>, before: &'b [Before<'g>]) -> Option<&'b Before<'g>> {
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
        .take(NEAR)
        .find(|earlier| {
            earlier.words.start >= clause.start
                && (!earlier.noun || earlier.entry.kind == Some(EventType::Protest))
                && !(coordinated && earlier.words.end + 1 >= clause.start)
        })
        .filter(|_| !coordinated)
}

/// Whether the verb is joined to the one before it and has no marks of its own.
pub(crate) fn is_joined(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    !trigger.noun && trigger.group.marks.is_empty() && scene.class_before(trigger.head(), scene.classes.coordinator).is_some()
}

/// The status of a verb that shares the marks of the verb it is joined to (`will meet B and visit C`, `did not meet or call B`).
pub(crate) fn shared(scene: &Scene<'_>, trigger: &Trigger<'_>, last: Option<&Before<'_>>, status: Status) -> Status {
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

/// The date of the verb before in the same clause, of which this one without marks of its own is the next step (`sent jets and struck B on Monday`).
pub(crate) fn in_one_breath(scene: &Scene<'_>, trigger: &Trigger<'_>, before: &[Before<'_>], status: Status) -> Option<Dated> {
    let [.., last, this] = before else { return None };
    let same = last.actors.first().map(|actor| actor.entity) == this.actors.first().map(|actor| actor.entity);
    let clause = scene.clause(trigger.words.start);
    let sentence = scene.text.sentence(trigger.words.start);
    // A clause without a subject of its own carries on the one before it.
    let own = scene.units_in(TokenSpan::new(clause.start, trigger.head().max(clause.start))).rev().take(NEAR).any(|unit| unit.case.is_none());
    let opened = scene.clauses.clause(trigger.words.start).is_some_and(|clause| clause.opener.is_some());
    let follows = last.words.start >= clause.start || !own && !opened && last.words.start >= sentence.start && last.words.end <= clause.start;
    let bare = !trigger.noun && !last.noun && trigger.group.marks.is_empty() && follows && last.status == Some(status);
    last.date.clone().filter(|_| same && bare).map(|date| Dated { basis: "anchored", ..date })
}

/// Whether the act named next only carries this deed on (`phoned to congratulate`, `sent troops to help`), or is what it was done in (`was killed in the strike
/// of …`): the date behind it is that of both.
pub(crate) fn runs_on(scene: &Scene<'_>, trigger: &Trigger<'_>, next: &Trigger<'_>) -> bool {
    if trigger.noun || !scene.clause_over_lists(trigger.words.start).contains(next.whole) || next.whole.start < trigger.words.end {
        return false;
    }
    if next.noun {
        return scene.case_before(next.whole.start).is_some_and(|hit| scene.label(hit) == "in");
    }
    let between = TokenSpan::new(trigger.words.end, next.head());
    let deed = !trigger.entry.kind.is_none_or(EventType::is_word);
    let objects = scene.units_in(between).filter(|unit| unit.case.is_none()).count();
    deed && next.group.marks.is_empty() && objects <= 1 && scene.class_in(between, scene.classes.coordinator).is_none()
}

/// Whether an attack only says what the one before it in the sentence did (`fired rockets at a base on Friday, killing two soldiers of B`).
pub(crate) fn is_outcome(scene: &Scene<'_>, trigger: &Trigger<'_>, before: &[Before<'_>]) -> bool {
    let attack = |entry: &Entry| entry.kind == Some(EventType::Assault);
    let clause = scene.clause(trigger.words.start);
    let opens = clause.start + 1 >= trigger.head() && clause.start > scene.text.sentence(trigger.words.start).start;
    let bare = !trigger.noun && trigger.group.marks.is_empty() && attack(trigger.entry);
    bare && opens && before.last().is_some_and(|last| attack(last.entry) && !last.noun)
}

/// Whether a verb of motion only carries on the visit named before it in the clause (`pay a visit, to the US`).
pub(crate) fn repeats(scene: &Scene<'_>, trigger: &Trigger<'_>, before: &[Before<'_>]) -> bool {
    let clause = scene.clause(trigger.words.start);
    trigger.entry.guards.contains(&Guard::Dated) && before.last().is_some_and(|last| last.words.start >= clause.start && last.entry.modes.contains(&"visit"))
}

/// Whether an act's content is a charge: told as done, but only by the one who charges.
pub(crate) fn is_charge(entry: &Entry) -> bool {
    entry.kind == Some(EventType::Accuse)
}

/// Whether the content of `governor` is no event beside it: what is asked for, offered, refused or threatened has not happened.
pub(crate) fn silences(governor: &Entry, content: &Trigger<'_>) -> bool {
    // `apologised to the family of fishermen shot dead`: what befell somebody is told as a fact.
    let told = matches!(governor.kind, Some(EventType::Concede | EventType::Support | EventType::Aid)) && content.group.voice == Voice::Passive;
    // A threat that is approved of is made.
    let made = governor.kind == Some(EventType::Support) && content.entry.kind == Some(EventType::Threaten);
    if told || made {
        return false;
    }
    let content = content.entry;
    let unreal = matches!(
        governor.kind,
        Some(EventType::Request | EventType::Threaten | EventType::Agree | EventType::Reject | EventType::Concede | EventType::Support | EventType::Aid)
    );
    // What is called a breach in a charge is the charge (`condemned it as a breach of law`).
    if is_charge(governor) && is_charge(content) && content.frame == Frame::Blame {
        return true;
    }
    let protest = governor.kind == Some(EventType::Protest) && content.kind == Some(EventType::Accuse);
    protest || unreal && !content.modes.contains(&"visit")
}
