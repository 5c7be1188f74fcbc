//! Recognition: which words are a time, and what they say without a date to count from.

use std::sync::Arc;

use suquan_clause::Clauses;
use suquan_langpack::{Pack, PackError};
use suquan_pattern::{ClassId, Hit, Hits};
use suquan_segment::Text;
use suquan_span::{ByteSpan, Diagnostic, TokenSpan};
use suquan_token::{Kind, Token};

use crate::anniversary::Lists;
use crate::check::fault;
use crate::fields::{Fields, Look, Role};
use crate::layer::Layers;
use crate::piece::{Piece, Reader};
use crate::rules::{CUE, TimeRules};
use crate::zone::zone;

/// A time expression as the text has it, not yet placed on the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its tokens.
    pub tokens: TokenSpan,
    /// Its bytes in the article's text.
    pub span: ByteSpan,
    /// What its words say.
    pub fields: Fields,
    /// Where the tense and modality of its clause let it lie; `Open` where they say nothing.
    pub leaning: Look,
    /// The index of its sentence.
    pub sentence: u32,
    /// The time zone that stands by it, see [`Timex::zone`](crate::Timex::zone).
    pub zone: Option<Arc<str>>,
    /// The rule that read it.
    pub rule: Arc<str>,
    /// The code of a diagnostic, where no calendar or clock has such a time: then it gets no value.
    pub fault: Option<&'static str>,
}

/// Finds the time expressions of a text, by start, without overlaps.
#[must_use]
pub fn recognise(text: &Text, clauses: &Clauses, grammar: &Grammar, pack: &Pack) -> Vec<Expression> {
    grammar.recognise(text, clauses, pack)
}

/// What stands in the text as a time and cannot be one, such as 31 February.
#[must_use]
pub fn faults(expressions: &[Expression], text: &Text) -> Vec<Diagnostic> {
    let fault = |e: &Expression| Some(Diagnostic::warning(e.fault?, Some(e.span), e.span.of(&text.source)));
    expressions.iter().filter_map(fault).collect()
}

/// The rules of one pack, compiled: it reads any number of texts.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    rules: TimeRules,
    layers: Layers,
    cue: Option<ClassId>,
    /// The list of verb group marks, with its labels that look back and ahead.
    aux: Option<ClassId>,
    /// The list of words that look ahead without being marks of a verb: invitations, plans, deadlines.
    prospect: Option<ClassId>,
    /// The list of words that report speech.
    report: Option<ClassId>,
    /// The list of words that announce a date line.
    pub(crate) dateline: Option<ClassId>,
    pub(crate) anniversary: Lists,
    /// The list of time zones.
    zone: Option<ClassId>,
}

/// How many tokens before a piece a join may begin: as many as a list of days has.
const REACH: usize = 12;
/// How far from an expression the verb group that bears on it is sought, in tokens.
const CLAUSE: usize = 30;
/// How many tokens may stand before a date that opens its sentence: a bracketed tag, a preposition.
const OPENING: u32 = 4;

/// The least tokens of a chain of numbers that is no time: ten numbers with the signs between.
const CHAIN: usize = 19;

impl Grammar {
    /// Compiles the rules and lists of times in `pack`.
    ///
    /// # Errors
    /// Every rule or row whose value is not in the value language (see [`Fields`]).
    pub fn new(pack: &Pack) -> Result<Self, Vec<PackError>> {
        Ok(Self {
            rules: TimeRules::compile(pack)?,
            layers: Layers::new(pack),
            cue: pack.class(CUE),
            aux: pack.class("aux"),
            prospect: pack.class("prospect"),
            report: pack.class("cue"),
            dateline: pack.class("dateline-cue"),
            anniversary: Lists::new(pack),
            zone: pack.class("clock-zone"),
        })
    }

    fn recognise(&self, text: &Text, clauses: &Clauses, pack: &Pack) -> Vec<Expression> {
        let none = Hits::default();
        let lists = [&text.hits];
        let atoms = self.rules.atoms.0.matches_at(text.input(&lists), outside_chains(&text.tokens));
        let reader = Reader { rules: &self.rules, text, pieces: &[], hits: &none };
        let pieces = reader.select(&self.rules.atoms, &atoms);
        let pieces = self.join(text, pieces, |_| true);
        // Again, so that a list can be completed by what the first round has put together.
        let pieces = if pieces.iter().any(|piece| piece.joined) { self.join(text, pieces, |piece| piece.joined) } else { pieces };
        let mut expressions = Vec::new();
        for mut piece in pieces.into_iter().filter(|piece| piece.alone) {
            let span = text.bytes(piece.tokens);
            if let Some(cue) = self.cue_before(text, piece.tokens.start) {
                if piece.fields.look == Look::Open {
                    piece.fields.look = cue.look;
                }
                piece.fields.modifier = piece.fields.modifier.or(cue.modifier);
            }
            expressions.push(Expression {
                tokens: piece.tokens,
                span,
                leaning: self.leaning(text, clauses, pack, piece.tokens),
                sentence: text.sentence_at(piece.tokens.start) as u32,
                zone: if piece.fields.role == Role::Date { zone(piece.tokens, text, pack, self.zone) } else { None },
                rule: self.rules.rules[piece.rule].id.clone(),
                fault: fault(&piece.fields),
                fields: piece.fields,
            });
        }
        expressions
    }

    /// Joins neighbouring pieces into one expression, and completes the members of lists; only where a piece that is `wanted` can take part.
    fn join(&self, text: &Text, pieces: Vec<Piece>, wanted: impl Fn(&Piece) -> bool) -> Vec<Piece> {
        let hits = self.layers.hits(&pieces, text.tokens.len());
        let mut starts: Vec<usize> = Vec::with_capacity(pieces.len() * 4);
        for piece in pieces.iter().filter(|piece| wanted(piece)) {
            let start = piece.tokens.start as usize;
            let from = starts.last().map_or(0, |last| last + 1).max(start.saturating_sub(REACH));
            starts.extend(from..=start);
        }
        let both = [&text.hits, &hits];
        let matches = self.rules.joins.0.matches_at(text.input(&both), starts);
        let reader = Reader { rules: &self.rules, text, pieces: &pieces, hits: &hits };
        let joined = reader.select(&self.rules.joins, &matches);
        let mut found = Vec::with_capacity(pieces.len());
        let mut next = joined.into_iter().peekable();
        for piece in pieces {
            while let Some(join) = next.next_if(|join| join.tokens.start <= piece.tokens.start) {
                found.push(join);
            }
            let covered = |other: &Piece| other.tokens.overlaps(piece.tokens);
            if !found.last().is_some_and(covered) && !next.peek().is_some_and(covered) {
                found.push(piece);
            }
        }
        found.extend(next);
        found
    }

    /// What the cue word just before an expression says.
    fn cue_before(&self, text: &Text, start: u32) -> Option<&Fields> {
        let class = self.cue?;
        let ends_here = |hit: &&Hit| hit.class == class && hit.span.end == start;
        let hit = (1..=4).find_map(|back| text.hits.at((start as usize).checked_sub(back)?).iter().find(ends_here))?;
        self.rules.rows.get(&hit.payload)
    }

    /// Where the verb group that bears on the expression lets it lie: the nearest mark before it in its clause, else the next one behind it. What is marked
    /// behind a word that reports is in what is said: `Tối thứ bảy, ông tuyên bố bầu cử sẽ lùi lại` was on the last Saturday.
    fn leaning(&self, text: &Text, clauses: &Clauses, pack: &Pack, tokens: TokenSpan) -> Look {
        let Some(class) = self.aux else { return Look::Open };
        let look = |at: usize| {
            text.hits.at(at).iter().find_map(|hit| {
                let ahead = || (Some(hit.class) == self.prospect).then_some(Look::Ahead);
                if hit.class == class { lean(pack.row(hit).head()) } else { ahead() }
            })
        };
        let from = clauses.clause(tokens.start).map_or(tokens.start, |clause| clause.tokens.start).max(tokens.start.saturating_sub(CLAUSE as u32));
        // Only a date that opens its sentence is spoken of by the clause behind it.
        let sentence = text.sentence(tokens.start);
        let own = clauses.clause(tokens.start).map_or(tokens.end, |clause| clause.tokens.end);
        let to = if tokens.start <= sentence.start + OPENING { sentence.end } else { own }.min(tokens.end.saturating_add(CLAUSE as u32));
        let before = (from..tokens.start).rev().find_map(|at| look(at as usize));
        let reports = |at: usize| self.report.is_some_and(|class| text.hits.class_at(at, class).is_some());
        let behind = || (tokens.end..to).map(|at| at as usize).map(|at| (look(at), reports(at))).find(|(look, reports)| look.is_some() || *reports)?.0;
        before.or_else(behind).unwrap_or_default()
    }
}

/// The tokens at which a time may begin: those outside of chains of more numbers, each glued to the next by a sign, than any date, clock or list of days has.
fn outside_chains(tokens: &[Token]) -> Vec<usize> {
    let glued = |at: usize, kind: Kind| tokens.get(at).is_some_and(|token| token.kind == kind && !token.spaced());
    let mut starts = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at + 1;
        if tokens[at].kind == Kind::Number {
            while glued(end, Kind::Sign) && glued(end + 1, Kind::Number) {
                end += 2;
            }
        }
        if end - at < CHAIN {
            starts.extend(at..end);
        }
        at = end;
    }
    starts
}

/// Where a mark of the verb group lets a date lie.
fn lean(label: &str) -> Option<Look> {
    match label {
        "past" | "recent" => Some(Look::Back),
        "future" | "planned" | "necessary" | "possible" | "desired" => Some(Look::Ahead),
        _ => None,
    }
}
