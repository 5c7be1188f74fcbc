//! TIMEX3 values: dates, times of day, durations, sets, and the vague three.

use std::fmt;

use crate::date::Date;

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

impl TimexType {
    /// The name that TIMEX3 gives it.
    pub fn name(self) -> &'static str {
        match self {
            TimexType::Date => "DATE",
            TimexType::Time => "TIME",
            TimexType::Duration => "DURATION",
            TimexType::Set => "SET",
        }
    }
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

/// A count of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length {
    /// How many.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
}

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Amount {
    /// Some, many, a few: `X`.
    Some,
    /// A number, in thousandths, so that halves and decimals keep exact.
    Thousandths(i64),
}

impl Amount {
    /// A whole number.
    pub fn whole(number: i64) -> Amount {
        Amount::Thousandths(number.saturating_mul(1000))
    }

    /// The number, where it is whole.
    pub fn as_whole(self) -> Option<i64> {
        match self {
            Amount::Thousandths(n) if n % 1000 == 0 => Some(n / 1000),
            _ => None,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Amount::Some => f.write_str("X"),
            Amount::Thousandths(n) if n % 1000 == 0 => write!(f, "{}", n / 1000),
            Amount::Thousandths(n) => {
                let fraction = format!("{:03}", (n % 1000).abs());
                write!(f, "{}.{}", n / 1000, fraction.trim_end_matches('0'))
            }
        }
    }
}

/// A unit of time, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// `S`.
    Second,
    /// `M` after the `T`.
    Minute,
    /// `H`.
    Hour,
    /// `D`.
    Day,
    /// `WE`.
    Weekend,
    /// `W`.
    Week,
    /// `M`.
    Month,
    /// `Q`.
    Quarter,
    /// `Y`.
    Year,
    /// `DE`.
    Decade,
    /// `CE`.
    Century,
    /// `ML`.
    Millennium,
}

impl Unit {
    /// All units with the names that packs use for them.
    pub const NAMES: [(&'static str, Unit); 12] = [
        ("second", Unit::Second),
        ("minute", Unit::Minute),
        ("hour", Unit::Hour),
        ("day", Unit::Day),
        ("weekend", Unit::Weekend),
        ("week", Unit::Week),
        ("month", Unit::Month),
        ("quarter", Unit::Quarter),
        ("year", Unit::Year),
        ("decade", Unit::Decade),
        ("century", Unit::Century),
        ("millennium", Unit::Millennium),
    ];

    /// The unit of that name.
    pub fn from_name(name: &str) -> Option<Unit> {
        Unit::NAMES.iter().find(|(n, _)| *n == name).map(|(_, unit)| *unit)
    }

    /// Half of one as a whole number of a finer unit, where there is one.
    pub fn half(self) -> Option<(i64, Unit)> {
        match self {
            Unit::Minute => Some((30, Unit::Second)),
            Unit::Hour => Some((30, Unit::Minute)),
            Unit::Day => Some((12, Unit::Hour)),
            Unit::Year => Some((6, Unit::Month)),
            Unit::Decade => Some((5, Unit::Year)),
            Unit::Century => Some((50, Unit::Year)),
            _ => None,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Unit::Second => "S",
            Unit::Minute | Unit::Month => "M",
            Unit::Hour => "H",
            Unit::Day => "D",
            Unit::Weekend => "WE",
            Unit::Week => "W",
            Unit::Quarter => "Q",
            Unit::Year => "Y",
            Unit::Decade => "DE",
            Unit::Century => "CE",
            Unit::Millennium => "ML",
        }
    }
}

/// A limit or a part of the value that the expression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modifier {
    /// The beginning of it.
    Start,
    /// The middle of it.
    Mid,
    /// The end of it.
    End,
    /// About it.
    Approx,
    /// Before it.
    Before,
    /// After it.
    After,
    /// More than it.
    MoreThan,
    /// Less than it.
    LessThan,
}

suquan_span::codes! {
    Modifier { Start => "START", Mid => "MID", End => "END", Approx => "APPROX", Before => "BEFORE", After => "AFTER", LessThan => "LESS_THAN", MoreThan => "MORE_THAN" }
}

impl Modifier {
    /// All modifiers with the names that TIMEX3 and packs use for them.
    pub const NAMES: [(&'static str, Modifier); 8] = [
        ("START", Modifier::Start),
        ("MID", Modifier::Mid),
        ("END", Modifier::End),
        ("APPROX", Modifier::Approx),
        ("BEFORE", Modifier::Before),
        ("AFTER", Modifier::After),
        ("MORE_THAN", Modifier::MoreThan),
        ("LESS_THAN", Modifier::LessThan),
    ];

    /// The name that TIMEX3 gives it.
    pub fn name(self) -> &'static str {
        Modifier::NAMES.iter().find(|(_, m)| *m == self).map_or("", |(name, _)| name)
    }

    /// The modifier of that name.
    pub fn from_name(name: &str) -> Option<Modifier> {
        Modifier::NAMES.iter().find(|(n, _)| *n == name).map(|(_, m)| *m)
    }
}

fn write_lengths(f: &mut fmt::Formatter<'_>, lengths: &[Length]) -> fmt::Result {
    f.write_str("P")?;
    let mut clock = false;
    for length in lengths {
        if length.unit <= Unit::Hour && !clock {
            clock = true;
            f.write_str("T")?;
        }
        write!(f, "{}{}", length.amount, length.unit.code())?;
    }
    Ok(())
}
