//! Spans with a class that a pattern can name: rows of a lexicon found in a text, or what an earlier room read there.

use rustc_hash::FxHashMap;
use suquan_span::TokenSpan;

/// A class of spans, such as a lexicon's name or a room's layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u16);

/// Some classes, in a word: two of them may share a bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSet(u64);

impl ClassSet {
    /// Adds a class.
    pub fn add(&mut self, class: ClassId) {
        self.0 |= 1 << (class.0 % 64);
    }

    /// Whether the class may be among them; where this says no, it is not.
    #[must_use]
    pub fn may_have(self, class: ClassId) -> bool {
        self.0 & 1 << (class.0 % 64) != 0
    }

    /// Whether the two may have a class in common.
    #[must_use]
    pub fn may_meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A label inside a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(pub u16);

/// The names of classes and labels, each with its number.
#[derive(Clone, Debug, Default)]
pub struct Names {
    classes: FxHashMap<String, ClassId>,
    labels: FxHashMap<String, LabelId>,
}

impl Names {
    /// The number of the class `name`, made where it is new.
    pub fn intern_class(&mut self, name: &str) -> ClassId {
        let next = ClassId(self.classes.len() as u16);
        if let Some(&known) = self.classes.get(name) {
            return known;
        }
        self.classes.insert(name.to_owned(), next);
        next
    }

    /// The number of the label `name`, made where it is new.
    pub fn intern_label(&mut self, name: &str) -> LabelId {
        let next = LabelId(self.labels.len() as u16);
        if let Some(&known) = self.labels.get(name) {
            return known;
        }
        self.labels.insert(name.to_owned(), next);
        next
    }

    /// The number of a class that has one.
    #[must_use]
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.classes.get(name).copied()
    }

    /// The number of a label that has one.
    #[must_use]
    pub fn label(&self, name: &str) -> Option<LabelId> {
        self.labels.get(name).copied()
    }
}

/// One classed span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The tokens it covers; never none.
    pub span: TokenSpan,
    /// Its class.
    pub class: ClassId,
    /// Its label.
    pub label: LabelId,
    /// What it stands for, in the terms of whoever made it: a lexicon row, an entity, …
    pub payload: u32,
}

impl Hit {
    /// The order in which a text's hits are kept: by start, the longest first, then by what they are.
    #[must_use]
    pub fn order(&self) -> (u32, std::cmp::Reverse<u32>, ClassId, u32, LabelId) {
        (self.span.start, std::cmp::Reverse(self.span.end), self.class, self.payload, self.label)
    }
}

/// The classed spans of one text, found by the token they start at and by the one they end before.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// By start, then the longest first.
    hits: Vec<Hit>,
    /// `first[t]..first[t + 1]` are the hits that start at token `t`.
    first: Vec<u32>,
    /// The classes of the hits that start at each token: most questions are answered here.
    classes: Vec<ClassSet>,
    /// Numbers of hits by end, then the longest first.
    ended: Vec<u32>,
    /// `last[t]..last[t + 1]` are the places in `ended` of the hits that end before token `t`.
    last: Vec<u32>,
    /// The classes of the hits that end before each token.
    ended_classes: Vec<ClassSet>,
}

impl Hits {
    /// Indexes `hits` of a text of `tokens` tokens; empty spans and spans beyond the text are left out.
    #[must_use]
    pub fn new(mut hits: Vec<Hit>, tokens: usize) -> Self {
        hits.retain(|hit| !hit.span.is_empty() && hit.span.end as usize <= tokens);
        if !hits.is_sorted_by_key(Hit::order) {
            hits.sort_unstable_by_key(Hit::order);
        }
        let first = index(hits.iter().map(|hit| hit.span.start), tokens);
        let last = index(hits.iter().map(|hit| hit.span.end), tokens + 1);
        let (mut classes, mut ended_classes) = (vec![ClassSet::default(); tokens], vec![ClassSet::default(); tokens + 1]);
        for hit in &hits {
            classes[hit.span.start as usize].add(hit.class);
            ended_classes[hit.span.end as usize].add(hit.class);
        }
        // A hit further left is a longer one, so the order by start is the order wanted among those of one end.
        let (mut next, mut ended) = (last.clone(), vec![0; hits.len()]);
        for (number, hit) in hits.iter().enumerate() {
            let place = &mut next[hit.span.end as usize];
            ended[*place as usize] = number as u32;
            *place += 1;
        }
        Self { hits, first, classes, ended, last, ended_classes }
    }

    /// The hits that start at token `at`, the longest first.
    #[must_use]
    pub fn at(&self, at: usize) -> &[Hit] {
        match (self.first.get(at), self.first.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.hits[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The classes of the hits that start at token `at`.
    #[must_use]
    pub fn classes_at(&self, at: usize) -> ClassSet {
        self.classes.get(at).copied().unwrap_or_default()
    }

    /// Every hit, by start, then the longest first.
    #[must_use]
    pub fn all(&self) -> &[Hit] {
        &self.hits
    }

    /// The longest hit of `class` that starts at token `at`.
    #[must_use]
    pub fn class_at(&self, at: usize, class: ClassId) -> Option<&Hit> {
        if !self.classes_at(at).may_have(class) {
            return None;
        }
        self.at(at).iter().find(|hit| hit.class == class)
    }

    /// The hits that end just before token `end`, the longest first.
    pub fn before(&self, end: usize) -> impl Iterator<Item = &Hit> {
        let numbers = match (self.last.get(end), self.last.get(end + 1)) {
            (Some(&from), Some(&to)) => &self.ended[from as usize..to as usize],
            _ => &[],
        };
        numbers.iter().map(|&number| &self.hits[number as usize])
    }

    /// The longest hit of `class` that ends just before token `end`.
    #[must_use]
    pub fn class_before(&self, end: usize, class: ClassId) -> Option<&Hit> {
        if !self.ended_classes.get(end)?.may_have(class) {
            return None;
        }
        self.before(end).find(|hit| hit.class == class)
    }
}

/// For positions up to `size`: where the items of each begin, in a list ordered by position.
fn index(positions: impl Iterator<Item = u32>, size: usize) -> Vec<u32> {
    let mut first = vec![0; size + 1];
    for position in positions {
        first[position as usize + 1] += 1;
    }
    for at in 0..size {
        first[at + 1] += first[at];
    }
    first
}
