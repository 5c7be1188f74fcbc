//! How the accounts of one event differ, field by field.

use crate::entry::{Difference, Differing, Kind};
use crate::fuse::{Told, published};
use crate::interval::{Interval, Relation};
use crate::likeness::{self, Whereabouts};
use crate::record::{Place, Quantity, Quote};

/// Days of a statement of extent, such as `20-22 October`, that is exact about both ends.
const EXTENT: i32 = 31;

/// All differences, by field.
#[must_use]
pub fn differences(told: &[Told]) -> Vec<Difference> {
    let mut out = Vec::new();
    out.extend(dates(told));
    out.extend(places(told));
    out.extend(durations(told));
    out.extend(statuses(told));
    out.extend(quantities(told));
    out
}

/// One account's value with what decides how it lies to others.
struct Given<T> {
    shown: Differing,
    order: (i32, i32),
    value: T,
}

/// Folds pairwise relations into at most one difference a kind: every value that takes part in it, each once.
fn gather<T>(attribute: &'static str, given: &[Given<T>], relation: impl Fn(&Given<T>, &Given<T>) -> Option<Kind>) -> Vec<Difference> {
    let mut out: Vec<Difference> = Vec::new();
    for (i, a) in given.iter().enumerate() {
        for b in &given[i + 1..] {
            let Some(kind) = relation(a, b) else { continue };
            let at = out.iter().position(|d| d.kind == kind).unwrap_or_else(|| {
                out.push(Difference { attribute, kind, values: Vec::new() });
                out.len() - 1
            });
            for shown in [&a.shown, &b.shown] {
                if !out[at].values.iter().any(|v| v.value == shown.value && v.document == shown.document) {
                    out[at].values.push(shown.clone());
                }
            }
        }
    }
    out.sort_by_key(|difference| difference.kind);
    // What is in conflict need not be told again as a matter of precision.
    if out.iter().any(|d| d.kind == Kind::Conflict) {
        out.retain(|d| d.kind != Kind::Precision);
    }
    out
}

/// A conflict, or the correction of one where the later report is a later day's.
fn conflict_or_revision<T>(a: &Given<T>, b: &Given<T>) -> Kind {
    let later = |x: &Given<T>, y: &Given<T>| x.order.1 < y.order.0 && x.order.1 != i32::MAX && y.order.0 != i32::MAX;
    if later(a, b) || later(b, a) { Kind::Revision } else { Kind::Conflict }
}

struct When {
    days: Interval,
    extent: bool,
    part: Option<String>,
}

fn dates(told: &[Told]) -> Vec<Difference> {
    let mut given = Vec::new();
    for t in told {
        let date = t.2.date.iter().filter(|date| date.basis != "report").map(|date| (&date.value, &date.time, &date.ground.span));
        let none = None;
        let variants = t.2.variants.iter().filter(|v| v.attribute == "date").map(|v| (&v.value, &none, &v.span));
        for (value, time, span) in date.chain(variants) {
            let Some(days) = Interval::parse(value) else { continue };
            let stay = whole_days(t).filter(|_| days.days() == 1);
            let days = stay.map_or(days, |length| Interval { first: days.first, last: days.first + length - 1 });
            let fine = time.as_ref().unwrap_or(value);
            let part = fine.split_once('T').map(|(_, part)| part.to_owned());
            let value = if stay.is_some() { days.edtf() } else { fine.clone() };
            let extent = value.contains('/') && days.days() <= EXTENT;
            let shown = Differing { value, document: t.0, span: span.clone() };
            given.push(Given { shown, order: published(t), value: When { days, extent, part } });
        }
    }
    gather("date", &given, |a, b| match a.value.days.relation(b.value.days) {
        Relation::Apart(_) => Some(Kind::Conflict),
        _ if a.value.extent && b.value.extent && a.value.days != b.value.days => Some(Kind::Conflict),
        Relation::Equal if a.value.days.days() == 1 && hours(&a.value).zip(hours(&b.value)).is_some_and(|(x, y)| x.1 <= y.0 || y.1 <= x.0) => {
            Some(Kind::Conflict)
        }
        Relation::Within | Relation::Contains => Some(Kind::Precision),
        _ => None,
    })
}

/// The length in days of a visit that is told with its first day and its length: together they are the days of the stay.
fn whole_days(told: &Told) -> Option<i32> {
    let visit = told.2.modes.iter().any(|mode| mode == "visit");
    let length = told.2.duration.as_ref().filter(|_| visit)?.value.strip_prefix('P')?.strip_suffix('D')?.parse().ok()?;
    (2..=EXTENT).contains(&length).then_some(length)
}

/// The minutes of the day that a part of the day or a clock time may mean (TIMEX3: MO AF EV NI MI, hh:mm).
fn hours(when: &When) -> Option<(i32, i32)> {
    let part = when.part.as_deref()?;
    let range = |from: i32, to: i32| Some((from * 60, to * 60));
    match part {
        "MO" => range(0, 11),
        "MI" => range(11, 14),
        "AF" => range(12, 18),
        "EV" => range(18, 23),
        "NI" => range(18, 30),
        clock => {
            let mut fields = clock.split(':');
            let hour: i32 = fields.next()?.parse().ok().filter(|h| (0..=24).contains(h))?;
            let minute = fields.next().and_then(|m| m.parse::<i32>().ok());
            // A clock time is told to the quarter of an hour, a bare hour to the hour.
            Some(minute.map_or((hour * 60 - 30, hour * 60 + 59), |m| (hour * 60 + m - 15, hour * 60 + m + 15)))
        }
    }
}

fn places(told: &[Told]) -> Vec<Difference> {
    let given: Vec<Given<&Place>> = told
        .iter()
        .filter_map(|t| t.2.place.as_ref().map(|place| (t, place)))
        .map(|(t, place)| Given {
            shown: Differing { value: place.name.clone(), document: t.0, span: place.ground.span.clone() },
            order: published(t),
            value: place,
        })
        .collect();
    gather("place", &given, |a, b| match likeness::places(a.value, b.value) {
        Whereabouts::Apart => Some(Kind::Conflict),
        Whereabouts::Within => Some(Kind::Precision),
        _ => None,
    })
}

fn durations(told: &[Told]) -> Vec<Difference> {
    let given: Vec<Given<f64>> = told
        .iter()
        .filter_map(|t| t.2.duration.as_ref().map(|duration| (t, duration)))
        .filter_map(|(t, duration)| {
            let minutes = minutes(&duration.value)?;
            Some(Given {
                shown: Differing { value: duration.value.clone(), document: t.0, span: duration.ground.span.clone() },
                order: published(t),
                value: minutes,
            })
        })
        .collect();
    // A round hour and an hour and five minutes are told of the same talk; a third more is another account of it.
    gather("duration", &given, |a, b| {
        let (less, more) = (a.value.min(b.value), a.value.max(b.value));
        if more > less * 1.34 { Some(Kind::Conflict) } else { (more > less).then_some(Kind::Precision) }
    })
}

/// An ISO 8601 duration in minutes, a month counted as 30 days.
fn minutes(duration: &str) -> Option<f64> {
    let (days, clock) = match duration.strip_prefix('P')?.split_once('T') {
        Some((days, clock)) => (days, clock),
        None => (duration.strip_prefix('P')?, ""),
    };
    let sum = |text: &str, units: &[(char, f64)]| -> Option<f64> {
        let mut total = 0.0;
        let mut number = String::new();
        for c in text.chars() {
            if c.is_ascii_digit() || c == '.' {
                number.push(c);
            } else {
                let unit = units.iter().find(|(name, _)| *name == c)?.1;
                total += number.parse::<f64>().ok()? * unit;
                number.clear();
            }
        }
        number.is_empty().then_some(total)
    };
    let day = 24.0 * 60.0;
    let days = sum(days, &[('Y', 365.0 * day), ('M', 30.0 * day), ('W', 7.0 * day), ('D', day)])?;
    Some(days + sum(clock, &[('H', 60.0), ('M', 1.0), ('S', 1.0 / 60.0)])?)
}

fn statuses(told: &[Told]) -> Vec<Difference> {
    let mut given: Vec<Given<&str>> = Vec::new();
    for t in told {
        let span = t.2.triggers.first().map_or_else(Quote::default, |trigger| trigger.span.clone());
        given.push(Given { shown: Differing { value: t.2.status.clone(), document: t.0, span }, order: published(t), value: &t.2.status });
        for variant in t.2.variants.iter().filter(|v| v.attribute == "status") {
            let shown = Differing { value: variant.value.clone(), document: t.0, span: variant.span.clone() };
            given.push(Given { shown, order: published(t), value: &variant.value });
        }
    }
    gather("status", &given, |a, b| {
        let real = |status: &str| matches!(status, "occurred" | "ongoing");
        match (a.value, b.value) {
            ("negated", other) | (other, "negated") if real(other) => Some(Kind::Conflict),
            // What was planned and is called off later is a correction, on the same day a disagreement.
            ("negated", "planned") | ("planned", "negated") => Some(conflict_or_revision(a, b)),
            _ => None,
        }
    })
}

fn quantities(told: &[Told]) -> Vec<Difference> {
    let mut given: Vec<Given<&Quantity>> = Vec::new();
    for t in told {
        for quantity in &t.2.quantities {
            let shown = Differing { value: shown(quantity), document: t.0, span: quantity.ground.span.clone() };
            given.push(Given { shown, order: published(t), value: quantity });
        }
    }
    gather("quantity", &given, |a, b| {
        let (x, y) = (a.value, b.value);
        if a.shown.document == b.shown.document || x.unit != y.unit || !same_thing(x.of.as_deref(), y.of.as_deref()) || overlap(x, y) {
            return None;
        }
        Some(conflict_or_revision(a, b))
    })
}

/// A quantity as a difference shows it: its bound, its value.
fn shown(quantity: &Quantity) -> String {
    let sign = match quantity.modifier.as_deref() {
        Some("approx") => "~",
        Some("more-than") => ">",
        Some("less-than") => "<",
        Some("at-least") => ">=",
        Some("at-most") => "<=",
        _ => "",
    };
    format!("{sign}{}", quantity.value)
}

fn same_thing(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let (a, b) = (suquan_token::fold(a), suquan_token::fold(b));
    a == b || a.starts_with(&format!("{b} ")) || b.starts_with(&format!("{a} "))
}

/// Whether both may be true: an approximate number stands for a tenth around it, a bound for what lies beyond it, a number
/// in words for its last digit.
fn overlap(a: &Quantity, b: &Quantity) -> bool {
    let range = |q: &Quantity| match q.modifier.as_deref() {
        Some("approx") => (q.value * 0.9, q.value * 1.1),
        // "More than 1,300" is said of 1,310, not of 2,000.
        Some("more-than" | "at-least") => (q.value * if q.modifier.as_deref() == Some("at-least") { 1.0 } else { 1.000_001 }, q.value * 1.5),
        Some("less-than" | "at-most") => (q.value * 0.5, q.value),
        _ => (q.value * 0.999, q.value * 1.001),
    };
    let (a, b) = (range(a), range(b));
    a.0 <= b.1 && b.0 <= a.1
}
