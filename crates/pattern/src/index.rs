//! Which rules can open at a token, by what stands there and behind it.
//!
//! The answer is a set of rules, a bit each: those that the token, or a span at it, opens, without those that what stands behind it ends again. Most tokens open
//! none, and that is told before a set is looked at.

use rustc_hash::FxHashMap;
use suquan_token::{Kind, Symbol};

use crate::hits::{ClassSet, Hit, LabelId};
use crate::machine::Input;
use crate::program::{Program, Test};

/// The rules of a set by their first and second test.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    first: Table,
    second: Table,
}

/// Sets that looking at one token fills, kept for the next.
#[derive(Debug, Default)]
pub(crate) struct Sets {
    opened: Vec<u64>,
    admitted: Vec<u64>,
    found: Vec<u64>,
}

impl Index {
    pub(crate) fn new(programs: &[Program]) -> Self {
        let mut index = Self { first: Table::new(programs.len()), second: Table::new(programs.len()) };
        for (rule, program) in programs.iter().enumerate() {
            for test in program.first().unwrap_or_default() {
                index.first.add(test, rule);
            }
            match program.second() {
                Some(tests) => tests.into_iter().for_each(|test| index.second.add(test, rule)),
                // The match may end here, whatever follows.
                None => set(&mut index.second.always, rule),
            }
        }
        index.first.close();
        index.second.close();
        index
    }

    /// Writes the rules that can open at token `at` into `rules`, in order.
    pub(crate) fn rules_at(&self, input: Input<'_>, at: usize, sets: &mut Sets, rules: &mut Vec<usize>) {
        rules.clear();
        let classed = input.hits.iter().any(|hits| hits.classes_at(at).may_meet(self.first.classes));
        if !classed && !self.first.may_hold(input, at) {
            return;
        }
        let Sets { opened, admitted, found } = sets;
        self.first.clear(found);
        self.first.token(input, at, opened);
        if opened.iter().any(|bits| *bits != 0) {
            self.admit(input, at + 1, opened, admitted, found);
        }
        if classed {
            for hit in input.hits.iter().flat_map(|hits| hits.at(at)) {
                self.first.clear(opened);
                if self.first.class(hit, opened) {
                    self.admit(input, hit.span.end as usize, opened, admitted, found);
                }
            }
        }
        for (word, &bits) in found.iter().enumerate() {
            let mut bits = bits;
            while bits != 0 {
                rules.push(word * 64 + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
    }

    /// Adds to `found` those of `opened` that what stands at `end`, behind their first token or span, lets go on.
    fn admit(&self, input: Input<'_>, end: usize, opened: &[u64], admitted: &mut Vec<u64>, found: &mut [u64]) {
        self.second.token(input, end, admitted);
        for hits in input.hits.iter().filter(|hits| hits.classes_at(end).may_meet(self.second.classes)) {
            for hit in hits.at(end) {
                self.second.class(hit, admitted);
            }
        }
        for ((found, opened), admitted) in found.iter_mut().zip(opened).zip(admitted) {
            *found |= opened & *admitted;
        }
    }
}

/// Sets of rules by what a test of each holds of.
#[derive(Clone, Debug, Default)]
struct Table {
    /// Rules for which anything will do, even the end of the text.
    always: Vec<u64>,
    /// Rules for which any token will do, or any with a capital.
    any: Vec<u64>,
    capital: Vec<u64>,
    /// By word or sign: a bit for each that is named, small enough to stay near, and its set.
    named: Vec<u64>,
    by_symbol: FxHashMap<Symbol, Vec<u64>>,
    /// Ranges of numbers with their rule, then the numbers from which on a set holds, up to the next.
    ranges: Vec<(u64, u64, usize)>,
    by_number: Vec<(u64, Vec<u64>)>,
    /// By the class's number: sets for all its labels, or one.
    by_class: Vec<Vec<(Option<LabelId>, Vec<u64>)>>,
    classes: ClassSet,
}

impl Table {
    fn new(rules: usize) -> Self {
        let empty = vec![0; rules.div_ceil(64)];
        Self { always: empty.clone(), any: empty.clone(), capital: empty, ..Self::default() }
    }

    fn empty(&self) -> Vec<u64> {
        vec![0; self.any.len()]
    }

    fn clear(&self, bits: &mut Vec<u64>) {
        bits.clear();
        bits.resize(self.any.len(), 0);
    }

    fn add(&mut self, test: &Test, rule: usize) {
        match test {
            Test::Word { symbol, .. } | Test::Exact { symbol, .. } => self.add_symbol(*symbol, rule),
            Test::Words(words) => words.iter().for_each(|(symbol, _)| self.add_symbol(*symbol, rule)),
            Test::Class(class, label) => {
                self.classes.add(*class);
                let (class, empty) = (usize::from(class.0), self.empty());
                self.by_class.resize_with(self.by_class.len().max(class + 1), Vec::new);
                let sets = &mut self.by_class[class];
                let place = sets.iter().position(|(known, _)| known == label).unwrap_or_else(|| {
                    sets.push((*label, empty));
                    sets.len() - 1
                });
                set(&mut sets[place].1, rule);
            }
            Test::Number(low, high) => self.ranges.push((*low, *high, rule)),
            Test::Any => set(&mut self.any, rule),
            Test::Capital => set(&mut self.capital, rule),
        }
    }

    fn add_symbol(&mut self, symbol: Symbol, rule: usize) {
        let (place, empty) = (symbol.0 as usize / 64, self.empty());
        self.named.resize(self.named.len().max(place + 1), 0);
        self.named[place] |= 1 << (symbol.0 % 64);
        set(self.by_symbol.entry(symbol).or_insert(empty), rule);
    }

    /// Cuts the numbers where a range begins or ends.
    fn close(&mut self) {
        let mut cuts: Vec<u64> = self.ranges.iter().flat_map(|(low, high, _)| [Some(*low), high.checked_add(1)]).flatten().collect();
        cuts.sort_unstable();
        cuts.dedup();
        for cut in cuts {
            let mut bits = self.empty();
            for (_, _, rule) in self.ranges.iter().filter(|(low, high, _)| (*low..=*high).contains(&cut)) {
                set(&mut bits, *rule);
            }
            self.by_number.push((cut, bits));
        }
        self.ranges.clear();
    }

    /// Whether any rule may hold of the token itself.
    fn may_hold(&self, input: Input<'_>, at: usize) -> bool {
        let Some(token) = input.tokens.get(at) else { return false };
        let some = |bits: &[u64]| bits.iter().any(|bits| *bits != 0);
        self.is_named(token.symbol) || token.kind == Kind::Number && !self.by_number.is_empty() || token.capital() && some(&self.capital) || some(&self.any)
    }

    fn is_named(&self, symbol: Symbol) -> bool {
        self.named.get(symbol.0 as usize / 64).is_some_and(|bits| bits & 1 << (symbol.0 % 64) != 0)
    }

    /// Makes `bits` the rules that hold of the token at `at` itself.
    fn token(&self, input: Input<'_>, at: usize, bits: &mut Vec<u64>) {
        bits.clone_from(&self.always);
        let Some(token) = input.tokens.get(at) else { return };
        join(bits, &self.any);
        if token.capital() {
            join(bits, &self.capital);
        }
        if self.is_named(token.symbol)
            && let Some(named) = self.by_symbol.get(&token.symbol)
        {
            join(bits, named);
        }
        // A number beyond 64 bits is in no range, as in the matcher.
        if token.kind == Kind::Number
            && let Ok(number) = token.of(input.text).parse::<u64>()
            && let Some(last) = self.by_number.partition_point(|(from, _)| *from <= number).checked_sub(1)
        {
            join(bits, &self.by_number[last].1);
        }
    }

    /// Adds the rules that hold of a classed span; whether there are any.
    fn class(&self, hit: &Hit, bits: &mut [u64]) -> bool {
        let Some(sets) = self.by_class.get(usize::from(hit.class.0)) else { return false };
        let mut any = false;
        for (_, set) in sets.iter().filter(|(label, _)| label.is_none_or(|label| label == hit.label)) {
            join(bits, set);
            any = true;
        }
        any
    }
}

fn set(bits: &mut [u64], rule: usize) {
    bits[rule / 64] |= 1 << (rule % 64);
}

fn join(bits: &mut [u64], other: &[u64]) {
    bits.iter_mut().zip(other).for_each(|(bits, other)| *bits |= other);
}
