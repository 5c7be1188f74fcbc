//! Recognition of names, without a date.

use suquan_clause::Clauses;
use suquan_langpack::Pack;
use suquan_pattern::Hits;
use suquan_segment::Text;
use suquan_span::TokenSpan;

use crate::draft::{Title, Why};
use crate::run::Runs;
use crate::{Grammar, MentionType, agree, evidence, scan, shape, tag};

/// Names found, before they are linked.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// By start; flat.
    pub(crate) names: Vec<Name>,
    /// Titles and forms of address, by start.
    pub(crate) titles: Vec<Title>,
}

/// A name of a settled type.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) tokens: TokenSpan,
    pub(crate) kind: MentionType,
    /// The lexicon row that names it, perhaps with a head before it.
    pub(crate) row: Option<u32>,
    /// The rule or method that settled it.
    pub(crate) why: Why,
}

/// Finds the names of a text.
#[must_use]
pub fn recognise(text: &Text, clauses: &Clauses, grammar: &Grammar, pack: &Pack) -> Names {
    let _ = (clauses, pack);
    let hits: [&Hits; 1] = [&text.hits];
    let input = text.input(&hits);
    let shapes = shape::shapes(input, &grammar.syllables);
    let runs = Runs { input, shapes: &shapes, lists: &grammar.lists, hits: &text.hits };
    let mut scanned = scan::scan(runs);
    tag::tags(&mut scanned.drafts, text, runs);
    evidence::weigh(&mut scanned.drafts, input, grammar);
    agree::agree(&mut scanned.drafts, input, &text.hits, &grammar.lists);
    let name = |draft: crate::draft::Draft| draft.best().map(|kind| Name { tokens: draft.tokens, kind, row: draft.row, why: draft.reason(kind) });
    Names { names: scanned.drafts.into_iter().filter_map(name).collect(), titles: scanned.titles }
}

impl Names {
    /// The name that starts at a token.
    pub(crate) fn starting_at(&self, token: u32) -> Option<usize> {
        self.names.binary_search_by_key(&token, |name| name.tokens.start).ok()
    }

    /// The name that ends just before a token.
    pub(crate) fn ending_at(&self, token: u32) -> Option<usize> {
        self.names.binary_search_by_key(&token, |name| name.tokens.end).ok()
    }

    /// The title that starts at a token.
    pub(crate) fn title_at(&self, token: u32) -> Option<usize> {
        self.titles.binary_search_by_key(&token, |title| title.tokens.start).ok()
    }

    /// Spans and types, for tests and benchmarks of recognition alone.
    pub fn spans(&self) -> impl Iterator<Item = (TokenSpan, MentionType)> {
        self.names.iter().map(|name| (name.tokens, name.kind))
    }
}

impl Name {
    /// The name of what settled it.
    pub(crate) fn rule(&self, grammar: &Grammar) -> String {
        match self.why {
            Why::Method(name) => format!("mention/{name}"),
            Why::Rule(index) => grammar.rules.rules[index].id.clone(),
        }
    }
}
