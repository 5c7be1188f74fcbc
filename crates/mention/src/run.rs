//! Runs of capitals: how far a name goes that no list knows.

use suquan_pattern::{Hits, Input};
use suquan_token::{Flags, Kind};

use crate::draft::Look;
use crate::lists::{Lists, NameKind, Sense, Tail};
use crate::shape::Shape;

/// A run of capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// The first token after it.
    pub(crate) end: usize,
    /// Its words with a capital.
    pub(crate) words: usize,
    /// What they look like.
    pub(crate) look: Look,
    /// It has an initial with a full stop.
    pub(crate) initial: bool,
    /// It has a small particle of foreign names.
    pub(crate) particle: bool,
    /// It has a hyphen inside.
    pub(crate) hyphen: bool,
}

/// What reading runs needs of a text.
#[derive(Clone, Copy)]
pub(crate) struct Runs<'t> {
    pub(crate) input: Input<'t>,
    pub(crate) shapes: &'t [Shape],
    pub(crate) lists: &'t Lists,
    pub(crate) hits: &'t Hits,
}

impl Runs<'_> {
    pub(crate) fn shape(&self, at: usize) -> Shape {
        self.shapes.get(at).copied().unwrap_or_default()
    }

    pub(crate) fn capital(&self, at: usize) -> bool {
        self.shape(at).has(Shape::CAPITAL)
    }

    pub(crate) fn text(&self, at: usize) -> &str {
        self.input.tokens.get(at).map_or("", |token| token.of(self.input.text))
    }

    /// Whether token `at` stands right behind the one before it.
    pub(crate) fn glued(&self, at: usize) -> bool {
        self.input.tokens.get(at).is_some_and(|token| !token.spaced())
    }

    fn word(&self, at: usize) -> bool {
        self.input.tokens.get(at).is_some_and(|token| token.kind == Kind::Word)
    }

    /// Whether token `at` stands in the same sentence as the one before it.
    pub(crate) fn goes_on(&self, at: usize) -> bool {
        self.input.tokens.get(at).is_some_and(|token| !token.flags.has(Flags::SENTENCE_START))
    }

    /// The run that opens at `start`, a token with a capital or a particle that opens names.
    pub(crate) fn at(&self, start: usize) -> Option<Run> {
        self.read(start, false)
    }

    /// The like, where a person's name is expected, in which a word may be a place's name too.
    pub(crate) fn person_at(&self, start: usize) -> Option<Run> {
        self.read(start, true)
    }

    fn read(&self, start: usize, person: bool) -> Option<Run> {
        let mut run = Run { end: start, words: 0, look: Look::Native, initial: false, particle: false, hyphen: false };
        let (mut foreign, mut marked, mut surname) = (false, false, false);
        let mut at = start;
        loop {
            if !self.capital(at) {
                let Some(next) = self.particle(at, run.words == 0) else { break };
                run.particle = true;
                at = next;
            }
            let shape = self.shape(at);
            if run.words > 0 && (foreign && shape.has(Shape::MARKED) || marked && shape.has(Shape::FOREIGN) && !shape.has(Shape::SHORT)) {
                break;
            }
            if run.words > 0 && (self.name_opens(at, surname, person && foreign) || self.changes_case(start, at)) {
                break;
            }
            if run.words == 0 {
                surname = self.lists.any(self.hits, at, |sense| matches!(sense, Sense::Surname(_)));
            }
            foreign |= shape.has(Shape::FOREIGN);
            marked |= shape.has(Shape::MARKED);
            run.words += 1;
            at = self.tail(at + 1, &mut run);
            run.end = at;
            if run.look == Look::Domain || !self.goes_on(at) {
                break;
            }
        }
        if run.words == 0 {
            return None;
        }
        if run.look != Look::Domain {
            run.look = if run.words == 1 && run.end == start + 1 && self.shape(start).has(Shape::CAPITALS) {
                Look::Acronym
            } else if foreign {
                Look::Foreign
            } else {
                Look::Native
            };
        }
        Some(run)
    }

    /// Whether capitals throughout end or begin at `at`, so that an abbreviation stands beside a name: `CIA Edward Snowden`.
    fn changes_case(&self, start: usize, at: usize) -> bool {
        let capitals = |at: usize| self.shape(at).has(Shape::CAPITALS);
        // `VTC News`, `HIS Jane's Consulting`: one name of an organisation.
        let tail = |at: usize| self.capital(at) && self.lists.any(self.hits, at, |sense| sense == Sense::Tail(Tail::Organization));
        if capitals(start) && (at..at + 4).any(tail) {
            return false;
        }
        let numeral = || self.text(at).bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'));
        capitals(start) && !capitals(at) && !self.shape(start).has(Shape::SHORT)
            || !capitals(start) && capitals(at) && !self.shape(at).has(Shape::SHORT) && !numeral()
    }

    /// Whether the word before a full stop can be an initial: one letter, or two that are no syllable.
    fn initial(&self, at: usize) -> bool {
        self.shape(at).has(Shape::SHORT) && (self.shape(at).has(Shape::FOREIGN) || self.text(at).len() == 1)
    }

    /// The token after the glued pieces that belong to the word before `at`: `-hye`, `.Putin`, `'s`, `.vn`.
    fn tail(&self, mut at: usize, run: &mut Run) -> usize {
        while self.glued(at) && self.goes_on(at) {
            let (sign, next) = (self.text(at), at + 1);
            match sign {
                "-" if self.glued(next) && self.word(next) && (self.capital(next) || self.text(next).is_ascii()) && !self.pair(at - 1, next) => {
                    run.hyphen = true
                }
                // `GD&TĐ`, also with a space on one side.
                "&" if self.shape(at - 1).has(Shape::CAPITALS) && self.shape(next).has(Shape::CAPITALS) => run.hyphen = true,
                "'" | "\u{2019}" if self.glued(next) && self.word(next) => {}
                "." if self.initial(at - 1) && self.capital(next) && self.goes_on(next) => run.initial = true,
                "." if self.glued(next) && self.domain(next) => run.look = Look::Domain,
                _ => break,
            }
            at = next + 1;
        }
        at
    }

    /// Whether two names of places stand left and right of a hyphen.
    fn pair(&self, left: usize, right: usize) -> bool {
        let place = |at| self.lists.any(self.hits, at, |sense| matches!(sense, Sense::Pair(_) | Sense::Name(_, NameKind::Country | NameKind::Place)));
        place(left) && place(right) || place(right) && self.capital(right)
    }

    fn domain(&self, at: usize) -> bool {
        self.lists.any(self.hits, at, |sense| sense == Sense::Tail(Tail::Domain))
            || self.text(at).bytes().all(|letter| letter.is_ascii_lowercase()) && self.text(at + 1) == "." && self.glued(at + 1) && self.glued(at + 2)
    }

    /// The capital after a particle at `at` (`bin Sultan`, `al-Faisal`).
    fn particle(&self, at: usize, opens: bool) -> Option<usize> {
        let wanted = |sense: Sense| matches!(sense, Sense::Particle(start) if start || !opens);
        if !self.lists.any(self.hits, at, wanted) || !opens && !self.goes_on(at) {
            return None;
        }
        let hyphen = self.text(at + 1) == "-" && self.glued(at + 1) && self.glued(at + 2);
        let next = if hyphen { at + 2 } else { at + 1 };
        (self.capital(next) && self.goes_on(next) && (hyphen || !opens)).then_some(next)
    }

    /// Whether a listed name of a place or organisation, or a title, opens at `at`, so that the run ends before it.
    fn name_opens(&self, at: usize, after_surname: bool, person: bool) -> bool {
        self.hits.at(at).iter().any(|hit| {
            let long = hit.span.len() > 1;
            match self.lists.sense(hit) {
                Sense::Name(crate::MentionType::Per, _) => false,
                // One native syllable may be the given name of the person that the run names.
                Sense::Name(crate::MentionType::Loc, _) if person && !long => false,
                Sense::Name(..) => long || self.shape(at).has(Shape::FOREIGN) || !after_surname,
                Sense::Title(kind) => long && kind != crate::lists::TitleKind::Address,
                Sense::OrgHead(_) => long && self.capital(at),
                _ => false,
            }
        })
    }
}
