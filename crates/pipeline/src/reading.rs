//! What was read in one article.

use suquan_attribution::Statement;
use suquan_clause::Clauses;
use suquan_commitment::Commitment;
use suquan_event::Event;
use suquan_extract::{Article, PublishedBasis};
use suquan_mention::{Mentions, Names};
use suquan_segment::Text;
use suquan_span::Diagnostic;
use suquan_timex::{ArticleDate, DocumentDate, Expression, Timex};

/// Everything read in one article, each piece with its place in the text.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The article as it came in.
    pub article: Article,
    /// When it was published, as far as known.
    pub published: Option<DocumentDate>,
    /// How that is known.
    pub published_basis: PublishedBasis,
    /// Its date by its own words, however unsure.
    pub own_date: Option<ArticleDate>,
    /// Its tokens, sentences and parts.
    pub text: Text,
    /// Its clauses and quotations.
    pub clauses: Clauses,
    /// Time expressions without the article's date, kept so that they can be resolved again.
    pub expressions: Vec<Expression>,
    /// Names before linking, kept for the same reason.
    pub names: Names,
    /// Time expressions with their values.
    pub times: Vec<Timex>,
    /// Who is mentioned.
    pub mentions: Mentions,
    /// Who said what.
    pub statements: Vec<Statement>,
    /// What happened.
    pub events: Vec<Event>,
    /// What was promised.
    pub commitments: Vec<Commitment>,
    /// What could not be read, by place.
    pub diagnostics: Vec<Diagnostic>,
}
