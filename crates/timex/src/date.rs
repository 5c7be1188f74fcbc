//! Calendar dates at their granularity, with the fields that the text does not give left open.

use std::fmt;

/// A year of the Gregorian calendar, astronomical count (0 is 1 BC); `None` where the text gives none.
pub type Year = Option<i16>;

/// A season of the northern hemisphere's year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February; named by the year in which it begins.
    Winter,
}

impl Season {
    /// The first month of the season.
    pub fn first_month(self) -> u8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }
}

/// A calendar value at the granularity that the text gives.
///
/// `Display` writes the TIMEX3 value; open fields are `X`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Date {
    /// Its hundreds: 20 stands for 2000 to 2099.
    Century(i16),
    /// Its tens: 199 stands for 1990 to 1999.
    Decade(i16),
    /// A year.
    Year(Year),
    /// Half 1 or 2 of a year.
    Half(Year, u8),
    /// Quarter 1 to 4 of a year.
    Quarter(Year, u8),
    /// A season of a year.
    Season(Year, Season),
    /// A month 1 to 12 of a year.
    Month(Year, u8),
    /// An ISO week of an ISO year.
    Week(Year, Option<u8>),
    /// A day of the week (1 = Monday … 7) of no known week.
    Weekday(u8),
    /// A day of a month of a year.
    Day(Year, Option<u8>, Option<u8>),
}

impl Date {
    /// The year, where it is known.
    pub fn year(self) -> Year {
        match self {
            Date::Year(y) | Date::Half(y, _) | Date::Quarter(y, _) | Date::Season(y, _) | Date::Month(y, _) | Date::Week(y, _) | Date::Day(y, _, _) => y,
            Date::Century(_) | Date::Decade(_) | Date::Weekday(_) => None,
        }
    }

    /// The first and last day, where the date is whole.
    pub fn days(self) -> Option<(Day, Day)> {
        let months = |year: i16, first: u8, count: u8| {
            let last = i32::from(first) + i32::from(count) - 2;
            let (y, m) = (year + (last / 12) as i16, (last % 12 + 1) as u8);
            Some((Day::new(year, first, 1)?, Day::new(y, m, month_length(y, m))?))
        };
        match self {
            Date::Century(c) => years(c.checked_mul(100)?, 100),
            Date::Decade(d) => years(d.checked_mul(10)?, 10),
            Date::Year(y) => years(y?, 1),
            Date::Half(y, h) => months(y?, (h - 1) * 6 + 1, 6),
            Date::Quarter(y, q) => months(y?, (q - 1) * 3 + 1, 3),
            Date::Season(y, s) => months(y?, s.first_month(), 3),
            Date::Month(y, m) => months(y?, m, 1),
            Date::Week(y, w) => {
                let first = Day::of_week(y?, w?, 1)?;
                Some((first, first.plus(6)?))
            }
            Date::Weekday(_) => None,
            Date::Day(y, m, d) => Day::new(y?, m?, d?).map(|day| (day, day)),
        }
    }

    /// The date in the contract's EDTF subset; `None` where a part is not known.
    ///
    /// Weeks, seasons and centuries have no form of their own there and become closed intervals.
    pub fn edtf(self) -> Option<String> {
        let (first, last) = self.days()?;
        Some(match self {
            Date::Decade(_) => format!("{self}X"),
            Date::Century(_) => format!("{:04}/{:04}", first.year(), last.year()),
            Date::Week(..) => format!("{first}/{last}"),
            Date::Season(..) => {
                format!("{:04}-{:02}/{:04}-{:02}", first.year(), first.month(), last.year(), last.month())
            }
            _ => self.to_string(),
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Date::Century(c) => write!(f, "{c:02}"),
            Date::Decade(d) => write!(f, "{d:03}"),
            Date::Year(y) => write_year(f, y),
            Date::Half(y, h) => {
                write_year(f, y)?;
                write!(f, "-H{h}")
            }
            Date::Quarter(y, q) => {
                write_year(f, y)?;
                write!(f, "-Q{q}")
            }
            Date::Season(y, s) => {
                write_year(f, y)?;
                write!(f, "-{}", s.code())
            }
            Date::Month(y, m) => {
                write_year(f, y)?;
                write!(f, "-{m:02}")
            }
            Date::Week(y, w) => {
                write_year(f, y)?;
                f.write_str("-W")?;
                write_two(f, w)
            }
            Date::Weekday(d) => write!(f, "XXXX-WXX-{d}"),
            Date::Day(y, m, d) => {
                write_year(f, y)?;
                f.write_str("-")?;
                write_two(f, m)?;
                f.write_str("-")?;
                write_two(f, d)
            }
        }
    }
}

/// A day of the proleptic Gregorian calendar, years -9999 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(jiff::civil::Date);

impl Day {
    /// The day, if there is one of that number in the month.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Day> {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        jiff::civil::Date::new(year, month, day).ok().map(Day)
    }

    /// Weekday 1 to 7 of an ISO week.
    pub fn of_week(year: i16, week: u8, weekday: u8) -> Option<Day> {
        let weekday = jiff::civil::Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
        let week = jiff::civil::ISOWeekDate::new(year, i8::try_from(week).ok()?, weekday).ok()?;
        Some(Day(week.date()))
    }

    /// Its year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Its month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// Its number in the month.
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// Its ISO year and week.
    pub fn week(self) -> (i16, u8) {
        let week = self.0.iso_week_date();
        (week.year(), week.week().unsigned_abs())
    }

    /// 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset().unsigned_abs()
    }

    /// The day so many days later (earlier, if negative); `None` beyond the calendar's range.
    pub fn plus(self, days: i32) -> Option<Day> {
        let span = jiff::Span::new().try_days(i64::from(days)).ok()?;
        self.0.checked_add(span).ok().map(Day)
    }

    /// The same day of the month so many months later, or the month's last.
    pub fn plus_months(self, months: i32) -> Option<Day> {
        let count = i32::from(self.year()) * 12 + i32::from(self.month()) - 1;
        let count = count.checked_add(months)?;
        let year = i16::try_from(count.div_euclid(12)).ok()?;
        let month = (count.rem_euclid(12) + 1) as u8;
        Day::new(year, month, self.day().min(month_length(year, month)))
    }

    /// Days from the other to this one.
    pub fn since(self, other: Day) -> i32 {
        self.0.duration_since(other.0).as_hours().div_euclid(24) as i32
    }

    /// The day as a date of that granularity.
    pub fn date(self) -> Date {
        Date::Day(Some(self.year()), Some(self.month()), Some(self.day()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

/// Days in a month; 31 for a month that does not exist.
pub fn month_length(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn years(first: i16, count: i16) -> Option<(Day, Day)> {
    Some((Day::new(first, 1, 1)?, Day::new(first.checked_add(count - 1)?, 12, 31)?))
}

fn write_year(f: &mut fmt::Formatter<'_>, year: Year) -> fmt::Result {
    match year {
        None => f.write_str("XXXX"),
        Some(y) if y <= 0 => write!(f, "BC{:04}", 1 - i32::from(y)),
        Some(y) => write!(f, "{y:04}"),
    }
}

fn write_two(f: &mut fmt::Formatter<'_>, number: Option<u8>) -> fmt::Result {
    match number {
        None => f.write_str("XX"),
        Some(n) => write!(f, "{n:02}"),
    }
}
