//! Questions to a ledger, as pure functions: what was known when ([`as_of`]), what is new ([`Changes`]), whose account says what
//! ([`Comparison`]), which promises are overdue ([`is_overdue`]).

mod compare;
mod diff;
mod time;

pub use compare::{Cell, Comparison, Row, Subject, compare};
pub use diff::{Change, Changes, diff};
pub use time::{as_of, is_overdue, newest};
