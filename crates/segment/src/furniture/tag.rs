//! The tag before the lead: an outlet, with or without the place and day of its report.

use suquan_token::{Kind, Symbol};

use crate::scene::Scene;

/// Tokens between the brackets of a tag at most.
const INSIDE: usize = 9;

/// Tokens of a place and a day before an outlet at most.
const PLACE: usize = 9;

/// Letters of a site's name at least, where nothing else shows it.
const SITE: usize = 8;

/// Where the tag that opens the line `at..end` ends, with its dash; `None` if it opens with none.
pub(super) fn end(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let found = bracketed(scene, at, end).or_else(|| bare(scene, at, end)).or_else(|| placed(scene, at, end))?;
    // A tag alone on its line, or with the report behind it.
    (found == end || opens(scene, found)).then_some(found)
}

/// `(VTC News) -`; the dash may be missing.
fn bracketed(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    if !scene.is(at, "(") {
        return None;
    }
    let close = (at + 1..end.min(at + INSIDE + 2)).find(|&close| scene.is(close, ")"))?;
    let credit = (at + 1..close).any(|inside| scene.is(inside, ":"));
    let named = (at + 1..close).any(|inside| scene.capital(inside));
    (named && !credit).then(|| after_dash(scene, close + 1, end).unwrap_or(close + 1))
}

/// `TTO -`, `VOV.VN -`, an outlet of the list, or a place in capitals: `KUALA LUMPUR -`.
fn bare(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let outlet = scene.end_of(at, scene.words.outlet);
    let domain = || {
        let last = (at..end).take_while(|&next| next == at || !scene.spaced(next)).last()? + 1;
        (at..last).any(|dot| scene.is(dot, ".")).then_some(last)
    };
    let capitals = || {
        let last = (at..end.min(at + 4)).take_while(|&next| scene.all_capitals(next)).last()? + 1;
        // Headlines open so too (`EU - …`), but have no full stop at their end.
        let known = scene.class(at, scene.words.name).is_some();
        (!known || matches!(scene.word(end - 1), "." | "”" | "\"")).then_some(last)
    };
    // The name of a site without its dots: long, plain letters, known to no list, before a sentence.
    let site = || {
        let word = scene.word(at);
        let plain = word.len() >= SITE && word.is_ascii() && scene.capital(at) && scene.tokens[at].symbol == Symbol::UNKNOWN;
        (plain && scene.is(end - 1, ".")).then_some(at + 1)
    };
    [outlet, domain(), capitals(), site()].into_iter().flatten().find_map(|last| after_dash(scene, last, end))
}

/// `Hà Nội, 24/11 (TTXVN) -`.
fn placed(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    if !scene.capital(at) {
        return None;
    }
    let open = (at + 1..end.min(at + PLACE)).find(|&open| scene.is(open, "("))?;
    let dated = |inside: usize| match scene.kind(inside) {
        Some(Kind::Word) => scene.capital(inside) || scene.furniture(inside, scene.words.date_word).is_some(),
        Some(Kind::Sign) => matches!(scene.word(inside), "," | "/" | "-" | "."),
        _ => true,
    };
    let outlet = scene.end_of(open + 1, scene.words.outlet)?;
    let close = (outlet..end.min(open + INSIDE)).find(|&close| scene.is(close, ")"))?;
    (at..open).all(dated).then(|| after_dash(scene, close + 1, end)).flatten()
}

/// The place behind the dash at `at`, if there is one with room around it.
fn after_dash(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    (at < end && scene.is_dash(at) && (scene.spaced(at) || scene.spaced(at + 1))).then_some(at + 1)
}

/// Whether the report can open here: a capital, a number, a quotation.
fn opens(scene: &Scene<'_>, at: usize) -> bool {
    scene.capital(at) || scene.kind(at) == Some(Kind::Number) || matches!(scene.word(at), "\"" | "“" | "‘" | "'" | "«")
}
