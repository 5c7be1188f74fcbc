//! Names of organisations that open with a head: `Bộ Ngoại giao Trung Quốc`, `Cơ quan An ninh Quốc gia`, `đại sứ quán Úc`.
//!
//! The head says how the name may go on; it goes on over small words of the trade, capitals, other heads and at most one name of a place, an
//! organisation or (for governments) a person, with which it ends. Only what the pack lists is read over, so a verb ends the name.

use crate::MentionType;
use crate::draft::Look;
use crate::lists::{LocHead, NameKind, OrgHead, OrgWord, Sense, Tradition};
use crate::run::Runs;
use crate::shape::Shape;

/// The most tokens of such a name.
const LONGEST: usize = 24;

/// A head's name, as far as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Organisation {
    /// The first token after it.
    pub(crate) end: usize,
    /// It has no more than its head.
    pub(crate) bare: bool,
    /// Something in it has a capital besides the head, or it ends with a name.
    pub(crate) named: bool,
}

/// Reads on from a head that covers the tokens `start..after`.
pub(crate) fn read(runs: Runs<'_>, start: usize, after: usize, head: OrgHead) -> Option<Organisation> {
    let capital = runs.capital(start);
    if !capital && !head.lower {
        return None;
    }
    let mut reader = Reader { runs, head, limit: start + LONGEST, good: after, named: false, words: 0 };
    reader.go(after, capital);
    let opens = runs.shape(start).has(Shape::OPENS);
    let content = reader.good > after;
    let accepted = match (capital, content) {
        (true, true) => reader.named || !opens,
        (true, false) => head.bare && !runs.shape(start).has(Shape::SHOUTED),
        (false, true) => reader.named,
        (false, false) => false,
    };
    accepted.then_some(Organisation { end: reader.good, bare: !content, named: reader.named })
}

struct Reader<'t> {
    runs: Runs<'t>,
    head: OrgHead,
    limit: usize,
    /// The end of the last piece that may end the name.
    good: usize,
    named: bool,
    words: usize,
}

impl Reader<'_> {
    fn go(&mut self, after: usize, capital_head: bool) {
        let mut at = after;
        let mut first = true;
        while at < self.limit && self.runs.goes_on(at) {
            if let Some(end) = self.name(at, first, capital_head) {
                self.good = end;
                self.named = true;
                return;
            }
            let strict = first && !capital_head;
            if strict && self.head.need_name {
                return;
            }
            if let Some(end) = self.division(at) {
                self.good = end;
                self.named = true;
                return;
            }
            let next = self.word(at, strict, after).or_else(|| self.nested(at, first)).or_else(|| self.capital(at, first)).or_else(|| self.join(at));
            let Some(next) = next else { return };
            at = next;
            first = false;
        }
    }

    /// A listed name that ends the whole.
    fn name(&mut self, at: usize, first: bool, capital_head: bool) -> Option<usize> {
        let runs = self.runs;
        // `chính quyền Syria` is a name, `văn phòng Hà Nội` and `cơ quan Mỹ` are an office and a body somewhere.
        let place = !first || capital_head || self.head.need_name;
        let government = self.head.government && first;
        let (hit, ()) = runs.lists.longest(runs.hits, at, |sense| match sense {
            Sense::Name(MentionType::Per, NameKind::Full) => government.then_some(()),
            Sense::Name(MentionType::Per, _) => None,
            Sense::Name(MentionType::Loc, _) => place.then_some(()),
            Sense::Name(..) => Some(()),
            // A short name of a state stands here for the long one.
            Sense::Pair(alone) => (alone && place).then_some(()),
            _ => None,
        })?;
        // A trade word that is longer than the name, or a capital that the name does not cover, wins.
        let longer = runs.lists.longest(runs.hits, at, |sense| matches!(sense, Sense::OrgWord(_) | Sense::Field).then_some(()));
        if longer.is_some_and(|(word, ())| word.span.end > hit.span.end) || !runs.capital(at) && hit.span.len() < 2 {
            return None;
        }
        let end = hit.span.end as usize;
        match self.other_side(end) {
            // `liên minh Mỹ-Nhật` is one between states, `Ủy ban hợp tác Ấn Độ - Philippines` a name.
            Some(_) if first => None,
            Some(other) => Some(other),
            None => Some(end),
        }
    }

    /// The end of the name of a place that a dash joins to the one that ends at `end`.
    fn other_side(&self, end: usize) -> Option<usize> {
        let runs = self.runs;
        let dash = matches!(runs.text(end), "-" | "\u{2013}" | "\u{2014}");
        let place = |sense| matches!(sense, Sense::Name(MentionType::Loc, _) | Sense::Pair(_)).then_some(());
        let (other, ()) = runs.lists.longest(runs.hits, end + 1, place).filter(|_| dash && runs.goes_on(end + 1))?;
        Some(other.span.end as usize)
    }

    /// A division of a state that the body is of (`Ủy ban nhân dân tỉnh Quảng Ninh`), which for a party's body needs no name (`Đảng bộ thành phố`).
    fn division(&self, at: usize) -> Option<usize> {
        let runs = self.runs;
        let (hit, ()) = runs.lists.longest(runs.hits, at, |sense| matches!(sense, Sense::LocHead(LocHead::Division)).then_some(()))?;
        let end = hit.span.end as usize;
        let listed = || {
            runs.lists.longest(runs.hits, end, |sense| matches!(sense, Sense::Name(MentionType::Loc, _)).then_some(())).map(|(name, ())| name.span.end as usize)
        };
        if runs.goes_on(end) && runs.capital(end) {
            return listed().or_else(|| runs.at(end).map(|run| run.end));
        }
        self.head.party.then_some(end)
    }

    /// A word of the trade; what is written small must be led on to.
    fn word(&mut self, at: usize, strict: bool, after: usize) -> Option<usize> {
        let runs = self.runs;
        let wanted = |sense| match sense {
            Sense::OrgWord(OrgWord::Join) => None,
            Sense::OrgWord(word) => Some(word),
            Sense::Field => Some(OrgWord::Field),
            _ => None,
        };
        let (hit, word) = runs.lists.longest(runs.hits, at, wanted)?;
        let capital = runs.capital(at);
        if strict && !capital && !self.leads_to_name(hit.span.end as usize) {
            return None;
        }
        let end = hit.span.end as usize;
        self.words += 1;
        if capital {
            self.named = true;
        }
        if capital || word == OrgWord::Field || at == after && self.named {
            self.good = end;
        }
        Some(end)
    }

    /// Whether a capital that names no place follows a small first word: `văn phòng nhân quyền Liên Hợp Quốc`, but not `cơ quan tình báo Mỹ`.
    fn leads_to_name(&self, at: usize) -> bool {
        let runs = self.runs;
        let place = || runs.lists.any(runs.hits, at, |sense| matches!(sense, Sense::Name(MentionType::Loc, _) | Sense::Pair(_)));
        runs.capital(at) && runs.goes_on(at) && !place()
    }

    /// Another head inside the name (`Ban Thư ký Ủy ban …`).
    fn nested(&mut self, at: usize, first: bool) -> Option<usize> {
        let runs = self.runs;
        let (hit, head) = runs.lists.longest(runs.hits, at, |sense| if let Sense::OrgHead(head) = sense { Some(head) } else { None })?;
        if head.drop || !runs.capital(at) || first && self.head.need_name {
            return None;
        }
        let end = hit.span.end as usize;
        if head.bare {
            self.good = end;
        }
        self.words += 1;
        Some(end)
    }

    /// A word with a capital that no list has, with the small syllable of the same word after it.
    fn capital(&mut self, at: usize, first: bool) -> Option<usize> {
        let runs = self.runs;
        if !runs.capital(at) || runs.shape(at).has(Shape::SHOUTED) {
            return None;
        }
        let place = |sense| matches!(sense, Sense::Name(MentionType::Loc, _) | Sense::Pair(_));
        if first && runs.lists.any(runs.hits, at, place) {
            return None;
        }
        let run = runs.at(at)?;
        let person = runs.lists.any(runs.hits, at, |sense| matches!(sense, Sense::Surname(Tradition::Native | Tradition::Romanised)))
            && (2..=4).contains(&run.words)
            || runs.shape(at).has(Shape::FOREIGN) && run.words >= 2 && !first;
        let title = runs.lists.any(runs.hits, at, |sense| matches!(sense, Sense::Title(_)));
        let listed = runs.lists.any(runs.hits, at, |sense| matches!(sense, Sense::Name(MentionType::Per, NameKind::Full)));
        if (!first || self.head.bare) && (person || listed) || title {
            return None;
        }
        let foreign = run.look != Look::Native;
        if foreign && (self.head.bare || run.look == Look::Acronym && self.words == 0) {
            return None;
        }
        self.named = true;
        self.words += 1;
        if foreign {
            self.good = run.end;
            return Some(run.end);
        }
        // `Biên giới Điện tử`: the second syllable of a word is small.
        let small = at + 1;
        let next = at + 2;
        let goes = |at: usize| runs.goes_on(at) && (runs.capital(at) || runs.glued(at));
        if runs.goes_on(small) && !runs.capital(small) && !runs.glued(small) && goes(next) && !self.stops(small) {
            self.good = next;
            return Some(next);
        }
        self.good = at + 1;
        Some(at + 1)
    }

    /// Whether a small syllable is a word of its own.
    fn stops(&self, at: usize) -> bool {
        let runs = self.runs;
        let word = runs.text(at);
        !word.chars().all(char::is_alphabetic)
            || runs.lists.any(runs.hits, at, |sense| matches!(sense, Sense::OrgWord(OrgWord::Join) | Sense::Title(_) | Sense::LocHead(_) | Sense::NotName(_)))
            || self.common(at)
    }

    /// Whether the word at `at` is one that opens sentences: a word of grammar, not of names.
    fn common(&self, at: usize) -> bool {
        self.runs.lists.common(self.runs.input.tokens[at].symbol)
    }

    /// A joining word with more of the name behind it.
    fn join(&mut self, at: usize) -> Option<usize> {
        let runs = self.runs;
        runs.lists.longest(runs.hits, at, |sense| (sense == Sense::OrgWord(OrgWord::Join)).then_some(()))?;
        let next = at + 1;
        if self.good != at || !runs.goes_on(next) || !runs.capital(next) {
            return None;
        }
        let trade = runs.lists.any(runs.hits, next, |sense| matches!(sense, Sense::OrgWord(OrgWord::Field | OrgWord::Act) | Sense::Field));
        let other = runs.lists.any(runs.hits, next, |sense| matches!(sense, Sense::OrgHead(_) | Sense::Name(..)));
        (trade && !other).then_some(next)
    }
}
