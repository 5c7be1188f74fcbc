//! Whose account of an event says what: topics by side, or by outlet.

use std::collections::{BTreeMap, BTreeSet};

use suquan_resolve::differences::{is_news, spoken};
use suquan_resolve::interval::Interval;
use suquan_resolve::record::{Quote, Record, Topic};

/// Words of one account on one topic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The article's label.
    pub document: String,
    /// Who says it, if somebody is quoted.
    pub speaker: Option<String>,
    /// The words.
    pub words: Quote,
}

/// A topic in every account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The topic's id.
    pub topic: String,
    /// By column.
    pub cells: Vec<Vec<Cell>>,
    /// The only column that has it, where there are several columns.
    pub only: Option<usize>,
}

/// Topics by accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The sides (ISO 3166-1 alpha-2) or outlets.
    pub columns: Vec<String>,
    /// By topic.
    pub rows: Vec<Row>,
}

/// An event as far as its accounts are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subject<'e> {
    /// Its date: EDTF.
    pub date: Option<&'e str>,
    /// The states that take part: ISO 3166-1 alpha-2.
    pub sides: BTreeSet<&'e str>,
    /// Its topics, each with the label of the article that brings it.
    pub raised: Vec<(&'e str, Topic)>,
}

/// Compares the accounts of an event in the articles that report it: by the side that speaks, or by outlet.
///
/// What a side says in an article counts as its account of the event where the event is the article's news, not where the
/// article only recalls it.
#[must_use]
pub fn compare(event: &Subject, reports: &[Record], by_outlet: bool) -> Comparison {
    let mut cells: BTreeMap<String, BTreeMap<String, BTreeSet<Cell>>> = BTreeMap::new();
    let mut columns = BTreeSet::new();
    let days = event.date.and_then(Interval::parse);
    for record in reports {
        let outlet = record.source.clone().unwrap_or_else(|| record.id.clone());
        let mut put = |topic: &str, side: Option<&str>, speaker: Option<String>, words: &Quote| {
            let column = if by_outlet { outlet.clone() } else { side.unwrap_or("-").to_owned() };
            columns.insert(column.clone());
            let cell = Cell { document: record.id.clone(), speaker, words: words.clone() };
            cells.entry(topic.to_owned()).or_default().entry(column).or_default().insert(cell);
        };
        let raised: Vec<&Topic> = event.raised.iter().filter(|(article, _)| *article == record.id).map(|(_, topic)| topic).collect();
        for one in spoken(record, &raised, is_news(record, days), &event.sides) {
            let speaker = one.speaker.and_then(|party| record.parties.get(party)).map(|party| party.name.clone());
            put(one.topic, one.side, speaker, one.span);
        }
    }
    let columns: Vec<String> = columns.into_iter().collect();
    let rows = cells.into_iter().map(|(topic, mut by_column)| {
        let cells: Vec<Vec<Cell>> = columns.iter().map(|column| by_column.remove(column).unwrap_or_default().into_iter().collect()).collect();
        let named = || columns.iter().zip(&cells).enumerate().filter(|(_, (column, cells))| column.as_str() != "-" && !cells.is_empty());
        let only = (named().count() == 1 && columns.len() > 1 && columns.iter().zip(&cells).all(|(column, cells)| column != "-" || cells.is_empty()))
            .then(|| named().next().map(|(index, _)| index))
            .flatten();
        Row { topic, cells, only }
    });
    Comparison { rows: rows.collect(), columns }
}
