//! Readings: as first made, and of articles whose date was learnt from others, as made again with that date.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, Transaction, params};

use crate::{Error, Store};

/// The reading of an article whose date was learnt: derived, like the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redated {
    /// The hash of its content.
    pub hash: String,
    /// The date it was read with.
    pub published: String,
    /// What gave that date, serialised.
    pub by: String,
    /// The reading, serialised.
    pub reading: Vec<u8>,
}

/// A current article as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The article's label; the least one where the same content came under several.
    pub id: String,
    /// The hash of its content.
    pub hash: String,
    /// The reading, serialised.
    pub reading: Vec<u8>,
}

/// Which readings are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readings {
    /// Of all current articles, as first made.
    First,
    /// Of all current articles, with the dates learnt when the entries were last resolved.
    Dated,
    /// The same, without those that were certainly published after this day.
    Until(i32),
}

impl Store {
    /// Calls `each` with the readings wanted, in the order of their articles' hashes.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn each_reading(&self, wanted: Readings, mut each: impl FnMut(Reading)) -> Result<(), Error> {
        let (reading, learnt, day) = match wanted {
            Readings::First => ("d.reading", "", None),
            Readings::Dated => ("coalesce(r.reading, d.reading)", "", None),
            Readings::Until(day) => (
                "coalesce(r.reading, d.reading)",
                "WHERE EXISTS (SELECT 1 FROM entry e WHERE e.kind = 'document' AND e.id = d.hash AND e.first <= ?1)",
                Some(day),
            ),
        };
        // CROSS JOIN: along the index of hashes, so that no reading is carried through a sort.
        let mut statement = self.connection.prepare(&format!(
            "SELECT l.id, d.hash, {reading} FROM document d CROSS JOIN label l ON l.row = d.row AND l.current
                 AND l.id = (SELECT min(id) FROM label WHERE row = d.row AND current)
             LEFT JOIN redated r ON r.hash = d.hash {learnt} ORDER BY d.hash"
        ))?;
        let mut rows = match day {
            Some(day) => statement.query([day])?,
            None => statement.query([])?,
        };
        while let Some(row) = rows.next()? {
            each(reading_of(row)?);
        }
        Ok(())
    }

    /// The reading of the current article of a label, with the date learnt.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn reading(&self, id: &str) -> Result<Option<Reading>, Error> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT l.id, d.hash, coalesce(r.reading, d.reading) FROM label l JOIN document d ON d.row = l.row
                 LEFT JOIN redated r ON r.hash = d.hash WHERE l.id = ?1 AND l.current",
            )?
            .query_row([id], reading_of)
            .optional()?;
        Ok(found)
    }

    /// An article's reading made again, if it was.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn redated_as(&self, hash: &str) -> Result<Option<Vec<u8>>, Error> {
        let found = self.connection.prepare_cached("SELECT reading FROM redated WHERE hash = ?1")?.query_row([hash], |row| row.get(0)).optional()?;
        Ok(found)
    }

    /// The readings made again, by hash.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn redated(&self) -> Result<Vec<Redated>, Error> {
        let mut statement = self.connection.prepare("SELECT hash, published, by, reading FROM redated ORDER BY hash")?;
        let rows = statement.query_map([], |row| Ok(Redated { hash: row.get(0)?, published: row.get(1)?, by: row.get(2)?, reading: row.get(3)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Replaces the readings made again by these; one that is there with the same date is not written again.
pub(crate) fn save(transaction: &Transaction, redated: &[Redated]) -> Result<(), Error> {
    let kept: BTreeSet<&str> = redated.iter().map(|one| one.hash.as_str()).collect();
    let old: Vec<String> = transaction.prepare("SELECT hash FROM redated")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for hash in old.iter().filter(|hash| !kept.contains(hash.as_str())) {
        transaction.prepare_cached("DELETE FROM redated WHERE hash = ?1")?.execute([hash])?;
    }
    let mut insert = transaction.prepare_cached(
        "INSERT INTO redated (hash, published, by, reading) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (hash) DO UPDATE
         SET published = excluded.published, by = excluded.by, reading = excluded.reading WHERE published <> excluded.published OR by <> excluded.by",
    )?;
    for one in redated {
        insert.execute(params![one.hash, one.published, one.by, one.reading])?;
    }
    Ok(())
}

fn reading_of(row: &rusqlite::Row) -> rusqlite::Result<Reading> {
    Ok(Reading { id: row.get(0)?, hash: row.get(1)?, reading: row.get(2)? })
}
