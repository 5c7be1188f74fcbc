//! `suquan compare`: the accounts of an event side by side.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use serde_json::{Value, json};
use suquan_ledger::{Comparison, Subject};
use suquan_resolve::record::{Quote, Topic};

use crate::arguments::ledger::Compare;
use crate::book::{Book, Failure};
use crate::messages::say;

pub(crate) fn run(arguments: &Compare) -> ExitCode {
    Book::ask_of(&arguments.whence, &arguments.id, |book| print(book, arguments))
}

fn print(book: &Book, arguments: &Compare) -> Result<bool, Failure> {
    let Some(event) = book.event(&arguments.id)? else { return Ok(false) };
    let mut reports = Vec::new();
    for report in event["reports"].as_array().into_iter().flatten() {
        reports.extend(book.reading(report["document"].as_str().unwrap_or_default())?);
    }
    let list = |key: &str| event[key].as_array().map_or(&[][..], Vec::as_slice);
    let subject = Subject {
        date: event["date"].as_str(),
        sides: list("actors").iter().chain(list("recipients")).filter_map(|party| party["country"].as_str()).collect(),
        raised: list("topics").iter().map(raised).collect(),
    };
    let comparison = suquan_ledger::compare(&subject, &reports, arguments.by_outlet);
    let mut output = BufWriter::new(anstream::stdout().lock());
    if arguments.format == "json" {
        writeln!(output, "{:#}", record(&event["id"], &comparison))?;
    } else {
        table(&mut output, &comparison)?;
    }
    output.flush()?;
    Ok(true)
}

/// A topic of the entry, with the article that brings it.
fn raised(topic: &Value) -> (&str, Topic) {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let span = &topic["span"];
    let offset = |key: &str| span[key].as_u64().and_then(|offset| u32::try_from(offset).ok()).unwrap_or_default();
    let words = Quote { start: offset("start"), end: offset("end"), text: text(&span["text"]).unwrap_or_default() };
    (span["document"].as_str().unwrap_or_default(), Topic { topic: text(&topic["topic"]).unwrap_or_default(), side: text(&topic["side"]), span: words })
}

fn record(id: &Value, comparison: &Comparison) -> serde_json::Value {
    let cell = |cell: &suquan_ledger::Cell| json!({"document": cell.document, "speaker": cell.speaker, "start": cell.words.start, "end": cell.words.end, "text": cell.words.text});
    let rows = comparison.rows.iter().map(|row| {
        let cells: serde_json::Map<String, serde_json::Value> =
            comparison.columns.iter().zip(&row.cells).map(|(column, cells)| (column.clone(), cells.iter().map(cell).collect())).collect();
        json!({"topic": row.topic, "accounts": cells, "only": row.only.map(|index| &comparison.columns[index])})
    });
    json!({"event": id, "accounts": comparison.columns, "topics": rows.collect::<Vec<_>>()})
}

fn table(output: &mut impl Write, comparison: &Comparison) -> std::io::Result<()> {
    for row in &comparison.rows {
        let only = row.only.map(|index| format!("  ({})", say("compare.only", &[("account", &comparison.columns[index])]))).unwrap_or_default();
        writeln!(output, "{}{only}", row.topic)?;
        for (column, cells) in comparison.columns.iter().zip(&row.cells) {
            for cell in cells {
                let speaker = cell.speaker.as_deref().map(|speaker| format!("{speaker}: ")).unwrap_or_default();
                writeln!(output, "    {column:<6} {speaker}“{}”  {}", cell.words.text, cell.document)?;
            }
        }
    }
    Ok(())
}
