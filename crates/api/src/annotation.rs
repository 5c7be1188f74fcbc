//! One article's reading as a record.

use serde_json::{Map, Value, json};
use suquan_attribution::Statement;
use suquan_commitment::Commitment;
use suquan_event::{Event, Participant, Quantity};
use suquan_mention::EntityId;
use suquan_pipeline::Reading;
use suquan_span::ByteSpan;

use crate::SCHEMA;

/// The record of `suquan annotate --format jsonl`.
#[must_use]
pub fn annotation(reading: &Reading) -> Value {
    let writer = Writer { reading };
    let article = &reading.article;
    json!({
        "schema": SCHEMA,
        "id": article.id,
        "hash": article.hash,
        "language": article.language,
        "title": article.title,
        "published": reading.published.as_ref().map(|date| &date.value),
        "published_basis": reading.published_basis.code(),
        "source": article.source,
        "text": article.text,
        "parts": reading.text.parts.iter().map(|part| writer.at(part.span, json!({"role": part.role.code()}))).collect::<Vec<_>>(),
        "times": writer.times(),
        "mentions": writer.mentions(),
        "statements": reading.statements.iter().map(|statement| writer.statement(statement)).collect::<Vec<_>>(),
        "events": reading.events.iter().map(|event| writer.event(event)).collect::<Vec<_>>(),
        "commitments": reading.commitments.iter().map(|commitment| writer.commitment(commitment)).collect::<Vec<_>>(),
        "diagnostics": writer.diagnostics(),
    })
}

/// Writes the pieces of one reading.
pub(crate) struct Writer<'r> {
    pub(crate) reading: &'r Reading,
}

impl Writer<'_> {
    /// `start` and `end` in code points, before the keys of `rest`.
    fn at(&self, span: ByteSpan, rest: Value) -> Value {
        let chars = self.reading.text.chars(span);
        let mut object = Map::new();
        object.insert("start".into(), chars.start.into());
        object.insert("end".into(), chars.end.into());
        if let Value::Object(rest) = rest {
            object.extend(rest);
        }
        object.into()
    }

    /// The contract's `Span`.
    pub(crate) fn span(&self, span: ByteSpan) -> Value {
        self.at(span, json!({"text": span.of(&self.reading.text.source)}))
    }

    /// A `Span` with the rule that read it.
    pub(crate) fn ground(&self, span: ByteSpan, rule: &str) -> Value {
        self.at(span, json!({"text": span.of(&self.reading.text.source), "rule": rule}))
    }

    /// The contract's `Party`.
    pub(crate) fn party(&self, id: EntityId) -> Value {
        let entity = self.reading.mentions.entity(id);
        json!({
            "name": entity.name,
            "actor": entity.actor,
            "kind": entity.kind.code(),
            "country": entity.country,
            "aliases": entity.aliases,
            "members": entity.members.iter().map(|&member| self.party(member)).collect::<Vec<_>>(),
        })
    }

    /// The speaker of a statement: a party, or one that the text only names by its words.
    fn speaker(&self, statement: &Statement) -> Value {
        let forms = &statement.speaker_forms;
        let Some(id) = statement.speaker else {
            let name = statement.speaker_span.map_or("", |span| span.of(&self.reading.text.source));
            return json!({"name": name, "actor": null, "kind": statement.speaker_kind.code(), "country": null, "aliases": forms, "members": []});
        };
        let mut party = self.party(id);
        let known = &self.reading.mentions.entity(id).aliases;
        if let Some(aliases) = party["aliases"].as_array_mut() {
            aliases.extend(forms.iter().filter(|form| !known.contains(form)).map(|form| Value::from(form.as_str())));
        }
        party
    }

    fn times(&self) -> Vec<Value> {
        let time = |time: &suquan_timex::Timex| {
            self.at(
                time.span,
                json!({
                    "text": time.span.of(&self.reading.text.source),
                    "type": time.kind.code(),
                    "value": time.value,
                    "mod": time.modifier.map(suquan_timex::Modifier::code),
                    "basis": time.basis,
                    "rule": time.rule,
                }),
            )
        };
        self.reading.times.iter().map(time).collect()
    }

    fn mentions(&self) -> Vec<Value> {
        let mention = |mention: &suquan_mention::Mention| {
            let entity = self.reading.mentions.entity(mention.entity);
            self.at(
                mention.span,
                json!({
                    "text": mention.span.of(&self.reading.text.source),
                    "type": mention.kind.code(),
                    "actor": entity.actor,
                    "chain": mention.entity.0,
                }),
            )
        };
        self.reading.mentions.mentions.iter().map(mention).collect()
    }

    /// A statement; shared by annotations and the stream of statements.
    pub(crate) fn statement(&self, statement: &Statement) -> Value {
        json!({
            "speaker": self.speaker(statement),
            "cue": self.span(statement.cue),
            "content": self.span(statement.content),
            "kind": statement.kind.code(),
            "stance": statement.stance,
            "addressee": statement.addressee.map(|id| self.party(id)),
            "channel": statement.channel.as_ref().map(|channel| &channel.channel),
            "date": statement.date.as_ref().map(|(date, _)| date),
            "side": statement.side,
            "topics": statement.topics.iter().map(|topic| json!({"topic": topic.topic, "span": self.span(topic.span)})).collect::<Vec<_>>(),
            "evidence": {
                "speaker": statement.speaker_span.map(|span| vec![self.ground(span, &statement.rule)]).unwrap_or_default(),
                "channel": statement.channel.as_ref().map(|channel| vec![self.span(channel.span)]).unwrap_or_default(),
                "date": statement.date.as_ref().map(|(_, span)| vec![self.span(*span)]).unwrap_or_default(),
            },
        })
    }

    fn parties(&self, parties: &[Participant]) -> Vec<Value> {
        parties.iter().map(|party| self.party(party.entity)).collect()
    }

    fn grounds(&self, parties: &[Participant]) -> Vec<Value> {
        parties.iter().map(|party| json!([self.ground(party.span, &party.rule)])).collect()
    }

    pub(crate) fn quantity(&self, quantity: &Quantity) -> Value {
        json!({
            "value": number(quantity.value),
            "unit": quantity.unit,
            "of": quantity.of,
            "baseline": quantity.baseline.map(number),
            "modifier": quantity.modifier,
        })
    }

    /// An event's fields with their evidence.
    pub(crate) fn event(&self, event: &Event) -> Value {
        let mut evidence = Map::new();
        evidence.insert("trigger".into(), event.triggers.iter().map(|(span, rule)| self.ground(*span, rule)).collect());
        evidence.insert("actors".into(), self.grounds(&event.actors).into());
        evidence.insert("recipients".into(), self.grounds(&event.recipients).into());
        if let Some(date) = &event.date {
            evidence.insert("date".into(), json!([self.ground(date.span, &date.rule)]));
        }
        if let Some(place) = &event.place {
            evidence.insert("place".into(), json!([self.ground(place.span, &place.rule)]));
        }
        if let Some((_, span, rule)) = &event.duration {
            evidence.insert("duration".into(), json!([self.ground(*span, rule)]));
        }
        if !event.quantities.is_empty() {
            evidence.insert("quantities".into(), event.quantities.iter().map(|quantity| json!([self.ground(quantity.span, &quantity.rule)])).collect());
        }
        if !event.claimed_by.is_empty() {
            evidence.insert("claimed_by".into(), self.grounds(&event.claimed_by).into());
        }
        json!({
            "type": event.kind.code(),
            "modes": event.modes,
            "actors": self.parties(&event.actors),
            "recipients": self.parties(&event.recipients),
            "date": event.date.as_ref().map(|date| &date.value),
            "date_basis": event.date.as_ref().map(|date| date.basis),
            "place": event.place.as_ref().map(|place| &place.name),
            "duration": event.duration.as_ref().map(|(duration, _, _)| duration),
            "quantities": event.quantities.iter().map(|quantity| self.quantity(quantity)).collect::<Vec<_>>(),
            "status": event.status.code(),
            "claimed_by": self.parties(&event.claimed_by),
            "topics": event.topics.iter().map(|raised| json!({"topic": raised.topic.topic, "side": raised.side, "span": self.span(raised.topic.span)})).collect::<Vec<_>>(),
            "evidence": evidence,
        })
    }

    /// A commitment's fields with their evidence.
    pub(crate) fn commitment(&self, commitment: &Commitment) -> Value {
        let mut evidence = Map::new();
        evidence.insert("cue".into(), json!([self.ground(commitment.cue, &commitment.rule)]));
        evidence.insert("agent".into(), json!([self.ground(commitment.agent.span, &commitment.agent.rule)]));
        if let Some(recipient) = &commitment.recipient {
            evidence.insert("recipient".into(), json!([self.ground(recipient.span, &recipient.rule)]));
        }
        if let Some((_, span)) = &commitment.due {
            evidence.insert("due".into(), json!([self.ground(*span, &commitment.rule)]));
        }
        if !commitment.quantities.is_empty() {
            evidence.insert("quantities".into(), commitment.quantities.iter().map(|quantity| json!([self.ground(quantity.span, &quantity.rule)])).collect());
        }
        json!({
            "agent": self.party(commitment.agent.entity),
            "recipient": commitment.recipient.as_ref().map(|party| self.party(party.entity)),
            "content": self.span(commitment.content),
            "quantities": commitment.quantities.iter().map(|quantity| self.quantity(quantity)).collect::<Vec<_>>(),
            "due": commitment.due.as_ref().map(|(due, _)| due),
            "status": commitment.status.code(),
            "condition": commitment.condition.map(|span| self.span(span)),
            "evidence": evidence,
        })
    }

    fn diagnostics(&self) -> Vec<Value> {
        let diagnostic = |diagnostic: &suquan_span::Diagnostic| {
            let rest = json!({"code": diagnostic.code, "severity": diagnostic.severity.code(), "detail": diagnostic.detail});
            match diagnostic.span {
                Some(span) => self.at(span, rest),
                None => rest,
            }
        };
        self.reading.diagnostics.iter().map(diagnostic).collect()
    }
}

/// A whole number without a fraction, as people write it.
pub(crate) fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
}
