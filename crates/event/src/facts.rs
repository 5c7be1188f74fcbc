//! Where, how long and how many: the facts of an act beside its parties and date.

use suquan_mention::PartyKind;
use suquan_pattern::ClassId;
use suquan_segment::Text;
use suquan_span::TokenSpan;
use suquan_timex::TimexType;
use suquan_token::Kind;

use crate::event::{Place, Quantity};
use crate::frame::Parties;
use crate::scene::Scene;
use crate::trigger::Trigger;
use crate::units::{Case, Unit};

/// Words after an act in which its place, length and numbers may stand.
const AFTER: u32 = 30;

/// The stretch after the act that is its own: to the end of its clause or the next act.
pub(crate) fn tail(scene: &Scene<'_>, trigger: &Trigger<'_>, rivals: &[TokenSpan]) -> TokenSpan {
    let clause = scene.clause(trigger.words.start);
    let next = rivals.iter().filter(|rival| rival.start >= trigger.words.end).map(|rival| rival.start).min().unwrap_or(u32::MAX);
    TokenSpan::new(trigger.words.end, clause.end.min(next).min(trigger.words.end + AFTER))
}

/// Where the act took place: a place after it in its clause, or one that opens the clause.
pub(crate) fn place(scene: &Scene<'_>, trigger: &Trigger<'_>, tail: TokenSpan) -> Option<Place> {
    let visit = trigger.entry.modes.contains(&"visit");
    let clause = scene.clause(trigger.words.start);
    let front = TokenSpan::new(clause.start, trigger.head());
    let after = scene.units_in(tail).find(|unit| is_place(scene, unit, visit));
    let unit = after.or_else(|| scene.units_in(front).rev().find(|unit| is_place(scene, unit, false)))?;
    let member = unit.members.first()?;
    Some(Place { name: member.span.of(&scene.text.source).to_owned(), entity: Some(member.entity), span: member.span, rule: trigger.rule.clone() })
}

fn is_place(scene: &Scene<'_>, unit: &Unit, visit: bool) -> bool {
    let placed = match unit.case {
        Some(Case::At) => true,
        Some(Case::Toward) | None => visit,
        _ => false,
    };
    placed && unit.members.iter().all(|member| matches!(scene.mentions.entity(member.entity).kind, PartyKind::Place | PartyKind::Country))
}

/// How long the act lasted: ISO 8601, the words and the rule.
pub(crate) fn duration(scene: &Scene<'_>, tail: TokenSpan) -> Option<(String, suquan_span::ByteSpan, String)> {
    scene.times_in(tail).find(|time| time.kind == TimexType::Duration).map(|time| (time.value.clone(), time.span, time.rule.clone()))
}

/// Whether the meeting stands on the ground of somebody who takes no part.
pub(crate) fn is_third_party(scene: &Scene<'_>, parties: &Parties, place: &Place) -> bool {
    let country = |entity| scene.mentions.entity(entity).country.as_deref();
    let Some(ground) = place.entity.and_then(country) else { return false };
    let sides: Option<Vec<&str>> = parties.actors.iter().map(|member| country(member.entity)).collect();
    sides.is_some_and(|sides| sides.len() > 1 && !sides.contains(&ground) && sides.iter().any(|side| *side != sides[0]))
}

/// Numbers with a unit of the list `quantity` in `span`.
#[must_use]
pub fn quantities(text: &Text, span: TokenSpan, pack: &suquan_langpack::Pack, rule: &str) -> Vec<Quantity> {
    let Some(class) = pack.class("quantity") else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = span.start;
    while at < span.end {
        match quantity(text, TokenSpan::new(at, span.end), pack, class, rule) {
            Some((quantity, end)) => {
                found.push(quantity);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Reads one number with its scale and unit at the start of `span`; the token after it.
fn quantity(text: &Text, span: TokenSpan, pack: &suquan_langpack::Pack, class: ClassId, rule: &str) -> Option<(Quantity, u32)> {
    let (mut value, mut at) = number(text, span)?;
    let mut unit = None;
    for _ in 0..3 {
        if at >= span.end {
            break;
        }
        let sign = text.words(TokenSpan::new(at, at + 1));
        if sign == "%" || sign == "$" {
            unit = Some(if sign == "%" { "%" } else { "USD" }.to_owned());
            at += 1;
            break;
        }
        let Some(hit) = text.hits.class_at(at as usize, class) else { break };
        let row = pack.row(hit);
        let mut words = row.value.split(' ');
        match (words.next(), words.next()) {
            (Some("scale"), Some(scale)) => value *= scale.parse::<f64>().unwrap_or(1.0),
            (Some("unit"), Some(code)) => {
                unit = Some(code.to_owned());
                at = hit.span.end;
                break;
            }
            _ => break,
        }
        at = hit.span.end;
    }
    let bytes = text.bytes(TokenSpan::new(span.start, at));
    Some((Quantity { value, unit: unit?, of: None, baseline: None, modifier: None, span: bytes, rule: rule.to_owned() }, at))
}

/// A number with thousands or decimals glued by points or commas, as the press writes it: three digits after a sign are thousands.
fn number(text: &Text, span: TokenSpan) -> Option<(f64, u32)> {
    let token = |at: u32| text.tokens.get(at as usize).filter(|_| at < span.end);
    let first = token(span.start).filter(|token| token.kind == Kind::Number)?;
    let mut digits = first.of(&text.source).to_owned();
    let mut decimals = String::new();
    let mut at = span.start + 1;
    while let (Some(sign), Some(next)) = (token(at), token(at + 1)) {
        let glued = !sign.spaced() && !next.spaced() && next.kind == Kind::Number && matches!(sign.of(&text.source), "." | ",");
        if !glued || !decimals.is_empty() {
            break;
        }
        let group = next.of(&text.source);
        if group.len() == 3 {
            digits += group;
        } else {
            group.clone_into(&mut decimals);
        }
        at += 2;
    }
    let value = if decimals.is_empty() { digits.parse() } else { format!("{digits}.{decimals}").parse() };
    Some((value.ok()?, at))
}
