//! Resolved expressions.

use suquan_span::{ByteSpan, TokenSpan};

use crate::Expression;
use crate::base::Base;
use crate::date::{Date, Day};
use crate::fields::{Anchor, Field, Look, Role};
use crate::length::Unit;
use crate::modifier::Modifier;
use crate::resolve::Resolver;
use crate::value::{TimexType, Value};

/// Which year a date without one falls in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// The nearest that tense and modality allow, as news means it.
    #[default]
    News,
    /// The last one.
    Past,
    /// The next one.
    Future,
}

/// When an article was published, as far as known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentDate {
    /// EDTF with the granularity that is known: `2025`, `2025-11`, `2025-11-25`; a time of day and offset may follow.
    pub value: String,
}

/// A resolved time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Its tokens.
    pub tokens: TokenSpan,
    /// Its bytes.
    pub span: ByteSpan,
    /// Its kind.
    pub kind: TimexType,
    /// TIMEX3 value; with `X` for what is not known.
    pub value: String,
    /// TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// The time zone that the text names: a name of the IANA database, `local` (of the place that is spoken of), or an offset from UTC such as `+07:00`. The
    /// value is as the clock there shows it; nothing is converted.
    pub zone: Option<String>,
    /// EDTF of the days it covers (`2025-11-24`, `2025-11`, `2013-10-20/2013-10-22`), where it names any.
    pub edtf: Option<String>,
    /// How the value came about: `stated` (the words say it all), `publication` (counted from the article's date), `nearest` (the year or month
    /// that the policy chose), `preceding` (counted from the date named before), `open` (something is not known).
    pub basis: &'static str,
    /// Where the anchor of a relative value stands.
    pub anchor: Option<ByteSpan>,
    /// The rule that read it.
    pub rule: String,
}

/// The dates that later expressions may be counted from.
#[derive(Clone, Copy, Debug)]
struct Named {
    date: Date,
    stated: bool,
    sentence: u32,
    span: ByteSpan,
}

/// How many sentences back a date may stand that a clock time or `the day after` is counted from.
const MEMORY: u32 = 6;

/// Gives the expressions values against the article's date.
#[must_use]
pub fn resolve(expressions: &[Expression], published: Option<&DocumentDate>, policy: Policy) -> Vec<Timex> {
    let mut article = published.map(|date| Base::parse(&date.value)).unwrap_or_default();
    article.not_before = latest_day(expressions, article);
    // The last date of any granularity, the last month and the last day: `the same day` passes over a month named since.
    let mut named: [Option<Named>; 3] = [None; 3];
    let mut found = Vec::with_capacity(expressions.len());
    for expression in expressions.iter().filter(|expression| expression.fault.is_none()) {
        let before = named.map(|named| named.filter(|named| expression.sentence.saturating_sub(named.sentence) <= MEMORY));
        let timex = one(expression, article, before, policy);
        if let Some((timex, date)) = timex {
            if let Some(date) = date {
                let stated = matches!(timex.basis, "stated");
                let now = Some(Named { date, stated, sentence: expression.sentence, span: timex.span });
                let base = Base::of(date);
                named[0] = now;
                named[1] = if base.month.is_some() { now } else { named[1] };
                // `The same day` is one told of: an appointment to come does not take its place.
                let ahead = base.day.zip(article.day).is_some_and(|(day, today)| day > today) && before[2].is_some();
                named[2] = if base.day.is_some() && !ahead { now } else { named[2] };
            }
            found.push(timex);
        }
    }
    found
}

/// Of an article that is dated to a month: the last of its own days in that month, from which a distance in weeks can be counted.
fn latest_day(expressions: &[Expression], article: Base) -> Option<Day> {
    let (year, month) = article.year.zip(article.month).filter(|_| article.day.is_none())?;
    let day = |e: &Expression| match (e.fields.year, e.fields.month, e.fields.day) {
        (None, Some(Field::Is(m)), Some(Field::Is(day))) if m == i16::from(month) && e.fault.is_none() && e.fields.look != Look::Ahead => {
            Day::new(year, month, u8::try_from(day).ok()?)
        }
        _ => None,
    };
    expressions.iter().filter_map(day).max()
}

/// One expression's value, and its date if later ones may be counted from it.
fn one(expression: &Expression, article: Base, before: [Option<Named>; 3], policy: Policy) -> Option<(Timex, Option<Date>)> {
    let fields = &expression.fields;
    let own = before[granularity(expression)];
    let here = before[0].filter(|named| named.sentence == expression.sentence);
    let mut resolver = Resolver { base: article, leaning: expression.leaning, policy, basis: "stated" };
    let mut anchor = None;
    if fields.anchor == Anchor::Previous && !names_day(expression) {
        resolver.base = own.map_or_else(Base::default, |named| Base::of(named.date));
        resolver.basis = "preceding";
        anchor = own.map(|named| named.span);
    } else if let Some(named) = clock_day(expression, before[2]) {
        resolver.base = Base::of(named.date);
        resolver.basis = "preceding";
        anchor = Some(named.span);
    } else if let Some(named) = here.filter(|named| is_other_year(expression, *named, article)) {
        resolver.base = Base { year: named.date.year(), ..Base::default() };
        resolver.basis = "preceding";
        anchor = Some(named.span);
    }
    let value = resolver.value(fields)?;
    let date = value.date();
    let day = date.and_then(Date::days);
    let timex = Timex {
        tokens: expression.tokens,
        span: expression.span,
        kind: if fields.role == Role::Set { TimexType::Set } else { value.kind() },
        edtf: date.and_then(Date::edtf),
        basis: if day.is_none() && date.is_some() { "open" } else { resolver.basis },
        anchor,
        modifier: fields.modifier,
        zone: expression.zone.as_deref().filter(|_| matches!(value, Value::Date(_) | Value::Time(..))).map(str::to_owned),
        value: value.to_string(),
        rule: expression.rule.to_string(),
    };
    let keeps = fields.role != Role::Set && matches!(value, Value::Date(_) | Value::Time(..)) && day.is_some();
    Some((timex, date.filter(|_| keeps)))
}

/// How fine a date an expression is counted from: 0 any, 1 a month, 2 a day.
fn granularity(expression: &Expression) -> usize {
    let fields = &expression.fields;
    let unit = fields.lengths.first().map(|length| length.unit);
    if fields.day.is_some() || fields.week.is_some() || fields.weekday.is_some() || unit.is_some_and(|unit| unit < Unit::Month) {
        2
    } else if fields.month.is_some() || unit.is_some_and(|unit| unit < Unit::Year) {
        1
    } else {
        0
    }
}

/// A day named by month and number (`the same day, 4 February`) needs no other to be counted from; only its year is open.
fn names_day(expression: &Expression) -> bool {
    let fields = &expression.fields;
    matches!((fields.year, fields.month, fields.day), (None, Some(Field::Is(_)), Some(Field::Is(_))))
}

/// A clock time without a day belongs to the day that the text speaks of.
fn clock_day(expression: &Expression, before: Option<Named>) -> Option<Named> {
    let fields = &expression.fields;
    let bare = (fields.hour.is_some() || fields.part.is_some())
        && fields.day.is_none()
        && fields.weekday.is_none()
        && fields.month.is_none()
        && fields.role == Role::Date;
    before.filter(|named| bare && matches!(named.date, Date::Day(..)))
}

/// A date without a year in a sentence that has just named a year long past, or far ahead, is of that year.
fn is_other_year(expression: &Expression, named: Named, article: Base) -> bool {
    let fields = &expression.fields;
    let open = fields.year.is_none() && fields.month.is_some() && fields.look == Look::Open;
    let far = match (named.date.year(), article.year) {
        (Some(year), Some(now)) => (year - now).abs() >= 2,
        (Some(_), None) => true,
        _ => false,
    };
    open && far && named.stated
}
