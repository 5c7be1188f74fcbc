//! Events.

use suquan_attribution::Topic;
use suquan_mention::EntityId;
use suquan_span::ByteSpan;

use crate::EventType;

/// Whether it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It has happened.
    Occurred,
    /// It goes on.
    Ongoing,
    /// It is to happen.
    Planned,
    /// It may happen.
    Hypothetical,
    /// It is denied, or called off.
    Negated,
}

suquan_span::codes! {
    Status { Occurred => "occurred", Ongoing => "ongoing", Planned => "planned", Hypothetical => "hypothetical", Negated => "negated" }
}

impl Status {
    /// The status of that name, as packs write it.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "occurred" => Self::Occurred,
            "ongoing" => Self::Ongoing,
            "planned" => Self::Planned,
            "hypothetical" => Self::Hypothetical,
            "negated" => Self::Negated,
            _ => return None,
        })
    }
}

/// A party with the words of the clause that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub entity: EntityId,
    /// The words.
    pub span: ByteSpan,
    /// The rule that read it.
    pub rule: String,
}

/// A date with its ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// EDTF.
    pub value: String,
    /// The contract's `date_basis`: `stated`, `anchored`, `container`, `report`.
    pub basis: &'static str,
    /// The words.
    pub span: ByteSpan,
    /// The rule that read it.
    pub rule: String,
}

/// A place with its ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As the text names it.
    pub name: String,
    /// Which, where it is a known entity.
    pub entity: Option<EntityId>,
    /// The words.
    pub span: ByteSpan,
    /// The rule that read it.
    pub rule: String,
}

/// A number of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// How many, in `unit`.
    pub value: f64,
    /// A code such as `t`, `USD`, `%`, `persons`.
    pub unit: String,
    /// Of what, as the text says.
    pub of: Option<String>,
    /// From what it rises or falls.
    pub baseline: Option<f64>,
    /// `approx`, `more-than`, `less-than`, `at-least`, `at-most`.
    pub modifier: Option<String>,
    /// The words.
    pub span: ByteSpan,
    /// The rule that read it.
    pub rule: String,
}

/// A topic raised at an event, and by which side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicRaised {
    /// The topic and its words.
    pub topic: Topic,
    /// ISO 3166-1 alpha-2 code of the side that raised it; `None` where both or nobody is named.
    pub side: Option<String>,
}

/// What happened, is planned, alleged or denied: once an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// PLOVER's type.
    pub kind: EventType,
    /// PLOVER's modes, in the codebook's words.
    pub modes: Vec<String>,
    /// Who acts; in a meeting or call, everybody.
    pub actors: Vec<Participant>,
    /// Who is acted upon.
    pub recipients: Vec<Participant>,
    /// When.
    pub date: Option<Dated>,
    /// Where.
    pub place: Option<Place>,
    /// How long: ISO 8601 duration and the words.
    pub duration: Option<(String, ByteSpan, String)>,
    /// Numbers of it.
    pub quantities: Vec<Quantity>,
    /// Whether it happened.
    pub status: Status,
    /// Who alone claims it.
    pub claimed_by: Vec<Participant>,
    /// What was raised at it.
    pub topics: Vec<TopicRaised>,
    /// The words that name the act, with the rule that read them; the first is the fullest mention.
    pub triggers: Vec<(ByteSpan, String)>,
    /// Other dates or places that the same article gives the event and that cannot be reconciled: attribute, value, words.
    pub variants: Vec<(&'static str, String, ByteSpan)>,
}
