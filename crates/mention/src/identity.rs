//! Which names of an article name the same: full forms, parts, variants, short forms in brackets.

use rustc_hash::FxHashMap;
use suquan_langpack::Pack;
use suquan_segment::Text;
use suquan_token::fold;

use crate::draft::Why;
use crate::entity::{EntityId, PartyKind};
use crate::lists::{NameKind, Sense};
use crate::recognise::Name;
use crate::registry::{Registry, pieces};
use crate::{Grammar, MentionType, Names};

/// With how many persons of the article, the last ones, a new name is compared: the work stays linear.
const PERSONS: usize = 200;

/// Gives every name its entity, in the order of the names.
pub(crate) fn identify(names: &Names, text: &Text, grammar: &Grammar, pack: &Pack, registry: &mut Registry) -> Vec<EntityId> {
    let mut by_key: FxHashMap<(MentionType, String), EntityId> = FxHashMap::default();
    let mut by_words: FxHashMap<(MentionType, &str), EntityId> = FxHashMap::default();
    let mut ids = vec![None; names.names.len()];
    // Full names of persons first, since a part may come before the whole (a headline).
    for round in [Round::Full, Round::Parts] {
        for (index, name) in names.names.iter().enumerate() {
            let words = text.words(name.tokens);
            let long = name.kind != MentionType::Per || words.contains([' ', '.']);
            if ids[index].is_some() || long != (round == Round::Full) {
                continue;
            }
            if let Some(&id) = by_words.get(&(name.kind, words)) {
                registry.get_mut(id).named += 1;
                ids[index] = Some(id);
                continue;
            }
            let key = (name.kind, fold(words));
            let id = match by_key.get(&key) {
                Some(&id) => id,
                None => {
                    let listed = listed(text, grammar, pack, name);
                    let id = new_or_known(registry, words, name.kind, &listed);
                    if name.kind == MentionType::Org && registry.get(id).entity.actor.is_none() {
                        registry.get_mut(id).entity.country = state_at_end(text, grammar, pack, name);
                    }
                    by_key.insert(key, id);
                    id
                }
            };
            by_words.insert((name.kind, words), id);
            registry.form(id, words);
            let known = registry.get_mut(id);
            known.named += 1;
            known.medium |= name.why == Why::Method("announced");
            ids[index] = Some(id);
        }
    }
    short_forms(names, text, registry, &mut ids);
    ids.into_iter().map(Option::unwrap_or_default).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Round {
    Full,
    Parts,
}

/// What the lists say of a name.
#[derive(Default)]
struct Listed {
    /// The ids it may stand for.
    ids: Vec<String>,
    /// It is but a part of the name.
    part: bool,
}

fn listed(text: &Text, grammar: &Grammar, pack: &Pack, name: &Name) -> Listed {
    let (tokens, kind) = (name.tokens, name.kind);
    let mut listed = Listed::default();
    for hit in text.hits.at(tokens.start as usize).iter().filter(|hit| hit.span == tokens) {
        match grammar.lists.sense(hit) {
            Sense::Name(named, part) if named == kind => {
                let id = pack.row(hit).head().to_owned();
                if !listed.ids.contains(&id) {
                    listed.ids.push(id);
                }
                listed.part |= part == NameKind::Part;
            }
            Sense::Pair(_) if kind == MentionType::Loc && pack.row(hit).head().starts_with("country/") && listed.ids.is_empty() => {
                listed.ids.push(pack.row(hit).head().to_owned());
            }
            _ => {}
        }
    }
    if let Some(row) = name.row.filter(|_| listed.ids.is_empty() && kind == MentionType::Loc) {
        let id = pack.lexicon().row(row).head();
        if id.starts_with("place/") || id.starts_with("country/") {
            listed.ids.push(id.to_owned());
        }
    }
    listed
}

/// The code of the state with whose name the name of a body ends (`the Committee for Peace of Korea`), unless it is one of a pair.
fn state_at_end(text: &Text, grammar: &Grammar, pack: &Pack, name: &Name) -> Option<String> {
    let state = |hit: &&suquan_pattern::Hit| hit.span.end == name.tokens.end && grammar.lists.sense(hit) == Sense::Name(MentionType::Loc, NameKind::Country);
    let hit = name.tokens.indices().find_map(|at| text.hits.at(at).iter().find(state))?;
    let before = text.tokens.get((hit.span.start as usize).checked_sub(1)?)?.of(&text.source);
    let id = pack.row(hit).head().strip_prefix("country/")?;
    (!matches!(before, "-" | "\u{2013}")).then(|| id.to_owned())
}

fn new_or_known(registry: &mut Registry, words: &str, kind: MentionType, listed: &Listed) -> EntityId {
    let sure = if let ([id], false) = (listed.ids.as_slice(), listed.part) { Some(id.clone()) } else { None };
    if let Some(id) = sure.as_deref().and_then(|id| registry.actor(id)) {
        return id;
    }
    if kind == MentionType::Per
        && let Some((id, reason)) = same_person(registry, words)
    {
        if let Some(actor) = sure.filter(|_| registry.get(id).entity.actor.is_none()) {
            registry.get_mut(id).entity.candidates.clear();
            registry.assign(id, actor);
        }
        let entity = &mut registry.get_mut(id).entity;
        if entity.reason.is_empty() {
            entity.reason = reason.to_owned();
        }
        return id;
    }
    let party = match (kind, sure.as_deref()) {
        (MentionType::Per, _) => PartyKind::Person,
        (MentionType::Org, _) => PartyKind::Organization,
        (MentionType::Loc, Some(id)) if id.starts_with("country/") => PartyKind::Country,
        (MentionType::Loc, _) => PartyKind::Place,
    };
    let id = registry.add(words, party, if sure.is_some() { "listed" } else { "named" });
    let entity = &mut registry.get_mut(id).entity;
    entity.country = sure.as_deref().and_then(|id| id.strip_prefix("country/")).map(str::to_owned);
    if sure.is_none() {
        entity.candidates.clone_from(&listed.ids);
        if listed.ids.len() > 1 || listed.part {
            "ambiguous".clone_into(&mut entity.reason);
        }
    }
    if let Some(actor) = sure {
        registry.assign(id, actor);
    }
    id
}

/// The person of the article whom `words` can name: by a part of the name, or by a misspelling of it.
fn same_person(registry: &Registry, words: &str) -> Option<(EntityId, &'static str)> {
    let new = pieces(words);
    let mut found: Option<(EntityId, &'static str)> = None;
    for known in registry.known.iter().rev().filter(|known| known.entity.kind == PartyKind::Person).take(PERSONS) {
        let reason = known.pieces.iter().find_map(|old| {
            if is_part(&new, old) || is_part(old, &new) {
                Some("part-of-name")
            } else if is_variant(&new, old) {
                Some("variant")
            } else {
                None
            }
        });
        if let Some(reason) = reason {
            // Two people of one family name: the words alone do not say which.
            if found.is_some() {
                return None;
            }
            found = Some((known.entity.id, reason));
        }
    }
    found
}

/// Whether `part` is the whole, its end, its beginning, or has the same last word after an initial.
fn is_part(part: &[String], whole: &[String]) -> bool {
    let Some(last) = part.last() else { return false };
    if part.len() >= whole.len() {
        return part == whole || part.len() == whole.len() && initials(part, whole);
    }
    let edge = whole.ends_with(part) || whole.starts_with(part);
    edge || part.len() == 2 && whole.last() == Some(last) && initials(part, &[whole[0].clone(), last.clone()])
}

/// Whether two names of as many words agree, where an initial agrees with its word.
fn initials(one: &[String], two: &[String]) -> bool {
    one.len() > 1
        && one.len() == two.len()
        && one.last() == two.last()
        && one
            .iter()
            .zip(two)
            .all(|(a, b)| a == b || a.chars().count() <= 2 && b.starts_with(a.as_str()) || b.chars().count() <= 2 && a.starts_with(b.as_str()))
}

/// Whether two names of as many words differ by a slip: one or two letters of a word of five or more.
fn is_variant(one: &[String], two: &[String]) -> bool {
    let longer = |words: &[String]| words.iter().map(String::len).sum::<usize>() >= 6;
    if one.len() > two.len() || !longer(one) {
        return false;
    }
    // A part may be misspelt too: the last word against the last word.
    let two = &two[two.len() - one.len()..];
    let mut slips = 0;
    for (a, b) in one.iter().zip(two) {
        if a == b {
            continue;
        }
        let (short, most) = (a.len().min(b.len()), if a.len().max(b.len()) >= 7 { 2 } else { 1 });
        if is_shuffled(a, b) {
            slips += 2;
            continue;
        }
        let Some(distance) = distance(a, b, most).filter(|_| short >= 5) else { return false };
        slips += distance;
    }
    (1..=2).contains(&slips)
}

/// Whether two words open alike and have the same letters in another order: foreign syllables set down in the wrong order.
fn is_shuffled(one: &str, two: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    one.len() >= 6 && one.len() == two.len() && one.get(..3) == two.get(..3) && sorted(one) == sorted(two)
}

/// The number of letters put in, left out, changed or swapped between two words; `None` beyond `most`.
fn distance(one: &str, two: &str, most: usize) -> Option<usize> {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    if one.len().abs_diff(two.len()) > most || one.first() != two.first() {
        return None;
    }
    let mut rows: [Vec<usize>; 3] = [Vec::new(), Vec::new(), (0..=two.len()).collect()];
    for (i, a) in one.iter().enumerate() {
        rows.rotate_left(1);
        let mut row = vec![i + 1];
        for (j, b) in two.iter().enumerate() {
            let mut least = (rows[1][j] + usize::from(a != b)).min(rows[1][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == two[j - 1] && one[i - 1] == *b {
                least = least.min(rows[0][j - 1] + 1);
            }
            row.push(least);
        }
        rows[2] = row;
    }
    rows[2].last().copied().filter(|&distance| distance <= most)
}

/// Joins a short form to the name in front of its brackets: `Đảng Cứu quốc Campuchia (CNRP)`.
fn short_forms(names: &Names, text: &Text, registry: &mut Registry, ids: &mut [Option<EntityId>]) {
    let mut joined: Vec<(EntityId, EntityId)> = Vec::new();
    for pair in 1..names.names.len() {
        let (long, short) = (&names.names[pair - 1], &names.names[pair]);
        let bracket = short.tokens.start == long.tokens.end + 1 && text.tokens[long.tokens.end as usize].of(&text.source) == "(";
        if !bracket || long.kind != MentionType::Org || short.kind != MentionType::Org {
            continue;
        }
        if let (Some(to), Some(from)) = (ids[pair - 1], ids[pair])
            && to != from
            && (registry.get(from).entity.actor.is_none() || registry.get(to).entity.actor.is_none())
        {
            joined.push((from, to));
        }
    }
    for (from, to) in joined {
        let source = registry.get(from).entity.clone();
        registry.form(to, &source.name);
        if let Some(actor) = source.actor.filter(|_| registry.get(to).entity.actor.is_none()) {
            registry.assign(to, actor);
        }
        for id in ids.iter_mut().flatten().filter(|id| **id == from) {
            *id = to;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(words: &str) -> Vec<String> {
        pieces(words)
    }

    #[test]
    fn parts_and_initials_name_the_whole() {
        assert!(is_part(&parts("Putin"), &parts("Vladimir Putin")));
        assert!(is_part(&parts("V.Putin"), &parts("Vladimir Putin")));
        assert!(is_part(&parts("Tập"), &parts("Tập Cận Bình")));
        assert!(!is_part(&parts("Park"), &parts("Ban Ki-moon")));
    }

    #[test]
    fn slips_are_variants() {
        assert!(is_variant(&parts("Khurdish"), &parts("Salman Khurshid")));
        assert!(is_variant(&parts("Manhoman Singh"), &parts("Manmohan Singh")));
        assert!(!is_variant(&parts("Jong Un"), &parts("Jong Il")));
    }
}
