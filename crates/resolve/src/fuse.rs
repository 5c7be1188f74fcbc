//! From the accounts of one event to its entry: each field by what most accounts give, the rest kept as differences.

use std::collections::{BTreeMap, BTreeSet};

use crate::differences::differences;
use crate::entry::{Counted, Event, Evidence, Member, Merge, Raised, Report, Value};
use crate::events::{Edge, Key};
use crate::interval::{Interval, Relation};
use crate::likeness;
use crate::record::{Account, Ground, Party, Record, Role};

/// An account with the index of its article.
pub type Told<'r> = (usize, &'r Record, &'r Account);

/// The entry of one event.
#[must_use]
pub fn fuse(records: &[Record], keys: &[Key], edges: &[Edge], origins: &[usize]) -> Event {
    let mut told: Vec<Told> = keys.iter().map(|&(article, event)| (article, &records[article], &records[article].events[event])).collect();
    told.sort_by(|a, b| published(a).cmp(&published(b)).then(a.1.hash.cmp(&b.1.hash)).then(anchor(a).cmp(&anchor(b))));
    let kind = majority(told.iter().map(|t| t.2.kind.as_str())).unwrap_or_default().to_owned();
    let (date, date_basis) = date(&told);
    let mut event = Event {
        id: id(&told),
        kind,
        modes: majority(told.iter().map(|t| t.2.modes.clone()).filter(|modes| !modes.is_empty())).unwrap_or_default(),
        date,
        date_basis,
        place: place(&told),
        duration: field(&told, |account| account.duration.as_ref().map(|d| (d.value.clone(), &d.ground))),
        quantities: quantities(&told),
        status: status(&told),
        claimed_by: members(&told, |account| &account.claimed_by, 0.0),
        topics: topics(&told),
        reports: reports(&told),
        origins: told.iter().map(|t| origins[t.0]).collect::<BTreeSet<_>>().len(),
        merges: edges.iter().map(|edge| Merge { a: edge.a.0, b: edge.b.0, verdict: edge.verdict.clone() }).collect(),
        ..Event::default()
    };
    (event.actors, event.recipients) = cast(&told);
    let days = event.date.as_ref().and_then(|date| Interval::parse(&date.value));
    event.differences = differences(&told, days, origins);
    event
}

/// When the article of an account was published; unknown last.
pub(crate) fn published(told: &Told) -> (i32, i32) {
    told.1.day().map_or((i32::MAX, i32::MAX), |day| (day.first, day.last))
}

fn anchor(told: &Told) -> (u32, u32) {
    told.2.triggers.first().map_or((0, 0), |trigger| (trigger.span.start, trigger.span.end))
}

/// The id of the least mention: hash and place of its trigger.
fn id(told: &[Told]) -> String {
    let least = told.iter().min_by(|a, b| a.1.hash.cmp(&b.1.hash).then(anchor(a).cmp(&anchor(b))).then(a.2.kind.cmp(&b.2.kind)));
    let Some(least) = least else { return String::new() };
    mention_id(&least.1.hash, least.2.triggers.first(), &least.2.kind)
}

/// An id made from an anchor; the type keeps apart two events that one word names.
pub(crate) fn mention_id(hash: &str, trigger: Option<&Ground>, kind: &str) -> String {
    let short = hash.get(..12).unwrap_or(hash);
    let (start, end) = trigger.map_or((0, 0), |trigger| (trigger.span.start, trigger.span.end));
    format!("{short}-{start}-{end}-{}", kind.to_ascii_lowercase())
}

/// The most frequent value; of several, the one met first.
pub(crate) fn majority<T: PartialEq>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for value in values {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(value, _)| value)
}

/// The date that most accounts allow; of those, one counted from a publication date that is known and not itself inferred, then the finest, then the one
/// reported first.
fn date(told: &[Told]) -> (Option<Value>, Option<String>) {
    let dated: Vec<(&Told, &crate::record::Dated, Option<Interval>)> =
        told.iter().filter_map(|t| t.2.date.as_ref().map(|date| (t, date, Interval::parse(&date.value)))).collect();
    let support = |days: Option<Interval>| {
        let Some(days) = days else { return 0 };
        dated.iter().filter(|(_, _, other)| other.is_some_and(|o| matches!(days.relation(o), Relation::Equal | Relation::Within))).count()
    };
    let best = dated.iter().enumerate().max_by_key(|(order, (t, _, days))| {
        let firm = matches!(t.1.published_basis.as_str(), "given" | "dateline");
        // A date in full stands above one that lacks its year.
        (days.is_some(), support(*days), firm, days.map(|d| -d.days()), std::cmp::Reverse(*order))
    });
    let Some((_, (_, chosen, _))) = best else { return (None, None) };
    let evidence = dated.iter().filter(|(_, date, _)| date.value == chosen.value).map(|(t, date, _)| Evidence { document: t.0, ground: date.ground.clone() });
    (Some(Value { value: chosen.value.clone(), evidence: evidence.collect() }), Some(chosen.basis.clone()))
}

/// The finest place that most accounts allow.
fn place(told: &[Told]) -> Option<Value> {
    let placed: Vec<(usize, &crate::record::Place)> = told.iter().filter_map(|t| t.2.place.as_ref().map(|place| (t.0, place))).collect();
    let allows =
        |a: &crate::record::Place, b: &crate::record::Place| matches!(likeness::places(a, b), likeness::Whereabouts::Same | likeness::Whereabouts::Within);
    let is_state = |place: &crate::record::Place| place.actor.as_deref().is_some_and(|actor| actor.starts_with("country/"));
    let (_, (_, chosen)) = placed
        .iter()
        .enumerate()
        .max_by_key(|(order, (_, place))| (placed.iter().filter(|(_, other)| allows(place, other)).count(), !is_state(place), std::cmp::Reverse(*order)))?;
    let evidence =
        placed.iter().filter(|(_, place)| place.key == chosen.key).map(|(document, place)| Evidence { document: *document, ground: place.ground.clone() });
    Some(Value { value: chosen.name.clone(), evidence: evidence.collect() })
}

fn field<'r>(told: &[Told<'r>], get: impl Fn(&'r Account) -> Option<(String, &'r Ground)>) -> Option<Value> {
    let given: Vec<(usize, String, &Ground)> = told.iter().filter_map(|t| get(t.2).map(|(value, ground)| (t.0, value, ground))).collect();
    let value = majority(given.iter().map(|(_, value, _)| value.clone()))?;
    let evidence =
        given.iter().filter(|(_, given, _)| *given == value).map(|(document, _, ground)| Evidence { document: *document, ground: (*ground).clone() });
    Some(Value { evidence: evidence.collect(), value })
}

/// A plan that was carried out has occurred; otherwise what most say, the latest where they balance.
fn status(told: &[Told]) -> String {
    let rank = |status: &str| match status {
        "hypothetical" => 0,
        "planned" => 1,
        _ => 2,
    };
    let furthest = told.iter().map(|t| rank(&t.2.status)).max().unwrap_or(0);
    // A report of what is planned does not vote on whether what is reported later took place.
    let mut votes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (order, t) in told.iter().enumerate().filter(|(_, t)| rank(&t.2.status) == furthest) {
        let vote = votes.entry(&t.2.status).or_default();
        *vote = (vote.0 + 1, order);
    }
    votes.into_iter().max_by_key(|(_, vote)| *vote).map(|(status, _)| status.to_owned()).unwrap_or_default()
}

fn quantities(told: &[Told]) -> Vec<Counted> {
    let mut out: Vec<Counted> = Vec::new();
    for t in told {
        for quantity in &t.2.quantities {
            let same = |c: &Counted| c.quantity.value == quantity.value && c.quantity.unit == quantity.unit && c.quantity.of == quantity.of;
            if !out.iter().any(same) {
                out.push(Counted { quantity: quantity.clone(), document: t.0 });
            }
        }
    }
    out
}

fn topics(told: &[Told]) -> Vec<Raised> {
    let mut out: Vec<Raised> = Vec::new();
    for t in told {
        out.extend(t.2.topics.iter().map(|topic| Raised { topic: topic.clone(), document: t.0 }));
    }
    out
}

fn reports(told: &[Told]) -> Vec<Report> {
    let mut out: Vec<Report> = Vec::new();
    for t in told {
        let date = t.2.date.as_ref().map(|date| date.value.clone());
        match out.iter_mut().find(|report| report.document == t.0) {
            Some(report) => report.spans.extend(t.2.triggers.iter().cloned()),
            None => out.push(Report { document: t.0, spans: t.2.triggers.clone(), status: t.2.status.clone(), date }),
        }
    }
    out
}

/// Actors and recipients: who stands in at least a third of the accounts, in the role most give.
fn cast(told: &[Told]) -> (Vec<Member>, Vec<Member>) {
    let actors = members(told, |account| &account.actors, 0.0);
    let recipients = members(told, |account| &account.recipients, 0.0);
    let weight = |member: &Member| member.evidence.iter().map(|e| e.document).collect::<BTreeSet<_>>().len();
    let mut kept: (Vec<Member>, Vec<Member>) = (Vec::new(), Vec::new());
    let same = |a: &Member, b: &Member| likeness::parties(&a.party, &b.party) >= 0.9;
    for member in &actors {
        let rival = recipients.iter().find(|other| same(member, other));
        if rival.is_none_or(|rival| weight(rival) <= weight(member)) {
            kept.0.push(member.clone());
        }
    }
    for member in &recipients {
        let rival = actors.iter().find(|other| same(member, other));
        if rival.is_none_or(|rival| weight(rival) < weight(member)) {
            kept.1.push(member.clone());
        }
    }
    let enough = told.len().div_ceil(3);
    let trim = |members: Vec<Member>| -> Vec<Member> {
        let best = members.iter().map(weight).max().unwrap_or(0);
        members.into_iter().filter(|member| weight(member) >= enough || weight(member) == best).collect()
    };
    let mut roles = (trim(kept.0), trim(kept.1));
    if told.iter().all(|t| matches!(t.2.kind.as_str(), "ACCUSE" | "REQUEST" | "REJECT" | "THREATEN")) {
        roles.0.iter_mut().chain(&mut roles.1).for_each(|member| name_state(member, told));
    }
    roles
}

/// Names the state where more articles do than name somebody who speaks for it: demands, charges, refusals and threats are those of states.
fn name_state(member: &mut Member, told: &[Told]) {
    if member.party.kind == "country" {
        return;
    }
    let named = |evidence: &&Evidence| {
        let (_, record, account) = told.iter().find(|t| t.0 == evidence.document)?;
        let role = account.actors.iter().chain(&account.recipients).find(|role| role.ground == evidence.ground)?;
        record.parties.get(role.party)
    };
    let parties: Vec<&Party> = member.evidence.iter().filter_map(|evidence| named(&evidence)).collect();
    let states: Vec<&&Party> = parties.iter().filter(|party| party.kind == "country").collect();
    if 2 * states.len() > parties.len()
        && let Some(state) = states.first()
    {
        member.party = (**state).clone();
    }
}

/// The parties of a role over all accounts, each once, a person standing for the state that other accounts name.
pub(crate) fn members<'r>(told: &[Told<'r>], roles: impl Fn(&'r Account) -> &'r Vec<Role>, least: f64) -> Vec<Member> {
    let mut out: Vec<Member> = Vec::new();
    for t in told {
        for role in roles(t.2) {
            let Some(party) = t.1.parties.get(role.party) else { continue };
            let evidence = Evidence { document: t.0, ground: role.ground.clone() };
            let alike = |member: &Member| likeness::parties(&member.party, party);
            // Within one article a state and its president are two parties; between articles one may stand for the other.
            let own = |member: &Member| member.evidence.iter().any(|e| e.document == t.0);
            let best = (0..out.len()).filter(|&i| alike(&out[i]) >= if own(&out[i]) { 0.9 } else { 0.6_f64.max(least) });
            match best.max_by(|&a, &b| alike(&out[a]).total_cmp(&alike(&out[b])).then(b.cmp(&a))) {
                Some(index) => absorb(&mut out[index], party, t.1, evidence),
                None => out.push(Member { members: group(party, t.1), party: party.clone(), evidence: vec![evidence] }),
            }
        }
    }
    out
}

fn group(party: &Party, record: &Record) -> Vec<Party> {
    party.members.iter().filter_map(|index| record.parties.get(*index).cloned()).collect()
}

/// Adds another article's party to a member; the more specific one names it.
fn absorb(member: &mut Member, party: &Party, record: &Record, evidence: Evidence) {
    let specific = |party: &Party| match party.kind.as_str() {
        "person" => 3,
        // A body that only the text knows says less than the state that it belongs to.
        "organization" if party.actor.is_some() => 2,
        "group" => 1,
        _ => 0,
    };
    let (fuller, aliases) =
        if (specific(party), party.actor.is_some(), party.name.len()) > (specific(&member.party), member.party.actor.is_some(), member.party.name.len()) {
            (party.clone(), member.party.clone())
        } else {
            (member.party.clone(), party.clone())
        };
    // A state's names are no names of the person who acts for it.
    let alike = likeness::parties(&fuller, &aliases) >= 0.9;
    if fuller.name != member.party.name {
        member.members = group(party, record);
    }
    member.party = fuller;
    if alike {
        for name in aliases.aliases.into_iter().chain([aliases.name]) {
            if name != member.party.name && !member.party.aliases.contains(&name) {
                member.party.aliases.push(name);
            }
        }
        member.party.keys.extend(aliases.keys);
        member.party.keys.sort();
        member.party.keys.dedup();
    }
    member.evidence.push(evidence);
}
