//! The entries of the ledger: what resolution gives.

use std::collections::BTreeMap;

use crate::judge::Verdict;
use crate::record::{Ground, Party, Quantity, Quote, Topic};

/// Everything that a set of articles tells, each thing once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// The articles, by hash.
    pub documents: Vec<Document>,
    /// What happened, by date, then id.
    pub events: Vec<Event>,
    /// What was promised, by due date, then id.
    pub promises: Vec<Promised>,
    /// Articles by what they report.
    pub stories: Vec<Story>,
}

/// An article of the ledger.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its label.
    pub id: String,
    /// The hash of its content.
    pub hash: String,
    /// Its language.
    pub language: String,
    /// Its headline.
    pub title: Option<String>,
    /// The outlet.
    pub source: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// How that is known.
    pub published_basis: String,
    /// Where it was inferred: the events that date it.
    pub dated_by: Vec<String>,
    /// The index of the first of the articles with its origin: its own where it stands alone.
    pub origin: usize,
    /// Why it shares that origin with others: `near-copy`, `credit`, `quotation`; empty where it stands alone.
    pub origin_reasons: Vec<&'static str>,
    /// The index of its story.
    pub story: usize,
}

/// Words of an article of the ledger, with the rule that read them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// Index of the article.
    pub document: usize,
    /// Where and by which rule.
    pub ground: Ground,
}

/// A party of an entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Member {
    /// Who; aliases of all articles together.
    pub party: Party,
    /// Of a group: its members.
    pub members: Vec<Party>,
    /// The words of each article that put it there.
    pub evidence: Vec<Evidence>,
}

/// A value with the words it stands on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// The value.
    pub value: String,
    /// Its words.
    pub evidence: Vec<Evidence>,
}

/// An article's report of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Index of the article.
    pub document: usize,
    /// The words that name the event, with their rules.
    pub spans: Vec<Ground>,
    /// The status in which it reports it.
    pub status: String,
    /// The date that it gives.
    pub date: Option<String>,
}

/// Kinds of difference between accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// They cannot both be true.
    Conflict,
    /// A later report corrects an earlier one.
    Revision,
    /// One includes the other.
    Precision,
    /// Only one account has it.
    OneSided,
}

/// A difference between accounts in one field.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The contract's `attribute`, or `topic`.
    pub attribute: &'static str,
    /// How they differ.
    pub kind: Kind,
    /// Each value with the article and the words that give it.
    pub values: Vec<Differing>,
    /// Of a one-sided difference: indices of the articles that report the event and leave this out.
    pub silent: Vec<usize>,
    /// Of a topic that one side alone speaks of: the sides that speak of others, ISO 3166-1 alpha-2.
    pub silent_sides: Vec<String>,
}

impl Difference {
    /// A difference without values.
    #[must_use]
    pub fn new(attribute: &'static str, kind: Kind) -> Self {
        Self { attribute, kind, values: Vec::new(), silent: Vec::new(), silent_sides: Vec::new() }
    }

    /// Adds a value, once an article and side.
    pub fn tell(&mut self, one: Differing) {
        if !self.values.iter().any(|known| known.value == one.value && known.document == one.document && known.side == one.side) {
            self.values.push(one);
        }
    }
}

/// One account's value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Differing {
    /// The value.
    pub value: String,
    /// Index of the article.
    pub document: usize,
    /// The words.
    pub span: Quote,
    /// The side that tells it, where the side matters: ISO 3166-1 alpha-2.
    pub side: Option<String>,
}

/// A topic and the account that brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The topic, its side and words.
    pub topic: Topic,
    /// Index of the article.
    pub document: usize,
}

/// A quantity and the account that gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// The quantity.
    pub quantity: Quantity,
    /// Index of the article.
    pub document: usize,
}

/// An edge of a merge: two reports of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Index of one article.
    pub a: usize,
    /// Index of the other.
    pub b: usize,
    /// Score and reasons.
    pub verdict: Verdict,
}

/// One event over all articles that report it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// Its least mention, as an id.
    pub id: String,
    /// PLOVER's type.
    pub kind: String,
    /// PLOVER's modes.
    pub modes: Vec<String>,
    /// Who acts.
    pub actors: Vec<Member>,
    /// Who is acted upon.
    pub recipients: Vec<Member>,
    /// When: EDTF.
    pub date: Option<Value>,
    /// The contract's `date_basis`.
    pub date_basis: Option<String>,
    /// Where.
    pub place: Option<Value>,
    /// How long.
    pub duration: Option<Value>,
    /// Numbers of it.
    pub quantities: Vec<Counted>,
    /// The contract's status.
    pub status: String,
    /// Who alone claims it.
    pub claimed_by: Vec<Member>,
    /// What was raised at it.
    pub topics: Vec<Raised>,
    /// Who reports it, in the articles' order of publication.
    pub reports: Vec<Report>,
    /// Independent origins of these articles.
    pub origins: usize,
    /// How the accounts differ.
    pub differences: Vec<Difference>,
    /// Why the reports are taken for one event.
    pub merges: Vec<Merge>,
    /// Judgements applied: their numbers.
    pub judged: Vec<i64>,
}

/// One promise over all articles that report it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Promised {
    /// Its least mention, as an id.
    pub id: String,
    /// Who promises.
    pub agent: Member,
    /// To whom.
    pub recipient: Option<Member>,
    /// What, in the words of each article.
    pub contents: Vec<(usize, Quote)>,
    /// Numbers of it, by publication: its history.
    pub quantities: Vec<Counted>,
    /// By when: EDTF.
    pub due: Option<Value>,
    /// On what condition.
    pub condition: Option<(usize, Quote)>,
    /// The contract's status, as last reported.
    pub status: String,
    /// The rule that read its least mention, and the cue.
    pub cues: Vec<Evidence>,
    /// Who reports it, with the status in which each does, by publication.
    pub reports: Vec<Report>,
    /// Independent origins of these articles.
    pub origins: usize,
    /// What became of it.
    pub outcome: Option<Outcome>,
}

/// What fulfils a promise or takes it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// `fulfilled` or `withdrawn`.
    pub status: &'static str,
    /// The event that does, by its id; none where a report says so without telling of an event.
    pub event: Option<String>,
    /// When: EDTF.
    pub date: Option<String>,
    /// The first article that tells it.
    pub document: usize,
    /// Score and reasons.
    pub verdict: Verdict,
}

/// Articles about one story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// Its least article, as an id.
    pub id: String,
    /// The headline of the earliest article that reports its main event, else of the earliest.
    pub title: Option<String>,
    /// Indices of its articles.
    pub documents: Vec<usize>,
    /// Indices of the events that its articles report most, the main one first.
    pub events: Vec<usize>,
}

/// Which article has which index.
pub type Indices = BTreeMap<String, usize>;
