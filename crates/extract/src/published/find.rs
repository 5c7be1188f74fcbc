//! Finding a date among words.

use super::{Clock, Published, scan::Scan};

/// The first date in a text that is as fine as a day.
pub(super) fn find(text: &str) -> Option<Published> {
    let mut inside_number = false;
    for (at, sign) in text.char_indices() {
        let starts = sign.is_ascii_digit() && !inside_number;
        inside_number = sign.is_ascii_digit();
        if starts {
            let found = date_at(&text[at..]);
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

fn date_at(text: &str) -> Option<Published> {
    let mut scan = Scan { rest: text };
    if let Some(date) = scan.iso_date().filter(|date| date.day.is_some()) {
        return Some(scan.time_after(date));
    }
    scan.rest = text;
    if let Some(date) = day_first(&mut scan) {
        return Some(scan.time_after(date));
    }
    scan.rest = text;
    let time: Clock = scan.clock()?;
    scan.rest = scan.rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '|'));
    let date = day_first(&mut scan)?;
    Some(Published { time: Some(time), offset: scan.offset(), ..date })
}

/// `30/12/2018`, `30-12-2018`, `30.12.2018`.
fn day_first(scan: &mut Scan) -> Option<Published> {
    let number = |scan: &mut Scan| scan.digits(2).or_else(|| scan.digits(1)).and_then(|value| u8::try_from(value).ok());
    let day = number(scan)?;
    let mark = scan.rest.chars().next().filter(|mark| matches!(mark, '/' | '-' | '.'))?;
    scan.take(mark);
    let month = number(scan)?;
    if !scan.take(mark) {
        return None;
    }
    let year = scan.digits(4)?;
    Published::new(i16::try_from(year).ok()?, Some(month), Some(day))
}
