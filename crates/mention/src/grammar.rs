//! A pack's rules and lists for names, ready to run.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use suquan_langpack::{Pack, PackError, Rules};
use suquan_pattern::{ClassId, LabelId};

use crate::evidence::{Layers, Verdict};
use crate::lists::Lists;
use crate::syllable::Syllables;

/// The compiled rules of the room.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    pub(crate) rules: Arc<Rules>,
    /// The value of each rule.
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) layers: Layers,
    pub(crate) lists: Lists,
    pub(crate) syllables: Syllables,
    /// Where the pack's forms of each actor stand.
    pub(crate) forms: Forms,
    /// The list of anaphors, and that of words before what a sentence is not about.
    pub(crate) anaphor: Option<ClassId>,
    pub(crate) oblique: Option<ClassId>,
    /// Words before a name that speak of it as a place: heads of places, and prepositions and verbs by their list and label.
    pub(crate) loc_head: Option<ClassId>,
    pub(crate) local: Vec<(ClassId, LabelId)>,
}

/// The rows of the pack's names by the actor they stand for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forms(FxHashMap<String, Vec<u32>>);

impl Forms {
    fn new(pack: &Pack) -> Self {
        let mut forms = Self::default();
        let class = pack.class("name");
        for (index, row) in pack.lexicon().rows().iter().enumerate().filter(|(_, row)| Some(row.class) == class) {
            if ["part", "metonym", "short"].iter().all(|key| row.get(key).is_none()) && !row.form().contains(['(', '?']) {
                forms.0.entry(row.head().to_owned()).or_default().push(index as u32);
            }
        }
        forms
    }

    /// The rows of an actor's full names, in the order of files and lines.
    pub(crate) fn of(&self, actor: &str) -> &[u32] {
        self.0.get(actor).map_or(&[], Vec::as_slice)
    }
}

impl Grammar {
    /// Reads the room's rules and lists in `pack`.
    ///
    /// # Errors
    /// Every rule whose value the room does not understand.
    pub fn new(pack: &Pack) -> Result<Self, Vec<PackError>> {
        let rules = pack.rules("mention").clone();
        let (mut verdicts, mut errors) = (Vec::new(), Vec::new());
        for rule in &rules.rules {
            match Verdict::parse(rule) {
                Ok(verdict) => verdicts.push(verdict),
                Err(error) => errors.push(error),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let local = [("case", "at"), ("case", "toward"), ("case", "from"), ("oblique", "place")];
        let local = local.iter().filter_map(|(class, label)| Some((pack.class(class)?, pack.label(label)?))).collect();
        Ok(Self {
            rules,
            verdicts,
            layers: Layers::new(pack),
            lists: Lists::new(pack),
            syllables: Syllables::new(pack),
            forms: Forms::new(pack),
            anaphor: pack.class("anaphor"),
            oblique: pack.class("oblique"),
            loc_head: pack.class("loc-head"),
            local,
        })
    }
}
