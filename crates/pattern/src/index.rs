//! Which rules can open at a token, by what stands there and behind it.
//!
//! The answer is a set of rules, a bit each: those that the token, or a span at it, opens, without those that what stands behind it ends again. Most tokens open
//! none, and that is told before a set is looked at.

use rustc_hash::FxHashMap;
use suquan_token::{Kind, Symbol};

use crate::hits::{ClassSet, Hit, LabelId};
use crate::machine::Input;
use crate::program::{Program, Test};

/// A set of rules of one block, a bit each.
type Rules = u128;

/// The rules of a set by their first and second test, in blocks as large as a set of bits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    blocks: Vec<Block>,
}

impl Index {
    pub(crate) fn new(programs: &[Program]) -> Self {
        Self { blocks: programs.chunks(Rules::BITS as usize).map(Block::new).collect() }
    }

    /// Writes the rules that can open at token `at` into `rules`, in order.
    pub(crate) fn rules_at(&self, input: Input<'_>, at: usize, rules: &mut Vec<usize>) {
        rules.clear();
        for (number, block) in self.blocks.iter().enumerate() {
            let mut found = block.rules_at(input, at);
            while found != 0 {
                rules.push(number * Rules::BITS as usize + found.trailing_zeros() as usize);
                found &= found - 1;
            }
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Block {
    first: Table,
    second: Table,
}

impl Block {
    fn new(programs: &[Program]) -> Self {
        let mut block = Self::default();
        for (rule, program) in programs.iter().enumerate() {
            let rule = 1 << rule;
            for test in program.first().unwrap_or_default() {
                block.first.add(test, rule);
            }
            match program.second() {
                Some(tests) => tests.into_iter().for_each(|test| block.second.add(test, rule)),
                // The match may end here, whatever follows.
                None => block.second.always |= rule,
            }
        }
        block.first.close();
        block.second.close();
        block
    }

    fn rules_at(&self, input: Input<'_>, at: usize) -> Rules {
        let opened = self.first.token(input, at);
        let mut found = if opened == 0 { 0 } else { opened & self.second.at(input, at + 1) };
        for hits in input.hits {
            if hits.classes_at(at).may_meet(self.first.classes) {
                for hit in hits.at(at) {
                    let opened = self.first.class(hit) & !found;
                    if opened != 0 {
                        found |= opened & self.second.at(input, hit.span.end as usize);
                    }
                }
            }
        }
        found
    }
}

/// Sets of rules by what a test of each holds of.
#[derive(Clone, Debug, Default)]
struct Table {
    /// Rules for which anything will do, even the end of the text.
    always: Rules,
    /// Rules for which any token will do, or any with a capital.
    any: Rules,
    capital: Rules,
    /// By word or sign: a bit for each that is named, small enough to stay near, and its set.
    named: Vec<u64>,
    by_symbol: FxHashMap<Symbol, Rules>,
    /// Ranges of numbers with their rule, then the numbers from which on a set holds, up to the next.
    ranges: Vec<(u64, u64, Rules)>,
    by_number: Vec<(u64, Rules)>,
    /// By the class's number: sets for all its labels, or one.
    by_class: Vec<Vec<(Option<LabelId>, Rules)>>,
    classes: ClassSet,
}

impl Table {
    fn add(&mut self, test: &Test, rule: Rules) {
        match test {
            Test::Word { symbol, .. } | Test::Exact { symbol, .. } => self.add_symbol(*symbol, rule),
            Test::Words(words) => words.iter().for_each(|(symbol, _)| self.add_symbol(*symbol, rule)),
            Test::Class(class, label) => {
                self.classes.add(*class);
                let class = usize::from(class.0);
                self.by_class.resize_with(self.by_class.len().max(class + 1), Vec::new);
                let sets = &mut self.by_class[class];
                match sets.iter_mut().find(|(known, _)| known == label) {
                    Some((_, set)) => *set |= rule,
                    None => sets.push((*label, rule)),
                }
            }
            Test::Number(low, high) => self.ranges.push((*low, *high, rule)),
            Test::Any => self.any |= rule,
            Test::Capital => self.capital |= rule,
        }
    }

    fn add_symbol(&mut self, symbol: Symbol, rule: Rules) {
        let place = symbol.0 as usize / 64;
        self.named.resize(self.named.len().max(place + 1), 0);
        self.named[place] |= 1 << (symbol.0 % 64);
        *self.by_symbol.entry(symbol).or_insert(0) |= rule;
    }

    /// Cuts the numbers where a range begins or ends.
    fn close(&mut self) {
        let mut cuts: Vec<u64> = self.ranges.iter().flat_map(|(low, high, _)| [Some(*low), high.checked_add(1)]).flatten().collect();
        cuts.sort_unstable();
        cuts.dedup();
        let held = |cut: u64| self.ranges.iter().filter(|(low, high, _)| (*low..=*high).contains(&cut)).fold(0, |set, (.., rule)| set | rule);
        self.by_number = cuts.into_iter().map(|cut| (cut, held(cut))).collect();
        self.ranges.clear();
    }

    /// The rules that hold of what stands at `at`, the token or a span.
    fn at(&self, input: Input<'_>, at: usize) -> Rules {
        let mut rules = self.token(input, at);
        for hits in input.hits {
            if hits.classes_at(at).may_meet(self.classes) {
                rules |= hits.at(at).iter().fold(0, |set, hit| set | self.class(hit));
            }
        }
        rules
    }

    /// The rules that hold of the token at `at` itself.
    fn token(&self, input: Input<'_>, at: usize) -> Rules {
        let Some(token) = input.tokens.get(at) else { return self.always };
        let mut rules = self.always | self.any;
        if token.capital() {
            rules |= self.capital;
        }
        let named = self.named.get(token.symbol.0 as usize / 64).is_some_and(|bits| bits & 1 << (token.symbol.0 % 64) != 0);
        if named {
            rules |= self.by_symbol.get(&token.symbol).copied().unwrap_or(0);
        }
        if token.kind == Kind::Number && !self.by_number.is_empty() {
            rules |= self.number(token.of(input.text));
        }
        rules
    }

    /// The rules that hold of a number; one beyond 64 bits is in no range, as in the matcher.
    fn number(&self, digits: &str) -> Rules {
        let Ok(number) = digits.parse::<u64>() else { return 0 };
        let upto = self.by_number.partition_point(|(from, _)| *from <= number);
        upto.checked_sub(1).map_or(0, |last| self.by_number[last].1)
    }

    /// The rules that hold of a classed span.
    fn class(&self, hit: &Hit) -> Rules {
        let Some(sets) = self.by_class.get(usize::from(hit.class.0)) else { return 0 };
        sets.iter().filter(|(label, _)| label.is_none_or(|label| label == hit.label)).fold(0, |all, (_, set)| all | set)
    }
}
