//! The time zone that the text names for a time.
//!
//! A value keeps the clock and the calendar of the place that the text speaks of, as TIMEX3 has it; the zone is told beside it. Nothing is converted: in
//! another zone the day might be another, and an article's own zone is often not known.

use std::sync::Arc;

use suquan_langpack::Pack;
use suquan_pattern::{ClassId, Hit};
use suquan_segment::Text;
use suquan_span::TokenSpan;

/// How many tokens may stand between a time and its zone: a comma, a bracket, `by`.
const BETWEEN: u32 = 3;
/// How many tokens at the end of a time may be its zone: a bracket, the zone, a sign, a number, a bracket.
const INSIDE: u32 = 6;
/// UTC is at most so many hours away.
const HOURS: u8 = 14;

/// The zone of the time at `tokens`: a name of the IANA database, `local`, or an offset from UTC such as `+07:00`.
pub(crate) fn zone(tokens: TokenSpan, text: &Text, pack: &Pack, class: Option<ClassId>) -> Option<Arc<str>> {
    let class = class?;
    let zone = |at: u32| text.hits.class_at(at as usize, class);
    let inside = (tokens.end.saturating_sub(INSIDE).max(tokens.start + 1)..tokens.end).find_map(zone);
    let behind = || {
        let end = text.sentence(tokens.start).end;
        let first = (tokens.end..end).take(BETWEEN as usize + 1).find(|&at| zone(at).is_some())?;
        (tokens.end..first).all(|at| is_between(text, at)).then(|| zone(first)).flatten()
    };
    let hit = inside.or_else(behind)?;
    Some(offset(text, hit).unwrap_or_else(|| pack.row(hit).head().into()))
}

/// Signs, and the one word that may lead from a time to its zone: any but a name or a number.
fn is_between(text: &Text, at: u32) -> bool {
    let token = text.tokens[at as usize].of(&text.source);
    matches!(token, "(" | "," | "-" | "–") || token.chars().all(char::is_lowercase)
}

/// The offset written behind the name of UTC: `+7`, `+07:00`, `-3:30`.
fn offset(text: &Text, hit: &Hit) -> Option<Arc<str>> {
    let sign = |at: u32| text.tokens.get(at as usize).map(|token| token.of(&text.source));
    let number = |at: u32| sign(at)?.parse::<u8>().ok();
    let end = hit.span.end;
    let east = match sign(end)? {
        "+" => '+',
        "-" | "–" | "−" => '-',
        _ => return None,
    };
    let hours = number(end + 1).filter(|hours| *hours <= HOURS)?;
    let minutes = if sign(end + 2) == Some(":") { number(end + 3).filter(|minutes| *minutes < 60)? } else { 0 };
    Some(format!("{east}{hours:02}:{minutes:02}").into())
}
