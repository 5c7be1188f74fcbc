//! Closed intervals of days: what two dates of different granularity have in common.

/// A closed interval of days, counted from 1970-01-01 in the proleptic Gregorian calendar.
///
/// Invariant: `first <= last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first day that the date may mean.
    pub first: i32,
    /// The last day that the date may mean.
    pub last: i32,
}

/// How one interval lies to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same days.
    Equal,
    /// The first lies inside the second: it is the more precise one.
    Within,
    /// The first includes the second.
    Contains,
    /// They share some days, and each has days of its own.
    Overlaps,
    /// No day in common; the number of days from one to the other, at least 1.
    Apart(i32),
}

impl Interval {
    /// Reads an EDTF or TIMEX3 date: `2025`, `2025-11`, `2025-11-24`, `2013-10-22TAF`, `201X`, `199`, `2026-H1`,
    /// `2026-Q3`, `2013-SU`, `2013-W43` and closed intervals `a/b` of these. `None` where no calendar days are meant.
    pub fn parse(value: &str) -> Option<Interval> {
        let value = value.trim_end_matches(['~', '?', '%']);
        if let Some((from, to)) = value.split_once('/') {
            let (from, to) = (Interval::single(from)?, Interval::single(to)?);
            return (from.first <= to.last).then_some(Interval { first: from.first, last: to.last });
        }
        Interval::single(value)
    }

    /// The number of days in the interval, at least 1.
    pub fn days(self) -> i32 {
        self.last - self.first + 1
    }

    /// The interval as EDTF: a day, or two with a stroke between them.
    pub fn edtf(self) -> String {
        let day = |day: i32| {
            let (year, month, day) = civil(day);
            format!("{year:04}-{month:02}-{day:02}")
        };
        if self.first == self.last { day(self.first) } else { format!("{}/{}", day(self.first), day(self.last)) }
    }

    /// How `self` lies to `other`.
    pub fn relation(self, other: Interval) -> Relation {
        if self == other {
            Relation::Equal
        } else if self.first > other.last {
            Relation::Apart(self.first - other.last)
        } else if other.first > self.last {
            Relation::Apart(other.first - self.last)
        } else if other.first <= self.first && self.last <= other.last {
            Relation::Within
        } else if self.first <= other.first && other.last <= self.last {
            Relation::Contains
        } else {
            Relation::Overlaps
        }
    }

    /// Whether a day is in both.
    pub fn meets(self, other: Interval) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    fn single(value: &str) -> Option<Interval> {
        let value = value.trim_end_matches(['~', '?', '%']);
        let value = value.split_once('T').map_or(value, |(day, _)| day);
        if let Some(decade) = value.strip_suffix('X').or(Some(value)).filter(|d| d.len() == 3) {
            let year = number(decade)? * 10;
            return Interval::months(year, 1, year + 9, 12);
        }
        let (year, rest) = value.split_at_checked(4)?;
        let year = number(year)?;
        let Some(rest) = rest.strip_prefix('-') else {
            return rest.is_empty().then(|| Interval::months(year, 1, year, 12)).flatten();
        };
        match rest {
            "H1" => Interval::months(year, 1, year, 6),
            "H2" => Interval::months(year, 7, year, 12),
            "SP" => Interval::months(year, 3, year, 5),
            "SU" => Interval::months(year, 6, year, 8),
            "FA" => Interval::months(year, 9, year, 11),
            "WI" => Interval::months(year, 12, year + 1, 2),
            _ => Interval::within_year(year, rest),
        }
    }

    fn within_year(year: i32, rest: &str) -> Option<Interval> {
        if let Some(quarter) = rest.strip_prefix('Q') {
            let quarter = number(quarter).filter(|q| (1..=4).contains(q))?;
            return Interval::months(year, quarter * 3 - 2, year, quarter * 3);
        }
        if let Some(week) = rest.strip_prefix('W') {
            let week = number(week).filter(|w| (1..=53).contains(w))?;
            // ISO 8601: week 1 is the one with 4 January in it, and weeks begin on Monday.
            let fourth = day_number(year, 1, 4);
            let monday = fourth - (fourth + 3).rem_euclid(7) + (week - 1) * 7;
            return Some(Interval { first: monday, last: monday + 6 });
        }
        let (month, day) = rest.split_once('-').map_or((rest, None), |(m, d)| (m, Some(d)));
        let month = number(month).filter(|m| (1..=12).contains(m))?;
        match day {
            None => Interval::months(year, month, year, month),
            Some(day) => {
                let day = number(day).filter(|d| (1..=month_length(year, month)).contains(d))?;
                let day = day_number(year, month, day);
                Some(Interval { first: day, last: day })
            }
        }
    }

    fn months(year: i32, month: i32, last_year: i32, last_month: i32) -> Option<Interval> {
        Some(Interval { first: day_number(year, month, 1), last: day_number(last_year, last_month, month_length(last_year, last_month)) })
    }
}

/// The day's number from 1970-01-01 (Howard Hinnant's `days_from_civil`).
pub fn day_number(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Year, month and day of a day number (the inverse of [`day_number`]).
pub fn civil(day: i32) -> (i32, i32, i32) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted - era * 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month, of_year - (153 * shifted_month + 2) / 5 + 1)
}

fn month_length(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// A number of ASCII digits and nothing else.
fn number(digits: &str) -> Option<i32> {
    if digits.is_empty() || digits.len() > 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: Relation) {
        let (a, b) = (Interval::parse(a).expect("a date"), Interval::parse(b).expect("a date"));
        assert_eq!(a.relation(b), expected);
    }

    #[test]
    fn a_day_lies_within_its_month() {
        check("2025-10-30", "2025-10", Relation::Within);
        check("2025", "2025-10-30", Relation::Contains);
        check("2013-10-22TAF", "2013-10-22", Relation::Equal);
        check("2026-H1", "2026-04", Relation::Contains);
        check("2026-Q2", "2026-04/2026-06", Relation::Equal);
        check("199", "1994", Relation::Contains);
        check("2013-W43", "2013-10-21/2013-10-27", Relation::Equal);
    }

    #[test]
    fn years_that_follow_each_other_are_a_day_apart() {
        check("2025", "2026", Relation::Apart(1));
        check("2013-10-20/2013-10-21", "2013-10-20/2013-10-22", Relation::Within);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for value in ["", "PRESENT_REF", "XXXX-11-24", "2025-13", "2025-02-30", "P3D", "T19:30", "/", "é", "20é5", "2025-é"] {
            assert_eq!(Interval::parse(value), None, "{value}");
        }
    }

    #[test]
    fn day_numbers_go_there_and_back() {
        for day in (-800_000..800_000).step_by(37) {
            let (y, m, d) = civil(day);
            assert_eq!(day_number(y, m, d), day);
        }
        assert_eq!(day_number(2000, 3, 1), 11_017);
    }
}
