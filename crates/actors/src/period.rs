//! Stretches of days, read from EDTF and TIMEX3 values.

/// Some days in a row on the civil calendar, first and last included. A coarse date is all the days it may be: `2013-10` is its 31 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Days since 1970-01-01; never after `last`.
    first: i32,
    last: i32,
}

impl Period {
    /// Reads `2013`, `2013-10`, `2013-10-21`, `201X`, `2026-H1`, `2026-Q3`, `2013-W43`, `2013-SU`, an interval `a/b` of these, and a time of a day
    /// (`2013-10-21TEV`) as its day. `None` where the value names no days of the calendar.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        match value.split_once('/') {
            Some((from, to)) => {
                let (from, to) = (Self::single(from)?, Self::single(to)?);
                (from.first <= to.last).then_some(Self { first: from.first, last: to.last })
            }
            None => Self::single(value),
        }
    }

    /// The days that both bounds span.
    #[must_use]
    pub fn between(from: Self, to: Self) -> Option<Self> {
        (from.first <= to.last).then_some(Self { first: from.first, last: to.last })
    }

    fn single(value: &str) -> Option<Self> {
        let value = value.split_once('T').map_or(value, |(day, _)| day);
        let (year, rest) = match value.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (value, None),
        };
        let Some(rest) = rest else { return years(year) };
        let year = number(year, 4)?;
        match rest.split_once('-') {
            Some((month, day)) => {
                let (month, day) = (number(month, 2)?, number(day, 2)?);
                let first = start_of(year, month)?;
                (1..=length(year, month)).contains(&day).then(|| Self { first: first + day - 1, last: first + day - 1 })
            }
            None => part_of_year(year, rest),
        }
    }

    /// Days from 1970-01-01 to the first day.
    #[must_use]
    pub fn first(self) -> i32 {
        self.first
    }

    /// Days from 1970-01-01 to the last day.
    #[must_use]
    pub fn last(self) -> i32 {
        self.last
    }
}

/// `2013` and `201X`.
fn years(value: &str) -> Option<Period> {
    let (low, high) = match value.strip_suffix('X') {
        Some(decade) => (10 * number(decade, 3)?, 10 * number(decade, 3)? + 9),
        None => (number(value, 4)?, number(value, 4)?),
    };
    Some(Period { first: start_of(low, 1)?, last: start_of(high + 1, 1)? - 1 })
}

/// What stands behind a year: a month, half, quarter, season or ISO week.
fn part_of_year(year: i32, part: &str) -> Option<Period> {
    if let Some(week) = part.strip_prefix('W').filter(|week| *week != "I") {
        let week = number(week, 2).filter(|week| (1..=53).contains(week))?;
        // The week with January 4th is the first; day 0 of the count was a Thursday.
        let fourth = start_of(year, 1)? + 3;
        let first = fourth - (fourth + 3).rem_euclid(7) + 7 * (week - 1);
        return Some(Period { first, last: first + 6 });
    }
    let (month, count) = match part {
        "H1" => (1, 6),
        "H2" => (7, 6),
        "Q1" => (1, 3),
        "Q2" => (4, 3),
        "Q3" => (7, 3),
        "Q4" => (10, 3),
        "SP" => (3, 3),
        "SU" => (6, 3),
        "FA" => (9, 3),
        // Winter begins in the year it is named for.
        "WI" => (12, 3),
        _ => (number(part, 2)?, 1),
    };
    let first = start_of(year, month)?;
    let end = month + count;
    let after = if end > 12 { start_of(year + 1, end - 12)? } else { start_of(year, end)? };
    Some(Period { first, last: after - 1 })
}

fn number(digits: &str, width: usize) -> Option<i32> {
    (digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn length(year: i32, month: i32) -> i32 {
    match month {
        2 => 28 + i32::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the first of the month, on the Gregorian calendar carried back.
fn start_of(year: i32, month: i32) -> Option<i32> {
    if !(1..=12).contains(&month) || !(0..=10_000).contains(&year) {
        return None;
    }
    let before = year - 1;
    let days = 365 * year + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    let months: i32 = (1..month).map(|month| length(year, month)).sum();
    // 1970-01-01 is that many days after the first day of the year 0.
    Some(days + months - 719_527)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, first: i32, last: i32) {
        assert_eq!(Period::parse(value).map(|period| (period.first, period.last)), Some((first, last)), "{value}");
    }

    #[test]
    fn days_count_from_1970() {
        check("1970-01-01", 0, 0);
        check("2000-03-01", 11_017, 11_017);
        check("1969-12-31", -1, -1);
    }

    #[test]
    fn coarse_dates_are_all_their_days() {
        check("1970", 0, 364);
        check("1970-02", 31, 58);
        check("197X", 0, 3651);
        check("1970-H2", 181, 364);
        check("1970-Q1", 0, 89);
        check("1970-WI", 334, 423);
    }

    #[test]
    fn weeks_are_iso_weeks() {
        // 2013-W43 is Monday, October 21st to Sunday, October 27th.
        assert_eq!(Period::parse("2013-W43"), Period::parse("2013-10-21/2013-10-27"));
        assert_eq!(Period::parse("2020-W53"), Period::parse("2020-12-28/2021-01-03"));
    }

    #[test]
    fn times_are_their_days() {
        assert_eq!(Period::parse("2013-10-21TEV"), Period::parse("2013-10-21"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for value in ["", "P3D", "PRESENT_REF", "2013-13", "2013-02-29", "XXXX-11-24", "2014/2013", "20135"] {
            assert_eq!(Period::parse(value), None, "{value}");
        }
    }
}
