//! `suquan event`: all that is known of one event.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use crate::arguments::ledger::One;
use crate::book::{Book, Failure};
use crate::view;

pub(crate) fn run(arguments: &One) -> ExitCode {
    Book::ask_of(&arguments.whence, &arguments.id, |book| print(book, arguments))
}

fn print(book: &Book, arguments: &One) -> Result<bool, Failure> {
    let Some(event) = book.event(&arguments.id)? else { return Ok(false) };
    let mut output = BufWriter::new(anstream::stdout().lock());
    if arguments.format == "json" {
        writeln!(output, "{event:#}")?;
    } else {
        view::dossier(&mut output, &event)?;
    }
    output.flush()?;
    Ok(true)
}
