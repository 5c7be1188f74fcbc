//! `suquan stories`: articles by what they report.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use suquan_store::EntryFilter;

use crate::arguments::ledger::Entries;
use crate::book::{Book, Failure};
use crate::messages::say;

pub(crate) fn run(arguments: &Entries) -> ExitCode {
    Book::ask(&arguments.whence, |book| print(book, arguments.format == "jsonl"))
}

fn print(book: &Book, as_records: bool) -> Result<(), Failure> {
    let mut output = BufWriter::new(anstream::stdout().lock());
    for story in book.lines("story", &EntryFilter::default())? {
        if as_records {
            writeln!(output, "{story}")?;
            continue;
        }
        let documents: Vec<&str> = story["documents"].as_array().map(|all| all.iter().filter_map(|id| id.as_str()).collect()).unwrap_or_default();
        let title = story["title"].as_str().map_or_else(|| say("story.untitled", &[]), str::to_owned);
        writeln!(output, "{title}")?;
        writeln!(output, "    {}", documents.join(", "))?;
    }
    Ok(output.flush()?)
}
