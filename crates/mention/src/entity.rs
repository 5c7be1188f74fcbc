//! Who is meant.

/// The number of an entity of one article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// The contract's kinds of party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartyKind {
    /// A human being.
    Person,
    /// An institution, company, medium, armed group.
    Organization,
    /// A state.
    Country,
    /// Several parties named as one.
    Group,
    /// A document that speaks.
    Document,
    /// A place that is no state.
    Place,
}

suquan_span::codes! {
    PartyKind { Person => "person", Organization => "organization", Country => "country", Group => "group", Document => "document", Place => "place" }
}

/// Somebody or something that an article refers to: a coreference chain with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its number: its index in the article.
    pub id: EntityId,
    /// Without title, as full as the text gives it.
    pub name: String,
    /// The id in the actor list, where it is sure.
    pub actor: Option<String>,
    /// The ids it could be, where it is not.
    pub candidates: Vec<String>,
    /// What it is.
    pub kind: PartyKind,
    /// ISO 3166-1 alpha-2 code of the state it belongs to.
    pub country: Option<String>,
    /// The article's own other forms and the pack's names, by first occurrence.
    pub aliases: Vec<String>,
    /// Of a group: who belongs to it.
    pub members: Vec<EntityId>,
    /// The office that the text gives the person, as an id or the words.
    pub office: Option<String>,
    /// Why it was linked so: a rule's or method's name, for `explain`.
    pub reason: String,
}
