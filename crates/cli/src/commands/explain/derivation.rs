//! What each room read, with the words and rules it rests on.

use suquan_event::Participant;
use suquan_pipeline::{Reader, Reading};
use suquan_span::ByteSpan;

use crate::messages::say;

/// One thing that was read: its title, the words it rests on, and the rules.
#[derive(Clone)]
pub(super) struct Derivation {
    pub(super) title: String,
    /// The words with what each says; the first are what was read.
    pub(super) spans: Vec<(ByteSpan, String)>,
    pub(super) notes: Vec<String>,
}

impl Derivation {
    pub(super) fn new(title: String, span: ByteSpan, label: String) -> Self {
        Self { title, spans: vec![(span, label)], notes: Vec::new() }
    }

    /// Whether any of its words lie at `place`.
    pub(super) fn touches(&self, place: ByteSpan) -> bool {
        self.spans.iter().any(|(span, _)| span.overlaps(place))
    }

    fn add(&mut self, span: ByteSpan, label: String) {
        self.spans.push((span, label));
    }

    fn rule(&mut self, reader: &Reader, rule: &str) {
        let note = what(reader, rule);
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

/// Everything read in the article, room by room.
pub(super) fn derivations(reader: &Reader, reading: &Reading) -> Vec<Derivation> {
    [times(reader, reading), mentions(reader, reading), statements(reader, reading), events(reader, reading), commitments(reader, reading)].concat()
}

/// The rule's name, with what its file says it sees.
fn what(reader: &Reader, rule: &str) -> String {
    let room = rule.split('/').next().unwrap_or(rule);
    match reader.pack().rules(room).rules.iter().find(|known| known.id == rule) {
        Some(known) => say("explain.what", &[("rule", rule), ("what", &known.what)]),
        None => say("explain.rule", &[("rule", rule)]),
    }
}

fn times(reader: &Reader, reading: &Reading) -> Vec<Derivation> {
    let derive = |time: &suquan_timex::Timex| {
        let title = say("explain.time", &[("kind", time.kind.code()), ("value", &time.value)]);
        let mut derivation = Derivation::new(title, time.span, time.value.clone());
        if let Some(anchor) = time.anchor {
            derivation.add(anchor, say("explain.anchor", &[]));
        }
        derivation.notes.push(say("explain.basis", &[("basis", time.basis)]));
        if let Some(zone) = &time.zone {
            derivation.notes.push(say("explain.zone", &[("zone", zone)]));
        }
        derivation.rule(reader, &time.rule);
        derivation
    };
    reading.times.iter().map(derive).collect()
}

fn mentions(reader: &Reader, reading: &Reading) -> Vec<Derivation> {
    let describe = |derivation: &mut Derivation, id| {
        let entity = reading.mentions.entity(id);
        if let Some(actor) = &entity.actor {
            derivation.notes.push(say("explain.actor", &[("actor", actor)]));
        }
        if !entity.candidates.is_empty() {
            derivation.notes.push(say("explain.candidates", &[("candidates", &entity.candidates.join(", "))]));
        }
        derivation.notes.push(say("explain.reason", &[("reason", &entity.reason)]));
    };
    let mut derivations: Vec<Derivation> = Vec::new();
    for mention in &reading.mentions.mentions {
        let entity = reading.mentions.entity(mention.entity);
        let title = say("explain.mention", &[("kind", mention.kind.code()), ("name", &entity.name)]);
        let mut derivation = Derivation::new(title, mention.span, entity.name.clone());
        describe(&mut derivation, mention.entity);
        derivation.rule(reader, &mention.rule);
        derivations.push(derivation);
    }
    for phrase in reading.mentions.phrases.iter().filter(|phrase| reading.mentions.mentions.iter().all(|mention| mention.span != phrase.span)) {
        let entity = reading.mentions.entity(phrase.entity);
        let title = say("explain.mention", &[("kind", entity.kind.code()), ("name", &entity.name)]);
        let mut derivation = Derivation::new(title, phrase.span, entity.name.clone());
        describe(&mut derivation, phrase.entity);
        derivation.rule(reader, &phrase.rule);
        derivations.push(derivation);
    }
    derivations
}

fn statements(reader: &Reader, reading: &Reading) -> Vec<Derivation> {
    let derive = |statement: &suquan_attribution::Statement| {
        let title = say("explain.statement", &[("kind", statement.kind.code()), ("stance", &statement.stance)]);
        let mut derivation = Derivation::new(title, statement.cue, statement.stance.clone());
        derivation.add(statement.content, String::new());
        if let Some(span) = statement.speaker_span {
            let name = statement.speaker.map_or(span.of(&reading.text.source), |id| reading.mentions.entity(id).name.as_str());
            derivation.add(span, say("explain.speaker", &[("name", name)]));
        }
        if let Some(channel) = &statement.channel {
            derivation.add(channel.span, channel.channel.clone());
        }
        derivation.rule(reader, &statement.rule);
        derivation
    };
    reading.statements.iter().map(derive).collect()
}

fn events(reader: &Reader, reading: &Reading) -> Vec<Derivation> {
    let derive = |event: &suquan_event::Event| {
        let kind = std::iter::once(event.kind.code()).chain(event.modes.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        let title = say("explain.event", &[("kind", &kind), ("status", event.status.code())]);
        let mut triggers = event.triggers.iter();
        let mut derivation = Derivation { title, spans: Vec::new(), notes: Vec::new() };
        if let Some((span, rule)) = triggers.next() {
            derivation.add(*span, say("explain.trigger", &[]));
            derivation.rule(reader, rule);
        }
        let roles = [("actor", &event.actors), ("recipient", &event.recipients), ("claimed by", &event.claimed_by)];
        for (role, party) in roles.into_iter().flat_map(|(role, parties)| parties.iter().map(move |party| (role, party))) {
            derive_party(&mut derivation, reader, reading, role, party);
        }
        if let Some(date) = &event.date {
            derivation.add(date.span, say("explain.date", &[("value", &date.value), ("basis", date.basis)]));
            derivation.rule(reader, &date.rule);
        }
        if let Some(place) = &event.place {
            derivation.add(place.span, say("explain.place", &[]));
            derivation.rule(reader, &place.rule);
        }
        if let Some((duration, span, rule)) = &event.duration {
            derivation.add(*span, say("explain.duration", &[("value", duration)]));
            derivation.rule(reader, rule);
        }
        derivation
    };
    reading.events.iter().map(derive).collect()
}

fn commitments(reader: &Reader, reading: &Reading) -> Vec<Derivation> {
    let derive = |commitment: &suquan_commitment::Commitment| {
        let status = commitment.status.code();
        let mut derivation = Derivation::new(say("explain.commitment", &[("status", status)]), commitment.cue, status.to_owned());
        derivation.add(commitment.content, String::new());
        derive_party(&mut derivation, reader, reading, "agent", &commitment.agent);
        if let Some(recipient) = &commitment.recipient {
            derive_party(&mut derivation, reader, reading, "recipient", recipient);
        }
        if let Some((due, span)) = &commitment.due {
            derivation.add(*span, say("explain.due", &[("value", due)]));
        }
        for quantity in &commitment.quantities {
            derivation.add(quantity.span, say("explain.quantity", &[]));
        }
        derivation.rule(reader, &commitment.rule);
        derivation
    };
    reading.commitments.iter().map(derive).collect()
}

fn derive_party(derivation: &mut Derivation, reader: &Reader, reading: &Reading, role: &str, party: &Participant) {
    let name = &reading.mentions.entity(party.entity).name;
    derivation.add(party.span, say("explain.party", &[("role", role), ("name", name)]));
    derivation.rule(reader, &party.rule);
}
