//! The ledger's file: documents with their versions, their readings, the judgements of its editors, and the entries
//! resolved from them, in one SQLite file in WAL mode (one writer, many readers).
//!
//! What is *input* (documents, labels, judgements) is written in one transaction a batch and is never derived; what is
//! *derived* (entries, readings made again with a date learnt) can be rebuilt from the input at any time. [`Store::is_stale`] says that
//! input has changed since the entries were written, so a process killed between the two loses nothing.
//!
//! The only crate that knows the database. It takes and gives serialised readings and entries, and reads none of them.

mod documents;
mod entries;
mod error;
mod judgements;
mod readings;
mod schema;
mod search;
mod store;

pub use documents::{Change, Document, NewDocument};
pub use entries::{Entry, EntryFilter};
pub use error::Error;
pub use readings::{Reading, Readings, Redated};
pub use schema::VERSION;
pub use search::{Hit, SearchText};
pub use store::Store;
