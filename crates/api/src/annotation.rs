//! One article's reading as a record.

mod record;

use serde_json::{Value, json};
use suquan_event::Participant;
use suquan_mention::EntityId;
use suquan_pipeline::Reading;
use suquan_span::ByteSpan;

use self::record::{
    Annotation, Commitment, CommitmentEvidence, Diagnostic, Event, EventEvidence, Grounds, Mention, Part, Party, Quantity, Raised, Span, Statement,
    StatementEvidence, Time, Topic,
};
use crate::SCHEMA;

/// The record of `suquan annotate --format jsonl`, as one line of JSON.
///
/// It is written from the reading's own words, without a tree of values between: of everything that is printed for an article, this is the most.
#[must_use]
pub fn annotation(reading: &Reading) -> String {
    serde_json::to_string(&Writer { reading }.annotation()).expect("a record has text for keys and writing to a string does not fail")
}

/// Writes the pieces of one reading.
struct Writer<'r> {
    reading: &'r Reading,
}

impl<'r> Writer<'r> {
    fn annotation(&self) -> Annotation<'r> {
        let Reading { article, published, published_basis, text, mentions, times, statements, events, commitments, diagnostics, .. } = self.reading;
        Annotation {
            schema: SCHEMA,
            id: &article.id,
            hash: &article.hash,
            language: &article.language,
            title: article.title.as_deref(),
            published: published.as_ref().map(|date| date.value.as_str()),
            published_basis: published_basis.code(),
            source: article.source.as_deref(),
            text: &article.text,
            parts: text.parts.iter().map(|part| self.part(part)).collect(),
            times: times.iter().map(|time| self.time(time)).collect(),
            mentions: mentions.mentions.iter().map(|mention| self.mention(mention)).collect(),
            statements: statements.iter().map(|statement| self.statement(statement)).collect(),
            events: events.iter().map(|event| self.event(event)).collect(),
            commitments: commitments.iter().map(|commitment| self.commitment(commitment)).collect(),
            diagnostics: diagnostics.iter().map(|diagnostic| self.diagnostic(diagnostic)).collect(),
        }
    }

    fn words(&self, span: ByteSpan) -> &'r str {
        span.of(&self.reading.text.source)
    }

    fn span(&self, span: ByteSpan) -> Span<'r> {
        let chars = self.reading.text.chars(span);
        Span { start: chars.start, end: chars.end, text: self.words(span), rule: None }
    }

    /// Words that are evidence, with the rule that read them.
    fn ground(&self, span: ByteSpan, rule: &'r str) -> Span<'r> {
        Span { rule: Some(rule), ..self.span(span) }
    }

    fn part(&self, part: &suquan_segment::Part) -> Part {
        let chars = self.reading.text.chars(part.span);
        Part { start: chars.start, end: chars.end, role: part.role.code() }
    }

    fn time(&self, time: &'r suquan_timex::Timex) -> Time<'r> {
        let Span { start, end, text, .. } = self.span(time.span);
        let modifier = time.modifier.map(suquan_timex::Modifier::code);
        Time { start, end, text, kind: time.kind.code(), value: &time.value, modifier, zone: time.zone.as_deref(), basis: time.basis, rule: &time.rule }
    }

    fn mention(&self, mention: &suquan_mention::Mention) -> Mention<'r> {
        let Span { start, end, text, .. } = self.span(mention.span);
        let actor = self.reading.mentions.entity(mention.entity).actor.as_deref();
        Mention { start, end, text, kind: mention.kind.code(), actor, chain: mention.entity.0 }
    }

    fn party(&self, id: EntityId) -> Party<'r> {
        let entity = self.reading.mentions.entity(id);
        Party {
            name: &entity.name,
            actor: entity.actor.as_deref(),
            kind: entity.kind.code(),
            country: entity.country.as_deref(),
            aliases: entity.aliases.iter().map(String::as_str).collect(),
            members: entity.members.iter().map(|&member| self.party(member)).collect(),
        }
    }

    fn parties(&self, parties: &[Participant]) -> Vec<Party<'r>> {
        parties.iter().map(|party| self.party(party.entity)).collect()
    }

    /// The speaker of a statement: a party, or one that the text only names by its words.
    fn speaker(&self, statement: &'r suquan_attribution::Statement) -> Party<'r> {
        let forms = statement.speaker_forms.iter().map(String::as_str);
        let Some(id) = statement.speaker else {
            let name = statement.speaker_span.map_or("", |span| self.words(span));
            return Party { name, actor: None, kind: statement.speaker_kind.code(), country: None, aliases: forms.collect(), members: Vec::new() };
        };
        let mut party = self.party(id);
        let known = party.aliases.len();
        for form in forms {
            if !party.aliases[..known].contains(&form) {
                party.aliases.push(form);
            }
        }
        party
    }

    fn statement(&self, statement: &'r suquan_attribution::Statement) -> Statement<'r> {
        Statement {
            speaker: self.speaker(statement),
            cue: self.span(statement.cue),
            content: self.span(statement.content),
            kind: statement.kind.code(),
            stance: &statement.stance,
            addressee: statement.addressee.map(|id| self.party(id)),
            channel: statement.channel.as_ref().map(|channel| channel.channel.as_str()),
            date: statement.date.as_ref().map(|(date, _)| date.as_str()),
            side: statement.side.as_deref(),
            topics: statement.topics.iter().map(|topic| Topic { topic: &topic.topic, span: self.span(topic.span) }).collect(),
            evidence: StatementEvidence {
                speaker: statement.speaker_span.map(|span| self.ground(span, &statement.rule)).into_iter().collect(),
                channel: statement.channel.as_ref().map(|channel| self.span(channel.span)).into_iter().collect(),
                date: statement.date.as_ref().map(|(_, span)| self.span(*span)).into_iter().collect(),
            },
        }
    }

    fn participants(&self, parties: &'r [Participant]) -> Vec<Grounds<'r>> {
        parties.iter().map(|party| [self.ground(party.span, &party.rule)]).collect()
    }

    fn quantities(&self, quantities: &'r [suquan_event::Quantity]) -> (Vec<Quantity<'r>>, Vec<Grounds<'r>>) {
        let record = |quantity: &'r suquan_event::Quantity| Quantity {
            value: number(quantity.value),
            unit: &quantity.unit,
            of: quantity.of.as_deref(),
            baseline: quantity.baseline.map(number),
            modifier: quantity.modifier.as_deref(),
        };
        quantities.iter().map(|quantity| (record(quantity), [self.ground(quantity.span, &quantity.rule)])).unzip()
    }

    fn event(&self, event: &'r suquan_event::Event) -> Event<'r> {
        let (quantities, counted) = self.quantities(&event.quantities);
        let raised =
            |raised: &'r suquan_event::TopicRaised| Raised { topic: &raised.topic.topic, side: raised.side.as_deref(), span: self.span(raised.topic.span) };
        Event {
            kind: event.kind.code(),
            modes: &event.modes,
            actors: self.parties(&event.actors),
            recipients: self.parties(&event.recipients),
            date: event.date.as_ref().map(|date| date.value.as_str()),
            date_basis: event.date.as_ref().map(|date| date.basis),
            place: event.place.as_ref().map(|place| place.name.as_str()),
            duration: event.duration.as_ref().map(|(duration, ..)| duration.as_str()),
            quantities,
            status: event.status.code(),
            claimed_by: self.parties(&event.claimed_by),
            topics: event.topics.iter().map(raised).collect(),
            evidence: EventEvidence {
                trigger: event.triggers.iter().map(|(span, rule)| self.ground(*span, rule)).collect(),
                actors: self.participants(&event.actors),
                recipients: self.participants(&event.recipients),
                date: event.date.as_ref().map(|date| [self.ground(date.span, &date.rule)]),
                place: event.place.as_ref().map(|place| [self.ground(place.span, &place.rule)]),
                duration: event.duration.as_ref().map(|(_, span, rule)| [self.ground(*span, rule)]),
                quantities: counted,
                claimed_by: self.participants(&event.claimed_by),
            },
        }
    }

    fn commitment(&self, commitment: &'r suquan_commitment::Commitment) -> Commitment<'r> {
        let (quantities, counted) = self.quantities(&commitment.quantities);
        let participant = |party: &'r Participant| [self.ground(party.span, &party.rule)];
        Commitment {
            agent: self.party(commitment.agent.entity),
            recipient: commitment.recipient.as_ref().map(|party| self.party(party.entity)),
            content: self.span(commitment.content),
            quantities,
            due: commitment.due.as_ref().map(|(due, _)| due.as_str()),
            status: commitment.status.code(),
            condition: commitment.condition.map(|span| self.span(span)),
            evidence: CommitmentEvidence {
                cue: [self.ground(commitment.cue, &commitment.rule)],
                agent: participant(&commitment.agent),
                recipient: commitment.recipient.as_ref().map(participant),
                due: commitment.due.as_ref().map(|(_, span)| [self.ground(*span, &commitment.rule)]),
                quantities: counted,
            },
        }
    }

    fn diagnostic(&self, diagnostic: &'r suquan_span::Diagnostic) -> Diagnostic<'r> {
        let chars = diagnostic.span.map(|span| self.reading.text.chars(span));
        Diagnostic {
            start: chars.map(|chars| chars.start),
            end: chars.map(|chars| chars.end),
            code: diagnostic.code,
            severity: diagnostic.severity.code(),
            detail: &diagnostic.detail,
        }
    }
}

/// A whole number without a fraction, as people write it.
pub(crate) fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
}
