//! What became of a promise: the event that fulfils it or takes it back, or the report that says so.
//!
//! Sought in this order: what reports say of the promise itself; the promised event, once a later article tells that it took place or was called off; a later
//! act of the same party, of the kind that was promised and within its time, or in the words of the promise.

use std::collections::BTreeMap;

use super::{Side, thing};
use crate::entry::{Event, Outcome, Promised, Report};
use crate::events::Key;
use crate::interval::Interval;
use crate::judge::{Verdict, family, is_verbal};
use crate::likeness;
use crate::record::{Account, Party, Record};

/// Later events of a party and class that are looked at for one promise.
const LOOK: usize = 60;
/// Days after its due date within which a promise may still be kept; of one without a date, after it was made.
const GRACE: i32 = 31;
const OPEN: i32 = 400;
/// Score from which an act counts as the one that was promised.
const ENOUGH: f64 = 0.55;
/// Share of the fewer words that a promise and an act of the same kind have in common, from which they are of one thing.
const SHARED: f64 = 0.5;
/// The same where nothing but the words shows it.
const SAME_WORDS: f64 = 0.7;
/// Words of this many kinds at least.
const WORDS: usize = 3;

/// Events by who acts in them.
pub(super) struct Finder<'e> {
    records: &'e [Record],
    events: &'e [(Event, Vec<Key>)],
    /// By class and by actor or state: first day and index, by day.
    by_actor: BTreeMap<(Class, String), Vec<(i32, usize)>>,
}

impl<'e> Finder<'e> {
    pub(super) fn new(records: &'e [Record], events: &'e [(Event, Vec<Key>)]) -> Self {
        let mut by_actor: BTreeMap<(Class, String), Vec<(i32, usize)>> = BTreeMap::new();
        for (index, (event, _)) in events.iter().enumerate() {
            let Some(days) = days(event).filter(|_| matches!(event.status.as_str(), "occurred" | "ongoing")) else { continue };
            let mut keys: Vec<String> = event.actors.iter().flat_map(|member| keys(&member.party)).collect();
            keys.sort();
            keys.dedup();
            for class in classes(&event.kind, &event.modes) {
                keys.iter().for_each(|key| by_actor.entry((class, key.clone())).or_default().push((days.first, index)));
            }
        }
        by_actor.values_mut().for_each(|list| list.sort_unstable());
        Self { records, events, by_actor }
    }

    /// What became of the promise that these accounts tell.
    pub(super) fn outcome(&self, group: &[&Side], promised: &Promised) -> Option<Outcome> {
        self.reported(promised).or_else(|| self.same_event(group)).or_else(|| self.later(group, promised))
    }

    /// A report tells that the promise was kept or taken back.
    fn reported(&self, promised: &Promised) -> Option<Outcome> {
        let status = match promised.status.as_str() {
            "fulfilled" => "fulfilled",
            "withdrawn" => "withdrawn",
            _ => return None,
        };
        let report = promised.reports.iter().find(|report| report.status == status)?;
        let date = self.records.get(report.document).and_then(|record| Some(record.published.as_deref()?.split('T').next()?.to_owned()));
        let verdict = Verdict { score: 1.0, reasons: vec![("reported", 1.0)] };
        Some(Outcome { status, event: None, date, document: report.document, verdict })
    }

    /// The promised event itself took place, or was called off, by an article after the promise.
    fn same_event(&self, group: &[&Side]) -> Option<Outcome> {
        let index = group.iter().find_map(|side| side.event)?;
        let (event, _) = &self.events[index];
        let (status, wanted): (_, &[&str]) = match event.status.as_str() {
            "occurred" | "ongoing" => ("fulfilled", &["occurred", "ongoing"]),
            "negated" => ("withdrawn", &["negated"]),
            _ => return None,
        };
        let made = group.iter().filter_map(|side| side.record.day()).map(|day| day.first).min()?;
        let after = |report: &&Report| self.records.get(report.document).and_then(Record::day).is_some_and(|day| day.first > made);
        let report = event.reports.iter().filter(|report| wanted.contains(&report.status.as_str())).find(after)?;
        Some(self.of(index, report.document, status, Verdict { score: 0.9, reasons: vec![("same-event", 0.9)] }))
    }

    /// A later act of the same party that is what was promised, or ends it; the best of those that come into question.
    fn later(&self, group: &[&Side], promised: &Promised) -> Option<Outcome> {
        let made = group.iter().filter_map(|side| side.record.day()).map(|day| day.first).min()?;
        let due = promised.due.as_ref().and_then(|due| Interval::parse(&due.value));
        let limit = due.map_or(made + OPEN, |due| due.last + GRACE);
        let mut best: Option<Outcome> = None;
        let act = group.iter().find_map(|side| side.record.events.get(side.promise.act?));
        let deed = act.and_then(|act| classes(&act.kind, &act.modes).next()).unwrap_or(Class::Deed);
        let wanted = keys(&promised.agent.party).flat_map(|key| [(deed, key.clone()), (Class::End, key)]);
        for key in wanted {
            let Some(list) = self.by_actor.get(&key) else { continue };
            let from = list.partition_point(|(day, _)| *day < made);
            for &(day, index) in list[from..].iter().take(LOOK).take_while(|(day, _)| *day <= limit) {
                if group.iter().any(|side| side.event == Some(index)) {
                    continue;
                }
                let Some(document) = self.teller(index, made) else { continue };
                let judged = group
                    .iter()
                    .filter_map(|side| self.judge(side, promised, index, due.is_some_and(|due| due.first <= day)))
                    .max_by(|a, b| a.1.score.total_cmp(&b.1.score));
                let Some((status, verdict)) = judged.filter(|(_, verdict)| verdict.score >= ENOUGH) else { continue };
                if best.as_ref().is_none_or(|known| verdict.score > known.verdict.score) {
                    best = Some(self.of(index, document, status, verdict));
                }
            }
        }
        best
    }

    /// The first article after the promise that tells an event as past.
    fn teller(&self, index: usize, made: i32) -> Option<usize> {
        let (event, _) = &self.events[index];
        let first = days(event)?.first;
        let tells = |report: &&Report| {
            let day = self.records.get(report.document).and_then(Record::day);
            matches!(report.status.as_str(), "occurred" | "ongoing") && day.is_some_and(|day| day.first > made && day.last >= first)
        };
        event.reports.iter().find(tells).map(|report| report.document)
    }

    /// How far an event is what one account promises (`fulfilled`) or its end (`withdrawn`).
    fn judge(&self, side: &Side, promised: &Promised, index: usize, in_time: bool) -> Option<(&'static str, Verdict)> {
        let (event, accounts) = &self.events[index];
        let agent = event.actors.iter().map(|member| likeness::parties(&member.party, &promised.agent.party)).fold(0.0, f64::max);
        let others = event.recipients.iter().chain(&event.actors);
        let act = side.promise.act.and_then(|act| side.record.events.get(act));
        let ends = event.kind == "REJECT" || event.modes.iter().any(|mode| mode == "discontinue");
        // `A called the visit off` need not say again where it was to go.
        let called_off = ends && event.modes.iter().any(|mode| mode == "meet") && act.is_some_and(|act| act.kind == "CONSULT");
        let recipient = promised
            .recipient
            .as_ref()
            .filter(|_| !(called_off && event.recipients.is_empty()))
            .map(|wanted| others.map(|member| likeness::parties(&member.party, &wanted.party)).fold(0.0, f64::max));
        if agent < 0.6 || recipient.is_some_and(|likeness| likeness < 0.6) {
            return None;
        }
        let told = accounts.iter().filter_map(|key| Some((self.records.get(key.0)?, self.records.get(key.0)?.events.get(key.1)?)));
        let (words, counted) = told.fold((0.0_f64, false), |(words, counted), (_, account)| {
            (words.max(shared(&side.promise.words, &account.words)), counted || counts(side, account))
        });
        let same_kind = act.is_some_and(|act| family(&act.kind) == family(&event.kind) && visits(&act.modes) == visits(&event.modes));
        let visit = same_kind && visits(&event.modes);
        let meant = visit && recipient.is_some() && in_time || counted && (words > 0.0 || same_kind) || words >= if same_kind { SHARED } else { SAME_WORDS };
        if !(meant || called_off) || ends && !called_off && words < SHARED {
            return None;
        }
        let mut reasons = vec![("same-agent", 0.3 * agent)];
        reasons.extend(recipient.map(|likeness| ("same-recipient", 0.15 * likeness)));
        reasons.extend((same_kind || called_off).then_some(("same-act", if called_off { 0.3 } else { 0.15 })));
        reasons.extend(in_time.then_some(("in-time", 0.15)));
        reasons.extend(counted.then_some(("same-amount", 0.2)));
        reasons.extend((words > 0.0).then_some(("words", 0.25 * words)));
        let score = reasons.iter().map(|(_, weight)| weight).sum::<f64>().min(1.0);
        Some((if ends { "withdrawn" } else { "fulfilled" }, Verdict { score, reasons }))
    }

    fn of(&self, index: usize, document: usize, status: &'static str, verdict: Verdict) -> Outcome {
        let (event, _) = &self.events[index];
        let date = event.date.as_ref().map(|date| date.value.clone());
        Outcome { status, event: Some(event.id.clone()), date, document, verdict }
    }
}

fn days(event: &Event) -> Option<Interval> {
    Interval::parse(&event.date.as_ref()?.value)
}

/// What an event can be to a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// A stay.
    Visit,
    /// A meeting or call.
    Talk,
    /// Any other deed.
    Deed,
    /// A refusal, or the end of something.
    End,
}

/// The classes of an event of that kind and modes. Saying it once more keeps no promise, nor does talking, unless talks were promised.
fn classes(kind: &str, modes: &[String]) -> impl Iterator<Item = Class> {
    let has = |wanted: &str| modes.iter().any(|mode| mode == wanted);
    let end = (kind == "REJECT" || has("discontinue")).then_some(Class::End);
    let own = match kind {
        "CONSULT" if has("visit") => Some(Class::Visit),
        "CONSULT" => Some(Class::Talk),
        kind if is_verbal(kind) => None,
        _ => Some(Class::Deed),
    };
    own.into_iter().chain(end)
}

/// What a party is looked up by: itself and its state.
fn keys(party: &Party) -> impl Iterator<Item = String> {
    let own = party.actor.clone().or_else(|| party.keys.first().cloned());
    own.into_iter().chain(party.country.clone())
}

fn visits(modes: &[String]) -> bool {
    modes.iter().any(|mode| mode == "visit")
}

/// Whether an account counts the same thing, no less of it than was promised.
fn counts(side: &Side, account: &Account) -> bool {
    let enough = |wanted: &crate::record::Quantity| account.quantities.iter().any(|done| thing(done) == thing(wanted) && done.value >= 0.95 * wanted.value);
    side.promise.quantities.iter().any(|wanted| wanted.of.is_some() && enough(wanted))
}

/// The share of the fewer words that both have; nothing where there are too few to tell.
fn shared(a: &[u32], b: &[u32]) -> f64 {
    let both = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    if both < WORDS { 0.0 } else { both as f64 / a.len().min(b.len()) as f64 }
}
