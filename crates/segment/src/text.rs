//! A text, ready for the rooms.

use suquan_langpack::Pack;
use suquan_pattern::{Hits, Input};
use suquan_span::{ByteSpan, CharIndex, CharSpan, TokenSpan};
use suquan_token::{Flags, Token};

use crate::furniture::{Piece, furniture};
use crate::part::{Part, Role, parts};
use crate::scene::{Scene, Words};
use crate::sentence::{Sentence, sentences};

/// An article's text with its tokens, sentences and parts.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The text as read.
    pub source: String,
    /// Its tokens; white space alone stands between them.
    pub tokens: Vec<Token>,
    /// The forms of the pack's lists in it.
    pub hits: Hits,
    /// Its sentences; joined, they are all tokens.
    pub sentences: Vec<Sentence>,
    /// Its parts, by start; they do not overlap.
    pub parts: Vec<Part>,
    /// Bytes to code points.
    pub chars: CharIndex,
}

/// Cuts `source` into tokens, sentences and parts by the lists of `pack`.
#[must_use]
pub fn segment(source: &str, pack: &Pack) -> Text {
    let mut tokens = pack.tokenize(source);
    let hits = pack.find(&tokens);
    let scene = Scene { text: source, tokens: &tokens, hits: &hits, words: Words::new(pack) };
    let lines = scene.lines();
    let pieces = furniture(&scene, &lines);
    let sentences = sentences(&scene, &edges(&pieces));
    let parts = parts(&scene, &lines, &pieces, &sentences);
    for Sentence { tokens: span } in &sentences {
        tokens[span.start as usize].flags.set(Flags::SENTENCE_START);
        tokens[span.end as usize - 1].flags.set(Flags::SENTENCE_END);
    }
    Text { chars: CharIndex::new(source), source: source.to_owned(), tokens, hits, sentences, parts }
}

/// Where sentences start because a piece ends or starts there; a credit goes on with the sentence that it stands in.
fn edges(pieces: &[Piece]) -> Vec<u32> {
    let mut edges: Vec<u32> =
        pieces.iter().flat_map(|piece| [(piece.role != Role::Caption).then_some(piece.tokens.start), Some(piece.tokens.end)]).flatten().collect();
    edges.sort_unstable();
    edges
}

impl Text {
    /// The text as patterns see it, with `layers` of earlier rooms beside the lists.
    #[must_use]
    pub fn input<'t>(&'t self, hits: &'t [&'t Hits]) -> Input<'t> {
        Input { text: &self.source, tokens: &self.tokens, hits }
    }

    /// The bytes that a span of tokens covers.
    #[must_use]
    pub fn bytes(&self, span: TokenSpan) -> ByteSpan {
        match self.tokens.get(span.indices()) {
            Some([first, .., last]) => first.span.cover(last.span),
            Some([only]) => only.span,
            _ => ByteSpan::default(),
        }
    }

    /// The words of a span of tokens.
    #[must_use]
    pub fn words(&self, span: TokenSpan) -> &str {
        self.bytes(span).of(&self.source)
    }

    /// The code points that a span of bytes covers.
    #[must_use]
    pub fn chars(&self, span: ByteSpan) -> CharSpan {
        self.chars.chars(&self.source, span)
    }

    /// The tokens that lie wholly or partly in `span`.
    #[must_use]
    pub fn tokens_in(&self, span: ByteSpan) -> TokenSpan {
        let start = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        TokenSpan::new(start as u32, end as u32)
    }

    /// The index of the sentence that holds token `at`; the last one's beyond the text.
    #[must_use]
    pub fn sentence_at(&self, at: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= at).min(self.sentences.len().saturating_sub(1))
    }

    /// The sentence that holds token `at`; empty in a text without tokens.
    #[must_use]
    pub fn sentence(&self, at: u32) -> TokenSpan {
        self.sentences.get(self.sentence_at(at)).map_or_else(TokenSpan::default, |sentence| sentence.tokens)
    }

    /// The role of the part that holds the byte `at`.
    #[must_use]
    pub fn role(&self, at: u32) -> Role {
        let index = self.parts.partition_point(|part| part.span.end <= at);
        self.parts.get(index).filter(|part| part.span.start <= at).map_or(Role::Body, |part| part.role)
    }
}
