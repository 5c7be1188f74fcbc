//! The words that make a promise.

use suquan_clause::{Modality, Polarity, Tense, Voice};
use suquan_event::Scene;
use suquan_segment::Role;
use suquan_span::TokenSpan;

use crate::{CommitmentStatus, Grammar};

/// What a row or rule says of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    /// How far the promise has come; `None` for words that look like one and are none.
    pub status: Option<CommitmentStatus>,
    /// The words are a noun; their owner promises.
    pub noun: bool,
    /// The words belong to the content.
    pub inside: bool,
    /// The words count only as a verb: not after a noun maker.
    pub verb: bool,
    /// The words promise only on a condition; without one they tell a mood.
    pub only_if: bool,
    /// Where nothing stands behind the words, what they accept stands before them (`A invited B to Rome and B has agreed`).
    pub back: bool,
}

impl Cue {
    /// Reads `promised noun`, `considered`, `fulfilled inside`, `-` and the like.
    pub fn parse(value: &str) -> Result<Self, String> {
        let mut words = value.split(' ');
        let status = match words.next().unwrap_or("") {
            "promised" => Some(CommitmentStatus::Promised),
            "considered" => Some(CommitmentStatus::Considered),
            "fulfilled" => Some(CommitmentStatus::Fulfilled),
            "withdrawn" => Some(CommitmentStatus::Withdrawn),
            "-" => None,
            other => return Err(format!("`{other}` is none of promised, considered, fulfilled, withdrawn, -")),
        };
        let mut cue = Self { status, noun: false, inside: false, verb: false, only_if: false, back: false };
        for word in words {
            match word {
                "noun" => cue.noun = true,
                "inside" => cue.inside = true,
                "verb" => cue.verb = true,
                "if" => cue.only_if = true,
                "back" => cue.back = true,
                other => return Err(format!("`{other}` is none of noun, inside, verb, if, back")),
            }
        }
        Ok(cue)
    }
}

/// Words that bind somebody, found in a text.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub words: TokenSpan,
    /// Where the predicate starts, its marks included.
    pub head: u32,
    pub cue: Cue,
    pub rule: String,
}

/// Every cue of a text, by start; of overlapping ones the first and longest.
pub(crate) fn cues(scene: &Scene<'_>, grammar: &Grammar) -> Vec<Found> {
    let mut all: Vec<(TokenSpan, Cue, String, bool)> = Vec::new();
    if let Some(class) = scene.pack.class("commitment") {
        for hit in scene.text.hits.all().iter().filter(|hit| hit.class == class) {
            let row = scene.pack.row(hit);
            // A grammar is only made of rows that parse.
            let Ok(cue) = Cue::parse(row.value()) else { continue };
            all.push((hit.span, cue, format!("{}:{}", row.file(), row.line), false));
        }
    }
    let hits = [&scene.text.hits];
    for matched in grammar.rules.set.matches(scene.text.input(&hits)) {
        let span = grammar.rules.set.capture(&matched, "cue").unwrap_or(matched.span);
        all.push((span, grammar.cues[matched.rule], grammar.rules.rules[matched.rule].id.clone(), false));
    }
    if let Some(class) = scene.classes.aux {
        let will = Cue { status: Some(CommitmentStatus::Promised), noun: false, inside: true, verb: false, only_if: false, back: false };
        for hit in scene.text.hits.all().iter().filter(|hit| hit.class == class && scene.label(hit) == "future") {
            let row = scene.pack.row(hit);
            all.push((hit.span, will, format!("{}:{}", row.file(), row.line), true));
        }
    }
    all.sort_by_key(|(span, _, _, future)| (span.start, std::cmp::Reverse(span.end), *future));
    let mut found = Vec::new();
    let mut free = 0;
    for (words, cue, rule, future) in all {
        if words.start < free {
            continue;
        }
        free = words.end;
        if let Some(one) = found_cue(scene, words, cue, rule, future) {
            found.push(one);
        }
    }
    found
}

/// The cue at `words`, unless what stands around it makes it none.
fn found_cue(scene: &Scene<'_>, words: TokenSpan, cue: Cue, rule: String, future: bool) -> Option<Found> {
    cue.status?;
    if in_name(scene, words) {
        return None;
    }
    let role = scene.text.role(scene.text.bytes(words).start);
    if matches!(role, Role::Teaser | Role::Byline | Role::Signature | Role::Dateline | Role::Tag) {
        return None;
    }
    let nominal = scene.class_before(words.start, scene.classes.nominal).is_some();
    if nominal && cue.verb {
        return None;
    }
    let group = scene.clauses.verb_group(words.start);
    let denied = group.polarity != Polarity::Positive || group.voice == Voice::Passive;
    let open = matches!(group.modality, Modality::Possible | Modality::Desired | Modality::Necessary);
    // Who has to weigh something weighs it.
    let weighs = cue.status == Some(CommitmentStatus::Considered) && group.modality == Modality::Necessary;
    if !cue.noun && (denied || open && !weighs) {
        return None;
    }
    if future {
        let verb = after_marks(scene, words.end);
        let predictive = scene.pack.class("predictive");
        if scene.class_at(verb, predictive).is_some() || scene.class_at(words.end, predictive).is_some() || verb >= scene.text.sentence(words.start).end {
            return None;
        }
    }
    if is_wish(scene, words.start) {
        return None;
    }
    let head = if group.tense == Tense::Unmarked && group.marks.is_empty() { words.start } else { group.marks.start };
    Some(Found { words, head, cue, rule })
}

/// Whether the words are part of a name.
fn in_name(scene: &Scene<'_>, words: TokenSpan) -> bool {
    let upto = scene.mentions.mentions.partition_point(|mention| mention.tokens.start < words.end);
    scene.mentions.mentions[..upto].last().is_some_and(|mention| mention.tokens.overlaps(words))
}

/// Whether the clause only hopes or asks for it.
fn is_wish(scene: &Scene<'_>, head: u32) -> bool {
    let clause = scene.clause(head);
    let span = TokenSpan::new(clause.start.max(head.saturating_sub(12)), head);
    scene.class_in(span, scene.classes.factuality).is_some_and(|hit| scene.label(hit) == "unreal")
}

/// The first token at or after `at` that is no mark of a verb group.
fn after_marks(scene: &Scene<'_>, mut at: u32) -> u32 {
    for _ in 0..4 {
        match scene.class_at(at, scene.classes.aux) {
            Some(hit) if scene.label(hit) != "passive" => at = hit.span.end,
            _ => break,
        }
    }
    at
}
