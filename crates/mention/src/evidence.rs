//! What the words around a name say of its type, by the pack's rules.
//!
//! A rule of the room matches over the layers `<NAME>` (any stretch that looks like a name), `<NATIVE>` (such a stretch of two or more syllables of the language),
//! `<FOREIGN>` (of foreign spelling), `<ACRONYM>` (one word of capitals) and `<PER>`, `<ORG>`, `<LOC>` (those that their own letters or a list settle); its capture `name` is the
//! stretch it speaks of, its value a type and a weight: `LOC 3`, or `none` for a stretch that names nothing of the three types unless it is settled already.

use suquan_langpack::{Pack, PackError, Rule};
use suquan_pattern::{ClassId, Hit, Hits, Input, LabelId};

use crate::MentionType;
use crate::draft::{Draft, Look, Why};
use crate::grammar::Grammar;

/// The value of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Evidence for a type.
    For(MentionType, i32),
    /// The stretch names nothing.
    Nothing,
}

impl Verdict {
    pub(crate) fn parse(rule: &Rule) -> Result<Self, PackError> {
        let value = rule.text("value").unwrap_or_default();
        let mut words = value.split(' ');
        let kind = match words.next() {
            Some("PER") => MentionType::Per,
            Some("ORG") => MentionType::Org,
            Some("LOC") => MentionType::Loc,
            Some("none") => return Ok(Self::Nothing),
            _ => return Err(rule.fault(format!("value `{value}`: write `PER 3`, `ORG 3`, `LOC 3` or `none`"))),
        };
        match words.next().and_then(|weight| weight.parse().ok()) {
            Some(weight) => Ok(Self::For(kind, weight)),
            None => Err(rule.fault(format!("value `{value}`: the weight, a number from 1 to 9, is missing"))),
        }
    }
}

/// The numbers of the layers that rules can name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Layers {
    any: Option<ClassId>,
    native: Option<ClassId>,
    foreign: Option<ClassId>,
    acronym: Option<ClassId>,
    kinds: [Option<ClassId>; 3],
}

impl Layers {
    pub(crate) fn new(pack: &Pack) -> Self {
        Self {
            any: pack.class("NAME"),
            native: pack.class("NATIVE"),
            foreign: pack.class("FOREIGN"),
            acronym: pack.class("ACRONYM"),
            kinds: [pack.class("PER"), pack.class("ORG"), pack.class("LOC")],
        }
    }

    fn hits(&self, drafts: &[Draft], tokens: usize) -> Hits {
        let mut hits = Vec::with_capacity(2 * drafts.len());
        for (index, draft) in drafts.iter().enumerate() {
            let kind = draft.best().filter(|_| draft.sure()).and_then(|kind| self.kinds[kind as usize]);
            let look = match draft.look {
                Look::Native if draft.tokens.len() > 1 => self.native,
                Look::Foreign => self.foreign,
                Look::Acronym => self.acronym,
                _ => None,
            };
            for class in self.any.into_iter().chain(look).chain(kind) {
                hits.push(Hit { span: draft.tokens, class, label: LabelId(0), payload: index as u32 });
            }
        }
        Hits::new(hits, tokens)
    }
}

/// Adds to every draft what the rules see around it.
pub(crate) fn weigh(drafts: &mut [Draft], input: Input<'_>, grammar: &Grammar) {
    let layer = grammar.layers.hits(drafts, input.tokens.len());
    let hits: Vec<&Hits> = input.hits.iter().copied().chain([&layer]).collect();
    for found in grammar.rules.set.matches(Input { hits: &hits, ..input }) {
        let Some(name) = grammar.rules.set.capture(&found, "name") else { continue };
        let Ok(index) = drafts.binary_search_by_key(&name.start, |draft| draft.tokens.start) else { continue };
        if drafts[index].tokens != name {
            continue;
        }
        match grammar.verdicts[found.rule] {
            Verdict::For(kind, weight) => drafts[index].add(kind, weight, Why::Rule(found.rule)),
            Verdict::Nothing => drafts[index].barred |= !drafts[index].sure(),
        }
    }
}
