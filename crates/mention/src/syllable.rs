//! Whether a word can be a syllable of the pack's language, by the onsets and rimes that the pack lists.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use rustc_hash::FxHashSet;
use suquan_langpack::Pack;
use suquan_token::{Symbol, Token, key};

/// The onsets and rimes of a language written in spaced syllables; a pack without them takes every word for its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Syllables {
    onsets: FxHashSet<String>,
    rimes: FxHashSet<String>,
    /// The most bytes of an onset.
    longest: usize,
    /// What is known of the pack's words, by symbol: nothing yet, no or yes. A word is looked into once.
    known: Arc<[AtomicU8]>,
}

const NO: u8 = 1;
const YES: u8 = 2;

impl Syllables {
    /// Reads the class `syllable`: rows labelled `onset` and `rime`.
    pub(crate) fn new(pack: &Pack) -> Self {
        let known = (0..pack.vocabulary().len()).map(|_| AtomicU8::new(0)).collect();
        let mut syllables = Self { known, ..Self::default() };
        let class = pack.class("syllable");
        for row in pack.lexicon().rows().iter().filter(|row| Some(row.class) == class) {
            if row.head() == "onset" {
                syllables.longest = syllables.longest.max(row.form().len());
                syllables.onsets.insert(row.form().to_owned());
            } else {
                syllables.rimes.insert(row.form().to_owned());
            }
        }
        syllables
    }

    /// Whether the word of a token is a syllable; see [`Syllables::accepts`].
    pub(crate) fn accepts_token(&self, token: &Token, text: &str) -> bool {
        let known = self.known.get(token.symbol.0 as usize).filter(|_| token.symbol != Symbol::UNKNOWN);
        match known.map(|known| known.load(Ordering::Relaxed)) {
            Some(YES) => true,
            Some(NO) => false,
            _ => {
                let accepted = self.accepts(token.of(text));
                if let Some(known) = known {
                    known.store(if accepted { YES } else { NO }, Ordering::Relaxed);
                }
                accepted
            }
        }
    }

    /// Whether `word`, in any case and with any tone mark, is an onset and a rime, or a rime alone.
    fn accepts(&self, word: &str) -> bool {
        if self.rimes.is_empty() {
            return true;
        }
        let key = key(word);
        // The key holds the tone mark as its last character, by itself.
        let plain = key.trim_end_matches(|mark| ('\u{300}'..='\u{323}').contains(&mark));
        if self.rimes.contains(plain) {
            return true;
        }
        let cut = |length: usize| Some((plain.get(..length)?, plain.get(length..)?));
        (1..=self.longest).filter_map(cut).any(|(onset, rime)| self.onsets.contains(onset) && self.rimes.contains(rime))
    }
}
