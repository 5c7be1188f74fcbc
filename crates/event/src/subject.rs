//! Whose act it is: the subject from the clause of the predicate, or the one that it shares with the clause before.

use suquan_span::TokenSpan;

use crate::entry::Frame;
use crate::scene::Scene;
use crate::trigger::Trigger;
use crate::units::{Case, Member, Unit};

/// Parties among which a subject is sought.
const UNITS: usize = 48;
/// Words before a predicate in which a body without a name is sought.
const BODY: u32 = 32;

/// The unit that is the subject of a predicate whose marks or verb start at `head`: in its clause, else the subject of the clause before it.
#[must_use]
pub fn subject_of<'s>(scene: &'s Scene<'_>, head: u32) -> Option<&'s Unit> {
    find_subject(scene, head, &[], false).map(|index| &scene.units[index])
}

/// The speaker of the statement that holds the predicate, where the subject is a word of the first person.
pub(crate) fn own_voice(scene: &Scene<'_>, head: u32) -> Option<Member> {
    scene.class_before(head, scene.classes.first_person)?;
    let said = scene.statement(TokenSpan::new(head, head + 1))?;
    Some(Member { entity: said.speaker?, span: said.speaker_span? })
}

/// The state for which a body without a name stands (`police fired tear gas`) that opens the predicate's clause nearer than its subject: the one that the article
/// is about.
pub(crate) fn state_body(scene: &Scene<'_>, head: u32, subject: Option<&Unit>) -> Option<Member> {
    let clause = scene.clause(head);
    let class = scene.classes.state_body?;
    let floor = subject.map_or(clause.start, |unit| unit.tokens.end.max(clause.start)).max(head.saturating_sub(BODY));
    // Common nouns before it belong to it (`leaders of the opposition`).
    let noun =
        |at: u32| std::iter::successors(Some(at), |&at| scene.class_before(at, scene.classes.np_head).map(|hit| hit.span.start)).take(4).last().unwrap_or(at);
    let opens = |at: &u32| noun(*at) <= clause.start + 1 || scene.class_before(*at, scene.classes.coordinator).is_some();
    let hit = (floor..head).filter(opens).find_map(|at| scene.text.hits.class_at(at as usize, class)).filter(|hit| hit.span.end <= head)?;
    let named = scene.units.get(scene.units.partition_point(|unit| unit.tokens.end <= hit.span.start));
    let bare = named.is_none_or(|unit| unit.tokens.start >= head);
    let entity = scene.nameless(hit).filter(|_| bare)?;
    Some(Member { entity, span: scene.text.bytes(hit.span) })
}

/// A noun without a predicate takes a subject only where it opens its clause's frame (`after the talks with B, A said`).
pub(crate) fn subject(scene: &Scene<'_>, trigger: &Trigger<'_>, before: &[(TokenSpan, Frame, Option<usize>)]) -> Option<usize> {
    if trigger.entry.inner {
        let inside = TokenSpan::new(trigger.from, trigger.head().max(trigger.from));
        return scene.units_after(inside).filter(|unit| unit.tokens.end <= inside.end).last().map(|unit| index_of(scene, unit));
    }
    if trigger.entry.frame == Frame::Visit
        && !trigger.noun
        && let Some(guest) = guest(scene, trigger.head(), before)
    {
        return Some(guest);
    }
    find_subject(scene, trigger.head(), before, trigger.predicate)
}

/// Who was received right before words of a visit goes (`received B on a visit to Hanoi`).
fn guest(scene: &Scene<'_>, head: u32, before: &[(TokenSpan, Frame, Option<usize>)]) -> Option<usize> {
    let &(words, frame, _) = before.last().filter(|(words, ..)| words.start >= scene.text.sentence(head).start)?;
    let index = scene.units.partition_point(|unit| unit.tokens.end <= words.end);
    let unit = scene.units.get(index).filter(|unit| unit.tokens.start == words.end && unit.case.is_none())?;
    let last = scene.units.get(..scene.units.partition_point(|unit| unit.tokens.end <= head))?.last()?;
    // A name with an office behind a dash reaches up to the verb as one expression or as two.
    let apposed = unit.tokens.end == head || last.tokens.end == head && matches!(scene.word(unit.tokens.end), "-" | "\u{2013}" | ",");
    (frame == Frame::Joint && apposed && unit.members.len() == 1).then_some(index)
}

fn find_subject(scene: &Scene<'_>, head: u32, before: &[(TokenSpan, Frame, Option<usize>)], predicate: bool) -> Option<usize> {
    let sentence = scene.text.sentence(head);
    let clause = scene.clause(head);
    // A list of parties may reach over commas, which bound clauses.
    let start = scene
        .units
        .iter()
        .skip(scene.units.partition_point(|unit| unit.tokens.end <= clause.start))
        .map(|unit| unit.tokens.start)
        .next()
        .unwrap_or(clause.start);
    let in_clause = said_in(scene, TokenSpan::new(start.min(clause.start), head));
    let coordinated = is_coordinated(scene, head, clause);
    if coordinated
        && let Some((_, _, subject)) =
            before.iter().rev().take(UNITS).take_while(|(words, ..)| words.start >= sentence.start).find(|(_, _, subject)| subject.is_some())
    {
        return *subject;
    }
    // What stands before the verb that this one is joined to is its subject; what stands between is that one's object.
    if coordinated && let Some(index) = first(scene, in_clause, before) {
        return Some(index);
    }
    if let Some(index) = nearest(scene, in_clause, before, predicate) {
        return Some(index);
    }
    // The clause opens with its predicate: the sentence's earlier clauses give the subject.
    let opens = clause.start + 2 >= head || before.iter().any(|(words, ..)| words.start >= clause.start && words.end <= head);
    if !opens {
        return None;
    }
    // What somebody says has its subjects in his words.
    let said = scene.statement(TokenSpan::new(head, head + 1)).map(|said| said.tokens.start);
    let from = said.filter(|&start| start < clause.start && start > sentence.start).unwrap_or(sentence.start);
    let earlier = TokenSpan::new(from, clause.start);
    if let Some(index) = first(scene, earlier, before)
        .filter(|&index| other_speaker(scene, head).is_none_or(|speaker| scene.units[index].members.iter().all(|member| !member.span.overlaps(speaker))))
    {
        return Some(index);
    }
    // A clause put before its main clause takes that one's subject.
    let next = scene.clause(clause.end);
    (clause.end < sentence.end && next.start >= clause.end).then(|| first_after(scene, TokenSpan::new(clause.end, sentence.end))).flatten()
}

/// The part of `span`, up to a predicate, that lies in the statement holding the predicate, where parties are named there: the others speak and do not act.
fn said_in(scene: &Scene<'_>, span: TokenSpan) -> TokenSpan {
    let said = scene.statement(TokenSpan::new(span.end, span.end + 1)).map(|said| TokenSpan::new(said.tokens.start.max(span.start), span.end));
    said.filter(|said| scene.units_in(*said).next().is_some()).unwrap_or(span)
}

/// Whether a coordinator or comma stands right before the predicate.
fn is_coordinated(scene: &Scene<'_>, head: u32, clause: TokenSpan) -> bool {
    let added = scene.clauses.clause(head).is_some_and(|clause| clause.opener.as_deref() == Some("addition") && clause.tokens.start + 3 >= head);
    added || head > clause.start && scene.class_before(head, scene.classes.coordinator).is_some()
}

/// The index of the nearest unit before the predicate that can be its subject; a possessor where there is no other.
fn nearest(scene: &Scene<'_>, span: TokenSpan, before: &[(TokenSpan, Frame, Option<usize>)], predicate: bool) -> Option<usize> {
    let mut possessor = None;
    let speaker = other_speaker(scene, span.end);
    for unit in scene.units_in(span).rev().take(UNITS) {
        let index = index_of(scene, unit);
        if speaker.is_some_and(|speaker| unit.members.iter().any(|member| member.span.overlaps(speaker))) {
            continue;
        }
        match unit.case {
            // A clause right behind a companion is about them: `talks with B, who is on a visit`.
            Some(Case::With | Case::To | Case::Against | Case::Source) if unit.tokens.end == span.end && scene.starts_verb_group(span.end) => {
                return Some(index);
            }
            Some(Case::Source) if unit.tokens.end == span.end => return Some(index),
            // `soldiers loyal to A fired`: forces that open the clause act with whom they stand.
            Some(Case::With) if unit.tokens.end == span.end && scene.class_at(span.start, scene.pack.class("agent")).is_some() => return Some(index),
            None if is_object(unit, before, predicate) && !goes_on(scene, unit, span.end) => {}
            None => return Some(index),
            // `because New Delhi demands`: the word that opens a cause gives no case to its subject.
            Some(Case::By) if opens_cause(scene, unit) => return Some(index),
            // `the decision of A on striking B`
            Some(Case::Of) if tells_of(scene, unit, span.end) => return Some(index),
            Some(Case::Of) => possessor = Some(index),
            Some(_) => {}
        }
    }
    possessor
}

/// Whether what somebody owns is about the act right behind.
fn tells_of(scene: &Scene<'_>, unit: &Unit, head: u32) -> bool {
    let about = scene.class_at(unit.tokens.end, scene.classes.case).is_some_and(|hit| scene.label(hit) == "about");
    about && head - unit.tokens.end <= 4
}

/// Whether a unit stands first in a clause that a word of cause opens.
fn opens_cause(scene: &Scene<'_>, unit: &Unit) -> bool {
    let clause = scene.clauses.clause(unit.tokens.start);
    clause.is_some_and(|clause| clause.opener.as_deref() == Some("cause") && unit.tokens.start <= clause.tokens.start + 2)
}

/// The speaker of the statement that holds the predicate at `head`, where words stand between its start and the predicate: these hold its subject.
fn other_speaker(scene: &Scene<'_>, head: u32) -> Option<suquan_span::ByteSpan> {
    let said = scene.statement(TokenSpan::new(head, head + 1))?;
    let content = scene.text.bytes(said.tokens).start;
    // Whom the speaker speaks to, or whose office speaks, stands between the speaker and what is said.
    let speaker = said.speaker_span.filter(|speaker| said.tokens.start + 1 < head && speaker.end <= content)?;
    Some(suquan_span::ByteSpan::new(speaker.start, content))
}

/// Whether the unit is the place or companion of an earlier act, which governs no further verb.
fn is_object(unit: &Unit, before: &[(TokenSpan, Frame, Option<usize>)], predicate: bool) -> bool {
    !predicate && before.iter().rev().take(3).any(|(words, frame, _)| words.end == unit.tokens.start && matches!(frame, Frame::Visit | Frame::Joint))
}

/// Whether a verb of something going on right behind the unit tells of it (`received B, who is on a visit`).
fn goes_on(scene: &Scene<'_>, unit: &Unit, head: u32) -> bool {
    unit.tokens.end == head && scene.class_at(head, scene.classes.aux).is_some_and(|hit| scene.label(hit) == "ongoing")
}

/// The first unit of a span that can be a subject, which the object of an act named before is not.
fn first(scene: &Scene<'_>, span: TokenSpan, before: &[(TokenSpan, Frame, Option<usize>)]) -> Option<usize> {
    let object = |unit: &&Unit| before.iter().rev().take(4).any(|(words, ..)| words.end == unit.tokens.start);
    let plain = scene.units_in(span).take(UNITS).find(|unit| unit.case.is_none() && !object(unit));
    plain.or_else(|| scene.units_in(span).take(UNITS).find(|unit| unit.case == Some(Case::Of))).map(|unit| index_of(scene, unit))
}

/// The subject of the first clause in `span` that no marker opens.
pub(crate) fn first_after(scene: &Scene<'_>, span: TokenSpan) -> Option<usize> {
    let from = scene.clauses.index_at(span.start);
    let clauses = scene.clauses.clauses.get(from..).unwrap_or(&[]);
    let clause = clauses.iter().take(4).take_while(|clause| clause.tokens.start < span.end).find(|clause| clause.opener.is_none())?;
    let span = clause.tokens;
    scene.units_in(span).next().filter(|unit| unit.case.is_none() && unit.tokens.start <= span.start + 6).map(|unit| index_of(scene, unit))
}

fn index_of(scene: &Scene<'_>, unit: &Unit) -> usize {
    scene.units.partition_point(|other| other.tokens.start < unit.tokens.start)
}
