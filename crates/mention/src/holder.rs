//! The actor list as one article asks it: where its actors belong, and who held an office at its date.

use suquan_actors::{Actors, Basis, Holder, Period};
use suquan_langpack::Pack;

use crate::Grammar;
use crate::entity::{EntityId, PartyKind};
use crate::registry::{Registry, RoleTime};

/// The list, with the article's date.
#[derive(Clone, Copy)]
pub(crate) struct Almanac<'a> {
    pub(crate) actors: &'a Actors,
    pub(crate) grammar: &'a Grammar,
    pub(crate) pack: &'a Pack,
    /// When the article was published; without it no office is anybody's.
    pub(crate) at: Option<Period>,
}

/// What the list says of an office.
pub(crate) enum Found {
    /// One person alone can be meant.
    Sure(String),
    /// These may be.
    Open(Vec<String>),
}

impl Almanac<'_> {
    /// Gives every known actor of the article the country that the list has for them.
    pub(crate) fn countries(&self, registry: &mut Registry) {
        for known in &mut registry.known {
            let entity = &mut known.entity;
            if entity.country.is_none()
                && let Some(actor) = &entity.actor
            {
                entity.country = self.actors.country_of(actor).map(str::to_owned);
            }
        }
    }

    /// Who holds, held or will hold an office of the actor `of`.
    pub(crate) fn office(&self, role: &str, of: &str, time: RoleTime) -> Option<Found> {
        let at = self.at?;
        let holders: Vec<Holder<'_>> = match time {
            RoleTime::Held => self.actors.meant(role, of, at),
            RoleTime::Former => self.actors.offices_meant(role, of).iter().flat_map(|office| self.actors.former_holders(office.id, at)).collect(),
            RoleTime::Next => self.actors.offices_meant(role, of).iter().filter_map(|office| self.actors.next_holder(office.id, at)).collect(),
        };
        match holders.as_slice() {
            [] => None,
            [one] if one.sure => Some(Found::Sure(one.person.to_owned())),
            several => Some(Found::Open(several.iter().map(|holder| holder.person.to_owned()).collect())),
        }
    }

    /// The entity of a person of the list, made where the article has none yet.
    pub(crate) fn person(&self, actor: &str, registry: &mut Registry) -> EntityId {
        if let Some(known) = registry.actor(actor) {
            return known;
        }
        let row = self.grammar.forms.of(actor).first().map(|&row| self.pack.lexicon().rows()[row as usize].form());
        let name = row.or_else(|| self.actors.get(actor).map(|person| person.name)).unwrap_or(actor);
        let id = registry.add(name, PartyKind::Person, "office-at-date");
        registry.assign(id, actor.to_owned());
        registry.get_mut(id).entity.country = self.actors.country_of(actor).map(str::to_owned);
        id
    }

    /// The entity of a state, made where the article has none yet.
    pub(crate) fn state(&self, code: &str, registry: &mut Registry) -> EntityId {
        let actor = format!("country/{code}");
        if let Some(known) = registry.actor(&actor) {
            return known;
        }
        let row = self.grammar.forms.of(&actor).first().map(|&row| self.pack.lexicon().rows()[row as usize].form());
        let name = row.or_else(|| self.actors.get(&actor).map(|state| state.name)).unwrap_or(code);
        let id = registry.add(name, PartyKind::Country, "capital");
        registry.assign(id, actor);
        registry.get_mut(id).entity.country = Some(code.to_owned());
        id
    }

    /// The one of several people of a name who held that role when the article was written.
    pub(crate) fn in_role(&self, candidates: &[String], role: &str, country: Option<&str>) -> Option<String> {
        self.one(candidates, |office| {
            let same = self.actors.get(office).is_some_and(|office| office.detail == role || role == "chair" && office.detail == "president");
            same && country.is_none_or(|country| self.actors.country_of(office) == Some(country))
        })
    }

    /// Decides names that are but a part: the only person of the name who then held an office of a state that the article names. `entities`, those of the names,
    /// follow where the article has that person already.
    pub(crate) fn decide(&self, registry: &mut Registry, entities: &mut [EntityId]) {
        let bodies = registry.known.iter().filter(|known| known.entity.kind != PartyKind::Person);
        let mut named: Vec<String> = bodies.filter_map(|known| known.entity.country.clone()).collect();
        named.sort_unstable();
        named.dedup();
        let held = |office: &str| self.actors.country_of(office).is_some_and(|country| named.binary_search_by(|named| named.as_str().cmp(country)).is_ok());
        let mut same: Vec<Option<EntityId>> = vec![None; registry.known.len()];
        for (index, same) in same.iter_mut().enumerate() {
            let entity = &registry.known[index].entity;
            if entity.kind != PartyKind::Person || entity.actor.is_some() || entity.candidates.is_empty() {
                continue;
            }
            let Some(actor) = self.one(&entity.candidates, held) else { continue };
            if let Some(known) = registry.actor(&actor) {
                let form = entity.name.clone();
                let times = registry.known[index].named;
                registry.form(known, &form);
                registry.get_mut(known).named += times;
                *same = Some(known);
            } else {
                self.settle(EntityId(index as u32), actor, registry);
            }
        }
        for entity in entities {
            *entity = same[entity.0 as usize].unwrap_or(*entity);
        }
    }

    /// Makes an entity that person, unless another one of the article is.
    pub(crate) fn settle(&self, id: EntityId, actor: String, registry: &mut Registry) {
        if registry.actor(&actor).is_some() {
            return;
        }
        let entity = &mut registry.get_mut(id).entity;
        if entity.country.is_none() {
            entity.country = self.actors.country_of(&actor).map(str::to_owned);
        }
        entity.candidates.clear();
        "office-at-date".clone_into(&mut entity.reason);
        registry.assign(id, actor);
    }

    /// The only candidate with such an office at the article's date. What the editors alone know never decides between several.
    fn one(&self, candidates: &[String], wanted: impl Fn(&str) -> bool) -> Option<String> {
        let at = self.at?;
        let holds = |candidate: &&String| {
            let mut offices = self.actors.offices_of(candidate, Some(at)).into_iter();
            offices.any(|holder| wanted(holder.office) && holder.sure && (candidates.len() == 1 || holder.basis == Basis::Listed))
        };
        let mut found = candidates.iter().filter(holds);
        let one = found.next()?;
        found.next().is_none().then(|| one.clone())
    }
}
