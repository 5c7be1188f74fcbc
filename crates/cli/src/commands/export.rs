//! `suquan export`: events for other programs.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use serde_json::Value;

use crate::arguments::ledger::Export;
use crate::book::{Book, Failure};

pub(crate) fn run(arguments: &Export) -> ExitCode {
    Book::ask(&arguments.whence, |book| write(book, arguments))
}

fn write(book: &Book, arguments: &Export) -> Result<(), Failure> {
    let events: Vec<Value> = book.bodies("event")?.into_iter().filter(|event| arguments.filter.event(event)).collect();
    let mut output = BufWriter::new(std::io::stdout().lock());
    match arguments.format.as_str() {
        "csv" => output.write_all(suquan_api::csv(&events).as_bytes())?,
        "ics" => output.write_all(suquan_api::calendar(&events).as_bytes())?,
        _ => events.iter().flat_map(suquan_api::plover).try_for_each(|record| writeln!(output, "{record}"))?,
    }
    Ok(output.flush()?)
}
