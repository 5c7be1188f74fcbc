//! Which rules can open at a token, by what stands there and behind it.

use suquan_token::{Kind, Symbol, Token};

use crate::hits::{ClassId, ClassSet, LabelId};
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
        let follows = |rule: usize, end: usize| self.guards[rule].admits(input, end);
        rules.extend(self.on_any.iter().filter(|rule| follows(**rule, at + 1)));
        if token.capital() {
            rules.extend(self.on_capital.iter().filter(|rule| follows(**rule, at + 1)));
        }
        if token.kind == Kind::Number {
            // A number beyond 64 bits is in no range, as in the matcher.
            let value: Option<u64> = token.of(input.text).parse().ok();
            let fits = |(_, low, high): &&(usize, u64, u64)| value.is_some_and(|value| (*low..=*high).contains(&value));
            rules.extend(self.on_number.iter().filter(fits).map(|(rule, ..)| *rule).filter(|rule| follows(*rule, at + 1)));
        }
        rules.extend(self.by_symbol.rules(token).iter().filter(|rule| follows(**rule, at + 1)));
        for hit in input.hits.iter().filter(|hits| hits.classes_at(at).may_meet(self.classes)).flat_map(|hits| hits.at(at)) {
            let Some(opened) = self.by_class.get(usize::from(hit.class.0)) else { continue };
            let labelled = opened.iter().filter(|(_, label)| label.is_none_or(|label| label == hit.label));
            rules.extend(labelled.map(|(rule, _)| *rule).filter(|rule| follows(*rule, hit.span.end as usize)));
        }
        if rules.len() > 1 {
            rules.sort_unstable();
            rules.dedup();
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

    fn rules(&self, token: &Token) -> &[usize] {
        let symbol = token.symbol;
        let bits = self.opens.get(symbol.0 as usize / 64).copied().unwrap_or(0);
        if bits & (1 << (symbol.0 % 64)) == 0 {
            return &[];
        }
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
        let named = |hit: &crate::Hit| self.classes.iter().any(|(class, label)| hit.class == *class && label.is_none_or(|label| hit.label == label));
        self.number && token.kind == Kind::Number
            || self.capital && token.capital()
            || self.symbols.binary_search(&token.symbol).is_ok()
            || input.hits.iter().any(|hits| hits.classes_at(at).may_meet(self.set) && hits.at(at).iter().any(named))
    }
}
