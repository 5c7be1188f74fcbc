//! One promise as lines.

use serde_json::Value;

use super::record::{cut, grouped, items, pad, text};
use crate::messages::say;

/// Columns of the words of a promise.
const WORDS: usize = 100;

/// Who promises what to whom; its numbers; by when; and where it stands.
pub(super) fn lines(commitment: &Value) -> Vec<String> {
    let party = |key: &str| commitment.get(key).map_or("", |party| text(party, "name"));
    let (agent, recipient) = (party("agent"), party("recipient"));
    let parties = if recipient.is_empty() { agent.to_owned() } else { format!("{agent} → {recipient}") };
    let words = commitment.get("content").map_or("", |content| text(content, "text"));
    let mut facts: Vec<String> = items(commitment, "quantities").iter().map(quantity).collect();
    if !text(commitment, "due").is_empty() {
        facts.push(say("promise.due", &[("due", text(commitment, "due"))]));
    }
    if commitment["overdue"] == true {
        facts.push(say("promise.overdue", &[]));
    }
    if let Some(condition) = commitment.get("condition").filter(|condition| condition.is_object()) {
        facts.push(say("promise.condition", &[("condition", text(condition, "text"))]));
    }
    let mut lines = vec![format!("  {} {parties}", pad(text(commitment, "status"), 12)), format!("  {} “{}”", pad("", 12), cut(words, WORDS))];
    if !facts.is_empty() {
        lines.push(format!("  {} {}", pad("", 12), facts.join(" · ")));
    }
    lines
}

pub(super) fn quantity(quantity: &Value) -> String {
    let of = text(quantity, "of");
    let unit = text(quantity, "unit");
    let value = quantity.get("value").map(grouped).unwrap_or_default();
    let amount = [value.as_str(), unit, of].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match quantity.get("baseline").filter(|baseline| baseline.is_number()) {
        Some(baseline) => say("promise.baseline", &[("amount", &amount), ("baseline", &grouped(baseline))]),
        None => amount,
    }
}
