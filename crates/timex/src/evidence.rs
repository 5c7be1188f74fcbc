//! Dating an article by the dates in its text.
//!
//! News names the days of what has just happened without their year, and the year of what lies further off. So the days without a year
//! cluster just before the article's date, and the dates with a year say which year that is: what is told as past must lie before it, what
//! is told as to come after it, and of several years the one with the dates nearest fits best.

use std::collections::BTreeSet;

use suquan_segment::Text;
use suquan_span::ByteSpan;

use crate::anniversary::KnownYear;
use crate::article::{ArticleBasis, ArticleDate, Confidence};
use crate::date::{Date, Day};
use crate::fields::{Anchor, Field, Fields, Look, Role};
use crate::recognise::Expression;

/// A day of a year that is not named.
#[derive(Clone, Copy, Debug)]
struct Recent {
    month: u8,
    day: u8,
    /// The words themselves say that it is past.
    sure: bool,
    /// Its clause speaks of what is to come.
    ahead: bool,
    weekday: Option<u8>,
    span: ByteSpan,
}

/// A date with its year.
#[derive(Clone, Copy, Debug)]
struct Dated {
    first: Day,
    last: Day,
    /// It names a month or a day, not a year alone.
    fine: bool,
    look: Look,
    leaning: Look,
    span: ByteSpan,
    /// An earlier one names the same days.
    repeated: bool,
}

/// What the expressions of one article say of its date.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    recent: Vec<Recent>,
    dated: Vec<Dated>,
    /// The article's own day and month, from `today` with its date.
    today: Option<(u8, u8, ByteSpan)>,
    /// The article's own year, from an anniversary in it.
    year: Option<KnownYear>,
}

/// How much better the best year must fit than the next for each degree of confidence; in the units of [`Evidence::misfit`].
const SURE: f64 = 1.0;
const LIKELY: f64 = 0.4;

impl Evidence {
    pub(crate) fn gather(expressions: &[Expression], text: &Text, year: Option<KnownYear>) -> Self {
        let mut found = Self { year, ..Self::default() };
        let mut known = BTreeSet::new();
        for (index, expression) in expressions.iter().enumerate().filter(|(_, e)| e.fault.is_none()) {
            let fields = &expression.fields;
            if fields.role != Role::Date || fields.anchor == Anchor::Previous || fields.lunar || fields.vague.is_some() {
                continue;
            }
            if let Some((month, day)) = day_of_year(fields) {
                let shift = fields.today.or_else(|| shift_before(expressions, index, text));
                if let Some(today) = shift.and_then(|by| Day::new(2024, month, day)?.plus(-i32::from(by))) {
                    found.today.get_or_insert((today.month(), today.day(), expression.span));
                }
                let ahead = fields.look == Look::Ahead || fields.look == Look::Open && expression.leaning == Look::Ahead;
                let recalled = year.is_some_and(|known| known.reach.start <= expression.span.start && expression.span.end <= known.reach.end);
                if fields.year.is_none() && fields.look != Look::Ahead && !recalled {
                    let weekday = if let Some(Field::Is(n)) = fields.weekday { u8::try_from(n).ok() } else { None };
                    found.recent.push(Recent { month, day, sure: fields.look == Look::Back, ahead, weekday, span: expression.span });
                }
            }
            if let Some((date, fine)) = dated(fields)
                && let Some((first, last)) = date.days()
            {
                let repeated = !known.insert((first, last));
                found.dated.push(Dated { first, last, fine, look: fields.look, leaning: expression.leaning, span: expression.span, repeated });
            }
        }
        found
    }

    /// The date that fits best, as far as one does.
    pub(crate) fn conclude(&self) -> Option<ArticleDate> {
        if let Some(known) = self.year {
            return Some(self.within(known));
        }
        let Some((month, day, span)) = self.today.or_else(|| self.latest_recent()) else { return self.latest_dated() };
        let fine: Vec<&Dated> = self.dated.iter().filter(|dated| dated.fine).collect();
        let open = |date| Some(ArticleDate { date, time: None, basis: ArticleBasis::Inferred, confidence: Confidence::Low, evidence: vec![span] });
        let years = fine.iter().flat_map(|dated| [dated.first.year() - 1, dated.first.year(), dated.first.year() + 1]);
        let mut fits: Vec<(f64, i16)> = Vec::new();
        for year in years {
            if let Some(day) = Day::new(year, month, day)
                && !fits.iter().any(|(_, known)| *known == year)
            {
                fits.push((self.misfit(day), year));
            }
        }
        fits.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let Some(&(best, year)) = fits.first() else { return open(Date::Day(None, Some(month), Some(day))) };
        let own = Day::new(year, month, day)?;
        let margin = fits.get(1).map_or(0.0, |(next, _)| next - best);
        let near = fine.iter().any(|dated| own.since(dated.last).max(dated.first.since(own)) <= 366);
        let confidence = match margin {
            _ if !near => Confidence::Low,
            margin if margin >= SURE => Confidence::High,
            margin if margin >= LIKELY => Confidence::Medium,
            _ => Confidence::Low,
        };
        if confidence == Confidence::Low {
            return open(Date::Day(None, Some(month), Some(day)));
        }
        let date = match self.told_after(own) {
            Some(told) => Date::Month(Some(told.first.year()), told.first.month()),
            None if self.today.is_some() => own.date(),
            None => Date::Month(Some(year), month),
        };
        let evidence = [span].into_iter().chain(fine.iter().map(|dated| dated.span)).collect();
        Some(ArticleDate { date, time: None, basis: ArticleBasis::Inferred, confidence, evidence })
    }

    /// The date in a year that is known: its month by the last day without a year, unless that may be a December that is over.
    fn within(&self, KnownYear { year, span, .. }: KnownYear) -> ArticleDate {
        let told_later = |dated: &Dated| dated.first.year() > year && (dated.look == Look::Back || dated.look == Look::Open && dated.leaning == Look::Back);
        let confidence = if self.dated.iter().any(told_later) { Confidence::Low } else { Confidence::Medium };
        let past = self.recent.iter().any(|recent| !recent.ahead);
        let (date, day) = match self.today.or_else(|| self.latest_recent().filter(|_| past)) {
            Some((month, _, day)) if month < 12 || self.today.is_some() => (Date::Month(Some(year), month), Some(day)),
            _ => (Date::Year(Some(year)), None),
        };
        ArticleDate { date, time: None, basis: ArticleBasis::Inferred, confidence, evidence: [span].into_iter().chain(day).collect() }
    }

    /// The last day with a year that is told as past although it lies after `day`: an article is no older than what it tells.
    fn told_after(&self, day: Day) -> Option<&Dated> {
        let past = |dated: &&Dated| dated.look == Look::Back || dated.look == Look::Open && dated.leaning == Look::Back;
        self.dated.iter().filter(|dated| dated.first == dated.last && dated.first > day).filter(past).max_by_key(|dated| dated.first)
    }

    /// The last day of the shortest stretch of the year that holds all days without a year; of the sure ones where there are any near it.
    fn latest_recent(&self) -> Option<(u8, u8, ByteSpan)> {
        let place = |recent: &Recent| Some(Day::new(2024, recent.month, recent.day)?.since(Day::new(2024, 1, 1)?));
        let past = self.recent.iter().any(|recent| !recent.ahead);
        let told = self.recent.iter().filter(|recent| !past || !recent.ahead);
        let mut days: Vec<(i32, &Recent)> = told.filter_map(|recent| Some((place(recent)?, recent))).collect();
        days.sort_by_key(|(place, recent)| (*place, recent.span.start));
        let gap = |index: usize| {
            let next = days.get(index + 1).map_or_else(|| days[0].0 + 366, |(place, _)| *place);
            next - days[index].0
        };
        let end = (0..days.len()).max_by_key(|index| (gap(*index), *index))?;
        let sure = (0..days.len())
            .map(|back| days[(end + days.len() - back) % days.len()])
            .find(|(place, recent)| recent.sure && (days[end].0 - place).rem_euclid(366) <= 10);
        let (_, recent) = sure.unwrap_or(days[end]);
        Some((recent.month, recent.day, recent.span))
    }

    /// Of an article whose days all have their year: the month of the last that is not to come.
    fn latest_dated(&self) -> Option<ArticleDate> {
        let days = self.dated.iter().filter(|dated| dated.first == dated.last && dated.look != Look::Ahead && dated.leaning != Look::Ahead);
        let latest = days.max_by_key(|dated| dated.first)?;
        let later = self.dated.iter().any(|other| other.fine && other.first > latest.last && other.leaning != Look::Ahead && other.look != Look::Ahead);
        Some(ArticleDate {
            date: Date::Month(Some(latest.first.year()), latest.first.month()),
            time: None,
            basis: ArticleBasis::Inferred,
            confidence: if later { Confidence::Low } else { Confidence::Medium },
            evidence: vec![latest.span],
        })
    }

    /// How badly the article's being of `day` fits what it says: half a unit for each year that a date is off (three at most), more for dates on
    /// the wrong side, a little for a year that is written although it is the article's own.
    fn misfit(&self, day: Day) -> f64 {
        let mut sum = 0.0;
        for dated in self.dated.iter().filter(|dated| !dated.repeated) {
            let ahead = dated.first.since(day).max(0);
            let behind = day.since(dated.last).max(0);
            let wrong = match (dated.look, dated.leaning) {
                (Look::Back, _) if ahead > 0 => 3.0,
                (Look::Ahead, _) if behind > 0 => 3.0,
                (Look::Open, Look::Back) if ahead > 0 => 1.5,
                (Look::Open, Look::Ahead) if behind > 0 => 1.5,
                (Look::Open, Look::Open) if ahead > 0 => 0.5,
                _ => 0.0,
            };
            if !dated.fine {
                sum += wrong / 2.0;
                continue;
            }
            // A day of the article's own weeks, named with its year: the article is of that year.
            if dated.first == dated.last && ahead.max(behind) <= 31 {
                sum -= 0.6;
                continue;
            }
            let years = f64::from(ahead.max(behind)) / 365.0;
            let own = if dated.first.year() == day.year() { 0.5 } else { 0.0 };
            sum += wrong + years.min(3.0) / 2.0 + own;
        }
        for recent in &self.recent {
            let Some(weekday) = recent.weekday else { continue };
            let same = Day::new(day.year(), recent.month, recent.day).filter(|d| *d <= day).or_else(|| Day::new(day.year() - 1, recent.month, recent.day));
            if same.is_some_and(|d| d.weekday() != weekday) {
                sum += 4.0;
            }
        }
        sum
    }
}

/// The month and day that the fields name.
fn day_of_year(fields: &Fields) -> Option<(u8, u8)> {
    match (fields.month, fields.day) {
        (Some(Field::Is(month)), Some(Field::Is(day))) => Some((u8::try_from(month).ok()?, u8::try_from(day).ok()?)),
        _ => None,
    }
}

/// The date that the fields name with its year, and whether it is a month or a day.
fn dated(fields: &Fields) -> Option<(Date, bool)> {
    let Some(Field::Is(year)) = fields.year else { return None };
    match (fields.month, fields.day) {
        (Some(Field::Is(month)), None) => Some((Date::Month(Some(year), u8::try_from(month).ok()?), true)),
        (None, None) if fields.week.is_none() => Some((Date::Year(Some(year)), false)),
        _ => {
            let (month, day) = day_of_year(fields)?;
            Some((Date::Day(Some(year), Some(month), Some(day)), true))
        }
    }
}

/// The shift of `yesterday (22/10)`: an expression counted from today just before the bracket that this one opens.
fn shift_before(expressions: &[Expression], index: usize, text: &Text) -> Option<i16> {
    let (before, own) = (expressions.get(index.checked_sub(1)?)?, &expressions[index]);
    let bracket = before.tokens.end + 1 == own.tokens.start && text.tokens.get(before.tokens.end as usize).is_some_and(|t| t.of(&text.source) == "(");
    match before.fields.day {
        Some(Field::Shift(by)) if bracket && before.fields.anchor == Anchor::Article => Some(by),
        _ => None,
    }
}
