//! Parties as they stand in the sentence: referring expressions with the nouns before them, joined where they act together.

use suquan_mention::{EntityId, PartyKind, PhraseKind};
use suquan_span::{ByteSpan, TokenSpan};

use crate::scene::Scene;
use crate::trigger::is_report;

/// How a party stands to the act, by the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// With whom.
    With,
    /// For whom.
    To,
    /// Whither.
    Toward,
    /// Where.
    At,
    /// Between whom.
    Between,
    /// Whose.
    Of,
    /// From whom or whence.
    From,
    /// By whom.
    By,
    /// Against whom.
    Against,
    /// About what.
    About,
    /// According to whom.
    Source,
    /// Any other.
    Other,
}

/// One party of a unit and the words that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub entity: EntityId,
    /// The words.
    pub span: ByteSpan,
}

/// Parties that fill one place of an act.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The words, common nouns before the name included.
    pub tokens: TokenSpan,
    /// The word before that gives the case, if any.
    pub case: Option<Case>,
    /// Who.
    pub members: Vec<Member>,
    /// The label of the common noun before the name, such as `thing`.
    pub head: Option<String>,
    /// Whether it points back without a name of its own.
    pub anaphor: bool,
}

/// How many common nouns are taken before a name, and how many parties are joined.
const HEADS: usize = 4;
const JOINED: usize = 12;

/// Reads the units of a text, by start; they do not overlap.
pub(crate) fn units(scene: &Scene<'_>) -> Vec<Unit> {
    // The outlet in a tag and the place in a date line stand before the report and act in none of it.
    let told = scene.mentions.phrases.iter().filter(|phrase| is_report(scene, phrase.tokens));
    let mut singles: Vec<Unit> = Vec::with_capacity(scene.mentions.phrases.len());
    for unit in told.map(|phrase| single(scene, phrase)).filter(|unit| !unit.members.is_empty()) {
        match singles.last_mut() {
            // The short form in brackets belongs to the name before it.
            Some(last) if is_short_form(scene, last, &unit) => last.tokens.end = unit.tokens.end + 1,
            _ => singles.push(unit),
        }
    }
    let mut joined: Vec<Unit> = Vec::with_capacity(singles.len());
    let mut at = 0;
    while at < singles.len() {
        let taken = chain(scene, &singles[at..]);
        let mut unit = singles[at].clone();
        for next in &singles[at + 1..at + taken] {
            unit.tokens = unit.tokens.cover(next.tokens);
            for member in &next.members {
                if unit.members.iter().all(|known| known.entity != member.entity) {
                    unit.members.push(member.clone());
                }
            }
        }
        joined.push(unit);
        at += taken;
    }
    joined
}

fn single(scene: &Scene<'_>, phrase: &suquan_mention::Phrase) -> Unit {
    let mut tokens = phrase.tokens;
    let mut head = None;
    let floor = scene.text.sentence(tokens.start).start;
    for _ in 0..HEADS {
        let Some(hit) = scene.class_before(tokens.start, scene.classes.np_head).filter(|hit| hit.span.start >= floor) else { break };
        head.get_or_insert_with(|| scene.pack.row(hit).head().to_owned());
        tokens.start = hit.span.start;
    }
    let mut case = scene.case_before(tokens.start).filter(|hit| hit.span.start >= floor).map(|hit| case(scene.pack.row(hit).head()));
    if in_brackets(scene, tokens.start) {
        case = Some(Case::Other);
    }
    if case == Some(Case::Other) && scene.pack_word_is_party(tokens.start) {
        case = None;
    }
    let entity = scene.mentions.entity(phrase.entity);
    // `the opposition in B`, where the article names its party
    let against = entity.kind == PartyKind::Country && scene.class_in(TokenSpan::new(tokens.start, phrase.tokens.start), scene.classes.opposition).is_some();
    let members = match entity.kind {
        _ if against && scene.opposition.is_some() => scene.opposition.map(|entity| Member { entity, span: scene.text.bytes(tokens) }).into_iter().collect(),
        PartyKind::Group if !entity.members.is_empty() => entity.members.iter().map(|&entity| Member { entity, span: phrase.span }).collect(),
        _ => vec![Member { entity: phrase.entity, span: phrase.span }],
    };
    let anaphor = matches!(phrase.kind, PhraseKind::Anaphor) || matches!(phrase.kind, PhraseKind::Group) && !entity.members.is_empty();
    Unit { tokens, case, members, head, anaphor }
}

/// Whether a unit is the same party again, in brackets right behind.
fn is_short_form(scene: &Scene<'_>, left: &Unit, right: &Unit) -> bool {
    let bracketed = right.tokens.start == left.tokens.end + 1 && scene.word(left.tokens.end) == "(" && scene.word(right.tokens.end) == ")";
    bracketed && left.members.len() == 1 && left.members[0].entity == right.members[0].entity
}

/// Whether the word before is an opening bracket: what stands there explains and takes no part.
fn in_brackets(scene: &Scene<'_>, start: u32) -> bool {
    let before = |back: u32| start.checked_sub(back).map_or("", |at| scene.word(at));
    before(1) == "(" || before(3) == "(" && before(1) == ":"
}

pub(crate) fn case(label: &str) -> Case {
    match label {
        "with" => Case::With,
        "to" => Case::To,
        "toward" => Case::Toward,
        "at" | "in" => Case::At,
        "between" => Case::Between,
        "of" => Case::Of,
        "from" => Case::From,
        "by" => Case::By,
        "against" => Case::Against,
        "about" => Case::About,
        "source" => Case::Source,
        _ => Case::Other,
    }
}

/// How a unit is tied to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    None,
    Comma,
    And,
}

/// How many of `units` from the first on act together: joined by `and` or a dash, or in a list that ends so.
fn chain(scene: &Scene<'_>, units: &[Unit]) -> usize {
    let mut taken = 1;
    for at in 1..units.len().min(JOINED) {
        match link(scene, &units[at - 1], &units[at], units[0].case) {
            Link::None => break,
            // Three states or more in a row are a list without `and` before the last.
            Link::Comma if at >= 2 && units[..=at].iter().all(|unit| is_state(scene, unit)) => taken = at + 1,
            Link::Comma => {}
            Link::And => taken = at + 1,
        }
    }
    taken
}

fn is_state(scene: &Scene<'_>, unit: &Unit) -> bool {
    unit.members.iter().all(|member| scene.mentions.entity(member.entity).kind == PartyKind::Country)
}

fn link(scene: &Scene<'_>, left: &Unit, right: &Unit, case: Option<Case>) -> Link {
    let between = TokenSpan::new(left.tokens.end, right.tokens.start);
    if between.len() > 2 || right.tokens.start < left.tokens.end || left.members[0].entity == right.members[0].entity {
        return Link::None;
    }
    let mut at = between.start;
    let mut comma = false;
    if !between.is_empty() && scene.word(at) == "," {
        comma = true;
        at += 1;
    }
    let rest = TokenSpan::new(at, between.end);
    if rest.is_empty() {
        return if comma && right.case.is_none() { Link::Comma } else { Link::None };
    }
    let sign = rest.len() == 1 && matches!(scene.word(at), "-" | "–" | "—" | "/");
    if sign && !comma {
        return Link::And;
    }
    // The joining words may end with one that also opens the common noun before a name (`but all of`).
    let fills = |end: u32| end == rest.end || end > rest.end && end < right.tokens.end;
    let and = scene.text.hits.at(at as usize).iter().any(|hit| Some(hit.class) == scene.classes.coordinator && fills(hit.span.end));
    // `… with the US, and China will …`: what follows has a verb of its own.
    let opens_clause = case.is_some_and(|case| case != Case::Between) && scene.starts_verb_group(right.tokens.end);
    if and && !opens_clause { Link::And } else { Link::None }
}
