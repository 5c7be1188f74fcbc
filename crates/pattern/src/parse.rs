//! Reading a pattern.

use suquan_token::{Kind, Vocabulary, tokenize};

use crate::WINDOW;
use crate::ast::{Node, PatternError};

/// Reads `pattern`.
///
/// # Errors
/// Where the pattern does not follow the grammar in the crate's documentation; the error says where and what was expected.
pub fn parse(pattern: &str) -> Result<Node, PatternError> {
    let mut parser = Parser { text: pattern, at: 0 };
    let node = parser.choice()?;
    parser.space();
    match parser.peek() {
        None => Ok(node),
        Some(found) => Err(PatternError::new(parser.at, format!("`{found}` has no opening bracket"))),
    }
}

struct Parser<'p> {
    text: &'p str,
    at: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, prefix: &str) -> bool {
        let found = self.rest().starts_with(prefix);
        if found {
            self.at += prefix.len();
        }
        found
    }

    fn space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn error<T>(&self, message: impl Into<String>) -> Result<T, PatternError> {
        Err(PatternError::new(self.at, message))
    }

    fn choice(&mut self) -> Result<Node, PatternError> {
        let mut choices = vec![self.sequence()?];
        while self.eat("|") {
            choices.push(self.sequence()?);
        }
        Ok(if choices.len() == 1 { choices.remove(0) } else { Node::Choice(choices) })
    }

    fn sequence(&mut self) -> Result<Node, PatternError> {
        let mut pieces = Vec::new();
        loop {
            self.space();
            if matches!(self.peek(), None | Some('|' | ')')) {
                break;
            }
            let piece = self.repeated()?;
            pieces.push(piece);
        }
        match pieces.len() {
            0 => self.error("a piece is missing here; write `x?` for an optional one"),
            1 => Ok(pieces.remove(0)),
            _ => Ok(Node::Sequence(pieces)),
        }
    }

    fn repeated(&mut self) -> Result<Node, PatternError> {
        let node = self.captured()?;
        let bounds = match self.peek() {
            Some('?') => (0, 1),
            Some('*') => (0, WINDOW),
            Some('+') => (1, WINDOW),
            Some('{') => {
                self.at += 1;
                let low = self.count()?;
                let high = if self.eat(",") { self.count()? } else { low };
                if !self.rest().starts_with('}') {
                    return self.error("`}` is missing");
                }
                (low, high)
            }
            _ => return Ok(node),
        };
        self.at += 1;
        if bounds.0 > bounds.1 || bounds.1 > WINDOW {
            return self.error(format!("a repetition runs from few to many, and to at most {WINDOW}"));
        }
        Ok(Node::Repeat(Box::new(node), bounds.0, bounds.1))
    }

    fn captured(&mut self) -> Result<Node, PatternError> {
        let length = self.rest().bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
        if length > 0 && self.rest()[length..].starts_with('=') {
            let name = self.rest()[..length].to_owned();
            self.at += length + 1;
            return Ok(Node::Capture(name, Box::new(self.captured()?)));
        }
        self.atom()
    }

    fn atom(&mut self) -> Result<Node, PatternError> {
        if self.eat("<!") {
            return Ok(Node::NotBefore(Box::new(self.atom()?)));
        }
        if self.eat("!") {
            return Ok(Node::Not(Box::new(self.atom()?)));
        }
        if self.eat("(") {
            let inner = self.choice()?;
            return if self.eat(")") { Ok(inner) } else { self.error("`)` is missing") };
        }
        if self.eat("\"") {
            return self.quoted();
        }
        if self.eat("@") {
            let class = self.name()?;
            let label = if self.eat(":") { Some(self.name()?) } else { None };
            return Ok(Node::Class(class, label));
        }
        if self.eat("<") {
            let class = self.name()?;
            return if self.eat(">") { Ok(Node::Class(class, None)) } else { self.error("`>` is missing") };
        }
        if self.eat("#") {
            return self.number();
        }
        for (sign, node) in [("&", Node::Capital), ("^", Node::SentenceStart), ("$", Node::SentenceEnd), ("~", Node::Glued)] {
            if self.eat(sign) {
                return Ok(node);
            }
        }
        self.word()
    }

    fn quoted(&mut self) -> Result<Node, PatternError> {
        let Some(length) = self.rest().find('"') else { return self.error("the closing `\"` is missing") };
        let text = self.rest()[..length].to_owned();
        self.at += length + 1;
        let tokens = tokenize(&text, &Vocabulary::default());
        match tokens.as_slice() {
            [] => self.error("nothing stands between the quotation marks"),
            [_] => Ok(Node::Exact(text)),
            many => Ok(Node::Sequence(glue(many.iter().map(|token| (token.spaced(), Node::Exact(token.of(&text).to_owned())))))),
        }
    }

    fn number(&mut self) -> Result<Node, PatternError> {
        if !self.peek().is_some_and(|c| c.is_ascii_digit()) {
            return Ok(Node::Number(0, u64::MAX));
        }
        let low = self.count()? as u64;
        if !self.eat("..") {
            return self.error("a range of numbers is written `#1..31`");
        }
        let high = self.count()? as u64;
        if low > high { self.error("the range is empty") } else { Ok(Node::Number(low, high)) }
    }

    fn count(&mut self) -> Result<usize, PatternError> {
        let length = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let Ok(count) = self.rest()[..length].parse() else { return self.error("a number is expected here") };
        self.at += length;
        Ok(count)
    }

    fn name(&mut self) -> Result<String, PatternError> {
        let length = self.rest().bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
        if length == 0 {
            return self.error("a name is expected here");
        }
        let name = self.rest()[..length].to_owned();
        self.at += length;
        Ok(name)
    }

    fn word(&mut self) -> Result<Node, PatternError> {
        let special = |c: char| c.is_whitespace() || "()|?*+{}=#@<>!^$~&\"".contains(c);
        let length = self.rest().find(special).unwrap_or(self.rest().len());
        if length == 0 {
            let found = self.peek().unwrap_or(' ');
            return self.error(format!("`{found}` cannot stand here; write it in quotation marks to mean the sign"));
        }
        let text = self.rest()[..length].to_owned();
        self.at += length;
        if text == "_" {
            return Ok(Node::Any);
        }
        let tokens = tokenize(&text, &Vocabulary::default());
        let mut nodes = glue(tokens.iter().map(|token| {
            let word = token.of(&text).to_owned();
            let node = match (token.kind, word.parse()) {
                (Kind::Number, Ok(value)) => Node::Number(value, value),
                _ => Node::Word { text: word, capital: token.capital() },
            };
            (token.spaced(), node)
        }));
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Sequence(nodes) })
    }
}

/// The pieces in order, with a [`Node::Glued`] between neighbours that no white space parts.
fn glue(pieces: impl Iterator<Item = (bool, Node)>) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (spaced, node) in pieces {
        if !nodes.is_empty() && !spaced {
            nodes.push(Node::Glued);
        }
        nodes.push(node);
    }
    nodes
}
