//! Anaphors: `ông`, `nước này`, `hai nhà lãnh đạo`, followed back in the order of the text.
//!
//! A pronoun means the person whom the sentence, or the last sentence with one, is about: the first one in it that no preposition makes an object. Groups take
//! the last two of their kind. Looking back is bounded, so the work stays linear.

use suquan_langpack::Pack;
use suquan_segment::Text;
use suquan_span::TokenSpan;

use crate::entity::{EntityId, PartyKind};
use crate::holder::{Almanac, Found};
use crate::registry::{Gender, Known, Registry, Role, RoleTime};
use crate::{Grammar, Names, Phrase, PhraseKind};

/// How many phrases, and how many sentences, an anaphor looks back.
pub(crate) const PHRASES: usize = 48;
pub(crate) const SENTENCES: usize = 6;

/// An expression of the list `anaphor` in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anaphor {
    pub(crate) tokens: TokenSpan,
    row: u32,
}

/// Somebody met on the way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Met {
    pub(crate) entity: EntityId,
    pub(crate) kind: PartyKind,
    pub(crate) sentence: usize,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// A preposition stands before: what the sentence is about is somebody else.
    pub(crate) oblique: bool,
    /// In brackets: where something lies, not who acts.
    pub(crate) bracketed: bool,
}

/// What has been met so far.
pub(crate) struct Follower<'a> {
    pub(crate) text: &'a Text,
    pub(crate) grammar: &'a Grammar,
    pub(crate) pack: &'a Pack,
    pub(crate) almanac: Almanac<'a>,
    pub(crate) met: Vec<Met>,
}

impl<'a> Follower<'a> {
    pub(crate) fn new(text: &'a Text, grammar: &'a Grammar, pack: &'a Pack, almanac: Almanac<'a>) -> Self {
        Self { text, grammar, pack, almanac, met: Vec::new() }
    }

    /// The anaphors of the text, by start, the longest of each place; they do not overlap.
    pub(crate) fn anaphors(&self) -> Vec<Anaphor> {
        let Some(class) = self.grammar.anaphor else { return Vec::new() };
        let mut found: Vec<Anaphor> = Vec::new();
        for hit in self.text.hits.all().iter().filter(|hit| hit.class == class) {
            if found.last().is_none_or(|last| last.tokens.end <= hit.span.start) {
                found.push(Anaphor { tokens: hit.span, row: hit.payload });
            }
        }
        found
    }

    /// Notes a phrase and whom it means.
    pub(crate) fn meet(&mut self, phrase: &Phrase, registry: &Registry) {
        self.note(phrase.entity, phrase.tokens, registry);
    }

    /// Notes a name that stands inside of a longer phrase.
    pub(crate) fn pass(&mut self, tokens: TokenSpan, entity: EntityId, registry: &Registry) {
        self.note(entity, tokens, registry);
    }

    fn note(&mut self, entity: EntityId, tokens: TokenSpan, registry: &Registry) {
        let kind = registry.get(entity).entity.kind;
        let oblique = self.grammar.oblique.is_some_and(|class| self.text.hits.class_before(tokens.start as usize, class).is_some());
        let sign = |at: Option<usize>| at.and_then(|at| self.text.tokens.get(at)).map_or("", |token| token.of(&self.text.source));
        let bracketed = sign((tokens.start as usize).checked_sub(1)) == "(" && sign(Some(tokens.end as usize)) == ")";
        self.met.push(Met { entity, kind, sentence: self.text.sentence_at(tokens.start), start: tokens.start, end: tokens.end, oblique, bracketed });
    }

    /// What a name means where it stands: a capital that is not spoken of as a place (`Bắc Kinh phản đối`, but `tại Bắc Kinh`) is its state.
    pub(crate) fn meant(&self, tokens: TokenSpan, entity: EntityId, registry: &mut Registry) -> EntityId {
        let place = &registry.get(entity).entity;
        let capital = place.kind == PartyKind::Place && place.actor.as_ref().is_some_and(|actor| self.almanac.actors.is_capital(actor));
        let Some(country) = place.country.clone().filter(|_| capital && !self.is_place(tokens)) else { return entity };
        self.almanac.state(&country, registry)
    }

    /// Whether words before a name speak of it as a place, or it stands in brackets.
    fn is_place(&self, tokens: TokenSpan) -> bool {
        let start = tokens.start as usize;
        let sign = |at: usize| self.text.tokens.get(at).is_some_and(|token| matches!(token.of(&self.text.source), "(" | ")"));
        let local = |hit: &suquan_pattern::Hit| self.grammar.local.contains(&(hit.class, hit.label)) || Some(hit.class) == self.grammar.loc_head;
        let before = (start.saturating_sub(4)..start).any(|at| self.text.hits.at(at).iter().any(|hit| hit.span.end as usize == start && local(hit)));
        before || start > 0 && sign(start - 1) && sign(tokens.end as usize)
    }

    /// The role of the person last met who is not of `of`'s country: whose counterpart is spoken of.
    pub(crate) fn last_role(&self, registry: &Registry, of: Option<EntityId>) -> Option<String> {
        let country = of.and_then(|of| registry.get(of).entity.country.as_ref());
        let persons = self.recent().filter(|met| met.kind == PartyKind::Person).map(|met| registry.get(met.entity));
        let mut roles = persons.filter(|known| country.is_none() || known.entity.country.as_ref() != country).filter_map(|known| known.roles.first());
        roles.next().map(|role| role.role.clone())
    }

    pub(crate) fn recent(&self) -> impl DoubleEndedIterator<Item = &Met> {
        self.met.iter().rev().take(PHRASES)
    }

    /// Whom an anaphor means.
    pub(crate) fn phrase(&mut self, anaphor: &Anaphor, names: &Names, entities: &[EntityId], registry: &mut Registry) -> Option<Phrase> {
        let row = self.pack.lexicon().row(anaphor.row);
        let sentence = self.text.sentence_at(anaphor.tokens.start);
        let mut tokens = anaphor.tokens;
        // A name right behind belongs to it: `ông chủ Nhà Trắng`, `hai nước Nga - Ấn Độ`.
        let after: Vec<usize> = names_behind(names, self.text, tokens.end);
        let (entity, kind) = match row.head() {
            "he" => (self.gendered(sentence, tokens, Gender::Male, registry)?, PhraseKind::Anaphor),
            "she" => (self.gendered(sentence, tokens, Gender::Female, registry)?, PhraseKind::Anaphor),
            "he-or-she" => (self.person(sentence, tokens, |_| true, registry)?, PhraseKind::Anaphor),
            "host" => {
                let house = after.first().map(|&name| entities[name])?;
                tokens.end = names.names[after[0]].tokens.end;
                (self.leader_of(house, registry)?, PhraseKind::Title)
            }
            "state" => (self.state(sentence, registry)?, PhraseKind::Anaphor),
            "body" => (self.last(|met| met.kind == PartyKind::Organization, sentence)?, PhraseKind::Anaphor),
            "paper" if after.is_empty() => {
                let listed = |known: &Known| {
                    known.entity.actor.as_ref().and_then(|actor| self.almanac.actors.get(actor)).is_some_and(|actor| matches!(actor.detail, "media" | "agency"))
                };
                let medium = |met: &Met| met.kind == PartyKind::Organization && (registry.get(met.entity).medium || listed(registry.get(met.entity)));
                (self.last(medium, sentence)?, PhraseKind::Anaphor)
            }
            "city" => (self.last(|met| met.kind == PartyKind::Place, sentence)?, PhraseKind::Anaphor),
            "two-states" | "two-sides" => {
                let named: Vec<EntityId> = after.iter().take(2).map(|&name| entities[name]).collect();
                if named.len() == 2 {
                    tokens.end = names.names[after[1]].tokens.end;
                }
                let members = if named.len() == 2 { named } else { self.two_states(sentence, registry)? };
                (self.group(members, registry), PhraseKind::Group)
            }
            "states" if after.is_empty() => {
                let members = self.several_states(row.get("group")?.parse().ok()?, sentence, registry)?;
                (self.group(members, registry), PhraseKind::Group)
            }
            "sides" => {
                let members = self.only_states(sentence, registry)?;
                (self.group(members, registry), PhraseKind::Group)
            }
            "two-leaders" | "two-persons" | "two-ministers" => {
                let named: Vec<EntityId> = after.iter().take(2).map(|&name| entities[name]).collect();
                let members = if named.len() == 2 {
                    tokens.end = names.names[after[1]].tokens.end;
                    let leaders: Vec<EntityId> = named.iter().filter_map(|&state| self.leader_of(state, registry)).collect();
                    if leaders.len() == 2 { leaders } else { named }
                } else {
                    self.two_of_rank(row.head(), sentence, registry)?
                };
                (self.group(members, registry), PhraseKind::Group)
            }
            _ => return None,
        };
        Some(Phrase { tokens, span: self.text.bytes(tokens), entity, kind, rule: format!("mention/anaphor:{}", row.head()) })
    }

    /// Whom a pronoun of that gender means; it tells the gender of a person of whom nothing else does. Most of the press is about men, so that a woman known as one
    /// goes before somebody of whom that is not known, and not the other way round.
    fn gendered(&self, sentence: usize, tokens: TokenSpan, gender: Gender, registry: &mut Registry) -> Option<EntityId> {
        let known = |known: &Known| known.gender == Some(gender);
        let open = |known: &Known| known.gender.is_none() || known.gender == Some(gender);
        let first = if gender == Gender::Female { self.person(sentence, tokens, known, registry) } else { None };
        let person = first.or_else(|| self.person(sentence, tokens, open, registry))?;
        registry.get_mut(person).gender.get_or_insert(gender);
        Some(person)
    }

    /// The person whom the sentence is about before the pronoun, else the last sentence with one.
    fn person(&self, sentence: usize, tokens: TokenSpan, wanted: impl Fn(&Known) -> bool, registry: &Registry) -> Option<EntityId> {
        let fits = |met: &&Met| met.kind == PartyKind::Person && met.start < tokens.start && wanted(registry.get(met.entity));
        let mut looked = 0;
        let mut last = None;
        let candidates: Vec<&Met> = self.recent().filter(fits).collect();
        for met in &candidates {
            if last != Some(met.sentence) {
                if sentence - met.sentence > SENTENCES || looked == 2 {
                    break;
                }
                looked += 1;
                last = Some(met.sentence);
                let here = || candidates.iter().filter(|other| other.sentence == met.sentence);
                // The candidates run backwards: the last of these is the first in the sentence.
                if let Some(topic) = here().rfind(|other| !other.oblique).or_else(|| here().next_back()) {
                    return Some(topic.entity);
                }
            }
        }
        None
    }

    fn last(&self, wanted: impl Fn(&Met) -> bool, sentence: usize) -> Option<EntityId> {
        self.recent().find(|met| wanted(met) && sentence - met.sentence <= SENTENCES).map(|met| met.entity)
    }

    /// The state last named; where the sentence names none, that of the person or body that it is about (`the ministry of A said that the army of this country …`).
    fn state(&self, sentence: usize, registry: &mut Registry) -> Option<EntityId> {
        let last = *self.recent().find(|met| met.kind == PartyKind::Country && sentence - met.sentence <= SENTENCES)?;
        let here = || self.recent().filter(|met| met.sentence == sentence && last.sentence != sentence && !met.oblique);
        let country = here().find_map(|met| registry.get(met.entity).entity.country.clone());
        Some(country.map_or(last.entity, |country| self.almanac.state(&country, registry)))
    }

    /// Who leads a state, or has a house of state: a person of the article, else by the actor list at its date.
    fn leader_of(&self, body: EntityId, registry: &mut Registry) -> Option<EntityId> {
        let country = registry.get(body).entity.country.clone();
        self.leader(country.as_deref(), registry).or_else(|| {
            let actor = registry.get(body).entity.actor.clone()?;
            match self.almanac.office("leader", &actor, RoleTime::Held)? {
                Found::Sure(person) => Some(self.almanac.person(&person, registry)),
                Found::Open(_) => None,
            }
        })
    }

    /// The person of the article who leads a country now.
    fn leader(&self, country: Option<&str>, registry: &Registry) -> Option<EntityId> {
        let country = country?;
        let leads =
            |known: &&Known| known.entity.kind == PartyKind::Person && known.entity.country.as_deref() == Some(country) && known.roles.iter().any(is_head);
        registry.known.iter().find(leads).map(|known| known.entity.id)
    }

    /// The states spoken of lately, where they are two: `the sides` of many states are nobody in particular.
    fn only_states(&self, sentence: usize, registry: &mut Registry) -> Option<Vec<EntityId>> {
        let mut seen: Vec<EntityId> = Vec::new();
        let met: Vec<Met> = self.recent().filter(|met| sentence - met.sentence <= SENTENCES && !met.bracketed).copied().collect();
        for met in met {
            let state = self.state_of(&met, registry);
            if let Some(state) = state.filter(|state| !seen.contains(state)) {
                seen.push(state);
            }
            if seen.len() > 2 {
                return None;
            }
        }
        seen.sort();
        (seen.len() == 2).then_some(seen)
    }

    /// The state that is met, or for which the person met acts.
    pub(crate) fn state_of(&self, met: &Met, registry: &mut Registry) -> Option<EntityId> {
        match met.kind {
            PartyKind::Country => Some(met.entity),
            PartyKind::Person => own_state(registry.get(met.entity), registry).map(|code| self.almanac.state(&code, registry)),
            _ => None,
        }
    }
}

/// Whether a role is that of the head of a state or government in office.
pub(crate) fn is_head(role: &Role) -> bool {
    role.time == RoleTime::Held && matches!(role.role.as_str(), "president" | "prime-minister" | "monarch" | "supreme-leader" | "chair" | "leader")
}

/// The code of the state for which a person acts; none for the officers of an organisation of many states.
fn own_state(person: &Known, registry: &Registry) -> Option<String> {
    let abroad = |role: &Role| role.of.is_some_and(|of| registry.get(of).entity.country.is_none());
    person.entity.country.clone().filter(|_| !person.roles.iter().any(abroad))
}

/// Names that follow at `at`, joined by hyphens or dashes.
fn names_behind(names: &Names, text: &Text, at: u32) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = at;
    while let Some(name) = names.starting_at(at) {
        found.push(name);
        let end = names.names[name].tokens.end;
        let joined = text.tokens.get(end as usize).is_some_and(|token| matches!(token.of(&text.source), "-" | "\u{2013}" | "\u{2014}"));
        if !joined || found.len() == 3 {
            break;
        }
        at = end + 1;
    }
    found
}
