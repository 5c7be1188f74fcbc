//! When states and organisations began, as anniversaries count it.

use crate::actor::Words;
use crate::table::rows;
use crate::{ActorError, Actors, Period};

/// What may have an anniversary.
const KINDS: [&str; 3] = ["founding", "independence", "relations"];

/// A beginning as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Beginning {
    of: u32,
    what: Words,
    /// The other side of relations.
    with: Option<u32>,
    year: i16,
}

impl Actors {
    /// The year of the `founding` or `independence` of a state or organisation.
    #[must_use]
    pub fn began(&self, of: &str, what: &str) -> Option<i16> {
        let of = self.number(of)?;
        self.beginnings.iter().find(|row| row.of == of && row.with.is_none() && row.what == what).map(|row| row.year)
    }

    /// The year since which two sides have diplomatic relations.
    #[must_use]
    pub fn related(&self, one: &str, other: &str) -> Option<i16> {
        let (one, other) = (self.number(one)?, self.number(other)?);
        let are_they = |row: &&Beginning| row.with.is_some_and(|with| (row.of, with) == (one, other) || (row.of, with) == (other, one));
        self.beginnings.iter().find(are_they).map(|row| row.year)
    }

    /// Adds the rows of the file of beginnings.
    pub(crate) fn read_beginnings<'t>(&mut self, file: &str, text: &'t str, keep: impl Fn(&'t str) -> Words, errors: &mut Vec<ActorError>) {
        for (line, cells) in rows(file, text, ["of", "what", "with", "date", "source"], errors) {
            match self.beginning(cells, &keep) {
                Ok(row) => self.beginnings.push(row),
                Err(message) => errors.push(ActorError::new(file, line, message)),
            }
        }
    }

    fn beginning<'t>(&self, [of, what, with, date, source]: [&'t str; 5], keep: impl Fn(&'t str) -> Words) -> Result<Beginning, String> {
        let find = |id: &str| self.number(id).ok_or_else(|| format!("`{id}` is not in the list"));
        let year = Period::parse(date).and_then(|_| date.get(..4)?.parse().ok());
        if !KINDS.contains(&what) || with.is_empty() == (what == "relations") {
            return Err(format!("`{what}` is none of {}, or has the wrong number of sides", KINDS.join(", ")));
        }
        if source.is_empty() {
            return Err("the source is missing".into());
        }
        Ok(Beginning {
            of: find(of)?,
            what: keep(what),
            with: if with.is_empty() { None } else { Some(find(with)?) },
            year: year.ok_or_else(|| format!("`{date}` is no date; write 1945, 1945-09 or 1945-09-02"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_are_found_whichever_way_round() {
        let actors = Actors::embedded();
        assert_eq!(actors.began("country/US", "founding"), Some(1776));
        assert_eq!(actors.related("country/US", "country/VN"), Some(1995));
        assert_eq!(actors.related("country/VN", "country/US"), Some(1995));
        assert_eq!(actors.began("country/VN", "relations"), None);
    }

    #[test]
    fn a_row_that_leads_nowhere_is_refused() {
        let (mut actors, mut errors) = (Actors::embedded(), Vec::new());
        let rows = "of\twhat\twith\tdate\tsource\ncountry/XX\tfounding\t\t1900\teditor\ncountry/VN\trelations\t\t1900\teditor\n";
        actors.read_beginnings("beginnings.tsv", rows, |words| Words::Owned(words.to_owned()), &mut errors);
        let lines: Vec<usize> = errors.iter().map(|error| error.line).collect();
        assert_eq!(lines, [2, 3]);
    }
}
