//! Many patterns over one text.

use rustc_hash::FxHashMap;
use suquan_span::TokenSpan;
use suquan_token::Kind;

use crate::hits::LabelId;
use crate::machine::{Input, Scratch};
use crate::program::{Program, Test};

/// What one rule matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The rule's index in its set.
    pub rule: usize,
    /// The tokens of the whole match.
    pub span: TokenSpan,
    /// The captures by their index in [`Program::captures`]; the last one where a capture was repeated.
    pub captures: Vec<Option<TokenSpan>>,
}

/// Rules that run together: at each token only those that can open there are tried.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    programs: Vec<Program>,
    /// By the symbol's number, as dense as symbols are: looked up at every token.
    by_symbol: Vec<Vec<usize>>,
    /// By the class's number, with the label that the rule asks for.
    by_class: Vec<Vec<(usize, Option<LabelId>)>>,
    by_text: FxHashMap<Box<str>, Vec<usize>>,
    /// Some text in `by_text` is a word or a number, not a sign.
    words_by_text: bool,
    /// Rules that a number opens, with the range they ask for.
    on_number: Vec<(usize, u64, u64)>,
    on_any: Vec<usize>,
    on_capital: Vec<usize>,
    /// A rule that is switched off, for the check that no rule is idle.
    off: Option<usize>,
}

impl RuleSet {
    /// Indexes `programs` by what can open them.
    #[must_use]
    pub fn new(programs: Vec<Program>) -> Self {
        let mut set = Self { programs, ..Self::default() };
        for rule in 0..set.programs.len() {
            for test in set.programs[rule].first().unwrap_or_default() {
                let rules = match test {
                    Test::Word { symbol, .. } => slot(&mut set.by_symbol, symbol.0 as usize),
                    Test::Words(words) => {
                        for (symbol, _) in &words {
                            open(slot(&mut set.by_symbol, symbol.0 as usize), rule);
                        }
                        continue;
                    }
                    Test::Class(class, label) => {
                        slot(&mut set.by_class, usize::from(class.0)).push((rule, label));
                        continue;
                    }
                    Test::Exact(text) => {
                        set.words_by_text |= text.chars().any(char::is_alphanumeric);
                        set.by_text.entry(text).or_default()
                    }
                    Test::Number(low, high) => {
                        set.on_number.push((rule, low, high));
                        continue;
                    }
                    Test::Any => &mut set.on_any,
                    Test::Capital => &mut set.on_capital,
                };
                open(rules, rule);
            }
        }
        set
    }

    /// The same rules with one of them switched off.
    #[must_use]
    pub fn without(mut self, rule: usize) -> Self {
        self.off = Some(rule);
        self
    }

    /// The rules that `keep` names by their index, with that index for each; one that is switched off is left out.
    #[must_use]
    pub fn subset(&self, keep: impl Fn(usize) -> bool) -> (Self, Vec<usize>) {
        let kept: Vec<usize> = (0..self.programs.len()).filter(|rule| keep(*rule) && self.off != Some(*rule)).collect();
        (Self::new(kept.iter().map(|rule| self.programs[*rule].clone()).collect()), kept)
    }

    /// The compiled patterns.
    #[must_use]
    pub fn programs(&self) -> &[Program] {
        &self.programs
    }

    /// The span of the capture `name` in `found`.
    #[must_use]
    pub fn capture(&self, found: &Match, name: &str) -> Option<TokenSpan> {
        let index = self.programs.get(found.rule)?.captures.iter().position(|known| known == name)?;
        found.captures.get(index).copied().flatten()
    }

    /// Every rule's preferred match at every token, by start, then by rule.
    #[must_use]
    pub fn matches(&self, input: Input<'_>) -> Vec<Match> {
        self.matches_at(input, 0..input.tokens.len())
    }

    /// The same, at those tokens only.
    #[must_use]
    pub fn matches_at(&self, input: Input<'_>, starts: impl IntoIterator<Item = usize>) -> Vec<Match> {
        let mut found = Vec::new();
        let mut scratch = Scratch::default();
        let mut candidates = Vec::new();
        for at in starts {
            let Some(token) = input.tokens.get(at) else { continue };
            candidates.clear();
            candidates.extend_from_slice(&self.on_any);
            if token.capital() {
                candidates.extend_from_slice(&self.on_capital);
            }
            if token.kind == Kind::Number {
                // A number beyond 64 bits is in no range, as in the matcher.
                let value: Option<u64> = token.of(input.text).parse().ok();
                let fits = |(_, low, high): &&(usize, u64, u64)| value.is_some_and(|value| (*low..=*high).contains(&value));
                candidates.extend(self.on_number.iter().filter(fits).map(|(rule, ..)| *rule));
            } else if let Some(rules) = self.by_symbol.get(token.symbol.0 as usize) {
                candidates.extend_from_slice(rules);
            }
            if (self.words_by_text || token.kind == Kind::Sign)
                && let Some(rules) = self.by_text.get(token.of(input.text))
            {
                candidates.extend_from_slice(rules);
            }
            for hit in input.hits.iter().flat_map(|hits| hits.at(at)) {
                if let Some(rules) = self.by_class.get(usize::from(hit.class.0)) {
                    candidates.extend(rules.iter().filter(|(_, label)| label.is_none_or(|label| label == hit.label)).map(|(rule, _)| *rule));
                }
            }
            if candidates.is_empty() {
                continue;
            }
            if candidates.len() > 1 {
                candidates.sort_unstable();
                candidates.dedup();
            }
            for &rule in &candidates {
                if self.off != Some(rule) {
                    self.try_rule(rule, input, at, &mut scratch, &mut found);
                }
            }
        }
        found
    }

    fn try_rule(&self, rule: usize, input: Input<'_>, at: usize, scratch: &mut Scratch, found: &mut Vec<Match>) {
        let Some(end) = scratch.run(&self.programs[rule], input, at) else { return };
        let captures = scratch.slots.chunks(2).map(|ends| (ends[1] != u32::MAX).then(|| TokenSpan::new(ends[0], ends[1]))).collect();
        found.push(Match { rule, span: TokenSpan::new(at as u32, end as u32), captures });
    }
}

/// Notes `rule` among those that one thing opens, once.
fn open(rules: &mut Vec<usize>, rule: usize) {
    if rules.last() != Some(&rule) {
        rules.push(rule);
    }
}

/// The list at `index`, made with those before it where it is new.
fn slot<T: Clone>(lists: &mut Vec<Vec<T>>, index: usize) -> &mut Vec<T> {
    if lists.len() <= index {
        lists.resize_with(index + 1, Vec::new);
    }
    &mut lists[index]
}
