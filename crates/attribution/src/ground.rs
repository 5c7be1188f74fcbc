//! One text with everything that the room looks up in it, found by token.

use suquan_clause::{Clauses, Quote};
use suquan_langpack::Pack;
use suquan_mention::{EntityId, Mention, Mentions, Phrase};
use suquan_pattern::Hit;
use suquan_segment::Text;
use suquan_span::TokenSpan;
use suquan_timex::Timex;

use crate::Grammar;
use crate::part::{Part, SourceKind};

/// A text and its indices.
pub(crate) struct Ground<'t> {
    pub(crate) text: &'t Text,
    pub(crate) pack: &'t Pack,
    pub(crate) clauses: &'t Clauses,
    pub(crate) mentions: &'t Mentions,
    pub(crate) times: &'t [Timex],
    pub(crate) grammar: &'t Grammar,
    /// The small words that end before each token: `before[first[t]..first[t + 1]]`, by start.
    before: Vec<(u32, Part)>,
    first: Vec<u32>,
    /// The start of the time expression that ends before a token, plus one; 0 where none does.
    time_before: Vec<u32>,
    /// The index of the name that covers a token, plus one.
    name_at: Vec<u32>,
    /// The index of the phrase that covers a token, plus one.
    phrase_at: Vec<u32>,
    /// The first token of each entity's first name or description, plus one.
    seen: Vec<u32>,
    /// Whether a token belongs to a longer word that is none of the small ones.
    masked: Vec<bool>,
    /// The commas before a [`Part::Breaker`].
    breaks: Vec<u32>,
    /// The semicolons.
    semicolons: Vec<u32>,
}

impl<'t> Ground<'t> {
    /// Indexes `text` in one pass over its list hits and layers.
    pub(crate) fn new(text: &'t Text, clauses: &'t Clauses, times: &'t [Timex], mentions: &'t Mentions, grammar: &'t Grammar, pack: &'t Pack) -> Self {
        let tokens = text.tokens.len();
        let mut parts: Vec<(u32, u32, Part)> = Vec::new();
        let mut masked = vec![false; tokens + 1];
        for hit in text.hits.all() {
            match grammar.part(hit.class, hit.label) {
                Some(Part::Word) => masked[hit.span.indices()].fill(true),
                Some(part) => parts.push((hit.span.end, hit.span.start, part)),
                None => {}
            }
        }
        // A short word that a longer one has in it plays no part; a phrase of several words may.
        parts.retain(|&(end, start, _)| end - start > 1 || !masked[start as usize]);
        parts.sort_by_key(|&(end, start, part)| (end, start, part as u8));
        let mut first = vec![0; tokens + 2];
        for &(end, ..) in &parts {
            first[end as usize + 1] += 1;
        }
        for at in 0..=tokens {
            first[at + 1] += first[at];
        }
        let mut ground = Self {
            text,
            pack,
            clauses,
            mentions,
            times,
            grammar,
            before: parts.iter().map(|&(_, start, part)| (start, part)).collect(),
            first,
            time_before: vec![0; tokens + 1],
            name_at: vec![0; tokens],
            phrase_at: vec![0; tokens],
            seen: Vec::new(),
            masked,
            breaks: Vec::new(),
            semicolons: Vec::new(),
        };
        ground.semicolons = (0..tokens as u32).filter(|&at| ground.is(at, &[";"])).collect();
        let breakers = parts.iter().filter(|&&(_, start, part)| part == Part::Breaker && start > 0 && ground.is(start - 1, &[","]));
        ground.breaks = breakers.map(|&(_, start, _)| start - 1).collect();
        ground.breaks.sort_unstable();
        ground.breaks.dedup();
        for time in times {
            let span = time.tokens;
            ground.time_before[span.end as usize] = span.start + 1;
        }
        let names = mentions.mentions.iter().map(|name| (name.entity, name.tokens.start));
        for (id, start) in names.chain(mentions.phrases.iter().map(|phrase| (phrase.entity, phrase.tokens.start))) {
            let place = id.0 as usize;
            ground.seen.resize(ground.seen.len().max(place + 1), 0);
            ground.seen[place] = if ground.seen[place] == 0 { start + 1 } else { ground.seen[place].min(start + 1) };
        }
        for (index, name) in mentions.mentions.iter().enumerate() {
            fill(&mut ground.name_at, name.tokens, index);
        }
        for (index, phrase) in mentions.phrases.iter().enumerate() {
            fill(&mut ground.phrase_at, phrase.tokens, index);
        }
        ground
    }

    /// The commas from token `at` on that lead back to the reporter.
    pub(crate) fn breaks_from(&self, at: u32) -> &[u32] {
        &self.breaks[self.breaks.partition_point(|&comma| comma < at)..]
    }

    /// The last semicolon before token `at`.
    pub(crate) fn semicolon_before(&self, at: u32) -> Option<u32> {
        self.semicolons[..self.semicolons.partition_point(|&sign| sign < at)].last().copied()
    }

    /// The words of a token.
    pub(crate) fn word(&self, at: u32) -> &'t str {
        self.text.tokens.get(at as usize).map_or("", |token| token.of(&self.text.source))
    }

    /// Where the longest small word of `part` starts that ends before token `end`.
    pub(crate) fn ends(&self, end: u32, part: Part) -> Option<u32> {
        let range = self.first[end as usize] as usize..self.first[end as usize + 1] as usize;
        self.before[range].iter().find(|&&(_, known)| known == part).map(|&(start, _)| start)
    }

    /// Where the longest small word of `part` ends that starts at token `at`.
    pub(crate) fn starts(&self, at: u32, part: Part) -> Option<u32> {
        let masked = self.masked.get(at as usize).copied().unwrap_or(false);
        let is = |hit: &&Hit| self.grammar.part(hit.class, hit.label) == Some(part) && (!masked || hit.span.len() > 1);
        self.text.hits.at(at as usize).iter().find(is).map(|hit| hit.span.end)
    }

    /// Where the time expression starts that ends before token `end`.
    pub(crate) fn time_before(&self, end: u32) -> Option<u32> {
        self.time_before.get(end as usize).copied().filter(|&start| start > 0).map(|start| start - 1)
    }

    /// Where the time expression ends that starts at token `at`.
    pub(crate) fn time_at(&self, at: u32) -> Option<u32> {
        let index = self.times.partition_point(|time| time.tokens.start < at);
        self.times.get(index).filter(|time| time.tokens.start == at).map(|time| time.tokens.end)
    }

    /// The name that covers token `at`.
    pub(crate) fn name(&self, at: u32) -> Option<&'t Mention> {
        let index = *self.name_at.get(at as usize)?;
        self.mentions.mentions.get((index as usize).checked_sub(1)?)
    }

    /// The referring expression that covers token `at`.
    pub(crate) fn phrase(&self, at: u32) -> Option<&'t Phrase> {
        let index = *self.phrase_at.get(at as usize)?;
        self.mentions.phrases.get((index as usize).checked_sub(1)?)
    }

    /// The first token of the first name or description of an entity.
    pub(crate) fn first_seen(&self, id: EntityId) -> Option<u32> {
        self.seen.get(id.0 as usize)?.checked_sub(1)
    }

    /// The noun that can speak and starts at token `at`, the longest one.
    pub(crate) fn head(&self, at: u32) -> Option<(u32, SourceKind)> {
        let class = self.grammar.source?;
        let hit = self.text.hits.class_at(at as usize, class)?;
        if hit.span.len() == 1 && self.masked[at as usize] {
            return None;
        }
        Some((hit.span.end, self.grammar.kind(hit.label)?))
    }

    /// Where the longest title ends that starts at token `at`.
    pub(crate) fn title(&self, at: u32) -> Option<u32> {
        self.text.hits.class_at(at as usize, self.grammar.title?).map(|hit| hit.span.end)
    }

    /// The quotation that opens at token `at`.
    pub(crate) fn quote_from(&self, at: u32) -> Option<Quote> {
        self.clauses.quote(at).copied().filter(|quote| quote.whole.start == at)
    }

    /// The quotation whose marks end before token `end`.
    pub(crate) fn quote_to(&self, end: u32) -> Option<Quote> {
        self.clauses.quote(end.checked_sub(1)?).copied().filter(|quote| quote.whole.end == end)
    }

    /// The quotation that token `at` stands inside of.
    pub(crate) fn quote_around(&self, at: u32) -> Option<Quote> {
        self.clauses.quote(at).copied().filter(|quote| quote.inner.start <= at && at < quote.inner.end)
    }

    /// Whether token `at` is one of the signs, not one inside a number; words are told apart without a look at their letters.
    pub(crate) fn is(&self, at: u32, signs: &[&str]) -> bool {
        self.is_sign(at) && signs.contains(&self.word(at)) && !self.inside_number(at)
    }

    /// Whether token `at` stands glued between digits, as in `1,5`.
    fn inside_number(&self, at: u32) -> bool {
        let digits = |at: u32| self.text.tokens.get(at as usize).is_some_and(|token| token.kind == suquan_token::Kind::Number);
        let glued = |at: u32| self.text.tokens.get(at as usize).is_some_and(|token| !token.spaced());
        at > 0 && glued(at) && glued(at + 1) && digits(at - 1) && digits(at + 1)
    }

    /// Whether token `at` is a dash with white space on both sides, or at the end of a quotation.
    pub(crate) fn is_dash(&self, at: u32) -> bool {
        let spaced = |at: u32| self.text.tokens.get(at as usize).is_none_or(suquan_token::Token::spaced);
        self.is(at, DASHES) && spaced(at + 1) && (spaced(at) || self.quote_to(at).is_some())
    }

    /// Whether token `at` opens with a capital.
    pub(crate) fn capital(&self, at: u32) -> bool {
        self.text.tokens.get(at as usize).is_some_and(suquan_token::Token::capital)
    }

    /// Whether token `at` is a dash.
    pub(crate) fn is_any_dash(&self, at: u32) -> bool {
        self.is(at, DASHES)
    }

    /// Whether token `at` is a sign and not a word or number.
    pub(crate) fn is_sign(&self, at: u32) -> bool {
        self.text.tokens.get(at as usize).is_some_and(|token| token.kind == suquan_token::Kind::Sign)
    }

    /// The opening bracket that the closing one before `end` belongs to, at most `reach` tokens back.
    pub(crate) fn bracket_before(&self, end: u32, reach: u32) -> Option<u32> {
        if end == 0 || !self.is(end - 1, &[")", "]"]) {
            return None;
        }
        (end.saturating_sub(reach)..end - 1).rev().find(|&at| self.is(at, &["(", "["]))
    }

    /// `span` without the marks, commas and stops at its ends.
    pub(crate) fn trim(&self, span: TokenSpan) -> TokenSpan {
        let (mut start, mut end) = (span.start, span.end);
        while start < end && self.is(start, TRIM) {
            start += 1;
        }
        while start < end && self.is(end - 1, TRIM) {
            end -= 1;
        }
        TokenSpan::new(start, end)
    }
}

/// Signs that join or part.
pub(crate) const DASHES: &[&str] = &["-", "–", "—", "−"];

/// Signs that are no part of a content at its ends.
const TRIM: &[&str] = &["\"", "“", "”", "„", "«", "»", "‘", "’", "'", ",", ";", ":", ".", "..", "...", "....", "…", "!", "?", "/", "-", "–", "—", "−"];

/// Notes `index` on the tokens of `span`.
fn fill(slots: &mut [u32], span: TokenSpan, index: usize) {
    for slot in slots.get_mut(span.indices()).unwrap_or_default() {
        *slot = index as u32 + 1;
    }
}
