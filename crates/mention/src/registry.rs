//! The entities of one article while they are being found.

use rustc_hash::FxHashMap;
use suquan_langpack::Pack;
use suquan_token::fold;

use crate::entity::{Entity, EntityId, PartyKind};

/// An office or calling that the text gives a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Role {
    /// The role, in the words of the actor list.
    pub(crate) role: String,
    /// Of which state or body: an entity of the article.
    pub(crate) of: Option<EntityId>,
    /// The text says that it is over, or not begun.
    pub(crate) time: RoleTime,
}

/// Whether a role is held at the time of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RoleTime {
    Held,
    Former,
    Next,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
}

/// An entity with what only this room needs of it.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) entity: Entity,
    pub(crate) roles: Vec<Role>,
    pub(crate) gender: Option<Gender>,
    /// How often it is named: what the article is about.
    pub(crate) named: u32,
    /// A word like `paper` or `agency` stands before its name somewhere.
    pub(crate) medium: bool,
    /// Of a person: the words of each form, as [`pieces`] gives them.
    pub(crate) pieces: Vec<Vec<String>>,
}

/// The words of a name without case and marks; an initial is a word.
pub(crate) fn pieces(words: &str) -> Vec<String> {
    words.split([' ', '.', '\u{a0}']).filter(|word| !word.is_empty()).map(fold).collect()
}

/// All entities so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Registry {
    pub(crate) known: Vec<Known>,
    by_actor: FxHashMap<String, EntityId>,
}

impl Registry {
    /// A new entity.
    pub(crate) fn add(&mut self, name: &str, kind: PartyKind, reason: &str) -> EntityId {
        let id = EntityId(self.known.len() as u32);
        let entity = Entity {
            id,
            name: name.to_owned(),
            actor: None,
            candidates: Vec::new(),
            kind,
            country: None,
            aliases: Vec::new(),
            members: Vec::new(),
            office: None,
            reason: reason.to_owned(),
        };
        let pieces = if kind == PartyKind::Person { vec![pieces(name)] } else { Vec::new() };
        self.known.push(Known { entity, roles: Vec::new(), gender: None, named: 0, medium: false, pieces });
        id
    }

    pub(crate) fn get(&self, id: EntityId) -> &Known {
        &self.known[id.0 as usize]
    }

    pub(crate) fn get_mut(&mut self, id: EntityId) -> &mut Known {
        &mut self.known[id.0 as usize]
    }

    /// The entity that is the actor `id`.
    pub(crate) fn actor(&self, actor: &str) -> Option<EntityId> {
        self.by_actor.get(actor).copied()
    }

    /// Says which actor an entity is.
    pub(crate) fn assign(&mut self, id: EntityId, actor: String) {
        self.by_actor.insert(actor.clone(), id);
        self.get_mut(id).entity.actor = Some(actor);
    }

    /// Notes another form of an entity; a longer one becomes a person's name.
    pub(crate) fn form(&mut self, id: EntityId, form: &str) {
        let known = self.get_mut(id);
        if known.entity.name == form || known.entity.aliases.iter().any(|alias| alias == form) {
            return;
        }
        if known.entity.kind == PartyKind::Person {
            known.pieces.push(pieces(form));
        }
        if known.entity.kind == PartyKind::Person && form.split_whitespace().count() > known.entity.name.split_whitespace().count() {
            let old = std::mem::replace(&mut known.entity.name, form.to_owned());
            known.entity.aliases.push(old);
        } else {
            known.entity.aliases.push(form.to_owned());
        }
    }

    /// Gives a person an office or calling that the text names.
    pub(crate) fn role(&mut self, id: EntityId, role: Role) {
        let known = self.get_mut(id);
        if !known.roles.contains(&role) {
            known.roles.push(role);
        }
    }

    /// The entities with the forms that the pack has for their actors added to their aliases. A state is called by one of them, not by its short name alone.
    pub(crate) fn finish(self, pack: &Pack, forms: &crate::grammar::Forms) -> Vec<Entity> {
        let finish = |known: Known| {
            let mut entity = known.entity;
            if let Some(actor) = &entity.actor {
                let forms = || forms.of(actor).iter().map(|&row| pack.lexicon().rows()[row as usize].form());
                if entity.kind == PartyKind::Country
                    && let Some(full) = forms().next()
                    && forms().all(|form| form != entity.name)
                {
                    entity.aliases.push(std::mem::replace(&mut entity.name, full.to_owned()));
                }
                for form in forms() {
                    if form != entity.name && !entity.aliases.iter().any(|alias| alias == form) {
                        entity.aliases.push(form.to_owned());
                    }
                }
            }
            entity
        };
        self.known.into_iter().map(finish).collect()
    }
}
