//! Quotations.

use suquan_segment::Text;
use suquan_span::TokenSpan;
use suquan_token::Flags;

/// Words between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The quotation with its marks.
    pub whole: TokenSpan,
    /// The words inside.
    pub inner: TokenSpan,
    /// Whether a closing mark was found; else the quotation ends with its sentence.
    pub closed: bool,
}

/// Pairs quotation marks, line by line.
///
/// Typographic marks say which side they are on; straight ones tell it by the white space around them. A mark left open closes with its sentence, so that one
/// slip does not turn the rest of the article around. Marks of another shape inside a quotation are part of it.
pub(crate) fn quotes(text: &Text) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    for (at, token) in text.tokens.iter().enumerate() {
        if token.flags.has(Flags::LINE_START)
            && let Some(open) = open.take()
        {
            found.push(left_open(text, open.at, at));
        }
        let sign = token.of(&text.source);
        let Some(side) = side(text, at, sign, open) else { continue };
        match (&mut open, side) {
            (None, Side::Open) => open = Some(Open { at, curly: sign != STRAIGHT, single: sign == "‘", inner: 0 }),
            (None, Side::Close) => {}
            (Some(outer), Side::Open) if outer.curly && sign == STRAIGHT || !outer.single && sign == "‘" => outer.inner += 1,
            (Some(outer), Side::Open) => {
                found.push(left_open(text, outer.at, at));
                *outer = Open { at, curly: sign != STRAIGHT, single: sign == "‘", inner: 0 };
            }
            (Some(outer), Side::Close) if outer.inner > 0 && (outer.curly && sign == STRAIGHT || sign == "’") => outer.inner -= 1,
            (Some(outer), Side::Close) => {
                let whole = TokenSpan::new(outer.at as u32, at as u32 + 1);
                found.push(Quote { whole, inner: TokenSpan::new(whole.start + 1, whole.end - 1), closed: true });
                open = None;
            }
        }
    }
    if let Some(open) = open {
        found.push(left_open(text, open.at, text.tokens.len()));
    }
    found.retain(|quote| !quote.inner.is_empty());
    found
}

const STRAIGHT: &str = "\"";

/// A quotation whose closing mark is still to come.
#[derive(Clone, Copy)]
struct Open {
    at: usize,
    /// Whether its mark tells its side.
    curly: bool,
    single: bool,
    /// How many marks of another shape are open inside.
    inner: u32,
}

#[derive(Clone, Copy)]
enum Side {
    Open,
    Close,
}

/// The side of the mark at `at`; `None` for what is no mark.
fn side(text: &Text, at: usize, sign: &str, open: Option<Open>) -> Option<Side> {
    let before = text.tokens[at].spaced() || at == 0;
    let after = text.tokens.get(at + 1).is_none_or(suquan_token::Token::spaced);
    Some(match sign {
        "“" | "„" | "«" | "‘" => Side::Open,
        "»" => Side::Close,
        // An apostrophe inside a word closes nothing.
        "’" if open.is_some_and(|open| open.single || open.inner > 0) && after => Side::Close,
        // The closing mark typed twice: the first stands where one opens.
        "”" if open.is_none() && before && !after => Side::Open,
        "”" => Side::Close,
        STRAIGHT => match (before, after) {
            (true, false) => Side::Open,
            (false, true) => Side::Close,
            _ if open.is_some() => Side::Close,
            _ => Side::Open,
        },
        _ => return None,
    })
}

/// The quotation that opens at `open` and closes nowhere: up to the end of its sentence, `limit` at most.
fn left_open(text: &Text, open: usize, limit: usize) -> Quote {
    let end = text.sentence(open as u32).end.min(limit as u32);
    let whole = TokenSpan::new(open as u32, end);
    Quote { whole, inner: TokenSpan::new(whole.start + 1, whole.end), closed: false }
}
