//! `suquan read`: the ledger of some articles, kept nowhere.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use serde_json::Value;
use suquan_api::LedgerWriter;

use crate::arguments::Read;
use crate::filter::Filter;
use crate::messages::say;
use crate::progress::Progress;
use crate::{fold, intake, reader, view};

pub(crate) fn run(arguments: &Read) -> ExitCode {
    let Some(reader) = reader::reader_or_report(&arguments.sources.how.read_by) else { return ExitCode::from(2) };
    let mut intake = intake::articles(&arguments.sources, reader.pack());
    let articles: Vec<_> = intake.by_ref().collect();
    let read = articles.len();
    let progress = Progress::new(read);
    let folded = fold::fold(&reader, articles, &intake::hints(&arguments.sources), intake::jobs(&arguments.sources), || progress.step());
    progress.close();
    let mut output = BufWriter::new(anstream::stdout().lock());
    let written = match arguments.format.as_str() {
        "text" => text(&mut output, folded, &arguments.filter, read),
        form => records(&mut output, folded, arguments, form == "json"),
    };
    match written.and_then(|()| output.flush()) {
        Ok(()) => intake.close(),
        Err(error) => crate::messages::output_failed(&error),
    }
}

/// The timeline, promises and disagreements, for people.
fn text(output: &mut impl Write, folded: fold::Folded, filter: &Filter, read: usize) -> io::Result<()> {
    let statements: usize = folded.records.iter().map(|record| record.statements.len()).sum();
    let ledger = suquan_resolve::resolve(folded.records, &folded.dated_by, &[]);
    let writer = LedgerWriter { ledger: &ledger };
    let events: Vec<Value> = ledger.events.iter().map(|event| writer.event(event)).filter(|event| filter.event(event)).collect();
    let promises: Vec<Value> = ledger.promises.iter().map(|promise| writer.promise(promise)).filter(|promise| filter.promise(promise)).collect();
    view::ledger(output, &events, &promises)?;
    let conflicts = events.iter().filter(|event| event["conflicts"].as_array().is_some_and(|conflicts| !conflicts.is_empty())).count();
    let counts = [("articles", read), ("events", events.len()), ("statements", statements), ("commitments", promises.len()), ("conflicts", conflicts)];
    let counts = counts.map(|(name, count)| (name, count.to_string()));
    writeln!(output, "{}", say("count.summary", &counts.each_ref().map(|(name, count)| (*name, count.as_str()))))
}

/// One kind of entry, for programs.
fn records(output: &mut impl Write, folded: fold::Folded, arguments: &Read, as_list: bool) -> io::Result<()> {
    let filter = &arguments.filter;
    let records: Vec<Value> = if arguments.what == "statements" {
        let statements = folded.records.iter().flat_map(|record| record.statements.iter().map(|saying| suquan_api::statement(record, saying)));
        statements.filter(|statement| filter.statement(statement)).collect()
    } else {
        let ledger = suquan_resolve::resolve(folded.records, &folded.dated_by, &[]);
        let writer = LedgerWriter { ledger: &ledger };
        match arguments.what.as_str() {
            "commitments" => ledger.promises.iter().map(|promise| writer.promise(promise)).filter(|promise| filter.promise(promise)).collect(),
            "stories" => ledger.stories.iter().map(|story| writer.story(story)).collect(),
            "documents" => (0..ledger.documents.len()).map(|index| writer.document(index)).collect(),
            _ => ledger.events.iter().map(|event| writer.event(event)).filter(|event| filter.event(event)).collect(),
        }
    };
    if as_list {
        return writeln!(output, "{}", Value::from(records));
    }
    records.iter().try_for_each(|record| writeln!(output, "{record}"))
}
