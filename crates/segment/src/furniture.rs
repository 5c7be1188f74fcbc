//! What stands in an article's text and is no report, where its words alone show it: date lines, tags, photo credits, links.

mod credit;
mod dateline;
mod tag;

use suquan_span::TokenSpan;
use suquan_token::Kind;

use crate::part::Role;
use crate::scene::Scene;

/// Lines at the start of a text in which date lines, tags and headlines may stand.
const HEAD: usize = 8;

/// Tokens of a link at most.
const LINK: usize = 25;

/// Tokens of a link at least, where only a title shows its end.
const SHORTEST_LINK: usize = 5;

/// A stretch with a role; for a caption, the credit alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub role: Role,
    pub tokens: TokenSpan,
}

/// The pieces of a text, by start; they do not overlap, and none leaves its line.
pub(crate) fn furniture(scene: &Scene<'_>, lines: &[TokenSpan]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut reporting = false;
    let signed = lines.iter().rposition(|line| line.indices().any(|at| scene.kind(at) != Some(Kind::Sign)));
    for (index, line) in lines.iter().enumerate() {
        let (mut at, end) = (line.start as usize, line.end as usize);
        let before = pieces.len();
        if index < HEAD || index + 3 >= lines.len() {
            at = push(&mut pieces, Role::Dateline, at, dateline::end(scene, at, end));
        }
        if !reporting && index < HEAD {
            let tag = tag::end(scene, at, end);
            reporting = tag.is_some();
            at = push(&mut pieces, Role::Tag, at, tag);
        }
        while at < end {
            // Most tokens are words of no list, and open nothing here.
            if scene.kind(at) == Some(Kind::Word) && scene.class(at, scene.words.furniture).is_none() {
                at += 1;
                continue;
            }
            let after = if let Some(credit) = credit::end(scene, at, end, Some(index) == signed) {
                push(&mut pieces, Role::Caption, at, Some(credit))
            } else if opens_link(scene, at, line.start as usize) {
                push(&mut pieces, Role::Teaser, at, Some(link_end(scene, at, end)))
            } else {
                at
            };
            at = after.max(at + 1);
        }
        // Behind the first sentence of the report there is no tag; the words under a picture and the lines that date it may stand before both.
        reporting |= pieces.len() == before && matches!(scene.word(end - 1), "." | "?" | "!" | "…" | "\"" | "”") && line.len() > 1;
    }
    pieces
}

/// Adds the piece from `at` to `end`, if there is one; gives where to look on.
fn push(pieces: &mut Vec<Piece>, role: Role, at: usize, end: Option<usize>) -> usize {
    let Some(end) = end.filter(|&end| end > at) else { return at };
    pieces.push(Piece { role, tokens: TokenSpan::new(at as u32, end as u32) });
    end
}

/// `>>`, or at the start of a line words or signs that point to other articles.
fn opens_link(scene: &Scene<'_>, at: usize, line: usize) -> bool {
    let arrows = scene.is(at, ">") && scene.is(at + 1, ">") && !scene.spaced(at + 1);
    arrows || at == line && scene.furniture(at, scene.words.teaser).is_some()
}

/// A link ends with its line, at the next one, where a sentence ends, or where a capital shows that a line break was lost.
///
/// In a line too long for a headline a title with a capital shows it too.
fn link_end(scene: &Scene<'_>, start: usize, line_end: usize) -> usize {
    let mark = scene.furniture(start, scene.words.teaser).unwrap_or(start + 1);
    let words = (mark..line_end).find(|&at| !scene.is(at, ">")).unwrap_or(line_end);
    let long = line_end - words > LINK;
    let restarts = |at: usize| {
        let title = long && at > words + SHORTEST_LINK && scene.capital(at) && scene.class(at, scene.words.title).is_some();
        scene.class(at, scene.words.restart).is_some() || title
    };
    let stop = (words + 1..line_end.min(words + LINK))
        .find(|&at| scene.is(at, ">") && scene.is(at + 1, ">") || restarts(at) || matches!(scene.word(at - 1), "." | "?" | "!") && scene.spaced(at));
    // Of a line that is not all link, and shows no end of it, the arrows alone are certain.
    stop.unwrap_or(if long { words } else { line_end })
}
