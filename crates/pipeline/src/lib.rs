//! One article's way through the rooms, as one pure function.
//!
//! [`Reader::new`] compiles a pack once; [`Reader::read`] is the whole way, in order. Each step is a room of its own:
//!
//! | step | room | gives |
//! |---|---|---|
//! | [`suquan_segment::segment`] | `segment` | tokens, sentences, parts |
//! | [`suquan_clause::parse`] | `clause` | clauses, quotations, verb groups |
//! | [`suquan_timex::recognise`], [`suquan_timex::resolve`] | `timex` | time expressions, the article's date |
//! | [`suquan_mention::recognise`], [`suquan_mention::link`] | `mention` | names, who they are |
//! | [`suquan_attribution::read`] | `attribution` | statements |
//! | [`suquan_event::read`] | `event` | events |
//! | [`suquan_commitment::read`] | `commitment` | commitments |

mod check;
mod many;
mod published;
mod read;
mod reading;

pub use check::{Failure, check_examples, check_idle};
pub use many::read_all;
pub use read::{Hints, Reader};
pub use reading::Reading;
