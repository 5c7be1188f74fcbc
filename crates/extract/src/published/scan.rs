//! Reading a date from left to right.

use super::{Clock, Published};

/// The months as RFC 5322 writes them in every mail and feed.
const MAIL_MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A reader of dates from left to right; each step takes what it reads or leaves `rest` alone.
pub(super) struct Scan<'a> {
    pub(super) rest: &'a str,
}

impl Scan<'_> {
    /// `2025`, `2025-11`, `2025-11-25`, `2025/11/25`, `20251125`.
    pub(super) fn iso_date(&mut self) -> Option<Published> {
        let start = self.rest;
        if let Some(packed) = self.digits(8) {
            let date = Published::new(i16::try_from(packed / 10_000).ok()?, u8::try_from(packed / 100 % 100).ok(), u8::try_from(packed % 100).ok());
            return date.or_else(|| self.back(start));
        }
        let Some(year) = self.digits(4) else {
            return self.back(start);
        };
        let mut fields = [None, None];
        let mark = self.rest.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.'));
        for field in &mut fields {
            let before = self.rest;
            let Some(mark) = mark.filter(|mark| self.take(*mark)) else {
                break;
            };
            *field = self.digits(2).or_else(|| self.digits(1)).and_then(|value| u8::try_from(value).ok());
            if field.is_none() {
                self.rest = before;
                // A full stop may end the sentence; other marks promise a number.
                return if mark == '.' { Published::new(year as i16, fields[0], None) } else { self.back(start) };
            }
        }
        Published::new(year as i16, fields[0], fields[1]).or_else(|| self.back(start))
    }

    /// `Tue, 25 Nov 2025`, the weekday optional.
    pub(super) fn mail_date(&mut self) -> Option<Published> {
        let start = self.rest;
        self.mail_fields().or_else(|| self.back(start))
    }

    fn mail_fields(&mut self) -> Option<Published> {
        if let Some((weekday, rest)) = self.rest.split_once(',')
            && weekday.chars().all(char::is_alphabetic)
        {
            self.rest = rest.trim_start();
        }
        let day = self.digits(2).or_else(|| self.digits(1))?;
        self.spaces();
        let name = self.rest.get(..3)?.to_ascii_lowercase();
        let month = MAIL_MONTHS.iter().position(|month| **month == name)? + 1;
        self.rest = self.rest[3..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        self.spaces();
        let year = self.digits(4)?;
        Published::new(i16::try_from(year).ok()?, u8::try_from(month).ok(), u8::try_from(day).ok())
    }

    /// The date with the time that may follow it.
    pub(super) fn time_after(&mut self, date: Published) -> Published {
        let start = self.rest;
        if !self.take('T') && !self.take('t') {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '|'));
        }
        match date.day.and_then(|_| self.clock()) {
            Some(time) => Published { time: Some(time), offset: self.offset(), ..date },
            None => {
                self.rest = start;
                date
            }
        }
    }

    /// `16:35`, `16:35:20.123`, `1635`, `163520`.
    pub(super) fn clock(&mut self) -> Option<Clock> {
        let start = self.rest;
        let clock = self.clock_fields().filter(|clock| clock.hour < 24 && clock.minute < 60 && clock.second.is_none_or(|second| second < 60));
        clock.or_else(|| self.back(start))
    }

    fn clock_fields(&mut self) -> Option<Clock> {
        let small = |value: u32| u8::try_from(value).ok();
        if let Some(packed) = self.digits(6) {
            return Some(Clock { hour: small(packed / 10_000)?, minute: small(packed / 100 % 100)?, second: small(packed % 100) });
        }
        if let Some(packed) = self.digits(4) {
            return Some(Clock { hour: small(packed / 100)?, minute: small(packed % 100)?, second: None });
        }
        let hour = self.digits(2).or_else(|| self.digits(1))?;
        if !self.take(':') {
            return None;
        }
        let minute = self.digits(2)?;
        let second = if self.take(':') { Some(self.digits(2)?) } else { None };
        if second.is_some() && (self.take('.') || self.take(',')) {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_ascii_digit());
        }
        Some(Clock { hour: small(hour)?, minute: small(minute)?, second: second.and_then(small) })
    }

    /// `Z`, `+07:00`, `+0700`, `+7`, `GMT+7`, `(GMT+7)`, `UTC`, in minutes; with the spaces before it.
    pub(super) fn offset(&mut self) -> Option<i16> {
        let start = self.rest;
        self.spaces();
        let bracket = self.take('(');
        let named = ["GMT", "UTC", "Z", "z"].into_iter().any(|name| self.take_word(name));
        let sign = if self.take('+') {
            1
        } else if self.take('-') || self.take('\u{2212}') {
            -1
        } else {
            0
        };
        let minutes = match sign {
            0 if named => Some(0),
            0 => None,
            _ => self.offset_digits().map(|minutes| sign * minutes),
        };
        if minutes.is_some() && bracket {
            self.take(')');
        }
        minutes.or_else(|| self.back(start))
    }

    fn offset_digits(&mut self) -> Option<i16> {
        let minutes = match self.digits(4) {
            Some(packed) => packed / 100 * 60 + packed % 100,
            None => {
                let hours = self.digits(2).or_else(|| self.digits(1))?;
                hours * 60 + if self.take(':') { self.digits(2)? } else { 0 }
            }
        };
        i16::try_from(minutes).ok().filter(|minutes| *minutes <= 14 * 60)
    }

    /// A number of exactly so many digits.
    pub(super) fn digits(&mut self, count: usize) -> Option<u32> {
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits != count {
            return None;
        }
        let (number, rest) = self.rest.split_at(count);
        self.rest = rest;
        number.parse().ok()
    }

    pub(super) fn take(&mut self, mark: char) -> bool {
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn take_word(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) if !rest.starts_with(char::is_alphabetic) => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    pub(super) fn spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

impl<'a> Scan<'a> {
    fn back<T>(&mut self, start: &'a str) -> Option<T> {
        self.rest = start;
        None
    }
}
