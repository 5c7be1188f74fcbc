//! TIMEX3 values: dates, times of day, durations, sets, and the vague three.

use std::fmt;

use crate::date::Date;
use crate::length::{Length, write_lengths};

/// The value of a time expression. `Display` writes TIMEX3.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A calendar date of any granularity.
    Date(Date),
    /// A time of a day.
    Time(Date, TimeOfDay),
    /// A length of time.
    Duration(Vec<Length>),
    /// Something that recurs: every such date, or once in such a time.
    Set(Box<Value>),
    /// Some time before the article: `PAST_REF`.
    Past,
    /// About the time of the article: `PRESENT_REF`.
    Present,
    /// Some time after the article: `FUTURE_REF`.
    Future,
}

impl Value {
    /// The TIMEX3 type.
    pub fn kind(&self) -> TimexType {
        match self {
            Value::Date(_) | Value::Past | Value::Present | Value::Future => TimexType::Date,
            Value::Time(..) => TimexType::Time,
            Value::Duration(_) => TimexType::Duration,
            Value::Set(_) => TimexType::Set,
        }
    }

    /// The calendar date in it, for a date or a time of day.
    pub fn date(&self) -> Option<Date> {
        match self {
            Value::Date(date) | Value::Time(date, _) => Some(*date),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Date(date) => date.fmt(f),
            Value::Time(date, time) => write!(f, "{date}T{time}"),
            Value::Duration(lengths) => write_lengths(f, lengths),
            Value::Set(each) => each.fmt(f),
            Value::Past => f.write_str("PAST_REF"),
            Value::Present => f.write_str("PRESENT_REF"),
            Value::Future => f.write_str("FUTURE_REF"),
        }
    }
}

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A calendar date, or a vague reference to one.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurrence.
    Set,
}

suquan_span::codes! {
    TimexType { Date => "DATE", Time => "TIME", Duration => "DURATION", Set => "SET" }
}

/// A time of day: by the clock, or a part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeOfDay {
    /// A part of the day.
    Part(Part),
    /// Hour 0 to 24, and minute and second where they are given.
    Clock(u8, Option<u8>, Option<u8>),
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            TimeOfDay::Part(part) => f.write_str(part.code()),
            TimeOfDay::Clock(h, None, _) => write!(f, "{h:02}:00"),
            TimeOfDay::Clock(h, Some(m), None) => write!(f, "{h:02}:{m:02}"),
            TimeOfDay::Clock(h, Some(m), Some(s)) => write!(f, "{h:02}:{m:02}:{s:02}"),
        }
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `MO`.
    Morning,
    /// `MI`.
    Midday,
    /// `AF`.
    Afternoon,
    /// `EV`.
    Evening,
    /// `NI`.
    Night,
}

impl Part {
    /// The two letters of TIMEX3.
    pub fn code(self) -> &'static str {
        match self {
            Part::Morning => "MO",
            Part::Midday => "MI",
            Part::Afternoon => "AF",
            Part::Evening => "EV",
            Part::Night => "NI",
        }
    }

    /// The part with these two letters.
    pub fn from_code(code: &str) -> Option<Part> {
        [Part::Morning, Part::Midday, Part::Afternoon, Part::Evening, Part::Night].into_iter().find(|part| part.code() == code)
    }

    /// The hour of 24 meant by an hour of a twelve-hour clock in this part of the day.
    pub fn hour(self, hour: u8) -> u8 {
        match (self, hour) {
            (Part::Afternoon | Part::Evening, 1..=11) => hour + 12,
            (Part::Midday, 1..=3) => hour + 12,
            (Part::Night, 6..=11) => hour + 12,
            (Part::Night | Part::Evening | Part::Morning, 12) => 0,
            _ => hour,
        }
    }
}
