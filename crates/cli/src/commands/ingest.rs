//! `suquan ingest`: articles into a ledger file.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::json;
use suquan_store::{Change, Store};

use crate::arguments::ledger::Ingest;
use crate::book::{Failure, keep, refresh};
use crate::messages::say;
use crate::{intake, reader};

pub(crate) fn run(arguments: &Ingest) -> ExitCode {
    let Some(reader) = reader::reader_or_report(&arguments.sources.how.read_by) else { return ExitCode::from(2) };
    let mut intake = intake::articles(&arguments.sources, reader.pack());
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let acknowledge = arguments.format == "jsonl";
    let kept = Store::open(&arguments.ledger).map_err(Failure::from).and_then(|mut store| {
        keep(&mut store, &reader, &mut intake, &intake::hints(&arguments.sources), intake::jobs(&arguments.sources), |id, change| {
            *counts.entry(name(change)).or_default() += 1;
            if acknowledge {
                // A line says that the article is on disk: it must not wait in a buffer.
                let mut output = io::stdout().lock();
                writeln!(output, "{}", json!({"document": id, "change": name(change)}))?;
                output.flush()?;
            }
            Ok(())
        })?;
        refresh(&mut store, &arguments.sources.how.read_by)
    });
    if let Err(failure) = kept {
        return failure.report();
    }
    let count = |name: &str| counts.get(name).copied().unwrap_or(0).to_string();
    let (added, revised, labelled, unchanged) = (count("added"), count("revised"), count("labelled"), count("unchanged"));
    let values = [("added", added.as_str()), ("revised", &revised), ("labelled", &labelled), ("unchanged", &unchanged)];
    eprintln!("suquan: {}", say("ledger.ingested", &values));
    intake.close()
}

fn name(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Revised => "revised",
        Change::Labelled => "labelled",
        Change::Unchanged => "unchanged",
    }
}
