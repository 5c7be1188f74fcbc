//! Commitments.

use suquan_event::{Participant, Quantity};
use suquan_span::ByteSpan;

/// How far a promise has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommitmentStatus {
    /// Given.
    Promised,
    /// Weighed.
    Considered,
    /// Given on a condition.
    Conditional,
    /// Kept.
    Fulfilled,
    /// Taken back.
    Withdrawn,
}

suquan_span::codes! {
    CommitmentStatus { Promised => "promised", Considered => "considered", Conditional => "conditional", Fulfilled => "fulfilled", Withdrawn => "withdrawn" }
}

/// A promise of a party about its own conduct.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitment {
    /// Who promises.
    pub agent: Participant,
    /// To whom, where told.
    pub recipient: Option<Participant>,
    /// What, in the text's words.
    pub content: ByteSpan,
    /// The words that make it a promise.
    pub cue: ByteSpan,
    /// Numbers of it, with their baseline.
    pub quantities: Vec<Quantity>,
    /// By when: EDTF and the words.
    pub due: Option<(String, ByteSpan)>,
    /// On what condition: the words.
    pub condition: Option<ByteSpan>,
    /// How far it has come.
    pub status: CommitmentStatus,
    /// The rule that read it.
    pub rule: String,
}
