//! Whether two mentions of acts in an article can be one event.

use crate::EventType;
use crate::act::Act;
use crate::days::Days;
use crate::event::{Dated, Participant, Status};
use crate::scene::Scene;

/// Whether both are of one kind, or the later a noun for what was signed before (`the agreement`).
pub(crate) fn is_kind(known: &Act, act: &Act) -> bool {
    let signed = act.weak && act.kind == EventType::Agree && known.kind == EventType::Support && !known.sense.is_empty();
    known.kind == act.kind || signed
}

/// Whether neither says that it is another act of the kind.
pub(crate) fn senses_agree(a: &Act, b: &Act) -> bool {
    a.sense == b.sense || a.weak && a.sense.is_empty() || b.weak && b.sense.is_empty()
}

/// Whether the one party that a bare noun names is among the event's.
pub(crate) fn side_fits(scene: &Scene<'_>, known: &Act, act: &Act) -> bool {
    let all: Vec<&Participant> = known.actors.iter().chain(&known.recipients).collect();
    act.actors.iter().chain(&act.recipients).all(|party| all.iter().any(|other| scene.same_side(party, other)))
}

pub(crate) fn agree(scene: &Scene<'_>, a: &Act, b: &Act) -> bool {
    (modes_agree(&a.modes, &b.modes, a.generic && a.weak || b.generic && b.weak) || is_denial_of(a, b) || is_plainer(a, b))
        && senses_agree(a, b)
        && parties_agree(scene, a, b)
        && (a.kind != b.kind || contents_agree(a, b))
        && dates_agree(a.date.as_ref(), b.date.as_ref())
        && statuses_agree(a, b)
        && !is_yet_to_come(scene, a, b)
        && !is_yet_to_come(scene, b, a)
}

/// Whether `b` is told as still to come, and `a` has a date that was over when the article appeared.
fn is_yet_to_come(scene: &Scene<'_>, a: &Act, b: &Act) -> bool {
    let over = match (a.date.as_ref().and_then(|date| Days::parse(&date.value)), scene.published.and_then(Days::parse)) {
        (Some(date), Some(published)) => date.last < published.first,
        _ => false,
    };
    over && !b.weak && b.date.is_none() && matches!(b.status, Status::Planned | Status::Hypothetical)
}

/// Whether the later words deny a deed told before; they need not name it as exactly.
pub(crate) fn is_denial_of(a: &Act, b: &Act) -> bool {
    a.kind != EventType::Consult && b.denied.is_some() && a.denied.is_none() && !b.actors.is_empty()
}

/// Whether one of two attacks, demands or threats upon the same is told without its kind (`attacked B on Monday`, `the air strikes on B`).
fn is_plainer(a: &Act, b: &Act) -> bool {
    let told = |act: &Act| !act.actors.is_empty() && !act.recipients.is_empty();
    let plain = a.modes.is_empty() || b.modes.is_empty();
    matches!(a.kind, EventType::Assault | EventType::Request | EventType::Threaten) && plain && told(a) && told(b)
}

/// Whether it is their content that tells acts of that kind apart.
pub(crate) fn told_by_content(kind: EventType) -> bool {
    use EventType::{Agree, Aid, Concede, Cooperate, Mobilize, Support};
    matches!(kind, Agree | Aid | Concede | Cooperate | Mobilize | Support)
}

/// Whether two acts whose content makes them what they are speak of the same: a date in common, or words enough.
pub(crate) fn contents_agree(a: &Act, b: &Act) -> bool {
    if !told_by_content(a.kind) {
        return true;
    }
    let shared = a.content.iter().filter(|word| b.content.binary_search(word).is_ok()).count();
    a.date.is_some() && b.date.is_some() || shared >= 3 || 2 * shared > a.content.len().min(b.content.len())
}

pub(crate) fn modes_agree(a: &[&str], b: &[&str], loose: bool) -> bool {
    let ground = |mode: &&&str| !matches!(**mode, "third-party" | "multilateral");
    let (a, b): (Vec<&&str>, Vec<&&str>) = (a.iter().filter(ground).collect(), b.iter().filter(ground).collect());
    a == b || loose && (a.is_empty() || b.is_empty()) && !a.iter().chain(&b).any(|mode| **mode == "visit")
}

pub(crate) fn parties_agree(scene: &Scene<'_>, a: &Act, b: &Act) -> bool {
    if a.kind.is_mutual() && !a.modes.contains(&"visit") {
        let all = |act: &Act| act.actors.iter().chain(&act.recipients).cloned().collect::<Vec<_>>();
        return sides_agree(scene, &all(a), &all(b), 2);
    }
    // What several said together is not what one of them said.
    if a.kind.is_word() && a.actors.len().abs_diff(b.actors.len()) > 1 {
        return false;
    }
    sides_agree(scene, &a.actors, &b.actors, 1) && (a.recipients.is_empty() || b.recipients.is_empty() || sides_agree(scene, &a.recipients, &b.recipients, 1))
}

/// Whether the smaller list stands for a part of the greater, at least `least` of it, and no two persons of one side differ.
pub(crate) fn sides_agree(scene: &Scene<'_>, a: &[Participant], b: &[Participant], least: usize) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = few.iter().filter(|party| many.iter().any(|other| scene.same_side(party, other))).count();
    shared == few.len() && (shared >= least || few.len() == many.len() && shared > 0)
}

pub(crate) fn dates_agree(a: Option<&Dated>, b: Option<&Dated>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => overlap(&a.value, &b.value),
        _ => true,
    }
}

/// Whether two EDTF dates share a day; what cannot be read as days must be equal.
pub(crate) fn overlap(a: &str, b: &str) -> bool {
    match (Days::parse(a), Days::parse(b)) {
        (Some(a), Some(b)) => a.overlap(b),
        _ => a == b,
    }
}

/// Whether `a` covers fewer days than `b`.
pub(crate) fn is_finer(a: &str, b: &str) -> bool {
    matches!((Days::parse(a), Days::parse(b)), (Some(a), Some(b)) if a.length() < b.length())
}

pub(crate) fn statuses_agree(a: &Act, b: &Act) -> bool {
    let real = |status| matches!(status, Status::Occurred | Status::Ongoing);
    let open = |status| matches!(status, Status::Planned | Status::Hypothetical);
    a.denied.is_some() || b.denied.is_some() || a.weak || b.weak || a.status == b.status || real(a.status) && real(b.status) || open(a.status) && open(b.status)
}
