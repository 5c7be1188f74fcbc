//! Names that no list knows, by their letters and what stands before them; short names of states.

use super::Scanner;
use crate::MentionType::{Loc, Org, Per};
use crate::draft::{Draft, Look, Why};
use crate::lists::{NameKind, Sense, Tail, TitleKind, Tradition};
use crate::run::Run;
use crate::shape::Shape;

impl Scanner<'_> {
    /// A short name of a state in a pair or row (`Mỹ - Trung`), or alone where the list allows it.
    pub(super) fn pair(&mut self, at: usize, reach: usize) -> Option<usize> {
        let runs = self.runs;
        let (hit, ()) = runs.lists.longest(runs.hits, at, |sense| matches!(sense, Sense::Pair(_)).then_some(()))?;
        let end = hit.span.end as usize;
        let alone = runs.hits.at(at).iter().any(|other| other.span == hit.span && runs.lists.sense(other) == Sense::Pair(true));
        if end < reach || self.expect.is_some_and(|(place, title, _)| place == at && title == TitleKind::Address) {
            return None;
        }
        let joined = |sign: &str| matches!(sign, "-" | "\u{2013}" | "\u{2014}" | "/");
        let place = |at: usize| runs.lists.any(runs.hits, at, |sense| matches!(sense, Sense::Pair(_) | Sense::Name(Loc, NameKind::Country)));
        let right = joined(runs.text(end)) && runs.goes_on(end + 1) && runs.capital(end + 1) && place(end + 1);
        let left = at > 1 && joined(runs.text(at - 1)) && self.found.drafts.last().is_some_and(|last| last.end() == at - 1 && last.best() == Some(Loc));
        let listed = reach == end;
        // It must not go on as another name: `châu Á - Thái Bình Dương`.
        let goes_on = runs.capital(end) && runs.goes_on(end) && runs.at(at).is_some_and(|run| run.end > end);
        if goes_on || !(left || right || alone && !listed) {
            return None;
        }
        let mut draft = Draft::new(at, end, Look::Native);
        draft.row = Some(hit.payload);
        if left || right {
            draft.add(Loc, 6, Why::Method("pair"));
        } else {
            draft.add(Loc, if runs.shape(at).has(Shape::OPENS) { 2 } else { 4 }, Why::Method("short-name"));
            if let Some((_, title, _)) = self.expect.filter(|&(place, ..)| place == at) {
                self.expect = Some((end, title, true));
                draft.add(Loc, 2, Why::Method("title"));
            }
        }
        self.push(draft);
        Some(end)
    }

    /// A name that no list knows.
    pub(super) fn unknown(&mut self, at: usize, run: Run) -> usize {
        let runs = self.runs;
        if self.place.is_some_and(|(place, ..)| place == at) {
            return self.after_head(at, run.end, None, false);
        }
        let mut draft = Draft::new(at, run.end, run.look);
        let opens = runs.shape(at).has(Shape::OPENS);
        let expected = self.expect.filter(|&(place, ..)| place == at);
        draft.weak = opens && run.words == 1 && run.look == Look::Native;
        self.letters(&mut draft, at, run);
        // An abbreviation between an office and a name is the office's body: `cựu điệp viên CIA Edward Snowden`.
        let body = run.look == Look::Acronym && expected.is_some_and(|(_, title, _)| title != TitleKind::Address);
        if let Some((_, title, _)) = expected.filter(|_| body) {
            draft.add(Org, 2, Why::Method("title"));
            self.expect = Some((run.end, title, true));
        } else if let Some((_, title, of)) = expected {
            let weight = match (title, of) {
                (TitleKind::Address, _) => 7,
                (_, false) => 6,
                (_, true) => 5,
            };
            // A lone native syllable after an office's country opens the next word: `Tổng thống Mỹ Hôm qua`.
            if !(of && run.look == Look::Native && run.words == 1) {
                draft.add(Per, weight, Why::Method("title"));
            }
            self.expect = None;
        }
        // `bản tin Chiều nay` announces nothing.
        let common = run.look == Look::Native && run.words == 1 && runs.lists.any(runs.hits, at, |sense| sense == Sense::Opener);
        if self.paper == Some(at) && !common {
            draft.add(Org, 8, Why::Method("announced"));
        }
        if self.bar.is_some_and(|(place, _)| place == at) {
            draft.barred = expected.is_none();
        }
        self.push(draft);
        run.end
    }

    /// What the letters themselves say.
    pub(super) fn letters(&self, draft: &mut Draft, at: usize, run: Run) {
        let runs = self.runs;
        let method = |name| Why::Method(name);
        match run.look {
            Look::Domain => draft.add(Org, 6, method("address")),
            // Numerals, and types of weapons and the like: `II`, `A320`.
            Look::Acronym
                if runs.text(at).bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X')) || runs.text(at).bytes().any(|sign| sign.is_ascii_digit()) => {}
            Look::Acronym => draft.add(Org, 3, method("acronym")),
            Look::Foreign => {
                let tail = |wanted| (at..run.end).any(|place| runs.lists.any(runs.hits, place, |sense| sense == Sense::Tail(wanted)));
                if tail(Tail::Organization) && run.words > 1 {
                    draft.add(Org, 4, method("foreign-tail"));
                } else if tail(Tail::Place) && run.words > 1 {
                    draft.add(Loc, 4, method("foreign-tail"));
                } else if run.words > 1 {
                    draft.add(Per, if run.words > 3 { 2 } else { 3 }, method("foreign-words"));
                }
                let surname = runs.lists.any(runs.hits, at, |sense| matches!(sense, Sense::Surname(Tradition::Romanised)));
                if run.words > 1 && (surname || run.hyphen) {
                    draft.add(Per, 2, method("surname"));
                }
                if run.particle {
                    draft.add(Per, 2, method("particle"));
                }
            }
            Look::Native => {
                let surname = runs.lists.any(runs.hits, at, |sense| matches!(sense, Sense::Surname(Tradition::Native | Tradition::Han)));
                let given = (at + 1..run.end).all(|place| runs.lists.any(runs.hits, place, |sense| matches!(sense, Sense::Given | Sense::Surname(_))));
                match run.words {
                    3 | 4 if surname => draft.add(Per, if given { 4 } else { 3 }, method("surname")),
                    2 if surname && given => draft.add(Per, 2, method("surname")),
                    2 | 3 if given && runs.lists.any(runs.hits, at, |sense| sense == Sense::Given) => draft.add(Per, 1, method("given-names")),
                    _ => {}
                }
            }
        }
        if run.initial {
            draft.add(Per, 4, method("initial"));
        }
    }
}
