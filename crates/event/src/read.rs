//! The room's way, step by step.

use suquan_attribution::Statement;
use suquan_clause::Clauses;
use suquan_langpack::Pack;
use suquan_mention::Mentions;
use suquan_segment::Text;
use suquan_timex::Timex;

use crate::scene::Scene;
use crate::{Event, Grammar, act, discourse, join, news, raised, trigger};

/// Reads the events of a text, each once, by the start of their first trigger.
#[must_use]
pub fn read(
    text: &Text,
    clauses: &Clauses,
    times: &[Timex],
    mentions: &Mentions,
    statements: &[Statement],
    grammar: &Grammar,
    pack: &Pack,
    published: Option<&str>,
) -> Vec<Event> {
    let mut scene = Scene::new(text, clauses, times, mentions, statements, pack);
    scene.published = published;
    let (triggers, anniversaries) = trigger::triggers(&scene, grammar);
    let mut acts = act::acts(&scene, &triggers, &anniversaries);
    discourse::follow(&scene, &mut acts);
    discourse::carry(&scene, &mut acts);
    discourse::contain(&scene, &mut acts);
    news::narrate(&scene, &mut acts);
    let mut events = join::join(&scene, acts);
    raised::raise(&scene, &mut events);
    events
}
