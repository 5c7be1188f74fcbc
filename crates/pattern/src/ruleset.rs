//! Many patterns over one text.

use std::sync::OnceLock;

use suquan_span::TokenSpan;

use crate::ahead::Ahead;
use crate::index::Index;
use crate::machine::{Input, Scratch};
use crate::program::Program;

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
    index: Index,
    /// For each rule the words that must come behind the first, where there are such; found when the rule is first tried.
    ahead: Vec<OnceLock<Option<Ahead>>>,
    /// A rule that is switched off, for the check that no rule is idle.
    off: Option<usize>,
}

impl RuleSet {
    /// Indexes `programs` by what can open them.
    #[must_use]
    pub fn new(programs: Vec<Program>) -> Self {
        Self { index: Index::new(&programs), ahead: programs.iter().map(|_| OnceLock::new()).collect(), programs, off: None }
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
        let (mut found, mut scratch, mut rules) = (Vec::new(), Scratch::default(), Vec::new());
        for at in starts {
            self.index.rules_at(input, at, &mut rules);
            for &rule in rules.iter().filter(|rule| self.off != Some(**rule)) {
                self.try_rule(rule, input, at, &mut scratch, &mut found);
            }
        }
        found
    }

    fn try_rule(&self, rule: usize, input: Input<'_>, at: usize, scratch: &mut Scratch, found: &mut Vec<Match>) {
        let ahead = self.ahead[rule].get_or_init(|| Ahead::of(&self.programs[rule]));
        if ahead.as_ref().is_some_and(|ahead| !ahead.may_come(input, at)) {
            return;
        }
        let Some(end) = scratch.run(&self.programs[rule], input, at) else { return };
        let captures = scratch.slots.chunks(2).map(|ends| (ends[1] != u32::MAX).then(|| TokenSpan::new(ends[0], ends[1]))).collect();
        found.push(Match { rule, span: TokenSpan::new(at as u32, end as u32), captures });
    }
}
