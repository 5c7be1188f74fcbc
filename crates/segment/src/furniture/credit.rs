//! Photo credits.

use suquan_token::Kind;

use crate::scene::Scene;

/// Tokens of a credit at most.
const LONGEST: usize = 20;

/// Words of one name in a credit at most.
const NAME: usize = 5;

/// Where the credit ends that opens at `at` in a line that ends at `end`: `(Ảnh: Getty)`, `- Ảnh: Reuters`, `ẢNH: REUTERS`, `Ảnh minh họa`.
///
/// `(Source: …)` is one too, but not in the line that closes the text, where it names the sources of the report.
pub(super) fn end(scene: &Scene<'_>, at: usize, end: usize, closing: bool) -> Option<usize> {
    let open = usize::from(scene.is(at, "(") || scene.is(at, "[") || scene.is_dash(at));
    let word = at + open;
    let bracket = open == 1 && !scene.is_dash(at);
    if word >= end {
        return None;
    }
    let source = || scene.furniture(word, scene.words.source).filter(|_| bracket && !closing);
    let named = || {
        let after = scene.furniture(word, scene.words.credit).or_else(source).filter(|&after| after < end)?;
        if scene.is(after, ":") {
            Some(names_end(scene, after + 1, end))
        } else {
            scene.class(after, scene.words.outlet).filter(|_| bracket || scene.capital(word)).map(|_| names_end(scene, after, end))
        }
    };
    let alone = || scene.furniture(word, scene.words.credit_alone);
    let names = named().map(|names| rest_of_line(scene, names, end)).or_else(alone)?;
    let close =
        if bracket { (names..end.min(at + LONGEST)).find(|&close| matches!(scene.word(close), ")" | "]")).map_or(names, |close| close + 1) } else { names };
    Some(if close < end && scene.is(close, ".") { close + 1 } else { close })
}

/// Where the names of photographers and agencies end: each is a run of capitals or a listed outlet, a sign between two.
fn names_end(scene: &Scene<'_>, start: usize, end: usize) -> usize {
    let limit = end.min(start + LONGEST);
    let mut at = start;
    while at < limit {
        let name = match scene.end_of(at, scene.words.outlet) {
            Some(after) => after.min(limit),
            None => (at..limit.min(at + NAME)).take_while(|&word| is_name(scene, word, start)).last().map_or(at, |last| last + 1),
        };
        if name == at {
            break;
        }
        at = name;
        let joins = at + 1 < limit && (matches!(scene.word(at), "/" | "," | "&" | "+") || scene.is_dash(at)) && scene.capital(at + 1);
        // An initial's full stop stands inside the name.
        let initial = at + 1 < limit && scene.is(at, ".") && !scene.spaced(at + 1) && scene.capital(at + 1);
        if !joins && !initial {
            break;
        }
        at += 1;
    }
    at
}

/// A credit that reaches almost to the end of its line goes on to it: names of outlets have small letters too.
fn rest_of_line(scene: &Scene<'_>, names: usize, end: usize) -> usize {
    let words = end - names <= NAME && (names..end).all(|at| scene.kind(at) == Some(Kind::Word) && scene.class(at, scene.words.restart).is_none());
    if words { end } else { names }
}

/// A word of a name: it has a capital, and opens no sentence nor is a listed outlet after another name.
fn is_name(scene: &Scene<'_>, at: usize, start: usize) -> bool {
    scene.capital(at) && (at == start || scene.class(at, scene.words.restart).is_none())
}
