//! `suquan statements`: who said what.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use serde_json::Value;
use suquan_resolve::Record;

use crate::arguments::Statements;
use crate::filter::is_called;
use crate::messages::say;
use crate::progress::Progress;
use crate::{fold, intake, reader, view};

pub(crate) fn run(arguments: &Statements) -> ExitCode {
    let Some(reader) = reader::reader_or_report(&arguments.sources.how.read_by) else { return ExitCode::from(2) };
    let mut intake = intake::articles(&arguments.sources, reader.pack());
    let articles: Vec<_> = intake.by_ref().collect();
    let sources: BTreeMap<String, String> = articles.iter().map(|article| (article.hash.clone(), article.text.clone())).collect();
    let progress = Progress::new(articles.len());
    let folded = fold::fold(&reader, articles, &intake::hints(&arguments.sources), intake::jobs(&arguments.sources), || progress.step());
    progress.close();
    let mut output = BufWriter::new(anstream::stdout().lock());
    let written = match arguments.format.as_str() {
        "jsonl" => said(&folded.records, arguments).try_for_each(|(_, record)| writeln!(output, "{record}")),
        "csv" => table(&mut output, &folded.records, arguments),
        _ => text(&mut output, &folded.records, &sources, arguments),
    };
    match written.and_then(|()| output.flush()) {
        Ok(()) => intake.close(),
        Err(error) => crate::messages::output_failed(&error),
    }
}

/// The statements asked for, each with its article, in the order of the articles and of their text.
fn said<'r>(records: &'r [Record], arguments: &Statements) -> impl Iterator<Item = (&'r Record, Value)> {
    let speaker = arguments.speaker.clone().map(|name| (suquan_token::fold(&name), name));
    let topic = arguments.topic.clone();
    let wanted = move |statement: &Value| {
        let by = speaker.as_ref().is_none_or(|(folded, name)| is_called(&statement["speaker"], name, folded));
        let about =
            topic.as_ref().is_none_or(|topic| statement["topics"].as_array().is_some_and(|topics| topics.iter().any(|found| found["topic"] == **topic)));
        by && about
    };
    let all = records.iter().flat_map(|record| record.statements.iter().map(move |saying| (record, suquan_api::statement(record, saying))));
    all.filter(move |(_, statement)| wanted(statement))
}

fn table(output: &mut impl Write, records: &[Record], arguments: &Statements) -> io::Result<()> {
    writeln!(output, "{}", view::csv_header())?;
    said(records, arguments).try_for_each(|(_, record)| writeln!(output, "{}", view::csv_row(&record)))
}

/// Article by article, for people.
fn text(output: &mut impl Write, records: &[Record], sources: &BTreeMap<String, String>, arguments: &Statements) -> io::Result<()> {
    let (mut statements, mut articles) = (0_usize, 0_usize);
    let mut open: Option<(&Record, view::Source)> = None;
    for (article, statement) in said(records, arguments) {
        if open.as_ref().is_none_or(|(shown, _)| shown.hash != article.hash) {
            let published = article.published.as_deref();
            let heading = if published.is_some() { "statement.article" } else { "statement.article-undated" };
            writeln!(output, "{}\n", say(heading, &[("id", &article.id), ("published", published.unwrap_or(""))]))?;
            open = Some((article, view::Source::new(sources.get(&article.hash).map_or("", String::as_str))));
            articles += 1;
        }
        statements += 1;
        let Some((_, source)) = &open else { continue };
        for line in view::statement(&statement, source) {
            writeln!(output, "{}", line.trim_end())?;
        }
        writeln!(output)?;
    }
    writeln!(output, "{}", say("statement.count", &[("statements", &statements.to_string()), ("articles", &articles.to_string())]))
}
