//! Attribution, in PARC's terms (Pareti 2015): source, cue and content of every statement that the text attributes to a speaker.
//!
//! [`read`] takes a text unit by unit: sentences, joined where a quotation runs on. In each it finds the cues by the pack's rules (`cue`), reads what stands before each (`subject`)
//! and after it (`extent`), in the clauses around it (`sentence`, `clausal`), or the speaker that follows a preposition (`source`), chooses the speaker (`speaker`, `speakers`), puts them
//! together (`items`), chooses the contents (`frame`), bounds them against each other (`border`) and adds what is told beside (`circumstance`).

mod border;
mod circumstance;
mod clausal;
mod cue;
mod extent;
mod frame;
mod grammar;
mod ground;
mod items;
mod part;
mod read;
mod sentence;
mod source;
mod speaker;
mod speakers;
mod statement;
mod subject;
mod topics;
mod unit;

pub use grammar::Grammar;
pub use read::read;
pub use statement::{Channel, Statement, StatementKind};
pub use topics::{Topic, topics_in};
