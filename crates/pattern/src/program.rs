//! A pattern as a small machine.

use suquan_token::{Symbol, Vocabulary};

use crate::ast::{Node, PatternError};
use crate::hits::{ClassId, LabelId, Names};

/// One step of the machine; numbers without a name are the index of the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Consume one token, or a classed span.
    Take(Test),
    /// Go on where the test fails at the next token.
    Not(Test),
    /// Go on where the test fails at the token before.
    NotBefore(Test),
    /// Go on where no white space stands.
    Glued,
    /// Go on at the start of a sentence.
    SentenceStart,
    /// Go on at the end of a sentence.
    SentenceEnd,
    /// Note the place as one end of a capture.
    Save(usize),
    /// Try the first way, then the second.
    Split(usize, usize),
    /// Go on elsewhere.
    Jump(usize),
    /// The pattern has matched.
    Done,
}

/// What a token or span must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    Word {
        symbol: Symbol,
        capital: bool,
    },
    /// Any of several words, by symbol.
    Words(Box<[(Symbol, bool)]>),
    Exact {
        symbol: Symbol,
        text: Box<str>,
    },
    Number(u64, u64),
    Class(ClassId, Option<LabelId>),
    Any,
    Capital,
}

/// Marks a step to which one way leads.
pub(crate) const NO_JOIN: u32 = u32::MAX;

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Program {
    pub(crate) steps: Vec<Step>,
    /// For each step that several ways lead to, its number among those; [`NO_JOIN`] for the others, which need no note of where they were tried.
    pub(crate) joins: Vec<u32>,
    /// How many such steps there are.
    pub(crate) join_count: usize,
    /// Names of the captures; capture `i` is saved in slots `2i` and `2i + 1`.
    pub(crate) captures: Vec<String>,
}

impl Program {
    /// Compiles `node`, with the words and names it needs added to `vocabulary` and `names`.
    ///
    /// # Errors
    /// Where the pattern can match nothing at all, or negates more than one token.
    pub fn compile(node: &Node, vocabulary: &mut Vocabulary, names: &mut Names) -> Result<Self, PatternError> {
        let program = Self { steps: Vec::new(), joins: Vec::new(), join_count: 0, captures: Vec::new() };
        let mut compiler = Compiler { program, vocabulary, names };
        compiler.node(node)?;
        compiler.push(Step::Done);
        let mut program = compiler.program;
        program.find_joins();
        if program.first().is_none() {
            return Err(PatternError::new(0, "the pattern matches the empty text; at least one piece must not be optional"));
        }
        Ok(program)
    }

    /// Numbers the steps that can be reached in several ways; behind a class the same way leads to several places.
    fn find_joins(&mut self) {
        let mut ways = vec![0_u8; self.steps.len()];
        let mut lead = |to: usize, by: u8| ways[to] = ways[to].saturating_add(by);
        lead(0, 1);
        for (at, step) in self.steps.iter().enumerate() {
            match step {
                Step::Done => {}
                Step::Jump(to) => lead(*to, 1),
                Step::Split(one, two) => {
                    lead(*one, 1);
                    lead(*two, 1);
                }
                Step::Take(Test::Class(..)) => lead(at + 1, 2),
                _ => lead(at + 1, 1),
            }
        }
        for ways in ways {
            self.joins.push(if ways > 1 { self.join_count as u32 } else { NO_JOIN });
            self.join_count += usize::from(ways > 1);
        }
    }

    /// The names of its captures.
    #[must_use]
    pub fn captures(&self) -> &[String] {
        &self.captures
    }

    /// The tests that can open a match; `None` where a match may consume nothing.
    pub(crate) fn first(&self) -> Option<Vec<&Test>> {
        self.takes([0]).map(|takes| takes.into_iter().map(|(_, test)| test).collect())
    }

    /// The tests for what can come second; `None` where a match may end before it.
    pub(crate) fn second(&self) -> Option<Vec<&Test>> {
        let first = self.takes([0])?;
        self.takes(first.into_iter().map(|(step, _)| step + 1)).map(|takes| takes.into_iter().map(|(_, test)| test).collect())
    }

    /// The steps that consume first from `starts` on, with their tests; `None` where the match may end before.
    pub(crate) fn takes(&self, starts: impl IntoIterator<Item = usize>) -> Option<Vec<(usize, &Test)>> {
        let (mut takes, mut seen, mut stack) = (Vec::new(), vec![false; self.steps.len()], Vec::from_iter(starts));
        while let Some(at) = stack.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            match &self.steps[at] {
                Step::Take(test) => takes.push((at, test)),
                Step::Done => return None,
                Step::Split(one, two) => stack.extend([*two, *one]),
                Step::Jump(to) => stack.push(*to),
                _ => stack.push(at + 1),
            }
        }
        Some(takes)
    }
}

struct Compiler<'c> {
    program: Program,
    vocabulary: &'c mut Vocabulary,
    names: &'c mut Names,
}

impl Compiler<'_> {
    fn push(&mut self, step: Step) -> usize {
        self.program.steps.push(step);
        self.program.steps.len() - 1
    }

    fn here(&self) -> usize {
        self.program.steps.len()
    }

    fn node(&mut self, node: &Node) -> Result<(), PatternError> {
        match node {
            Node::Sequence(nodes) => nodes.iter().try_for_each(|node| self.node(node))?,
            Node::Choice(nodes) => self.choice(nodes)?,
            Node::Repeat(inner, low, high) => self.repeat(inner, *low, *high)?,
            Node::Capture(name, inner) => {
                let slot = self.slot(name);
                self.push(Step::Save(2 * slot));
                self.node(inner)?;
                self.push(Step::Save(2 * slot + 1));
            }
            Node::Not(inner) => {
                let test = self.test(inner)?;
                self.push(Step::Not(test));
            }
            Node::NotBefore(inner) => {
                let test = self.test(inner)?;
                self.push(Step::NotBefore(test));
            }
            Node::Glued => drop(self.push(Step::Glued)),
            Node::SentenceStart => drop(self.push(Step::SentenceStart)),
            Node::SentenceEnd => drop(self.push(Step::SentenceEnd)),
            _ => {
                let test = self.test(node)?;
                self.push(Step::Take(test));
            }
        }
        Ok(())
    }

    fn choice(&mut self, nodes: &[Node]) -> Result<(), PatternError> {
        let mut exits = Vec::new();
        // Words that stand side by side are one test.
        let mut ways = nodes.chunk_by(|one, two| is_word(one) && is_word(two)).peekable();
        while let Some(way) = ways.next() {
            if ways.peek().is_none() {
                self.way(way)?;
                break;
            }
            let split = self.push(Step::Jump(0));
            self.way(way)?;
            exits.push(self.push(Step::Jump(0)));
            self.program.steps[split] = Step::Split(split + 1, self.here());
        }
        let end = self.here();
        for exit in exits {
            self.program.steps[exit] = Step::Jump(end);
        }
        Ok(())
    }

    /// One way of a choice: a node, or several words of which one is to stand there.
    fn way(&mut self, nodes: &[Node]) -> Result<(), PatternError> {
        let [node] = nodes else {
            let vocabulary = &mut *self.vocabulary;
            let word = |node: &Node| if let Node::Word { text, capital } = node { Some((vocabulary.intern(text), *capital)) } else { None };
            let mut words: Vec<_> = nodes.iter().filter_map(word).collect();
            // Where a word stands with and without a capital, the form without it says more.
            words.sort_unstable();
            words.dedup_by_key(|(symbol, _)| *symbol);
            self.push(Step::Take(Test::Words(words.into())));
            return Ok(());
        };
        self.node(node)
    }

    fn repeat(&mut self, inner: &Node, low: usize, high: usize) -> Result<(), PatternError> {
        for _ in 0..low {
            self.node(inner)?;
        }
        if high == crate::WINDOW {
            let split = self.push(Step::Jump(0));
            self.node(inner)?;
            self.push(Step::Jump(split));
            self.program.steps[split] = Step::Split(split + 1, self.here());
            return Ok(());
        }
        let mut splits = Vec::new();
        for _ in low..high {
            splits.push(self.push(Step::Jump(0)));
            self.node(inner)?;
        }
        let end = self.here();
        for split in splits {
            self.program.steps[split] = Step::Split(split + 1, end);
        }
        Ok(())
    }

    fn slot(&mut self, name: &str) -> usize {
        let captures = &mut self.program.captures;
        captures.iter().position(|known| known == name).unwrap_or_else(|| {
            captures.push(name.to_owned());
            captures.len() - 1
        })
    }

    fn test(&mut self, node: &Node) -> Result<Test, PatternError> {
        Ok(match node {
            Node::Word { text, capital } => Test::Word { symbol: self.vocabulary.intern(text), capital: *capital },
            Node::Exact(text) => Test::Exact { symbol: self.vocabulary.intern(text), text: text.as_str().into() },
            Node::Number(low, high) => Test::Number(*low, *high),
            Node::Class(class, label) => {
                let label = label.as_ref().map(|label| self.names.intern_label(label));
                Test::Class(self.names.intern_class(class), label)
            }
            Node::Any => Test::Any,
            Node::Capital => Test::Capital,
            _ => return Err(PatternError::new(0, "only a word, a sign, a number or a class can be negated")),
        })
    }
}

fn is_word(node: &Node) -> bool {
    matches!(node, Node::Word { .. })
}
