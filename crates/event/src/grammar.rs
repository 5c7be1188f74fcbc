//! A pack's event rules and lists, ready to run.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use suquan_langpack::{Pack, PackError, Rules};

use crate::classes::Classes;
use crate::entry::Entry;

/// The compiled rules of the room, and what the rows of the list `event` mean.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    pub(crate) rules: Arc<Rules>,
    /// What each rule means, by its index.
    pub(crate) entries: Vec<Entry>,
    /// What each row of the list `event` means, by its number.
    rows: FxHashMap<u32, Entry>,
}

impl Grammar {
    /// Reads the room's rules and lists in `pack`.
    ///
    /// # Errors
    /// Every rule or row whose value the room does not understand.
    pub fn new(pack: &Pack) -> Result<Self, Vec<PackError>> {
        let mut errors = Vec::new();
        let classes = Classes::new(pack);
        let mut rows = FxHashMap::default();
        for (number, row) in pack.lexicon().rows().iter().enumerate().filter(|(_, row)| Some(row.class) == classes.event) {
            match Entry::parse(row.value()) {
                Ok(entry) => _ = rows.insert(number as u32, entry),
                Err(message) => errors.push(PackError::new(row.file(), row.line as usize, message)),
            }
        }
        let rules = pack.rules("event").clone();
        let mut entries = Vec::with_capacity(rules.rules.len());
        for rule in &rules.rules {
            match Entry::parse(rule.text("value").unwrap_or("")) {
                Ok(entry) => entries.push(entry),
                Err(message) => errors.push(rule.fault(message)),
            }
        }
        if errors.is_empty() { Ok(Self { rules, entries, rows }) } else { Err(errors) }
    }

    /// What the row of that number means, where it is one of the list `event`.
    pub(crate) fn row_entry(&self, number: u32) -> Option<&Entry> {
        self.rows.get(&number)
    }
}
