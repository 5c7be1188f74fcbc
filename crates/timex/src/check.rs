//! What cannot be a date or a time of day although it is written as one.

use crate::date::{Day, month_length};
use crate::fields::{Field, Fields};

/// The code of the diagnostic for fields that no calendar or clock has; `None` where all is well.
pub(crate) fn fault(fields: &Fields) -> Option<&'static str> {
    let within = |field: Option<Field>, low: i16, high: i16| match field {
        Some(Field::Is(number)) => (low..=high).contains(&number),
        _ => true,
    };
    let date = within(fields.year, 1, 9998)
        && within(fields.month, 1, 12)
        && within(fields.day, 1, if fields.lunar { 30 } else { 31 })
        && within(fields.quarter, 1, 4)
        && within(fields.half, 1, 2)
        && within(fields.weekday, 1, 7)
        && within(fields.week, 1, 53)
        && day_exists(fields);
    if !date {
        return Some("impossible-date");
    }
    let clock = fields.hour.is_none_or(|h| h <= 24)
        && fields.minute.is_none_or(|m| m < 60 && (m == 0 || fields.hour != Some(24)))
        && fields.second.is_none_or(|s| s <= 60);
    if clock { None } else { Some("impossible-time") }
}

/// Whether the month has so many days: in that year, or in any if none is named.
fn day_exists(fields: &Fields) -> bool {
    let (Some(Field::Is(day)), Some(Field::Is(month))) = (fields.day, fields.month) else { return true };
    if fields.lunar {
        return true;
    }
    let (Ok(day), Ok(month)) = (u8::try_from(day), u8::try_from(month)) else { return false };
    match fields.year {
        Some(Field::Is(year)) => Day::new(year, month, day).is_some(),
        _ => day <= month_length(2024, month),
    }
}
