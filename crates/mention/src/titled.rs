//! Titles with what they go with: `Tổng thống | Mỹ | Donald Trump`, `Giám đốc | Cơ quan tình báo Saudi Arabia |, Hoàng tử | Bandar bin Sultan`.

use suquan_segment::Text;
use suquan_span::TokenSpan;
use suquan_token::Flags;

use crate::{MentionType, Names};

/// The most titles, and the most names of bodies, of one phrase.
const MOST: usize = 4;

/// A chain of titles with the bodies and the person that they go with.
#[derive(Clone, Debug)]
pub(crate) struct Titled {
    /// All its tokens.
    pub(crate) tokens: TokenSpan,
    /// Each title with the name of the body right after it, both by index.
    pub(crate) titles: Vec<(usize, Option<usize>)>,
    /// The person's name, by index.
    pub(crate) person: Option<usize>,
}

/// The titled phrases of a text, by start; they do not overlap.
pub(crate) fn titled(names: &Names, text: &Text) -> Vec<Titled> {
    let mut found: Vec<Titled> = Vec::new();
    let mut next = 0;
    while next < names.titles.len() {
        let chain = chain(names, text, next);
        next = chain.titles.last().map_or(next, |&(title, _)| title) + 1;
        found.push(chain);
    }
    found
}

fn chain(names: &Names, text: &Text, first: usize) -> Titled {
    let start = names.titles[first].tokens.start;
    let mut chain = Titled { tokens: names.titles[first].tokens, titles: vec![(first, None)], person: None };
    let mut at = chain.tokens.end;
    if is_doubled(text, at) {
        at += 1;
    }
    loop {
        let closes = text.tokens.get(at as usize).is_none_or(|token| token.flags.has(Flags::SENTENCE_START));
        if closes || chain.titles.len() > MOST {
            break;
        }
        if let Some(name) = names.starting_at(at) {
            at = names.names[name].tokens.end;
            if names.names[name].kind == MentionType::Per {
                chain.person = Some(name);
                chain.tokens = TokenSpan::new(start, at);
                break;
            }
            let last = chain.titles.len() - 1;
            if chain.titles[last].1.is_some() {
                break;
            }
            chain.titles[last].1 = Some(name);
            chain.tokens = TokenSpan::new(start, at);
        } else if let Some(title) = names.title_at(at) {
            chain.titles.push((title, None));
            at = names.titles[title].tokens.end;
            if chain.person.is_none() {
                chain.tokens = TokenSpan::new(start, at);
            }
        } else if let Some(title) = names.title_at(at + 1).filter(|&title| text.tokens[at as usize].of(&text.source) == "," && leads_to_person(names, title)) {
            chain.titles.push((title, None));
            at = names.titles[title].tokens.end;
        } else {
            break;
        }
    }
    chain
}

/// Whether the word at `at` is set twice by a slip of the press (`the President dent of France`).
fn is_doubled(text: &Text, at: u32) -> bool {
    let word = |at: u32| text.tokens.get(at as usize).map(|token| token.of(&text.source));
    at.checked_sub(1).and_then(word).zip(word(at)).is_some_and(|(last, next)| last == next)
}

/// Whether a person's name follows a title, with at most one body between.
fn leads_to_person(names: &Names, title: usize) -> bool {
    let mut at = names.titles[title].tokens.end;
    for _ in 0..2 {
        match names.starting_at(at).map(|name| &names.names[name]) {
            Some(name) if name.kind == MentionType::Per => return true,
            Some(name) => at = name.tokens.end,
            None => return false,
        }
    }
    false
}
