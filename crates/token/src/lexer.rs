//! Cutting text into tokens.

use suquan_span::ByteSpan;

use crate::key::is_invisible;
use crate::{Flags, Kind, Token, Vocabulary};

/// Cuts `text` into tokens; what stands between them is white space alone.
///
/// A word is a run of letters with their marks. Digits belong to a word that opens with a capital (`G20`, `H1N1`), else they are numbers of
/// their own, so that `10h30` is three tokens. Every other sign stands alone, but a run of full stops is one ellipsis.
#[must_use]
pub fn tokenize(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut lexer = Lexer { text, at: 0 };
    let (mut flags, mut key) = (Flags::LINE_START, String::new());
    while let Some(first) = lexer.peek() {
        let start = lexer.at;
        if first.is_whitespace() || first == '\u{feff}' {
            lexer.bump(first);
            flags.set(Flags::SPACE_BEFORE);
            if first == '\n' || first == '\r' || first == '\u{2028}' || first == '\u{2029}' {
                flags.set(Flags::LINE_START);
            }
            continue;
        }
        let (kind, shape) = lexer.token(first);
        flags.set(shape);
        let span = ByteSpan::new(start as u32, lexer.at as u32);
        let symbol = vocabulary.symbol_with(span.of(text), &mut key);
        tokens.push(Token { span, symbol, kind, flags });
        flags = Flags::default();
    }
    tokens
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl Lexer<'_> {
    fn peek(&self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte.is_ascii() { Some(char::from(byte)) } else { self.text[self.at..].chars().next() }
    }

    fn bump(&mut self, character: char) {
        self.at += character.len_utf8();
    }

    /// Reads the token that opens with `first`.
    fn token(&mut self, first: char) -> (Kind, Flags) {
        self.bump(first);
        if first.is_ascii_digit() {
            while self.peek().is_some_and(|next| next.is_ascii_digit()) {
                self.at += 1;
            }
            return (Kind::Number, Flags::default());
        }
        if first == '.' {
            while self.peek() == Some('.') {
                self.at += 1;
            }
            return (Kind::Sign, Flags::default());
        }
        if !is_letter(first) {
            return (Kind::Sign, Flags::default());
        }
        (Kind::Word, self.word(first))
    }

    /// Reads on to the end of the word that opens with `first`.
    fn word(&mut self, first: char) -> Flags {
        let mut flags = Flags::default();
        let capital = first.is_uppercase();
        let (mut letters, mut capitals) = (1, usize::from(capital));
        while let Some(next) = self.peek() {
            if next.is_ascii_digit() && capital {
                self.at += 1;
            } else if is_letter(next) {
                letters += usize::from(!is_mark(next));
                capitals += usize::from(next.is_uppercase());
                self.bump(next);
            } else if is_invisible(next) && next != '\u{feff}' {
                self.bump(next);
            } else {
                break;
            }
        }
        if capital {
            flags.set(Flags::CAPITAL);
        }
        if letters > 1 && capitals == letters {
            flags.set(Flags::ALL_CAPITALS);
        }
        flags
    }
}

/// Whether a character belongs to words.
fn is_letter(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => character.is_ascii_alphabetic(),
        // Latin letters with marks, all of them but two signs, without a look into the tables of Unicode.
        '\u{c0}'..='\u{24f}' => !matches!(character, '\u{d7}' | '\u{f7}'),
        '\u{1e00}'..='\u{1eff}' => true,
        _ => character.is_alphabetic() || is_mark(character),
    }
}

/// Whether a character is a combining mark, as decomposed text has them.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let tokens = tokenize(text, &Vocabulary::default());
        let words: Vec<_> = tokens.iter().map(|token| token.of(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn numbers_stand_apart_from_words() {
        check("10h30 ngày 24.11", &["10", "h", "30", "ngày", "24", ".", "11"]);
    }

    #[test]
    fn capitals_keep_their_digits() {
        check("G20, Su-30 và H1N1...", &["G20", ",", "Su", "-", "30", "và", "H1N1", "..."]);
    }

    #[test]
    fn soft_hyphens_stay_inside_words() {
        check("hội\u{ad}đàm", &["hội\u{ad}đàm"]);
    }

    #[test]
    fn decomposed_letters_are_one_word() {
        check("Vie\u{302}\u{323}t Nam", &["Vie\u{302}\u{323}t", "Nam"]);
    }
}
