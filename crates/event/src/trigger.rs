//! Finding the words that name acts.

use suquan_clause::VerbGroup;
use suquan_pattern::Hit;
use suquan_segment::Role;
use suquan_span::TokenSpan;

use crate::Grammar;
use crate::entry::Entry;
use crate::scene::Scene;

/// Words between two joined nouns of acts at most.
const JOINED: u32 = 5;

/// Words that name an act, with what stands around them.
#[derive(Clone, Debug)]
pub(crate) struct Trigger<'g> {
    /// The words, the noun maker (`cuộc`) and light verb (`có`) outside.
    pub words: TokenSpan,
    /// The words with them.
    pub whole: TokenSpan,
    /// Where the rule begins to match, before the act where it sees more than its words.
    pub from: u32,
    /// What they mean.
    pub entry: &'g Entry,
    /// The row or rule.
    pub rule: String,
    /// Whether they stand as a noun.
    pub noun: bool,
    /// Whether a light verb makes a predicate of the noun.
    pub predicate: bool,
    /// Whether the noun stands for several acts.
    pub many: bool,
    /// Tense, modality, polarity and voice.
    pub group: VerbGroup,
}

impl Trigger<'_> {
    /// Where the predicate starts, its marks included: what stands before is the subject's side.
    pub fn head(&self) -> u32 {
        self.group.marks.start.min(self.whole.start)
    }
}

/// One candidate before overlaps are settled.
struct Candidate<'g> {
    span: TokenSpan,
    from: u32,
    entry: &'g Entry,
    rule: Rule<'g>,
}

/// What found a candidate; a pattern sees more than a row of the same length.
#[derive(Clone, Copy, Debug)]
enum Rule<'g> {
    /// The rule of that id.
    Pattern(&'g str),
    /// The row of that number.
    Row(u32),
}

impl Rule<'_> {
    fn id(self, scene: &Scene<'_>) -> String {
        match self {
            Self::Pattern(id) => id.to_owned(),
            Self::Row(number) => {
                let row = scene.pack.lexicon().row(number);
                format!("{}:{}", row.file(), row.line)
            }
        }
    }
}

/// An anniversary: where it ends, how many years it counts, and the rule.
pub(crate) struct Anniversary<'g> {
    pub span: TokenSpan,
    pub years: i32,
    pub rule: &'g str,
}

/// The acts named in a text and its anniversaries, by start; of acts that overlap the first and longest.
pub(crate) fn triggers<'g>(scene: &Scene<'_>, grammar: &'g Grammar) -> (Vec<Trigger<'g>>, Vec<Anniversary<'g>>) {
    let (mut candidates, anniversaries) = candidates(scene, grammar);
    candidates.sort_by_key(|found| (found.span.start, std::cmp::Reverse(found.span.end), matches!(found.rule, Rule::Row(_))));
    let mut found = Vec::new();
    let mut free = 0;
    for candidate in candidates {
        if candidate.span.start < free {
            continue;
        }
        free = candidate.span.end;
        if candidate.entry.kind.is_some() && is_report(scene, candidate.span) {
            let mut next = trigger(scene, candidate);
            next.noun |= found.last().is_some_and(|last| continues_noun(scene, last, &next));
            found.push(next);
        }
    }
    (found, anniversaries)
}

/// Whether a word joined to a noun of the same kind of act is a noun too (`acts of spying on letters and listening in on calls`).
fn continues_noun(scene: &Scene<'_>, last: &Trigger<'_>, next: &Trigger<'_>) -> bool {
    let near = next.words.start <= last.words.end + JOINED && scene.clause(last.words.start).contains(next.words);
    let joined = || scene.class_before(next.words.start, scene.classes.coordinator).is_some();
    last.noun && last.entry.kind == next.entry.kind && near && next.group.marks.is_empty() && joined()
}

fn candidates<'g>(scene: &Scene<'_>, grammar: &'g Grammar) -> (Vec<Candidate<'g>>, Vec<Anniversary<'g>>) {
    let (mut found, mut anniversaries) = (Vec::new(), Vec::new());
    if let Some(class) = scene.classes.event {
        for hit in scene.text.hits.all().iter().filter(|hit| hit.class == class) {
            let Some(entry) = grammar.row_entry(hit.payload) else { continue };
            found.push(Candidate { span: hit.span, from: hit.span.start, entry, rule: Rule::Row(hit.payload) });
        }
    }
    let hits = [&scene.text.hits];
    for matched in grammar.rules.set.matches(scene.text.input(&hits)) {
        if grammar.entries[matched.rule].anniversary {
            let years = grammar.rules.set.capture(&matched, "years").and_then(|years| scene.text.words(years).parse().ok());
            anniversaries.extend(years.map(|years| Anniversary { span: matched.span, years, rule: &grammar.rules.rules[matched.rule].id }));
            continue;
        }
        let span = grammar.rules.set.capture(&matched, "act").unwrap_or(matched.span);
        found.push(Candidate {
            span,
            from: matched.span.start,
            entry: &grammar.entries[matched.rule],
            rule: Rule::Pattern(&grammar.rules.rules[matched.rule].id),
        });
    }
    // Words inside a name or a date are no act.
    found.retain(|candidate| !inside_name(scene, candidate.span));
    (found, anniversaries)
}

pub(crate) fn inside_name(scene: &Scene<'_>, span: TokenSpan) -> bool {
    let upto = scene.mentions.mentions.partition_point(|mention| mention.tokens.start < span.end);
    scene.mentions.mentions[..upto].last().is_some_and(|mention| mention.tokens.end > span.start && mention.tokens.start <= span.start)
}

/// Whether events and their parties are read from the part of the article that holds `span`.
pub(crate) fn is_report(scene: &Scene<'_>, span: TokenSpan) -> bool {
    let at = scene.text.bytes(span).start;
    !matches!(scene.text.role(at), Role::Teaser | Role::Byline | Role::Signature | Role::Dateline | Role::Tag)
}

fn trigger<'g>(scene: &Scene<'_>, candidate: Candidate<'g>) -> Trigger<'g> {
    let words = candidate.span;
    let mut whole = words;
    let mut noun = candidate.entry.noun;
    let (mut many, mut predicate) = (false, false);
    let floor = scene.text.sentence(words.start).start;
    // `was accused of having …`: what can be a noun is a verb behind the mark of a passive.
    let verb = |start: u32| {
        let passive = scene.class_before(start, scene.classes.aux).is_some_and(|mark| scene.label(mark) == "passive");
        passive && scene.class_at(start, scene.classes.event).is_some()
    };
    if let Some(hit) = scene.class_before(words.start, scene.classes.nominal).filter(|hit| hit.span.start >= floor && !verb(hit.span.start)) {
        noun = true;
        many = scene.label(hit) == "many";
        whole.start = hit.span.start;
    }
    // Behind a word of case (`over allegations`) a verb's form is a noun; one that is a mark of the verb too (`together`) is that.
    let marked = scene.class_before(words.start, scene.classes.aux).is_some();
    let cased = |hit: &Hit| hit.span.start >= floor && !marked && !matches!(scene.label(hit), "toward" | "to" | "party" | "at");
    noun |= scene.case_before(words.start).is_some_and(cased);
    // A verb of carrying out makes a noun of the next (`resume negotiating`).
    noun |= scene.class_before(words.start, scene.classes.light).is_some_and(|hit| hit.span.start >= floor && scene.pack.row(hit).has("verbal"));
    let mut group = scene.clauses.verb_group(whole.start);
    if noun {
        if let Some(light) = scene.class_before(whole.start, scene.classes.light).filter(|hit| hit.span.start >= floor && scene.label(hit) == "act") {
            predicate = true;
            whole.start = light.span.start;
            group = scene.clauses.verb_group(whole.start);
        } else if let Some(head) = happens(scene, words) {
            group = scene.clauses.verb_group(head);
        }
    }
    Trigger { words, whole, from: candidate.from, entry: candidate.entry, rule: candidate.rule.id(scene), noun, predicate, many, group }
}

/// Where the verb starts that says of the noun before it that it takes place, within the clause.
pub(crate) fn happens(scene: &Scene<'_>, words: TokenSpan) -> Option<u32> {
    let clause = scene.clause_of_noun(words.start);
    let after = TokenSpan::new(words.end, clause.end.min(words.end + 24));
    let class = scene.classes.light?;
    after.indices().find_map(|at| scene.text.hits.class_at(at, class).filter(|hit| scene.label(hit) == "happen").map(|hit| hit.span.start))
}
