//! Articles and their readings: identity by content, versions by label.

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use crate::search::{SearchText, index, unindex};
use crate::{Error, Store};

/// An article to be kept.
pub struct NewDocument {
    /// The article's label: the id given to it, or its file's stem.
    pub id: String,
    /// The hash of its content: its identity.
    pub hash: String,
    /// The article, serialised.
    pub article: Vec<u8>,
    /// Its reading, serialised.
    pub reading: Vec<u8>,
    /// The words by which it is found.
    pub words: SearchText,
}

/// A current article of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its label; the least one where the same content came under several.
    pub id: String,
    /// The version of the label, from 1.
    pub version: i64,
    /// The hash of its content.
    pub hash: String,
    /// The article, serialised.
    pub article: Vec<u8>,
    /// Its reading, serialised.
    pub reading: Vec<u8>,
}

/// What an article changed in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// Its label was known with another text; this is now the current version.
    Revised,
    /// Its content was known under another label, and is one document with it.
    Labelled,
    /// Label and content were known.
    Unchanged,
}

impl Store {
    /// Keeps the articles, all or none: when this returns, they are on disk.
    ///
    /// # Errors
    /// What SQLite says; then nothing is changed.
    pub fn add(&mut self, documents: &[NewDocument]) -> Result<Vec<Change>, Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let changes = documents.iter().map(|d| add_one(&transaction, d)).collect::<Result<Vec<_>, _>>()?;
        if changes.iter().any(|c| *c != Change::Unchanged) {
            touch(&transaction)?;
        }
        transaction.commit()?;
        Ok(changes)
    }

    /// Takes an article out, with all its versions. False where there is no such label.
    ///
    /// # Errors
    /// What SQLite says; then nothing is changed.
    pub fn remove(&mut self, id: &str) -> Result<bool, Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let rows: Vec<i64> =
            transaction.prepare("SELECT DISTINCT row FROM label WHERE id = ?1")?.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        if rows.is_empty() {
            return Ok(false);
        }
        transaction.execute("DELETE FROM label WHERE id = ?1", [id])?;
        for row in rows {
            let held: bool = transaction.query_row("SELECT EXISTS (SELECT 1 FROM label WHERE row = ?1)", [row], |r| r.get(0))?;
            if !held {
                unindex(&transaction, row)?;
                transaction.execute("DELETE FROM document WHERE row = ?1", [row])?;
            }
        }
        touch(&transaction)?;
        transaction.commit()?;
        Ok(true)
    }

    /// Calls `each` with every current article, in the order of their hashes.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn each_document(&self, mut each: impl FnMut(Document)) -> Result<(), Error> {
        let mut statement = self.connection.prepare(
            // CROSS JOIN: along the index of hashes, so that no article is carried through a sort.
            "SELECT l.id, l.version, d.hash, d.article, d.reading FROM document d CROSS JOIN label l ON l.row = d.row AND l.current
                 AND l.id = (SELECT min(id) FROM label WHERE row = d.row AND current) ORDER BY d.hash",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            each(document(row)?);
        }
        Ok(())
    }

    /// The current article of a label.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn document(&self, id: &str) -> Result<Option<Document>, Error> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT l.id, l.version, d.hash, d.article, d.reading FROM label l
                 JOIN document d ON d.row = l.row WHERE l.id = ?1 AND l.current",
            )?
            .query_row([id], document)
            .optional()?;
        Ok(found)
    }

    /// Which of these pairs of label and content hash are not yet the current version: what is worth reading.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn is_current(&self, id: &str, hash: &str) -> Result<bool, Error> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM label l JOIN document d ON d.row = l.row
                 WHERE l.id = ?1 AND d.hash = ?2 AND l.current)",
            )?
            .query_row([id, hash], |row| row.get(0))?;
        Ok(found)
    }

    /// The number of current articles.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn count(&self) -> Result<i64, Error> {
        let count = self.connection.query_row("SELECT count(DISTINCT row) FROM label WHERE current", [], |row| row.get(0))?;
        Ok(count)
    }
}

/// Notes that the input has changed.
pub(crate) fn touch(transaction: &Transaction) -> Result<(), Error> {
    transaction.execute("UPDATE state SET value = value + 1 WHERE key = 'input'", [])?;
    Ok(())
}

fn add_one(transaction: &Transaction, new: &NewDocument) -> Result<Change, Error> {
    let known: Option<i64> = transaction.prepare_cached("SELECT row FROM document WHERE hash = ?1")?.query_row([&new.hash], |row| row.get(0)).optional()?;
    let current: Option<(i64, i64)> = transaction
        .prepare_cached("SELECT version, row FROM label WHERE id = ?1 AND current")?
        .query_row([&new.id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if known.is_some() && known == current.map(|(_, row)| row) {
        return Ok(Change::Unchanged);
    }
    let row = match known {
        Some(row) => row,
        None => {
            transaction.prepare_cached("INSERT INTO document (hash, article, reading) VALUES (?1, ?2, ?3)")?.execute(params![
                new.hash,
                new.article,
                new.reading
            ])?;
            let row = transaction.last_insert_rowid();
            index(transaction, row, &new.words)?;
            row
        }
    };
    // A version replaced stays in the file as history; only the current one is read for the ledger.
    let last: i64 = transaction.prepare_cached("SELECT coalesce(max(version), 0) FROM label WHERE id = ?1")?.query_row([&new.id], |r| r.get(0))?;
    transaction.prepare_cached("UPDATE label SET current = 0 WHERE id = ?1")?.execute([&new.id])?;
    transaction.prepare_cached("INSERT INTO label (id, version, row, current) VALUES (?1, ?2, ?3, 1)")?.execute(params![new.id, last + 1, row])?;
    Ok(match (known, current) {
        (_, Some(_)) => Change::Revised,
        (Some(_), None) => Change::Labelled,
        (None, None) => Change::Added,
    })
}

fn document(row: &rusqlite::Row) -> rusqlite::Result<Document> {
    Ok(Document { id: row.get(0)?, version: row.get(1)?, hash: row.get(2)?, article: row.get(3)?, reading: row.get(4)? })
}
