//! Mentions of people, organisations and places; who they are; and the other words that mean them.
//!
//! [`recognise`] finds names by shape, company and lists, without a date; [`link`] says which actor each is, offices taken at the article's date, and follows
//! anaphors. Rooms after this one read [`Mentions::phrases`]: every expression in the text that refers to somebody.

mod agree;
mod draft;
mod entity;
mod evidence;
mod follow;
mod grammar;
mod holder;
mod identity;
mod link;
mod lists;
mod mentions;
mod office;
mod organisation;
mod pairs;
mod recognise;
mod registry;
mod run;
mod scan;
mod shape;
mod syllable;
mod tag;
mod titled;

pub use entity::{Entity, EntityId, PartyKind};
pub use grammar::Grammar;
pub use link::link;
pub use mentions::{Mention, MentionType, Mentions, Phrase, PhraseKind};
pub use recognise::{Names, recognise};
