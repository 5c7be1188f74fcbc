//! `suquan commitments`: promises, and which of them are overdue.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use serde_json::Value;
use suquan_resolve::interval::Interval;

use crate::arguments::ledger::Commitments;
use crate::book::{Book, Failure};
use crate::filter::Filter;
use crate::view;

pub(crate) fn run(arguments: &Commitments) -> ExitCode {
    Book::ask(&arguments.whence, |book| print(book, arguments))
}

fn print(book: &Book, arguments: &Commitments) -> Result<(), Failure> {
    let parse = |date: &Option<String>| date.as_deref().and_then(Interval::parse).map(|days| days.last);
    let today = parse(&arguments.whence.as_of).or(book.newest()?);
    let before = parse(&arguments.due_before);
    let filter = Filter::of_actor(arguments.agent.clone());
    let mut promises = book.bodies("commitment")?;
    for promise in &mut promises {
        promise["overdue"] = is_overdue(promise, today).into();
    }
    promises.retain(|promise| {
        let due = promise["due"].as_str().and_then(Interval::parse);
        let status = arguments.status.as_deref().is_none_or(|wanted| match wanted {
            "overdue" => promise["overdue"] == true,
            status => promise["status"] == status || promise["outcome"]["status"] == status,
        });
        status && before.is_none_or(|before| due.is_some_and(|due| due.last <= before)) && filter.agent(promise)
    });
    let mut output = BufWriter::new(anstream::stdout().lock());
    if arguments.format == "jsonl" {
        promises.iter().try_for_each(|promise| writeln!(output, "{promise}"))?;
    } else {
        view::promises(&mut output, &promises)?;
    }
    Ok(output.flush()?)
}

/// Whether it should have been kept by today and nothing says that it was.
fn is_overdue(promise: &Value, today: Option<i32>) -> bool {
    let open = matches!(promise["status"].as_str(), Some("promised" | "considered" | "conditional"));
    let due = promise["due"].as_str().and_then(Interval::parse);
    open && promise["outcome"].is_null() && due.zip(today).is_some_and(|(due, today)| due.last < today)
}
