//! Dates that an act takes from what stands around it in the text: the dated statement that it is part of, the dated act of the same side just before, the dated
//! meeting at which it was agreed. An act with nothing of the kind near it keeps no date.

use suquan_span::TokenSpan;
use suquan_timex::TimexType;

use crate::EventType;
use crate::act::Act;
use crate::days::Days;
use crate::event::{Dated, Participant, Status};
use crate::interval::range;
use crate::scene::Scene;

/// How many sentences back a dated act of the same side carries on, where its date is narrow and where it is not.
pub(crate) const CARRY: usize = 6;
const CARRY_WIDE: usize = 1;

/// Sentences in which a report tells its news, the headline included.
const LEAD: usize = 4;
/// Acts before one among which that of the sentence before is sought.
const NEAR: usize = 24;
/// Days that a narrow date covers at most.
pub(crate) const NARROW: i32 = 7;

/// Something of known date in the text.
struct Anchor {
    sentence: usize,
    party: Participant,
    date: Dated,
}

/// Gives undated acts that the opening words of their sentence tie to the one before (`in response, …`) its date.
pub(crate) fn follow(scene: &Scene<'_>, acts: &mut [Act]) {
    let class = scene.pack.class("sequel");
    for index in 0..acts.len() {
        let act = &acts[index];
        let sentence = scene.text.sentence(act.words.start);
        let opener = scene
            .class_at(sentence.start, class)
            .filter(|hit| scene.label(hit) == "same" && act.date.is_none() && act.status == Status::Occurred && hit.span.end <= act.words.start);
        let Some(opener) = opener.filter(|_| sentence.start > 0) else { continue };
        let rule = {
            let row = scene.pack.row(opener);
            format!("{}:{}", row.file(), row.line)
        };
        let before = scene.text.sentence(sentence.start - 1);
        let told = acts[..index].iter().rev().take(NEAR).take_while(|act| act.words.start >= before.start).filter(|act| act.words.start < sentence.start);
        let done = |act: &&Act| matches!(act.status, Status::Occurred | Status::Ongoing);
        let dated = told.filter(done).find_map(|act| act.date.clone()).filter(|date| date.basis != "report").or_else(|| only_date(scene, before));
        acts[index].date = dated.filter(|date| !is_ahead(scene, date)).map(|date| Dated { basis: "anchored", rule, ..date });
    }
}

/// The date of a sentence that names one alone.
fn only_date(scene: &Scene<'_>, sentence: TokenSpan) -> Option<Dated> {
    let mut dates = scene.times_in(sentence).filter(|time| time.kind == TimexType::Date && time.edtf.is_some());
    let first = dates.next().filter(|_| dates.next().is_none())?;
    range(scene, first)
}

/// Gives undated verbal acts the date of their setting.
pub(crate) fn carry(scene: &Scene<'_>, acts: &mut [Act]) {
    let mut anchors: Vec<Anchor> = Vec::new();
    let mut said = scene.statements.iter().peekable();
    for act in acts {
        let sentence = scene.text.sentence_at(act.words.start);
        while let Some(statement) = said.next_if(|statement| statement.tokens.start <= act.words.start) {
            if let (Some(entity), Some((value, span))) = (statement.speaker.filter(|_| !scene.is_outlet(statement)), &statement.date) {
                let party = Participant { entity, span: statement.speaker_span.unwrap_or(statement.cue), rule: statement.rule.clone() };
                let date = Dated { value: value.clone(), basis: "anchored", span: *span, rule: statement.rule.clone() };
                anchors.push(Anchor { sentence: scene.text.sentence_at(scene.text.tokens_in(*span).start), party, date });
            }
        }
        let Some(actor) = act.actors.first().cloned() else { continue };
        match &act.date {
            Some(date)
                if date.basis != "report"
                    && act.status == Status::Occurred
                    && (is_told_now(act.kind) || is_news(scene, sentence, date))
                    && !is_ahead(scene, date) =>
            {
                let date = Dated { basis: "anchored", ..date.clone() };
                anchors.push(Anchor { sentence, party: actor, date });
            }
            None if act.kind.is_word() && !is_vague(scene, act) && act.status == Status::Occurred => {
                let near = |anchor: &&Anchor| {
                    anchor.sentence + reach(&anchor.date) >= sentence && anchor.sentence <= sentence && scene.same_side(&anchor.party, &actor)
                };
                act.date = anchors.iter().rev().take(8).find(near).map(|anchor| anchor.date.clone());
            }
            _ => {}
        }
    }
}

/// Gives what was agreed or granted at a dated meeting of the same sides the date of the meeting.
pub(crate) fn contain(scene: &Scene<'_>, acts: &mut [Act]) {
    let mut meetings: Vec<&Act> = acts.iter().filter(|act| act.kind == EventType::Consult && act.status != Status::Planned).collect();
    // A visit is the wider setting: what was agreed in its course is dated by it where no meeting is.
    meetings.sort_by_key(|act| act.modes.contains(&"visit"));
    let meetings: Vec<(Vec<Participant>, Dated)> = meetings
        .into_iter()
        .filter_map(|act| Some((act.actors.iter().chain(&act.recipients).cloned().collect::<Vec<_>>(), act.date.clone()?)))
        .filter(|(parties, date)| parties.len() > 1 && date.basis != "container")
        .take(16)
        .collect();
    for act in acts.iter_mut().filter(|act| act.date.is_none() && matches!(act.kind, EventType::Agree | EventType::Support | EventType::Concede)) {
        // Praise stands by itself; what is signed, agreed or granted is the fruit of a meeting.
        if !matches!(act.status, Status::Occurred | Status::Negated) || act.kind == EventType::Support && act.sense.is_empty() {
            continue;
        }
        let own: Vec<&Participant> = act.actors.iter().chain(&act.recipients).collect();
        let held =
            |(parties, _): &&(Vec<Participant>, Dated)| own.len() > 1 && own.iter().all(|party| parties.iter().any(|other| scene.same_side(party, other)));
        act.date = meetings.iter().find(held).map(|(_, date)| Dated { basis: "container", ..date.clone() });
    }
}

/// Whether the date lies after the report: of what is to come, which dates nothing that was done.
fn is_ahead(scene: &Scene<'_>, date: &Dated) -> bool {
    match (Days::parse(&date.value), scene.published.and_then(Days::parse)) {
        (Some(date), Some(published)) => date.first > published.last,
        _ => false,
    }
}

/// How many sentences on a date holds for what is told next.
fn reach(date: &Dated) -> usize {
    if Days::parse(&date.value).is_some_and(|days| days.length() <= NARROW) { CARRY } else { CARRY_WIDE }
}

/// Whether the clause of the act tells its time without naming it (`recently`).
pub(crate) fn is_vague(scene: &Scene<'_>, act: &Act) -> bool {
    let clause = scene.clause(act.words.start);
    let front = TokenSpan::new(scene.text.sentence(clause.start).start, clause.end);
    scene.times_in(front).any(|time| time.value == "PAST_REF")
}

/// Whether the act is of the kind that a report tells as its news, with the words about it: no deed recalled as their ground.
fn is_told_now(kind: EventType) -> bool {
    kind.is_word() || matches!(kind, EventType::Consult | EventType::Support)
}

/// Whether a deed is what the article opens with as its news of the last days.
fn is_news(scene: &Scene<'_>, sentence: usize, date: &Dated) -> bool {
    match (Days::parse(&date.value), scene.published.and_then(Days::parse)) {
        (Some(date), Some(published)) => sentence < LEAD && published.last - date.first <= NARROW,
        _ => false,
    }
}
