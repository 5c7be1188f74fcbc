//! What the ledger needs of one reading: small, serialisable, and complete in itself.
//!
//! A [`Record`] is made once, when an article is read; everything the ledger says can be derived from records alone, so
//! that blocks of them can be resolved anywhere. Spans count code points and carry their words.

pub(crate) mod packed;

use serde::{Deserialize, Serialize};

use crate::interval::Interval;
use crate::sketch::Sketch;

/// Parties of a cast that are paired; those of a summit of thirty need not all be.
const MANY: usize = 4;

/// One article as the ledger sees it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Its label.
    pub id: String,
    /// The hash of its content: its identity.
    pub hash: String,
    /// ISO 639-1 code of its language.
    pub language: String,
    /// Its headline.
    pub title: Option<String>,
    /// The outlet.
    pub source: Option<String>,
    /// When it was published: ISO 8601 or EDTF, as fine as known.
    pub published: Option<String>,
    /// The contract's `published_basis`.
    pub published_basis: String,
    /// By what texts are compared.
    pub features: Features,
    /// The days that it names, `2025-11-24` or `XXXX-11-24`; sorted.
    #[serde(default)]
    pub days: Vec<String>,
    /// Everybody whom its entries name; roles point here.
    pub parties: Vec<Party>,
    /// Its accounts of events.
    pub events: Vec<Account>,
    /// Its accounts of promises.
    pub promises: Vec<Promise>,
    /// Who says what in it.
    pub statements: Vec<Saying>,
}

/// By what two texts are compared.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Features {
    /// For near copies.
    pub sketch: Sketch,
    /// Hashes of its words and pairs of words with their counts, the headline's counted twice; by hash.
    #[serde(with = "packed")]
    pub terms: Vec<(u32, u16)>,
    /// Hashes of whom and what it names, and of the states that these belong to, with how often; by hash.
    #[serde(default, with = "packed")]
    pub named: Vec<(u32, u16)>,
    /// Agencies and outlets that it credits, folded; sorted.
    pub credits: Vec<String>,
    /// Hashes of its long quotations; sorted.
    pub quotations: Vec<u64>,
}

/// Words of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// First code point.
    pub start: u32,
    /// After the last code point.
    pub end: u32,
    /// The words.
    pub text: String,
}

/// Words with the rule that read them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Ground {
    /// Where it stands.
    pub span: Quote,
    /// The rule that read it.
    pub rule: String,
}

/// A party, as one article knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Without title, as full as the text gives it.
    pub name: String,
    /// The id in the actor list.
    pub actor: Option<String>,
    /// The contract's kind: person, organization, country, group, document, place.
    pub kind: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// It is the government of its state, which acts by nobody else.
    #[serde(default)]
    pub governs: bool,
    /// It is one of the media, which act for no state.
    #[serde(default)]
    pub medium: bool,
    /// The article's other forms.
    pub aliases: Vec<String>,
    /// Name and aliases without marks and case; sorted.
    pub keys: Vec<String>,
    /// Of a group: indices of its members.
    pub members: Vec<usize>,
}

/// A party in a role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Index in the record's parties.
    pub party: usize,
    /// The words that put it there.
    pub ground: Ground,
}

/// A value with its ground.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounded {
    /// The value.
    pub value: String,
    /// Its ground.
    pub ground: Ground,
}

/// A date of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// EDTF; with `X` where the article's date is not known.
    pub value: String,
    /// The contract's `date_basis`.
    pub basis: String,
    /// A finer value, where the words name a time of day: TIMEX3.
    pub time: Option<String>,
    /// The time zone, where the words name one.
    pub zone: Option<String>,
    /// Its ground.
    pub ground: Ground,
}

/// A place of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// As the text names it.
    pub name: String,
    /// The id in the actor list.
    pub actor: Option<String>,
    /// The country in which it lies; for a country, itself.
    pub country: Option<String>,
    /// The name without marks and case.
    pub key: String,
    /// Its ground.
    pub ground: Ground,
}

/// A number of something.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// How many, in `unit`.
    pub value: f64,
    /// A code.
    pub unit: String,
    /// Of what.
    pub of: Option<String>,
    /// From what it rises or falls.
    pub baseline: Option<f64>,
    /// `approx`, `more-than`, `less-than`, `at-least`, `at-most`.
    pub modifier: Option<String>,
    /// Its ground.
    pub ground: Ground,
}

/// A topic raised at an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The topic's id.
    pub topic: String,
    /// The side that raised it: ISO 3166-1 alpha-2.
    pub side: Option<String>,
    /// Its words.
    pub span: Quote,
}

/// Another value that the article gives for the same field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// The contract's `attribute`.
    pub attribute: String,
    /// The value.
    pub value: String,
    /// Its words.
    pub span: Quote,
}

/// One article's account of one event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// PLOVER's type.
    pub kind: String,
    /// PLOVER's modes.
    pub modes: Vec<String>,
    /// Who acts.
    pub actors: Vec<Role>,
    /// Who is acted upon.
    pub recipients: Vec<Role>,
    /// When.
    pub date: Option<Dated>,
    /// Where.
    pub place: Option<Place>,
    /// How long: ISO 8601.
    pub duration: Option<Grounded>,
    /// Numbers of it.
    pub quantities: Vec<Quantity>,
    /// The contract's status.
    pub status: String,
    /// Who alone claims it.
    pub claimed_by: Vec<Role>,
    /// What was raised at it.
    pub topics: Vec<Topic>,
    /// The words that name the act; the first is the fullest.
    pub triggers: Vec<Ground>,
    /// Other values that the article gives.
    pub variants: Vec<Variant>,
    /// Hashes of the words of the clause, without the parties' names; sorted.
    pub words: Vec<u32>,
    /// Hashes of the words that name the act; sorted.
    #[serde(default)]
    pub act: Vec<u32>,
}

/// One article's account of a promise.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// Who promises.
    pub agent: Role,
    /// To whom.
    pub recipient: Option<Role>,
    /// What, in the text's words.
    pub content: Quote,
    /// The words that make it a promise.
    pub cue: Quote,
    /// The act that is promised, where it is read as one: an index of the record's events.
    #[serde(default)]
    pub act: Option<usize>,
    /// Numbers of it.
    pub quantities: Vec<Quantity>,
    /// By when: EDTF.
    pub due: Option<Grounded>,
    /// On what condition.
    pub condition: Option<Quote>,
    /// The contract's status.
    pub status: String,
    /// The rule that read it.
    pub rule: String,
    /// Hashes of the content's words; sorted.
    pub words: Vec<u32>,
}

/// A statement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Saying {
    /// Index of the speaker in the record's parties.
    pub speaker: usize,
    /// The words that name the speaker; none where the subject is understood.
    pub speaker_span: Option<Quote>,
    /// The words that attribute it.
    pub cue: Quote,
    /// What is said.
    pub content: Quote,
    /// `direct`, `indirect`, `mixed`.
    pub kind: String,
    /// The stance, if the cue has one.
    pub stance: Option<String>,
    /// To whom: an index of the record's parties.
    pub addressee: Option<usize>,
    /// Through what.
    pub channel: Option<Grounded>,
    /// When it was said: EDTF.
    pub date: Option<Grounded>,
    /// Whose side speaks: ISO 3166-1 alpha-2.
    pub side: Option<String>,
    /// What is spoken of.
    pub topics: Vec<Topic>,
    /// The rule that read it.
    pub rule: String,
}

impl Record {
    /// The pairs of parties of an account, by state where they have one; the party itself where it stands alone.
    pub fn pairs(&self, account: &Account) -> Vec<String> {
        let roles = account.actors.iter().chain(&account.recipients);
        let name = |party: &Party| party.country.clone().or_else(|| party.actor.clone()).or_else(|| party.keys.first().cloned());
        let mut names: Vec<String> = roles.filter_map(|role| self.parties.get(role.party)).filter_map(name).collect();
        names.sort();
        names.dedup();
        names.truncate(MANY);
        if names.len() == 1 {
            return names;
        }
        names.iter().enumerate().flat_map(|(i, a)| names[i + 1..].iter().map(move |b| format!("{a} {b}"))).collect()
    }

    /// When the article was published; `None` where nothing is known.
    ///
    /// Of an article dated to no more than a month or year, the days from the last one on which it tells that something occurred: it is no
    /// older than what it tells.
    pub fn day(&self) -> Option<Interval> {
        let published = Interval::parse(self.published.as_deref()?)?;
        if published.days() == 1 {
            return Some(published);
        }
        let told = self.events.iter().filter(|event| event.status == "occurred").filter_map(|event| Interval::parse(&event.date.as_ref()?.value));
        let latest = told.filter(|day| day.days() == 1 && (published.first..=published.last).contains(&day.first)).map(|day| day.first).max();
        Some(Interval { first: latest.unwrap_or(published.first), ..published })
    }
}
