//! `suquan diff`: what later articles add to the ledger or change in it.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use serde_json::json;
use suquan_api::LedgerWriter;
use suquan_ledger::Change;
use suquan_resolve::interval::Interval;

use crate::arguments::ledger::Diff;
use crate::book::{Book, Dated, Failure, dated, judgements};
use crate::messages::say;

pub(crate) fn run(arguments: &Diff) -> ExitCode {
    let book = match Book::articles(&arguments.whence) {
        Ok(book) => book,
        Err(failure) => return failure.report(),
    };
    match print(&book, arguments) {
        Ok(()) => book.status,
        Err(failure) => failure.report(),
    }
}

fn print(book: &Book, arguments: &Diff) -> Result<(), Failure> {
    let day = |date: &str| Interval::parse(date).map(|days| days.last);
    let until = arguments.whence.as_of.as_deref().and_then(day);
    let Dated { mut records, dated_by, .. } = dated(&book.store, &arguments.whence.how.read_by, until)?;
    if let Some(day) = until {
        records = suquan_ledger::as_of(records, day);
    }
    let judgements = judgements(&book.store)?;
    let since = day(&arguments.since).unwrap_or(i32::MIN);
    let before = suquan_resolve::resolve(suquan_ledger::as_of(records.clone(), since), &dated_by, &judgements);
    let after = suquan_resolve::resolve(records, &dated_by, &judgements);
    let writer = LedgerWriter { ledger: &after };
    let mut output = BufWriter::new(anstream::stdout().lock());
    for (index, change) in suquan_ledger::diff(&before, &after) {
        let event = writer.event(&after.events[index]);
        let (name, fields) = match &change {
            Change::New => ("new", &[][..]),
            Change::Reported => ("reported", &[][..]),
            Change::Revised(fields) => ("revised", fields.as_slice()),
        };
        if arguments.format == "jsonl" {
            let fields: Vec<_> = fields.iter().map(|(field, old, new)| json!({"field": field, "before": old, "after": new})).collect();
            writeln!(output, "{}", json!({"change": name, "fields": fields, "event": event}))?;
            continue;
        }
        let date = event["date"].as_str().unwrap_or("—");
        writeln!(output, "{:<9} {date:<12} {}", say(&format!("diff.{name}"), &[]), event["title"]["en"].as_str().unwrap_or_default())?;
        for (field, old, new) in fields {
            writeln!(output, "          {field}: {} → {}", if old.is_empty() { "—" } else { old }, if new.is_empty() { "—" } else { new })?;
        }
    }
    Ok(output.flush()?)
}
