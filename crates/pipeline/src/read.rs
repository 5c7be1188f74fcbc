//! The way through the rooms.

use std::sync::Arc;

use suquan_actors::Actors;
use suquan_extract::Article;
use suquan_langpack::{Pack, PackError};
use suquan_segment::Text;
use suquan_span::CharIndex;
use suquan_timex::{DocumentDate, Policy};
use {
    suquan_attribution as attribution, suquan_clause as clause, suquan_commitment as commitment, suquan_event as event, suquan_mention as mention,
    suquan_segment as segment, suquan_timex as timex,
};

use crate::Reading;
use crate::published::published;

/// What the caller knows or wants beside the article.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    /// The article's date, learnt elsewhere; used where the article itself says none.
    pub published: Option<DocumentDate>,
    /// Which year a date without one falls in.
    pub policy: Policy,
}

/// A pack with every room's rules compiled: what reading needs, made once.
#[derive(Clone, Debug)]
pub struct Reader {
    pack: Pack,
    actors: Arc<Actors>,
    timex: Arc<timex::Grammar>,
    mention: Arc<mention::Grammar>,
    attribution: Arc<attribution::Grammar>,
    event: Arc<event::Grammar>,
    commitment: Arc<commitment::Grammar>,
}

impl Reader {
    /// Compiles the rules of `pack` for every room.
    ///
    /// # Errors
    /// Every rule that its room does not understand, with file and line.
    pub fn new(pack: Pack) -> Result<Self, Vec<PackError>> {
        Self::with_actors(pack, Arc::new(Actors::embedded()))
    }

    /// The same with another actor list than the one in the binary.
    ///
    /// # Errors
    /// As [`Reader::new`].
    pub fn with_actors(pack: Pack, actors: Arc<Actors>) -> Result<Self, Vec<PackError>> {
        Ok(Self {
            timex: Arc::new(timex::Grammar::new(&pack)?),
            mention: Arc::new(mention::Grammar::new(&pack)?),
            attribution: Arc::new(attribution::Grammar::new(&pack)?),
            event: Arc::new(event::Grammar::new(&pack)?),
            commitment: Arc::new(commitment::Grammar::new(&pack)?),
            actors,
            pack,
        })
    }

    /// The same reader with one rule switched off, for the check that no rule is idle; only the rule's room is compiled again.
    ///
    /// # Errors
    /// Where the room needs that rule to make sense of the others.
    pub fn without(&self, rule: &str) -> Result<Self, Vec<PackError>> {
        let mut reader = self.clone();
        reader.pack = self.pack.without(rule);
        match rule.split('/').next() {
            Some("timex") => reader.timex = Arc::new(timex::Grammar::new(&reader.pack)?),
            Some("mention") => reader.mention = Arc::new(mention::Grammar::new(&reader.pack)?),
            Some("attribution") => reader.attribution = Arc::new(attribution::Grammar::new(&reader.pack)?),
            Some("event") => reader.event = Arc::new(event::Grammar::new(&reader.pack)?),
            Some("commitment") => reader.commitment = Arc::new(commitment::Grammar::new(&reader.pack)?),
            _ => {}
        }
        Ok(reader)
    }

    /// The pack it reads by.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The actor list it links by.
    #[must_use]
    pub fn actors(&self) -> &Actors {
        &self.actors
    }

    /// Reads one article: recognition, which needs no date, then interpretation. An article in another language than the pack's is listed and not read.
    #[must_use]
    pub fn read(&self, article: Article, hints: &Hints) -> Reading {
        if !article.language.is_empty() && article.language != self.pack.manifest().code {
            return listed(article, hints);
        }
        let text = segment::segment(&article.text, &self.pack);
        let clauses = clause::parse(&text, &self.pack);
        let expressions = timex::recognise(&text, &clauses, &self.timex, &self.pack);
        let names = mention::recognise(&text, &clauses, &self.mention, &self.pack);
        let mut diagnostics = article.diagnostics.clone();
        diagnostics.extend(timex::faults(&expressions, &text));
        self.interpret(Reading { article, text, clauses, expressions, names, diagnostics, ..Reading::default() }, hints)
    }

    /// Gives a recognised reading its dates, actors, statements, events and commitments; again, where the article's date has been learnt since.
    #[must_use]
    pub fn interpret(&self, mut reading: Reading, hints: &Hints) -> Reading {
        reading.own_date = timex::article_date(&reading.expressions, &reading.text, &self.timex, &self.pack, &self.actors);
        (reading.published, reading.published_basis) = published(&reading.article, &reading.text, &reading.expressions, reading.own_date.as_ref(), hints);
        let date = reading.published.as_ref().map(|date| date.value.as_str());
        let Reading { text, clauses, .. } = &reading;
        let times = timex::resolve(&reading.expressions, reading.published.as_ref(), hints.policy);
        let mentions = mention::link(&reading.names, text, clauses, &self.mention, &self.pack, &self.actors, date);
        let statements = attribution::read(text, clauses, &times, &mentions, &self.attribution, &self.pack);
        let events = event::read(text, clauses, &times, &mentions, &statements, &self.event, &self.pack, date);
        let commitments = commitment::read(text, clauses, &times, &mentions, &statements, &events, &self.commitment, &self.pack);
        Reading { times, mentions, statements, events, commitments, ..reading }
    }
}

/// An article without a reading.
fn listed(article: Article, hints: &Hints) -> Reading {
    let text = Text { chars: CharIndex::new(&article.text), source: article.text.clone(), ..Text::default() };
    let (published, published_basis) = published(&article, &text, &[], None, hints);
    Reading { published, published_basis, text, diagnostics: article.diagnostics.clone(), article, ..Reading::default() }
}
