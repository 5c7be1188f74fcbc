//! One token.

use suquan_span::ByteSpan;

use crate::Symbol;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters; digits too when they follow a capital, as in `G20`.
    Word,
    /// ASCII digits.
    Number,
    /// Any other sign; a run of full stops is one.
    Sign,
}

/// Yes-or-no facts about a token, packed in a byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u8);

impl Flags {
    /// White space stands before the token.
    pub const SPACE_BEFORE: Self = Self(1);
    /// The token opens a line.
    pub const LINE_START: Self = Self(2);
    /// The token opens with a capital letter.
    pub const CAPITAL: Self = Self(4);
    /// The token has at least two letters and all are capitals.
    pub const ALL_CAPITALS: Self = Self(8);
    /// The token opens a sentence (set by segmentation).
    pub const SENTENCE_START: Self = Self(16);
    /// The token closes a sentence (set by segmentation).
    pub const SENTENCE_END: Self = Self(32);

    /// Whether every fact of `other` holds.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Adds the facts of `other`.
    pub fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A word, number or sign with its place in the text as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The bytes it covers.
    pub span: ByteSpan,
    /// Its key in the pack's vocabulary.
    pub symbol: Symbol,
    /// What it is made of.
    pub kind: Kind,
    /// Facts about its shape and place.
    pub flags: Flags,
}

impl Token {
    /// Whether white space stands before the token.
    #[must_use]
    pub fn spaced(&self) -> bool {
        self.flags.has(Flags::SPACE_BEFORE)
    }

    /// Whether it opens with a capital letter.
    #[must_use]
    pub fn capital(&self) -> bool {
        self.flags.has(Flags::CAPITAL)
    }

    /// The words that stand there in `text`, the text it was cut from.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}
