//! Joining an article's mentions of one event: same type, compatible parties, date and place; the fullest facts of all are kept.

use suquan_mention::PartyKind;
use suquan_span::{ByteSpan, TokenSpan};

use crate::EventType;
use crate::act::Act;
use crate::event::{Event, Participant, Status};
use crate::same::{agree, dates_agree, is_finer, is_kind, modes_agree, senses_agree, side_fits};
use crate::scene::Scene;
use crate::{company, hosts, when};

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
    let named = hosts::apart(scene, named);
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
    recall(scene, &mut drafts);
    aim(scene, &mut drafts);
    drafts.retain(|draft| !draft.open || draft.act.actors.len() > 1);
    for draft in &mut drafts {
        draft.act.status = when::settle(scene, draft.act.status, draft.act.date.as_ref(), draft.act.past);
    }
    drafts.sort_by_key(|draft| draft.act.words.start);
    drafts.into_iter().map(event).collect()
}

/// Adds what an event is told to be the first since: one like it, of the same parties, on that date, unless the article tells it elsewhere.
fn recall(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let recalled = |draft: &Draft| {
        let date = draft.act.last.clone().filter(|_| draft.act.actors.len() + draft.act.recipients.len() > 1)?;
        let bare = Act { last: None, place: None, duration: None, quantities: Vec::new(), claimed_by: Vec::new(), denied: None, ..draft.act.clone() };
        Some(Act { date: Some(date), status: Status::Occurred, weak: true, past: true, ..bare })
    };
    for act in drafts.iter().filter_map(recalled).collect::<Vec<_>>() {
        match drafts.iter().rposition(|draft| draft.act.date.is_some() && is_kind(&draft.act, &act) && agree(scene, &draft.act, &act)) {
            Some(index) => merge(scene, &mut drafts[index], act),
            None => drafts.push(Draft::of(act)),
        }
    }
}

/// Words between a word of blame or praise and the noun of the act that it is about.
const ABOUT: u32 = 6;

/// Gives blame and praise whose words name nobody to those who did what they are about (`B condemned the strike`, told before as A's).
fn aim(scene: &Scene<'_>, drafts: &mut [Draft]) {
    let open =
        |draft: &Draft| matches!(draft.act.kind, EventType::Accuse | EventType::Support) && draft.act.recipients.is_empty() && !draft.act.actors.is_empty();
    if !drafts.iter().any(open) {
        return;
    }
    let mut told: Vec<(u32, usize)> =
        drafts.iter().enumerate().flat_map(|(index, draft)| draft.triggers.iter().map(move |(span, _)| (span.start, index))).collect();
    told.sort_unstable();
    for index in 0..drafts.len() {
        if !open(&drafts[index]) {
            continue;
        }
        let words = drafts[index].act.words;
        let behind = TokenSpan::new(words.end, scene.clause(words.start).end.min(words.end + ABOUT).max(words.end));
        let bytes = scene.text.bytes(behind);
        let from = told.partition_point(|(start, _)| *start < bytes.start);
        let Some(&(_, about)) = told.get(from).filter(|(start, other)| *start < bytes.end && *other != index) else { continue };
        let doers: Vec<Participant> = drafts[about].act.actors.clone();
        let own = doers.iter().any(|doer| drafts[index].act.actors.iter().any(|actor| scene.same_side(doer, actor)));
        if !own && !drafts[about].act.kind.is_word() {
            drafts[index].act.recipients = doers;
        }
    }
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
    } else if let Some(pair) = company::attended(scene, &act) {
        let act = Act { actors: pair, recipients: Vec::new(), ..act };
        drafts.push(Draft::of(act));
    } else if let Some(party) = act.attendant.clone().filter(|_| act.kind == EventType::Consult && !act.modes.contains(&"visit")) {
        let mut act = act;
        act.actors = vec![party];
        act.recipients.clear();
        drafts.push(Draft { weight: 1, open: true, ..Draft::of(act) });
    } else if let Some(pair) = company::pair(scene, &act) {
        let act = Act { actors: pair, recipients: Vec::new(), ..act };
        drafts.push(Draft::of(act));
    }
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
        // `After the conference` says nothing of how many met.
        let vague = act.weak && *mode == "multilateral";
        if !known.modes.contains(mode) && known.modes.is_empty() && !vague {
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
    known.last = known.last.take().or(act.last);
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
