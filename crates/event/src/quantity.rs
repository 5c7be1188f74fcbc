//! How many of what: numbers with their unit, how they are meant, and the thing that they measure.

use suquan_langpack::Pack;
use suquan_pattern::ClassId;
use suquan_segment::Text;
use suquan_span::TokenSpan;
use suquan_token::Kind;

use crate::event::Quantity;

/// Words of a measured thing that are kept: most nouns have two syllables.
const THING: u32 = 2;
/// Words before a number in which the thing that it measures may be named (`the amount of … up to 20 tonnes`).
const BACK: u32 = 14;

/// The lists by which quantities are read.
struct Lists<'p> {
    pack: &'p Pack,
    quantity: ClassId,
    bound: Option<ClassId>,
    /// Lists whose words end the name of a thing.
    ends: Vec<ClassId>,
}

/// Numbers with a unit of the list `quantity` in `span`.
#[must_use]
pub fn quantities(text: &Text, span: TokenSpan, pack: &Pack, rule: &str) -> Vec<Quantity> {
    let Some(quantity) = pack.class("quantity") else { return Vec::new() };
    let ends = ["case", "aux", "coordinator", "complementizer", "bound", "light", "clause-marker", "condition"];
    let lists = Lists { pack, quantity, bound: pack.class("bound"), ends: ends.into_iter().filter_map(|name| pack.class(name)).collect() };
    let mut found = Vec::new();
    let mut at = span.start;
    while at < span.end {
        match read(text, at, span, &lists, rule) {
            Some((quantity, end)) => {
                found.push(quantity);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Reads one number with its scale and unit at token `start`; the token after it.
fn read(text: &Text, start: u32, within: TokenSpan, lists: &Lists<'_>, rule: &str) -> Option<(Quantity, u32)> {
    let (mut value, mut at) = number(text, TokenSpan::new(start, within.end))?;
    let mut unit = None;
    let mut measures = false;
    for _ in 0..3 {
        if at >= within.end {
            break;
        }
        let sign = text.words(TokenSpan::new(at, at + 1));
        if sign == "%" || sign == "$" {
            unit = Some(if sign == "%" { "%" } else { "USD" }.to_owned());
            at += 1;
            break;
        }
        let Some(hit) = text.hits.class_at(at as usize, lists.quantity) else { break };
        let row = lists.pack.row(hit);
        let mut words = row.value().split(' ');
        match (words.next(), words.next()) {
            (Some("scale"), Some(scale)) => value *= scale.parse::<f64>().unwrap_or(1.0),
            (Some("unit"), Some(code)) => {
                unit = Some(code.to_owned());
                measures = words.next() == Some("of");
                at = hit.span.end;
                break;
            }
            _ => break,
        }
        at = hit.span.end;
    }
    let unit = unit?;
    let before = lists.bound.and_then(|class| text.hits.class_before(start as usize, class)).filter(|hit| !lists.pack.row(hit).has("after"));
    let after = lists.bound.and_then(|class| text.hits.class_at(at as usize, class)).filter(|hit| lists.pack.row(hit).has("after"));
    let from = before.map_or(start, |hit| hit.span.start);
    let to = after.map_or(at, |hit| hit.span.end);
    let thing = if measures { thing(text, to, within.end, lists).or_else(|| thing_before(text, from, within.start, lists)) } else { None };
    let modifier = before.or(after).map(|hit| lists.pack.row(hit).head().to_owned());
    let span = text.bytes(TokenSpan::new(from, to));
    Some((Quantity { value, unit, of: thing, baseline: None, modifier, span, rule: rule.to_owned() }, to))
}

/// The words from `at` on that name what is measured; `None` where none does.
fn thing(text: &Text, at: u32, end: u32, lists: &Lists<'_>) -> Option<String> {
    let names = |at: u32| {
        let Some(token) = text.tokens.get(at as usize).filter(|_| at < end) else { return false };
        let listed = |class: &ClassId| text.hits.class_at(at as usize, *class).is_some();
        let small = token.of(&text.source).chars().next().is_some_and(char::is_lowercase);
        small && token.kind == Kind::Word && !lists.ends.iter().any(listed) && text.hits.class_at(at as usize, lists.quantity).is_none()
    };
    let length = (0..THING).take_while(|step| names(at + step)).count() as u32;
    (length > 0).then(|| text.words(TokenSpan::new(at, at + length)).to_owned())
}

/// What is measured, where a word for an amount before the number names it (`raise the amount of rice to 20 tonnes`).
fn thing_before(text: &Text, start: u32, floor: u32, lists: &Lists<'_>) -> Option<String> {
    let amount = |at: u32| text.hits.class_at(at as usize, lists.quantity).filter(|hit| lists.pack.row(hit).head() == "amount");
    let hit = (floor.max(start.saturating_sub(BACK))..start).rev().find_map(amount)?;
    thing(text, hit.span.end, start, lists)
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
