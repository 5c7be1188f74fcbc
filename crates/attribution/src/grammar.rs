//! A pack's rules of attribution and the small words around a cue, ready to run.

use std::sync::Arc;

use suquan_langpack::{Pack, PackError, Rules};
use suquan_pattern::{ClassId, LabelId};

use crate::part::{Part, SourceKind};

/// How a cue stands to its speaker and its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// A verb that a clause follows, or precedes.
    Clause,
    /// A verb that reports only with a connective, a colon or a quotation.
    Marked,
    /// A verb that says what somebody is to do.
    Order,
    /// A verb with a noun or verb phrase.
    Object,
    /// A verb whose subject is a document.
    Show,
    /// A verb that reports only beside another cue of the same speaker.
    Second,
    /// A preposition before the speaker.
    Source,
    /// A verb before the words of somebody else, who is the speaker.
    Relay,
    /// A noun before its speaker.
    Noun,
    /// A verb that says what something is called.
    Naming,
    /// A verb and its copula in a clause about a noun: what somebody calls it follows.
    Label,
    /// The colon before a quotation, where no verb of saying stands before it.
    Colon,
    /// Words that look like a cue and are none.
    Guard,
}

impl Frame {
    /// The frame that a rule's value names.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "clause" => Self::Clause,
            "marked" => Self::Marked,
            "order" => Self::Order,
            "object" => Self::Object,
            "show" => Self::Show,
            "second" => Self::Second,
            "source" => Self::Source,
            "relay" => Self::Relay,
            "noun" => Self::Noun,
            "naming" => Self::Naming,
            "label" => Self::Label,
            "colon" => Self::Colon,
            "none" => Self::Guard,
            _ => return None,
        })
    }
}

/// The compiled rules and lists of the room.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    pub(crate) rules: Arc<Rules>,
    /// The frame of each rule.
    pub(crate) frames: Vec<Frame>,
    /// The list of cues.
    pub(crate) cue: Option<ClassId>,
    /// The list of small words by the part they play.
    speech: Option<ClassId>,
    /// The part that each label names, by the label's number: asked for at every hit.
    parts: Vec<Option<Part>>,
    /// The list of nouns that can speak.
    pub(crate) source: Option<ClassId>,
    /// The labels of that list.
    kinds: Vec<(LabelId, SourceKind)>,
    /// The list of channels.
    pub(crate) channel: Option<ClassId>,
    /// The list of titles, which open a person's name.
    pub(crate) title: Option<ClassId>,
}

impl Grammar {
    /// Reads the room's rules and lists in `pack`.
    ///
    /// # Errors
    /// Every rule whose value the room does not understand.
    pub fn new(pack: &Pack) -> Result<Self, Vec<PackError>> {
        let rules = pack.rules("attribution").clone();
        let mut errors = Vec::new();
        let mut frames = Vec::with_capacity(rules.rules.len());
        for rule in &rules.rules {
            match rule.text("value").and_then(Frame::named) {
                Some(frame) => frames.push(frame),
                None => {
                    errors.push(rule.fault("`value` is one of clause, marked, order, object, show, second, source, relay, noun, naming, label, colon, none"))
                }
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Self {
            rules,
            frames,
            cue: pack.class("cue"),
            speech: pack.class("speech"),
            parts: parts(pack),
            source: pack.class("source-head"),
            kinds: SourceKind::ALL.iter().filter_map(|&kind| Some((pack.label(kind.label())?, kind))).collect(),
            channel: pack.class("channel"),
            title: pack.class("title"),
        })
    }

    /// The class of the small words and the part that a label names there.
    pub(crate) fn part(&self, class: ClassId, label: LabelId) -> Option<Part> {
        if Some(class) == self.speech { self.parts.get(usize::from(label.0)).copied().flatten() } else { None }
    }

    /// The kind of source that a label of the list of sources names.
    pub(crate) fn kind(&self, label: LabelId) -> Option<SourceKind> {
        self.kinds.iter().find(|(known, _)| *known == label).map(|&(_, kind)| kind)
    }
}

/// The parts by the number of their label in the pack.
fn parts(pack: &Pack) -> Vec<Option<Part>> {
    let mut parts = Vec::new();
    for &part in Part::ALL {
        let Some(label) = pack.label(part.label()) else { continue };
        let place = usize::from(label.0);
        parts.resize(parts.len().max(place + 1), None);
        parts[place] = Some(part);
    }
    parts
}
