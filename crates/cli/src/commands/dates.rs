//! `suquan dates`: when each article was written, and how that is known.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use serde_json::json;
use suquan_pipeline::{Reading, read_all};
use suquan_timex::ArticleBasis;

use crate::arguments::Dates;
use crate::messages::say;
use crate::{intake, reader};

/// One article's date.
struct Dated {
    id: String,
    /// What the metadata say.
    given: Option<String>,
    /// What the text says; without its year where nothing gives one.
    date: Option<String>,
    granularity: &'static str,
    confidence: Option<&'static str>,
    basis: &'static str,
    evidence: Vec<String>,
}

pub(crate) fn run(arguments: &Dates) -> ExitCode {
    let Some(reader) = reader::reader_or_report(&arguments.sources.how.read_by) else { return ExitCode::from(2) };
    let mut intake = intake::articles(&arguments.sources, reader.pack());
    let mut given = Vec::new();
    let mut articles: Vec<_> = intake.by_ref().collect();
    for article in &mut articles {
        given.push(article.published.clone());
        if arguments.own {
            article.published = None;
        }
    }
    let hints = intake::hints(&arguments.sources);
    let mut found = read_all(&reader, articles, &hints, intake::jobs(&arguments.sources), |reading| dated(&reading), || ());
    found.iter_mut().zip(given).for_each(|(dated, given)| dated.given = given);
    let mut output = BufWriter::new(std::io::stdout().lock());
    let written = found.iter().try_for_each(|dated| if arguments.format == "jsonl" { record(&mut output, dated) } else { line(&mut output, dated) });
    match written.and_then(|()| output.flush()) {
        Ok(()) => intake.close(),
        Err(error) => crate::messages::output_failed(&error),
    }
}

fn dated(reading: &Reading) -> Dated {
    let words = |span: &suquan_span::ByteSpan| span.of(&reading.article.text).to_owned();
    let own = reading.own_date.as_ref().filter(|_| reading.article.published.is_none());
    let published = reading.published.as_ref().map(|date| date.value.clone());
    let date = published.or_else(|| own.map(|own| own.date.to_string()));
    Dated {
        id: reading.article.id.clone(),
        given: None,
        granularity: date.as_deref().map_or("none", granularity),
        confidence: own.map(|own| own.confidence.name()),
        basis: match own.map(|own| own.basis) {
            Some(ArticleBasis::Dateline) => "dateline",
            Some(ArticleBasis::Inferred) => "inferred",
            None => reading.published_basis.code(),
        },
        evidence: own.map(|own| own.evidence.iter().map(words).collect()).unwrap_or_default(),
        date,
    }
}

/// How fine a date is, by its form.
fn granularity(date: &str) -> &'static str {
    match date.split('T').next().unwrap_or(date).len() {
        _ if date.starts_with("XXXX") => "day without a year",
        4 => "year",
        7 => "month",
        _ => "day",
    }
}

fn record(output: &mut impl Write, dated: &Dated) -> io::Result<()> {
    let Dated { id, given, date, granularity, confidence, basis, evidence } = dated;
    let record = json!({
        "schema": suquan_api::SCHEMA, "id": id, "given": given, "published": date, "granularity": granularity, "confidence": confidence,
        "published_basis": basis, "evidence": evidence,
    });
    writeln!(output, "{record}")
}

fn line(output: &mut impl Write, dated: &Dated) -> io::Result<()> {
    let date = dated.date.as_deref().unwrap_or("-");
    let confidence = dated.confidence.unwrap_or("-");
    write!(output, "{:24} {date:18} {:18} {confidence:8} {:10}", dated.id, dated.granularity, dated.basis)?;
    if let Some(given) = &dated.given {
        write!(output, " {}", say("date.given", &[("given", given)]))?;
    }
    if !dated.evidence.is_empty() {
        let words: Vec<_> = dated.evidence.iter().take(4).map(String::as_str).collect();
        write!(output, " {}", say("date.by", &[("words", &words.join(" | "))]))?;
    }
    writeln!(output)
}
