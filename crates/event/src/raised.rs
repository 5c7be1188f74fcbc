//! Topics that are brought up at a meeting or call without a word on what was said of them: they belong to the event, with the side that raised them.

use suquan_attribution::topics_in;
use suquan_segment::Role;
use suquan_span::TokenSpan;

use crate::days::Days;
use crate::event::{Event, Participant, TopicRaised};
use crate::scene::Scene;
use crate::subject::subject_of;
use crate::units::Unit;
use crate::{EventType, Status};

/// Words after the raising ones in which topics are sought.
const REACH: u32 = 32;

/// Gives each topic raised in the text to the meeting or call that its words can be about.
pub(crate) fn raise(scene: &Scene<'_>, events: &mut [Event]) {
    let Some(class) = scene.pack.class("raise") else { return };
    let mut free = 0;
    for hit in scene.text.hits.all().iter().filter(|hit| hit.class == class) {
        if hit.span.start < free {
            continue;
        }
        free = hit.span.end;
        let topics = topics_in(scene.text, reach(scene, hit.span.end), scene.pack);
        if topics.is_empty() {
            continue;
        }
        let subject = subject_of(scene, hit.span.start);
        let side = subject.and_then(|unit| side(scene, unit));
        if let Some(event) = occasion(scene, events, hit.span.start, subject) {
            for topic in topics {
                if event.topics.iter().all(|known| known.topic.topic != topic.topic || known.side != side) {
                    event.topics.push(TopicRaised { topic, side: side.clone() });
                }
            }
        }
    }
}

/// The words after the raising ones that say what is raised: up to a clause with an opener of its own, or a word of place or time.
fn reach(scene: &Scene<'_>, start: u32) -> TokenSpan {
    let sentence = scene.text.sentence(start.saturating_sub(1));
    let bound = |at: &u32| {
        let circumstance = scene.class_at(*at, scene.classes.case).is_some_and(|hit| matches!(scene.label(hit), "at" | "since"));
        circumstance || scene.clauses.clause(*at).is_some_and(|clause| clause.tokens.start == *at && clause.opener.is_some())
    };
    let end = sentence.end.min(start + REACH);
    TokenSpan::new(start, (start..end).find(bound).unwrap_or(end))
}

/// The state for which all of a unit's members stand; none where they are of several.
fn side(scene: &Scene<'_>, unit: &Unit) -> Option<String> {
    let mut states = unit.members.iter().map(|member| scene.mentions.entity(member.entity).country.as_deref());
    let first = states.next()??;
    states.all(|state| state == Some(first)).then(|| first.to_owned())
}

/// The meeting or call at which a subject raises something: of those told before it in which the subject takes part the one of the latest date, since earlier
/// ones are recalled; else the first told after.
fn occasion<'e>(scene: &Scene<'_>, events: &'e mut [Event], at: u32, subject: Option<&Unit>) -> Option<&'e mut Event> {
    let byte = scene.text.tokens.get(at as usize)?.span.start;
    let fits = |event: &Event| {
        let met = event.kind == EventType::Consult && !event.modes.iter().any(|mode| mode == "visit") && event.status != Status::Negated;
        met && subject.is_none_or(|unit| unit.members.iter().all(|member| takes_part(scene, event, member.entity)))
    };
    let reported = |start: u32| !matches!(scene.text.role(start), Role::Caption | Role::Teaser);
    let told = |event: &Event| event.triggers.iter().any(|(span, _)| span.start <= byte && reported(span.start));
    let later = |event: &Event| event.triggers.iter().any(|(span, _)| reported(span.start));
    let day = |event: &Event| event.date.as_ref().and_then(|date| Days::parse(&date.value)).map(|days| days.first);
    let before = events.iter().enumerate().filter(|(_, event)| fits(event) && told(event)).max_by_key(|(index, event)| (day(event), *index));
    let index = before.map(|(index, _)| index).or_else(|| events.iter().position(|event| fits(event) && later(event)))?;
    events.get_mut(index)
}

fn takes_part(scene: &Scene<'_>, event: &Event, entity: suquan_mention::EntityId) -> bool {
    let party = Participant { entity, span: suquan_span::ByteSpan::default(), rule: String::new() };
    event.actors.iter().chain(&event.recipients).any(|known| scene.same_side(known, &party))
}
