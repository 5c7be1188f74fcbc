//! Resolution across articles: from what each tells to what all tell, each thing once.
//!
//! [`digest()`] reduces a reading to a [`Record`]; [`date()`] dates undated articles by the events they share with dated ones; [`resolve()`] is the
//! way from records to the [`Ledger`], as one pure function of the *set* of records and the judgements:
//!
//! | step | module | gives |
//! |---|---|---|
//! | articles by what they report | [`stories`] | the story of each article |
//! | near copies, agencies, quotations | [`origins`] | the origin of each article |
//! | blocking, [judging](judge), clustering | [`events`] | groups of accounts, with judged edges |
//! | one entry a group | [`fuse`] | fields by most accounts, with evidence |
//! | what disagrees | [`differences`] | conflicts, revisions, precision, what one side alone tells |
//! | the same promise again | [`promises`] | promises with their history |

pub mod dating;
pub mod differences;
mod digest;
pub mod entry;
pub mod events;
mod features;
pub mod fuse;
pub mod interval;
pub mod judge;
pub mod judgement;
pub mod likeness;
pub mod origins;
pub mod partition;
pub mod promises;
pub mod record;
mod resolve;
pub mod sketch;
pub mod stories;

pub use digest::digest;
pub use entry::Ledger;
pub use judgement::{Action, Judgement, Mark};
pub use record::Record;
pub use resolve::{date, resolve};
