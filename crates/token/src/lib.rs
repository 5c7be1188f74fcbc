//! Tokens and their keys: what every room and every pack cuts text into.
//!
//! [`tokenize`] cuts text into words, numbers and single signs without changing a byte of it; [`key`] gives the form under which two spellings of
//! one word are equal; a [`Vocabulary`] turns keys into [`Symbol`]s, so that matching compares integers. Normalisation touches keys only:
//! offsets point into the text as read from the first room to the last.

mod key;
mod lexer;
mod token;
mod vocabulary;

pub use key::{fold, key};
pub use lexer::tokenize;
pub use token::{Flags, Kind, Token};
pub use vocabulary::{Symbol, Vocabulary};
