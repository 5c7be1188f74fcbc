//! `suquan search`: articles by their words, with the events that they report.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use serde_json::{Value, json};
use suquan_store::EntryFilter;

use crate::arguments::ledger::Search;
use crate::book::{Book, Failure, search_text};

/// Events shown of an article found.
const EVENTS: usize = 5;

pub(crate) fn run(arguments: &Search) -> ExitCode {
    Book::ask(&arguments.whence, |book| print(book, arguments))
}

fn print(book: &Book, arguments: &Search) -> Result<(), Failure> {
    let mut output = BufWriter::new(anstream::stdout().lock());
    for hit in book.search(&search_text(&arguments.words), arguments.limit)? {
        let document = book.document(&hit.hash)?.unwrap_or_default();
        let filter = EntryFilter { document: Some(hit.hash.clone()), ..EntryFilter::default() };
        let mut events: Vec<Value> = book.lines("event", &filter)?;
        events.truncate(EVENTS);
        if arguments.format == "jsonl" {
            writeln!(
                output,
                "{}",
                json!({"document": hit.id, "exact": hit.exact, "title": document["title"], "published": document["published"], "events": events})
            )?;
            continue;
        }
        let text = |key: &str| document[key].as_str().unwrap_or_default();
        writeln!(output, "{}  {}  {}", hit.id, text("published"), text("title"))?;
        for event in events {
            writeln!(output, "    {}  {}", event["date"].as_str().unwrap_or("—"), event["title"]["en"].as_str().unwrap_or_default())?;
        }
    }
    Ok(output.flush()?)
}
