//! The actor list: states, people, offices with their terms, organisations and places, without a word of any language.
//!
//! [`Actors::embedded`] is the list in the binary, made of the files in the repository's folder `actors/`; [`Actors::extend`] adds a user's file to it. The names
//! by which texts call the actors stand in the packs, class `name`, whose values are the ids of this list. [`Actors::holders`] answers who held an office in a
//! [`Period`], and says so when several may be meant; [`check`] finds what cannot be true in a list.

mod actor;
mod actors;
mod beginning;
mod check;
mod error;
mod extension;
mod meant;
mod named;
mod period;
mod read;
mod table;
mod term;

pub use actor::{Actor, Kind};
pub use actors::Actors;
pub use check::check;
pub use error::ActorError;
pub use extension::Names;
pub use named::{named, names_of};
pub use period::Period;
pub use term::{Basis, Holder, Office};
