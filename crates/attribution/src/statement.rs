//! Statements.

use suquan_mention::{EntityId, PartyKind};
use suquan_span::{ByteSpan, TokenSpan};

use crate::Topic;

/// Whether the words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementKind {
    /// All in quotation marks.
    Direct,
    /// Nothing is.
    Indirect,
    /// In part.
    Mixed,
}

suquan_span::codes! {
    StatementKind { Direct => "direct", Indirect => "indirect", Mixed => "mixed" }
}

/// The medium through which something was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// A code of the pack's list, such as `press-conference`, or a name such as `Truth Social`.
    pub channel: String,
    /// The words that tell it.
    pub span: ByteSpan,
}

/// A proposition that the text attributes to a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Who says it, where resolved.
    pub speaker: Option<EntityId>,
    /// The words that name the speaker (without title where resolved by name); `None` where the subject is understood.
    pub speaker_span: Option<ByteSpan>,
    /// The speaker's words in shorter forms, without determiners and what follows his noun: other names he may go by.
    pub speaker_forms: Vec<String>,
    /// What the speaker is, as his words say it where he is not resolved.
    pub speaker_kind: PartyKind,
    /// The words that attribute it.
    pub cue: ByteSpan,
    /// The proposition, quotation marks outside.
    pub content: ByteSpan,
    /// Its tokens.
    pub tokens: TokenSpan,
    /// Whether it is quoted.
    pub kind: StatementKind,
    /// The cue's class, such as `stress`.
    pub stance: String,
    /// To whom, where told.
    pub addressee: Option<EntityId>,
    /// Through what, where told.
    pub channel: Option<Channel>,
    /// When it was said (EDTF) and the words that tell it.
    pub date: Option<(String, ByteSpan)>,
    /// The state for which the speaker speaks: ISO 3166-1 alpha-2.
    pub side: Option<String>,
    /// What it speaks of.
    pub topics: Vec<Topic>,
    /// The rule that read it.
    pub rule: String,
}
