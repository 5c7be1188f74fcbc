//! From a reading to a record.

use std::sync::LazyLock;
use suquan_attribution::Statement;

use suquan_actors::Actors;
use suquan_commitment::Commitment;
use suquan_event::{Event, Participant, Quantity as Number, Status};
use suquan_mention::{Entity, EntityId};
use suquan_pipeline::Reading;
use suquan_span::{ByteSpan, TokenSpan};
use suquan_timex::Timex;
use suquan_token::{fold, key};

use crate::features::{days, features};
use crate::judge::is_verbal;
use crate::record::{Account, Dated, Ground, Grounded, Party, Place, Promise, Quantity, Quote, Record, Role, Saying, Topic, Variant};
use crate::sketch::hash_bytes;

/// Tokens on either side of a trigger whose words tell one act from another of the same kind.
const NEAR: u32 = 25;

/// The actor list: a table of facts, the same for everybody.
static ACTORS: LazyLock<Actors> = LazyLock::new(Actors::embedded);

/// What the ledger needs of a reading.
#[must_use]
pub fn digest(reading: &Reading) -> Record {
    let digester = Digester::new(reading);
    let article = &reading.article;
    let mut record = Record {
        id: article.id.clone(),
        hash: article.hash.clone(),
        language: article.language.clone(),
        title: article.title.clone(),
        source: article.source.clone(),
        published: reading.published.as_ref().map(|date| date.value.clone()),
        published_basis: reading.published_basis.code().into(),
        features: features(reading, &digester.words),
        days: days(reading),
        parties: reading.mentions.entities.iter().map(party).chain(digester.unresolved()).collect(),
        events: reading.events.iter().map(|event| digester.account(event)).collect(),
        promises: reading.commitments.iter().map(|commitment| digester.promise(commitment)).collect(),
        statements: digester.sayings(),
    };
    prune(&mut record);
    record
}

/// Leaves out the parties that no entry names: an article mentions many more than act in it.
fn prune(record: &mut Record) {
    let roles = |record: &mut Record, each: &mut dyn FnMut(&mut usize)| {
        for event in &mut record.events {
            event.actors.iter_mut().chain(&mut event.recipients).chain(&mut event.claimed_by).for_each(|role| each(&mut role.party));
        }
        for promise in &mut record.promises {
            each(&mut promise.agent.party);
            promise.recipient.iter_mut().for_each(|role| each(&mut role.party));
        }
        record.statements.iter_mut().for_each(|saying| each(&mut saying.speaker));
    };
    let mut used = vec![false; record.parties.len()];
    roles(record, &mut |party| used.get_mut(*party).into_iter().for_each(|used| *used = true));
    // Members come after the groups they are in or before: twice round reaches groups of groups.
    for _ in 0..2 {
        for index in 0..used.len() {
            if used[index] {
                record.parties[index].members.iter().for_each(|member| used[*member] = true);
            }
        }
    }
    let mut next = 0;
    let places: Vec<usize> = used
        .iter()
        .map(|used| {
            next += usize::from(*used);
            next - usize::from(*used)
        })
        .collect();
    roles(record, &mut |party| *party = places[*party]);
    let mut keep = used.iter();
    record.parties.retain(|_| *keep.next().expect("one flag a party"));
    record.parties.iter_mut().for_each(|party| party.members.iter_mut().for_each(|member| *member = places[*member]));
}

struct Digester<'r> {
    reading: &'r Reading,
    /// A hash a token; `None` for signs.
    words: Vec<Option<u64>>,
}

impl<'r> Digester<'r> {
    fn new(reading: &'r Reading) -> Self {
        let source = &reading.text.source;
        let word = |token: &suquan_token::Token| (token.kind != suquan_token::Kind::Sign).then(|| hash_bytes(key(token.of(source)).as_bytes()));
        Self { reading, words: reading.text.tokens.iter().map(word).collect() }
    }

    fn quote(&self, span: ByteSpan) -> Quote {
        let chars = self.reading.text.chars(span);
        Quote { start: chars.start, end: chars.end, text: span.of(&self.reading.text.source).to_owned() }
    }

    fn ground(&self, span: ByteSpan, rule: &str) -> Ground {
        Ground { span: self.quote(span), rule: rule.to_owned() }
    }

    fn role(&self, participant: &Participant) -> Role {
        Role { party: participant.entity.0 as usize, ground: self.ground(participant.span, &participant.rule) }
    }

    fn roles(&self, participants: &[Participant]) -> Vec<Role> {
        participants.iter().map(|participant| self.role(participant)).collect()
    }

    fn account(&self, event: &Event) -> Account {
        let date = event.date.as_ref().map(|date| Dated {
            value: date.value.clone(),
            basis: date.basis.to_owned(),
            time: self.time_of_day(date.span),
            zone: self.times_in(date.span).find_map(|time| time.zone.clone()),
            ground: self.ground(date.span, &date.rule),
        });
        let place = event.place.as_ref().map(|place| {
            let entity = place.entity.map(|id| self.reading.mentions.entity(id));
            Place {
                name: place.name.clone(),
                actor: entity.and_then(|entity| entity.actor.clone()),
                country: entity.and_then(country),
                key: fold(&place.name),
                ground: self.ground(place.span, &place.rule),
            }
        });
        let variant = |(attribute, value, span): &(&'static str, String, ByteSpan)| Variant {
            attribute: (*attribute).to_owned(),
            value: self.time_of_day(*span).filter(|_| *attribute == "date").unwrap_or_else(|| value.clone()),
            span: self.quote(*span),
        };
        Account {
            kind: event.kind.code().to_owned(),
            modes: event.modes.clone(),
            actors: self.roles(&event.actors),
            recipients: self.roles(&event.recipients),
            date,
            place,
            duration: event.duration.as_ref().map(|(value, span, rule)| Grounded { value: value.clone(), ground: self.ground(*span, rule) }),
            quantities: event.quantities.iter().map(|quantity| self.quantity(quantity)).collect(),
            status: event.status.code().to_owned(),
            claimed_by: self.roles(&event.claimed_by),
            topics: event
                .topics
                .iter()
                .map(|raised| Topic { topic: raised.topic.topic.clone(), side: raised.side.clone(), span: self.quote(raised.topic.span) })
                .collect(),
            triggers: event.triggers.iter().map(|(span, rule)| self.ground(*span, rule)).collect(),
            variants: event.variants.iter().map(variant).collect(),
            words: event.triggers.first().map_or_else(Vec::new, |(span, _)| self.words_near(*span)),
            act: event.triggers.first().map_or_else(Vec::new, |(span, _)| self.words_in(self.reading.text.tokens_in(*span))),
        }
    }

    /// The finer value of a date whose words name a time of day.
    fn time_of_day(&self, date: ByteSpan) -> Option<String> {
        self.times_in(date).find(|time| time.value.contains('T') && !time.value.starts_with('P')).map(|time| time.value.clone())
    }

    fn times_in(&self, words: ByteSpan) -> impl Iterator<Item = &Timex> {
        let times = &self.reading.times;
        let from = times.partition_point(|time| time.span.end <= words.start);
        times[from..].iter().take_while(move |time| time.span.start < words.end)
    }

    fn promise(&self, commitment: &Commitment) -> Promise {
        Promise {
            agent: self.role(&commitment.agent),
            recipient: commitment.recipient.as_ref().map(|participant| self.role(participant)),
            content: self.quote(commitment.content),
            cue: self.quote(commitment.cue),
            act: self.act(commitment),
            quantities: commitment.quantities.iter().map(|quantity| self.quantity(quantity)).collect(),
            due: commitment.due.as_ref().map(|(value, span)| Grounded { value: value.clone(), ground: self.ground(*span, &commitment.rule) }),
            condition: commitment.condition.map(|span| self.quote(span)),
            status: commitment.status.code().to_owned(),
            rule: commitment.rule.clone(),
            words: self.words_in(self.reading.text.tokens_in(commitment.content)),
        }
    }

    /// The first deed in the words of a promise that is yet to be done and its agent's own, or its state's; the word that promises is none.
    fn act(&self, commitment: &Commitment) -> Option<usize> {
        let words = commitment.cue.cover(commitment.content);
        let entity = |id: EntityId| self.reading.mentions.entity(id);
        let agent = entity(commitment.agent.entity);
        let own = |party: &Participant| {
            let other = entity(party.entity);
            party.entity == commitment.agent.entity || agent.country.is_some() && agent.country == other.country && agent.kind != other.kind
        };
        let inside = |event: &Event| event.triggers.iter().map(|(span, _)| span).filter(|span| words.overlaps(**span)).map(|span| span.start).min();
        let acts = self.reading.events.iter().enumerate().filter(|(_, event)| {
            let open = matches!(event.status, Status::Planned | Status::Hypothetical);
            open && !is_verbal(event.kind.code()) && event.actors.iter().any(own)
        });
        acts.filter_map(|(index, event)| inside(event).map(|start| (start, index))).min().map(|(_, index)| index)
    }

    fn quantity(&self, quantity: &Number) -> Quantity {
        Quantity {
            value: quantity.value,
            unit: quantity.unit.clone(),
            of: quantity.of.clone(),
            baseline: quantity.baseline,
            modifier: quantity.modifier.clone(),
            ground: self.ground(quantity.span, &quantity.rule),
        }
    }

    /// The speakers that are no entity, by their words, in the order of their statements.
    fn unresolved(&self) -> impl Iterator<Item = Party> {
        let by_words = |statement: &Statement| {
            let words = statement.speaker_span.map_or("", |span| span.of(&self.reading.text.source));
            let kind = statement.speaker_kind.code().to_owned();
            Party { name: words.to_owned(), kind, aliases: statement.speaker_forms.clone(), keys: vec![fold(words)], ..Party::default() }
        };
        self.reading.statements.iter().filter(|statement| statement.speaker.is_none()).map(by_words)
    }

    fn sayings(&self) -> Vec<Saying> {
        let mut unresolved = self.reading.mentions.entities.len()..;
        let saying = |statement: &Statement| Saying {
            speaker: statement.speaker.map(|EntityId(id)| id as usize).or_else(|| unresolved.next()).unwrap_or_default(),
            speaker_span: statement.speaker_span.map(|span| self.quote(span)),
            cue: self.quote(statement.cue),
            content: self.quote(statement.content),
            kind: statement.kind.code().to_owned(),
            stance: Some(statement.stance.clone()).filter(|stance| !stance.is_empty()),
            addressee: statement.addressee.map(|EntityId(id)| id as usize),
            channel: statement.channel.as_ref().map(|channel| self.grounded(&channel.channel, channel.span, &statement.rule)),
            date: statement.date.as_ref().map(|(date, span)| self.grounded(date, *span, &statement.rule)),
            side: statement.side.clone(),
            topics: statement
                .topics
                .iter()
                .map(|topic| Topic { topic: topic.topic.clone(), side: statement.side.clone(), span: self.quote(topic.span) })
                .collect(),
            rule: statement.rule.clone(),
        };
        self.reading.statements.iter().map(saying).collect()
    }

    fn grounded(&self, value: &str, span: ByteSpan, rule: &str) -> Grounded {
        Grounded { value: value.to_owned(), ground: self.ground(span, rule) }
    }

    /// The words around a trigger within its sentence, names aside.
    fn words_near(&self, span: ByteSpan) -> Vec<u32> {
        let text = &self.reading.text;
        let trigger = text.tokens_in(span);
        let sentence = text.sentence(trigger.start);
        self.words_in(TokenSpan::new(sentence.start.max(trigger.start.saturating_sub(NEAR)), sentence.end.min(trigger.end + NEAR)))
    }

    fn words_in(&self, span: TokenSpan) -> Vec<u32> {
        let names = &self.reading.mentions.mentions;
        let mut next = names.partition_point(|mention| mention.tokens.end <= span.start);
        let mut words = Vec::new();
        for at in span.indices() {
            while names.get(next).is_some_and(|mention| mention.tokens.end as usize <= at) {
                next += 1;
            }
            let named = names.get(next).is_some_and(|mention| mention.tokens.start as usize <= at);
            if let Some(Some(word)) = self.words.get(at).filter(|_| !named) {
                words.push(*word as u32);
            }
        }
        words.sort_unstable();
        words.dedup();
        words
    }
}

fn party(entity: &Entity) -> Party {
    let mut keys: Vec<String> = entity.aliases.iter().chain([&entity.name]).map(|name| fold(name)).filter(|name| !name.is_empty()).collect();
    keys.sort();
    keys.dedup();
    Party {
        name: entity.name.clone(),
        actor: entity.actor.clone(),
        kind: entity.kind.code().to_owned(),
        country: country(entity),
        governs: governs(entity),
        medium: entity.actor.as_deref().and_then(|actor| ACTORS.get(actor)).is_some_and(|actor| actor.detail == "media"),
        aliases: entity.aliases.clone(),
        keys,
        members: entity.members.iter().map(|member| member.0 as usize).collect(),
    }
}

/// Whether an entity is a state's government as a whole, and no body of it.
fn governs(entity: &Entity) -> bool {
    let actor = entity.actor.as_deref().and_then(|actor| ACTORS.get(actor));
    actor.is_some_and(|actor| actor.detail == "government" && actor.of.is_empty() && actor.id.ends_with("-government"))
}

/// The state that an entity is, belongs to or lies in.
pub(crate) fn country(entity: &Entity) -> Option<String> {
    entity.country.clone().or_else(|| ACTORS.country_of(entity.actor.as_deref()?).map(str::to_owned))
}
