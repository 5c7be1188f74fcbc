//! Running one machine at one place.

use suquan_span::TokenSpan;
use suquan_token::{Flags, Kind, Token};

use crate::WINDOW;
use crate::hits::Hits;
use crate::program::{NO_JOIN, Program, Step, Test};

/// A text, ready for matching.
#[derive(Clone, Copy, Debug)]
pub struct Input<'t> {
    /// The text as read.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t [Token],
    /// The classed spans that patterns can name: the lexicon's first, then the layers of earlier rooms.
    pub hits: &'t [&'t Hits],
}

/// Memory that a run needs and the next run uses again.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    stack: Vec<Frame>,
    /// Two slots a capture; `u32::MAX` where nothing was captured.
    pub(crate) slots: Vec<u32>,
    /// When a step was last tried at a place of the window, for the steps that several ways lead to.
    tried: Vec<u32>,
    run: u32,
}

#[derive(Debug)]
enum Frame {
    Try(usize, usize),
    Restore(usize, u32),
}

impl Scratch {
    /// Matches `program` at token `start`; the end of the match, with the captures in `slots`.
    ///
    /// Depth-first in the pattern's order of preference; since no step is tried twice at one place, a run takes at most steps × window.
    pub(crate) fn run(&mut self, program: &Program, input: Input<'_>, start: usize) -> Option<usize> {
        self.run = self.run.wrapping_add(1);
        if self.run == 0 {
            self.tried.fill(0);
            self.run = 1;
        }
        let cells = program.join_count * (WINDOW + 1);
        if self.tried.len() < cells {
            self.tried.resize(cells, 0);
        }
        self.slots.clear();
        self.slots.resize(2 * program.captures.len(), u32::MAX);
        self.stack.clear();
        self.stack.push(Frame::Try(0, start));
        while let Some(frame) = self.stack.pop() {
            match frame {
                Frame::Restore(slot, old) => self.slots[slot] = old,
                Frame::Try(step, at) => {
                    if let Some(end) = self.follow(program, input, start, step, at) {
                        return Some(end);
                    }
                }
            }
        }
        None
    }

    /// Goes on from one step as far as there is one way only.
    fn follow(&mut self, program: &Program, input: Input<'_>, start: usize, mut step: usize, mut at: usize) -> Option<usize> {
        loop {
            if at - start > WINDOW {
                return None;
            }
            let join = program.joins[step];
            if join != NO_JOIN {
                let cell = &mut self.tried[(at - start) * program.join_count + join as usize];
                if std::mem::replace(cell, self.run) == self.run {
                    return None;
                }
            }
            match &program.steps[step] {
                Step::Done => return Some(at),
                Step::Take(test) => {
                    at = self.take(test, input, step, at)?;
                    step += 1;
                }
                Step::Not(test) if input.holds(test, at) => return None,
                Step::NotBefore(test) if input.holds_before(test, at) => return None,
                Step::Glued if input.tokens.get(at).is_none_or(Token::spaced) => return None,
                Step::SentenceStart if !input.starts_sentence(at) => return None,
                Step::SentenceEnd if !input.ends_sentence(at) => return None,
                Step::Not(_) | Step::NotBefore(_) | Step::Glued | Step::SentenceStart | Step::SentenceEnd => step += 1,
                Step::Save(slot) => {
                    self.stack.push(Frame::Restore(*slot, self.slots[*slot]));
                    self.slots[*slot] = at as u32;
                    step += 1;
                }
                Step::Split(one, two) => {
                    self.stack.push(Frame::Try(*two, at));
                    step = *one;
                }
                Step::Jump(to) => step = *to,
            }
        }
    }

    /// The place after what `test` consumes at `at`; of several classed spans the longest, the others kept for later.
    fn take(&mut self, test: &Test, input: Input<'_>, step: usize, at: usize) -> Option<usize> {
        let Test::Class(class, label) = test else {
            return input.holds(test, at).then_some(at + 1);
        };
        let base = self.stack.len();
        let mut longest = None;
        for hit in input.hits.iter().filter(|hits| hits.classes_at(at).may_have(*class)).flat_map(|hits| hits.at(at)) {
            if hit.class == *class && label.is_none_or(|label| hit.label == label) {
                let end = hit.span.end as usize;
                match longest {
                    None => longest = Some(end),
                    Some(first) if end != first => self.stack.insert(base, Frame::Try(step + 1, end)),
                    Some(_) => {}
                }
            }
        }
        longest
    }
}

impl Input<'_> {
    /// Whether `test` holds at token `at`.
    pub(crate) fn holds(&self, test: &Test, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        match test {
            Test::Word { symbol, capital } => token.symbol == *symbol && token.kind != Kind::Number && (!capital || token.capital()),
            Test::Words(words) => {
                let known = words.binary_search_by_key(&token.symbol, |(symbol, _)| *symbol);
                token.kind != Kind::Number && known.is_ok_and(|index| !words[index].1 || token.capital())
            }
            Test::Exact { symbol, text } => token.symbol == *symbol && token.of(self.text) == &**text,
            Test::Number(low, high) => self.number(token).is_some_and(|value| (*low..=*high).contains(&value)),
            Test::Class(class, label) => {
                let wanted = |hit: &&crate::Hit| hit.class == *class && label.is_none_or(|label| hit.label == label);
                self.hits.iter().any(|hits| hits.classes_at(at).may_have(*class) && hits.at(at).iter().any(|hit| wanted(&hit)))
            }
            Test::Any => true,
            Test::Capital => token.capital(),
        }
    }

    /// Whether `test` holds of the token, or the classed span, that ends just before `at`.
    fn holds_before(&self, test: &Test, at: usize) -> bool {
        let Test::Class(class, label) = test else {
            return at > 0 && self.holds(test, at - 1);
        };
        let wanted = |hit: &crate::Hit| hit.class == *class && label.is_none_or(|label| hit.label == label);
        self.hits.iter().any(|hits| hits.before(at).any(wanted))
    }

    /// The value of a number token; `None` for other tokens and numbers beyond 64 bits.
    fn number(&self, token: &Token) -> Option<u64> {
        if token.kind == Kind::Number { token.of(self.text).parse().ok() } else { None }
    }

    fn starts_sentence(&self, at: usize) -> bool {
        at == 0 || self.tokens.get(at).is_some_and(|token| token.flags.has(Flags::SENTENCE_START))
    }

    fn ends_sentence(&self, at: usize) -> bool {
        at == self.tokens.len() || at > 0 && self.tokens[at - 1].flags.has(Flags::SENTENCE_END)
    }

    /// The words of a span.
    #[must_use]
    pub fn words(&self, span: TokenSpan) -> &str {
        match (self.tokens.get(span.start as usize), self.tokens.get((span.end as usize).wrapping_sub(1))) {
            (Some(first), Some(last)) if !span.is_empty() => first.span.cover(last.span).of(self.text),
            _ => "",
        }
    }
}
