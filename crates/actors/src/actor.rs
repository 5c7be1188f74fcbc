//! What the list knows of an id.

use std::borrow::Cow;

/// The words of a list: the embedded one's are in the binary, a user's are its own.
pub(crate) type Words = Cow<'static, str>;

/// The kinds of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A state, territory, or state of the past: `country/US`.
    State,
    /// A human being: `person/xi-jinping`.
    Person,
    /// An office: `office/us-president`.
    Office,
    /// An organisation or a body of a state: `org/un`.
    Organization,
    /// A place: `place/busan`.
    Place,
}

impl Kind {
    /// The kind that an id of that form has.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        match id.split_once('/')?.0 {
            "country" => Some(Self::State),
            "person" => Some(Self::Person),
            "office" => Some(Self::Office),
            "org" => Some(Self::Organization),
            "place" => Some(Self::Place),
            _ => None,
        }
    }
}

/// A row, whatever its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is.
    pub kind: Kind,
    /// The English or own name, for people who read the list; never for matching. An office has none.
    pub name: &'a str,
    /// The code of the state it is, or belongs to, or lies in: ISO 3166-1 alpha-2.
    pub country: Option<&'a str>,
    /// The kind of state, organisation or place; an office's role; empty for a person.
    pub detail: &'a str,
    /// A state's capital, an organisation's parent, an office's body; empty where there is none.
    pub of: &'a str,
    /// Its number in Wikidata.
    pub qid: Option<&'a str>,
    /// Where we know it from: codes, explained in the list's folder.
    pub source: &'a str,
}

/// A row as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) id: Words,
    pub(crate) kind: Kind,
    pub(crate) name: Words,
    pub(crate) country: Words,
    pub(crate) detail: Words,
    pub(crate) of: Words,
    pub(crate) qid: Words,
    pub(crate) source: Words,
    /// Of an office: the holder is "the leader of" its body.
    pub(crate) leader: bool,
    /// The file, by its number, and the line.
    pub(crate) place: (u16, u32),
}

impl Record {
    pub(crate) fn actor(&self) -> Actor<'_> {
        Actor {
            id: &self.id,
            kind: self.kind,
            name: &self.name,
            country: filled(&self.country),
            detail: &self.detail,
            of: &self.of,
            qid: filled(&self.qid),
            source: &self.source,
        }
    }
}

fn filled(words: &str) -> Option<&str> {
    (!words.is_empty()).then_some(words)
}
