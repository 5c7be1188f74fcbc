//! When an act happened: from a time expression that its clause governs, never from the report's date for want of better.

use suquan_clause::{Modality, Tense};
use suquan_mention::EntityId;
use suquan_segment::Role;
use suquan_span::TokenSpan;
use suquan_timex::{Timex, TimexType};

use crate::days::Days;
use crate::govern::{last_end, next_start};
use crate::interval::{day_before, open, range};
use crate::scene::Scene;
use crate::trigger::{Anniversary, Trigger};
use crate::{Dated, Status};

/// Words after an act in which its date may stand.
const AFTER: u32 = 30;
/// Dates before an act among which one may open its sentence or clause.
const DATES: usize = 16;
/// Words beside the names of parties that may stand between words about somebody's conduct and their date.
const NEAR: u32 = 5;
/// Words at the start of a sentence that may hold a time since when something has been so.
const FRONT: u32 = 16;

/// The date that stands by the act; `rivals` are the other acts of the sentence, which keep the dates next to them, save those up to `carried`, which only carry
/// it on.
pub(crate) fn stated(scene: &Scene<'_>, trigger: &Trigger<'_>, rivals: &[TokenSpan], carried: Option<u32>, actor: Option<EntityId>) -> Option<Dated> {
    let sentence = scene.text.sentence(trigger.words.start);
    let clause = if trigger.noun { scene.clause_of_noun(trigger.words.start) } else { scene.clause_over_lists(trigger.words.start) };
    let next = next_start(rivals, carried.unwrap_or(trigger.words.end)).unwrap_or(sentence.end);
    let last = last_end(rivals, trigger.whole.start).unwrap_or(sentence.start);
    let right = TokenSpan::new(trigger.words.end, clause.end.min(next).min(trigger.words.end + AFTER));
    let own = |time: &&Timex| !(is_content(scene, trigger, time) || is_deadline(scene, trigger, time) || next < sentence.end && opens_next(scene, time));
    if let Some(dated) = dates(scene, right).next().filter(own) {
        // Far from the words a date may be that of what they are about, and the sentence has said when (`today they protested against last year's election`).
        let front = if is_far(scene, trigger, dated) { fronted(scene, trigger, sentence, actor) } else { None };
        return front.or_else(|| range(scene, dated));
    }
    if is_matter(scene, trigger) {
        return None;
    }
    let left = TokenSpan::new(clause.start.max(last), trigger.whole.start);
    if let Some(dated) = dates(scene, left).next_back() {
        return if is_of_report(scene, trigger, dated) { None } else { range(scene, dated) };
    }
    // Beyond the clause but before another act: `…, in Moscow, on 3 February`.
    let tail = TokenSpan::new(trigger.words.end, sentence.end.min(next).min(trigger.words.end + AFTER));
    if let Some(dated) = dates(scene, tail).next().filter(|time| starts_clause(scene, time) || ends_list(scene, trigger, time)) {
        return range(scene, dated);
    }
    fronted(scene, trigger, sentence, actor).or_else(|| since(scene, trigger, sentence))
}

/// When the act before this one was, where this is told as the first since then (`the first call since November`, `met on Monday, for the first time since 2019`).
pub(crate) fn last(scene: &Scene<'_>, trigger: &Trigger<'_>, rivals: &[TokenSpan]) -> Option<Dated> {
    let sentence = scene.text.sentence(trigger.words.start);
    let next = next_start(rivals, trigger.words.end).unwrap_or(sentence.end);
    let tail = TokenSpan::new(trigger.words.end, sentence.end.min(next).min(trigger.words.end + AFTER));
    let time = scene.times_in(tail).find(|time| is_bound(scene, time) && matches!(time.kind, TimexType::Date | TimexType::Time))?;
    let since = scene.class_before(time.tokens.start, scene.classes.case)?.span.start;
    let first = scene.pack.class("first");
    scene.class_before(since, first).or_else(|| scene.class_at(trigger.words.end, first))?;
    let value = time.edtf.clone().filter(|value| !value.contains('/'))?;
    Some(Dated { value, basis: "stated", span: time.span, rule: time.rule.clone() })
}

/// Whether only a list of things stands between an act and a date behind it (`cut power, water and fuel since 9 October`): no party, verb or clause of its own.
fn ends_list(scene: &Scene<'_>, trigger: &Trigger<'_>, time: &Timex) -> bool {
    let between = TokenSpan::new(trigger.words.end, time.tokens.start);
    let from = scene.clauses.index_at(trigger.words.end) + 1;
    let clauses = scene.clauses.clauses.get(from..).unwrap_or(&[]);
    let opened = clauses.iter().take(4).any(|clause| between.contains(TokenSpan::new(clause.tokens.start, clause.tokens.start)) && clause.opener.is_some());
    let verb = between.indices().any(|at| scene.starts_verb_group(at as u32));
    let deed = trigger.entry.kind.is_some_and(|kind| !kind.is_word() && kind != crate::EventType::Consult) && !trigger.noun;
    let list = deed && scene.class_in(between, scene.classes.coordinator).is_some();
    list && !opened && !verb && scene.units_in(between).all(|unit| unit.case.is_some())
}

/// Whether the date is that on which a medium or agency reported the act (`Kyodo reported on Sunday that Tokyo had approved …`).
fn is_of_report(scene: &Scene<'_>, trigger: &Trigger<'_>, time: &Timex) -> bool {
    let said = scene.statement(trigger.words).filter(|said| said.date.as_ref().is_some_and(|(_, span)| *span == time.span));
    said.is_some_and(|said| said.tokens.start >= time.tokens.end && scene.is_outlet(said))
}

/// Whether the act is what others speak of (`on 3 February A called B about the spying`): only a date behind its words is its own.
fn is_matter(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    trigger.noun && scene.case_before(trigger.whole.start).is_some_and(|hit| scene.label(hit) == "about")
}

/// Whether the date behind words about somebody's conduct stands too far from them to be theirs: it belongs to what is asked, charged or refused.
fn is_content(scene: &Scene<'_>, trigger: &Trigger<'_>, time: &Timex) -> bool {
    use crate::EventType::{Accuse, Reject, Request, Threaten};
    let about = matches!(trigger.entry.kind, Some(Accuse | Reject | Request | Threaten));
    about && is_far(scene, trigger, time)
}

/// Whether more than a few words beside the names of parties stand between an act and a date behind it.
fn is_far(scene: &Scene<'_>, trigger: &Trigger<'_>, time: &Timex) -> bool {
    let parties = scene.units_in(TokenSpan::new(trigger.words.end, time.tokens.start)).map(|unit| unit.tokens.len()).sum::<u32>();
    time.tokens.start - trigger.words.end > parties + NEAR
}

/// Whether the date is one before which something is to be done, which dates no act that has been.
fn is_deadline(scene: &Scene<'_>, trigger: &Trigger<'_>, time: &Timex) -> bool {
    let open = trigger.group.tense == Tense::Future || trigger.group.modality != Modality::Fact || trigger.entry.status.is_some();
    !open && scene.class_before(time.tokens.start, scene.classes.case).is_some_and(|hit| scene.label(hit) == "against")
}

/// Whether a word joins the date to the next act (`delivered three ships and in November will deliver the fourth`).
fn opens_next(scene: &Scene<'_>, time: &Timex) -> bool {
    let start = scene.case_before(time.tokens.start).map_or(time.tokens.start, |hit| hit.span.start);
    scene.class_before(start, scene.classes.coordinator).is_some()
}

/// A date that opens the sentence or a clause before the act holds for the act, but not for what is only said in it.
fn fronted(scene: &Scene<'_>, trigger: &Trigger<'_>, sentence: TokenSpan, actor: Option<EntityId>) -> Option<Dated> {
    let front = TokenSpan::new(sentence.start, trigger.whole.start);
    let time =
        dates(scene, front).rev().take(DATES).find(|time| time.tokens.start <= sentence.start + 3 || starts_clause(scene, time) || is_capital(scene, time))?;
    // `ordered to strike` is the act, with its cue.
    // `before 1 November the inspectors had to check the results of the destruction`: the bound of another act.
    if is_deadline(scene, trigger, time) {
        return None;
    }
    // So is what somebody announces of himself (`announced a ceasefire`): it opens what is said.
    let announced = |said: &suquan_attribution::Statement| said.tokens.start + 1 >= trigger.head() && said.speaker.is_some() && said.speaker == actor;
    let said = scene.statement(trigger.whole).is_some_and(|said| said.tokens.start > time.tokens.end && !announced(said));
    if said { None } else { range(scene, time) }
}

/// The time since when it has been so, which opens the sentence (`since September, the US has been striking …`): up to the report.
fn since(scene: &Scene<'_>, trigger: &Trigger<'_>, sentence: TokenSpan) -> Option<Dated> {
    let told = matches!(trigger.group.tense, Tense::Unmarked | Tense::Past | Tense::Ongoing) && trigger.group.modality == Modality::Fact && !trigger.noun;
    let front = TokenSpan::new(sentence.start, trigger.whole.start.min(sentence.start + FRONT));
    let time = scene.times_in(front).next().filter(|time| told && is_bound(scene, time))?;
    let case = scene.class_before(time.tokens.start, scene.classes.case).filter(|case| case.span.start == sentence.start)?;
    if scene.pack.row(case).has("open") { open(scene, time) } else { None }
}

/// Whether a word before makes the expression a bound of something else (`the first since November`).
fn is_bound(scene: &Scene<'_>, time: &Timex) -> bool {
    scene.class_before(time.tokens.start, scene.classes.case).is_some_and(|hit| scene.label(hit) == "since")
}

fn starts_clause(scene: &Scene<'_>, time: &Timex) -> bool {
    time.tokens.start <= scene.clause(time.tokens.start).start + 2
}

/// Whether a capital opens the expression: a caption or headline without a full stop stands before.
fn is_capital(scene: &Scene<'_>, time: &Timex) -> bool {
    scene.word(time.tokens.start).starts_with(char::is_uppercase)
}

/// Expressions that name days, in `span`; those that could not be resolved too, since what they date is dated by nothing else.
fn dates<'s>(scene: &'s Scene<'_>, span: TokenSpan) -> impl DoubleEndedIterator<Item = &'s Timex> {
    scene.times_in(span).filter(|time| {
        matches!(time.kind, TimexType::Date | TimexType::Time) && !time.value.ends_with("_REF") && !is_dateline(scene, time) && !is_bound(scene, time)
    })
}

/// Whether the expression dates the article and no act.
fn is_dateline(scene: &Scene<'_>, time: &Timex) -> bool {
    matches!(scene.text.role(time.span.start), Role::Dateline | Role::Tag | Role::Byline | Role::Signature)
}

/// The year of an act whose anniversary stands right before its words.
pub(crate) fn recalled(scene: &Scene<'_>, trigger: &Trigger<'_>, anniversaries: &[Anniversary<'_>]) -> Option<Dated> {
    let found = anniversaries.iter().find(|found| found.span.end <= trigger.whole.start && found.span.end + 2 >= trigger.whole.start)?;
    let sentence = scene.text.sentence(found.span.start);
    let front = TokenSpan::new(sentence.start, found.span.start);
    let named = dates(scene, front).next_back().and_then(|time| time.edtf.as_deref());
    let year: i32 = named.or(scene.published)?.get(..4)?.parse().ok()?;
    let date = Dated { value: format!("{:04}", year - found.years), basis: "anchored", span: scene.text.bytes(found.span), rule: found.rule.to_owned() };
    Some(date)
}

/// Whether the date can be that of an act still to come: not wholly before the report.
pub(crate) fn is_open(scene: &Scene<'_>, date: &Dated) -> bool {
    match (Days::parse(&date.value), scene.published.and_then(Days::parse)) {
        (Some(date), Some(published)) => date.last >= published.first,
        _ => true,
    }
}

/// The date that a report gives to what it tells as just done or going on: its own, no finer than the words allow.
pub(crate) fn reported(scene: &Scene<'_>, trigger: &Trigger<'_>, status: Status) -> Option<Dated> {
    let published = scene.published?.get(..10)?;
    let span = scene.text.bytes(if trigger.group.marks.is_empty() { trigger.whole } else { trigger.group.marks });
    let rule = trigger.rule.clone();
    match (status, trigger.group.tense) {
        (Status::Occurred, Tense::Recent) => Some(Dated { value: format!("{}/{published}", day_before(published)?), basis: "report", span, rule }),
        (Status::Ongoing, _) if trigger.entry.kind == Some(crate::EventType::Consult) => {
            Some(Dated { value: published.get(..7)?.to_owned(), basis: "report", span, rule })
        }
        _ => None,
    }
}

/// The status in the light of the date: what lies after the report has not happened yet.
pub(crate) fn settle(scene: &Scene<'_>, status: Status, date: Option<&Dated>, past: bool) -> Status {
    let later = match (date.and_then(|date| Days::parse(&date.value)), scene.published.and_then(Days::parse)) {
        (Some(date), Some(published)) => date.first > published.last,
        _ => false,
    };
    if later && !past && status == Status::Occurred { Status::Planned } else { status }
}
