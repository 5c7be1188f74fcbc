//! What a pattern says, as a tree.

use std::fmt;

/// One piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A word in any case, or with a capital where `capital` asks for one.
    Word {
        /// The word as written.
        text: String,
        /// Whether the text must have a capital there.
        capital: bool,
    },
    /// A token with exactly this text.
    Exact(String),
    /// A number from the first to the last, both included.
    Number(u64, u64),
    /// A span of a class, and of a label where one is named.
    Class(String, Option<String>),
    /// Any one token.
    Any,
    /// Any one token that opens with a capital.
    Capital,
    /// No white space stands here.
    Glued,
    /// What follows is not this.
    Not(Box<Node>),
    /// The token before is not this.
    NotBefore(Box<Node>),
    /// A sentence starts here.
    SentenceStart,
    /// A sentence ends here.
    SentenceEnd,
    /// What the inner piece matched, under a name.
    Capture(String, Box<Node>),
    /// One piece after the other.
    Sequence(Vec<Node>),
    /// The first piece that lets the whole match.
    Choice(Vec<Node>),
    /// The inner piece from so many to so many times, as often as possible.
    Repeat(Box<Node>, usize, usize),
}

impl Node {
    /// The classes that the pattern names, in its order.
    #[must_use]
    pub fn classes(&self) -> Vec<&str> {
        match self {
            Self::Class(name, _) => vec![name],
            Self::Not(inner) | Self::NotBefore(inner) | Self::Capture(_, inner) | Self::Repeat(inner, _, _) => inner.classes(),
            Self::Sequence(nodes) | Self::Choice(nodes) => nodes.iter().flat_map(Self::classes).collect(),
            Self::Word { .. } | Self::Exact(_) | Self::Number(..) | Self::Any | Self::Capital | Self::Glued | Self::SentenceStart | Self::SentenceEnd => {
                Vec::new()
            }
        }
    }
}

/// What is wrong with a pattern, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// Byte offset into the pattern.
    pub at: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

impl PatternError {
    pub(crate) fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column {}: {}", self.at + 1, self.message)
    }
}

impl std::error::Error for PatternError {}
