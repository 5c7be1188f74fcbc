//! Offices: what titles say of persons, and who holds an office that stands without a name.

use suquan_langpack::Pack;
use suquan_segment::Text;

use crate::draft::Title;
use crate::entity::{EntityId, PartyKind};
use crate::follow::Follower;
use crate::holder::{Almanac, Found};
use crate::registry::{Gender, Known, Registry, Role, RoleTime};
use crate::titled::Titled;
use crate::{MentionType, Names, Phrase, PhraseKind};

/// What reading offices needs of an article.
pub(crate) struct Offices<'a> {
    pub(crate) names: &'a Names,
    /// The entity of each name.
    pub(crate) entities: &'a [EntityId],
    pub(crate) text: &'a Text,
    pub(crate) pack: &'a Pack,
    pub(crate) almanac: Almanac<'a>,
}

impl Offices<'_> {
    /// Notes what a chain of titles says of the person it names.
    pub(crate) fn learn(&self, chain: &Titled, registry: &mut Registry) {
        let Some(person) = chain.person.map(|name| self.entities[name]) else { return };
        self.give(chain, person, registry);
    }

    fn give(&self, chain: &Titled, person: EntityId, registry: &mut Registry) {
        for &(title, of) in &chain.titles {
            let title = &self.names.titles[title];
            let row = self.pack.lexicon().row(title.row);
            match row.get("gender") {
                Some("m") => registry.get_mut(person).gender = Some(Gender::Male),
                Some("f") => registry.get_mut(person).gender = Some(Gender::Female),
                _ => {}
            }
            if !(row.has("office") || row.has("rank") || row.has("work")) {
                continue;
            }
            let of = of.map(|name| self.entities[name]);
            let country = of.and_then(|of| registry.get(of).entity.country.clone());
            let entity = &mut registry.get_mut(person).entity;
            // A title of another state's body (`đại sứ Mỹ`) still says whose the person is.
            if entity.country.is_none() {
                entity.country.clone_from(&country);
            }
            if entity.office.is_none() && row.has("office") {
                let end = of.map_or(title.tokens.end, |_| title.tokens.end);
                let words = suquan_span::TokenSpan::new(title.tokens.start, end);
                let words = self.text.words(words).to_owned();
                let of = of.map(|of| registry.get(of).entity.name.clone());
                registry.get_mut(person).entity.office = Some(of.map_or(words.clone(), |of| format!("{words} {of}")));
            }
            let (role, time) = (self.role(title), self.time(title));
            let entity = &registry.get(person).entity;
            if time == RoleTime::Held
                && entity.actor.is_none()
                && let Some(actor) = self.almanac.in_role(&entity.candidates, &role, country.as_deref())
            {
                self.almanac.settle(person, actor, registry);
            }
            registry.role(person, Role { role, of, time });
        }
    }

    /// `Sam Rainsy - chủ tịch đảng CNPR`: an office behind the name.
    pub(crate) fn appositions(&self, titled: &[Titled], registry: &mut Registry) {
        for chain in titled.iter().filter(|chain| chain.person.is_none()) {
            let Some(before) = chain.tokens.start.checked_sub(1) else { continue };
            if !matches!(self.text.tokens[before as usize].of(&self.text.source), "," | "-" | "\u{2013}" | "(") {
                continue;
            }
            let name = self.names.ending_at(before).filter(|&name| self.names.names[name].kind == MentionType::Per);
            // Only an office with its body says something of the name: `Obama, Tổng thống Putin` is a list.
            if let Some(name) = name.filter(|_| chain.titles.iter().any(|(_, of)| of.is_some())) {
                self.give(chain, self.entities[name], registry);
            }
        }
    }

    /// Whether a chain is the office of the person whom the phrase right before it names (`Sam Rainsy - leader of the CNRP - …`): one expression with it.
    pub(crate) fn is_apposed(&self, chain: &Titled, before: &Phrase) -> bool {
        let sign = |at: u32| self.text.tokens.get(at as usize).is_some_and(|token| matches!(token.of(&self.text.source), "," | "-" | "\u{2013}"));
        let office = chain.person.is_none() && chain.titles.iter().any(|(_, of)| of.is_some());
        office && before.kind == PhraseKind::Name && before.tokens.end + 1 == chain.tokens.start && sign(before.tokens.end) && self.is_person(before)
    }

    /// Whether a phrase ends, or began, with a person's name.
    fn is_person(&self, phrase: &Phrase) -> bool {
        let first = self.names.names.partition_point(|name| name.tokens.end <= phrase.tokens.start);
        self.names.names[first..].iter().take_while(|name| name.tokens.end <= phrase.tokens.end).any(|name| name.kind == MentionType::Per)
    }

    /// The phrase of a chain: the person it names, or who holds the office.
    pub(crate) fn phrase(&self, chain: &Titled, registry: &mut Registry, follower: &mut Follower<'_>) -> Option<Phrase> {
        let relation = chain
            .titles
            .first()
            .filter(|_| chain.titles.len() > 1)
            .is_some_and(|&(title, _)| self.pack.lexicon().row(self.names.titles[title].row).has("relation"));
        let (entity, kind, rule) = if relation {
            // `Phu nhân Tổng thống Lee Jae-myung` is somebody else.
            (registry.add(self.text.words(chain.tokens), PartyKind::Person, "relation"), PhraseKind::Title, "mention/relation")
        } else if let Some(name) = chain.person {
            (self.entities[name], PhraseKind::Name, "mention/title")
        } else {
            let &(title, of) = chain.titles.last()?;
            let of = of.map(|name| self.entities[name]);
            let title = &self.names.titles[title];
            if !self.pack.lexicon().row(title.row).has("office") {
                return None;
            }
            let (entity, rule) = self.holder(chain, title, of, registry, follower)?;
            (entity, PhraseKind::Title, rule)
        };
        Some(Phrase { tokens: chain.tokens, span: self.text.bytes(chain.tokens), entity, kind, rule: rule.to_owned() })
    }

    /// Who holds an office without a name beside it.
    fn holder(
        &self,
        chain: &Titled,
        title: &Title,
        of: Option<EntityId>,
        registry: &mut Registry,
        follower: &mut Follower<'_>,
    ) -> Option<(EntityId, &'static str)> {
        let (role, time) = (self.role(title), self.time(title));
        let (role, of) = if role == "counterpart" {
            // The same office, of another state.
            let role = follower.last_role(registry, of)?;
            (role, of)
        } else {
            (role, of)
        };
        let country = of.and_then(|of| registry.get(of).entity.country.clone());
        let holds = |known: &&Known| {
            known.entity.kind == PartyKind::Person
                && known.roles.iter().any(|held| {
                    let same = held.of == of
                        || of.is_none()
                        || country.is_some() && held.of.and_then(|of| registry.get(of).entity.country.as_ref()) == country.as_ref();
                    same && held.time == time && is_same_role(&held.role, &role)
                })
        };
        let mut holders = registry.known.iter().filter(holds);
        if let Some(first) = holders.next() {
            let one = holders.next().is_none();
            if one || of.is_some() {
                return Some((first.entity.id, "mention/office-in-article"));
            }
        }
        let body = registry.get(of?).entity.actor.clone();
        let listed = body.and_then(|body| self.almanac.office(&role, &body, time));
        if let Some(Found::Sure(actor)) = &listed {
            let id = self.almanac.person(actor, registry);
            registry.role(id, Role { role, of, time });
            return Some((id, "mention/office-at-date"));
        }
        let words = self.text.words(chain.tokens);
        let id = registry.add(words, PartyKind::Person, "office");
        if let Some(Found::Open(candidates)) = listed {
            registry.get_mut(id).entity.candidates = candidates;
        }
        registry.get_mut(id).entity.country = country;
        registry.get_mut(id).entity.office = Some(words.to_owned());
        registry.role(id, Role { role, of, time });
        Some((id, "mention/office"))
    }

    /// The role that a title names, its field and a word for `deputy` before it included.
    fn role(&self, title: &Title) -> String {
        let row = |row| self.pack.lexicon().row(row);
        let mut role = row(title.row).head().to_owned();
        if let Some(field) = title.field
            && matches!(role.as_str(), "minister" | "deputy-minister")
        {
            role = role.replace("minister", &format!("{}-minister", row(field).head()));
        }
        if title.modifier.is_some_and(|modifier| row(modifier).head() == "deputy") {
            role.insert_str(0, "deputy-");
        }
        role
    }

    fn time(&self, title: &Title) -> RoleTime {
        match title.modifier.map(|modifier| self.pack.lexicon().row(modifier).head()) {
            Some("former") => RoleTime::Former,
            Some("next") => RoleTime::Next,
            _ => RoleTime::Held,
        }
    }
}

/// Whether a person of role `held` can be meant by `asked`: `leader` stands for any head of a state, `chair` of a state for its president.
fn is_same_role(held: &str, asked: &str) -> bool {
    let head = |role: &str| matches!(role, "president" | "prime-minister" | "monarch" | "supreme-leader" | "party-leader" | "chair" | "leader");
    held == asked || asked == "leader" && head(held) || matches!((held, asked), ("chair", "president") | ("president", "chair"))
}
