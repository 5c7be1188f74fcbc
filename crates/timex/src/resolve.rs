//! From fields to a value, against a date to count from.

mod choose;
mod count;

use crate::base::Base;
use crate::date::{Date, Day};
use crate::fields::{Field, Fields, Look, Role, Vague};
use crate::length::{Amount, Length};
use crate::occur::Occurrence;
use crate::timex::Policy;
use crate::value::{TimeOfDay, Value};

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
