//! Whether two articles mean the same party, place, or set of parties.

use crate::record::{Account, Party, Place, Record};

/// What two parties have in common, 0 to 1: 1 the same, 0.9 a shorter form of the same name, or a state and its government, 0.6 a state and somebody who
/// acts for it, 0.5 an institution of a state and a person of it (its spokesman, its minister).
pub fn parties(a: &Party, b: &Party) -> f64 {
    match (&a.actor, &b.actor) {
        (Some(x), Some(y)) if x == y => return 1.0,
        (Some(_), Some(_)) => return acts_for(a, b),
        _ => {}
    }
    if a.kind != "country" && b.kind != "country" && a.country.is_some() && b.country.is_some() && a.country != b.country {
        return 0.0;
    }
    if a.keys.iter().any(|k| b.keys.binary_search(k).is_ok()) {
        return 1.0;
    }
    // A person stands under the last words of the name, an institution under any of its forms in full.
    let shorter = |x: &Party, y: &Party| x.keys.iter().any(|s| y.keys.iter().any(|l| ends_with_word(l, s)));
    if (a.kind == b.kind || a.kind == "person" || b.kind == "person") && (shorter(a, b) || shorter(b, a)) {
        return 0.9;
    }
    acts_for(a, b)
}

/// What two sets of parties have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Overlap {
    /// The Dice coefficient over best partners.
    pub dice: f64,
    /// The share of the smaller set that the larger one has.
    pub contained: f64,
}

/// How far two accounts name the same parties, all roles together.
pub fn casts(a: (&Record, &Account), b: (&Record, &Account)) -> Overlap {
    let cast = |account: &Account| account.actors.iter().chain(&account.recipients).map(|role| role.party).collect::<Vec<_>>();
    overlap(&flat(a.0, &cast(a.1)), &flat(b.0, &cast(b.1)))
}

/// The same over those who act alone.
pub fn agents(a: (&Record, &Account), b: (&Record, &Account)) -> Overlap {
    let cast = |account: &Account| account.actors.iter().map(|role| role.party).collect::<Vec<_>>();
    overlap(&flat(a.0, &cast(a.1)), &flat(b.0, &cast(b.1)))
}

/// Whether each of two casts has a party that the other has not, of different states, and they share no more than half: `A met B` and `A met C` are two
/// meetings.
pub fn are_rivals(a: (&Record, &Account), b: (&Record, &Account)) -> bool {
    let cast = |account: &Account| account.actors.iter().chain(&account.recipients).map(|role| role.party).collect::<Vec<_>>();
    let (left, right) = (flat(a.0, &cast(a.1)), flat(b.0, &cast(b.1)));
    let alone =
        |x: &Party, others: &[&Party]| x.country.is_some() && others.iter().all(|y| y.country.is_some() && parties(x, y) == 0.0 && x.country != y.country);
    let lone = |own: &[&Party], others: &[&Party]| own.iter().filter(|x| alone(x, others)).count();
    let (mine, theirs) = (lone(&left, &right), lone(&right, &left));
    mine > 0 && theirs > 0 && 2 * mine >= left.len() && 2 * theirs >= right.len()
}

/// The parties of these indices, groups with known members taken apart.
fn flat<'r>(record: &'r Record, indices: &[usize]) -> Vec<&'r Party> {
    let mut out: Vec<&Party> = Vec::new();
    for party in indices.iter().filter_map(|index| record.parties.get(*index)) {
        let members: Vec<&Party> = party.members.iter().filter_map(|member| record.parties.get(*member)).collect();
        for party in if members.is_empty() { vec![party] } else { members } {
            if !out.contains(&party) {
                out.push(party);
            }
        }
    }
    out
}

/// The sum over best partners, each party in one pair, against the sizes of the sets.
fn overlap(a: &[&Party], b: &[&Party]) -> Overlap {
    if a.is_empty() || b.is_empty() {
        return Overlap::default();
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (i, x) in a.iter().enumerate() {
        pairs.extend(b.iter().enumerate().map(|(j, y)| (parties(x, y), i, j)).filter(|p| p.0 > 0.0));
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
    let (mut left, mut right) = (vec![false; a.len()], vec![false; b.len()]);
    let mut sum = 0.0;
    for (score, i, j) in pairs {
        if !left[i] && !right[j] {
            (left[i], right[j]) = (true, true);
            sum += score;
        }
    }
    Overlap { dice: 2.0 * sum / (a.len() + b.len()) as f64, contained: sum / a.len().min(b.len()) as f64 }
}

/// A state and somebody of it, or an institution and a person of the same state. Two persons are two.
fn acts_for(a: &Party, b: &Party) -> f64 {
    // An institution that the actor list does not know may carry its state's name at the end or the beginning of its own.
    let carries = |org: &Party, state: &Party| {
        org.kind == "organization"
            && org.country.is_none()
            && state.kind == "country"
            && org.keys.iter().any(|o| state.keys.iter().any(|s| ends_with_word(o, s)))
    };
    if carries(a, b) || carries(b, a) {
        return 0.6;
    }
    if a.country.is_none() || a.country != b.country || a.medium || b.medium {
        return 0.0;
    }
    // A capital or a seat of government stands for its state.
    let is_state = |party: &Party| matches!(party.kind.as_str(), "country" | "place");
    let is = |kind: &str| (a.kind == kind, b.kind == kind);
    match (is_state(a), is_state(b)) {
        (true, true) => {
            if a.kind == b.kind {
                0.0
            } else {
                0.6
            }
        }
        (true, false) | (false, true) if a.governs && b.kind == "country" || b.governs && a.kind == "country" => 0.9,
        (true, false) | (false, true) => 0.6,
        (false, false) if matches!((is("person"), is("organization")), ((true, false), (false, true)) | ((false, true), (true, false))) => 0.5,
        (false, false) => 0.0,
    }
}

fn ends_with_word(long: &str, short: &str) -> bool {
    !short.is_empty() && long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// How two places lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// The same.
    Same,
    /// One lies in the other.
    Within,
    /// Nothing can be said.
    Unknown,
    /// They exclude each other.
    Apart,
}

/// How two places lie to each other, by the actor list; names that it does not know are never taken to be apart.
pub fn places(a: &Place, b: &Place) -> Whereabouts {
    if a.key == b.key || a.actor.is_some() && a.actor == b.actor {
        return Whereabouts::Same;
    }
    let state = |p: &Place| p.actor.as_deref().is_some_and(|a| a.starts_with("country/"));
    match (&a.country, &b.country) {
        (Some(x), Some(y)) if x != y => Whereabouts::Apart,
        (Some(_), Some(_)) if state(a) != state(b) => Whereabouts::Within,
        (Some(_), Some(_)) if a.actor.is_some() && b.actor.is_some() => Whereabouts::Apart,
        _ => Whereabouts::Unknown,
    }
}

/// The Jaccard coefficient of two sorted sets of hashes.
pub fn jaccard(a: &[u32], b: &[u32]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let (mut i, mut j, mut both) = (0, 0, 0usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, both) = (i + 1, j + 1, both + 1),
        }
    }
    both as f64 / (a.len() + b.len() - both) as f64
}
