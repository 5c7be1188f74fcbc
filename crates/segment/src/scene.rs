//! What segmentation looks at.

use suquan_langpack::Pack;
use suquan_pattern::{ClassId, Hit, Hits, LabelId};
use suquan_span::TokenSpan;
use suquan_token::{Flags, Kind, Token};

/// A text's tokens with the lists that segmentation reads.
pub(crate) struct Scene<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub hits: &'t Hits,
    pub words: Words,
}

/// The pack's lists and labels by number; what a pack does not have is `None` and is found nowhere.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Words {
    pub abbreviation: Option<ClassId>,
    /// Abbreviations that may end a sentence.
    pub final_abbreviation: Option<LabelId>,
    /// Words whose capital shows a lost line break.
    pub restart: Option<ClassId>,
    pub outlet: Option<ClassId>,
    pub name: Option<ClassId>,
    pub title: Option<ClassId>,
    pub furniture: Option<ClassId>,
    pub dateline: Option<LabelId>,
    pub date_word: Option<LabelId>,
    pub credit: Option<LabelId>,
    pub credit_alone: Option<LabelId>,
    pub source: Option<LabelId>,
    pub side: Option<LabelId>,
    pub signature: Option<LabelId>,
    pub byline: Option<LabelId>,
    pub teaser: Option<LabelId>,
}

impl Words {
    pub(crate) fn new(pack: &Pack) -> Self {
        Self {
            abbreviation: pack.class("abbreviation"),
            final_abbreviation: pack.label("final"),
            restart: pack.class("restart"),
            outlet: pack.class("outlet"),
            name: pack.class("name"),
            title: pack.class("title"),
            furniture: pack.class("furniture"),
            dateline: pack.label("dateline"),
            date_word: pack.label("date-word"),
            credit: pack.label("credit"),
            credit_alone: pack.label("credit-alone"),
            source: pack.label("source"),
            side: pack.label("side"),
            signature: pack.label("signature"),
            byline: pack.label("byline"),
            teaser: pack.label("teaser"),
        }
    }
}

impl Scene<'_> {
    /// The words of the token `at`; empty beyond the text.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// Whether the token `at` is that sign.
    pub(crate) fn is(&self, at: usize, sign: &str) -> bool {
        self.word(at) == sign
    }

    pub(crate) fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "−")
    }

    pub(crate) fn spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(Token::spaced)
    }

    pub(crate) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::capital)
    }

    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(crate) fn all_capitals(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.flags.has(Flags::ALL_CAPITALS))
    }

    /// The longest row of `class` at `at`, inside the line.
    pub(crate) fn class(&self, at: usize, class: Option<ClassId>) -> Option<&Hit> {
        let class = class?;
        self.hits.at(at).iter().find(|hit| hit.class == class && self.in_line(hit))
    }

    /// The end of the longest row of a list at `at`.
    pub(crate) fn end_of(&self, at: usize, class: Option<ClassId>) -> Option<usize> {
        self.class(at, class).map(|hit| hit.span.end as usize)
    }

    /// The end of the longest row of `furniture` with that label at `at`.
    pub(crate) fn furniture(&self, at: usize, label: Option<LabelId>) -> Option<usize> {
        let (class, label) = (self.words.furniture?, label?);
        self.hits.at(at).iter().find(|hit| hit.class == class && hit.label == label && self.in_line(hit)).map(|hit| hit.span.end as usize)
    }

    /// Whether no line break stands inside the row's words.
    fn in_line(&self, hit: &Hit) -> bool {
        self.tokens[hit.span.indices()].iter().skip(1).all(|token| !token.flags.has(Flags::LINE_START))
    }

    /// The physical lines that hold a token.
    pub(crate) fn lines(&self) -> Vec<TokenSpan> {
        let mut lines: Vec<TokenSpan> = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            match lines.last_mut() {
                Some(line) if !token.flags.has(Flags::LINE_START) => line.end = at as u32 + 1,
                _ => lines.push(TokenSpan::new(at as u32, at as u32 + 1)),
            }
        }
        lines
    }
}
