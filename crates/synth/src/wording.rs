//! What reports are made of, read from a table.

/// Somebody who acts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// The office as it stands before the name.
    pub title: String,
    /// The name.
    pub name: String,
    /// The country.
    pub country: String,
}

/// The rows of a wording, by what they are.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    /// Who acts.
    pub parties: Vec<Party>,
    rows: Vec<(String, Vec<String>)>,
}

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
                ("party", [title, name, country]) => {
                    wording.parties.push(Party { title: title.clone(), name: name.clone(), country: country.clone() });
                }
                // `lead call …`: the act is part of what the row is.
                (_, [act, text]) => wording.rows.push((format!("{what} {act}"), vec![text.clone()])),
                (_, [text]) => wording.rows.push((what, vec![text.clone()])),
                _ => {}
            }
        }
        wording
    }

    /// The texts of all rows of a kind.
    #[must_use]
    pub fn of(&self, what: &str) -> Vec<&str> {
        self.rows.iter().filter(|(row, _)| row == what).flat_map(|(_, texts)| texts.iter().map(String::as_str)).collect()
    }
}
