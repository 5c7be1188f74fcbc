//! Writing what a rule or a lexicon row says into fields.

use super::{Anchor, Field, Fields, Look, Role, Vague};
use crate::date::Season;
use crate::length::{Amount, Length, Unit};
use crate::modifier::Modifier;
use crate::value::Part;

impl Fields {
    /// Writes one `key`, `value` pair of a rule or a lexicon row.
    ///
    /// # Errors
    /// A message for the pack's author if there is no such key or value.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        let wrong = || format!("`{key}` cannot be `{value}`");
        match key {
            "century" => self.century = Some(field(value).ok_or_else(wrong)?),
            "decade" => self.decade = Some(field(value).ok_or_else(wrong)?),
            "year" => self.year = Some(field(value).ok_or_else(wrong)?),
            "half" => self.half = Some(field(value).ok_or_else(wrong)?),
            "quarter" => self.quarter = Some(field(value).ok_or_else(wrong)?),
            "month" => self.month = Some(field(value).ok_or_else(wrong)?),
            "week" => self.week = Some(field(value).ok_or_else(wrong)?),
            "weekday" => self.weekday = Some(field(value).ok_or_else(wrong)?),
            "day" => self.day = Some(field(value).ok_or_else(wrong)?),
            "season" => self.season = Some(season(value).ok_or_else(wrong)?),
            "part" => self.part = Some(Part::from_code(value).ok_or_else(wrong)?),
            "hour" => self.hour = Some(value.parse().map_err(|_| wrong())?),
            "minute" => self.minute = Some(value.parse().map_err(|_| wrong())?),
            "second" => self.second = Some(value.parse().map_err(|_| wrong())?),
            "easter" => self.easter = Some(value.parse().map_err(|_| wrong())?),
            "nth" => self.nth = Some(value.parse().map_err(|_| wrong())?),
            "era" if value == "bc" => self.before_christ = true,
            "calendar" if value == "lunar" => self.lunar = true,
            "eve" if value == "lunar" => self.lunar_eve = true,
            "look" => self.look = look(value).ok_or_else(wrong)?,
            "anchor" if value == "previous" => self.anchor = Anchor::Previous,
            "grain" => self.grain = Some(Unit::from_name(value).ok_or_else(wrong)?),
            "mod" => self.modifier = Some(Modifier::from_name(value).ok_or_else(wrong)?),
            "ref" => self.vague = Some(vague(value).ok_or_else(wrong)?),
            "kind" => self.role = role(value).ok_or_else(wrong)?,
            "amount" => self.amount = Some(amount(value).ok_or_else(wrong)?),
            "unit" => {
                let unit = Unit::from_name(value).ok_or_else(wrong)?;
                self.push_length(unit);
            }
            "plus" => {
                let Some(Amount::Thousandths(more)) = amount(value) else { return Err(wrong()) };
                self.plus = more;
            }
            "era" | "calendar" | "eve" | "anchor" => return Err(wrong()),
            _ => return Err(format!("there is no key `{key}` in the value language of times")),
        }
        Ok(())
    }

    /// Adds a unit with the amount that waits for one, or one.
    pub fn push_length(&mut self, unit: Unit) {
        let amount = self.amount.take().unwrap_or(Amount::whole(1));
        self.lengths.push(Length { amount, unit });
    }
}

fn field(value: &str) -> Option<Field> {
    let number = value.parse().ok()?;
    Some(if value.starts_with(['+', '-']) { Field::Shift(number) } else { Field::Is(number) })
}

fn amount(value: &str) -> Option<Amount> {
    if value == "some" {
        return Some(Amount::Some);
    }
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let mut thousandths: i64 = whole.parse().ok()?;
    for place in 0..3 {
        let digit = fraction.as_bytes().get(place).map_or(Some(0), |b| char::from(*b).to_digit(10))?;
        thousandths = thousandths.checked_mul(10)?.checked_add(i64::from(digit))?;
    }
    (fraction.len() <= 3).then_some(Amount::Thousandths(thousandths))
}

fn season(value: &str) -> Option<Season> {
    Some(match value {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

fn look(value: &str) -> Option<Look> {
    Some(match value {
        "back" => Look::Back,
        "ahead" => Look::Ahead,
        "near" => Look::Near,
        _ => return None,
    })
}

fn vague(value: &str) -> Option<Vague> {
    Some(match value {
        "past" => Vague::Past,
        "present" => Vague::Present,
        "future" => Vague::Future,
        _ => return None,
    })
}

fn role(value: &str) -> Option<Role> {
    Some(match value {
        "date" => Role::Date,
        "duration" => Role::Duration,
        "set" => Role::Set,
        "offset" => Role::Offset,
        _ => return None,
    })
}
