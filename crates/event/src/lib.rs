//! Event coding in PLOVER's terms (Open Event Data Alliance, draft 2.0): who did what to whom, when and where, and whether it happened.
//!
//! [`read`] goes six steps: the words that name acts (list `event`, rules), the parties from the clause of the act by its frame, status and date from the words
//! around it, place, length and numbers, the joining of an article's mentions of one event, and last the topics raised at it. Actor, act and place come from one
//! clause or from an anaphor in it that the mention room resolved; every field keeps the words it stands on and the rule that read them.

mod act;
mod answer;
mod cast;
mod charge;
mod classes;
mod company;
mod days;
mod deal;
mod discourse;
mod entry;
mod event;
mod facts;
mod frame;
mod govern;
mod grammar;
mod hosts;
mod interval;
mod join;
mod needs;
mod news;
mod plover;
mod quantity;
mod raised;
mod read;
mod same;
mod scene;
mod status;
mod stretch;
mod subject;
mod trigger;
mod units;
mod when;

pub use classes::Classes;
pub use event::{Dated, Event, Participant, Place, Quantity, Status, TopicRaised};
pub use grammar::Grammar;
pub use plover::EventType;
pub use quantity::quantities;
pub use read::read;
pub use scene::Scene;
pub use subject::subject_of;
pub use units::{Case, Member, Unit};
