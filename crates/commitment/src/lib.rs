//! Commitments (Searle's commissives): what a party promises of its own future conduct.
//!
//! [`read`] finds the words that bind somebody (list `commitment`, rules, marks of the future), the party whose words they are from the same clause, the content up to
//! where another subject takes over, and in it the date by which, the numbers with their baseline, and the condition.

mod commitment;
mod content;
mod cue;
mod grammar;
mod read;

pub use commitment::{Commitment, CommitmentStatus};
pub use grammar::Grammar;
pub use read::read;
