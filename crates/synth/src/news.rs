//! Reports of events.

use crate::event::{Event, date, events};
use crate::{Chance, Wording};

/// Of three reports, one is a near copy.
const COPIES: usize = 3;
/// What a report has beside its first sentences: rows of which kind, at least how many, and up to how many more.
const PARTS: [(&str, usize, usize); 4] = [("said", 2, 3), ("more", 3, 4), ("past", 1, 2), ("close", 1, 1)];

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

/// `count` reports of `number` events; equal arguments give equal reports.
#[must_use]
pub fn reports(seed: u64, count: usize, number: usize, wording: &Wording) -> Vec<Report> {
    let mut chance = Chance::new(seed);
    let events = events(&mut chance, wording, number);
    let mut reports: Vec<Report> = Vec::with_capacity(count);
    for index in 0..count {
        let report = if index % COPIES == COPIES - 1 {
            let model = chance.below(reports.len());
            copy(&mut chance, wording, &reports, &events, model)
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

fn write(chance: &mut Chance, wording: &Wording, event: &Event, number: usize) -> Option<Report> {
    let mut sentences = vec![wording.one(chance, &format!("lead {}", event.act))?, wording.one(chance, &format!("again {}", event.act))?];
    for (what, least, more) in PARTS {
        let mut left: Vec<&str> = wording.of(what).iter().map(String::as_str).collect();
        for _ in 0..(least + chance.below(more)).min(left.len()) {
            sentences.push(left.remove(chance.below(left.len())));
        }
    }
    let title = wording.one(chance, &format!("title {}", event.act))?;
    let mut fill = |text: &str| fill(chance, wording, event, text);
    let title = fill(title);
    let paragraphs: Vec<String> = sentences.chunks(2).map(|pair| pair.iter().map(|text| fill(text)).collect::<Vec<_>>().join(" ")).collect();
    Some(Report {
        id: String::new(),
        title,
        text: paragraphs.join("\n\n"),
        // The report comes out on the day of the event or on one of the two after it.
        published: published(event.day + chance.below(3), chance),
        source: wording.one(chance, "outlet")?.to_owned(),
        event: number,
        copy_of: None,
    })
}

/// Another outlet's copy: a sentence less or more, or the paragraphs run together under another headline.
fn copy(chance: &mut Chance, wording: &Wording, reports: &[Report], events: &[Event], model: usize) -> Option<Report> {
    let original = reports.get(model)?;
    let event = events.get(original.event)?;
    let (mut title, mut text) = (original.title.clone(), original.text.clone());
    match chance.below(3) {
        0 => {
            text = text.replace("\n\n", " ");
            let another = wording.one(chance, &format!("title {}", event.act))?;
            title = fill(chance, wording, event, another);
        }
        1 => {
            let last = text.trim_end_matches('.').rfind(". ").map_or(text.len(), |at| at + 1);
            text.truncate(last);
        }
        _ => {
            let more = wording.one(chance, "more")?;
            text = format!("{text} {}", fill(chance, wording, event, more));
        }
    }
    Some(Report {
        id: String::new(),
        title,
        text,
        published: published(event.day + 2 + chance.below(2), chance),
        source: wording.one(chance, "outlet")?.to_owned(),
        event: original.event,
        copy_of: Some(original.copy_of.unwrap_or(model)),
    })
}

fn fill(chance: &mut Chance, wording: &Wording, event: &Event, text: &str) -> String {
    let when = wording.one(chance, "when").unwrap_or("{day}").to_owned();
    wording.fill(chance, text, &|slot| event.slot(slot, &when))
}

/// A time of day on the n-th day.
fn published(day: usize, chance: &mut Chance) -> String {
    let (year, month, day) = date(day);
    format!("{year}-{month:02}-{day:02}T{:02}:{:02}+07:00", 6 + chance.below(16), chance.below(60))
}
