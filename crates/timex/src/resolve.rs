//! From fields to a value, against a date to count from.

use crate::date::{Date, Day};
use crate::fields::{Field, Fields, Look, Role, Vague};
use crate::lunar;
use crate::occur::Occurrence;
use crate::timex::Policy;
use crate::value::{Amount, Length, Modifier, TimeOfDay, Unit, Value};

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
    fn days(self) -> Option<(Day, Day)> {
        match (self.day, self.month) {
            (Some(day), _) => Some((day, day)),
            (None, Some(month)) => Date::Month(self.year, month).days(),
            (None, None) => Date::Year(self.year).days(),
        }
    }

    /// A day to measure distances from: the day, or the middle of what is known.
    fn middle(self) -> Option<Day> {
        self.day.or_else(|| match self.month {
            Some(month) => Day::new(self.year?, month, 15),
            None => Day::new(self.year?, 7, 1),
        })
    }
}

/// Everything that one resolution needs; `basis` ends as what the value came from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resolver {
    pub base: Base,
    pub leaning: Look,
    pub policy: Policy,
    pub basis: &'static str,
}

impl Resolver {
    /// The value of one expression; `None` where its fields make none.
    pub(crate) fn value(&mut self, fields: &Fields) -> Option<Value> {
        match (fields.vague, fields.role) {
            (Some(Vague::Past), _) => return Some(Value::Past),
            (Some(Vague::Present), _) => return Some(Value::Present),
            (Some(Vague::Future), _) => return Some(Value::Future),
            (None, Role::Duration) => return Some(Value::Duration(lengths(fields)?)),
            (None, Role::Set) => return Some(Value::Set(Box::new(self.each(fields)?))),
            (None, Role::Offset) => return self.offset(fields),
            (None, Role::Date) => {}
        }
        let date = self.date(fields)?;
        Some(match time_of_day(fields) {
            Some(time) => Value::Time(date, time),
            None => Value::Date(date),
        })
    }

    /// Marks the value as counted from the base, unless it is already counted from another date in the text.
    fn counted(&mut self, basis: &'static str) {
        if self.basis == "stated" {
            self.basis = basis;
        }
    }

    /// What a set repeats.
    fn each(&mut self, fields: &Fields) -> Option<Value> {
        if !fields.lengths.is_empty() {
            return Some(Value::Duration(lengths(fields)?));
        }
        let number = |field: Option<Field>| if let Some(Field::Is(n)) = field { u8::try_from(n).ok() } else { None };
        let date = match (number(fields.weekday), number(fields.month), number(fields.day)) {
            (Some(weekday), ..) => Date::Weekday(weekday),
            (None, Some(month), None) => Date::Month(None, month),
            (None, month, day) => Date::Day(None, month, day),
        };
        Some(match time_of_day(fields) {
            Some(time) => Value::Time(date, time),
            None => Value::Date(date),
        })
    }

    fn date(&mut self, fields: &Fields) -> Option<Date> {
        if let Some(date) = self.long_ago(fields) {
            return Some(date);
        }
        if let Some(Field::Shift(by)) = fields.day {
            self.counted("publication");
            let day = self.base.day.and_then(|day| day.plus(i32::from(by)));
            return Some(day.map_or(Date::Day(self.base.year, self.base.month, None), Day::date));
        }
        let year = self.year(fields);
        if let Some(week) = fields.week {
            return Some(self.week(week, year, fields));
        }
        if let Some(occurrence) = Occurrence::of(fields) {
            return self.occurrence(occurrence, year, fields);
        }
        if let Some(Field::Shift(by)) = fields.month {
            return self.month_shift(by, fields);
        }
        if let Some(Field::Is(day)) = fields.day {
            return self.day_of_month(u8::try_from(day).ok()?, fields);
        }
        if let Some(Field::Is(weekday)) = fields.weekday {
            return self.weekday(u8::try_from(weekday).ok()?, fields);
        }
        if let Some(shift) = quarter_shift(fields) {
            self.counted("publication");
            return Some(self.shifted_quarter(shift));
        }
        if fields.year.is_some() {
            return Some(Date::Year(year));
        }
        if fields.hour.is_some() || fields.part.is_some() {
            self.counted("publication");
            return Some(self.base.day.map_or(Date::Day(None, None, None), Day::date));
        }
        None
    }

    /// Centuries and decades.
    fn long_ago(&mut self, fields: &Fields) -> Option<Date> {
        let century = match fields.century {
            Some(Field::Is(century)) => Some(century),
            Some(Field::Shift(by)) => {
                self.counted("publication");
                self.base.year.map(|year| year.div_euclid(100) + by)
            }
            None => None,
        };
        Some(match (fields.decade, century) {
            (Some(Field::Is(decade)), _) if decade >= 10 => Date::Decade(decade),
            (Some(Field::Is(decade)), Some(century)) => Date::Decade(century * 10 + decade),
            (Some(Field::Is(decade)), None) => {
                // The nineties are the last ones that have begun.
                let now = self.base.year.map_or(199, |year| year.div_euclid(10));
                let own = now - now.rem_euclid(10) + decade;
                Date::Decade(if own > now { own - 10 } else { own })
            }
            (Some(Field::Shift(by)), _) => {
                self.counted("publication");
                self.base.year.map_or(Date::Year(None), |year| Date::Decade(year.div_euclid(10) + by))
            }
            (None, Some(century)) => Date::Century(century),
            (None, None) if fields.century.is_some() => Date::Year(None),
            (None, None) => return None,
        })
    }

    fn year(&mut self, fields: &Fields) -> Option<i16> {
        match fields.year? {
            Field::Is(year) if fields.before_christ => Some(1 - year),
            Field::Is(year) => Some(year),
            Field::Shift(by) => {
                self.counted("publication");
                self.base.year.map(|year| year + by)
            }
        }
    }

    fn week(&mut self, week: Field, year: Option<i16>, fields: &Fields) -> Date {
        let monday = match week {
            Field::Shift(by) => {
                self.counted("publication");
                let by = i32::from(by) - i32::from(self.is_last_weekend(by, fields));
                self.base.day.or(self.base.not_before.filter(|_| fields.weekday.is_none())).and_then(|day| day.plus(by * 7 - i32::from(day.weekday()) + 1))
            }
            Field::Is(number) => {
                let year = year.or(self.base.year);
                year.zip(u8::try_from(number).ok()).and_then(|(year, week)| Day::of_week(year, week, 1))
            }
        };
        let weekday = if let Some(Field::Is(weekday)) = fields.weekday { Some(weekday) } else { None };
        match (monday, weekday) {
            (None, None) => Date::Week(None, None),
            (None, Some(weekday)) => Date::Weekday(weekday.unsigned_abs() as u8),
            (Some(monday), Some(weekday)) => monday.plus(i32::from(weekday) - 1).unwrap_or(monday).date(),
            (Some(monday), None) => {
                let (year, week) = monday.week();
                Date::Week(Some(year), Some(week))
            }
        }
    }

    /// The end of the week, told as past while the week's own end is still to come, is last week's.
    fn is_last_weekend(&self, by: i16, fields: &Fields) -> bool {
        let past = fields.look == Look::Back || fields.look == Look::Open && self.leaning == Look::Back;
        by == 0 && past && fields.modifier == Some(Modifier::End) && self.base.day.is_some_and(|day| day.weekday() < 6)
    }

    /// A date that comes round every year: in the year that is named, or in the one that fits.
    fn occurrence(&mut self, occurrence: Occurrence, year: Option<i16>, fields: &Fields) -> Option<Date> {
        let date = if fields.year.is_some() {
            year.and_then(|year| occurrence.in_year(year))
        } else {
            self.base.year.and_then(|now| {
                let reach = if occurrence.is_leap_day() { 8 } else { 1 };
                let years = (now - reach..=now + reach).filter_map(|year| occurrence.in_year(year));
                let years = years.filter(|date| fits_weekday(*date, fields));
                let chosen = self.choose(years, fields);
                self.counted("nearest");
                chosen
            })
        };
        let date = date.or_else(|| if fields.year.is_some() && year.is_some() { None } else { Some(occurrence.open()) })?;
        Some(match fields.grain {
            Some(Unit::Year) => Date::Year(date.year()),
            Some(Unit::Month) => date.days().map_or(date, |(first, _)| Date::Month(Some(first.year()), first.month())),
            _ => date,
        })
    }

    /// The candidate that the words, then the tense, then the policy ask for.
    fn choose(&self, candidates: impl Iterator<Item = Date>, fields: &Fields) -> Option<Date> {
        // Words and policies leave no choice; the tense of a clause can be that of another verb, so it only weighs.
        let (look, weight) = match (fields.look, self.leaning, self.policy) {
            (Look::Open, _, Policy::Past) => (Look::Back, 1000),
            (Look::Open, _, Policy::Future) => (Look::Ahead, 1000),
            (Look::Open, leaning, Policy::News) => (leaning, 12),
            (look, ..) => (look, 1000),
        };
        let (from, to) = self.base.days()?;
        let cost = |date: &Date| {
            let Some((first, last)) = date.days() else { return i32::MAX };
            let behind = from.since(last).max(0);
            let ahead = first.since(to).max(0);
            match look {
                Look::Back => behind + ahead * weight,
                Look::Ahead => ahead + behind * weight,
                Look::Near => behind + ahead,
                // News tells more of what was than of what will be.
                Look::Open => behind + ahead * 2,
            }
        };
        candidates.min_by_key(cost)
    }

    fn month_shift(&mut self, by: i16, fields: &Fields) -> Option<Date> {
        self.counted("publication");
        let Some((year, month)) = self.base.year.zip(self.base.month) else {
            return Some(if let Some(Field::Is(day)) = fields.day { Date::Day(None, None, u8::try_from(day).ok()) } else { Date::Day(None, None, None) });
        };
        let first = Day::new(year, month, 1)?.plus_months(i32::from(by))?;
        Some(match fields.day {
            Some(Field::Is(day)) => Date::Day(Some(first.year()), Some(first.month()), u8::try_from(day).ok()),
            _ => Date::Month(Some(first.year()), first.month()),
        })
    }

    /// A day without a month.
    fn day_of_month(&mut self, day: u8, fields: &Fields) -> Option<Date> {
        let Some((year, month)) = self.base.year.zip(self.base.month) else { return Some(Date::Day(None, None, Some(day))) };
        let first = Day::new(year, month, 1)?;
        let months = (-2..=2).filter_map(|by| first.plus_months(by));
        let days = months.filter_map(|m| Day::new(m.year(), m.month(), day)).map(Day::date).filter(|date| fits_weekday(*date, fields));
        let chosen = self.choose(days, fields);
        self.counted("nearest");
        chosen.or(Some(Date::Day(None, None, Some(day))))
    }

    /// A weekday without a week: the last one, unless the words or the tense look ahead.
    fn weekday(&mut self, weekday: u8, fields: &Fields) -> Option<Date> {
        self.counted("nearest");
        let Some(today) = self.base.day else { return Some(Date::Weekday(weekday)) };
        let back = (i32::from(today.weekday()) - i32::from(weekday)).rem_euclid(7);
        let ahead = match (fields.look, self.leaning, self.policy) {
            (Look::Ahead, ..) | (Look::Open, _, Policy::Future) | (Look::Open, Look::Ahead, Policy::News) => true,
            // Written "this Friday": of the week that the article is of.
            (Look::Near, ..) => back > i32::from(today.weekday()) - 1,
            _ => false,
        };
        let by = match (ahead, fields.look, back) {
            (true, Look::Ahead | Look::Open, 0) => 7,
            (true, _, back) => (7 - back) % 7,
            (false, Look::Back, 0) => 0,
            (false, _, back) => -back,
        };
        today.plus(by).map(Day::date)
    }

    fn shifted_quarter(self, (by, months): (i16, u8)) -> Date {
        let Some((year, month)) = self.base.year.zip(self.base.month) else { return Date::Year(self.base.year) };
        let own = i32::from(year) * 12 + i32::from(month) - 1;
        let part = own.div_euclid(i32::from(months)) + i32::from(by);
        let each = 12 / i32::from(months);
        let (year, index) = (part.div_euclid(each) as i16, (part.rem_euclid(each) + 1) as u8);
        if months == 3 { Date::Quarter(Some(year), index) } else { Date::Half(Some(year), index) }
    }

    /// So long before or after the base, at the granularity of the unit.
    fn offset(&mut self, fields: &Fields) -> Option<Value> {
        self.counted("publication");
        let back = fields.look == Look::Back;
        let Length { amount, unit } = *fields.lengths.first()?;
        let Amount::Thousandths(thousandths) = amount else { return Some(if back { Value::Past } else { Value::Future }) };
        let sign = if back { -1 } else { 1 };
        let times = |each: i64| i32::try_from(thousandths.checked_mul(each)? / 1000).ok().map(|n| n * sign);
        let day = self.base.day.or_else(|| self.base.middle().filter(|_| unit >= Unit::Year || unit >= Unit::Month && self.base.month.is_some()));
        let date = match unit {
            Unit::Second | Unit::Minute | Unit::Hour => day.map_or(Date::Day(None, None, None), Day::date),
            Unit::Day => day.and_then(|d| d.plus(times(1)?)).map_or(Date::Day(None, None, None), Day::date),
            Unit::Week | Unit::Weekend => match day.or(self.base.not_before).and_then(|d| d.plus(times(7)?)) {
                None => Date::Week(None, None),
                Some(day) => {
                    let (year, week) = day.week();
                    Date::Week(Some(year), Some(week))
                }
            },
            Unit::Month | Unit::Quarter => match day.and_then(|d| d.plus_months(times(if unit == Unit::Month { 1 } else { 3 })?)) {
                None => Date::Day(None, None, None),
                Some(day) => Date::Month(Some(day.year()), day.month()),
            },
            Unit::Year if thousandths % 1000 != 0 => {
                let moved = day.and_then(|d| d.plus_months(times(12)?));
                moved.map_or(Date::Year(None), |d| Date::Month(Some(d.year()), d.month()))
            }
            _ => {
                let years = match unit {
                    Unit::Decade => 10,
                    Unit::Century => 100,
                    Unit::Millennium => 1000,
                    _ => 1,
                };
                let year = day.and_then(|d| i16::try_from(i32::from(d.year()).checked_add(times(years)?)?).ok());
                match (unit, year) {
                    (Unit::Decade, Some(year)) => Date::Decade(year.div_euclid(10)),
                    (Unit::Century, Some(year)) => Date::Century(year.div_euclid(100)),
                    _ => Date::Year(year),
                }
            }
        };
        Some(match time_of_day(fields) {
            Some(time) => Value::Time(date, time),
            None => Value::Date(date),
        })
    }
}

fn fits_weekday(date: Date, fields: &Fields) -> bool {
    let Some(Field::Is(weekday)) = fields.weekday else { return true };
    fields.nth.is_some() || date.days().is_none_or(|(first, _)| i16::from(first.weekday()) == weekday)
}

/// So many quarters (of three months) or halves (of six) from the base's own.
fn quarter_shift(fields: &Fields) -> Option<(i16, u8)> {
    match (fields.quarter, fields.half) {
        (Some(Field::Shift(by)), _) => Some((by, 3)),
        (None, Some(Field::Shift(by))) => Some((by, 6)),
        _ => None,
    }
}

fn time_of_day(fields: &Fields) -> Option<TimeOfDay> {
    match (fields.hour, fields.part) {
        (Some(hour), part) => Some(TimeOfDay::Clock(part.map_or(hour, |part| part.hour(hour)), fields.minute, fields.second)),
        (None, part) => part.map(TimeOfDay::Part),
    }
}

/// The lengths of a duration, halves as a finer unit where there is one.
fn lengths(fields: &Fields) -> Option<Vec<Length>> {
    let mut found: Vec<Length> = fields.lengths.clone();
    if let [Length { amount: Amount::Thousandths(500), unit }] = found[..]
        && let Some((number, finer)) = unit.half()
    {
        found = vec![Length { amount: Amount::whole(number), unit: finer }];
    }
    found.sort_by_key(|length| std::cmp::Reverse(length.unit));
    (!found.is_empty()).then_some(found)
}

/// The year's last day by the lunar calendar, in that Gregorian year.
pub(crate) fn lunar_eve(year: i16) -> Option<Day> {
    lunar::year_end(year.checked_sub(1)?)
}
