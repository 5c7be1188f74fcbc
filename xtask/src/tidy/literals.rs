//! A small reader of Rust source: literals, and the text that is no literal, each with its line.

/// What a piece of source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The inside of a string literal, raw or not.
    Text,
    /// The inside of a character literal.
    Character,
    /// Everything else: code and comments.
    Code,
}

/// A piece of a source file.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its characters, escapes as written.
    pub text: &'a str,
    /// The line on which it starts, counted from 1.
    pub line: usize,
}

/// Cuts a source file into pieces, in order. Literals inside comments belong to the comment.
pub fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut cutter = Cutter { source, at: 0, start: 0, line: 1, pieces: Vec::new() };
    cutter.run();
    cutter.pieces
}

struct Cutter<'a> {
    source: &'a str,
    at: usize,
    start: usize,
    line: usize,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Cutter<'a> {
    fn run(&mut self) {
        let source = self.source;
        while let Some(c) = source[self.at..].chars().next() {
            let rest = &source[self.at..];
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.at += block_comment(rest);
            } else if let Some(hashes) = raw_string(rest, self.before()) {
                let open = rest.find('"').map_or(rest.len(), |quote| quote + 1);
                let close = format!("\"{}", "#".repeat(hashes));
                let length = rest[open..].find(&close).unwrap_or(rest.len() - open);
                self.literal(Kind::Text, open, length, close.len());
            } else if c == '"' {
                let length = until_quote(&rest[1..], '"');
                self.literal(Kind::Text, 1, length, 1);
            } else if c == '\'' && is_character(rest) {
                let length = until_quote(&rest[1..], '\'');
                self.literal(Kind::Character, 1, length, 1);
            } else {
                self.at += c.len_utf8();
            }
        }
        self.close_code(source.len());
    }

    fn before(&self) -> Option<char> {
        self.source[..self.at].chars().next_back()
    }

    /// Ends the code before a literal that opens at the cursor, and takes the literal.
    fn literal(&mut self, kind: Kind, open: usize, length: usize, close: usize) {
        self.close_code(self.at);
        let inside = &self.source[self.at + open..self.at + open + length];
        self.pieces.push(Piece { kind, text: inside, line: self.line });
        self.line += inside.matches('\n').count();
        self.at = (self.at + open + length + close).min(self.source.len());
        self.start = self.at;
    }

    fn close_code(&mut self, end: usize) {
        let text = &self.source[self.start..end];
        if !text.is_empty() {
            self.pieces.push(Piece { kind: Kind::Code, text, line: self.line });
            self.line += text.matches('\n').count();
        }
    }
}

/// The length of a block comment with the comments inside it.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The number of `#` of a raw string that opens here; a letter before means that `r` ends a name.
fn raw_string(rest: &str, before: Option<char>) -> Option<usize> {
    if before.is_some_and(|c| (c.is_alphanumeric() || c == '_') && c != 'b' && c != 'c') {
        return None;
    }
    let hashes = rest.strip_prefix('r')?;
    let count = hashes.len() - hashes.trim_start_matches('#').len();
    hashes[count..].starts_with('"').then_some(count)
}

/// Whether a quote opens a character literal and not a lifetime: one character or an escape, then a quote.
fn is_character(rest: &str) -> bool {
    let mut inside = rest[1..].chars();
    match inside.next() {
        Some('\\') => true,
        Some(_) => inside.next() == Some('\''),
        None => false,
    }
}

/// The length up to the closing quote, past escaped ones.
fn until_quote(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literals(source: &str) -> Vec<(Kind, &str, usize)> {
        pieces(source).into_iter().filter(|piece| piece.kind != Kind::Code).map(|piece| (piece.kind, piece.text, piece.line)).collect()
    }

    #[test]
    fn strings_and_characters_are_told_from_lifetimes_and_comments() {
        let source = "// \"no\"\nfn f<'a>(x: &'a str) { g(\"a\\\"b\", 'c', '\\'') } /* \"no\" */";
        assert_eq!(literals(source), [(Kind::Text, "a\\\"b", 2), (Kind::Character, "c", 2), (Kind::Character, "\\'", 2)]);
    }

    #[test]
    fn raw_strings_end_at_their_own_mark() {
        assert_eq!(literals("\nlet x = r#\"a\"b\"#; let y = br\"\\\";"), [(Kind::Text, "a\"b", 2), (Kind::Text, "\\", 2)]);
    }

    #[test]
    fn pieces_joined_are_the_code() {
        let source = "let a = 1;\n'outer: loop { break 'outer }";
        assert_eq!(pieces(source), [Piece { kind: Kind::Code, text: source, line: 1 }]);
    }
}
