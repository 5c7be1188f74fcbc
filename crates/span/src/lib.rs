//! Offsets into an article's text, as newtypes.
//!
//! Rooms work with [`ByteSpan`] (to slice) and [`TokenSpan`] (to walk); readers of the output get [`CharSpan`], counted in Unicode code points.
//! [`CharIndex`] turns the one into the other, once, where output is written. All of them point into the text *as read*: after decoding and
//! extraction, before any normalisation. No room edits an offset.

mod anchor;
mod code;
mod diagnostic;
mod index;
mod spans;

pub use anchor::{Anchor, DocumentHash};
pub use diagnostic::{Diagnostic, Severity};
pub use index::CharIndex;
pub use spans::{ByteSpan, CharSpan, TokenSpan};
