//! `suquan compare`: the accounts of an event side by side.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use serde_json::json;
use suquan_ledger::Comparison;

use crate::arguments::ledger::Compare;
use crate::book::{Book, Failure, dated, judgements};
use crate::messages::say;

pub(crate) fn run(arguments: &Compare) -> ExitCode {
    Book::answer(&arguments.whence, &arguments.id, |book| print(book, arguments))
}

fn print(book: &Book, arguments: &Compare) -> Result<bool, Failure> {
    let Some(found) = book.event(&arguments.id)? else { return Ok(false) };
    let (records, dated_by) = dated(&book.store, &arguments.whence.how.read_by, None)?;
    let by_hash = records.iter().map(|record| (record.hash.clone(), record.clone())).collect();
    let ledger = suquan_resolve::resolve(records, &dated_by, &judgements(&book.store)?);
    let Some(event) = ledger.events.iter().find(|event| found["id"] == event.id.as_str()) else { return Ok(false) };
    let comparison = suquan_ledger::compare(event, &ledger.documents, &by_hash, arguments.by_outlet);
    let mut output = BufWriter::new(anstream::stdout().lock());
    if arguments.format == "json" {
        writeln!(output, "{:#}", record(&event.id, &comparison))?;
    } else {
        table(&mut output, &comparison)?;
    }
    output.flush()?;
    Ok(true)
}

fn record(id: &str, comparison: &Comparison) -> serde_json::Value {
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
