//! The list, and what it knows of an id.

use rustc_hash::FxHashMap;

use crate::actor::{Actor, Kind, Record, Words};
use crate::beginning::Beginning;
use crate::term::{Office, Term};
use crate::{ActorError, Period};

/// The files of the list in the binary.
const EMBEDDED: [(&str, &str); 7] = [
    ("states.tsv", include_str!("../../../actors/states.tsv")),
    ("people.tsv", include_str!("../../../actors/people.tsv")),
    ("offices.tsv", include_str!("../../../actors/offices.tsv")),
    ("organizations.tsv", include_str!("../../../actors/organizations.tsv")),
    ("places.tsv", include_str!("../../../actors/places.tsv")),
    ("terms.tsv", include_str!("../../../actors/terms.tsv")),
    ("beginnings.tsv", include_str!("../../../actors/beginnings.tsv")),
];

/// An actor list.
#[derive(Clone, Debug, Default)]
pub struct Actors {
    pub(crate) records: Vec<Record>,
    pub(crate) by_id: FxHashMap<Words, u32>,
    pub(crate) terms: Vec<Term>,
    pub(crate) beginnings: Vec<Beginning>,
    /// When the list was made; a term without an end is known to go on until then.
    pub(crate) as_of: Option<Period>,
    /// The names of the files that the rows come from.
    pub(crate) files: Vec<String>,
    pub(crate) index: Index,
}

/// Ways into the list, as indices of its rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// The terms of an office, in the order of their starts.
    pub(crate) terms_of_office: FxHashMap<u32, Vec<u32>>,
    /// The terms of a person, in the order of their starts.
    pub(crate) terms_of_person: FxHashMap<u32, Vec<u32>>,
    /// The offices of a body, in file order.
    offices_of_body: FxHashMap<Words, Vec<u32>>,
    /// The state whose capital a place is; the first, where a state of the past had the same.
    capitals: FxHashMap<Words, u32>,
}

impl Actors {
    /// The list in the binary. It is read on every call, in a few milliseconds: keep it.
    #[must_use]
    pub fn embedded() -> Self {
        let (mut actors, mut errors) = (Self::default(), Vec::new());
        for (file, text) in EMBEDDED {
            actors.read(file, text, Words::Borrowed, &mut errors);
        }
        debug_assert!(errors.is_empty(), "the embedded list is tested to be without faults: {errors:?}");
        actors.reindex();
        actors
    }

    /// The list made of `files`, each with its name: `states.tsv`, `people.tsv`, `offices.tsv`, `organizations.tsv`, `places.tsv`, `terms.tsv`, `beginnings.tsv`.
    ///
    /// # Errors
    /// Every row that cannot be read, with file and line. What cannot be true is found by [`check`](crate::check()).
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, Vec<ActorError>> {
        let (mut actors, mut errors) = (Self::default(), Vec::new());
        // The ids in terms and beginnings are looked up, so these come last.
        for last in [false, true] {
            for (file, text) in files.iter().filter(|(file, _)| matches!(*file, "terms.tsv" | "beginnings.tsv") == last) {
                actors.read(file, text, |words| Words::Owned(words.to_owned()), &mut errors);
            }
        }
        actors.reindex();
        if errors.is_empty() { Ok(actors) } else { Err(errors) }
    }

    /// Fills the index anew.
    pub(crate) fn reindex(&mut self) {
        let mut index = Index::default();
        let mut order: Vec<u32> = (0..self.terms.len() as u32).collect();
        order.sort_by_key(|&term| self.terms[term as usize].start_days.first());
        for term in order {
            let Term { office, person, .. } = self.terms[term as usize];
            index.terms_of_office.entry(office).or_default().push(term);
            index.terms_of_person.entry(person).or_default().push(term);
        }
        for (number, record) in self.records.iter().enumerate().filter(|(_, record)| !record.of.is_empty()) {
            match record.kind {
                Kind::Office => index.offices_of_body.entry(record.of.clone()).or_default().push(number as u32),
                Kind::State => {
                    index.capitals.entry(record.of.clone()).or_insert(number as u32);
                }
                _ => {}
            }
        }
        self.index = index;
    }

    /// What the list knows of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Actor<'_>> {
        self.by_id.get(id).map(|&number| self.records[number as usize].actor())
    }

    /// Every row that has an id, in file order.
    pub fn iter(&self) -> impl Iterator<Item = Actor<'_>> {
        self.records.iter().map(Record::actor)
    }

    /// The code of the state that an id is, belongs to or lies in: `KR` for `place/busan`, `US` for `org/us-white-house` and `office/us-president`.
    #[must_use]
    pub fn country_of(&self, id: &str) -> Option<&str> {
        let actor = self.get(id)?;
        actor.country.or_else(|| (actor.kind == Kind::Office).then(|| self.get(actor.of)?.country)?)
    }

    /// The place that stands for a state's government.
    #[must_use]
    pub fn capital_of(&self, alpha2: &str) -> Option<&str> {
        let capital = self.get(&format!("country/{alpha2}"))?.of;
        (!capital.is_empty()).then_some(capital)
    }

    /// Whether a place stands for a state's government.
    #[must_use]
    pub fn is_capital(&self, place: &str) -> bool {
        self.index.capitals.contains_key(place)
    }

    /// The offices with that role of a state or organisation: `prime-minister` of `country/JP`. Mostly one.
    #[must_use]
    pub fn offices_with_role(&self, role: &str, of: &str) -> Vec<Office<'_>> {
        self.offices(of).filter(|office| office.role == role).collect()
    }

    /// The offices whose holders are meant by "the leader of" a body, the most powerful first.
    #[must_use]
    pub fn leader_offices(&self, of: &str) -> Vec<Office<'_>> {
        self.offices(of).filter(|office| office.leader).collect()
    }

    fn offices(&self, of: &str) -> impl Iterator<Item = Office<'_>> {
        let numbers = self.index.offices_of_body.get(of).map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|&number| {
            let record = &self.records[number as usize];
            Office { id: &record.id, role: &record.detail, of: &record.of, leader: record.leader }
        })
    }

    pub(crate) fn number(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    pub(crate) fn id(&self, number: u32) -> &str {
        &self.records[number as usize].id
    }
}
