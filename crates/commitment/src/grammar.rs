//! A pack's rules and lists for commitments, ready to run.

use std::sync::Arc;

use suquan_langpack::{Pack, PackError, Rules};

use crate::cue::Cue;

/// The compiled rules of the room.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    pub(crate) rules: Arc<Rules>,
    /// What each rule means, by its index.
    pub(crate) cues: Vec<Cue>,
}

impl Grammar {
    /// Reads the room's rules and lists in `pack`.
    ///
    /// # Errors
    /// Every rule or row whose value the room does not understand.
    pub fn new(pack: &Pack) -> Result<Self, Vec<PackError>> {
        let mut errors = Vec::new();
        if let Some(class) = pack.class("commitment") {
            for row in pack.lexicon().rows().iter().filter(|row| row.class == class) {
                if let Err(message) = Cue::parse(row.value()) {
                    errors.push(PackError::new(row.file().to_string(), row.line as usize, message));
                }
            }
        }
        let rules = pack.rules("commitment").clone();
        let mut cues = Vec::with_capacity(rules.rules.len());
        for rule in &rules.rules {
            match Cue::parse(rule.text("value").unwrap_or("")) {
                Ok(cue) => cues.push(cue),
                Err(message) => errors.push(rule.fault(message)),
            }
        }
        if errors.is_empty() { Ok(Self { rules, cues }) } else { Err(errors) }
    }
}
