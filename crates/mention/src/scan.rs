//! One walk over the tokens: titles, listed names, heads with what follows them, and runs of capitals.

mod head;
mod listed;
mod unknown;

use crate::draft::{Draft, Look, Title};
use crate::lists::{LocHead, NotName, Sense, TitleKind};
use crate::run::Runs;
use crate::shape::Shape;

/// What the walk finds, by start; drafts do not overlap.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scanned {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) titles: Vec<Title>,
}

/// Walks over a text.
pub(crate) fn scan(runs: Runs<'_>) -> Scanned {
    let mut scanner = Scanner { runs, found: Scanned::default(), expect: None, bar: None, place: None, paper: None };
    let mut at = 0;
    while at < runs.input.tokens.len() {
        at = scanner.step(at).max(at + 1);
    }
    scanner.found
}

struct Scanner<'t> {
    runs: Runs<'t>,
    found: Scanned,
    /// Where a person's name is expected, after which title, and whether the office's country stands between.
    expect: Option<(usize, TitleKind, bool)>,
    /// Where a name of a thing or treaty is expected.
    bar: Option<(usize, NotName)>,
    /// Where a place's name is expected, after which head, and where the head starts.
    place: Option<(usize, LocHead, usize)>,
    /// Where the name of a paper or company is expected.
    paper: Option<usize>,
}

impl Scanner<'_> {
    /// Reads what stands at `at`; the next token to look at.
    fn step(&mut self, at: usize) -> usize {
        let runs = self.runs;
        if !runs.goes_on(at) {
            (self.expect, self.bar, self.place, self.paper) = (None, None, None, None);
        }
        if !runs.capital(at) && !runs.lists.concern(runs.hits, at) {
            return self.sign(at);
        }
        let name = self.listed(at);
        if let Some(end) = self.byline(at, name.map(|(end, ..)| end)) {
            self.push(Draft::new(at, end, Look::Native));
            return end;
        }
        let reach = name.map_or(at, |(end, ..)| end);
        if let Some(end) = self.pair(at, reach).or_else(|| self.title(at, reach)).or_else(|| self.organisation(at, reach)).or_else(|| self.head(at, reach)) {
            return end;
        }
        if let Some((end, kind, name, row)) = name {
            return self.name(at, end, kind, name, row);
        }
        if let Some(end) = self.skip(at) {
            return end;
        }
        if runs.capital(at) || self.expect.is_some() {
            return self.run(at);
        }
        at + 1
    }

    /// A quotation mark between a head and the name keeps what is expected.
    fn sign(&mut self, at: usize) -> usize {
        let quote = matches!(self.runs.text(at), "\"" | "\u{201c}" | "\u{ab}" | "\u{2018}" | "'");
        if quote {
            let moved = |place: usize| if place == at { at + 1 } else { place };
            self.paper = self.paper.map(moved);
            self.bar = self.bar.map(|(place, bar)| (moved(place), bar));
            self.place = self.place.map(|(place, head, start)| (moved(place), if head == LocHead::Inside { head } else { LocHead::Outside }, start));
        }
        at + 1
    }

    /// The end of a line of capitals and no more, as authors sign: `Việt Anh`, which is no place with a word before it.
    fn byline(&self, at: usize, listed: Option<usize>) -> Option<usize> {
        let runs = self.runs;
        if !runs.shape(at).has(Shape::OPENS) {
            return None;
        }
        let syllable = |at: usize| runs.capital(at) && !runs.shape(at).has(Shape::CAPITALS) && !runs.shape(at).has(Shape::FOREIGN) && !runs.glued(at);
        let words = 1 + (at + 1..at + 5).take_while(|&next| runs.goes_on(next) && syllable(next)).count();
        let end = at + words;
        let alone = !runs.goes_on(end) || runs.text(end) == "(";
        let head = |sense| matches!(sense, Sense::OrgHead(_) | Sense::LocHead(_) | Sense::Title(_));
        (alone && (2..=4).contains(&words) && listed != Some(end) && !runs.lists.any(runs.hits, at, head)).then_some(end)
    }

    /// Capitals that open a sentence, and signs of no name.
    fn skip(&mut self, at: usize) -> Option<usize> {
        let runs = self.runs;
        let opener = runs.shape(at).has(Shape::OPENS)
            && runs.lists.any(runs.hits, at, |sense| sense == Sense::Opener)
            && self.expect.is_none_or(|(place, ..)| place != at);
        opener.then_some(at + 1)
    }

    /// A run of capitals at `at`.
    fn run(&mut self, at: usize) -> usize {
        let runs = self.runs;
        if runs.shape(at).has(Shape::SHOUTED) {
            return at + 1;
        }
        // `Tổng thống George Washington`: a person may be called like a place.
        let person = self.expect.is_some_and(|(place, _, of)| place == at && !of);
        match if person { runs.person_at(at) } else { runs.at(at) } {
            Some(run) => self.unknown(at, run),
            None => at + 1,
        }
    }

    fn push(&mut self, draft: Draft) {
        if self.found.drafts.last().is_some_and(|last| last.end() > draft.start()) {
            return;
        }
        self.found.drafts.push(draft);
    }
}
