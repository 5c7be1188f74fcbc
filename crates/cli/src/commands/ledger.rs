//! `suquan ledger`: the records of a ledger.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use serde_json::Value;

use crate::arguments::ledger::Dump;
use crate::book::{Book, Failure};

pub(crate) fn run(arguments: &Dump) -> ExitCode {
    Book::ask(&arguments.whence, |book| dump(book, arguments))
}

fn dump(book: &Book, arguments: &Dump) -> Result<(), Failure> {
    let filter = &arguments.filter;
    let mut output = BufWriter::new(std::io::stdout().lock());
    let mut write = |record: &Value| writeln!(output, "{record}");
    match arguments.what.as_str() {
        "statements" => {
            for record in book.records()?.values() {
                for saying in &record.statements {
                    let statement = suquan_api::statement(record, saying);
                    if filter.statement(&statement) {
                        write(&statement)?;
                    }
                }
            }
        }
        "commitments" => book.bodies("commitment")?.iter().filter(|record| filter.promise(record)).try_for_each(write)?,
        "stories" => book.bodies("story")?.iter().try_for_each(write)?,
        "documents" => book.bodies("document")?.iter().try_for_each(write)?,
        _ => book.bodies("event")?.iter().filter(|record| filter.event(record)).try_for_each(write)?,
    }
    Ok(output.flush()?)
}
