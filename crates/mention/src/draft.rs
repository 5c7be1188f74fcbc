//! What the scan finds before it is decided: stretches that look like names, and titles.

use suquan_span::TokenSpan;

use crate::MentionType;

/// A stretch that looks like a name, with what speaks for each type.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) tokens: TokenSpan,
    /// The weight of the evidence for PER, ORG, LOC.
    pub(crate) weight: [i32; 3],
    /// The strongest piece of evidence for each: its weight and its name, for `explain`.
    why: [(i32, Why); 3],
    /// What its letters look like.
    pub(crate) look: Look,
    /// It is in a place where a capital says nothing and it is one word: it needs the rest of the article to speak for it.
    pub(crate) weak: bool,
    /// It is known to name nothing of the three types.
    pub(crate) barred: bool,
    /// The lexicon row that names it.
    pub(crate) row: Option<u32>,
}

/// A piece of evidence: a method of this room, or a rule of the pack by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    Method(&'static str),
    Rule(usize),
}

/// What the letters of a run of capitals look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Look {
    /// Syllables of the pack's language.
    #[default]
    Native,
    /// Foreign spelling.
    Foreign,
    /// One word of capitals.
    Acronym,
    /// A network address.
    Domain,
}

impl Draft {
    pub(crate) fn new(start: usize, end: usize, look: Look) -> Self {
        Self { tokens: TokenSpan::new(start as u32, end as u32), weight: [0; 3], why: [(0, Why::Method("")); 3], look, weak: false, barred: false, row: None }
    }

    /// Adds evidence for a type.
    pub(crate) fn add(&mut self, kind: MentionType, weight: i32, why: Why) {
        let at = kind as usize;
        self.weight[at] += weight;
        if weight > self.why[at].0 {
            self.why[at] = (weight, why);
        }
    }

    /// The type with the most weight, where it reaches the threshold and no other has as much.
    pub(crate) fn best(&self) -> Option<MentionType> {
        const KINDS: [MentionType; 3] = [MentionType::Per, MentionType::Org, MentionType::Loc];
        if self.barred {
            return None;
        }
        let best = KINDS.into_iter().max_by_key(|&kind| self.weight[kind as usize])?;
        let most = self.weight[best as usize];
        let ties = self.weight.iter().filter(|&&weight| weight == most).count();
        (most >= THRESHOLD && ties == 1).then_some(best)
    }

    /// Whether its own place settles the type, so that it can speak for other places.
    pub(crate) fn sure(&self) -> bool {
        self.best().is_some_and(|kind| self.weight[kind as usize] >= SURE)
    }

    /// What spoke loudest for `kind`.
    pub(crate) fn reason(&self, kind: MentionType) -> Why {
        self.why[kind as usize].1
    }

    pub(crate) fn start(&self) -> usize {
        self.tokens.start as usize
    }

    pub(crate) fn end(&self) -> usize {
        self.tokens.end as usize
    }
}

/// The least weight that makes a stretch a name.
pub(crate) const THRESHOLD: i32 = 3;
/// The least weight with which one place speaks for the others of the article.
pub(crate) const SURE: i32 = 4;

/// A title or form of address in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// Its tokens, modifiers before it and the field after it included.
    pub(crate) tokens: TokenSpan,
    /// Its row.
    pub(crate) row: u32,
    /// The row of the field that follows (`Bộ trưởng Tài chính`).
    pub(crate) field: Option<u32>,
    /// The row of a modifier before it (`cựu`, `phó`).
    pub(crate) modifier: Option<u32>,
}
