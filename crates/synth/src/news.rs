//! Events, and reports of them.

use crate::{Chance, Party, Wording};

/// Days over which the events are spread, from 1 September 2025.
const DAYS: usize = 90;
/// Of three reports, one is a near copy.
const COPIES: usize = 3;

/// A made-up report, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Its text.
    pub text: String,
    /// When it was published: ISO 8601.
    pub published: String,
    /// The outlet.
    pub source: String,
    /// The number of the event that it tells.
    pub event: usize,
    /// The number of the report that it copies.
    pub copy_of: Option<usize>,
}

/// An event: who does what to whom, when, where and about what.
struct Event<'w> {
    act: &'w str,
    a: &'w Party,
    b: &'w Party,
    day: usize,
    place: &'w str,
    topic: &'w str,
    number: usize,
}

/// `count` reports of `events` events; equal arguments give equal reports.
#[must_use]
pub fn reports(seed: u64, count: usize, events: usize, wording: &Wording) -> Vec<Report> {
    let mut chance = Chance::new(seed);
    let events: Vec<Event> = (0..events).filter_map(|_| event(&mut chance, wording)).collect();
    let mut reports: Vec<Report> = Vec::with_capacity(count);
    for index in 0..count {
        let report = if index % COPIES == COPIES - 1 {
            let model = chance.below(reports.len());
            copy(&mut chance, wording, &reports, model)
        } else {
            // Every event is told at least once before any is told again, if there are reports enough.
            let told = if index < events.len() * COPIES / (COPIES - 1) { index - index / COPIES } else { chance.below(events.len()) };
            let number = told % events.len().max(1);
            events.get(number).and_then(|event| write(&mut chance, wording, event, number))
        };
        reports.extend(report.map(|report| Report { id: format!("s{index:06}"), ..report }));
    }
    reports
}

fn event<'w>(chance: &mut Chance, wording: &'w Wording) -> Option<Event<'w>> {
    let a = chance.below(wording.parties.len());
    let b = (a + 1 + chance.below(wording.parties.len().saturating_sub(1))) % wording.parties.len().max(1);
    Some(Event {
        act: chance.one(&wording.of("act")).copied()?,
        a: wording.parties.get(a)?,
        b: wording.parties.get(b)?,
        day: chance.below(DAYS),
        place: chance.one(&wording.of("place")).copied()?,
        topic: chance.one(&wording.of("topic")).copied()?,
        number: 5 + chance.below(90),
    })
}

fn write(chance: &mut Chance, wording: &Wording, event: &Event, number: usize) -> Option<Report> {
    let mut sentences = vec![chance.one(&wording.of(&format!("lead {}", event.act))).copied()?];
    sentences.push(chance.one(&wording.of(&format!("again {}", event.act))).copied()?);
    for (what, least, more) in [("said", 2, 2), ("more", 3, 4), ("past", 1, 1), ("close", 1, 1)] {
        let mut left = wording.of(what);
        for _ in 0..least + chance.below(more) {
            if !left.is_empty() {
                sentences.push(left.remove(chance.below(left.len())));
            }
        }
    }
    let fill = |text: &str| fill(text, event);
    // The report comes out on the day of the event or on one of the two after it.
    let published = event.day + chance.below(3);
    let (month, day) = date(published);
    let paragraphs: Vec<String> = sentences.chunks(2).map(|pair| pair.iter().map(|s| fill(s)).collect::<Vec<_>>().join(" ")).collect();
    Some(Report {
        id: String::new(),
        title: fill(chance.one(&wording.of(&format!("title {}", event.act))).copied()?),
        text: paragraphs.join("\n\n"),
        published: format!("2025-{month:02}-{day:02}T{:02}:{:02}+07:00", 6 + chance.below(16), chance.below(60)),
        source: chance.one(&wording.of("outlet")).copied()?.to_owned(),
        event: number,
        copy_of: None,
    })
}

/// Another outlet's copy: a sentence less at the end, or the paragraphs run together.
fn copy(chance: &mut Chance, wording: &Wording, reports: &[Report], model: usize) -> Option<Report> {
    let original = reports.get(model)?;
    let mut text = original.text.clone();
    match chance.below(3) {
        0 => text = text.replace("\n\n", " "),
        1 => {
            let last = text.trim_end_matches('.').rfind(". ").map_or(text.len(), |at| at + 1);
            text.truncate(last);
        }
        _ => {}
    }
    let source = chance.one(&wording.of("outlet")).copied()?;
    Some(Report { text, source: source.to_owned(), copy_of: Some(original.copy_of.unwrap_or(model)), ..original.clone() })
}

fn fill(text: &str, event: &Event) -> String {
    let (month, day) = date(event.day);
    let office = |party: &Party| format!("{} {}", party.title, party.name);
    let slots = [
        ("{A}", office(event.a)),
        ("{B}", office(event.b)),
        ("{a}", event.a.name.clone()),
        ("{b}", event.b.name.clone()),
        ("{X}", event.a.country.clone()),
        ("{Y}", event.b.country.clone()),
        ("{place}", event.place.to_owned()),
        ("{topic}", event.topic.to_owned()),
        ("{day}", format!("{day}/{month}")),
        ("{n}", event.number.to_string()),
    ];
    slots.iter().fold(text.to_owned(), |text, (slot, value)| text.replace(slot, value))
}

/// Month and day of the n-th day from 1 September.
fn date(day: usize) -> (usize, usize) {
    let lengths = [(9, 30), (10, 31), (11, 30), (12, 31)];
    let mut left = day;
    for (month, length) in lengths {
        if left < length {
            return (month, left + 1);
        }
        left -= length;
    }
    (12, 31)
}
