//! Who signs at the end of an article: names, outlets, the sources they drew on.

use suquan_span::TokenSpan;
use suquan_token::Kind;

use crate::part::{Role, Stretch};
use crate::scene::Scene;
use crate::sentence::Sentence;

/// Lines at the end that may be signed.
const LINES: usize = 3;

/// Tokens of a signed line at most.
const LONGEST: usize = 24;

/// Cuts bylines and signatures off the end of the text.
pub(super) fn sign(scene: &Scene<'_>, sentences: &[Sentence], stretches: &mut Vec<Stretch>) {
    let mut index = stretches.len();
    let mut left = LINES;
    while let Some(before) = index.checked_sub(1) {
        index = before;
        let (role, span) = stretches[index];
        if role != Role::Body {
            return;
        }
        if span.indices().all(|at| scene.kind(at) == Some(Kind::Sign)) {
            continue;
        }
        // A text that is nothing but names is no signature.
        if left == 0 || index == 0 || !signs(scene, span) {
            sign_paragraph(scene, sentences, stretches, index);
            return;
        }
        stretches.splice(index..=index, split(scene, span));
        left -= 1;
    }
}

/// Cuts off what signs behind the last sentence of a paragraph.
fn sign_paragraph(scene: &Scene<'_>, sentences: &[Sentence], stretches: &mut Vec<Stretch>, index: usize) {
    let span = stretches[index].1;
    let cut = trailing(scene, sentences, span);
    if cut > span.start && cut < span.end {
        let signed = split(scene, TokenSpan::new(cut, span.end));
        stretches.splice(index..=index, std::iter::once((Role::Body, TokenSpan::new(span.start, cut))).chain(signed));
    }
}

/// Where the sentences at the end of a paragraph begin that are signatures.
fn trailing(scene: &Scene<'_>, sentences: &[Sentence], span: TokenSpan) -> u32 {
    let last = sentences.partition_point(|sentence| sentence.tokens.start < span.end);
    let inside = sentences[..last].iter().rev().take_while(|sentence| sentence.tokens.start >= span.start);
    inside
        .take(LINES)
        .take_while(|sentence| signs(scene, TokenSpan::new(sentence.tokens.start, span.end)))
        .last()
        .map_or(span.end, |sentence| sentence.tokens.start)
}

/// Whether words are nothing but names and what stands beside names in signatures; in brackets anything may stand.
fn signs(scene: &Scene<'_>, span: TokenSpan) -> bool {
    let (start, end) = (span.start as usize, span.end as usize);
    if end - start > LONGEST {
        return false;
    }
    let (mut at, mut depth, mut names, mut outlets) = (start, 0, 0, 0);
    while at < end {
        let known = scene.end_of(at, scene.words.outlet).inspect(|_| outlets += 1);
        let known = known.or_else(|| scene.furniture(at, scene.words.signature)).or_else(|| scene.furniture(at, scene.words.byline));
        match (scene.kind(at), known) {
            (_, Some(after)) if after <= end => {
                at = after;
                continue;
            }
            (Some(Kind::Sign), _) => match scene.word(at) {
                "(" => depth += 1,
                ")" => depth -= 1,
                "/" | "-" | "–" | "," | "." | "&" | "|" | ":" | "+" | "[" | "]" | "*" => {}
                _ => return false,
            },
            (Some(Kind::Word), _) if scene.capital(at) => names += 1,
            _ if depth > 0 => {}
            _ => return false,
        }
        at += 1;
    }
    let ended = matches!(scene.word(end - 1), "." | ":");
    let lone = names == 1 && outlets == 0 && !scene.all_capitals(start) && scene.furniture(start, scene.words.signature).is_none();
    (names > 0 || outlets > 0) && !lone && (!ended || outlets > 0)
}

/// A signed stretch as its byline and its signature: the sources begin at a bracket, at a word for sources, or at an outlet.
fn split(scene: &Scene<'_>, span: TokenSpan) -> Vec<Stretch> {
    let sources =
        span.indices().find(|&at| scene.is(at, "(") || scene.end_of(at, scene.words.outlet).is_some() || scene.furniture(at, scene.words.signature).is_some());
    let cut = sources.map_or(span.end, |at| at as u32);
    let mut name = cut;
    while name > span.start && scene.kind(name as usize - 1) == Some(Kind::Sign) && !scene.is(name as usize - 1, ".") {
        name -= 1;
    }
    let mut stretches = Vec::new();
    if name > span.start {
        stretches.push((Role::Byline, TokenSpan::new(span.start, name)));
    }
    let from = if name > span.start { cut } else { span.start };
    if from < span.end {
        stretches.push((Role::Signature, TokenSpan::new(from, span.end)));
    }
    stretches
}
