//! How each room's readings are written as marks.

use suquan_event::Participant;
use suquan_langpack::Mark;
use suquan_timex::Modifier;

use crate::Reading;

/// The readings of `room` in a text, as marks with all their fields.
pub(super) fn labels(reading: &Reading, room: &str) -> Vec<Mark> {
    match room {
        "timex" => times(reading),
        "mention" => mentions(reading),
        "attribution" => statements(reading),
        "event" => events(reading),
        "commitment" => commitments(reading),
        _ => Vec::new(),
    }
}

fn times(reading: &Reading) -> Vec<Mark> {
    let mark = |time: &suquan_timex::Timex| {
        let modifier = time.modifier.map_or("-", Modifier::code);
        let zone = time.zone.as_deref().unwrap_or("-");
        Mark { span: time.span, label: format!("{}; {}; {modifier}; {zone}", time.value, time.kind.code()) }
    };
    reading.times.iter().map(mark).collect()
}

fn mentions(reading: &Reading) -> Vec<Mark> {
    let mark = |mention: &suquan_mention::Mention| {
        let entity = reading.mentions.entity(mention.entity);
        Mark { span: mention.span, label: format!("{}; {}; {}", mention.kind.code(), entity.actor.as_deref().unwrap_or("-"), entity.name) }
    };
    reading.mentions.mentions.iter().map(mark).collect()
}

fn statements(reading: &Reading) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for statement in &reading.statements {
        let cue = Mark { span: statement.cue, label: "cue".into() };
        if !marks.contains(&cue) {
            marks.push(cue);
        }
        let words = statement.speaker_span.map_or("-", |span| span.of(&reading.text.source));
        let speaker = statement.speaker.map_or(words, |id| reading.mentions.entity(id).name.as_str());
        marks.push(Mark { span: statement.content, label: format!("{speaker}; {}; {}", statement.kind.code(), statement.stance) });
    }
    marks
}

fn events(reading: &Reading) -> Vec<Mark> {
    let mark = |event: &suquan_event::Event| {
        let kind = std::iter::once(event.kind.code()).chain(event.modes.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        let (actors, recipients) = (names(reading, &event.actors), names(reading, &event.recipients));
        let parties = if recipients == "-" { actors } else { format!("{actors} > {recipients}") };
        let date = event.date.as_ref().map_or("-", |date| date.value.as_str());
        let span = event.triggers.first().map(|(span, _)| *span).unwrap_or_default();
        Mark { span, label: format!("{kind}; {parties}; {date}; {}", event.status.code()) }
    };
    reading.events.iter().map(mark).collect()
}

fn commitments(reading: &Reading) -> Vec<Mark> {
    let mark = |commitment: &suquan_commitment::Commitment| {
        let agent = &reading.mentions.entity(commitment.agent.entity).name;
        let recipient = commitment.recipient.as_ref().map_or("-", |party| reading.mentions.entity(party.entity).name.as_str());
        let status = commitment.status.code();
        let due = commitment.due.as_ref().map_or("-", |(due, _)| due.as_str());
        Mark { span: commitment.content, label: format!("{agent} > {recipient}; {status}; {due}") }
    };
    reading.commitments.iter().map(mark).collect()
}

/// The names of the parties, in the order of the text; `-` where there are none.
fn names(reading: &Reading, parties: &[Participant]) -> String {
    let names: Vec<&str> = parties.iter().map(|party| reading.mentions.entity(party.entity).name.as_str()).collect();
    if names.is_empty() { "-".into() } else { names.join(", ") }
}
