//! Keys as integers.

use rustc_hash::FxHashMap;

use crate::key::{key, write_key};

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
    keys: Words,
    /// Common spellings as they stand in text, so that most words need no key made.
    spellings: Words,
}

impl Vocabulary {
    /// The symbol of `word`, made where it is new.
    pub fn intern(&mut self, word: &str) -> Symbol {
        if let Some(symbol) = self.spellings.get(word) {
            return symbol;
        }
        let next = Symbol(self.keys.len() as u32 + 1);
        let symbol = self.keys.insert(&key(word), next);
        self.spellings.insert(word, symbol);
        let mut letters = word.chars();
        // A word in small letters stands at the head of sentences with a capital.
        if let Some(first) = letters.next().filter(|first| first.is_lowercase()) {
            self.spellings.insert(&first.to_uppercase().chain(letters).collect::<String>(), symbol);
        }
        symbol
    }

    /// The symbol of `word` as it stands in a text; [`Symbol::UNKNOWN`] where no pack names it.
    #[must_use]
    pub fn symbol(&self, word: &str) -> Symbol {
        self.symbol_with(word, &mut String::new())
    }

    /// The same, with memory for a key that the next word uses again.
    pub(crate) fn symbol_with(&self, word: &str, key: &mut String) -> Symbol {
        // Where only the cut matters, as for the forms of lists, no key is made.
        if self.is_empty() {
            return Symbol::UNKNOWN;
        }
        if let Some(symbol) = self.spellings.get(word) {
            return symbol;
        }
        write_key(word, key);
        self.keys.get(key).unwrap_or(Symbol::UNKNOWN)
    }

    /// How many symbols there are, the unknown one included: one more than the greatest.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len() + 1
    }

    /// Whether the vocabulary names no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.len() == 0
    }
}

/// Words with their symbols.
#[derive(Clone, Debug, Default)]
struct Words {
    /// Those of up to fifteen bytes, which are almost all, packed into a number: finding one follows no pointer.
    short: FxHashMap<u128, Symbol>,
    long: FxHashMap<Box<str>, Symbol>,
}

impl Words {
    fn get(&self, word: &str) -> Option<Symbol> {
        match packed(word) {
            Some(number) => self.short.get(&number),
            None => self.long.get(word),
        }
        .copied()
    }

    /// The symbol of `word`: the one it has, else `symbol`.
    fn insert(&mut self, word: &str, symbol: Symbol) -> Symbol {
        match packed(word) {
            Some(number) => *self.short.entry(number).or_insert(symbol),
            None => *self.long.entry(word.into()).or_insert(symbol),
        }
    }

    fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }
}

/// The bytes of a short word, and how many they are, as one number.
fn packed(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    bytes.get_mut(..word.len()).filter(|_| word.len() < 16)?.copy_from_slice(word.as_bytes());
    bytes[15] = word.len() as u8;
    Some(u128::from_le_bytes(bytes))
}
