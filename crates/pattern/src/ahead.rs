//! Words that must come soon behind the first: they end most tries of a pattern with a gap in it (`tanks _{0,8} entered`) before these begin.

use std::collections::BTreeSet;

use suquan_token::Symbol;

use crate::machine::Input;
use crate::program::{Program, Step, Test};

/// The farthest words that are looked for, in tokens behind the first.
const FARTHEST: usize = 24;

/// Words of which each match has one within some tokens behind its first.
#[derive(Clone, Debug)]
pub(crate) struct Ahead {
    /// Sorted.
    words: Vec<Symbol>,
    /// A bit for each of them, by its number: most other words are told by it.
    bits: u128,
    within: usize,
}

impl Ahead {
    /// Those of `program`; `None` where there need be none, or a classed span of any length may stand before them.
    pub(crate) fn of(program: &Program) -> Option<Self> {
        let first = program.takes([0])?;
        if first.iter().any(|(_, test)| matches!(test, Test::Class(..))) {
            return None;
        }
        let mut words = BTreeSet::new();
        let mut within = 0;
        let mut seen = BTreeSet::new();
        let mut ways: Vec<(usize, usize)> = first.into_iter().map(|(step, _)| (step + 1, 1)).collect();
        while let Some((step, behind)) = ways.pop() {
            if behind > FARTHEST {
                return None;
            }
            if !seen.insert((step, behind)) {
                continue;
            }
            match &program.steps[step] {
                Step::Take(Test::Word { symbol, .. } | Test::Exact { symbol, .. }) => {
                    words.insert(*symbol);
                    within = within.max(behind);
                }
                Step::Take(Test::Words(any)) => {
                    words.extend(any.iter().map(|(symbol, _)| *symbol));
                    within = within.max(behind);
                }
                Step::Take(Test::Any | Test::Capital | Test::Number(..)) => ways.push((step + 1, behind + 1)),
                Step::Take(Test::Class(..)) | Step::Done => return None,
                Step::Split(one, two) => ways.extend([(*one, behind), (*two, behind)]),
                Step::Jump(to) => ways.push((*to, behind)),
                _ => ways.push((step + 1, behind)),
            }
        }
        // What must stand right behind the first is looked at when rules are chosen.
        let words = Vec::from_iter(words);
        (within > 1).then(|| Self { bits: words.iter().fold(0, |bits, word| bits | bit(*word)), words, within })
    }

    /// Whether one of the words stands where it must for a match at token `at`.
    pub(crate) fn may_come(&self, input: Input<'_>, at: usize) -> bool {
        let behind = input.tokens.iter().skip(at + 1).take(self.within);
        behind.into_iter().any(|token| self.bits & bit(token.symbol) != 0 && self.words.binary_search(&token.symbol).is_ok())
    }
}

fn bit(word: Symbol) -> u128 {
    1 << (word.0 % u128::BITS)
}
