//! Attribution, in PARC's terms (Pareti 2015): source, cue and content of every statement that the text attributes to a speaker.
//!
//! [`read`] takes a text unit by unit: sentences, joined where a quotation runs on. In each it finds the cues by the pack's rules (`cue`), reads what stands before each (`subject`)
//! and after it (`extent`), or the speaker that follows a preposition (`source`), chooses the speaker (`speaker`), puts them together (`items`), bounds the contents against each other (`frame`) and
//! adds what is told beside (`circumstance`).

mod circumstance;
mod cue;
mod extent;
mod frame;
mod grammar;
mod ground;
mod items;
mod part;
mod read;
mod source;
mod speaker;
mod statement;
mod subject;
mod topics;
mod unit;

pub use grammar::Grammar;
pub use read::read;
pub use statement::{Channel, Statement, StatementKind};
pub use topics::{Topic, topics_in};
