//! Full-text search: two columns, the words as written and the words folded, the first weighing double.
//!
//! No tokenizer of FTS5 folds every Vietnamese letter (`đ` has no decomposition), so both columns come in from outside
//! and FTS5 splits words only.

use rusqlite::{Transaction, params};

use crate::{Error, Store};

/// A text in the two forms in which it is found.
pub struct SearchText {
    /// In lower case, marks kept.
    pub exact: String,
    /// In lower case, marks taken off.
    pub folded: String,
}

/// An article found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its label.
    pub id: String,
    /// The hash of its content.
    pub hash: String,
    /// Higher is better; comparable within one search only.
    pub score: f64,
    /// Whether its words stand as asked, marks and all.
    pub exact: bool,
}

impl Store {
    /// The current articles in which the words of the query stand in this order, best first; those that have them with
    /// their marks before those that have them folded only.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn search(&self, query: &SearchText, limit: usize) -> Result<Vec<Hit>, Error> {
        let (Some(exact), Some(folded)) = (phrase(&query.exact), phrase(&query.folded)) else {
            return Ok(Vec::new());
        };
        let mut statement = self.connection.prepare_cached(
            // Materialised, because bm25 can only be asked where the index itself is read.
            "WITH found AS MATERIALIZED
                 (SELECT rowid AS row, bm25(words, 2.0, 1.0) AS rank FROM words WHERE words MATCH ?1)
             SELECT min(l.id), d.hash, found.rank, found.row IN (SELECT rowid FROM words WHERE words MATCH ?2)
             FROM found JOIN document d ON d.row = found.row JOIN label l ON l.row = d.row AND l.current
             GROUP BY d.row ORDER BY 4 DESC, 3, d.hash LIMIT ?3",
        )?;
        let either = format!("(exact : {exact}) OR (folded : {folded})");
        let rows = statement.query_map(params![either, format!("exact : {exact}"), limit as i64], |row| {
            Ok(Hit { id: row.get(0)?, hash: row.get(1)?, score: -row.get::<_, f64>(2)?, exact: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

pub(crate) fn index(transaction: &Transaction, row: i64, words: &SearchText) -> Result<(), Error> {
    transaction.prepare_cached("INSERT INTO words (rowid, exact, folded) VALUES (?1, ?2, ?3)")?.execute(params![row, words.exact, words.folded])?;
    Ok(())
}

pub(crate) fn unindex(transaction: &Transaction, row: i64) -> Result<(), Error> {
    transaction.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([row])?;
    Ok(())
}

/// The query as one FTS5 phrase, so that nothing in it can be an operator. `None` where it has no word.
fn phrase(words: &str) -> Option<String> {
    words.chars().any(char::is_alphanumeric).then(|| format!("\"{}\"", words.replace('"', " ")))
}
