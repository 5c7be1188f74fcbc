//! Made-up news reports from a seed, for tests and benchmarks: events with parties, day, place and topic, told by several outlets in words of
//! their own, and a third of the reports near copies of others. What is told is known, so that merging can be judged at any size.
//!
//! The wordings are data (`wordings/`): another language is another file.

mod chance;
mod event;
mod news;
mod wording;

pub use chance::Chance;
pub use news::{Report, reports};
pub use wording::{Party, Wording};
