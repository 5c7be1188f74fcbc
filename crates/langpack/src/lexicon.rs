//! The pack's word lists, found in a text by one pass over a trie.

use rustc_hash::FxHashMap;
use suquan_pattern::{ClassId, Hit, Hits, LabelId, Names};
use suquan_span::TokenSpan;
use suquan_token::{Symbol, Token, Vocabulary, tokenize};

use crate::PackError;
use crate::form::expand;

/// One row of a list: a surface form, what it stands for, and where the row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The list, such as `cue`.
    pub class: ClassId,
    /// The value's first word.
    pub label: LabelId,
    /// The form as the row writes it.
    pub form: String,
    /// The value, in the terms of the room that reads the list.
    pub value: String,
    /// The file, relative to the pack's folder.
    pub file: std::sync::Arc<str>,
    /// Its line, from 1.
    pub line: u32,
    /// Bytes of the value's first word.
    head: usize,
}

impl Row {
    /// The value's first word.
    #[must_use]
    pub fn head(&self) -> &str {
        &self.value[..self.head]
    }

    /// What stands behind `key=` in the value.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.value.split(' ').find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
    }

    /// Whether the value has the bare word `flag` after the first.
    #[must_use]
    pub fn has(&self, flag: &str) -> bool {
        self.value.split(' ').skip(1).any(|word| word == flag)
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
    pub(crate) fn add(&mut self, file: &str, text: &str, vocabulary: &mut Vocabulary, names: &mut Names, errors: &mut Vec<PackError>) {
        let path = file.strip_prefix("lexicon/").unwrap_or(file);
        let class = path.split('/').next().unwrap_or(path).trim_end_matches(".tsv");
        let class = names.intern_class(class);
        let name: std::sync::Arc<str> = file.into();
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
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
            let head = value.find(' ').unwrap_or(value.len());
            let label = names.intern_label(&value[..head]);
            let end = End { row: self.rows.len() as u32, class, label, capitals: 0, next: 0 };
            match expand(form) {
                Ok(forms) => forms.iter().for_each(|form| self.insert(form, end, vocabulary)),
                Err(message) => fault(format!("`{form}`: {message}")),
            }
            self.rows.push(Row { class, label, form: form.to_owned(), value: value.to_owned(), file: name.clone(), line: index as u32 + 1, head });
        }
    }

    fn insert(&mut self, form: &str, mut end: End, vocabulary: &mut Vocabulary) {
        let mut node = 0;
        for (index, token) in tokenize(form, &Vocabulary::default()).iter().enumerate() {
            let symbol = vocabulary.intern(token.of(form));
            if token.capital() && index < 32 {
                end.capitals |= 1 << index;
            }
            node = self.child(node, symbol);
        }
        if node != 0 {
            end.next = std::mem::replace(&mut self.nodes[node as usize].end, self.ends.len() as u32);
            self.ends.push(end);
        }
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
