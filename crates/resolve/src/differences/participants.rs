//! Who took part, where the accounts do not name the same.

use std::collections::{BTreeMap, BTreeSet};

use super::silence::{Audience, alone_with};
use crate::entry::{Difference, Differing, Kind};
use crate::fuse::Told;
use crate::likeness;
use crate::record::Party;

/// Parties told apart in one event; those of a summit of fifty need not all be.
const PARTIES: usize = 40;
/// Distinct casts that are compared with each other.
const CASTS: usize = 32;
/// Likeness from which one party may stand for another: an institution for its spokesman, a state for its president.
const STANDS: f64 = 0.5;

/// A party over all accounts, in one role.
struct Part<'t> {
    party: &'t Party,
    role: Role,
    told: Vec<Differing>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Actor,
    Recipient,
}

/// Parties in conflict (one account has A where another has B), and those that one report alone names.
pub(super) fn participants(told: &[Told], audience: &Audience) -> Vec<Difference> {
    let (parts, by_article) = parts(told);
    let casts = distinct(&by_article);
    let mut out = Vec::new();
    let mut conflict = Difference::new("participants", Kind::Conflict);
    for (i, a) in casts.iter().enumerate() {
        for b in &casts[i + 1..] {
            for part in substitutes(&parts, a, b).into_iter().flatten() {
                parts[part].told.iter().for_each(|one| conflict.tell(one.clone()));
            }
        }
    }
    let disputed: BTreeSet<&str> = conflict.values.iter().map(|one| one.value.as_str()).collect();
    let mut lone = Vec::new();
    for part in parts.iter().filter(|part| !disputed.contains(part.party.name.as_str())) {
        // An account that fills the role with nobody tells less, not something else.
        let fills = |document: &usize| by_article.get(document).is_some_and(|cast| cast.iter().any(|&other| parts[other].role == part.role));
        let silent: Vec<usize> = audience.silent(&part.told.iter().map(|one| one.document).collect()).into_iter().filter(fills).collect();
        if !silent.is_empty() {
            alone_with(&mut lone, Difference { silent, ..Difference::new("participants", Kind::OneSided) }, part.told.clone());
        }
    }
    if !conflict.values.is_empty() {
        out.push(conflict);
    }
    out.extend(lone);
    out
}

/// The parties of all accounts, and the cast of each article as a set of their indices.
fn parts<'t>(told: &[Told<'t>]) -> (Vec<Part<'t>>, BTreeMap<usize, BTreeSet<usize>>) {
    let mut parts: Vec<Part> = Vec::new();
    // Those of the actor list are found at once.
    let mut listed: BTreeMap<(&str, Role), usize> = BTreeMap::new();
    let mut casts: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for t in told {
        let mutual = t.2.actors.is_empty() || t.2.recipients.is_empty();
        let roles = t.2.actors.iter().map(|role| (role, Role::Actor)).chain(t.2.recipients.iter().map(|role| (role, Role::Recipient)));
        for (role, place) in roles {
            let place = if mutual { Role::Actor } else { place };
            for party in members(t, role.party) {
                let known = party.actor.as_deref().and_then(|actor| listed.get(&(actor, place))).copied();
                if let Some(index) = known.or_else(|| part(&mut parts, party, place, t.0)) {
                    if let Some(actor) = party.actor.as_deref() {
                        listed.entry((actor, place)).or_insert(index);
                    }
                    parts[index].told.push(Differing { value: party.name.clone(), document: t.0, span: role.ground.span.clone(), side: None });
                    casts.entry(t.0).or_default().insert(index);
                }
            }
        }
    }
    (parts, casts)
}

fn distinct(casts: &BTreeMap<usize, BTreeSet<usize>>) -> Vec<&BTreeSet<usize>> {
    let mut distinct: Vec<&BTreeSet<usize>> = Vec::new();
    for cast in casts.values() {
        if distinct.len() < CASTS && !distinct.contains(&cast) {
            distinct.push(cast);
        }
    }
    distinct
}

/// The party, or the members of the group that it is.
fn members<'t>(told: &Told<'t>, party: usize) -> Vec<&'t Party> {
    let Some(party) = told.1.parties.get(party) else { return Vec::new() };
    let members: Vec<&Party> = party.members.iter().filter_map(|member| told.1.parties.get(*member)).collect();
    if members.is_empty() { vec![party] } else { members }
}

/// The index of the part that the party plays: that of its best likeness, else a new one. Within one article two parties are two.
fn part<'t>(parts: &mut Vec<Part<'t>>, party: &'t Party, role: Role, document: usize) -> Option<usize> {
    let alike = |part: &Part| likeness::parties(part.party, party);
    let free = |part: &Part| alike(part) >= if part.told.iter().any(|one| one.document == document) { 0.9 } else { STANDS };
    let best = (0..parts.len()).filter(|&i| free(&parts[i])).max_by(|&a, &b| {
        let rank = |i: usize| (parts[i].role == role, alike(&parts[i]));
        rank(a).0.cmp(&rank(b).0).then(rank(a).1.total_cmp(&rank(b).1)).then(b.cmp(&a))
    });
    best.or_else(|| {
        (parts.len() < PARTIES).then(|| {
            parts.push(Part { party, role, told: Vec::new() });
            parts.len() - 1
        })
    })
}

/// The two parties that stand in each other's place in two casts that are alike otherwise; both of a kind, or they might be one.
fn substitutes(parts: &[Part], a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> Option<[usize; 2]> {
    let (mine, theirs): (Vec<usize>, Vec<usize>) = (a.difference(b).copied().collect(), b.difference(a).copied().collect());
    let ([x], [y], true) = (&mine[..], &theirs[..], a.intersection(b).next().is_some()) else { return None };
    let same_role = parts[*x].role == parts[*y].role && parts[*x].party.kind == parts[*y].party.kind;
    // An unknown name may be another form of the known one.
    let definite = |party: &Party| party.actor.is_some() || party.kind == "group";
    (same_role && definite(parts[*x].party) && definite(parts[*y].party)).then_some([*x, *y])
}
