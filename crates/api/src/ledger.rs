//! The ledger's entries as records.

use serde_json::{Map, Value, json};
use suquan_resolve::entry::{Counted, Difference, Differing, Event, Evidence, Kind, Member, Promised, Report, Story};
use suquan_resolve::judge::Verdict;
use suquan_resolve::record::{Ground, Grounded, Party, Quote, Saying};
use suquan_resolve::{Ledger, Record};

use crate::SCHEMA;
use crate::annotation::number;
use crate::title::titles;

/// Writes a ledger's entries.
pub struct LedgerWriter<'l> {
    /// The ledger.
    pub ledger: &'l Ledger,
}

impl LedgerWriter<'_> {
    /// The record of an event.
    #[must_use]
    pub fn event(&self, event: &Event) -> Value {
        let (conflicts, differences): (Vec<&Difference>, Vec<&Difference>) =
            event.differences.iter().partition(|difference| matches!(difference.kind, Kind::Conflict | Kind::Revision));
        json!({
            "schema": SCHEMA,
            "id": event.id,
            "type": event.kind,
            "modes": event.modes,
            "title": titles(&event.kind, &event.modes, &names(&event.actors), &names(&event.recipients)),
            "actors": event.actors.iter().map(member).collect::<Vec<_>>(),
            "recipients": event.recipients.iter().map(member).collect::<Vec<_>>(),
            "date": event.date.as_ref().map(|date| &date.value),
            "date_basis": event.date_basis,
            "place": event.place.as_ref().map(|place| &place.value),
            "duration": event.duration.as_ref().map(|duration| &duration.value),
            "quantities": event.quantities.iter().map(|counted| self.counted(counted)).collect::<Vec<_>>(),
            "status": event.status,
            "claimed_by": event.claimed_by.iter().map(member).collect::<Vec<_>>(),
            "topics": event.topics.iter().map(|raised| json!({
                "topic": raised.topic.topic, "side": raised.topic.side, "span": self.quote(raised.document, &raised.topic.span),
            })).collect::<Vec<_>>(),
            "reports": event.reports.iter().map(|report| self.report(report)).collect::<Vec<_>>(),
            "articles": event.reports.len(),
            "origins": event.origins,
            "evidence": self.event_evidence(event),
            "conflicts": conflicts.into_iter().map(|difference| self.difference(difference)).collect::<Vec<_>>(),
            "differences": differences.into_iter().map(|difference| self.difference(difference)).collect::<Vec<_>>(),
            "merges": event.merges.iter().map(|merge| json!({
                "a": self.id(merge.a), "b": self.id(merge.b), "score": rounded(merge.verdict.score),
                "reasons": reasons(&merge.verdict),
            })).collect::<Vec<_>>(),
            "judgements": event.judged,
        })
    }

    /// The record of a promise.
    #[must_use]
    pub fn promise(&self, promise: &Promised) -> Value {
        let mut evidence = Map::new();
        evidence.insert("cue".into(), self.grounds(&promise.cues));
        evidence.insert("agent".into(), self.grounds(&promise.agent.evidence));
        if let Some(recipient) = &promise.recipient {
            evidence.insert("recipient".into(), self.grounds(&recipient.evidence));
        }
        if let Some(due) = &promise.due {
            evidence.insert("due".into(), self.grounds(&due.evidence));
        }
        if !promise.quantities.is_empty() {
            evidence.insert("quantities".into(), promise.quantities.iter().map(|c| json!([self.ground(c.document, &c.quantity.ground)])).collect());
        }
        json!({
            "schema": SCHEMA,
            "id": promise.id,
            "agent": member(&promise.agent),
            "recipient": promise.recipient.as_ref().map(member),
            "content": promise.contents.first().map(|(document, quote)| self.quote(*document, quote)),
            "quantities": promise.quantities.iter().map(|counted| self.counted(counted)).collect::<Vec<_>>(),
            "due": promise.due.as_ref().map(|due| &due.value),
            "status": promise.status,
            "condition": promise.condition.as_ref().map(|(document, quote)| self.quote(*document, quote)),
            "outcome": promise.outcome.as_ref().map(|outcome| json!({
                "status": outcome.status, "event": outcome.event, "date": outcome.date, "document": self.id(outcome.document),
                "score": rounded(outcome.verdict.score), "reasons": reasons(&outcome.verdict),
            })),
            "reports": promise.reports.iter().map(|report| self.report(report)).collect::<Vec<_>>(),
            "articles": promise.reports.len(),
            "origins": promise.origins,
            "evidence": evidence,
        })
    }

    /// The record of a story.
    #[must_use]
    pub fn story(&self, story: &Story) -> Value {
        json!({
            "schema": SCHEMA,
            "story": story.id,
            "title": story.title.clone().map(Value::from).or_else(|| self.main_title(story)),
            "documents": story.documents.iter().map(|&document| self.id(document)).collect::<Vec<_>>(),
            "events": story.events.iter().map(|&event| &self.ledger.events[event].id).collect::<Vec<_>>(),
        })
    }

    /// Of a story without a headline: the title of its main event, in the articles' language where there is one.
    fn main_title(&self, story: &Story) -> Option<Value> {
        let event = &self.ledger.events[*story.events.first()?];
        let language = story.documents.first().and_then(|&document| self.ledger.documents.get(document)).map_or("en", |document| document.language.as_str());
        let mut titles = titles(&event.kind, &event.modes, &names(&event.actors), &names(&event.recipients));
        let code = if titles.get(language).is_some() { language } else { "en" };
        Some(titles[code].take())
    }

    /// The record of an article.
    #[must_use]
    pub fn document(&self, index: usize) -> Value {
        let document = &self.ledger.documents[index];
        let story = self.ledger.stories.get(document.story).map(|story| &story.id);
        // Named by its first article, as a story is: a number would change with every article that comes before it.
        let origin = self.ledger.documents.get(document.origin).map(|first| format!("origin-{}", first.hash.get(..12).unwrap_or(&first.hash)));
        json!({
            "schema": SCHEMA,
            "id": document.id,
            "hash": document.hash,
            "language": document.language,
            "title": document.title,
            "published": document.published,
            "published_basis": document.published_basis,
            "dated_by": document.dated_by,
            "source": document.source,
            "story": story,
            "origin": origin,
            "origin_reasons": document.origin_reasons,
        })
    }

    /// The label of an article.
    fn id(&self, document: usize) -> &str {
        self.ledger.documents.get(document).map_or("", |document| &document.id)
    }

    fn report(&self, report: &Report) -> Value {
        let document = self.ledger.documents.get(report.document);
        json!({
            "document": self.id(report.document),
            "source": document.and_then(|document| document.source.as_ref()),
            "published": document.and_then(|document| document.published.as_ref()),
            "status": report.status,
            "date": report.date,
            "spans": report.spans.iter().map(|ground| self.ground(report.document, ground)).collect::<Vec<_>>(),
        })
    }

    fn event_evidence(&self, event: &Event) -> Value {
        let mut evidence = Map::new();
        let triggers = event.reports.iter().flat_map(|report| report.spans.iter().map(move |ground| self.ground(report.document, ground)));
        evidence.insert("trigger".into(), triggers.collect());
        for (field, members) in [("actors", &event.actors), ("recipients", &event.recipients), ("claimed_by", &event.claimed_by)] {
            if !members.is_empty() || field == "actors" {
                evidence.insert(field.into(), members.iter().map(|member| self.grounds(&member.evidence)).collect());
            }
        }
        for (field, value) in [("date", &event.date), ("place", &event.place), ("duration", &event.duration)] {
            if let Some(value) = value {
                evidence.insert(field.into(), self.grounds(&value.evidence));
            }
        }
        if !event.quantities.is_empty() {
            evidence.insert("quantities".into(), event.quantities.iter().map(|c| json!([self.ground(c.document, &c.quantity.ground)])).collect());
        }
        evidence.into()
    }

    fn difference(&self, difference: &Difference) -> Value {
        let value = |differing: &Differing| {
            let mut value = json!({"value": differing.value, "document": self.id(differing.document), "span": self.quote(differing.document, &differing.span)});
            if let Some(side) = &differing.side {
                value["side"] = side.as_str().into();
            }
            value
        };
        let kind = match difference.kind {
            Kind::Conflict => "conflict",
            Kind::Revision => "revision",
            Kind::Precision => "precision",
            Kind::OneSided => "one-sided",
        };
        let mut record = json!({"attribute": difference.attribute, "kind": kind, "values": difference.values.iter().map(value).collect::<Vec<_>>()});
        if difference.kind == Kind::OneSided {
            record["silent"] = difference.silent.iter().map(|&document| self.id(document)).collect();
            record["silent_sides"] = difference.silent_sides.iter().map(String::as_str).collect();
        }
        record
    }

    fn counted(&self, counted: &Counted) -> Value {
        let quantity = &counted.quantity;
        json!({
            "value": number(quantity.value),
            "unit": quantity.unit,
            "of": quantity.of,
            "baseline": quantity.baseline.map(number),
            "modifier": quantity.modifier,
            "document": self.id(counted.document),
        })
    }

    fn grounds(&self, evidence: &[Evidence]) -> Value {
        evidence.iter().map(|evidence| self.ground(evidence.document, &evidence.ground)).collect()
    }

    fn ground(&self, document: usize, ground: &Ground) -> Value {
        let mut value = self.quote(document, &ground.span);
        value["rule"] = ground.rule.clone().into();
        value
    }

    fn quote(&self, document: usize, quote: &Quote) -> Value {
        json!({"document": self.id(document), "start": quote.start, "end": quote.end, "text": quote.text})
    }
}

/// The record of a statement of `document`.
#[must_use]
pub fn statement(document: &Record, saying: &Saying) -> Value {
    let quote = |quote: &Quote| json!({"document": document.id, "start": quote.start, "end": quote.end, "text": quote.text});
    let ground = |grounded: &Grounded| {
        let mut value = quote(&grounded.ground.span);
        value["rule"] = grounded.ground.rule.clone().into();
        json!([value])
    };
    let mut evidence = Map::new();
    if let Some(span) = &saying.speaker_span {
        let mut value = quote(span);
        value["rule"] = saying.rule.clone().into();
        evidence.insert("speaker".into(), json!([value]));
    }
    for (field, value) in [("channel", &saying.channel), ("date", &saying.date)] {
        if let Some(value) = value {
            evidence.insert(field.into(), ground(value));
        }
    }
    json!({
        "schema": SCHEMA,
        "document": document.id,
        "speaker": document.parties.get(saying.speaker).map(party),
        "cue": quote(&saying.cue),
        "content": quote(&saying.content),
        "kind": saying.kind,
        "stance": saying.stance,
        "addressee": saying.addressee.and_then(|index| document.parties.get(index)).map(party),
        "channel": saying.channel.as_ref().map(|channel| &channel.value),
        "date": saying.date.as_ref().map(|date| &date.value),
        "side": saying.side,
        "topics": saying.topics.iter().map(|topic| json!({"topic": topic.topic, "span": quote(&topic.span)})).collect::<Vec<_>>(),
        "evidence": evidence,
    })
}

fn member(member: &Member) -> Value {
    let mut value = party(&member.party);
    value["members"] = member.members.iter().map(party).collect();
    value
}

fn party(party: &Party) -> Value {
    json!({"name": party.name, "actor": party.actor, "kind": party.kind, "country": party.country, "aliases": party.aliases, "members": []})
}

fn names(members: &[Member]) -> Vec<&str> {
    members.iter().map(|member| member.party.name.as_str()).collect()
}

/// What speaks for a verdict.
fn reasons(verdict: &Verdict) -> Vec<Value> {
    verdict.reasons.iter().map(|(code, weight)| json!({"reason": code, "weight": rounded(*weight)})).collect()
}

/// Two decimals: a score is no measurement.
fn rounded(score: f64) -> f64 {
    (score * 100.0).round() / 100.0
}
