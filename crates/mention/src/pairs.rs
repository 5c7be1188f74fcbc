//! Two spoken of as one: `both countries`, `the two leaders`.

use crate::entity::{EntityId, PartyKind};
use crate::follow::{Follower, Met, PHRASES, SENTENCES, is_head};
use crate::registry::{Known, Registry};

impl Follower<'_> {
    /// The two countries that are spoken of: those of the last sentence that has two; of more, the ones most often named in the article.
    pub(crate) fn two_states(&self, sentence: usize, registry: &mut Registry) -> Option<Vec<EntityId>> {
        let mut seen: Vec<EntityId> = Vec::new();
        let mut last = sentence;
        let met: Vec<Met> = self.recent().filter(|met| sentence - met.sentence <= SENTENCES && !met.bracketed).copied().collect();
        for met in met {
            if met.sentence != last && seen.len() >= 2 {
                break;
            }
            last = met.sentence;
            let state = self.state_of(&met, registry);
            if let Some(state) = state.filter(|state| !seen.contains(state)) {
                seen.push(state);
            }
        }
        seen.sort_by_key(|&state| std::cmp::Reverse(registry.get(state).named));
        seen.truncate(2);
        seen = self.main_pair(sentence, &seen, registry).unwrap_or(seen);
        seen.sort();
        (seen.len() == 2).then_some(seen)
    }

    /// As many states as the words count (`these four countries`): the last that were named in one row, else those of the last sentence that names just so many.
    pub(crate) fn several_states(&self, count: usize, sentence: usize, registry: &mut Registry) -> Option<Vec<EntityId>> {
        let near: Vec<Met> = self.recent().filter(|met| sentence - met.sentence <= SENTENCES && !met.bracketed).copied().collect();
        let mut states = |told: &[Met]| {
            let mut states: Vec<EntityId> = told.iter().filter_map(|met| self.state_of(met, registry)).collect();
            states.sort();
            states.dedup();
            (states.len() == count && count > 2).then_some(states)
        };
        near.chunk_by(|a, b| a.sentence == b.sentence)
            .find_map(|told| told.chunk_by(|later, earlier| later.start <= earlier.end + 1).find_map(&mut states).or_else(|| states(told)))
    }

    /// The two states that the article is about, where both are named far more often than a state of the `last` pair and stand near enough.
    fn main_pair(&self, sentence: usize, last: &[EntityId], registry: &Registry) -> Option<Vec<EntityId>> {
        let named = |state: &EntityId| registry.get(*state).named;
        let mut states: Vec<EntityId> = Vec::new();
        for met in self.recent().filter(|met| met.kind == PartyKind::Country && sentence - met.sentence <= SENTENCES) {
            if !states.contains(&met.entity) {
                states.push(met.entity);
            }
        }
        states.sort_by_key(|state| std::cmp::Reverse(named(state)));
        let (first, second) = (states.first()?, states.get(1)?);
        let rival = states.get(2).map_or(0, named);
        // The headline or first words say whom it is about.
        let opens = |state: &EntityId| self.met.iter().take(PHRASES).take_while(|met| met.sentence <= 1).any(|met| met.entity == *state);
        (last.len() == 2 && opens(first) && opens(second) && named(second) >= 2 * last.iter().map(named).min()?.max(1) && named(second) > rival)
            .then(|| vec![*first, *second])
    }

    /// The last two persons of the rank that the words name, where two are known to have it; else the last two persons.
    pub(crate) fn two_of_rank(&self, words: &str, sentence: usize, registry: &Registry) -> Option<Vec<EntityId>> {
        let ranked = |known: &Known| match words {
            "two-leaders" => known.roles.iter().any(is_head),
            "two-ministers" => known.roles.iter().any(|role| role.role.ends_with("minister")),
            _ => false,
        };
        self.two_persons(sentence, registry, ranked).or_else(|| self.two_persons(sentence, registry, |_| true))
    }

    /// The last two such persons, of two countries where their countries are known.
    fn two_persons(&self, sentence: usize, registry: &Registry, wanted: impl Fn(&Known) -> bool) -> Option<Vec<EntityId>> {
        let mut seen: Vec<EntityId> = Vec::new();
        let near = |met: &&Met| met.kind == PartyKind::Person && sentence - met.sentence <= SENTENCES && wanted(registry.get(met.entity));
        for met in self.recent().filter(near) {
            let country = |id: EntityId| registry.get(id).entity.country.as_ref();
            let clash = seen.first().is_some_and(|&first| country(first).is_some() && country(first) == country(met.entity));
            if !seen.contains(&met.entity) && !clash {
                seen.push(met.entity);
            }
            if seen.len() == 2 {
                seen.sort();
                return Some(seen);
            }
        }
        None
    }

    /// The group of these members, made where it is new.
    pub(crate) fn group(&self, mut members: Vec<EntityId>, registry: &mut Registry) -> EntityId {
        members.sort();
        members.dedup();
        if let Some(known) = registry.known.iter().find(|known| known.entity.kind == PartyKind::Group && known.entity.members == members) {
            return known.entity.id;
        }
        let names: Vec<String> = members.iter().map(|&id| registry.get(id).entity.name.clone()).collect();
        let id = registry.add(&names.join(", "), PartyKind::Group, "group");
        registry.get_mut(id).entity.members = members;
        id
    }
}
