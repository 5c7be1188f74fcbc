//! How the accounts of one event differ, field by field.
//!
//! | module | fields |
//! |---|---|
//! | `when` | date with the time of day, duration |
//! | `quantity` | numbers of the same thing in the same unit |
//! | `participants` | who took part |
//! | `topics` | what each side and outlet says was spoken of |
//! | `silence` | what only one report tells |

mod participants;
mod quantity;
mod silence;
mod topics;
mod when;

use crate::entry::{Difference, Differing, Kind};
use crate::fuse::{Told, published};
use crate::interval::Interval;
use crate::likeness::{self, Whereabouts};
use crate::record::{Place, Quote};
use silence::Audience;

pub use silence::is_news;
pub use topics::{Spoken, spoken};

/// Distinct values of a field that are compared with each other.
const VALUES: usize = 64;

/// All differences, by field; `days` are the event's, `origins` those of all articles.
#[must_use]
pub fn differences(told: &[Told], days: Option<Interval>, origins: &[usize]) -> Vec<Difference> {
    let audience = Audience::new(told, days, origins);
    let mut out = Vec::new();
    out.extend(when::dates(told));
    out.extend(places(told));
    out.extend(participants::participants(told, &audience));
    out.extend(when::durations(told));
    out.extend(statuses(told));
    out.extend(quantity::quantities(told));
    out.extend(silence::one_sided(told, &audience));
    out.extend(topics::topics(told, &audience));
    out
}

/// One account's value with what decides how it lies to others.
struct Given<T> {
    shown: Differing,
    /// Equal for values that need not be compared.
    key: String,
    order: (i32, i32),
    value: T,
}

impl<T> Given<T> {
    fn new(told: &Told, value: String, span: &Quote, meant: T) -> Self {
        let shown = Differing { value, document: told.0, span: span.clone(), side: None };
        Self { key: shown.value.clone(), shown, order: published(told), value: meant }
    }
}

/// Folds the relations of distinct values into at most one difference a kind: every value that takes part in it, with each article that gives it.
fn gather<T>(attribute: &'static str, given: &[Given<T>], relation: impl Fn(&Given<T>, &Given<T>) -> Option<Kind>) -> Vec<Difference> {
    let mut classes: Vec<Vec<&Given<T>>> = Vec::new();
    for one in given {
        match classes.iter().position(|class| class[0].key == one.key) {
            Some(index) => classes[index].push(one),
            None if classes.len() < VALUES => classes.push(vec![one]),
            None => {}
        }
    }
    let mut out: Vec<Difference> = Vec::new();
    for (i, a) in classes.iter().enumerate() {
        for b in &classes[i + 1..] {
            let Some(kind) = relation(a[0], b[0]) else { continue };
            let at = out.iter().position(|d| d.kind == kind).unwrap_or_else(|| {
                out.push(Difference::new(attribute, kind));
                out.len() - 1
            });
            a.iter().chain(b).for_each(|one| out[at].tell(one.shown.clone()));
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

fn places(told: &[Told]) -> Vec<Difference> {
    let placed = told.iter().filter_map(|t| t.2.place.as_ref().map(|place| (t, place)));
    let given: Vec<Given<&Place>> = placed.map(|(t, place)| Given::new(t, place.name.clone(), &place.ground.span, place)).collect();
    gather("place", &given, |a, b| match likeness::places(a.value, b.value) {
        Whereabouts::Apart => Some(Kind::Conflict),
        Whereabouts::Within => Some(Kind::Precision),
        _ => None,
    })
}

/// Whether it took place: a deed that is denied, in another article or in the same one, stands beside its assertion.
fn statuses(told: &[Told]) -> Vec<Difference> {
    let mut given: Vec<Given<&str>> = Vec::new();
    for t in told {
        let span = t.2.triggers.first().map_or_else(Quote::default, |trigger| trigger.span.clone());
        given.push(Given::new(t, t.2.status.clone(), &span, &t.2.status));
        let denials = t.2.variants.iter().filter(|variant| variant.attribute == "status");
        given.extend(denials.map(|variant| Given::new(t, variant.value.clone(), &variant.span, variant.value.as_str())));
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
