//! Events, no two of which can be taken for one.

use std::collections::BTreeMap;

use crate::{Chance, Party, Wording};

/// Days over which events are spread.
const DAYS: usize = 120;
/// The first of these days: 1 September 2025.
const FIRST: (usize, usize) = (2025, 9);
/// Days between two events of the same act and parties: more than what two accounts of one event may be apart.
const APART: usize = 10;
/// Draws for an event that keeps that distance; in a world too small for so many events, the last draw is taken.
const DRAWS: usize = 64;

/// An event: who does what to whom, when, where and about what.
pub(crate) struct Event<'w> {
    pub(crate) act: &'w str,
    pub(crate) a: &'w Party,
    pub(crate) b: &'w Party,
    /// From the first day on.
    pub(crate) day: usize,
    pub(crate) place: &'w str,
    pub(crate) topic: &'w str,
    pub(crate) number: usize,
}

/// `count` events.
pub(crate) fn events<'w>(chance: &mut Chance, wording: &'w Wording, count: usize) -> Vec<Event<'w>> {
    let mut taken: BTreeMap<(&str, usize, usize), Vec<usize>> = BTreeMap::new();
    let parties = &wording.parties;
    let draw = |chance: &mut Chance| {
        let a = chance.below(parties.len());
        let b = (a + 1 + chance.below(parties.len().saturating_sub(1))) % parties.len().max(1);
        Some((wording.one(chance, "act")?, a, b, chance.below(DAYS)))
    };
    let mut events = Vec::with_capacity(count);
    for _ in 0..count {
        let mut drawn = draw(chance);
        for _ in 0..DRAWS {
            let Some((act, a, b, day)) = drawn else { break };
            let others = taken.get(&(act, a.min(b), a.max(b)));
            if others.is_none_or(|days| days.iter().all(|other| other.abs_diff(day) >= APART)) {
                break;
            }
            drawn = draw(chance);
        }
        let Some((act, a, b, day)) = drawn else { break };
        taken.entry((act, a.min(b), a.max(b))).or_default().push(day);
        let (Some(place), Some(topic)) = (wording.one(chance, "place"), wording.one(chance, "topic")) else { break };
        events.push(Event { act, a: &parties[a], b: &parties[b], day, place, topic, number: 5 + chance.below(90) });
    }
    events
}

/// Year, month and day of the n-th day.
pub(crate) fn date(day: usize) -> (usize, usize, usize) {
    let (mut year, mut month) = FIRST;
    let mut left = day;
    loop {
        let length = match month {
            2 if year.is_multiple_of(4) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if left < length {
            return (year, month, left + 1);
        }
        left -= length;
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

impl Event<'_> {
    /// What fills a slot of a text about this event; `when` is how its day is worded.
    pub(crate) fn slot(&self, name: &str, when: &str) -> String {
        let (year, month, day) = date(self.day);
        let office = |party: &Party| format!("{} {}", party.title, party.name);
        match name {
            "A" => office(self.a),
            "B" => office(self.b),
            "a" => self.a.name.clone(),
            "b" => self.b.name.clone(),
            "o" => self.a.address.clone(),
            "p" => self.b.address.clone(),
            "X" => self.a.country.clone(),
            "Y" => self.b.country.clone(),
            "place" => self.place.to_owned(),
            "topic" => self.topic.to_owned(),
            "n" => self.number.to_string(),
            "when" => when.to_owned(),
            "day" => format!("{day}/{month}"),
            "d" => day.to_string(),
            "m" => month.to_string(),
            "y" => year.to_string(),
            _ => String::new(),
        }
    }
}
