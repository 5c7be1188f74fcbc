//! `suquan explain`: how what stands at a place was read.

mod derivation;

use std::io::Write;
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use suquan_pipeline::{Reader, Reading};
use suquan_span::{ByteSpan, CharSpan};

use crate::arguments::Explain;
use crate::messages::say;
use crate::{intake, reader};
use derivation::{Derivation, derivations};

pub(crate) fn run(arguments: &Explain) -> ExitCode {
    let Some(reader) = reader::reader_or_report(&arguments.sources.how.read_by) else { return ExitCode::from(2) };
    let mut intake = intake::articles(&arguments.sources, reader.pack());
    let mut explained = false;
    for article in &mut intake {
        let reading = reader.read(article, &intake::hints(&arguments.sources));
        match places(&reading, arguments) {
            Ok(places) => {
                places.into_iter().for_each(|place| explain(&reader, &reading, place));
                explained = true;
            }
            Err(message) => eprintln!("suquan: {}: {message}", reading.article.id),
        }
    }
    let status = intake.close();
    if explained { status } else { ExitCode::FAILURE }
}

/// The spans asked for: the range, or every occurrence of the words.
fn places(reading: &Reading, arguments: &Explain) -> Result<Vec<ByteSpan>, String> {
    let text = &reading.text;
    if let Some(words) = &arguments.find {
        let found: Vec<_> = text.source.match_indices(words.as_str()).map(|(at, _)| ByteSpan::new(at as u32, (at + words.len()) as u32)).collect();
        return if found.is_empty() { Err(say("explain.not-found", &[("words", words)])) } else { Ok(found) };
    }
    let range = arguments.at.as_deref().unwrap_or_default();
    let length = text.source.chars().count() as u32;
    let parsed = range.split_once("..").and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    match parsed {
        Some((from, to)) if from < to && to <= length => Ok(vec![text.chars.bytes(&text.source, CharSpan::new(from, to))]),
        _ => Err(say("explain.bad-range", &[("range", range), ("length", &length.to_string())])),
    }
}

/// Prints every derivation that touches `place`.
fn explain(reader: &Reader, reading: &Reading, place: ByteSpan) {
    let derivations: Vec<Derivation> = derivations(reader, reading).into_iter().filter(|derivation| derivation.touches(place)).collect();
    let mut output = anstream::stdout().lock();
    if derivations.is_empty() {
        let report = render(reading, &Derivation::new(say("explain.nothing", &[]), place, String::new()));
        // Somebody who closes the pipe has read enough.
        let _ = writeln!(output, "{report}\n");
    }
    for derivation in &derivations {
        let _ = writeln!(output, "{}\n", render(reading, derivation));
    }
}

/// The derivation over the sentences it stands in, with carets under its words.
fn render(reading: &Reading, derivation: &Derivation) -> String {
    let text = &reading.text;
    let covered = derivation.spans.iter().map(|(span, _)| *span).reduce(ByteSpan::cover).unwrap_or_default();
    let tokens = text.tokens_in(covered);
    let window = text.bytes(text.sentence(tokens.start).cover(text.sentence(tokens.end.saturating_sub(1)))).cover(covered);
    let line = text.source[..window.start as usize].matches('\n').count() + 1;
    let mut snippet = Snippet::source(window.of(&text.source)).line_start(line).path(reading.article.id.as_str()).fold(true);
    for (index, (span, label)) in derivation.spans.iter().enumerate() {
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let range = (span.start - window.start) as usize..(span.end - window.start) as usize;
        snippet = snippet.annotation(kind.span(range).label(label.as_str()));
    }
    let mut group = Level::INFO.no_name().primary_title(derivation.title.as_str()).element(snippet);
    for note in &derivation.notes {
        group = group.element(Level::NOTE.no_name().message(note.as_str()));
    }
    Renderer::styled().term_width(160).render(&[group])
}
