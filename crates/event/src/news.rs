//! The date of an article's news, which what is told in a row with it shares: words about it, and what was done in answer to it.

use std::iter::Peekable;
use std::slice::Iter;

use suquan_span::TokenSpan;
use suquan_timex::{Timex, TimexType};

use crate::EventType;
use crate::act::Act;
use crate::days::Days;
use crate::discourse::{CARRY, NARROW, is_vague};
use crate::event::{Dated, Participant, Status};
use crate::interval::range;
use crate::scene::Scene;
use crate::trigger::is_report;

/// Days before the report of which any date that it names is that of its news.
const FRESH: i32 = 2;
/// Sentences at the start of an article that tell its news without a date, and sentences behind them in which it may stand.
const LEAD: usize = 3;
/// Times behind the lead among which the date of its news is sought.
const TIMES: usize = 12;
/// Words around an act in which what places it in time is sought.
const NEAR: u32 = 24;
/// How the value of a day begins of which not even the year is known.
const SOME_DAY: &str = "XXXX-";

/// Gives undated acts that a report tells in a row with its dated news the date of that news: the last narrow one before them, of the days just before the report.
pub(crate) fn narrate(scene: &Scene<'_>, acts: &mut [Act]) {
    let mut news: Option<(usize, Dated)> = None;
    let mut said = scene.statements.iter().peekable();
    let mut times = scene.times.iter().peekable();
    for act in acts {
        let sentence = scene.text.sentence_at(act.words.start);
        while let Some(statement) = said.next_if(|statement| statement.tokens.start <= act.words.start) {
            let Some((value, span)) = &statement.date else { continue };
            let date = Dated { value: value.clone(), basis: "anchored", span: *span, rule: statement.rule.clone() };
            if is_current(scene, &date, NARROW) {
                news = Some((scene.text.sentence_at(statement.tokens.start), date));
            }
        }
        let mut same_day = false;
        while let Some(time) = times.next_if(|time| time.tokens.start < act.words.start) {
            // A day before or since which something is, is no day of the news.
            let bound = scene.case_before(time.tokens.start).is_some_and(|hit| matches!(scene.label(hit), "against" | "since"));
            let told = matches!(time.kind, TimexType::Date | TimexType::Time) && is_report(scene, time.tokens) && !bound;
            let date = if told { range(scene, time) } else { None };
            // `On the same day`, too far from a day to be resolved by itself.
            same_day = told && date.is_none() && time.value.starts_with(SOME_DAY) && scene.text.sentence_at(time.tokens.start) == sentence;
            if let Some(date) = date.filter(|date| is_current(scene, date, FRESH)) {
                news = Some((scene.text.sentence_at(time.tokens.start), date));
            }
        }
        if act.status != Status::Occurred {
            continue;
        }
        match &act.date {
            Some(date) if date.basis != "report" && is_current(scene, date, NARROW) => news = Some((sentence, date.clone())),
            None if same_day || is_same_day(scene, act) || is_news_of(act) && !is_aside(scene, act) && !is_vague(scene, act) => {
                let near = news.as_ref().filter(|(told, _)| same_day || told + CARRY >= sentence);
                act.date = near.map(|(_, date)| Dated { basis: "anchored", ..date.clone() });
                if act.date.is_none() && sentence < LEAD {
                    act.date = lead(scene, &times, sentence).map(|date| Dated { basis: "anchored", ..date });
                }
            }
            _ => {}
        }
    }
}

/// The first date of the news among the times behind what the lead tells without one.
fn lead(scene: &Scene<'_>, behind: &Peekable<Iter<'_, Timex>>, sentence: usize) -> Option<Dated> {
    let near = |time: &&Timex| scene.text.sentence_at(time.tokens.start) <= sentence + LEAD;
    let told = |time: &&Timex| matches!(time.kind, TimexType::Date | TimexType::Time) && is_report(scene, time.tokens);
    behind.clone().take(TIMES).take_while(near).filter(told).filter_map(|time| range(scene, time)).find(|date| is_current(scene, date, FRESH))
}

/// Whether the clause of the act says that it was on the day of the news.
fn is_same_day(scene: &Scene<'_>, act: &Act) -> bool {
    let clause = scene.clause(act.words.start);
    let near = TokenSpan::new(clause.start.max(act.words.start.saturating_sub(NEAR)), clause.end.min(act.words.end + NEAR));
    scene.class_in(near, scene.pack.class("sequel")).is_some_and(|hit| scene.label(hit) == "day")
}

/// Whether an act is told with the news: somebody's words about it, or what is done in answer to it. Attacks, arrests and meetings are as often its ground.
fn is_news_of(act: &Act) -> bool {
    use EventType::{Aid, Mobilize, Retreat, Sanction, Support};
    let decreed = act.modes.iter().any(|mode| matches!(*mode, "martial-law" | "curfew" | "censor"));
    act.kind.is_word() || act.kind == Support || !act.weak && (decreed || matches!(act.kind, Aid | Mobilize | Retreat | Sanction))
}

/// Words from the noun that makes a deed of what is said of somebody to the verb.
const DEED: u32 = 6;

/// Whether the act stands beside the news: told by somebody else, in a clause that only says when something else was, or after words that put it before the news.
fn is_aside(scene: &Scene<'_>, act: &Act) -> bool {
    let other = |speaker| {
        let speaker = Participant { entity: speaker, span: act.trigger.0, rule: String::new() };
        act.actors.iter().all(|actor| !scene.same_side(actor, &speaker))
    };
    let said = scene.statement(act.words);
    // The day on which an agency reported something is not that on which it was done.
    if said.and_then(|said| said.speaker).is_some_and(other) || said.is_some_and(|said| said.date.is_some() && scene.is_outlet(said)) {
        return true;
    }
    let class = scene.pack.class("earlier");
    let sentence = scene.text.sentence(act.words.start);
    let clause = scene.clauses.clause(act.words.start);
    let floor = clause.map_or(act.words.start, |clause| clause.tokens.start).max(act.words.start.saturating_sub(NEAR));
    let dependent = clause.and_then(|clause| clause.opener.as_deref()).is_some_and(|opener| matches!(opener, "time" | "condition" | "relative" | "cause"));
    let opened = (sentence.start..act.words.start.min(sentence.start + 2)).any(|at| scene.class_at(at, class).is_some());
    // What is spoken of as a deed (`says that A's refusal to …`) was told before.
    let deed = |at: u32| scene.class_at(at, scene.classes.nominal).is_some_and(|hit| scene.label(hit) == "act" && hit.span.end < act.words.start);
    let spoken_of = (floor.max(act.words.start.saturating_sub(DEED))..act.words.start).any(deed);
    dependent || opened || spoken_of || (floor..act.words.start).any(|at| scene.class_at(at, class).is_some())
}

/// Whether a date covers few days and lies at most `days` before the report, not after it.
fn is_current(scene: &Scene<'_>, date: &Dated, days: i32) -> bool {
    match (Days::parse(&date.value), scene.published.and_then(Days::parse)) {
        (Some(date), Some(published)) => date.length() <= NARROW && published.last - date.first <= days && date.first <= published.last,
        _ => false,
    }
}
