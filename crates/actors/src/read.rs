//! Reading the list's files.

use crate::actor::{Kind, Record, Words};
use crate::table::rows;
use crate::term::Term;
use crate::{ActorError, Actors, Period};

/// What a row gives beside its id and source.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cells<'t> {
    pub(crate) id: &'t str,
    pub(crate) name: &'t str,
    pub(crate) country: &'t str,
    pub(crate) detail: &'t str,
    pub(crate) of: &'t str,
    pub(crate) qid: &'t str,
    pub(crate) source: &'t str,
    pub(crate) leader: bool,
}

/// A term as its row has it.
#[derive(Clone, Copy, Default)]
pub(crate) struct TermCells<'t> {
    pub(crate) office: &'t str,
    pub(crate) person: &'t str,
    pub(crate) start: &'t str,
    pub(crate) end: &'t str,
    pub(crate) source: &'t str,
    pub(crate) note: &'t str,
}

impl Actors {
    /// Adds the rows of a file, which its name tells the kind of; `keep` makes the list's own words of the text's.
    pub(crate) fn read<'t>(&mut self, file: &str, text: &'t str, keep: impl Fn(&'t str) -> Words + Copy, errors: &mut Vec<ActorError>) {
        let at = self.file(file);
        let mut add = |actors: &mut Self, kind, line, cells| {
            if let Err(message) = actors.add(kind, cells, keep, (at, line as u32)) {
                errors.push(ActorError::new(file, line, message));
            }
        };
        let mut faults = Vec::new();
        match file {
            "states.tsv" => {
                let columns = ["id", "alpha2", "alpha3", "name", "qid", "capital", "kind", "source"];
                for (line, [id, country, _, name, qid, of, detail, source]) in rows(file, text, columns, &mut faults) {
                    add(self, Kind::State, line, Cells { id, name, country, detail, of, qid, source, leader: false });
                }
            }
            "people.tsv" => {
                for (line, [id, name, country, qid, source]) in rows(file, text, ["id", "name", "country", "qid", "source"], &mut faults) {
                    add(self, Kind::Person, line, Cells { id, name, country, qid, source, ..Cells::default() });
                }
            }
            "offices.tsv" => {
                for (line, [id, detail, of, leader, source]) in rows(file, text, ["id", "role", "of", "leader", "source"], &mut faults) {
                    add(self, Kind::Office, line, Cells { id, detail, of, source, leader: leader == "1", ..Cells::default() });
                }
            }
            "organizations.tsv" => {
                let columns = ["id", "name", "kind", "country", "parent", "qid", "source"];
                for (line, [id, name, detail, country, of, qid, source]) in rows(file, text, columns, &mut faults) {
                    add(self, Kind::Organization, line, Cells { id, name, country, detail, of, qid, source, leader: false });
                }
            }
            "places.tsv" => {
                for (line, [id, name, country, detail, qid, source]) in rows(file, text, ["id", "name", "country", "kind", "qid", "source"], &mut faults) {
                    add(self, Kind::Place, line, Cells { id, name, country, detail, qid, source, ..Cells::default() });
                }
            }
            "terms.tsv" => {
                self.as_of = text.lines().find_map(|line| Period::parse(line.strip_prefix("# as-of ")?.trim())).or(self.as_of);
                let columns = ["office", "person", "start", "end", "source", "note"];
                for (line, [office, person, start, end, source, note]) in rows(file, text, columns, &mut faults) {
                    if let Err(message) = self.add_term(TermCells { office, person, start, end, source, note }, keep, (at, line as u32)) {
                        faults.push(ActorError::new(file, line, message));
                    }
                }
            }
            "beginnings.tsv" => self.read_beginnings(file, text, keep, &mut faults),
            _ => faults.push(ActorError::new(
                file,
                0,
                "the list has no such file: states.tsv, people.tsv, offices.tsv, organizations.tsv, places.tsv, terms.tsv, beginnings.tsv",
            )),
        }
        errors.append(&mut faults);
    }

    /// The number of a file, a new one where it is not known yet.
    pub(crate) fn file(&mut self, file: &str) -> u16 {
        let known = self.files.iter().position(|known| known == file);
        known.unwrap_or_else(|| {
            self.files.push(file.to_owned());
            self.files.len() - 1
        }) as u16
    }

    /// Adds a row, or puts it in the place of the one with the same id where that stands in another file.
    pub(crate) fn add<'t>(&mut self, kind: Kind, cells: Cells<'t>, keep: impl Fn(&'t str) -> Words, place: (u16, u32)) -> Result<(), String> {
        if Kind::of(cells.id) != Some(kind) {
            return Err(format!("`{}` is no id of this kind of row; ids begin with country/, person/, office/, org/ or place/", cells.id));
        }
        if cells.source.is_empty() {
            return Err("the source is missing".into());
        }
        let record = Record {
            id: keep(cells.id),
            kind,
            name: keep(cells.name),
            country: keep(cells.country),
            detail: keep(cells.detail),
            of: keep(cells.of),
            qid: keep(cells.qid),
            source: keep(cells.source),
            leader: cells.leader,
            place,
        };
        match self.number(cells.id) {
            Some(number) if self.records[number as usize].place.0 == place.0 => {
                return Err(format!("`{}` stands twice, first in line {}", cells.id, self.records[number as usize].place.1));
            }
            Some(number) => self.records[number as usize] = record,
            None => {
                self.by_id.insert(record.id.clone(), self.records.len() as u32);
                self.records.push(record);
            }
        }
        Ok(())
    }

    /// Adds a term of an office and a person that the list has.
    pub(crate) fn add_term<'t>(&mut self, cells: TermCells<'t>, keep: impl Fn(&'t str) -> Words, place: (u16, u32)) -> Result<(), String> {
        let find = |id: &str, kind| match self.number(id) {
            Some(number) if self.records[number as usize].kind == kind => Ok(number),
            _ => Err(format!("`{id}` is not in the list")),
        };
        let (office, person) = (find(cells.office, Kind::Office)?, find(cells.person, Kind::Person)?);
        let date = |value: &str, what: &str| Period::parse(value).ok_or_else(|| format!("{what} `{value}` is no date; write 2013, 2013-03 or 2013-03-14"));
        let start_days = date(cells.start, "the start")?;
        let (end, uncertain) = cells.end.strip_suffix('?').map_or((cells.end, false), |end| (end, true));
        let end_days = if end.is_empty() { None } else { Some(date(end, "the end")?) };
        if let Some(end_days) = end_days
            && end_days.last() < start_days.first()
        {
            return Err(format!("the term ends ({end}) before it begins ({})", cells.start));
        }
        if cells.source.is_empty() {
            return Err("the source is missing".into());
        }
        let term = Term {
            office,
            person,
            start: keep(cells.start),
            end: keep(cells.end),
            source: keep(cells.source),
            joint: cells.note.split(' ').any(|word| word == "joint"),
            start_days,
            end_days,
            uncertain,
            place,
        };
        self.terms.push(term);
        Ok(())
    }
}
