//! Surface forms with alternatives and optional words: `(a|b c) d?`.

/// The most forms that one row stands for.
const LIMIT: usize = 512;

/// Follows every plain form that `form` stands for from `start` on, and gives the states after them.
///
/// `advance` moves the states it is given over some words. States move over a word together, so that no plain form is ever written out: the work is
/// that of the row as written, not of the forms it stands for.
pub(crate) fn follow<S: Clone + PartialEq>(form: &str, start: S, advance: &mut impl FnMut(&mut [S], &str)) -> Result<Vec<S>, String> {
    let mut parser = Parser { text: form, at: 0, advance };
    // Most rows are plain, and a pack has many thousands of them.
    let states = if form.bytes().any(is_sign) { parser.choice(vec![start.clone()])? } else { parser.words(vec![start.clone()], form) };
    if form.as_bytes().get(parser.at) == Some(&b')') {
        return Err("`)` has no opening bracket".into());
    }
    if states.contains(&start) { Err("the form can be empty".into()) } else { Ok(states) }
}

/// Whether a byte has a meaning in forms.
fn is_sign(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'|' | b'?')
}

struct Parser<'f, F> {
    text: &'f str,
    at: usize,
    advance: F,
}

impl<F> Parser<'_, F> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over `sign`, where it comes next.
    fn eat(&mut self, sign: u8) -> bool {
        let found = self.peek() == Some(sign);
        self.at += usize::from(found);
        found
    }

    fn words<S>(&mut self, mut states: Vec<S>, words: &str) -> Vec<S>
    where
        F: FnMut(&mut [S], &str),
    {
        (self.advance)(&mut states, words);
        states
    }

    fn choice<S: Clone>(&mut self, before: Vec<S>) -> Result<Vec<S>, String>
    where
        F: FnMut(&mut [S], &str),
    {
        let mut after = self.sequence(before.clone())?;
        while self.eat(b'|') {
            after.extend(self.sequence(before.clone())?);
        }
        Ok(after)
    }

    fn sequence<S: Clone>(&mut self, mut states: Vec<S>) -> Result<Vec<S>, String>
    where
        F: FnMut(&mut [S], &str),
    {
        loop {
            let text = self.text;
            self.at = text.len() - text[self.at..].trim_start().len();
            let before = states.clone();
            states = match self.peek() {
                None | Some(b'|' | b')') => return Ok(states),
                Some(b'?') => return Err("`?` stands right after a word or a bracket".into()),
                Some(b'(') => {
                    self.at += 1;
                    let inner = self.choice(states)?;
                    if !self.eat(b')') {
                        return Err("`)` is missing".into());
                    }
                    inner
                }
                Some(_) => {
                    let rest = &text[self.at..];
                    let word = &rest[..rest.find(|c: char| c.is_whitespace() || c.is_ascii() && is_sign(c as u8)).unwrap_or(rest.len())];
                    self.at += word.len();
                    self.words(states, word)
                }
            };
            if self.eat(b'?') {
                states.extend(before);
            }
            if states.len() > LIMIT {
                return Err(format!("the row stands for more than {LIMIT} forms; split it"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expand(form: &str) -> Result<Vec<String>, String> {
        follow(form, String::new(), &mut |states, word| {
            for state in states {
                if !state.is_empty() {
                    state.push(' ');
                }
                state.push_str(word);
            }
        })
    }

    #[test]
    fn choices_and_options_are_followed() {
        assert_eq!(expand("(có|mở) cuộc? họp").unwrap(), ["có cuộc họp", "mở cuộc họp", "có họp", "mở họp"]);
        assert_eq!(expand("hội đàm").unwrap(), ["hội đàm"]);
    }

    #[test]
    fn faults_are_named() {
        for form in ["(a", "a)", "a?", "?", "", "(a|)", &"(a|b)".repeat(10)] {
            assert!(expand(form).is_err(), "{form}");
        }
    }
}
