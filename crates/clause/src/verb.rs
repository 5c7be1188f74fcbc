//! Verb groups: the marks of tense, modality, polarity and voice before a verb.

use suquan_langpack::Pack;
use suquan_segment::Text;
use suquan_span::TokenSpan;

/// When the act lies, by the mark before the verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// No mark: Vietnamese leaves it to the context.
    #[default]
    Unmarked,
    /// Done.
    Past,
    /// Just done.
    Recent,
    /// Going on.
    Ongoing,
    /// To come.
    Future,
}

/// How the act is put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Modality {
    /// As a fact.
    #[default]
    Fact,
    /// As planned or expected.
    Planned,
    /// As possible.
    Possible,
    /// As wished or intended.
    Desired,
    /// As due.
    Necessary,
}

/// Whether the act is denied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Polarity {
    /// It is asserted.
    #[default]
    Positive,
    /// It has not happened yet.
    NotYet,
    /// It is denied.
    Negative,
}

/// Who does what to whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// The subject acts.
    #[default]
    Active,
    /// The subject is acted upon.
    Passive,
}

/// What stands before a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerbGroup {
    /// The marks, without the verb; empty where there are none.
    pub marks: TokenSpan,
    /// When.
    pub tense: Tense,
    /// How.
    pub modality: Modality,
    /// Whether.
    pub polarity: Polarity,
    /// Who to whom.
    pub voice: Voice,
}

/// The list row that ends just before a token: where it starts, and what it says.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Aux {
    None,
    /// A word that only ends like a mark; it ends the group.
    Word,
    Mark {
        start: u32,
        mark: Mark,
    },
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Mark {
    Tense(Tense),
    Modality(Modality),
    Polarity(Polarity),
    Voice(Voice),
    /// An adverb that may stand among the marks and says nothing here.
    Adverb,
}

/// How many marks a group has at most.
const LIMIT: usize = 6;

/// The mark that ends before each token, the longest where several do.
pub(crate) fn aux(text: &Text, pack: &Pack) -> Vec<Aux> {
    let mut found = vec![Aux::None; text.tokens.len() + 1];
    let Some(class) = pack.class("aux") else { return found };
    for hit in text.hits.all().iter().filter(|hit| hit.class == class) {
        let label = pack.row(hit).head();
        let slot = &mut found[hit.span.end as usize];
        if matches!(slot, Aux::None) {
            *slot = match mark(label) {
                Some(mark) => Aux::Mark { start: hit.span.start, mark },
                None if label == "word" => Aux::Word,
                None => Aux::None,
            };
        }
    }
    found
}

/// The group before the verb at `head`: the nearest mark of each kind.
pub(crate) fn group(aux: &[Aux], head: u32) -> VerbGroup {
    let mut group = VerbGroup { marks: TokenSpan::new(head, head), ..VerbGroup::default() };
    for _ in 0..LIMIT {
        let Some(&Aux::Mark { start, mark }) = aux.get(group.marks.start as usize) else { break };
        group.marks.start = start;
        match mark {
            Mark::Tense(tense) if group.tense == Tense::Unmarked => group.tense = tense,
            Mark::Modality(modality) if group.modality == Modality::Fact => group.modality = modality,
            Mark::Polarity(polarity) if group.polarity == Polarity::Positive => group.polarity = polarity,
            Mark::Voice(voice) => group.voice = voice,
            _ => {}
        }
    }
    group
}

/// The mark that a row of the list `aux` stands for, by its label.
fn mark(label: &str) -> Option<Mark> {
    Some(match label {
        "past" => Mark::Tense(Tense::Past),
        "recent" => Mark::Tense(Tense::Recent),
        "ongoing" => Mark::Tense(Tense::Ongoing),
        "future" => Mark::Tense(Tense::Future),
        "planned" => Mark::Modality(Modality::Planned),
        "possible" => Mark::Modality(Modality::Possible),
        "desired" => Mark::Modality(Modality::Desired),
        "necessary" => Mark::Modality(Modality::Necessary),
        "not-yet" => Mark::Polarity(Polarity::NotYet),
        "negative" => Mark::Polarity(Polarity::Negative),
        "passive" => Mark::Voice(Voice::Passive),
        "adverb" => Mark::Adverb,
        _ => return None,
    })
}
