//! Dates that come round: which of them is meant.

use super::Resolver;
use crate::date::{Date, Day};
use crate::fields::{Field, Fields, Look};
use crate::length::Unit;
use crate::occur::Occurrence;
use crate::timex::Policy;

impl Resolver {
    /// A date that comes round every year: in the year that is named, or in the one that fits.
    pub(super) fn occurrence(&mut self, occurrence: Occurrence, year: Option<i16>, fields: &Fields) -> Option<Date> {
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

    /// A day without a month.
    pub(super) fn day_of_month(&mut self, day: u8, fields: &Fields) -> Option<Date> {
        let Some((year, month)) = self.base.year.zip(self.base.month) else { return Some(Date::Day(None, None, Some(day))) };
        let first = Day::new(year, month, 1)?;
        let months = (-2..=2).filter_map(|by| first.plus_months(by));
        let days = months.filter_map(|m| Day::new(m.year(), m.month(), day)).map(Day::date).filter(|date| fits_weekday(*date, fields));
        let chosen = self.choose(days, fields);
        self.counted("nearest");
        chosen.or(Some(Date::Day(None, None, Some(day))))
    }

    /// A weekday without a week: the last one, unless the words or the tense look ahead.
    pub(super) fn weekday(&mut self, weekday: u8, fields: &Fields) -> Option<Date> {
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
}

fn fits_weekday(date: Date, fields: &Fields) -> bool {
    let Some(Field::Is(weekday)) = fields.weekday else { return true };
    fields.nth.is_some() || date.days().is_none_or(|(first, _)| i16::from(first.weekday()) == weekday)
}
