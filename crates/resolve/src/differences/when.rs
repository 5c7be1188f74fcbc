//! Dates, times of day and lengths.

use super::{Given, conflict_or_revision, gather};
use crate::entry::{Difference, Kind};
use crate::fuse::Told;
use crate::interval::{Interval, Relation};

/// Days of a statement of extent, such as `20-22 October`, that is exact about both ends.
const EXTENT: i32 = 31;

struct When<'t> {
    days: Interval,
    extent: bool,
    part: Option<String>,
    zone: Option<&'t str>,
    status: &'t str,
}

impl When<'_> {
    /// Whether both may be the same moment by the clocks of two places: one names another zone than the other, and their days are the same or neighbours.
    fn by_other_clock(&self, other: &Self) -> bool {
        self.zone != other.zone && self.days.first <= other.days.last + 1 && other.days.first <= self.days.last + 1
    }
}

pub(super) fn dates(told: &[Told]) -> Vec<Difference> {
    let mut given = Vec::new();
    for t in told {
        let date = t.2.date.iter().filter(|date| date.basis != "report").map(|date| (&date.value, &date.time, date.zone.as_deref(), &date.ground.span));
        let none = None;
        let variants = t.2.variants.iter().filter(|v| v.attribute == "date").map(|v| (&v.value, &none, None, &v.span));
        for (value, time, zone, span) in date.chain(variants) {
            let Some(days) = Interval::parse(value) else { continue };
            let stay = whole_days(t).filter(|_| days.days() == 1);
            let days = stay.map_or(days, |length| Interval { first: days.first, last: days.first + length - 1 });
            let fine = time.as_ref().unwrap_or(value);
            let part = fine.split_once('T').map(|(_, part)| part.to_owned());
            let value = if stay.is_some() { days.edtf() } else { fine.clone() };
            let extent = value.contains('/') && days.days() <= EXTENT;
            given.push(Given::new(t, value, span, When { days, extent, part, zone, status: &t.2.status }));
        }
    }
    gather("date", &given, |a, b| match a.value.days.relation(b.value.days) {
        Relation::Apart(_) | Relation::Equal if a.value.by_other_clock(&b.value) => None,
        // A plan moves, and what is planned for one day may take place on another.
        Relation::Apart(_) if a.value.status == "planned" || b.value.status == "planned" => Some(conflict_or_revision(a, b)),
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

pub(super) fn durations(told: &[Told]) -> Vec<Difference> {
    let lasting = told.iter().filter_map(|t| t.2.duration.as_ref().map(|duration| (t, duration)));
    let given: Vec<Given<f64>> =
        lasting.filter_map(|(t, duration)| Some(Given::new(t, duration.value.clone(), &duration.ground.span, minutes(&duration.value)?))).collect();
    // A round hour and an hour and five minutes are told of the same talk; a third more is another account of it.
    gather("duration", &given, |a, b| {
        let (less, more) = (a.value.min(b.value), a.value.max(b.value));
        if more > less * 1.34 { Some(Kind::Conflict) } else { (more > less).then_some(Kind::Precision) }
    })
}

/// An ISO 8601 duration in minutes, a month counted as 30 days.
pub(super) fn minutes(duration: &str) -> Option<f64> {
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
