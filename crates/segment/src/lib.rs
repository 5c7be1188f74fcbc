//! Segmentation: an article's parts, sentences and tokens.
//!
//! [`segment`] gives a [`Text`]: the words as read, cut into tokens with their pack's list hits, grouped into sentences, with the roles of its parts. The
//! pieces joined are the input; normalisation stays in the tokens' keys, so an offset here is an offset of the article.
//!
//! ```text
//! text ──pack──▶ tokens, hits ──furniture──▶ date lines, tags, credits, links ──sentence──▶ sentences ──part──▶ parts
//! ```
//!
//! What is not the report itself (date lines, tags, photo credits, links) is found first, since a sentence ends at its edge even where the line breaks were
//! lost on the way; what needs sentences (captions, bylines, signatures, inserted headlines, the lead) is found last.

mod furniture;
mod part;
mod scene;
mod sentence;
mod text;

pub use part::{Part, Role};
pub use sentence::Sentence;
pub use text::{Text, segment};
