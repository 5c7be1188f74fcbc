//! What editors decide, kept by the words it is about, so that it holds after every new reading of them.

use serde::{Deserialize, Serialize};

use crate::events::{Constraints, Key};
use crate::record::Record;

/// The words that name an event: the document's hash and the code points of a trigger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark {
    /// The document's hash.
    pub document: String,
    /// First code point.
    pub start: u32,
    /// After the last code point.
    pub end: u32,
}

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "lowercase")]
pub enum Action {
    /// Two entries are one event.
    Merge {
        /// The mentions of the one.
        these: Vec<Mark>,
        /// The mentions of the other.
        those: Vec<Mark>,
    },
    /// These mentions are another event than those.
    Split {
        /// The mentions taken out.
        these: Vec<Mark>,
        /// The mentions left.
        those: Vec<Mark>,
    },
    /// A field of the entry has this value, whatever the accounts say.
    Set {
        /// Its mentions.
        these: Vec<Mark>,
        /// `date`, `place`, `status`, `type`.
        field: String,
        /// The value.
        value: String,
    },
    /// The entry is no event.
    Reject {
        /// Its mentions.
        these: Vec<Mark>,
    },
}

/// A decision with its author and reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Its number in the order of decisions.
    #[serde(default)]
    pub number: i64,
    /// Who decided.
    pub author: String,
    /// Why.
    pub reason: String,
    /// What.
    #[serde(flatten)]
    pub action: Action,
}

/// The account that a mark names, if it is still there.
#[must_use]
pub fn account(records: &[Record], mark: &Mark) -> Option<Key> {
    let article = records.binary_search_by(|record| record.hash.as_str().cmp(&mark.document)).ok()?;
    let names = |event: &crate::record::Account| event.triggers.iter().any(|t| t.span.start == mark.start && t.span.end == mark.end);
    Some((article, records[article].events.iter().position(names)?))
}

/// The merges and splits among the judgements, over the accounts that are there; records must be in the order of hashes.
#[must_use]
pub fn constraints(records: &[Record], judgements: &[Judgement]) -> Constraints {
    let mut out = Constraints::default();
    for judgement in judgements {
        let keys = |marks: &[Mark]| -> Vec<Key> { marks.iter().filter_map(|mark| account(records, mark)).collect() };
        match &judgement.action {
            Action::Merge { these, those } => {
                let (these, those) = (keys(these), keys(those));
                out.merge.extend(these.first().into_iter().flat_map(|a| those.iter().map(move |b| (*a, *b))));
            }
            Action::Split { these, those } => {
                let (these, those) = (keys(these), keys(those));
                out.split.extend(these.iter().flat_map(|a| those.iter().map(move |b| (*a, *b))));
            }
            Action::Set { .. } | Action::Reject { .. } => {}
        }
    }
    out
}
