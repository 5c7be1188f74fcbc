//! What reports are made of, read from a table.

use std::collections::BTreeMap;

use crate::Chance;

/// Somebody who acts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// The office as it stands before the name.
    pub title: String,
    /// The name.
    pub name: String,
    /// The country.
    pub country: String,
    /// The word by which the person is addressed before the name.
    pub address: String,
}

/// The rows of a wording, by what they are.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    /// Who acts.
    pub parties: Vec<Party>,
    rows: BTreeMap<String, Vec<String>>,
}

/// Rows within rows are filled in no deeper than this, so that a row that names itself ends.
const DEPTH: usize = 4;

impl Wording {
    /// The Vietnamese wording.
    #[must_use]
    pub fn vietnamese() -> Self {
        Self::parse(include_str!("../wordings/vi.tsv"))
    }

    /// Reads a table: what the row is, then its fields; `#` opens a comment.
    #[must_use]
    pub fn parse(table: &str) -> Self {
        let mut wording = Self::default();
        for line in table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            let mut fields = line.split('\t').map(str::to_owned);
            let Some(what) = fields.next() else { continue };
            let fields: Vec<String> = fields.collect();
            match (what.as_str(), fields.as_slice()) {
                ("party", [title, name, country, address]) => {
                    wording.parties.push(Party { title: title.clone(), name: name.clone(), country: country.clone(), address: address.clone() });
                }
                // `lead call …`: the act is part of what the row is.
                (_, [act, text]) => wording.rows.entry(format!("{what} {act}")).or_default().push(text.clone()),
                (_, [text]) => wording.rows.entry(what).or_default().push(text.clone()),
                _ => {}
            }
        }
        wording
    }

    /// The texts of all rows of a kind.
    #[must_use]
    pub fn of(&self, what: &str) -> &[String] {
        self.rows.get(what).map_or(&[], Vec::as_slice)
    }

    /// One of the rows of a kind, if there is one.
    #[must_use]
    pub fn one(&self, chance: &mut Chance, what: &str) -> Option<&str> {
        chance.one(self.of(what)).map(String::as_str)
    }

    /// A text with its slots filled: `{=row}` and `{#from-to}` by chance, the others by `known`; a slot that nothing fills becomes nothing.
    #[must_use]
    pub fn fill(&self, chance: &mut Chance, text: &str, known: &dyn Fn(&str) -> String) -> String {
        self.filled(chance, text, known, DEPTH)
    }

    fn filled(&self, chance: &mut Chance, text: &str, known: &dyn Fn(&str) -> String, depth: usize) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, (slot, after))) = rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?))) {
            out += before;
            let (capital, slot) = slot.strip_prefix('^').map_or((false, slot), |slot| (true, slot));
            let value = if let Some(row) = slot.strip_prefix('=') {
                self.one(chance, row).filter(|_| depth > 0).unwrap_or_default().to_owned()
            } else if let Some((from, to)) = slot.strip_prefix('#').and_then(|range| range.split_once('-')) {
                number(chance, from, to)
            } else {
                // An event's own value may be a row with slots again: the day is worded in many ways.
                known(slot)
            };
            let value = if value.contains('{') && depth > 0 { self.filled(chance, &value, known, depth - 1) } else { value };
            if capital {
                out.extend(value.chars().next().into_iter().flat_map(char::to_uppercase));
                out.extend(value.chars().skip(1));
            } else {
                out += &value;
            }
            rest = after;
        }
        out + rest
    }
}

/// A number from one to another, both counted in.
fn number(chance: &mut Chance, from: &str, to: &str) -> String {
    let (from, to): (usize, usize) = (from.parse().unwrap_or(0), to.parse().unwrap_or(0));
    (from + chance.below(to.saturating_sub(from) + 1)).to_string()
}
