//! Whether two accounts are of one event: a verdict with a score and its reasons, or none.

use crate::interval::{Interval, Relation};
use crate::likeness::{self, Whereabouts};
use crate::record::{Account, Record};

/// One account in its article, with what judging compares worked out once.
#[derive(Clone, Copy)]
pub struct Side<'r> {
    /// The article.
    pub record: &'r Record,
    /// The account.
    pub account: &'r Account,
    /// Its days, where its date is known.
    pub days: Option<Interval>,
    /// The story of the article.
    pub story: usize,
    /// The group of near copies of the article.
    pub origin: usize,
}

/// A judged edge between two accounts.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// From 0 to 1: how sure; orders merging.
    pub score: f64,
    /// What speaks for it: code and weight.
    pub reasons: Vec<(&'static str, f64)>,
}

/// How the dates of two accounts fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// They exclude each other, but by little for their granularity.
    Near,
    /// One of them is not known.
    Unknown,
    /// One includes the other and is coarser than a month.
    Loose,
    /// They meet.
    Close,
    /// The same day or days.
    Same,
}

/// Days that two accounts of one story may be apart and still tell of one event: a day for time zones and one for haste.
const SLIP: i32 = 2;
/// Likeness of casts without which nothing makes two accounts one.
const LEAST: f64 = 0.28;
/// Words in common from which much the same parties did the same, whatever else the accounts leave out.
const SAME_WORDS: f64 = 0.25;
/// What it counts that a smaller cast lies wholly in a larger one.
const PART: f64 = 0.75;
/// What it counts among the words that the act itself has the same ones.
const TRIGGER: f64 = 0.08;
/// Days of the longest month.
const MONTH: i32 = 31;

/// Judges a pair; `None` where the accounts cannot be of one event, or nothing shows that they are.
#[must_use]
pub fn judge(a: Side, b: Side) -> Option<Verdict> {
    if family(&a.account.kind) != family(&b.account.kind) {
        return None;
    }
    let fit = fit(a.days, b.days)?;
    // Texts may be alike over years: a story without a date is no time.
    let together = a.story == b.story && a.record.published.is_some() == b.record.published.is_some();
    if !modes_agree(a.account, b.account, together && fit == Fit::Same) {
        return None;
    }
    let overlap = likeness::casts((a.record, a.account), (b.record, b.account));
    // Within a story an account may leave out a party; a part of a cast is never as good as the whole.
    let cast = if together { overlap.dice.max(PART * overlap.contained) } else { overlap.dice };
    if cast < LEAST || !agents_agree(a, b) || likeness::are_rivals((a.record, a.account), (b.record, b.account)) {
        return None;
    }
    let place = match (&a.account.place, &b.account.place) {
        (Some(x), Some(y)) => likeness::places(x, y),
        _ => Whereabouts::Unknown,
    };
    let mut words = likeness::jaccard(&a.account.words, &b.account.words);
    if same_trigger(a.account, b.account) {
        words += TRIGGER;
    }
    let enough = if together { in_one_story(a, b, fit, cast, words) } else { across_stories(a, b, fit, cast, place, words) };
    if !enough {
        return None;
    }
    let mut reasons = vec![("parties", 0.4 * cast)];
    reasons.push(match fit {
        Fit::Same => ("same-date", 0.25),
        Fit::Close => ("date-fits", 0.18),
        Fit::Loose => ("date-fits-loosely", 0.1),
        Fit::Unknown => ("date-unknown", 0.03),
        Fit::Near => ("date-near", 0.0),
    });
    if a.origin == b.origin {
        reasons.push(("same-origin", 0.15));
    } else if together {
        reasons.push(("same-story", 0.12));
    }
    match place {
        Whereabouts::Same => reasons.push(("same-place", 0.07)),
        Whereabouts::Within => reasons.push(("place-within", 0.05)),
        Whereabouts::Apart => reasons.push(("places-differ", -0.1)),
        Whereabouts::Unknown => {}
    }
    if a.account.kind == b.account.kind && a.account.modes == b.account.modes {
        reasons.push(("same-mode", 0.03));
    }
    reasons.push(("words", 0.1 * words));
    let score = reasons.iter().map(|(_, weight)| weight).sum::<f64>().clamp(0.0, 1.0);
    Some(Verdict { score, reasons })
}

/// Types whose border is soft stand for each other.
#[must_use]
pub fn family(kind: &str) -> &str {
    match kind {
        "SUPPORT" => "AGREE",
        _ => kind,
    }
}

/// Acts of speech: the same parties may perform several of a kind on one day, told apart by their words.
pub(crate) fn is_verbal(kind: &str) -> bool {
    matches!(kind, "AGREE" | "SUPPORT" | "CONCEDE" | "REQUEST" | "ACCUSE" | "REJECT" | "THREATEN")
}

/// Whether the act is named by mostly the same words.
fn same_trigger(a: &Account, b: &Account) -> bool {
    likeness::jaccard(&a.act, &b.act) >= 0.5
}

/// A call is no meeting, and a stay is no talk during it; a setting that one account leaves out is no difference. Of what is `surely` told of one occasion,
/// the mode of a verbal act is a matter of words: what one outlet calls blame another calls a charge.
fn modes_agree(a: &Account, b: &Account, surely: bool) -> bool {
    let has = |account: &Account, mode: &str| account.modes.iter().any(|m| m == mode);
    ["phone", "visit"].iter().all(|mode| has(a, mode) == has(b, mode))
        && (a.modes.is_empty() || b.modes.is_empty() || a.modes.iter().any(|mode| b.modes.contains(mode)) || surely && is_verbal(&a.kind))
}

/// Who acts on whom must not be turned round; in a meeting all are equal.
fn agents_agree(a: Side, b: Side) -> bool {
    let mutual = |account: &Account| account.recipients.is_empty() || account.actors.is_empty();
    if mutual(a.account) || mutual(b.account) {
        return true;
    }
    likeness::agents((a.record, a.account), (b.record, b.account)).dice > 0.0
}

/// Whether two accounts of the same kind of act name agents who have nothing to do with each other, so that no third account can make them one.
#[must_use]
pub fn are_apart(a: Side, b: Side) -> bool {
    let named = |side: Side| !side.account.actors.is_empty();
    named(a) && named(b) && likeness::casts((a.record, a.account), (b.record, b.account)).dice < LEAST
        || !agents_agree(a, b)
        || likeness::are_rivals((a.record, a.account), (b.record, b.account))
}

fn fit(a: Option<Interval>, b: Option<Interval>) -> Option<Fit> {
    let (Some(a), Some(b)) = (a, b) else { return Some(Fit::Unknown) };
    let coarse = a.days().max(b.days());
    match a.relation(b) {
        Relation::Equal if coarse <= MONTH => Some(Fit::Same),
        Relation::Equal => Some(Fit::Loose),
        Relation::Within | Relation::Contains | Relation::Overlaps if coarse <= MONTH => Some(Fit::Close),
        Relation::Within | Relation::Contains | Relation::Overlaps => Some(Fit::Loose),
        // Neighbouring months or years are as near for their granularity as neighbouring days.
        Relation::Apart(gap) => (gap <= SLIP.max(coarse.min(a.days().min(b.days())) / 28)).then_some(Fit::Near),
    }
}

/// Articles of one story mean one event by much less than strangers do.
fn in_one_story(a: Side, b: Side, fit: Fit, cast: f64, words: f64) -> bool {
    let (verbal, mutual) = (is_verbal(&a.account.kind), a.account.kind == "CONSULT");
    // What did not take place in one account and did in the other must be the same thing by its words or its day.
    let doubtful = |status: &str| matches!(status, "hypothetical" | "negated");
    let disputed = if doubtful(&a.account.status) != doubtful(&b.account.status) { 0.15 } else { 0.0 };
    // What the act is about tells acts of a kind apart, less so for a meeting, which is what its parties make it.
    let about = |mutually: f64, otherwise: f64, verbally: f64| {
        if mutual {
            mutually
        } else if verbal {
            verbally
        } else {
            otherwise
        }
        .max(disputed)
    };
    match fit {
        Fit::Same => cast >= 0.44 || words >= SAME_WORDS,
        Fit::Close => cast >= 0.5 && words >= about(0.0, 0.0, 0.05),
        Fit::Loose => cast >= 0.6 && words >= about(0.0, 0.0, 0.08),
        Fit::Unknown => words >= SAME_WORDS || cast >= 0.55 && words >= about(0.0, 0.075, 0.1),
        Fit::Near => cast >= 0.75 && words >= about(0.0, 0.0, 0.15),
    }
}

fn across_stories(a: Side, b: Side, fit: Fit, cast: f64, place: Whereabouts, words: f64) -> bool {
    if place == Whereabouts::Apart {
        return false;
    }
    let alike = !a.account.modes.is_empty() && a.account.modes == b.account.modes && cast >= 0.9;
    if is_verbal(&a.account.kind) {
        return match fit {
            // Whom one will not meet tells as much as the words do.
            Fit::Same => cast >= 0.75 && words >= 0.12 || alike && is_upon_person(a) && is_upon_person(b),
            Fit::Close => cast >= 0.9 && words >= 0.2,
            _ => false,
        };
    }
    // A person is killed once, and not arrested or expelled often; ties are not cut on two days in a row.
    let once = alike && is_final(a) && is_final(b);
    let somewhere = matches!(place, Whereabouts::Same | Whereabouts::Within);
    match fit {
        Fit::Same => cast >= 0.6,
        Fit::Close => cast >= 0.75,
        Fit::Loose => cast >= 0.9 && (somewhere || !a.account.modes.is_empty()),
        // Without a date, only a meeting on ground that is neither side's tells which one is meant, or a visit that is yet to come:
        // a guest has one such at a time.
        Fit::Unknown => {
            cast >= 0.8 && is_planned_visit(a.account) && is_planned_visit(b.account)
                || cast >= 0.9 && somewhere && elsewhere(a) && elsewhere(b)
                || once && is_once(a) && is_once(b)
        }
        Fit::Near => once,
    }
}

/// Whether an act is done to persons alone.
fn is_upon_person(side: Side) -> bool {
    let person = |party: usize| side.record.parties.get(party).is_some_and(|party| party.kind == "person");
    !side.account.recipients.is_empty() && side.account.recipients.iter().all(|role| person(role.party))
}

/// Whether an act is done to persons once, so that its date need not be told.
pub(crate) fn is_once(side: Side) -> bool {
    is_final(side) && is_upon_person(side)
}

/// Whether an act is one that its parties do not soon repeat: a killing or an arrest of somebody, the end of ties.
fn is_final(side: Side) -> bool {
    let has = |mode: &str| side.account.modes.iter().any(|own| own == mode);
    match side.account.kind.as_str() {
        "ASSAULT" => has("targeted") && is_upon_person(side),
        "COERCE" => has("arrest") && is_upon_person(side),
        "SANCTION" => has("expel") || has("discontinue"),
        _ => false,
    }
}

fn is_planned_visit(account: &Account) -> bool {
    account.status == "planned" && account.modes.iter().any(|mode| mode == "visit")
}

/// Whether an account's place lies in no party's country.
fn elsewhere(side: Side) -> bool {
    let Some(place) = &side.account.place else { return false };
    let Some(country) = &place.country else { return false };
    side.account
        .actors
        .iter()
        .chain(&side.account.recipients)
        .filter_map(|role| side.record.parties.get(role.party))
        .all(|party| party.country.as_ref() != Some(country))
}
