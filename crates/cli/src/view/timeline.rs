//! The ledger on a terminal: the timeline, then promises, then where the accounts differ.

use std::io::{self, Write};

use serde_json::Value;

use super::record::{items, text};
use super::{event, promise};
use crate::messages::say;

/// Writes the ledger; `events` and `commitments` are records in the order to be shown.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn ledger(output: &mut impl Write, events: &[Value], commitments: &[Value]) -> io::Result<()> {
    let (dated, undated): (Vec<_>, Vec<_>) = events.iter().partition(|event| !text(event, "date").is_empty());
    if !dated.is_empty() {
        section(output, "heading.timeline", dated.iter().map(|record| event::line(record)))?;
    }
    if !undated.is_empty() {
        section(output, "heading.undated", undated.iter().map(|record| event::line(record)))?;
    }
    if !commitments.is_empty() {
        section(output, "heading.promises", commitments.iter().flat_map(promise::lines))?;
    }
    if events.iter().any(|event| !items(event, "conflicts").is_empty()) {
        section(output, "heading.disagreements", events.iter().flat_map(event::conflicts))?;
    }
    Ok(())
}

/// Writes the events alone, dated ones first.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn timeline(output: &mut impl Write, events: &[Value]) -> io::Result<()> {
    events.iter().try_for_each(|record| writeln!(output, "{}", event::line(record)))
}

/// Writes promises alone.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn promises(output: &mut impl Write, promises: &[Value]) -> io::Result<()> {
    for line in promises.iter().flat_map(promise::lines) {
        writeln!(output, "{}", line.trim_end())?;
    }
    Ok(())
}

fn section(output: &mut impl Write, heading: &str, lines: impl Iterator<Item = String>) -> io::Result<()> {
    writeln!(output, "{}\n", say(heading, &[]))?;
    for line in lines {
        writeln!(output, "{}", line.trim_end())?;
    }
    writeln!(output)
}
