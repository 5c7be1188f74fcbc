//! Who an article is about: the state it is set in, its opposition, the media it cites.

use std::collections::BTreeMap;

use suquan_mention::{EntityId, Mentions, PartyKind};

use crate::scene::Scene;

/// The state of which, with its people and places, more than half of the parties of an article speak.
pub(crate) fn setting(mentions: &Mentions) -> Option<EntityId> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for phrase in &mentions.phrases {
        if let Some(country) = mentions.entity(phrase.entity).country.as_deref() {
            *counts.entry(country).or_default() += 1;
        }
    }
    let all: usize = counts.values().sum();
    let (country, _) = counts.into_iter().find(|&(_, count)| 2 * count > all)?;
    mentions.entities.iter().find(|entity| entity.kind == PartyKind::Country && entity.country.as_deref() == Some(country)).map(|entity| entity.id)
}

/// The states among the parties, each once, by code.
pub(crate) fn states(mentions: &Mentions) -> BTreeMap<String, EntityId> {
    let mut states = BTreeMap::new();
    for entity in mentions.entities.iter().filter(|entity| entity.kind == PartyKind::Country) {
        if let Some(country) = &entity.country {
            states.entry(country.clone()).or_insert(entity.id);
        }
    }
    states
}

/// The first organisation whose name holds a word of opposition, or stands next to one, its short form in brackets between them.
pub(crate) fn opposition(scene: &Scene<'_>) -> Option<EntityId> {
    let class = scene.classes.opposition;
    let found = scene.mentions.phrases.iter().find(|phrase| {
        let end = match (scene.word(phrase.tokens.end), scene.word(phrase.tokens.end + 2)) {
            ("(", ")") => phrase.tokens.end + 3,
            (")", _) => phrase.tokens.end + 1,
            _ => phrase.tokens.end,
        };
        let body = scene.mentions.entity(phrase.entity).kind == PartyKind::Organization;
        let beside = || scene.class_at(end, class).is_some() || scene.class_before(phrase.tokens.start, class).is_some();
        body && (scene.class_in(phrase.tokens, class).is_some() || beside())
    });
    found.map(|phrase| phrase.entity)
}

/// The organisations that the list of outlets names; an agency may be its state's own voice.
pub(crate) fn media(scene: &Scene<'_>) -> Vec<EntityId> {
    let class = scene.classes.outlet;
    let organisation = |entity: EntityId| scene.mentions.entity(entity).kind == PartyKind::Organization;
    let paper = |words| scene.class_in(words, class).is_some_and(|hit| scene.label(hit) != "agency");
    let listed = scene.mentions.phrases.iter().filter(|phrase| organisation(phrase.entity) && paper(phrase.tokens));
    let mut media: Vec<EntityId> = listed.map(|phrase| phrase.entity).collect();
    media.sort_unstable();
    media.dedup();
    media
}
