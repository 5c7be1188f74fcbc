//! A statement as lines, with the line of its source under it; or as a row of a table.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::record::{cut, items, text};
use crate::messages::say;

/// Columns of the words and of the source line.
const WIDTH: usize = 110;

/// The text of an article in code points, to cut source lines from.
pub(crate) struct Source {
    letters: Vec<char>,
}

impl Source {
    /// The source of an article's text.
    pub(crate) fn new(text: &str) -> Self {
        Self { letters: text.chars().collect() }
    }

    /// The words around `start..end` on their own line, at most [`WIDTH`] columns, and where the span begins and ends among them.
    fn around(&self, start: usize, end: usize) -> (String, usize, usize) {
        let end = end.min(self.letters.len());
        let start = start.min(end);
        let breaks = |letter: &char| *letter == '\n' || *letter == '\r';
        let opens = self.letters[..start].iter().rposition(breaks).map_or(0, |at| at + 1);
        let closes = self.letters[end..].iter().position(breaks).map_or(self.letters.len(), |at| end + at);
        let room = WIDTH.saturating_sub(end - start).max(20);
        // What one side does not need the other may have.
        let to = closes.min(end + (room / 3).max(room.saturating_sub(start - opens)));
        let from = opens.max(start.saturating_sub(room - (to - end).min(room)));
        let lead = if from > opens { "…" } else { "" };
        let tail = if to < closes { "…" } else { "" };
        let shown = |from: usize, to: usize| self.letters[from..to].iter().map(|letter| if letter.is_control() { ' ' } else { *letter }).collect::<String>();
        let before = format!("{lead}{}", shown(from, start)).width();
        (format!("{lead}{}{tail}", shown(from, to)), before, shown(start, end).width().max(1))
    }
}

/// Who, how, through what, when, to whom; the words; the line of the source with its cue marked.
pub(crate) fn statement(record: &Value, source: &Source) -> Vec<String> {
    let party = |key: &str| record.get(key).map_or("", |party| text(party, "name")).to_owned();
    let speaker = Some(party("speaker")).filter(|name| !name.is_empty()).unwrap_or_else(|| say("statement.speaker-unknown", &[]));
    let addressee = Some(party("addressee")).filter(|name| !name.is_empty()).map(|addressee| say("statement.to", &[("addressee", &addressee)]));
    let facts = [text(record, "stance"), text(record, "channel"), text(record, "date")].map(str::to_owned);
    let topics = items(record, "topics").iter().map(|topic| text(topic, "topic")).collect::<Vec<_>>().join(", ");
    let facts: Vec<String> = [speaker].into_iter().chain(facts).chain(addressee).chain([topics]).filter(|fact| !fact.is_empty()).collect();
    let place = |key: &str| record.get(key).map_or((0, 0), |span| (offset(span, "start"), offset(span, "end")));
    let (line, before, width) = {
        let (start, end) = place("cue");
        source.around(start, end)
    };
    vec![
        format!("  {}", facts.join(" · ")),
        format!("    “{}”", cut(record.get("content").map_or("", |content| text(content, "text")), WIDTH)),
        format!("    | {line}"),
        format!("    | {}{}", " ".repeat(before), "^".repeat(width)),
    ]
}

fn offset(span: &Value, key: &str) -> usize {
    span.get(key).and_then(Value::as_u64).and_then(|offset| usize::try_from(offset).ok()).unwrap_or(0)
}

/// The columns of the table.
const COLUMNS: [&str; 13] = ["document", "speaker", "actor", "side", "stance", "kind", "channel", "date", "addressee", "topics", "content", "start", "end"];

/// The table's first line.
pub(crate) fn csv_header() -> String {
    COLUMNS.join(",")
}

/// A statement as a line of the table.
pub(crate) fn csv_row(record: &Value) -> String {
    let inner = |key: &str, field: &str| record.get(key).and_then(|value| value.get(field)).map_or_else(String::new, super::record::plain);
    let cells = COLUMNS.map(|column| match column {
        "speaker" | "addressee" => inner(column, "name"),
        "actor" => inner("speaker", "actor"),
        "content" => inner("content", "text"),
        "start" | "end" => inner("content", column),
        "topics" => items(record, "topics").iter().map(|topic| text(topic, "topic")).collect::<Vec<_>>().join(" "),
        _ => text(record, column).to_owned(),
    });
    cells.map(|cell| quoted(if cell == "null" { "" } else { &cell })).join(",")
}

/// A cell as RFC 4180 wants it.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_around_its_cue() {
        let source = Source::new("Một dòng.\nÔng Nam nói mưa sẽ tạnh.\nDòng khác.");
        let (line, before, width) = source.around(18, 21);
        assert_eq!((line.as_str(), before, width), ("Ông Nam nói mưa sẽ tạnh.", 8, 3));
    }

    #[test]
    fn cells_with_commas_are_quoted() {
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(quoted("a"), "a");
    }
}
