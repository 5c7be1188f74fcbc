//! Room 1, acquisition: from what the caller names to [`RawPage`]s.
//!
//! ```text
//! inputs ──walk──▶ files ──open, sniff──▶ kind ──read or cut into lines──▶ RawPage
//! ```
//!
//! - [`Input`] is what was named: a file, a folder or standard input; [`Sources`] walks them.
//! - [`Pages`] yields one [`RawPage`] an article, or one [`Problem`] a thing that could not be read.
//!   A problem never stops the walk: the next file is read all the same.
//! - A `.jsonl` file is cut into lines as it is read, so that a file of any size needs the memory of
//!   one line.
//!
//! This is one of the few rooms that touch the disk. It decides nothing about content: bytes come
//! out as they are, and what they say is for `extract` to find.

mod kind;
mod lines;
mod page;
mod problem;
mod sidecar;
mod source;
mod walk;

pub use kind::Kind;
pub use page::{RawPage, Sidecar};
pub use problem::{Code, Problem};
pub use source::{Input, Limits, Pages, Sources};
