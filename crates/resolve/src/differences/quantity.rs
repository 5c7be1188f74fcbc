//! Numbers of the same thing in the same unit, as they are meant.

use super::{Given, conflict_or_revision, gather};
use crate::entry::Difference;
use crate::fuse::Told;
use crate::record::{Account, Quantity};

/// A number, and whether it is the only one in its unit that the account gives.
struct Number<'t> {
    quantity: &'t Quantity,
    only: bool,
}

pub(super) fn quantities(told: &[Told]) -> Vec<Difference> {
    let mut given: Vec<Given<Number>> = Vec::new();
    for t in told {
        for quantity in &t.2.quantities {
            let number = Number { quantity, only: is_only(t.2, quantity) };
            let mut one = Given::new(t, shown(quantity), &quantity.ground.span, number);
            // What one account counts beside another number counts something else of it.
            one.key = format!("{} {} {}", one.key, thing(quantity), if one.value.only { "" } else { &t.1.hash });
            given.push(one);
        }
    }
    gather("quantity", &given, |a, b| {
        let (x, y) = (a.value.quantity, b.value.quantity);
        let apart = a.shown.document != b.shown.document && is_same_thing(&a.value, &b.value) && !overlap(x, y);
        apart.then(|| conflict_or_revision(a, b))
    })
}

/// Unit and thing, by which numbers are told apart.
pub(super) fn thing(quantity: &Quantity) -> String {
    let of = quantity.of.as_deref().map(suquan_token::fold).unwrap_or_default();
    format!("{} {of}", quantity.unit)
}

/// A quantity as a difference shows it: its bound, its value.
pub(super) fn shown(quantity: &Quantity) -> String {
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

fn is_only(account: &Account, quantity: &Quantity) -> bool {
    account.quantities.iter().filter(|other| other.unit == quantity.unit).count() == 1
}

/// Whether two numbers count one thing: named alike, or the only ones in their unit where neither says of what.
fn is_same_thing(a: &Number, b: &Number) -> bool {
    if a.quantity.unit != b.quantity.unit {
        return false;
    }
    match (&a.quantity.of, &b.quantity.of) {
        (Some(x), Some(y)) => {
            let (x, y) = (suquan_token::fold(x), suquan_token::fold(y));
            x == y || x.starts_with(&format!("{y} ")) || y.starts_with(&format!("{x} "))
        }
        (None, None) => a.only && b.only,
        _ => false,
    }
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
