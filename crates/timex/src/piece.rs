//! From matches to pieces: what one rule read at one place.

use suquan_pattern::{Hit, Hits, Match, RuleSet};
use suquan_segment::Text;
use suquan_span::TokenSpan;
use suquan_token::Kind;

use crate::fields::{Anchor, Field, Fields};
use crate::length::Amount;
use crate::number::Counter;
use crate::rules::{Capture, TimeRule, TimeRules};

/// An expression, or a part of one.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub tokens: TokenSpan,
    pub fields: Fields,
    /// The rules that made it: the last is the one that closed it.
    pub rule: usize,
    /// Whether it is a time without being joined to others.
    pub alone: bool,
    /// Whether a join has made it.
    pub joined: bool,
}

/// Everything that reading a match needs.
pub(crate) struct Reader<'r> {
    pub rules: &'r TimeRules,
    pub text: &'r Text,
    /// The pieces that joins stand on, and their hits; empty while those are still being read.
    pub pieces: &'r [Piece],
    pub hits: &'r Hits,
}

/// A match that may become pieces.
struct Candidate {
    bounds: TokenSpan,
    rule: usize,
    index: usize,
}

impl Reader<'_> {
    /// The pieces of the best matches: the leftmost, of these the longest, of these what is no time, then what stands alone, of these the first rule's. They do not overlap.
    pub(crate) fn select(&self, set: &(RuleSet, Vec<usize>), matches: &[Match]) -> Vec<Piece> {
        let mut candidates: Vec<Candidate> = matches
            .iter()
            .enumerate()
            .map(|(index, found)| {
                let rule = set.1[found.rule];
                Candidate { bounds: bounds(&self.rules.rules[rule], found), rule, index }
            })
            .collect();
        candidates.sort_by_key(|c| {
            (c.bounds.start, std::cmp::Reverse(c.bounds.end), std::cmp::Reverse(matches[c.index].span.len()), self.rules.rules[c.rule].rank(), c.rule)
        });
        let mut pieces = Vec::new();
        let mut end = 0;
        for candidate in candidates {
            if candidate.bounds.start < end || self.cuts(candidate.bounds) {
                continue;
            }
            let read = self.read(candidate.rule, candidate.bounds, &matches[candidate.index]);
            if let Some(read) = read.filter(|read| !self.is_known(read)) {
                pieces.extend(read);
                end = candidate.bounds.end;
            }
        }
        pieces
    }

    /// Whether a join would take a part of a piece and leave the rest.
    fn cuts(&self, bounds: TokenSpan) -> bool {
        let inside = |at: u32| {
            let before = self.pieces.partition_point(|piece| piece.tokens.start < at);
            before > 0 && self.pieces[before - 1].tokens.end > at
        };
        inside(bounds.start) || inside(bounds.end)
    }

    /// Whether these pieces are there already: a list that the first round has read is not to keep the second from joining its members.
    fn is_known(&self, read: &[Piece]) -> bool {
        let known = |piece: &Piece| self.piece(piece.tokens).is_some_and(|old| old.fields == piece.fields && old.alone == piece.alone);
        !read.is_empty() && read.iter().all(known)
    }

    /// What a match says; `None` where its parts contradict each other.
    fn read(&self, rule: usize, bounds: TokenSpan, found: &Match) -> Option<Vec<Piece>> {
        let TimeRule { fields, none, alone, list, captures, .. } = &self.rules.rules[rule];
        if *none {
            return Some(Vec::new());
        }
        if list.is_some() {
            return self.list(rule, found);
        }
        let mut fields = fields.clone();
        let mut spans: Vec<(TokenSpan, &Capture)> = Vec::new();
        for (capture, span) in captures.iter().zip(&found.captures) {
            if let (Capture::Field { .. }, Some(span)) = (capture, span) {
                spans.push((*span, capture));
            }
        }
        spans.sort_by_key(|(span, _)| span.start);
        for (span, capture) in spans {
            let Capture::Field { key, .. } = capture else { continue };
            if !self.capture(&mut fields, key, capture, span)? {
                return None;
            }
        }
        Some(vec![Piece { tokens: bounds, fields, rule, alone: *alone, joined: !self.pieces.is_empty() }])
    }

    /// The members of a list or range, each completed by the one that says most.
    fn list(&self, rule: usize, found: &Match) -> Option<Vec<Piece>> {
        let TimeRule { fields, list, captures, alone, .. } = &self.rules.rules[rule];
        let key = list.as_deref()?;
        let mut pieces = Vec::new();
        let mut rest = None;
        for (capture, span) in captures.iter().zip(&found.captures) {
            let Some(span) = *span else { continue };
            let mut own = fields.clone();
            // A bare number in a list is what the others are, whatever it might be elsewhere: `thập niên 1970 và 1980`.
            let bare = matches!(capture, Capture::Item) && span.len() == 1 && self.text.tokens[span.start as usize].kind == Kind::Number;
            if let Some(piece) = self.piece(span).filter(|piece| piece.alone || !bare) {
                own.fill(&piece.fields);
            } else if let Capture::Field { key, .. } = capture {
                self.capture(&mut own, key, capture, span)?;
            } else {
                self.number(&mut own, key, span)?;
            }
            if matches!(capture, Capture::Rest) {
                rest = Some(own.clone());
            }
            pieces.push(Piece { tokens: span, fields: own, rule, alone: *alone, joined: !self.pieces.is_empty() });
        }
        pieces.sort_by_key(|piece| piece.tokens.start);
        if let Some(rest) = rest {
            pieces.iter_mut().for_each(|piece| complete(&mut piece.fields, &rest));
        }
        Some(pieces)
    }

    /// Writes what stands at `span` into `fields`; false where it contradicts them, `None` where it says nothing.
    fn capture(&self, fields: &mut Fields, key: &str, capture: &Capture, span: TokenSpan) -> Option<bool> {
        if let Some(piece) = self.piece(span) {
            return Some(fields.fill(&piece.fields));
        }
        if let Capture::Field { lists, .. } = capture {
            let row = |hit: &&Hit| hit.span == span && lists.contains(&hit.class);
            if let Some(row) = self.text.hits.at(span.start as usize).iter().find(row) {
                return Some(fields.fill(self.rules.rows.get(&row.payload)?));
            }
        }
        self.number(fields, key, span)?;
        Some(true)
    }

    fn piece(&self, span: TokenSpan) -> Option<&Piece> {
        let hit = self.hits.at(span.start as usize).iter().find(|hit| hit.span == span)?;
        self.pieces.get(hit.payload as usize)
    }

    /// Writes the number at `span` into the field `key`.
    fn number(&self, fields: &mut Fields, key: &str, span: TokenSpan) -> Option<()> {
        let amount = self.amount(span)?;
        if key == "amount" {
            fields.amount = Some(amount);
            return Some(());
        }
        let number = i16::try_from(amount.as_whole()?).ok()?;
        let small = u8::try_from(number).ok();
        match key {
            "year" => fields.year = Some(Field::Is(if number < 100 { two_digit_year(number) } else { number })),
            "anno" => fields.year = Some(Field::Is(number)),
            "decade" => fields.decade = Some(Field::Is(number / 10)),
            "century" => fields.century = Some(Field::Is(number - 1)),
            "half" => fields.half = Some(Field::Is(number)),
            "quarter" => fields.quarter = Some(Field::Is(number)),
            "month" => fields.month = Some(Field::Is(number)),
            "week" => fields.week = Some(Field::Is(number)),
            "weekday" => fields.weekday = Some(Field::Is(number)),
            "day" => fields.day = Some(Field::Is(number)),
            "hour" => fields.hour = Some(small?),
            "minute" => fields.minute = Some(small?),
            "second" => fields.second = Some(small?),
            _ => return None,
        }
        Some(())
    }

    /// The number that the words or digits in `span` make; other words are passed over.
    fn amount(&self, span: TokenSpan) -> Option<Amount> {
        let tokens = &self.text.tokens;
        let mut counter = Counter::default();
        let mut at = span.start as usize;
        let end = span.end as usize;
        while at < end {
            if tokens[at].kind == Kind::Number {
                let mut last = at;
                while last + 2 < end && tokens[last + 2].kind == Kind::Number && !tokens[last + 1].spaced() && !tokens[last + 2].spaced() {
                    last += 2;
                }
                let written = self.text.words(TokenSpan::new(at as u32, last as u32 + 1));
                counter.digits(written);
                at = last + 1;
                continue;
            }
            let word = self.text.hits.at(at).iter().find_map(|hit| Some((self.rules.numbers.get(&hit.payload)?, hit.span.end)));
            match word {
                Some((word, next)) if next as usize <= end => {
                    counter.word(*word);
                    at = next as usize;
                }
                _ => at += 1,
            }
        }
        counter.amount()
    }
}

/// The expression's own bounds inside a match.
fn bounds(rule: &TimeRule, found: &Match) -> TokenSpan {
    let mut spans = rule.captures.iter().zip(&found.captures);
    spans.find_map(|(capture, span)| if matches!(capture, Capture::Bounds) { *span } else { None }).unwrap_or(found.span)
}

/// Gives a list's member the month, year and so on that only its last member names.
fn complete(fields: &mut Fields, rest: &Fields) {
    let own = fields.clone();
    // "The same day (31/10)": the bracket says which.
    if own.anchor == Anchor::Previous && matches!(own.day, Some(Field::Shift(_))) && matches!(rest.day, Some(Field::Is(_))) {
        (fields.day, fields.month, fields.year, fields.anchor) = (rest.day, rest.month, rest.year, rest.anchor);
        return;
    }
    if own.day.is_some() && own.month.is_none() {
        fields.month = rest.month;
    }
    if fields.year.is_none() && own.decade.is_none() && own.century.is_none() {
        fields.year = rest.year;
    }
    fields.lunar |= rest.lunar && own.month.is_none();
    if own.look == crate::fields::Look::Open {
        fields.look = rest.look;
    }
    // A clock without a day takes the day, a part of the day the date.
    if (own.hour.is_some() || own.part.is_some()) && own.day.is_none() && own.weekday.is_none() {
        (fields.day, fields.month, fields.weekday, fields.week, fields.year) = (rest.day, rest.month, rest.weekday, rest.week, rest.year);
        fields.part = own.part.or(rest.part);
    }
    // Weekdays of one week, and a weekday beside its date.
    if own.weekday.is_some() && own.week.is_none() {
        fields.week = rest.week;
        if own.day.is_none() && rest.day.is_some() && (rest.weekday.is_none() || rest.weekday == own.weekday) {
            (fields.day, fields.month) = (rest.day, rest.month);
        }
    }
    step_back(fields, rest, &own);
}

/// From 28 to 3 November began in October; from 10 December to 8 January 2013 in 2012.
fn step_back(fields: &mut Fields, rest: &Fields, own: &Fields) {
    let day = |f: &Fields| if let Some(Field::Is(day)) = f.day { day } else { 0 };
    let (Some(Field::Is(month)), Some(Field::Is(last))) = (fields.month, rest.month) else { return };
    let later = month > last || month == last && day(own) > day(rest) && own.day.is_some() && rest.day.is_some();
    if !later {
        return;
    }
    if own.month.is_none() && month > 1 {
        fields.month = Some(Field::Is(month - 1));
    } else if own.year.is_none() {
        if own.month.is_none() {
            fields.month = Some(Field::Is(12));
        }
        fields.year = match fields.year {
            Some(Field::Is(year)) => Some(Field::Is(year - 1)),
            Some(Field::Shift(by)) => Some(Field::Shift(by - 1)),
            None => None,
        };
    }
}

fn two_digit_year(number: i16) -> i16 {
    if number < 50 { 2000 + number } else { 1900 + number }
}
