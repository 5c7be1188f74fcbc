//! One event with its accounts.

use std::io::{self, Write};

use serde_json::Value;

use super::record::{cut, items, names, pad, plain, text, told};
use super::{event, promise};
use crate::messages::say;

/// Columns of the names of fields.
const FIELD: usize = 10;
/// Columns of quoted words.
const WORDS: usize = 90;

/// Writes all that the ledger knows of an event.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn dossier(output: &mut impl Write, record: &Value) -> io::Result<()> {
    writeln!(output, "{}", text(record, "id"))?;
    writeln!(output, "{}", event::line(record))?;
    let mut fact = |name: &str, value: &str| -> io::Result<()> {
        if value.is_empty() { Ok(()) } else { writeln!(output, "  {} {value}", pad(&say(&format!("dossier.{name}"), &[]), FIELD)) }
    };
    let date = text(record, "date");
    let basis = text(record, "date_basis");
    fact("when", &if date.is_empty() || basis.is_empty() { date.to_owned() } else { format!("{date} ({basis})") })?;
    fact("where", text(record, "place"))?;
    fact("lasted", text(record, "duration"))?;
    fact("who", &names(record, "actors").join(", "))?;
    fact("towards", &names(record, "recipients").join(", "))?;
    for quantity in items(record, "quantities") {
        writeln!(output, "  {} {}", pad("", FIELD), promise::quantity(quantity))?;
    }
    heading(output, "dossier.reports", true)?;
    for report in items(record, "reports") {
        let facts = [text(report, "document"), text(report, "source"), text(report, "published"), text(report, "status"), text(report, "date")];
        writeln!(output, "  {}", facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join("  "))?;
        for span in items(report, "spans") {
            writeln!(output, "      {}..{} “{}”", span["start"], span["end"], cut(text(span, "text"), WORDS))?;
        }
    }
    let differences: Vec<&Value> = items(record, "conflicts").iter().chain(items(record, "differences")).collect();
    heading(output, "dossier.differences", !differences.is_empty())?;
    for difference in differences {
        writeln!(output, "  {}: {}", text(difference, "attribute"), text(difference, "kind"))?;
        for value in items(difference, "values") {
            let words = value.get("span").map_or("", |span| text(span, "text"));
            let whose = [text(value, "side"), text(value, "document")].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("  ");
            writeln!(output, "      {} “{}”  {whose}", pad(&told(&value["value"]), 24), cut(words, WORDS))?;
        }
        let silent: Vec<String> = items(difference, "silent_sides").iter().chain(items(difference, "silent")).map(plain).collect();
        if !silent.is_empty() {
            writeln!(output, "      {}", say("dossier.silent", &[("accounts", &silent.join(", "))]))?;
        }
    }
    heading(output, "dossier.merges", !items(record, "merges").is_empty())?;
    for merge in items(record, "merges") {
        let reasons: Vec<String> = items(merge, "reasons").iter().map(|reason| format!("{} {}", text(reason, "reason"), reason["weight"])).collect();
        writeln!(output, "  {} + {}  {}  ({})", text(merge, "a"), text(merge, "b"), merge["score"], reasons.join(", "))?;
    }
    let judged: Vec<String> = items(record, "judgements").iter().map(plain).collect();
    if !judged.is_empty() {
        writeln!(output, "{}", say("dossier.judgements", &[("numbers", &judged.join(", "))]))?;
    }
    Ok(())
}

fn heading(output: &mut impl Write, code: &str, wanted: bool) -> io::Result<()> {
    if wanted { writeln!(output, "{}", say(code, &[])) } else { Ok(()) }
}
