//! Where somebody is meant.

use suquan_span::{ByteSpan, TokenSpan};

use crate::{Entity, EntityId};

/// CoNLL's types of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionType {
    /// A person.
    Per,
    /// An organisation.
    Org,
    /// A place.
    Loc,
}

suquan_span::codes! {
    MentionType { Per => "PER", Org => "ORG", Loc => "LOC" }
}

/// A name in the text, titles outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its tokens.
    pub tokens: TokenSpan,
    /// Its bytes.
    pub span: ByteSpan,
    /// Its type.
    pub kind: MentionType,
    /// Who is meant.
    pub entity: EntityId,
    /// The rule or method that found it.
    pub rule: String,
}

/// How a phrase refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// By name, with or without a title.
    Name,
    /// By an office or description: the President of X.
    Title,
    /// By a pronoun or the like.
    Anaphor,
    /// Several at once: the two leaders, X and Y as one subject.
    Group,
}

/// A whole referring expression: title, name and apposition together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens.
    pub tokens: TokenSpan,
    /// Its bytes.
    pub span: ByteSpan,
    /// Who is meant.
    pub entity: EntityId,
    /// How it refers.
    pub kind: PhraseKind,
    /// The rule or method that read it.
    pub rule: String,
}

/// All that the room reads in one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Names, by start; flat.
    pub mentions: Vec<Mention>,
    /// Referring expressions, by start; they do not overlap.
    pub phrases: Vec<Phrase>,
    /// Who is referred to; `entities[id]`.
    pub entities: Vec<Entity>,
}

impl Mentions {
    /// The entity with that number.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.0 as usize]
    }

    /// The phrases that lie wholly in `span`, by start.
    #[must_use]
    pub fn phrases_in(&self, span: TokenSpan) -> &[Phrase] {
        let from = self.phrases.partition_point(|phrase| phrase.tokens.start < span.start);
        let to = self.phrases.partition_point(|phrase| phrase.tokens.end <= span.end);
        self.phrases.get(from..to.max(from)).unwrap_or(&[])
    }
}
