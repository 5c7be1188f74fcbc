//! Dates that come round once a year.

use crate::date::{Date, Day, Season, month_length};
use crate::fields::{Field, Fields};
use crate::lunar;

/// Something that every year has once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occurrence {
    /// A day of a month.
    Day(u8, u8),
    /// A month.
    Month(u8),
    /// A quarter.
    Quarter(u8),
    /// A half.
    Half(u8),
    /// A season.
    Season(Season),
    /// A day of a lunar month.
    Lunar(u8, u8),
    /// The last day of the lunar year.
    LunarEve,
    /// So many days from Easter.
    Easter(i16),
    /// The n-th weekday of a month, from its end if negative.
    Nth(i8, u8, u8),
}

impl Occurrence {
    /// What the fields name, if that comes round once a year.
    pub(crate) fn of(fields: &Fields) -> Option<Occurrence> {
        let number = |field: Option<Field>| if let Some(Field::Is(n)) = field { u8::try_from(n).ok() } else { None };
        if let Some(days) = fields.easter {
            return Some(Occurrence::Easter(days));
        }
        if fields.lunar_eve {
            return Some(Occurrence::LunarEve);
        }
        if let (Some(nth), Some(month)) = (fields.nth, number(fields.month)) {
            return Some(Occurrence::Nth(nth, number(fields.weekday)?, month));
        }
        match (number(fields.month), number(fields.day)) {
            (Some(month), Some(day)) if fields.lunar => return Some(Occurrence::Lunar(month, day)),
            (Some(month), Some(day)) => return Some(Occurrence::Day(month, day)),
            (Some(month), None) if fields.lunar => return Some(Occurrence::Lunar(month, 15)),
            (Some(month), None) => return Some(Occurrence::Month(month)),
            _ => {}
        }
        number(fields.quarter).map(Occurrence::Quarter).or(number(fields.half).map(Occurrence::Half)).or(fields.season.map(Occurrence::Season))
    }

    /// 29 February: every fourth year only.
    pub(crate) fn is_leap_day(self) -> bool {
        self == Occurrence::Day(2, 29)
    }

    /// Where it falls in a Gregorian year.
    pub(crate) fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Occurrence::Day(month, day) => Day::new(year, month, day).map(Day::date),
            Occurrence::Month(month) => Some(Date::Month(Some(year), month)),
            Occurrence::Quarter(quarter) => Some(Date::Quarter(Some(year), quarter)),
            Occurrence::Half(half) => Some(Date::Half(Some(year), half)),
            Occurrence::Season(season) => Some(Date::Season(Some(year), season)),
            Occurrence::Lunar(month, day) => {
                // The twelfth month mostly falls in the Gregorian year after the one in which its lunar year began.
                let years = [year, year.checked_sub(1)?];
                years.into_iter().filter_map(|lunar_year| lunar::gregorian(lunar_year, month, day)).find(|d| d.year() == year).map(Day::date)
            }
            Occurrence::LunarEve => lunar::year_end(year.checked_sub(1)?).map(Day::date),
            Occurrence::Easter(days) => lunar::easter(year)?.plus(i32::from(days)).map(Day::date),
            Occurrence::Nth(nth, weekday, month) => nth_weekday(year, month, weekday, nth).map(Day::date),
        }
    }

    /// What can be said of it while the year is not known.
    pub(crate) fn open(self) -> Date {
        match self {
            Occurrence::Day(month, day) => Date::Day(None, Some(month), Some(day)),
            Occurrence::Month(month) | Occurrence::Nth(_, _, month) => Date::Month(None, month),
            Occurrence::Quarter(quarter) => Date::Quarter(None, quarter),
            Occurrence::Half(half) => Date::Half(None, half),
            Occurrence::Season(season) => Date::Season(None, season),
            Occurrence::Lunar(..) | Occurrence::LunarEve | Occurrence::Easter(_) => Date::Year(None),
        }
    }
}

fn nth_weekday(year: i16, month: u8, weekday: u8, nth: i8) -> Option<Day> {
    if nth < 0 {
        let last = Day::new(year, month, month_length(year, month))?;
        let back = (i32::from(last.weekday()) - i32::from(weekday)).rem_euclid(7);
        return last.plus(-back + 7 * (i32::from(nth) + 1));
    }
    let first = Day::new(year, month, 1)?;
    let ahead = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
    first.plus(ahead + 7 * (i32::from(nth) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(occurrence: Occurrence, year: i16, expected: &str) {
        assert_eq!(occurrence.in_year(year).map(|d| d.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn movable_days() {
        check(Occurrence::Nth(4, 4, 11), 2025, "2025-11-27");
        check(Occurrence::Nth(-1, 1, 5), 2024, "2024-05-27");
        check(Occurrence::Easter(-2), 2025, "2025-04-18");
        check(Occurrence::Lunar(3, 10), 2025, "2025-04-07");
        check(Occurrence::LunarEve, 2026, "2026-02-16");
        check(Occurrence::Lunar(12, 23), 2026, "2026-02-10");
    }
}
