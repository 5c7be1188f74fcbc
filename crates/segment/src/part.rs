//! The parts of an article.

mod caption;
mod closing;
mod headline;

use suquan_span::{ByteSpan, TokenSpan};
use suquan_token::Kind;

use crate::furniture::Piece;
use crate::scene::Scene;
use crate::sentence::Sentence;

/// What a part of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A line or phrase that dates the article.
    Dateline,
    /// The tag of an agency or paper before the lead.
    Tag,
    /// The first paragraph of the report.
    Lead,
    /// The report.
    Body,
    /// The words under a picture.
    Caption,
    /// A headline or link to another article.
    Teaser,
    /// Who wrote the article.
    Byline,
    /// The sources named at the end.
    Signature,
}

suquan_span::codes! {
    Role { Dateline => "dateline", Tag => "tag", Lead => "lead", Body => "body", Caption => "caption", Teaser => "teaser", Byline => "byline", Signature => "signature" }
}

/// A stretch of the article with one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// Where it stands.
    pub span: ByteSpan,
}

/// Words that a lead has at least; shorter openings are headlines or remnants.
const LEAD: usize = 6;

/// A part by its tokens.
pub(crate) type Stretch = (Role, TokenSpan);

/// The parts of a text, none beyond its line. Signs that stand alone are in none.
pub(crate) fn parts(scene: &Scene<'_>, lines: &[TokenSpan], pieces: &[Piece], sentences: &[Sentence]) -> Vec<Part> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut pieces = pieces.iter().peekable();
    for &line in lines {
        let mut at = line.start;
        while let Some(piece) = pieces.next_if(|piece| piece.tokens.start < line.end) {
            let span = if piece.role == Role::Caption { caption::with_words(piece.tokens, at, sentences) } else { piece.tokens };
            body(&mut stretches, at, span.start);
            stretches.push((piece.role, span));
            at = span.end;
        }
        body(&mut stretches, at, line.end);
    }
    caption::twins(scene, &mut stretches);
    closing::sign(scene, sentences, &mut stretches);
    headline::mark(scene, &mut stretches);
    lead(scene, &mut stretches);
    let part = |(role, span): Stretch| {
        let (first, last) = (scene.tokens[span.start as usize].span, scene.tokens[span.end as usize - 1].span);
        Part { role, span: first.cover(last) }
    };
    let says = |(_, span): &Stretch| scene.tokens[span.indices()].iter().any(|token| token.kind != Kind::Sign);
    stretches.into_iter().filter(says).map(part).collect()
}

fn body(stretches: &mut Vec<Stretch>, start: u32, end: u32) {
    if start < end {
        stretches.push((Role::Body, TokenSpan::new(start, end)));
    }
}

/// The first paragraph of the report that is long enough is its lead.
fn lead(scene: &Scene<'_>, stretches: &mut [Stretch]) {
    let words = |span: &TokenSpan| scene.tokens[span.indices()].iter().filter(|token| token.kind == Kind::Word).count();
    if let Some((role, _)) = stretches.iter_mut().find(|(role, span)| *role == Role::Body && words(span) >= LEAD) {
        *role = Role::Lead;
    }
}
