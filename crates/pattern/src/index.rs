//! Which rules can open at a token, by what stands there and behind it.

use suquan_token::{Kind, Symbol};

use crate::hits::{ClassId, ClassSet, Hit, LabelId};
use crate::machine::Input;
use crate::program::{Program, Test};

/// The rules of a set by what opens them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    by_symbol: BySymbol,
    /// By the class's number, with the label that the rule asks for.
    by_class: Vec<Vec<(usize, Option<LabelId>)>>,
    /// The classes that open any.
    classes: ClassSet,
    /// Rules that a number opens, with the range they ask for.
    on_number: Vec<(usize, u64, u64)>,
    on_any: Vec<usize>,
    on_capital: Vec<usize>,
    /// For each rule, what may follow its first token or span.
    guards: Vec<Guard>,
}

impl Index {
    pub(crate) fn new(programs: &[Program]) -> Self {
        let mut index = Self { guards: programs.iter().map(Guard::new).collect(), ..Self::default() };
        let mut symbols: Vec<(Symbol, usize)> = Vec::new();
        for (rule, program) in programs.iter().enumerate() {
            for test in program.first().unwrap_or_default() {
                match test {
                    Test::Word { symbol, .. } | Test::Exact { symbol, .. } => symbols.push((*symbol, rule)),
                    Test::Words(words) => symbols.extend(words.iter().map(|(symbol, _)| (*symbol, rule))),
                    Test::Class(class, label) => {
                        index.classes.add(*class);
                        let class = usize::from(class.0);
                        index.by_class.resize_with(index.by_class.len().max(class + 1), Vec::new);
                        index.by_class[class].push((rule, *label));
                    }
                    Test::Number(low, high) => index.on_number.push((rule, *low, *high)),
                    Test::Any => index.on_any.push(rule),
                    Test::Capital => index.on_capital.push(rule),
                }
            }
        }
        index.by_symbol = BySymbol::new(symbols);
        index
    }

    /// Writes the rules that can open at token `at` into `rules`, in order.
    pub(crate) fn rules_at(&self, input: Input<'_>, at: usize, rules: &mut Vec<usize>) {
        rules.clear();
        let Some(token) = input.tokens.get(at) else { return };
        for &rule in &self.on_any {
            self.add(rule, input, at + 1, rules);
        }
        if token.capital() {
            for &rule in &self.on_capital {
                self.add(rule, input, at + 1, rules);
            }
        }
        if token.kind == Kind::Number && !self.on_number.is_empty() {
            self.numbered(token.of(input.text), input, at + 1, rules);
        }
        if self.by_symbol.opens(token.symbol) {
            for &rule in self.by_symbol.rules(token.symbol) {
                self.add(rule, input, at + 1, rules);
            }
        }
        for hits in input.hits {
            if hits.classes_at(at).may_meet(self.classes) {
                for hit in hits.at(at) {
                    self.classed(hit, input, rules);
                }
            }
        }
        if rules.len() > 1 {
            rules.sort_unstable();
            rules.dedup();
        }
    }

    /// Adds `rule` where what stands at `end`, behind its first token or span, lets it go on.
    fn add(&self, rule: usize, input: Input<'_>, end: usize, rules: &mut Vec<usize>) {
        if self.guards[rule].admits(input, end) {
            rules.push(rule);
        }
    }

    /// Adds the rules that a number opens.
    fn numbered(&self, digits: &str, input: Input<'_>, end: usize, rules: &mut Vec<usize>) {
        // A number beyond 64 bits is in no range, as in the matcher.
        let Ok(value) = digits.parse::<u64>() else { return };
        for &(rule, low, high) in &self.on_number {
            if (low..=high).contains(&value) {
                self.add(rule, input, end, rules);
            }
        }
    }

    /// Adds the rules that a classed span opens.
    fn classed(&self, hit: &Hit, input: Input<'_>, rules: &mut Vec<usize>) {
        let Some(opened) = self.by_class.get(usize::from(hit.class.0)) else { return };
        for &(rule, label) in opened {
            if label.is_none_or(|label| label == hit.label) {
                self.add(rule, input, hit.span.end as usize, rules);
            }
        }
    }
}

/// The rules that each word or sign opens.
#[derive(Clone, Debug, Default)]
struct BySymbol {
    /// A bit for each symbol that opens any: small enough to stay near, since it is asked at every token.
    opens: Vec<u64>,
    /// By symbol, then by rule.
    symbols: Vec<Symbol>,
    rules: Vec<usize>,
}

impl BySymbol {
    fn new(mut pairs: Vec<(Symbol, usize)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut opens = vec![0; pairs.last().map_or(0, |(symbol, _)| symbol.0 as usize / 64 + 1)];
        for (symbol, _) in &pairs {
            opens[symbol.0 as usize / 64] |= 1 << (symbol.0 % 64);
        }
        let (symbols, rules) = pairs.into_iter().unzip();
        Self { opens, symbols, rules }
    }

    /// Whether any rule opens with that word or sign.
    fn opens(&self, symbol: Symbol) -> bool {
        let bits = self.opens.get(symbol.0 as usize / 64).copied().unwrap_or(0);
        bits & 1 << (symbol.0 % 64) != 0
    }

    fn rules(&self, symbol: Symbol) -> &[usize] {
        let from = self.symbols.partition_point(|known| *known < symbol);
        let to = from + self.symbols[from..].partition_point(|known| *known == symbol);
        &self.rules[from..to]
    }
}

/// What may follow the first token or span of a rule's match: most rules that open somewhere are told here that they end there.
#[derive(Clone, Debug, Default)]
struct Guard {
    /// Anything, or nothing.
    any: bool,
    number: bool,
    capital: bool,
    /// Words and signs, sorted.
    symbols: Vec<Symbol>,
    classes: Vec<(ClassId, Option<LabelId>)>,
    /// The same classes without their labels.
    set: ClassSet,
}

impl Guard {
    fn new(program: &Program) -> Self {
        let Some(tests) = program.second() else { return Self { any: true, ..Self::default() } };
        let mut guard = Self::default();
        for test in tests {
            match test {
                Test::Word { symbol, .. } | Test::Exact { symbol, .. } => guard.symbols.push(*symbol),
                Test::Words(words) => guard.symbols.extend(words.iter().map(|(symbol, _)| *symbol)),
                Test::Class(class, label) => {
                    guard.set.add(*class);
                    guard.classes.push((*class, *label));
                }
                Test::Number(..) => guard.number = true,
                Test::Capital => guard.capital = true,
                Test::Any => guard.any = true,
            }
        }
        guard.symbols.sort_unstable();
        guard
    }

    fn admits(&self, input: Input<'_>, at: usize) -> bool {
        if self.any {
            return true;
        }
        let Some(token) = input.tokens.get(at) else { return false };
        let named = |hit: &Hit| self.classes.iter().any(|(class, label)| hit.class == *class && label.is_none_or(|label| hit.label == label));
        self.number && token.kind == Kind::Number
            || self.capital && token.capital()
            || self.symbols.binary_search(&token.symbol).is_ok()
            || input.hits.iter().any(|hits| hits.classes_at(at).may_meet(self.set) && hits.at(at).iter().any(named))
    }
}
