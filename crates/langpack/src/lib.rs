//! Loads, validates and compiles language packs: the only reader of their files.
//!
//! A pack is a folder of data: `pack.toml` ([`Manifest`]), `lexicon/` ([`Lexicon`]: surface form, value, note), `rules/ROOM/` ([`Rules`]: patterns
//! with a value that the room understands) and, in the same rule files, [`Example`]s. Packs are embedded in the binary and can be loaded from a folder by the same
//! loader; [`Pack::load`] reports every fault with its file and line.

mod error;
mod example;
mod files;
mod form;
mod lexicon;
mod manifest;
mod pack;
mod rules;

pub use error::PackError;
pub use example::{Example, Group, Mark, Marked};
pub use files::PackFiles;
pub use lexicon::{Lexicon, Row};
pub use manifest::Manifest;
pub use pack::Pack;
pub use rules::{Rule, Rules};
