//! What a token looks like: the first thing that tells a name.

use suquan_pattern::Input;
use suquan_token::{Flags, Kind, Token};

use crate::syllable::Syllables;

/// Facts about a token's letters, packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(u8);

impl Shape {
    /// A word that opens with a capital.
    pub(crate) const CAPITAL: Self = Self(1);
    /// A capitalised word that is no syllable of the pack's language.
    pub(crate) const FOREIGN: Self = Self(2);
    /// A capitalised word with letters or marks that only the pack's language has: it belongs to no foreign name.
    pub(crate) const MARKED: Self = Self(4);
    /// All letters are capitals, two at least.
    pub(crate) const CAPITALS: Self = Self(8);
    /// One or two letters, as an initial has.
    pub(crate) const SHORT: Self = Self(16);
    /// The token opens a sentence, a line or a quotation, where a capital says nothing.
    pub(crate) const OPENS: Self = Self(32);
    /// The sentence is written in capitals throughout.
    pub(crate) const SHOUTED: Self = Self(64);

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The shapes of all tokens of a text.
pub(crate) fn shapes(input: Input<'_>, syllables: &Syllables) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::with_capacity(input.tokens.len());
    let (mut opens, mut start) = (true, 0);
    for (at, token) in input.tokens.iter().enumerate() {
        if token.flags.has(Flags::SENTENCE_START) || at == 0 {
            shout(&input.tokens[start..at], &mut shapes[start..at]);
            start = at;
            opens = true;
        }
        let mut shape = Shape::default();
        if token.kind == Kind::Word {
            if token.capital() {
                let word = token.of(input.text);
                shape = letters(word, token, syllables.accepts_token(token, input.text));
            }
            if opens {
                shape.set(Shape::OPENS);
            }
            opens = false;
        } else if token.kind == Kind::Sign && opens_words(token.of(input.text)) {
            opens = true;
        }
        shapes.push(shape);
    }
    shout(&input.tokens[start..], &mut shapes[start..]);
    shapes
}

fn letters(word: &str, token: &Token, native: bool) -> Shape {
    let mut shape = Shape::CAPITAL;
    let length = word.chars().take(3).count();
    if length <= 2 {
        shape.set(Shape::SHORT);
    }
    if token.flags.has(Flags::ALL_CAPITALS) {
        shape.set(Shape::CAPITALS);
    }
    if !native {
        shape.set(Shape::FOREIGN);
    } else if !word.is_ascii() {
        shape.set(Shape::MARKED);
    }
    shape
}

/// Signs after which a capital is no sign of a name.
fn opens_words(sign: &str) -> bool {
    matches!(sign, ":" | "\u{201c}" | "\"" | "\u{ab}" | ">" | "*" | "\u{2022}")
}

/// Marks a sentence of four or more words that are all in capitals.
fn shout(tokens: &[Token], shapes: &mut [Shape]) {
    let words = || tokens.iter().filter(|token| token.kind == Kind::Word);
    let shouted = words().count() >= 4 && words().all(|token| token.capital() && (token.flags.has(Flags::ALL_CAPITALS) || token.span.len() <= 3));
    if shouted {
        shapes.iter_mut().for_each(|shape| shape.set(Shape::SHOUTED));
    }
}
