//! Shallow parsing, read once for all later rooms: clauses, quotations and verb groups.
//!
//! [`parse`] cuts each sentence into [`Clause`]s at commas, colons and the pack's clause markers (lists `clause-marker`), pairs quotation marks into [`Quote`]s, and reads, on demand, the
//! [`VerbGroup`] before a verb: tense, modality, polarity and voice (list `aux`).

mod bounds;
mod quote;
mod verb;

use suquan_langpack::Pack;
use suquan_segment::Text;

pub use bounds::Clause;
pub use quote::Quote;
pub use verb::{Modality, Polarity, Tense, VerbGroup, Voice};

/// The clauses and quotations of one text, and what reading verb groups needs.
#[derive(Clone, Debug, Default)]
pub struct Clauses {
    /// By start; joined, they are all tokens.
    pub clauses: Vec<Clause>,
    /// By start; they do not overlap.
    pub quotes: Vec<Quote>,
    /// The verb group marks that end just before a token, by token.
    aux: Vec<verb::Aux>,
}

/// Reads clauses, quotations and the marks of verb groups in one pass.
#[must_use]
pub fn parse(text: &Text, pack: &Pack) -> Clauses {
    Clauses { clauses: bounds::clauses(text, pack), quotes: quote::quotes(text), aux: verb::aux(text, pack) }
}

impl Clauses {
    /// The index of the clause that holds token `at`; the last one's beyond the text.
    #[must_use]
    pub fn index_at(&self, at: u32) -> usize {
        self.clauses.partition_point(|clause| clause.tokens.end <= at).min(self.clauses.len().saturating_sub(1))
    }

    /// The clause that holds token `at`.
    #[must_use]
    pub fn clause(&self, at: u32) -> Option<&Clause> {
        self.clauses.get(self.index_at(at))
    }

    /// The quotation that holds token `at`.
    #[must_use]
    pub fn quote(&self, at: u32) -> Option<&Quote> {
        let index = self.quotes.partition_point(|quote| quote.whole.end <= at);
        self.quotes.get(index).filter(|quote| quote.whole.start <= at)
    }

    /// The verb group whose verb starts at token `head`.
    #[must_use]
    pub fn verb_group(&self, head: u32) -> VerbGroup {
        verb::group(&self.aux, head)
    }
}
