//! Room 2, extraction: from a [`RawPage`](suquan_acquire::RawPage) to an [`Article`].
//!
//! ```text
//! bytes ──decode──▶ characters ──by kind──▶ Draft ──sidecar, hints──▶ Draft ──finish──▶ Article
//! ```
//!
//! - [`decode`] finds the encoding and never fails: what cannot be decoded becomes U+FFFD and a
//!   diagnostic.
//! - Plain text is the article's text as it stands; a web page gives its article's text, title,
//!   byline, source and date of publication; a JSON line has them under keys.
//! - What the page does not say, its sidecar may; what neither says, the caller may ([`Hints`]).
//! - [`extract`] names the whole path.
//!
//! Invariants:
//! - An article's text is what all later offsets point into. It is not normalised: text that came
//!   as Unicode keeps its characters, composed or not. (windows-1258 has no composed Vietnamese
//!   letters, so that there composition belongs to decoding.)
//! - The text never contains the title.
//! - A date is kept as fine as it was given, with its offset from UTC where it has one.

mod article;
mod binary;
mod decode;
mod draft;
mod extract;
mod hash;
mod html;
mod json;
mod language;
mod published;
mod refusal;

pub use article::{Article, Hints, Languages, Options, PublishedBasis};
pub use decode::{Decoded, UnknownEncoding, decode, encoding};
pub use encoding_rs::Encoding;
pub use extract::extract;
pub use hash::content_hash;
pub use published::{Clock, Published};
pub use refusal::{Reason, Refusal};
