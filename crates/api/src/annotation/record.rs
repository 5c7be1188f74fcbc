//! The shapes of an annotation's pieces, as `schemas/` describes them; the words in them are the reading's own.

use serde::Serialize;
use serde_json::Value;

/// Words of the article with their place in code points, and with the rule that read them where they are evidence.
#[derive(Serialize)]
pub(super) struct Span<'r> {
    pub start: u32,
    pub end: u32,
    pub text: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'r str>,
}

/// The words behind one value: one stretch in an article, where a ledger has several.
pub(super) type Grounds<'r> = [Span<'r>; 1];

#[derive(Serialize)]
pub(super) struct Annotation<'r> {
    pub schema: &'static str,
    pub id: &'r str,
    pub hash: &'r str,
    pub language: &'r str,
    pub title: Option<&'r str>,
    pub published: Option<&'r str>,
    pub published_basis: &'static str,
    pub source: Option<&'r str>,
    pub text: &'r str,
    pub parts: Vec<Part>,
    pub times: Vec<Time<'r>>,
    pub mentions: Vec<Mention<'r>>,
    pub statements: Vec<Statement<'r>>,
    pub events: Vec<Event<'r>>,
    pub commitments: Vec<Commitment<'r>>,
    pub diagnostics: Vec<Diagnostic<'r>>,
}

#[derive(Serialize)]
pub(super) struct Part {
    pub start: u32,
    pub end: u32,
    pub role: &'static str,
}

#[derive(Serialize)]
pub(super) struct Time<'r> {
    pub start: u32,
    pub end: u32,
    pub text: &'r str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub value: &'r str,
    #[serde(rename = "mod")]
    pub modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<&'r str>,
    pub basis: &'r str,
    pub rule: &'r str,
}

#[derive(Serialize)]
pub(super) struct Mention<'r> {
    pub start: u32,
    pub end: u32,
    pub text: &'r str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub actor: Option<&'r str>,
    pub chain: u32,
}

#[derive(Serialize)]
pub(super) struct Party<'r> {
    pub name: &'r str,
    pub actor: Option<&'r str>,
    pub kind: &'static str,
    pub country: Option<&'r str>,
    pub aliases: Vec<&'r str>,
    pub members: Vec<Party<'r>>,
}

#[derive(Serialize)]
pub(super) struct Topic<'r> {
    pub topic: &'r str,
    pub span: Span<'r>,
}

#[derive(Serialize)]
pub(super) struct Statement<'r> {
    pub speaker: Party<'r>,
    pub cue: Span<'r>,
    pub content: Span<'r>,
    pub kind: &'static str,
    pub stance: &'r str,
    pub addressee: Option<Party<'r>>,
    pub channel: Option<&'r str>,
    pub date: Option<&'r str>,
    pub side: Option<&'r str>,
    pub topics: Vec<Topic<'r>>,
    pub evidence: StatementEvidence<'r>,
}

#[derive(Serialize)]
pub(super) struct StatementEvidence<'r> {
    pub speaker: Vec<Span<'r>>,
    pub channel: Vec<Span<'r>>,
    pub date: Vec<Span<'r>>,
}

#[derive(Serialize)]
pub(super) struct Raised<'r> {
    pub topic: &'r str,
    pub side: Option<&'r str>,
    pub span: Span<'r>,
}

#[derive(Serialize)]
pub(super) struct Quantity<'r> {
    pub value: Value,
    pub unit: &'r str,
    pub of: Option<&'r str>,
    pub baseline: Option<Value>,
    pub modifier: Option<&'r str>,
}

#[derive(Serialize)]
pub(super) struct Event<'r> {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub modes: &'r [String],
    pub actors: Vec<Party<'r>>,
    pub recipients: Vec<Party<'r>>,
    pub date: Option<&'r str>,
    pub date_basis: Option<&'static str>,
    pub place: Option<&'r str>,
    pub duration: Option<&'r str>,
    pub quantities: Vec<Quantity<'r>>,
    pub status: &'static str,
    pub claimed_by: Vec<Party<'r>>,
    pub topics: Vec<Raised<'r>>,
    pub evidence: EventEvidence<'r>,
}

/// Evidence by field; a field without a value has none.
#[derive(Serialize)]
pub(super) struct EventEvidence<'r> {
    pub trigger: Vec<Span<'r>>,
    pub actors: Vec<Grounds<'r>>,
    pub recipients: Vec<Grounds<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Grounds<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Grounds<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Grounds<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<Grounds<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub claimed_by: Vec<Grounds<'r>>,
}

#[derive(Serialize)]
pub(super) struct Commitment<'r> {
    pub agent: Party<'r>,
    pub recipient: Option<Party<'r>>,
    pub content: Span<'r>,
    pub quantities: Vec<Quantity<'r>>,
    pub due: Option<&'r str>,
    pub status: &'static str,
    pub condition: Option<Span<'r>>,
    pub evidence: CommitmentEvidence<'r>,
}

/// Evidence by field; a field without a value has none.
#[derive(Serialize)]
pub(super) struct CommitmentEvidence<'r> {
    pub cue: Grounds<'r>,
    pub agent: Grounds<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient: Option<Grounds<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Grounds<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<Grounds<'r>>,
}

#[derive(Serialize)]
pub(super) struct Diagnostic<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
    pub code: &'static str,
    pub severity: &'static str,
    pub detail: &'r str,
}
