//! Keys as integers.

use rustc_hash::FxHashMap;

use crate::key;

/// A word of a vocabulary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

impl Symbol {
    /// The symbol of every word that no pack names.
    pub const UNKNOWN: Self = Self(0);
}

/// The words that a pack names, each with its symbol.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    keys: FxHashMap<Box<str>, Symbol>,
    /// Common spellings as they stand in text, so that most words need no key made.
    spellings: FxHashMap<Box<str>, Symbol>,
}

impl Vocabulary {
    /// The symbol of `word`, made where it is new.
    pub fn intern(&mut self, word: &str) -> Symbol {
        if let Some(&symbol) = self.spellings.get(word) {
            return symbol;
        }
        let key = key(word);
        let next = Symbol(self.keys.len() as u32 + 1);
        let symbol = *self.keys.entry(key.into()).or_insert(next);
        for spelling in spellings(word) {
            self.spellings.entry(spelling.into()).or_insert(symbol);
        }
        symbol
    }

    /// The symbol of `word` as it stands in a text; [`Symbol::UNKNOWN`] where no pack names it.
    #[must_use]
    pub fn symbol(&self, word: &str) -> Symbol {
        // Where only the cut matters, as for the forms of lists, no key is made.
        if self.keys.is_empty() {
            return Symbol::UNKNOWN;
        }
        if let Some(&symbol) = self.spellings.get(word) {
            return symbol;
        }
        // ASCII without capitals (signs and numbers too) is its own key.
        if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
            return self.keys.get(word).copied().unwrap_or(Symbol::UNKNOWN);
        }
        self.keys.get(key(word).as_str()).copied().unwrap_or(Symbol::UNKNOWN)
    }

    /// How many symbols there are, the unknown one included: one more than the greatest.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len() + 1
    }

    /// Whether the vocabulary names no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

/// `word` as it is, in lower case and capitalised.
fn spellings(word: &str) -> [String; 3] {
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    let capitalised = letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    [word.to_owned(), lower, capitalised]
}
