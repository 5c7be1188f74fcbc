//! `suquan actors`: what the actor list knows.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use suquan_actors::{Actor, Actors, Basis, Holder, Kind, Period, named, names_of};
use suquan_extract::Article;
use suquan_pipeline::{Hints, Reader};

use crate::arguments::{self, ShowActor};
use crate::messages::say;
use crate::reader;

pub(crate) fn run(command: &arguments::Actors) -> ExitCode {
    match command {
        arguments::Actors::Show(arguments) => show(arguments),
        arguments::Actors::Check { file } => check(file),
    }
}

fn check(file: &Path) -> ExitCode {
    let mut actors = Actors::embedded();
    let before = actors.iter().count();
    match reader::extend(&mut actors, file) {
        Ok(names) => {
            let rows = (actors.iter().count() - before).to_string();
            eprintln!("{}", say("actors.valid", &[("rows", &rows), ("names", &names.lines().count().to_string())]));
            ExitCode::SUCCESS
        }
        Err(faults) => {
            reader::report("error.actors", &faults);
            ExitCode::FAILURE
        }
    }
}

fn show(arguments: &ShowActor) -> ExitCode {
    let Some(reader) = reader::reader_or_report(&arguments.read_by) else { return ExitCode::from(2) };
    let words = arguments.name.join(" ");
    let ids = ids(&reader, &words, arguments.at.as_deref());
    if ids.is_empty() {
        eprintln!("suquan: {}", say("actors.unknown", &[("name", &words)]));
        return ExitCode::FAILURE;
    }
    let at = arguments.at.as_ref().and_then(|at| Period::parse(at));
    let mut output = anstream::stdout().lock();
    for (index, id) in ids.iter().enumerate() {
        // Somebody who closes the pipe has read enough.
        if index > 0 && writeln!(output).is_err() {
            break;
        }
        if let Some(actor) = reader.actors().get(id)
            && print(&mut output, &reader, actor, at).is_err()
        {
            break;
        }
    }
    ExitCode::SUCCESS
}

/// The ids that the words mean: an id, a name, else whoever is meant by them as they would be in an article of that date.
fn ids(reader: &Reader, words: &str, at: Option<&str>) -> Vec<String> {
    if reader.actors().get(words).is_some() {
        return vec![words.to_owned()];
    }
    let mut seen = BTreeSet::new();
    let mut ids: Vec<String> = named(reader.pack(), words).iter().map(|row| row.head().to_owned()).collect();
    if ids.is_empty() {
        let article = Article { text: words.to_owned(), published: at.map(str::to_owned), ..Article::default() };
        let reading = reader.read(article, &Hints::default());
        // What the whole phrase means, not the names inside of it.
        let longest = reading.mentions.phrases.iter().max_by_key(|phrase| phrase.span.end - phrase.span.start);
        let meant = longest.map(|phrase| reading.mentions.entity(phrase.entity));
        ids = meant.map(|entity| entity.actor.iter().chain(&entity.candidates).cloned().collect()).unwrap_or_default();
    }
    ids.retain(|id| seen.insert(id.clone()));
    ids
}

fn print(output: &mut impl Write, reader: &Reader, actor: Actor<'_>, at: Option<Period>) -> io::Result<()> {
    let actors = reader.actors();
    let known = [Some(actor.detail).filter(|detail| !detail.is_empty()), actor.country, actor.qid, Some(actor.source)];
    let known: Vec<&str> = known.into_iter().flatten().collect();
    writeln!(output, "{}  {}  ({})", actor.id, actor.name, known.join("; "))?;
    if !actor.of.is_empty() {
        writeln!(output, "  {}", say(if actor.kind == Kind::State { "actors.capital" } else { "actors.of" }, &[("of", actor.of)]))?;
    }
    let forms: Vec<String> = names_of(reader.pack(), actor.id)
        .map(|row| if row.get("part").is_some() { say("actors.part", &[("form", row.form())]) } else { row.form().to_owned() })
        .collect();
    if !forms.is_empty() {
        writeln!(output, "  {}", say("actors.names", &[("names", &forms.join(", "))]))?;
    }
    match actor.kind {
        Kind::Person => {
            for holder in actors.offices_of(actor.id, at) {
                writeln!(output, "  {}", term(&holder, holder.office))?;
            }
        }
        Kind::Office => holders(output, actors, actor.id, at, "  ")?,
        _ => {
            for office in actors.iter().filter(|row| row.kind == Kind::Office && row.of == actor.id) {
                writeln!(output, "  {}", office.id)?;
                holders(output, actors, office.id, at, "    ")?;
            }
        }
    }
    Ok(())
}

/// Who held an office in that period, or all who did.
fn holders(output: &mut impl Write, actors: &Actors, office: &str, at: Option<Period>, indent: &str) -> io::Result<()> {
    let held = match at {
        Some(at) => actors.holders(office, at),
        None => actors.terms_of(office),
    };
    for holder in held {
        writeln!(output, "{indent}{}", term(&holder, holder.person))?;
    }
    Ok(())
}

/// A line for a term: dates, who or what, source, and what is not sure of it.
fn term(holder: &Holder<'_>, what: &str) -> String {
    let end = if holder.end.is_empty() { "…" } else { holder.end };
    let mut line = format!("{} / {end}  {what}  [{}]", holder.start, holder.source);
    if !holder.sure {
        line += "  ";
        line += &say(if holder.basis == Basis::Beyond { "actors.beyond" } else { "actors.open" }, &[]);
    }
    line
}
