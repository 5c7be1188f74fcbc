//! The stable surface `suquan/1`: records as JSON, described by the schemas in `schemas/`.

mod annotation;
mod calendar;
mod csv;
mod ledger;
mod plover;
mod timeml;
mod title;

pub use annotation::annotation;
pub use calendar::calendar;
pub use csv::csv;
pub use ledger::{LedgerWriter, statement};
pub use plover::plover;
pub use timeml::timeml;

/// The version that every record names.
pub const SCHEMA: &str = "suquan/1";
