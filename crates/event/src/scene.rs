//! What the steps of the room look at: the article as earlier rooms left it.

use std::collections::BTreeMap;

use suquan_attribution::Statement;
use suquan_clause::Clauses;
use suquan_langpack::Pack;
use suquan_mention::{EntityId, Mentions, PartyKind};
use suquan_pattern::{ClassId, Hit};
use suquan_segment::Text;
use suquan_span::TokenSpan;
use suquan_timex::Timex;

use crate::cast;
use crate::classes::Classes;
use crate::event::Participant;
use crate::units::{self, Unit};

/// The article with everything read so far.
pub struct Scene<'a> {
    /// The text.
    pub text: &'a Text,
    /// Its clauses and quotations.
    pub clauses: &'a Clauses,
    /// Its time expressions.
    pub times: &'a [Timex],
    /// Its parties.
    pub mentions: &'a Mentions,
    /// Its statements.
    pub statements: &'a [Statement],
    /// The numbers of the lists.
    pub classes: Classes,
    /// The language.
    pub pack: &'a Pack,
    /// When it was published (EDTF), as far as known.
    pub published: Option<&'a str>,
    /// Parties, by start.
    pub units: Vec<Unit>,
    /// The states that the article speaks of, each once, by code.
    pub states: BTreeMap<String, EntityId>,
    /// Those who are media, sorted.
    pub media: Vec<EntityId>,
    /// The state that the article is about, where one is spoken of more than all others.
    pub setting: Option<EntityId>,
    /// The party that the article says is against its government, where it names one.
    pub opposition: Option<EntityId>,
}

impl<'a> Scene<'a> {
    /// Reads the parties of the article, and keeps what was read before.
    #[must_use]
    pub fn new(text: &'a Text, clauses: &'a Clauses, times: &'a [Timex], mentions: &'a Mentions, statements: &'a [Statement], pack: &'a Pack) -> Self {
        let mut scene = Self {
            text,
            clauses,
            times,
            mentions,
            statements,
            classes: Classes::new(pack),
            pack,
            published: None,
            units: Vec::new(),
            states: BTreeMap::new(),
            media: Vec::new(),
            setting: None,
            opposition: None,
        };
        scene.states = cast::states(mentions);
        scene.media = cast::media(&scene);
        scene.opposition = cast::opposition(&scene);
        scene.units = units::units(&scene);
        scene.setting = cast::setting(mentions);
        scene
    }
}

impl Scene<'_> {
    /// The word at token `at`; empty beyond the text.
    #[must_use]
    pub fn word(&self, at: u32) -> &str {
        self.text.tokens.get(at as usize).map_or("", |token| token.of(&self.text.source))
    }

    /// The longest hit of `class` that ends just before `end`.
    #[must_use]
    pub fn class_before(&self, end: u32, class: Option<ClassId>) -> Option<&Hit> {
        self.text.hits.class_before(end as usize, class?)
    }

    /// The word of case that ends just before `end`, unless it belongs to a time expression (`yesterday` ends like `through`).
    #[must_use]
    pub fn case_before(&self, end: u32) -> Option<&Hit> {
        let hit = self.class_before(end, self.classes.case)?;
        let upto = self.times.partition_point(|time| time.tokens.start < end);
        self.times[..upto].last().is_none_or(|time| !time.tokens.overlaps(hit.span)).then_some(hit)
    }

    /// The longest hit of `class` that starts at `at`.
    #[must_use]
    pub fn class_at(&self, at: u32, class: Option<ClassId>) -> Option<&Hit> {
        self.text.hits.class_at(at as usize, class?)
    }

    /// The first word of the value of a hit's row.
    #[must_use]
    pub fn label(&self, hit: &Hit) -> &str {
        self.pack.row(hit).head()
    }

    /// The first hit of `class` that lies in `span`.
    #[must_use]
    pub fn class_in(&self, span: TokenSpan, class: Option<ClassId>) -> Option<&Hit> {
        let class = class?;
        span.indices().find_map(|at| self.text.hits.class_at(at, class).filter(|hit| hit.span.end <= span.end))
    }

    /// The state in which a party is, or to which it belongs, where the article speaks of it.
    #[must_use]
    pub fn state_of(&self, entity: EntityId) -> Option<EntityId> {
        self.states.get(self.mentions.entity(entity).country.as_deref()?).copied()
    }

    /// Whether a medium or agency says it.
    #[must_use]
    pub fn is_outlet(&self, said: &Statement) -> bool {
        said.speaker_span.is_some_and(|span| self.class_in(self.text.tokens_in(span), self.classes.outlet).is_some())
    }

    /// Whom a word for a body without a name means: the opposition, or the state that the article is about; `None` where it means no body.
    #[must_use]
    pub fn nameless(&self, hit: &Hit) -> Option<EntityId> {
        match self.label(hit) {
            "body" => self.setting,
            "opposition" => self.opposition.or(self.setting),
            _ => None,
        }
    }

    /// Whether a mark of tense, modality or polarity starts at `at`.
    #[must_use]
    pub fn starts_verb_group(&self, at: u32) -> bool {
        self.class_at(at, self.classes.aux).is_some_and(|hit| self.label(hit) != "adverb")
    }

    /// Whether the word before `start` names a side (`the side of`), which gives no case.
    #[must_use]
    pub fn pack_word_is_party(&self, start: u32) -> bool {
        self.class_before(start, self.classes.case).is_some_and(|hit| self.label(hit) == "party")
    }

    /// The innermost statement whose content holds `span`.
    #[must_use]
    pub fn statement(&self, span: TokenSpan) -> Option<&Statement> {
        // Contents start in order; one that holds the span starts no later, and nesting is shallow.
        let upto = self.statements.partition_point(|statement| statement.tokens.start <= span.start);
        self.statements[..upto].iter().rev().take(8).find(|statement| statement.tokens.contains(span))
    }

    /// The units that lie wholly in `span`, by start.
    pub fn units_in(&self, span: TokenSpan) -> impl DoubleEndedIterator<Item = &Unit> {
        let from = self.units.partition_point(|unit| unit.tokens.start < span.start);
        let to = self.units.partition_point(|unit| unit.tokens.end <= span.end);
        self.units.get(from..to.max(from)).unwrap_or(&[]).iter()
    }

    /// The units that end in `span`, by start: an act's words may take the title or noun before the name (`summon the ambassador of`).
    pub fn units_after(&self, span: TokenSpan) -> impl Iterator<Item = &Unit> {
        let from = self.units.partition_point(|unit| unit.tokens.end <= span.start);
        let to = self.units.partition_point(|unit| unit.tokens.end <= span.end);
        self.units.get(from..to.max(from)).unwrap_or(&[]).iter()
    }

    /// The times that lie wholly in `span`, by start.
    pub fn times_in(&self, span: TokenSpan) -> impl DoubleEndedIterator<Item = &Timex> {
        let from = self.times.partition_point(|time| time.tokens.start < span.start);
        let to = self.times.partition_point(|time| time.tokens.end <= span.end);
        self.times.get(from..to.max(from)).unwrap_or(&[]).iter()
    }

    /// Whether two parties can be one: the same, or a person, body and state of one country; two different persons or bodies are not.
    #[must_use]
    pub fn same_side(&self, a: &Participant, b: &Participant) -> bool {
        self.of_one_side(a.entity, b.entity)
    }

    /// The same of two entities.
    #[must_use]
    pub fn of_one_side(&self, a: EntityId, b: EntityId) -> bool {
        if a == b {
            return true;
        }
        // A paper speaks for itself and not for its state.
        if self.media.binary_search(&a).is_ok() || self.media.binary_search(&b).is_ok() {
            return false;
        }
        let (a, b) = (self.mentions.entity(a), self.mentions.entity(b));
        let state = |kind| matches!(kind, PartyKind::Country | PartyKind::Place);
        a.country.is_some() && a.country == b.country && (a.kind != b.kind || state(a.kind)) || a.actor.is_some() && a.actor == b.actor
    }
}
