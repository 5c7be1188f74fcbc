//! Temporal tagging: recognition, then normalisation to TIMEX3, kept apart.
//!
//! [`recognise`] finds expressions and what they say without a date (`XXXX-11-24`, three weeks before); [`resolve`] gives them values against the
//! article's date, and can run again when that date is learnt later. [`article_date`] finds that date in the article's own words.
//!
//! # How a rule says what it sees
//! Rules over words (`rules/timex/*.toml`) read pieces: a day, a part of the day, a year. Rules with `join = true` run over the pieces that those
//! read, which they name by what is finest in them (`<DAY>`, `<MONTH>`, `<CLOCK>`, …; `@DAY:shift` is one counted from today, `@DAY:named` one
//! with its number), twice. Where several rules match, the leftmost goes first, of these the longest.
//!
//! A capture whose name is a field (`day=#1..31`; digits behind the name are dropped) gives that field the number that stands there, in digits or
//! words; a capture of a list's row or of a piece gives all that the row or piece says. The `value` table adds constants. Fields and their values
//! are listed at [`Fields`]. Four names are special: `time=` bounds the expression where the pattern sees more than it; with `list = "day"` each of
//! `i1=`, `i2=`, … and `rest=` is an expression of its own, and takes from `rest` what it does not say; `none = true` sees what is no time, so that
//! no other rule reads one there; `alone = false` is a time only when joined to others.

mod anniversary;
mod article;
mod base;
mod check;
mod date;
mod evidence;
mod fields;
mod layer;
mod length;
mod lunar;
mod modifier;
mod number;
mod occur;
mod piece;
mod recognise;
mod resolve;
mod rules;
mod timex;
mod value;
mod zone;

pub use article::{ArticleBasis, ArticleDate, Confidence, article_date};
pub use date::{Date, Day, Season, Year};
pub use fields::{Anchor, Field, Fields, Look, Role, Vague};
pub use length::{Amount, Length, Unit};
pub use modifier::Modifier;
pub use recognise::{Expression, Grammar, faults, recognise};
pub use timex::{DocumentDate, Policy, Timex, resolve};
pub use value::{Part, TimeOfDay, TimexType, Value};
