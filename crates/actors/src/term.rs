//! Who held an office in a period.

use crate::actor::Words;
use crate::{Actors, Period};

/// An office of a state or organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office<'a> {
    /// Its id.
    pub id: &'a str,
    /// What its holder is: `president`, `prime-minister`, `foreign-minister`.
    pub role: &'a str,
    /// The state or organisation: `country/US`, `org/un`.
    pub of: &'a str,
    /// Whether "the leader of" the body means its holder.
    pub leader: bool,
}

/// On what a term rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// It stands in a dated list, or in the user's own.
    Listed,
    /// The editors know it without a list.
    Editor,
    /// The period lies after what the list knows: after it was made, or after the last day on which the person is known to have held the office.
    Beyond,
}

/// Somebody who held an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder<'a> {
    /// The person's id.
    pub person: &'a str,
    /// The office's id.
    pub office: &'a str,
    /// When the term began: EDTF as fine as it is known.
    pub start: &'a str,
    /// When it ended; empty where it had not when the list was made; with `?` where it may have lasted longer.
    pub end: &'a str,
    /// Where we know the term from: codes, explained in the list's folder.
    pub source: &'a str,
    /// On what it rests.
    pub basis: Basis,
    /// Nobody else can be meant. Never true of [`Basis::Beyond`], nor where two persons may have held the office in the period, on whatever the terms rest.
    pub sure: bool,
}

/// A term as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) office: u32,
    pub(crate) person: u32,
    pub(crate) start: Words,
    pub(crate) end: Words,
    pub(crate) source: Words,
    /// Two hold the office together.
    pub(crate) joint: bool,
    pub(crate) start_days: Period,
    /// `None`: not over when the list was made.
    pub(crate) end_days: Option<Period>,
    /// It may have lasted longer than its end.
    pub(crate) uncertain: bool,
    /// The file, by its number, and the line.
    pub(crate) place: (u16, u32),
}

impl Term {
    /// The last day on which the office may have been held.
    pub(crate) fn last(&self) -> i32 {
        match self.end_days {
            Some(end) if !self.uncertain => end.last(),
            _ => i32::MAX,
        }
    }

    fn may_hold(&self, at: Period) -> bool {
        self.start_days.first() <= at.last() && self.last() >= at.first()
    }

    fn basis(&self, at: Period, as_of: Option<Period>) -> Basis {
        let known = match self.end_days {
            Some(end) => Some(end),
            None => as_of,
        };
        if self.last() == i32::MAX && known.is_some_and(|known| at.first() > known.last()) {
            Basis::Beyond
        } else if self.source == "editor" {
            Basis::Editor
        } else {
            Basis::Listed
        }
    }
}

impl Actors {
    /// Who held an office in `at`: one holder who is sure, or all who may be meant, in the order of their starts.
    #[must_use]
    pub fn holders(&self, office: &str, at: Period) -> Vec<Holder<'_>> {
        let terms = self.terms(office);
        // A term that may have lasted longer is over once somebody else surely holds the office.
        let succeeded = |index: usize| {
            let term = &terms[index];
            term.last() == i32::MAX && terms[index + 1..].iter().any(|next| next.person != term.person && !next.joint && next.start_days.last() < at.first())
        };
        let mut holders: Vec<Holder<'_>> = Vec::new();
        for (index, term) in terms.iter().enumerate() {
            if term.may_hold(at) && !succeeded(index) {
                holders.push(self.holder(term, at));
            }
        }
        decide(holders)
    }

    /// Every term of an office, in the order of their starts.
    #[must_use]
    pub fn terms_of(&self, office: &str) -> Vec<Holder<'_>> {
        self.terms(office).into_iter().map(|term| Holder { sure: true, ..self.holder(term, term.start_days) }).collect()
    }

    /// Who had held an office and no longer did in `at`, the last first; each person once. Sure where there is one such person.
    #[must_use]
    pub fn former_holders(&self, office: &str, at: Period) -> Vec<Holder<'_>> {
        let now = self.holders(office, at);
        let mut former: Vec<Holder<'_>> = Vec::new();
        for term in self.terms(office).iter().rev() {
            let person = self.id(term.person);
            let over = term.end_days.is_some() && !term.uncertain && term.last() < at.first();
            if over && !now.iter().any(|holder| holder.person == person) && !former.iter().any(|holder| holder.person == person) {
                former.push(self.holder(term, at));
            }
        }
        decide(former)
    }

    /// Who took an office next after `at`, as it is known now.
    #[must_use]
    pub fn next_holder(&self, office: &str, at: Period) -> Option<Holder<'_>> {
        let terms = self.terms(office);
        let next = terms.iter().find(|term| term.start_days.first() > at.last())?;
        Some(Holder { sure: !next.joint, ..self.holder(next, at) })
    }

    /// Who is meant in `at` by a role of a state or organisation, by all the [offices](Actors::offices_meant) that it can be; each person once, sure where there is
    /// but one.
    #[must_use]
    pub fn meant(&self, role: &str, of: &str, at: Period) -> Vec<Holder<'_>> {
        let mut meant: Vec<Holder<'_>> = Vec::new();
        for office in self.offices_meant(role, of) {
            for holder in self.holders(office.id, at) {
                if !meant.iter().any(|other| other.person == holder.person) {
                    meant.push(holder);
                }
            }
        }
        decide(meant)
    }

    /// Who leads a state or organisation in `at`: who is [meant](Actors::meant) by its `leader`.
    #[must_use]
    pub fn leaders(&self, of: &str, at: Period) -> Vec<Holder<'_>> {
        self.meant("leader", of, at)
    }

    /// The offices that a person held in `at`, or ever, in the order of their starts. Sure where nobody else can have held the office then.
    #[must_use]
    pub fn offices_of(&self, person: &str, at: Option<Period>) -> Vec<Holder<'_>> {
        let Some(terms) = self.number(person).and_then(|person| self.index.terms_of_person.get(&person)) else { return Vec::new() };
        let terms = terms.iter().map(|&term| &self.terms[term as usize]);
        let Some(at) = at else { return terms.map(|term| Holder { sure: true, ..self.holder(term, term.start_days) }).collect() };
        let held = terms.filter(|term| term.may_hold(at));
        held.filter_map(|term| self.holders(self.id(term.office), at).into_iter().find(|holder| holder.person == person && holder.start == term.start))
            .collect()
    }

    fn terms(&self, office: &str) -> Vec<&Term> {
        let terms = self.number(office).and_then(|office| self.index.terms_of_office.get(&office));
        terms.map_or_else(Vec::new, |terms| terms.iter().map(|&term| &self.terms[term as usize]).collect())
    }

    fn holder<'a>(&'a self, term: &'a Term, at: Period) -> Holder<'a> {
        Holder {
            person: self.id(term.person),
            office: self.id(term.office),
            start: &term.start,
            end: &term.end,
            source: &term.source,
            basis: term.basis(at, self.as_of),
            sure: false,
        }
    }
}

/// Marks the holders as sure where they are one person of whom the list knows enough; two terms of one person count as one.
fn decide(mut holders: Vec<Holder<'_>>) -> Vec<Holder<'_>> {
    let one = holders.iter().all(|holder| holder.person == holders[0].person);
    for holder in &mut holders {
        holder.sure = one && holder.basis != Basis::Beyond;
    }
    holders
}
