//! The year that an anniversary gives away.
//!
//! A text that speaks of this year (or the last, or the next) and in the same sentence of an anniversary says which year it is of, where the
//! actor list knows what the anniversary counts from: 250 years since a founding in 1776, or since a date that the text names itself.

use suquan_actors::Actors;
use suquan_langpack::Pack;
use suquan_pattern::{ClassId, Hit};
use suquan_segment::Text;
use suquan_span::{ByteSpan, TokenSpan};
use suquan_token::{Flags, Kind};

use crate::fields::{Anchor, Field, Fields, Role};
use crate::length::Unit;
use crate::recognise::Expression;

/// How many tokens before the cue its subject may end.
const SUBJECT: u32 = 4;
/// How many tokens behind the beginning, or before the cue, the two sides of relations may stand.
const SIDES: u32 = 12;
/// How many expressions away, in its sentence, the one may stand that counts from the article's year.
const NEAR: usize = 6;
/// How many tokens behind the number of years a date of the text's own may stand.
const DATE: u32 = 16;

/// The pack's lists that anniversaries are read by.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lists {
    /// Words before the number of years.
    cue: Option<ClassId>,
    /// What began: the label is a kind of the actor list's beginnings; `own=1` where it can only be its subject's own.
    beginning: Option<ClassId>,
    /// Words between what began and whose it is.
    link: Option<ClassId>,
    name: Option<ClassId>,
    coordinator: Option<ClassId>,
    marker: Option<ClassId>,
}

impl Lists {
    pub(crate) fn new(pack: &Pack) -> Self {
        let class = |name| pack.class(name);
        Self {
            cue: class("anniversary-cue"),
            beginning: class("beginning"),
            link: class("beginning-link"),
            name: class("name"),
            coordinator: class("coordinator"),
            marker: class("clause-marker"),
        }
    }
}

/// The article's year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownYear {
    pub(crate) year: i16,
    /// The words that say so: the number of years.
    pub(crate) span: ByteSpan,
    /// From there to the end of the sentence: a day named here is the anniversary's, not the article's.
    pub(crate) reach: ByteSpan,
}

/// The article's year, where an anniversary gives it away.
pub(crate) fn article_year(expressions: &[Expression], text: &Text, lists: Lists, pack: &Pack, actors: &Actors) -> Option<KnownYear> {
    let reader = Reader { expressions, text, lists, pack, actors };
    let mut found: Option<KnownYear> = None;
    for (index, expression) in expressions.iter().enumerate() {
        let Some(count) = whole_years(&expression.fields) else { continue };
        let Some(cue) = lists.cue.and_then(|class| text.hits.class_before(expression.tokens.start as usize, class)) else { continue };
        let Some(shift) = year_shift(expressions, index) else { continue };
        let Some(began) = reader.began(cue, expression.tokens).or_else(|| named_year(expressions, index)) else { continue };
        let year = began.checked_add(count)?.checked_sub(shift)?;
        match found {
            // Two anniversaries that do not agree say nothing.
            Some(other) if other.year != year => return None,
            _ => {
                let rest = TokenSpan { start: expression.tokens.start, end: text.sentence(expression.tokens.start).end };
                found = Some(KnownYear { year, span: expression.span, reach: text.bytes(rest) });
            }
        }
    }
    found
}

struct Reader<'a> {
    expressions: &'a [Expression],
    text: &'a Text,
    lists: Lists,
    pack: &'a Pack,
    actors: &'a Actors,
}

impl Reader<'_> {
    /// The year that an anniversary of so many years counts from, by the actor list.
    fn began(&self, cue: &Hit, years: TokenSpan) -> Option<i16> {
        let act = self.text.hits.class_at(years.end as usize, self.lists.beginning?)?;
        let row = self.pack.row(act);
        if row.head() == "relations" {
            return self.related(cue.span, act.span);
        }
        let year = |id: &str| self.actors.began(id, row.head());
        if let Some((whose, end)) = self.whose(act.span.end) {
            // A name that goes on is another's: a body or firm called after the state.
            let ends = !self.text.tokens.get(end as usize).is_some_and(|next| next.kind == Kind::Word && next.flags.has(Flags::CAPITAL));
            return if ends { only(whose.filter_map(year)) } else { None };
        }
        let alone = row.get("own").is_some() || self.text.tokens.get(act.span.end as usize).is_none_or(|next| next.kind != Kind::Word);
        if alone { only(self.subject(cue.span.start)?.filter_map(year)) } else { None }
    }

    /// The ids of the name that stands behind what began, perhaps after a linking word, and where it ends.
    fn whose(&self, mut at: u32) -> Option<(impl Iterator<Item = &str>, u32)> {
        while let Some(link) = self.lists.link.and_then(|class| self.text.hits.class_at(at as usize, class)) {
            at = link.span.end;
        }
        let name = self.text.hits.class_at(at as usize, self.lists.name?)?;
        Some((self.ids(name.span), name.span.end))
    }

    /// The ids of the name that ends just before the cue, with nothing but words in lower case between, where the name is no end of a longer one.
    fn subject(&self, cue: u32) -> Option<impl Iterator<Item = &str>> {
        let sentence = self.text.sentence(cue).start;
        let mut end = cue;
        loop {
            if let Some(name) = self.text.hits.class_before(end as usize, self.lists.name?) {
                return self.opens(name.span.start).then(|| self.ids(name.span));
            }
            end = end.checked_sub(1).filter(|&end| end > sentence && end + SUBJECT > cue)?;
            let token = &self.text.tokens[end as usize];
            if token.kind != Kind::Word || token.flags.has(Flags::CAPITAL) {
                return None;
            }
        }
    }

    /// Whether a name may begin here without being a part of what stands before it.
    fn opens(&self, at: u32) -> bool {
        let joined = [self.lists.link, self.lists.coordinator, self.lists.marker].into_iter().flatten();
        self.text.sentence(at).start == at
            || self.text.tokens[at as usize - 1].kind != Kind::Word
            || self.expressions.binary_search_by_key(&at, |expression| expression.tokens.end).is_ok()
            || joined.into_iter().any(|class| self.text.hits.class_before(at as usize, class).is_some())
    }

    /// The year of the relations between two of the names around; `None` where several pairs among them have relations.
    fn related(&self, cue: TokenSpan, act: TokenSpan) -> Option<i16> {
        let sentence = self.text.sentence(act.start);
        let window = cue.start.saturating_sub(SIDES).max(sentence.start)..(act.end + SIDES).min(sentence.end);
        let names = window.filter_map(|at| self.text.hits.class_at(at as usize, self.lists.name?));
        let ids: Vec<&str> = names.flat_map(|name| self.ids(name.span)).collect();
        let pairs = ids.iter().enumerate().flat_map(|(index, one)| ids[index + 1..].iter().map(move |other| (*one, *other)));
        only(pairs.filter_map(|(one, other)| self.actors.related(one, other)))
    }

    /// What the pack's names mean that cover these tokens.
    fn ids(&self, span: TokenSpan) -> impl Iterator<Item = &str> {
        let covers = move |hit: &&Hit| Some(hit.class) == self.lists.name && hit.span == span;
        self.text.hits.at(span.start as usize).iter().filter(covers).map(|hit| self.pack.row(hit).head())
    }
}

/// The year that all of them are; `None` where there is none or several differ.
fn only(mut years: impl Iterator<Item = i16>) -> Option<i16> {
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// The number of years that a length of time is, where it is of whole years alone.
fn whole_years(fields: &Fields) -> Option<i16> {
    match (fields.role, fields.lengths.as_slice()) {
        (Role::Duration, [length]) if length.unit == Unit::Year => i16::try_from(length.amount.as_whole()?).ok().filter(|years| (1..=3000).contains(years)),
        _ => None,
    }
}

/// How many years after the article's own the anniversary lies: by the last expression before it in its sentence that counts from the article's year.
fn year_shift(expressions: &[Expression], index: usize) -> Option<i16> {
    let near = |other: &&Expression| other.sentence == expressions[index].sentence;
    let shift = |other: &Expression| match (other.fields.role, other.fields.anchor, other.fields.year) {
        (Role::Date, Anchor::Article, Some(Field::Shift(by))) => Some(by),
        _ => None,
    };
    let before = expressions[..index].iter().rev().take(NEAR).take_while(near).find_map(shift);
    before.or_else(|| expressions[index + 1..].iter().take(NEAR).take_while(near).find_map(shift))
}

/// The year of the date that the text names for what is remembered.
fn named_year(expressions: &[Expression], index: usize) -> Option<i16> {
    let (own, next) = (&expressions[index], expressions.get(index + 1)?);
    let near = next.sentence == own.sentence && next.tokens.start <= own.tokens.end + DATE && next.fields.role == Role::Date;
    match next.fields.year {
        Some(Field::Is(year)) if near => Some(year),
        _ => None,
    }
}
