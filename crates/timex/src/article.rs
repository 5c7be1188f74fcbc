//! The article's own date: from its date line, else from the dates that its text names. Never from a clock or a file.

use suquan_actors::Actors;
use suquan_langpack::Pack;
use suquan_pattern::ClassId;
use suquan_segment::{Role, Text};
use suquan_span::ByteSpan;
use suquan_token::{Flags, Kind, Token};

use crate::anniversary::article_year;
use crate::date::{Date, Day};
use crate::evidence::Evidence;
use crate::fields::{Field, Fields};
use crate::recognise::{Expression, Grammar};
use crate::value::TimeOfDay;

/// How an article's date was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArticleBasis {
    /// A line or phrase that dates it.
    Dateline,
    /// It follows from the dates in its text.
    Inferred,
}

/// How far an article's date can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Another year or month fits nearly as well: not to be counted from.
    Low,
    /// It fits best.
    Medium,
    /// Nothing else fits.
    High,
}

impl Confidence {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}

/// When an article was published, by its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleDate {
    /// At the granularity that is known; without its year where nothing gives one.
    pub date: Date,
    /// The time of day, from a date line that has one.
    pub time: Option<TimeOfDay>,
    /// How it was found.
    pub basis: ArticleBasis,
    /// How far it can be relied on.
    pub confidence: Confidence,
    /// The words it stands on.
    pub evidence: Vec<ByteSpan>,
}

impl ArticleDate {
    /// The date as the contract writes it, with the time of day where there is one; `None` while the year is not known or not sure.
    #[must_use]
    pub fn published(&self) -> Option<String> {
        let date = self.date.edtf().filter(|_| self.confidence > Confidence::Low)?;
        Some(self.time.map_or(date.clone(), |time| format!("{date}T{time}")))
    }
}

/// How many tokens from either end of the text a date line may stand.
const HEAD: u32 = 80;
/// How many tokens from the start the bracketed or dashed date of an agency may stand.
const TAG: u32 = 14;

/// The article's date by its own words, with what `actors` knows of anniversaries; `None` where they say nothing.
#[must_use]
pub fn article_date(expressions: &[Expression], text: &Text, grammar: &Grammar, pack: &Pack, actors: &Actors) -> Option<ArticleDate> {
    dateline(expressions, text, grammar).or_else(|| {
        let year = article_year(expressions, text, grammar.anniversary, pack, actors);
        Evidence::gather(expressions, text, year).conclude()
    })
}

/// The first date that stands as a date line does. One without a year dates the article only where nothing else does.
fn dateline(expressions: &[Expression], text: &Text, grammar: &Grammar) -> Option<ArticleDate> {
    let found = expressions.iter().find(|e| e.fault.is_none() && whole_day(&e.fields).is_some() && is_dateline(e, text, grammar.dateline))?;
    let time = found.fields.hour.map(|hour| TimeOfDay::Clock(hour, found.fields.minute, found.fields.second));
    let date = whole_day(&found.fields)?.date();
    Some(ArticleDate { date, time, basis: ArticleBasis::Dateline, confidence: Confidence::High, evidence: vec![found.span] })
}

fn whole_day(fields: &Fields) -> Option<Day> {
    match (fields.year, fields.month, fields.day, fields.lunar) {
        (Some(Field::Is(year)), Some(Field::Is(month)), Some(Field::Is(day)), false) => Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?),
        _ => None,
    }
}

/// Behind a word that announces it, on a line of its own, or in the tag that opens the report.
fn is_dateline(expression: &Expression, text: &Text, cue: Option<ClassId>) -> bool {
    let tokens = expression.tokens;
    let last = text.tokens.len() as u32;
    if tokens.start > HEAD && tokens.end + HEAD < last {
        return false;
    }
    let sign = |at: u32| text.tokens.get(at as usize).map_or("", |token| token.of(&text.source));
    let mut before = tokens.start;
    while before > 0 && matches!(sign(before - 1), ":" | "," | "(" | "|" | "-") && before + 3 > tokens.start {
        before -= 1;
    }
    let announced = cue.is_some_and(|cue| text.hits.class_before(before as usize, cue).is_some());
    let tag = tokens.end <= TAG && text.sentence_at(tokens.start) == 0 && matches!(sign(tokens.end), ")" | "-" | "–" | "—");
    announced || tag || text.role(expression.span.start) == Role::Dateline || alone_on_line(expression, text)
}

/// Nothing but signs, numbers and zones stands beside it on its line.
fn alone_on_line(expression: &Expression, text: &Text) -> bool {
    let bare = |token: &Token| token.kind != Kind::Word || token.flags.has(Flags::ALL_CAPITALS);
    let (start, end) = (expression.tokens.start as usize, expression.tokens.end as usize);
    let opens = |at: &usize| text.tokens[*at].flags.has(Flags::LINE_START);
    let Some(line) = (0..=start).rev().take(8).find(opens) else { return false };
    text.tokens[line..start].iter().all(bare) && text.tokens[end..].iter().take_while(|token| !token.flags.has(Flags::LINE_START)).take(12).all(bare)
}
