//! The matcher: sequences, choices, classes and captures over tokens. It knows no task and no language.
//!
//! [`parse`] reads a pattern, [`Program::compile`] makes it a small machine, a [`RuleSet`] runs many of them over one text. A match covers at most
//! [`WINDOW`] tokens and no state is tried twice at one place, so the work is linear in the text, whatever the pattern.
//!
//! ```text
//! word            that word (a capital in the pattern asks for a capital in the text)
//! "/"  "G7"       exact text, case and all
//! @class          a row of that lexicon class; @class:label only rows so labelled
//! <LAYER>         a span that an earlier room found
//! #  #1..31       a number; a number in that range
//! _               any one token
//! &               any one token that opens with a capital
//! ^  $            start, end of a sentence
//! ~               no white space here
//! !x  <!x         next is not x; the token before is not x
//! name=x          capture          ( a | b )  choice
//! x? x* x+ x{2,4} repetition
//! ```

mod ahead;
mod ast;
mod hits;
mod index;
mod machine;
mod parse;
mod program;
mod ruleset;

pub use ast::{Node, PatternError};
pub use hits::{ClassId, ClassSet, Hit, Hits, LabelId, Names};
pub use machine::Input;
pub use parse::parse;
pub use program::Program;
pub use ruleset::{Match, RuleSet};

/// The most tokens that one match covers.
pub const WINDOW: usize = 64;
