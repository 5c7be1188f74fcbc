//! Records of the stable surface as a person reads them on a terminal.
//!
//! The views read the same `suquan/1` records that other programs get, so that nothing is shown that is not in the output.

mod dossier;
mod event;
mod promise;
mod record;
mod statement;
mod timeline;

pub(crate) use dossier::dossier;
pub(crate) use statement::{Source, csv_header, csv_row, statement};
pub(crate) use timeline::{ledger, promises, timeline};
