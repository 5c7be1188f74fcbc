//! Joining an article's mentions of one event: same type, compatible parties, date and place; the fullest facts of all are kept.

use suquan_mention::PartyKind;
use suquan_span::{ByteSpan, TokenSpan};

use crate::EventType;
use crate::act::Act;
use crate::days::Days;
use crate::event::{Dated, Event, Participant, Status};
use crate::scene::Scene;
use crate::units::{Case, Member, Unit};
use crate::when;

/// Other values kept of one event.
const VARIANTS: usize = 8;
/// With how many events, the last ones, a mention is compared: the work stays linear.
const WINDOW: usize = 96;

/// An event in the making.
struct Draft {
    act: Act,
    triggers: Vec<(ByteSpan, String)>,
    /// Other values that the article gives: attribute, value, words.
    variants: Vec<(&'static str, String, ByteSpan)>,
    /// How much the mention with the first trigger says.
    weight: usize,
    /// Known only by those who spoke at it: an event once two are.
    open: bool,
}

impl Draft {
    fn of(act: Act) -> Self {
        Self { weight: weight(&act), triggers: vec![act.trigger.clone()], variants: Vec::new(), open: false, act }
    }

    /// Notes another value, each once.
    fn note(&mut self, attribute: &'static str, value: &str, words: ByteSpan) {
        if self.variants.len() < VARIANTS && self.variants.iter().all(|known| known.2 != words) {
            self.variants.push((attribute, value.to_owned(), words));
        }
    }
}

/// The events of the article, by the start of their first trigger.
pub(crate) fn join(scene: &Scene<'_>, acts: Vec<Act>) -> Vec<Event> {
    let (named, bare): (Vec<Act>, Vec<Act>) = acts.into_iter().partition(is_named);
    let mut drafts: Vec<Draft> = Vec::new();
    for act in named {
        let first = drafts.len().saturating_sub(WINDOW);
        let place = drafts[first..].iter().rposition(|draft| is_kind(&draft.act, &act) && agree(scene, &draft.act, &act));
        match place {
            Some(index) => merge(scene, &mut drafts[first + index], act),
            None => drafts.push(Draft::of(act)),
        }
    }
    for act in bare {
        attach(scene, &mut drafts, act);
    }
    drafts.retain(|draft| !draft.open || draft.act.actors.len() > 1);
    for draft in &mut drafts {
        draft.act.status = when::settle(scene, draft.act.status, draft.act.date.as_ref(), draft.act.past);
    }
    drafts.sort_by_key(|draft| draft.act.words.start);
    drafts.into_iter().map(event).collect()
}

/// Whether a mention says who takes part; a noun without parties only points at an event told elsewhere.
fn is_named(act: &Act) -> bool {
    let parties = act.actors.len() + act.recipients.len();
    let enough = if act.kind.is_mutual() && act.weak { parties >= 2 } else { parties >= 1 && !(act.weak && parties < 2 && act.date.is_none()) };
    enough && !act.short
}

/// Gives what a bare noun says to the event it points at: the last one before it that fits, else the first after.
fn attach(scene: &Scene<'_>, drafts: &mut Vec<Draft>, act: Act) {
    let fits = |draft: &&Draft| {
        let known = &draft.act;
        known.kind == act.kind
            && modes_agree(&known.modes, &act.modes, act.generic || known.generic)
            && senses_agree(known, &act)
            && dates_agree(known.date.as_ref(), act.date.as_ref())
            && side_fits(scene, known, &act)
    };
    let before = drafts.iter().filter(|draft| draft.act.words.start < act.words.start).filter(fits).max_by_key(|draft| draft.act.words.start);
    let found = before.or_else(|| drafts.iter().filter(fits).min_by_key(|draft| draft.act.words.start)).map(|draft| draft.act.words);
    if let Some(draft) = found.and_then(|words| drafts.iter_mut().find(|draft| draft.act.words == words)) {
        let mut act = act;
        act.actors.clear();
        act.recipients.clear();
        if let Some(party) = act.attendant.take().filter(|_| draft.open)
            && draft.act.actors.iter().all(|known| !scene.same_side(known, &party))
        {
            draft.act.actors.push(party);
        }
        merge(scene, draft, act);
    } else if let Some(pair) = attended(scene, &act) {
        let act = Act { actors: pair, recipients: Vec::new(), ..act };
        drafts.push(Draft::of(act));
    } else if let Some(party) = act.attendant.clone().filter(|_| act.kind == EventType::Consult && !act.modes.contains(&"visit")) {
        let mut act = act;
        act.actors = vec![party];
        act.recipients.clear();
        drafts.push(Draft { weight: 1, open: true, ..Draft::of(act) });
    } else if let Some(pair) = pair(scene, &act) {
        let act = Act { actors: pair, recipients: Vec::new(), ..act };
        drafts.push(Draft::of(act));
    }
}

/// The one whom a noun of a meeting names, and who speaks at it (`at A's talks in Paris, B said`).
fn attended(scene: &Scene<'_>, act: &Act) -> Option<Vec<Participant>> {
    let (named, speaker) = (act.actors.first()?, act.attendant.as_ref()?);
    let meets = act.kind == EventType::Consult && !act.modes.contains(&"visit") && act.actors.len() == 1;
    (meets && !scene.same_side(named, speaker)).then(|| vec![named.clone(), speaker.clone()])
}

/// Who met, where a meeting that is told by its place or date alone stands in a sentence about two sides (`the two sides have kept in touch; the meeting in
/// Busan …`): the nearest words before it that name exactly two, else the nearest after.
fn pair(scene: &Scene<'_>, act: &Act) -> Option<Vec<Participant>> {
    let placed = act.place.is_some() || act.date.as_ref().is_some_and(|date| date.basis == "stated");
    if act.kind != EventType::Consult || !placed || act.modes.contains(&"visit") {
        return None;
    }
    let sentence = scene.text.sentence(act.words.start);
    let two = |unit: &&Unit| unit.members.len() == 2 && !matches!(unit.case, Some(Case::At | Case::Toward | Case::Other));
    let before = scene.units_in(TokenSpan::new(sentence.start, act.words.start)).rev().find(two);
    let unit = before.or_else(|| scene.units_in(TokenSpan::new(act.words.end, sentence.end)).find(two))?;
    let fits = side_fits_all(scene, unit, act);
    let party = |member: &Member| Participant { entity: member.entity, span: member.span, rule: act.trigger.1.clone() };
    fits.then(|| unit.members.iter().map(party).collect())
}

/// Whether every party that the mention itself names is one of the unit's.
fn side_fits_all(scene: &Scene<'_>, unit: &Unit, act: &Act) -> bool {
    act.actors
        .iter()
        .chain(&act.recipients)
        .all(|party| unit.members.iter().any(|member| scene.same_side(party, &Participant { entity: member.entity, span: member.span, rule: String::new() })))
}

/// Whether both are of one kind, or the later a noun for what was signed before (`the agreement`).
fn is_kind(known: &Act, act: &Act) -> bool {
    let signed = act.weak && act.kind == EventType::Agree && known.kind == EventType::Support && !known.sense.is_empty();
    known.kind == act.kind || signed
}

/// Whether neither says that it is another act of the kind.
fn senses_agree(a: &Act, b: &Act) -> bool {
    a.sense == b.sense || a.weak && a.sense.is_empty() || b.weak && b.sense.is_empty()
}

/// Whether the one party that a bare noun names is among the event's.
fn side_fits(scene: &Scene<'_>, known: &Act, act: &Act) -> bool {
    let all: Vec<&Participant> = known.actors.iter().chain(&known.recipients).collect();
    act.actors.iter().chain(&act.recipients).all(|party| all.iter().any(|other| scene.same_side(party, other)))
}

fn agree(scene: &Scene<'_>, a: &Act, b: &Act) -> bool {
    (modes_agree(&a.modes, &b.modes, a.generic && a.weak || b.generic && b.weak) || is_denial_of(a, b))
        && senses_agree(a, b)
        && parties_agree(scene, a, b)
        && (a.kind != b.kind || contents_agree(a, b))
        && dates_agree(a.date.as_ref(), b.date.as_ref())
        && statuses_agree(a, b)
}

/// Whether the later words deny a deed told before; they need not name it as exactly.
fn is_denial_of(a: &Act, b: &Act) -> bool {
    a.kind != EventType::Consult && b.denied.is_some() && a.denied.is_none() && !b.actors.is_empty()
}

/// Whether two acts whose content makes them what they are speak of the same: a date in common, or words enough.
fn contents_agree(a: &Act, b: &Act) -> bool {
    use EventType::{Agree, Aid, Concede, Cooperate, Mobilize, Support};
    let told_apart = matches!(a.kind, Agree | Aid | Concede | Cooperate | Mobilize | Support);
    let shared = a.content.iter().filter(|word| b.content.binary_search(word).is_ok()).count();
    !told_apart || a.date.is_some() && b.date.is_some() || shared >= 3 || 2 * shared > a.content.len().min(b.content.len())
}

fn modes_agree(a: &[&str], b: &[&str], loose: bool) -> bool {
    let ground = |mode: &&&str| !matches!(**mode, "third-party" | "multilateral");
    let (a, b): (Vec<&&str>, Vec<&&str>) = (a.iter().filter(ground).collect(), b.iter().filter(ground).collect());
    a == b || loose && (a.is_empty() || b.is_empty()) && !a.iter().chain(&b).any(|mode| **mode == "visit")
}

fn parties_agree(scene: &Scene<'_>, a: &Act, b: &Act) -> bool {
    if a.kind.is_mutual() && !a.modes.contains(&"visit") {
        let all = |act: &Act| act.actors.iter().chain(&act.recipients).cloned().collect::<Vec<_>>();
        return sides_agree(scene, &all(a), &all(b), 2);
    }
    sides_agree(scene, &a.actors, &b.actors, 1) && (a.recipients.is_empty() || b.recipients.is_empty() || sides_agree(scene, &a.recipients, &b.recipients, 1))
}

/// Whether the smaller list stands for a part of the greater, at least `least` of it, and no two persons of one side differ.
fn sides_agree(scene: &Scene<'_>, a: &[Participant], b: &[Participant], least: usize) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = few.iter().filter(|party| many.iter().any(|other| scene.same_side(party, other))).count();
    shared == few.len() && (shared >= least || few.len() == many.len() && shared > 0)
}

fn dates_agree(a: Option<&Dated>, b: Option<&Dated>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => overlap(&a.value, &b.value),
        _ => true,
    }
}

/// Whether two EDTF dates share a day; what cannot be read as days must be equal.
fn overlap(a: &str, b: &str) -> bool {
    match (Days::parse(a), Days::parse(b)) {
        (Some(a), Some(b)) => a.overlap(b),
        _ => a == b,
    }
}

/// Whether `a` covers fewer days than `b`.
fn is_finer(a: &str, b: &str) -> bool {
    matches!((Days::parse(a), Days::parse(b)), (Some(a), Some(b)) if a.length() < b.length())
}

fn statuses_agree(a: &Act, b: &Act) -> bool {
    let real = |status| matches!(status, Status::Occurred | Status::Ongoing);
    let open = |status| matches!(status, Status::Planned | Status::Hypothetical);
    a.denied.is_some() || b.denied.is_some() || a.weak || b.weak || a.status == b.status || real(a.status) && real(b.status) || open(a.status) && open(b.status)
}

fn weight(act: &Act) -> usize {
    2 * (act.actors.len() + act.recipients.len()).min(3) + usize::from(act.date.is_some()) + usize::from(!act.weak)
}

/// Gathers the facts of another mention into the event.
fn merge(scene: &Scene<'_>, draft: &mut Draft, act: Act) {
    let weight = weight(&act);
    contradict(draft, &act);
    let known = &mut draft.act;
    for mode in &act.modes {
        if !known.modes.contains(mode) && known.modes.is_empty() {
            known.modes.push(mode);
        }
    }
    if known.weak && !act.weak || known.status == Status::Hypothetical && act.status == Status::Planned {
        known.status = act.status;
    }
    if known.status == Status::Ongoing && act.status == Status::Occurred && act.date.is_some() && known.date.is_none() {
        known.status = Status::Occurred;
    }
    known.weak &= act.weak;
    for (mine, other) in [(&mut known.actors, act.actors), (&mut known.recipients, act.recipients)] {
        if fuller(scene, known.kind, &other, mine) {
            *mine = other;
        }
    }
    let finer = match (&known.date, &act.date) {
        (Some(mine), Some(other)) => other.basis != "report" && (mine.basis == "report" || is_finer(&other.value, &mine.value)),
        (None, Some(_)) => true,
        _ => false,
    };
    let other = if finer { std::mem::replace(&mut known.date, act.date) } else { act.date };
    if let Some(other) = other.filter(|other| other.basis != "report") {
        draft.note("date", &other.value, other.span);
    }
    let known = &mut draft.act;
    known.place = known.place.take().or(act.place);
    known.duration = known.duration.take().or(act.duration);
    if known.quantities.is_empty() {
        known.quantities = act.quantities;
    }
    if act.claimed_by.is_empty() {
        known.claimed_by.clear();
    }
    if weight > draft.weight {
        draft.weight = weight;
        draft.triggers.insert(0, act.trigger);
    } else {
        draft.triggers.push(act.trigger);
    }
}

/// Where only one of the two mentions denies the event: it stands as told, and the denial beside it.
fn contradict(draft: &mut Draft, act: &Act) {
    match (draft.act.denied, act.denied) {
        (None, Some(words)) => draft.note("status", Status::Negated.code(), words),
        (Some(words), None) if !act.weak => {
            draft.note("status", Status::Negated.code(), words);
            draft.act.denied = None;
            draft.act.status = act.status;
        }
        _ => {}
    }
}

/// Whether `other` says more about who took part: more parties, or people where only their states were named.
fn fuller(scene: &Scene<'_>, kind: EventType, other: &[Participant], mine: &[Participant]) -> bool {
    let people = |parties: &[Participant]| parties.iter().filter(|party| scene.mentions.entity(party.entity).kind == PartyKind::Person).count();
    other.len() > mine.len() || kind == EventType::Consult && other.len() == mine.len() && people(other) > people(mine)
}

fn event(draft: Draft) -> Event {
    let mut act = draft.act;
    act.recipients.retain(|party| act.actors.iter().all(|actor| actor.entity != party.entity));
    Event {
        kind: act.kind,
        modes: act.modes.into_iter().map(str::to_owned).collect(),
        actors: act.actors,
        recipients: act.recipients,
        date: act.date,
        place: act.place,
        duration: act.duration,
        quantities: act.quantities,
        status: act.status,
        claimed_by: act.claimed_by,
        topics: Vec::new(),
        triggers: draft.triggers,
        variants: draft.variants,
    }
}
