//! The pack's word lists, found in a text by one pass over a trie.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use suquan_pattern::{ClassId, Hit, Hits, LabelId, Names};
use suquan_span::TokenSpan;
use suquan_token::{Symbol, Token, Vocabulary, tokenize};

use crate::PackError;
use crate::form::follow;

/// One row of a list: a surface form, what it stands for, and where the row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The list, such as `cue`.
    pub class: ClassId,
    /// The value's first word.
    pub label: LabelId,
    /// Its line, from 1.
    pub line: u32,
    /// The file it is cut from: rows copy nothing, since a pack has many thousands of them.
    list: Arc<List>,
    form: Range<u32>,
    value: Range<u32>,
    /// Bytes of the value's first word.
    head: u32,
}

/// A list's file.
#[derive(Debug, PartialEq, Eq)]
struct List {
    /// Its path, relative to the pack's folder.
    file: String,
    text: Arc<str>,
}

impl Row {
    /// The form as the row writes it.
    #[must_use]
    pub fn form(&self) -> &str {
        &self.list.text[self.form.start as usize..self.form.end as usize]
    }

    /// The value, in the terms of the room that reads the list.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.list.text[self.value.start as usize..self.value.end as usize]
    }

    /// The value's first word.
    #[must_use]
    pub fn head(&self) -> &str {
        &self.value()[..self.head as usize]
    }

    /// The file, relative to the pack's folder.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.list.file
    }

    /// What stands behind `key=` in the value.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        // Most rows are names, whose value is one word.
        if self.value.len() == self.head as usize && !self.value().contains('=') {
            return None;
        }
        self.value().split(' ').find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
    }

    /// Whether the value has the bare word `flag` after the first.
    #[must_use]
    pub fn has(&self, flag: &str) -> bool {
        self.value().split(' ').skip(1).any(|word| word == flag)
    }

    /// The comma-separated items behind `key=`.
    pub fn list(&self, key: &str) -> impl Iterator<Item = &str> {
        self.get(key).into_iter().flat_map(|items| items.split(','))
    }
}

/// Every list of a pack.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    rows: Vec<Row>,
    /// `root[symbol]` is the node after that first word; 0 where no form opens with it.
    root: Vec<u32>,
    edges: FxHashMap<(u32, Symbol), u32>,
    nodes: Vec<Node>,
    ends: Vec<End>,
}

/// What is known after some words of a form.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// The first of the forms that end here, as a place in `ends`; 0 where none does.
    end: u32,
    /// A bit for each word that can come next, by the word's number: most words that cannot are told so without a search.
    next: u32,
}

impl Node {
    fn bit(symbol: Symbol) -> u32 {
        1 << (symbol.0 % u32::BITS)
    }
}

/// A form that ends at a node.
#[derive(Clone, Copy, Debug)]
struct End {
    row: u32,
    /// The row's, so that finding a form needs no look at its row.
    class: ClassId,
    label: LabelId,
    /// A bit for each word that must have a capital.
    capitals: u32,
    /// The next form that ends there, as a place in `ends`; 0 after the last.
    next: u32,
}

/// The words of a form read so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stem {
    /// The node after them.
    node: u32,
    words: u32,
    /// A bit for each of them that has a capital.
    capitals: u32,
}

/// Rows for which room is made at once: growing a table by steps takes a third of a large pack's loading.
const ROWS: usize = 1 << 15;

impl Lexicon {
    /// No lists yet, with room for a large pack's.
    pub(crate) fn with_room() -> Self {
        let mut edges = FxHashMap::default();
        edges.reserve(2 * ROWS);
        // Node and place 0 stand for none.
        let (mut nodes, mut ends) = (Vec::with_capacity(2 * ROWS), Vec::with_capacity(2 * ROWS));
        nodes.push(Node::default());
        ends.push(End { row: 0, class: ClassId(0), label: LabelId(0), capitals: 0, next: 0 });
        Self { rows: Vec::with_capacity(ROWS), root: Vec::new(), edges, nodes, ends }
    }

    /// Adds the rows of a list's file.
    pub(crate) fn add(&mut self, file: &str, text: &Arc<str>, vocabulary: &mut Vocabulary, names: &mut Names, errors: &mut Vec<PackError>) {
        let path = file.strip_prefix("lexicon/").unwrap_or(file);
        let class = names.intern_class(path.split('/').next().unwrap_or(path).trim_end_matches(".tsv"));
        let list = Arc::new(List { file: file.to_owned(), text: text.clone() });
        let place = |cell: &str| {
            let start = (cell.as_ptr() as usize - text.as_ptr() as usize) as u32;
            start..start + cell.len() as u32
        };
        for (index, line) in text.lines().enumerate() {
            if line.starts_with('#') || line.trim_start().is_empty() {
                continue;
            }
            let mut cells = line.split('\t');
            let (form, value) = (cells.next().unwrap_or("").trim(), cells.next().map(str::trim));
            let mut fault = |message: String| errors.push(PackError::new(file, index + 1, message));
            let Some(value) = value.filter(|value| !value.is_empty()) else {
                fault("a row is `form<TAB>value<TAB>note`; the value is missing".into());
                continue;
            };
            if cells.count() > 1 {
                fault("a row has at most three cells".into());
            }
            let head = value.bytes().position(|byte| byte == b' ').unwrap_or(value.len());
            let label = names.intern_label(&value[..head]);
            if let Err(message) = self.insert(form, class, label, vocabulary) {
                fault(format!("`{form}`: {message}"));
            }
            let (form, value, head) = (place(form), place(value), head as u32);
            self.rows.push(Row { class, label, line: index as u32 + 1, list: list.clone(), form, value, head });
        }
    }

    /// Adds the forms of the row that comes next.
    fn insert(&mut self, form: &str, class: ClassId, label: LabelId, vocabulary: &mut Vocabulary) -> Result<(), String> {
        let none = Vocabulary::default();
        let stems = follow(form, Stem::default(), &mut |stems, words| {
            for token in tokenize(words, &none) {
                let symbol = vocabulary.intern(token.of(words));
                for stem in stems.iter_mut() {
                    let capital = u32::from(token.capital()).checked_shl(stem.words).unwrap_or(0);
                    *stem = Stem { node: self.child(stem.node, symbol), words: stem.words + 1, capitals: stem.capitals | capital };
                }
            }
        })?;
        let row = self.rows.len() as u32;
        for Stem { node, capitals, .. } in stems {
            // Two spellings of one word give one form: `(tỷ|tỉ)`.
            let before = self.nodes[node as usize].end as usize;
            if before != 0 && self.ends[before].row == row && self.ends[before].capitals == capitals {
                continue;
            }
            let next = std::mem::replace(&mut self.nodes[node as usize].end, self.ends.len() as u32);
            self.ends.push(End { row, class, label, capitals, next });
        }
        Ok(())
    }

    fn child(&mut self, node: u32, symbol: Symbol) -> u32 {
        let next = self.nodes.len() as u32;
        let child = if node == 0 {
            let slot = symbol.0 as usize;
            if self.root.len() <= slot {
                self.root.resize(slot + 1, 0);
            }
            if self.root[slot] == 0 {
                self.root[slot] = next;
            }
            self.root[slot]
        } else {
            self.nodes[node as usize].next |= Node::bit(symbol);
            *self.edges.entry((node, symbol)).or_insert(next)
        };
        if child == next {
            self.nodes.push(Node::default());
        }
        child
    }

    /// The row with that number: a hit's payload.
    #[must_use]
    pub fn row(&self, number: u32) -> &Row {
        &self.rows[number as usize]
    }

    /// Every row, in the order of files and lines.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Every form in `tokens`, overlapping ones too, each with its row's number as payload.
    #[must_use]
    pub fn find(&self, tokens: &[Token]) -> Hits {
        let mut hits = Vec::with_capacity(tokens.len() * 2);
        for start in 0..tokens.len() {
            let first = tokens[start].symbol;
            let mut node = if first == Symbol::UNKNOWN { 0 } else { self.root.get(first.0 as usize).copied().unwrap_or(0) };
            let (from, mut end) = (hits.len(), start + 1);
            while node != 0 {
                let Node { end: mut place, next: follows } = self.nodes[node as usize];
                while place != 0 {
                    let End { row, class, label, capitals, next } = self.ends[place as usize];
                    if has_capitals(&tokens[start..end], capitals) {
                        hits.push(Hit { span: TokenSpan::new(start as u32, end as u32), class, label, payload: row });
                    }
                    place = next;
                }
                let Some(next) = tokens.get(end).filter(|token| token.symbol != Symbol::UNKNOWN) else { break };
                node = if follows & Node::bit(next.symbol) == 0 { 0 } else { self.edges.get(&(node, next.symbol)).copied().unwrap_or(0) };
                end += 1;
            }
            // Found the shortest first and of one length the last row first: the other way round is the order of hits.
            hits[from..].reverse();
        }
        Hits::new(hits, tokens.len())
    }
}

/// Whether each token whose bit is set opens with a capital.
fn has_capitals(tokens: &[Token], capitals: u32) -> bool {
    capitals == 0 || tokens.iter().take(32).enumerate().all(|(index, token)| capitals & (1 << index) == 0 || token.capital())
}
