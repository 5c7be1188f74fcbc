//! Dates that are so many units away from the base.

use super::{Resolver, time_of_day};
use crate::date::{Date, Day};
use crate::fields::{Field, Fields, Look};
use crate::length::{Amount, Length, Unit};
use crate::modifier::Modifier;
use crate::value::Value;

impl Resolver {
    /// Centuries and decades.
    pub(super) fn long_ago(&mut self, fields: &Fields) -> Option<Date> {
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

    pub(super) fn year(&mut self, fields: &Fields) -> Option<i16> {
        match fields.year? {
            Field::Is(year) if fields.before_christ => Some(1 - year),
            Field::Is(year) => Some(year),
            Field::Shift(by) => {
                self.counted("publication");
                self.base.year.map(|year| year + by)
            }
        }
    }

    pub(super) fn week(&mut self, week: Field, year: Option<i16>, fields: &Fields) -> Date {
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

    pub(super) fn month_shift(&mut self, by: i16, fields: &Fields) -> Option<Date> {
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

    pub(super) fn shifted_quarter(self, (by, months): (i16, u8)) -> Date {
        let Some((year, month)) = self.base.year.zip(self.base.month) else { return Date::Year(self.base.year) };
        let own = i32::from(year) * 12 + i32::from(month) - 1;
        let part = own.div_euclid(i32::from(months)) + i32::from(by);
        let each = 12 / i32::from(months);
        let (year, index) = (part.div_euclid(each) as i16, (part.rem_euclid(each) + 1) as u8);
        if months == 3 { Date::Quarter(Some(year), index) } else { Date::Half(Some(year), index) }
    }

    /// So long before or after the base, at the granularity of the unit.
    pub(super) fn offset(&mut self, fields: &Fields) -> Option<Value> {
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
