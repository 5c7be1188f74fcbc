//! `synth`: made-up reports as JSON lines, for measuring at any size; each names the event that it tells.

use std::io::{BufWriter, Write};

use serde_json::json;
use suquan_synth::{Wording, reports};

/// Prints `count` reports; their events are a quarter of their number unless said otherwise.
pub fn run(count: &str, events: Option<&str>, seed: Option<&str>) -> Result<(), String> {
    let number = |text: &str| text.parse::<usize>().map_err(|_| format!("`{text}` is no number"));
    let count = number(count)?;
    let events = events.map_or(Ok((count / 4).max(1)), number)?;
    let seed = seed.map_or(Ok(1), number)? as u64;
    let mut output = BufWriter::new(std::io::stdout().lock());
    for report in reports(seed, count, events, &Wording::vietnamese()) {
        let line = json!({
            "id": report.id, "title": report.title, "text": report.text, "published": report.published, "source": report.source,
            "event": report.event, "copy_of": report.copy_of,
        });
        writeln!(output, "{line}").map_err(|error| error.to_string())?;
    }
    output.flush().map_err(|error| error.to_string())
}
