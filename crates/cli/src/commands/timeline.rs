//! `suquan timeline`: the events of a ledger by date.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use serde_json::Value;

use crate::arguments::ledger::Entries;
use crate::book::{Book, Failure};
use crate::view;

pub(crate) fn run(arguments: &Entries) -> ExitCode {
    Book::ask(&arguments.whence, |book| print(book, arguments))
}

fn print(book: &Book, arguments: &Entries) -> Result<(), Failure> {
    let events: Vec<Value> = book.lines("event", &arguments.filter.of_store())?.into_iter().filter(|event| arguments.filter.event(event)).collect();
    let mut output = BufWriter::new(anstream::stdout().lock());
    if arguments.format == "jsonl" {
        events.iter().try_for_each(|event| writeln!(output, "{event}"))?;
    } else {
        view::timeline(&mut output, &events)?;
    }
    Ok(output.flush()?)
}
