//! Dates of publication, as fine as they were given.

mod find;
mod scan;

use std::fmt;

use scan::Scan;

/// When an article was published: a year at least, then as much as was given.
///
/// The date is the one of the clock at the place of publication; `offset` says how far that clock is
/// from UTC. Nothing is converted: in another zone the day might be another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Published {
    /// Between 1000 and 2999.
    pub year: i16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// A day that the month has; `None` where there is no month.
    pub day: Option<u8>,
    /// The time of day; `None` where there is no day.
    pub time: Option<Clock>,
    /// Minutes east of UTC; `None` where it was not said.
    pub offset: Option<i16>,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59; `None` where it was not said.
    pub second: Option<u8>,
}

impl Published {
    /// Reads a date as programs write them: ISO 8601 (`2025-11`, `2025-11-25`,
    /// `2025-11-25T16:35:00+07:00`, also with a space for the `T`, slashes, or without any marks)
    /// and the dates of mail and feeds (`Tue, 25 Nov 2025 16:35:00 +0700`).
    ///
    /// ```
    /// # use suquan_extract::Published;
    /// let published = Published::parse("2018-12-30 16:35:20 +0700").expect("a date");
    /// assert_eq!(published.to_string(), "2018-12-30T16:35:20+07:00");
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut scan = Scan { rest: text.trim() };
        let date = scan.iso_date().or_else(|| scan.mail_date())?;
        let published = scan.time_after(date);
        scan.rest.is_empty().then_some(published)
    }

    /// Finds a date in the words of a page, as people write them with digits: the day first, the
    /// time before or after it (`16:35, 30/12/2018 (GMT+7)`), or a date of ISO 8601.
    pub fn find(text: &str) -> Option<Self> {
        find::find(text)
    }

    /// A date from what it is made of; `None` where there is no such day.
    pub fn new(year: i16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let sound = (1000..=2999).contains(&year)
            && month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| month.is_some_and(|month| (1..=days_in(year, month)).contains(&day)));
        sound.then_some(Published { year, month, day, time: None, offset: None })
    }

    /// The moment that many seconds after the beginning of 1970, on the clock of UTC.
    pub fn from_epoch(seconds: i64) -> Option<Self> {
        let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        // Years of 400 have 146,097 days and begin in March, so that the leap day comes last
        // (Hinnant, "chrono-compatible low-level date algorithms").
        let shifted = days + 719_468;
        let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let small = |value: i64| u8::try_from(value).ok();
        let date = Published::new(i16::try_from(year).ok()?, small(month), small(day))?;
        let clock = Clock { hour: small(second / 3600)?, minute: small(second / 60 % 60)?, second: small(second % 60) };
        Some(Published { time: Some(clock), offset: Some(0), ..date })
    }
}

impl fmt::Display for Published {
    /// ISO 8601, extended format, no finer than what is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        let Some(Clock { hour, minute, second }) = self.time else {
            return Ok(());
        };
        write!(f, "T{hour:02}:{minute:02}")?;
        if let Some(second) = second {
            write!(f, ":{second:02}")?;
        }
        match self.offset {
            None => Ok(()),
            Some(0) => write!(f, "Z"),
            Some(minutes) => {
                let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

fn days_in(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
