//! One promise as lines.

use serde_json::Value;

use super::record::{cut, grouped, items, pad, plain, text};
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
    lines.extend(history(commitment).chain(outcome(commitment)).map(|line| format!("  {} {line}", pad("", 12))));
    lines
}

/// The status in which each day's articles report it, where it changes.
fn history(commitment: &Value) -> impl Iterator<Item = String> {
    let mut steps: Vec<(&str, &str)> = Vec::new();
    for report in items(commitment, "reports") {
        let status = text(report, "status");
        if steps.last().is_none_or(|(_, last)| *last != status) {
            steps.push((text(report, "published"), status));
        }
    }
    let day = |published: &str| published.get(..10).unwrap_or(published).to_owned();
    let line = steps.iter().map(|(published, status)| format!("{} {status}", day(published))).collect::<Vec<_>>().join(" → ");
    (steps.len() > 1).then_some(line).into_iter()
}

/// What fulfilled it or took it back, with the score and its reasons.
fn outcome(commitment: &Value) -> Option<String> {
    let outcome = commitment.get("outcome").filter(|outcome| outcome.is_object())?;
    let reasons: Vec<&str> = items(outcome, "reasons").iter().map(|reason| text(reason, "reason")).collect();
    let by =
        [text(outcome, "date"), text(outcome, "event"), text(outcome, "document")].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("  ");
    let values = [("status", text(outcome, "status")), ("by", &by), ("score", &plain(&outcome["score"])), ("reasons", &reasons.join(", "))];
    Some(say("promise.outcome", &values))
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
