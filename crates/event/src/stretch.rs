//! How far a clause reaches: over the commas of lists, and over what only says where and when the thing takes place.

use suquan_span::TokenSpan;

use crate::scene::Scene;

/// Lists that one clause goes on over.
const LISTS: usize = 3;
/// Marks that may stand before a verb.
const MARKS: usize = 3;

impl Scene<'_> {
    /// The tokens of the clause that holds `at`.
    #[must_use]
    pub fn clause(&self, at: u32) -> TokenSpan {
        self.clauses.clause(at).map_or_else(TokenSpan::default, |clause| clause.tokens)
    }

    /// The clause that holds `at`, carried on over the commas of a list of parties (`visits Japan, China and Korea next week`).
    #[must_use]
    pub fn clause_over_lists(&self, at: u32) -> TokenSpan {
        let mut clause = self.clause(at);
        for _ in 0..LISTS {
            let next = self.units.partition_point(|unit| unit.tokens.end <= clause.end);
            match self.units.get(next).filter(|unit| unit.tokens.start < clause.end) {
                Some(unit) => clause.end = self.clause(unit.tokens.end - 1).end,
                None => break,
            }
        }
        clause
    }

    /// The clause of a noun at `at` (over the commas of lists), carried on over one behind it that only says when or where it takes place (`the talks between A and
    /// B, planned to take place in May, …`).
    #[must_use]
    pub fn clause_of_noun(&self, at: u32) -> TokenSpan {
        let clause = self.clause_over_lists(at);
        let sentence = self.text.sentence(at);
        let mut next = self.clause(clause.end);
        // Who chairs it may be told between commas (`the talks in A, chaired by B, took place …`).
        for _ in 0..2 {
            if next.is_empty() || next.start < clause.end || next.end > sentence.end {
                break;
            }
            if self.opens_with_happening(next) {
                return clause.cover(next);
            }
            next = self.clause(next.end);
        }
        clause
    }

    /// Whether the first verb of a clause, which opens it but for its marks, says that something takes place.
    fn opens_with_happening(&self, clause: TokenSpan) -> bool {
        let Some(class) = self.classes.light else { return false };
        let mut verb = clause.start;
        for _ in 0..MARKS {
            match self.class_at(verb, self.classes.aux) {
                Some(mark) => verb = mark.span.end,
                None => break,
            }
        }
        verb < clause.end && self.text.hits.class_at(verb as usize, class).is_some_and(|hit| self.label(hit) == "happen")
    }
}
