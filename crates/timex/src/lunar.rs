//! The Vietnamese lunar calendar.
//!
//! The rules are those of the Chinese calendar, computed for the meridian that Viet Nam keeps: UTC+7 since
//! 8 August 1967, UTC+8 before (the calendar was then taken over from China). The new moon that begins a month
//! can fall on another day an hour further east, so that the years 1968, 1985, 2007 and 2030 begin apart.
//! Method: Reingold and Dershowitz, *Calendrical Calculations*, as implemented by `calendrical_calculations`.

use std::sync::OnceLock;

use calendrical_calculations::chinese_based::{ChineseBased, YearBounds, month_structure_for_year};
use calendrical_calculations::gregorian::{fixed_from_gregorian, gregorian_from_fixed};
use calendrical_calculations::rata_die::RataDie;

use crate::date::Day;

/// The day of the Gregorian calendar on which a day of a (not intercalary) lunar month falls.
///
/// `year` is the Gregorian year in which the lunar year begins. `None` for a day that the month does not have.
pub fn gregorian(year: i16, month: u8, day: u8) -> Option<Day> {
    if !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    let Year { start, long, leap } = year_of(year)?;
    // The leap month repeats the number of the one before it: later months stand one place further on.
    let index = match *leap {
        Some(leap) if month >= leap => month,
        _ => month - 1,
    };
    let length = |is_long: bool| if is_long { 30 } else { 29 };
    if i64::from(day) > length(*long.get(usize::from(index))?) {
        return None;
    }
    let before: i64 = long.iter().take(usize::from(index)).map(|l| length(*l)).sum();
    day_of(*start + before + i64::from(day) - 1)
}

/// A lunar year: its first day, which of its months are long, and which of them is the leap month.
struct Year {
    start: RataDie,
    long: [bool; 13],
    leap: Option<u8>,
}

/// The years that are computed, by the Gregorian year in which they begin.
const YEARS: std::ops::Range<i16> = 1000..3000;

/// The lunar year that begins in a Gregorian year. Finding it means finding new moons, so each is found once.
fn year_of(year: i16) -> Option<&'static Year> {
    static KNOWN: [OnceLock<Year>; (YEARS.end - YEARS.start) as usize] = [const { OnceLock::new() }; (YEARS.end - YEARS.start) as usize];
    let place = usize::try_from(year.checked_sub(YEARS.start)?).ok()?;
    let compute = || {
        let bounds = YearBounds::compute::<Vietnamese>(fixed_from_gregorian(i32::from(year), 7, 1));
        let (long, leap) = month_structure_for_year::<Vietnamese>(bounds.new_year, bounds.next_new_year);
        Year { start: bounds.new_year, long, leap }
    };
    KNOWN.get(place).map(|known| known.get_or_init(compute))
}

/// The day on which the lunar year begins that begins in this Gregorian year.
pub fn new_year(year: i16) -> Option<Day> {
    gregorian(year, 1, 1)
}

/// The last day of the lunar year that begins in this Gregorian year.
pub fn year_end(year: i16) -> Option<Day> {
    new_year(year.checked_add(1)?)?.plus(-1)
}

/// Western Easter Sunday of a year.
pub fn easter(year: i16) -> Option<Day> {
    day_of(calendrical_calculations::gregorian::easter(i32::from(year)))
}

struct Vietnamese;

impl ChineseBased for Vietnamese {
    fn utc_offset(fixed: RataDie) -> f64 {
        if fixed < const { fixed_from_gregorian(1967, 8, 8) } { 8.0 / 24.0 } else { 7.0 / 24.0 }
    }

    // Only differences from the epoch would use it; this room asks for Gregorian years.
    const EPOCH: RataDie = fixed_from_gregorian(-2636, 2, 15);
    const DEBUG_NAME: &'static str = "vietnamese";
}

fn day_of(fixed: RataDie) -> Option<Day> {
    let (year, month, day) = gregorian_from_fixed(fixed).ok()?;
    Day::new(i16::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(year: i16, expected: &str) {
        assert_eq!(new_year(year).map(|d| d.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn new_years_where_hanoi_and_beijing_agree() {
        check(2013, "2013-02-10");
        check(2024, "2024-02-10");
        check(2025, "2025-01-29");
        check(2026, "2026-02-17");
        check(2027, "2027-02-06");
    }

    #[test]
    fn new_years_where_they_differ() {
        check(1968, "1968-01-29");
        check(1985, "1985-01-21");
        check(2007, "2007-02-17");
        check(2030, "2030-02-02");
    }

    #[test]
    fn months_after_a_leap_month_move_on() {
        // 2025 has a second sixth month: the full moon of the eighth is 6 October.
        assert_eq!(gregorian(2025, 8, 15).map(|d| d.to_string()).as_deref(), Some("2025-10-06"));
        assert_eq!(gregorian(2025, 3, 10).map(|d| d.to_string()).as_deref(), Some("2025-04-07"));
        assert_eq!(year_end(2025).map(|d| d.to_string()).as_deref(), Some("2026-02-16"));
    }

    #[test]
    fn a_thirtieth_day_only_in_long_months() {
        let thirtieths = (1..=12).filter(|m| gregorian(2026, *m, 30).is_some()).count();
        assert!((5..=8).contains(&thirtieths), "{thirtieths}");
    }

    #[test]
    fn easter_sundays() {
        assert_eq!(easter(2026).map(|d| d.to_string()).as_deref(), Some("2026-04-05"));
        assert_eq!(easter(2000).map(|d| d.to_string()).as_deref(), Some("2000-04-23"));
    }
}
