//! What was spoken of at a meeting or call, where only one side or one report says so.

use std::collections::{BTreeMap, BTreeSet};

use super::silence::{Audience, alone_with, is_news};
use crate::entry::{Difference, Differing, Kind};
use crate::fuse::Told;
use crate::interval::Interval;
use crate::record::{Account, Quote, Record, Saying, Topic};

/// A topic in somebody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken<'r> {
    /// The topic's id.
    pub topic: &'r str,
    /// The side that speaks of it: ISO 3166-1 alpha-2; `None` where the report speaks.
    pub side: Option<&'r str>,
    /// Who says it, if somebody is quoted: an index of the record's parties.
    pub speaker: Option<usize>,
    /// The words.
    pub span: &'r Quote,
}

/// Who speaks of what in an article about an event: what its account says was raised, and, where the event is its news, what its speakers say. Words that
/// somebody says are that speaker's, whoever they are about. Where the event has several `sides`, what others say in the article is about something else.
#[must_use]
pub fn spoken<'r>(record: &'r Record, raised: &[&'r Topic], news: bool, sides: &BTreeSet<&str>) -> Vec<Spoken<'r>> {
    let takes_part = |side: &str| sides.len() < 2 || sides.contains(side);
    let said = |span: &Quote| record.statements.iter().any(|saying| saying.topics.iter().any(|topic| topic.span == *span));
    let told = raised.iter().filter(|topic| !said(&topic.span));
    let mut out: Vec<Spoken> = told.map(|topic| Spoken { topic: &topic.topic, side: topic.side.as_deref(), speaker: None, span: &topic.span }).collect();
    for saying in record.statements.iter().filter(|_| news) {
        let speaker = record.parties.get(saying.speaker);
        let side = saying.side.as_deref().or_else(|| speaker?.country.as_deref());
        let mut members = speaker.into_iter().flat_map(|party| &party.members).filter_map(|member| record.parties.get(*member)?.country.as_deref());
        if side.is_some_and(|side| !takes_part(side)) || members.any(|side| !takes_part(side)) {
            continue;
        }
        // Of two talks in one article the words are about the one told last before them.
        if sides.len() > 1 && setting(record, saying, side).is_some_and(|talk| countries(record, talk).any(|state| !sides.contains(state))) {
            continue;
        }
        out.extend(saying.topics.iter().map(|topic| Spoken { topic: &topic.topic, side, speaker: Some(saying.speaker), span: &topic.span }));
    }
    out
}

/// The talks that the words of a side are about: of those that are the article's news the last told before them, else the first after.
fn setting<'r>(record: &'r Record, saying: &Saying, side: Option<&str>) -> Option<&'r Account> {
    let fits = |talk: &&Account| {
        let days = talk.date.as_ref().and_then(|date| Interval::parse(&date.value));
        is_talk(talk) && is_news(record, days) && side.is_none_or(|side| countries(record, talk).any(|state| state == side))
    };
    let starts = |talk: &'r Account| talk.triggers.iter().map(move |trigger| (trigger.span.start, talk));
    let told = || record.events.iter().filter(fits).flat_map(starts);
    let before = told().filter(|(start, _)| *start <= saying.content.start).max_by_key(|(start, _)| *start);
    before.or_else(|| told().min_by_key(|(start, _)| *start)).map(|(_, talk)| talk)
}

/// Whether the account is of a meeting or call that takes or took place, no stay.
fn is_talk(account: &Account) -> bool {
    account.kind == "CONSULT" && matches!(account.status.as_str(), "occurred" | "ongoing") && account.modes.iter().all(|mode| mode != "visit")
}

/// Topics that one of the sides, or one report, has to itself.
pub(super) fn topics(told: &[Told], audience: &Audience) -> Vec<Difference> {
    let sides: BTreeSet<&str> = told.iter().flat_map(|t| countries(t.1, t.2)).collect();
    if sides.len() < 2 || !told.iter().any(|t| is_talk(t.2)) {
        return Vec::new();
    }
    let mut by_topic: BTreeMap<&str, Vec<Differing>> = BTreeMap::new();
    let mut speaking: BTreeSet<&str> = BTreeSet::new();
    for t in told.iter().filter(|t| audience.has(t.0)) {
        let raised: Vec<_> = t.2.topics.iter().collect();
        for one in spoken(t.1, &raised, true, &sides) {
            speaking.extend(one.side);
            let shown = Differing { value: one.topic.to_owned(), document: t.0, span: one.span.clone(), side: one.side.map(str::to_owned) };
            by_topic.entry(one.topic).or_default().push(shown);
        }
    }
    let mut out = Vec::new();
    for telling in by_topic.into_values() {
        let of: BTreeSet<Option<&str>> = telling.iter().map(|one| one.side.as_deref()).collect();
        // A side is silent on a topic if it speaks at all.
        let alone = if let [Some(side)] = of.iter().copied().collect::<Vec<_>>()[..] { Some(side) } else { None };
        let silent_sides: Vec<String> =
            alone.iter().flat_map(|side| speaking.iter().filter(move |other| other != &side)).map(|&side| side.to_owned()).collect();
        let silent = audience.silent(&telling.iter().map(|one| one.document).collect());
        // What the sides have in common an outlet may leave out; what is raised at the event it should not.
        if silent_sides.is_empty() && (silent.is_empty() || of.iter().any(Option::is_some)) {
            continue;
        }
        alone_with(&mut out, Difference { silent, silent_sides, ..Difference::new("topic", Kind::OneSided) }, telling);
    }
    out
}

/// The states of an account's parties.
fn countries<'r>(record: &'r Record, account: &'r Account) -> impl Iterator<Item = &'r str> {
    account.actors.iter().chain(&account.recipients).filter_map(|role| record.parties.get(role.party)?.country.as_deref())
}
