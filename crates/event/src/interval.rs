//! Dates that several expressions make: intervals, weekends, the days around a day.

use suquan_span::TokenSpan;
use suquan_timex::Timex;

use crate::Dated;
use crate::scene::Scene;

/// Words in which the members of an interval stand.
const MEMBERS: u32 = 16;

/// The date of an expression, or of the interval that it opens with those behind it (`from 20 to 22 October`, `on 3, 4 and 5 December`, `from 2025 until now`).
pub(crate) fn range(scene: &Scene<'_>, time: &Timex) -> Option<Dated> {
    let first = weekend(time).or_else(|| time.edtf.clone())?;
    let mut dated = Dated { value: first.clone(), basis: "stated", span: time.span, rule: time.rule.clone() };
    if first.contains('/') {
        return Some(dated);
    }
    let sentence_end = scene.text.sentence(time.tokens.start).end;
    let (mut last, mut upto) = (first.clone(), time.tokens.end);
    for next in scene.times_in(TokenSpan::new(time.tokens.end, sentence_end.min(time.tokens.end + MEMBERS))) {
        let Some(end) = range_end(scene, &last, next).filter(|_| next.tokens.start <= upto + 1) else { break };
        dated.span = dated.span.cover(next.span);
        (last, upto) = (end, next.tokens.end);
    }
    if last != first {
        dated.value = format!("{first}/{last}");
    }
    Some(dated)
}

/// The last day of an interval that opens with `first`, where a word or dash joins the next expression to it; two days joined by `and` follow one another.
fn range_end(scene: &Scene<'_>, first: &str, next: &Timex) -> Option<String> {
    let start = next.tokens.start;
    let toward = scene.class_before(start, scene.classes.case).is_some_and(|hit| scene.label(hit) == "toward");
    if next.value == "PRESENT_REF" {
        let end = scene.published.filter(|_| toward)?.get(..first.len().min(10))?;
        return (first < end).then(|| end.to_owned());
    }
    let end = next.edtf.as_deref().filter(|end| !end.contains('/'))?;
    let dash = start > 0 && matches!(scene.word(start - 1), "-" | "\u{2013}");
    let pair = scene.class_before(start, scene.classes.coordinator).is_some() && day_before(end).as_deref() == Some(first);
    (toward || dash && first.len() == end.len() && first < end || pair).then(|| end.to_owned())
}

/// The interval from an expression to the report, which it must not follow (`since September`).
pub(crate) fn open(scene: &Scene<'_>, time: &Timex) -> Option<Dated> {
    let first = time.edtf.clone().filter(|first| !first.contains('/'))?;
    let last = scene.published?.get(..first.len().min(10))?;
    (first.as_str() < last).then(|| Dated { value: format!("{first}/{last}"), basis: "stated", span: time.span, rule: time.rule.clone() })
}

/// The end of a week is its Saturday and Sunday.
fn weekend(time: &Timex) -> Option<String> {
    let sunday = time.edtf.as_deref()?.split_once('/')?.1;
    let week = time.modifier == Some(suquan_timex::Modifier::End) && time.value.contains("-W");
    if week { Some(format!("{}/{sunday}", day_before(sunday)?)) } else { None }
}

/// The civil day before `day`, an ISO date.
pub(crate) fn day_before(day: &str) -> Option<String> {
    let number = |range: std::ops::Range<usize>| day.get(range)?.parse::<u32>().ok();
    let (year, month, date) = (number(0..4)?, number(5..7)?, number(8..10)?);
    Some(match (month, date) {
        (1, 1) => format!("{:04}-12-31", year.checked_sub(1)?),
        (_, 1) => format!("{year:04}-{:02}-{:02}", month - 1, days_in(year, month - 1)),
        _ => format!("{year:04}-{month:02}-{:02}", date.checked_sub(1)?),
    })
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}
