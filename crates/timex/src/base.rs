//! The date that relative expressions are counted from.

use crate::date::{Date, Day};

/// The date that relative fields are counted from, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Base {
    pub year: Option<i16>,
    pub month: Option<u8>,
    pub day: Option<Day>,
    /// A day on or shortly after which it lies, where the day itself is not known: good enough to count weeks from.
    pub not_before: Option<Day>,
}

impl Base {
    /// The date in `value`: EDTF, with a time of day behind it or not.
    pub(crate) fn parse(value: &str) -> Base {
        let date = value.split(['T', ' ', '/']).next().unwrap_or("");
        let mut numbers = date.split('-').map(str::parse::<i16>);
        let mut next = |low: i16, high: i16| numbers.next().and_then(Result::ok).filter(|n| (low..=high).contains(n));
        let year = next(1, 9998);
        let month = year.and_then(|_| next(1, 12)).map(|m| m as u8);
        let day = month.and_then(|_| next(1, 31)).map(|d| d as u8);
        Base::of(match (year, month, day) {
            (Some(y), Some(m), Some(d)) if Day::new(y, m, d).is_some() => Date::Day(year, month, day),
            (Some(_), Some(m), _) => Date::Month(year, m),
            _ => Date::Year(year),
        })
    }

    /// What a date at its granularity gives.
    pub(crate) fn of(date: Date) -> Base {
        let day = match date {
            Date::Day(Some(y), Some(m), Some(d)) => Day::new(y, m, d),
            Date::Week(..) => date.days().map(|(first, _)| first),
            _ => None,
        };
        let month = match date {
            Date::Month(_, month) => Some(month),
            _ => day.map(Day::month),
        };
        Base { year: date.year(), month, day, not_before: None }
    }

    /// The first and the last day that it can be.
    pub(crate) fn days(self) -> Option<(Day, Day)> {
        match (self.day, self.month) {
            (Some(day), _) => Some((day, day)),
            (None, Some(month)) => Date::Month(self.year, month).days(),
            (None, None) => Date::Year(self.year).days(),
        }
    }

    /// A day to measure distances from: the day, or the middle of what is known.
    pub(crate) fn middle(self) -> Option<Day> {
        self.day.or_else(|| match self.month {
            Some(month) => Day::new(self.year?, month, 15),
            None => Day::new(self.year?, 7, 1),
        })
    }
}
