//! The ledger's entries as last resolved: derived, replaced as a whole, read by kind, date, type and party.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params, params_from_iter};

use crate::{Error, Redated, Store, readings};

/// One entry of the ledger, serialised, with what it is looked up by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// `event`, `commitment`, `story`.
    pub kind: String,
    /// Its id within its kind.
    pub id: String,
    /// An event's type.
    pub kind_type: Option<String>,
    /// Its status.
    pub status: Option<String>,
    /// The first and last day of its date, from 1970-01-01.
    pub days: Option<(i32, i32)>,
    /// The parties by which it is found: ids, names, countries.
    pub parties: Vec<String>,
    /// The hashes of the documents that it rests on.
    pub documents: Vec<String>,
    /// What a list shows of it, so that a list need not open the bodies.
    pub line: String,
    /// The whole entry.
    pub body: Vec<u8>,
}

/// Which entries of a kind are wanted; an empty filter wants all.
#[derive(Debug, Clone, Default)]
pub struct EntryFilter {
    /// Of this type.
    pub kind_type: Option<String>,
    /// With this status.
    pub status: Option<String>,
    /// Not over before this day.
    pub from: Option<i32>,
    /// Begun by this day.
    pub to: Option<i32>,
    /// With this party.
    pub party: Option<String>,
    /// Resting on this document.
    pub document: Option<String>,
}

impl Store {
    /// Replaces all entries and readings made again by these, in one transaction, and notes which input they were resolved
    /// from. Entries that have not changed are not written again.
    ///
    /// # Errors
    /// What SQLite says; then the old entries stay.
    pub fn save_entries(&mut self, input: i64, entries: &[Entry], redated: &[Redated]) -> Result<(), Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut old: BTreeMap<(String, String), (i64, i64)> = transaction
            .prepare("SELECT kind, id, key, digest FROM entry")?
            .query_map([], |r| Ok(((r.get(0)?, r.get(1)?), (r.get(2)?, r.get(3)?))))?
            .collect::<Result<_, _>>()?;
        for entry in entries {
            let digest = digest(entry);
            match old.remove(&(entry.kind.clone(), entry.id.clone())) {
                Some((_, same)) if same == digest => {}
                Some((key, _)) => {
                    delete(&transaction, key)?;
                    insert(&transaction, entry, digest)?;
                }
                None => insert(&transaction, entry, digest)?,
            }
        }
        for (key, _) in old.into_values() {
            delete(&transaction, key)?;
        }
        readings::save(&transaction, redated)?;
        transaction.execute("UPDATE state SET value = ?1 WHERE key = 'entries'", [input])?;
        transaction.commit()?;
        Ok(())
    }

    /// The lines of the entries of a kind that the filter lets through, by date, then id; undated ones last.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn lines(&self, kind: &str, filter: &EntryFilter) -> Result<Vec<String>, Error> {
        self.select("line", kind, filter, |row| row.get(0))
    }

    /// The bodies of the entries of a kind that the filter lets through, in the same order.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn bodies(&self, kind: &str, filter: &EntryFilter) -> Result<Vec<Vec<u8>>, Error> {
        self.select("body", kind, filter, |row| row.get(0))
    }

    /// One entry's body.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn body(&self, kind: &str, id: &str) -> Result<Option<Vec<u8>>, Error> {
        let found = self.connection.prepare_cached("SELECT body FROM entry WHERE kind = ?1 AND id = ?2")?.query_row([kind, id], |row| row.get(0)).optional()?;
        Ok(found)
    }

    /// The ids of the entries of a kind, in their order.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn ids(&self, kind: &str) -> Result<Vec<String>, Error> {
        self.select("id", kind, &EntryFilter::default(), |row| row.get(0))
    }

    /// The last day that an entry of a kind is dated to.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn last_day(&self, kind: &str) -> Result<Option<i32>, Error> {
        Ok(self.connection.query_row("SELECT max(last) FROM entry WHERE kind = ?1", [kind], |row| row.get(0))?)
    }

    /// The bodies of at most `limit` entries whose id begins so, by id.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn bodies_by_prefix(&self, kind: &str, prefix: &str, limit: usize) -> Result<Vec<Vec<u8>>, Error> {
        let mut statement =
            self.connection.prepare_cached("SELECT body FROM entry WHERE kind = ?1 AND id >= ?2 AND substr(id, 1, length(?2)) = ?2 ORDER BY id LIMIT ?3")?;
        let rows = statement.query_map(params![kind, prefix, limit as i64], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn select<T>(&self, column: &str, kind: &str, filter: &EntryFilter, read: impl Fn(&rusqlite::Row) -> rusqlite::Result<T>) -> Result<Vec<T>, Error> {
        let mut sql = format!("SELECT {column} FROM entry WHERE kind = ?");
        let mut values = vec![Value::from(kind.to_owned())];
        let mut add = |clause: &str, value: Option<Value>| {
            if let Some(value) = value {
                sql.push_str(clause);
                values.push(value);
            }
        };
        add(" AND type = ?", filter.kind_type.clone().map(Value::from));
        add(" AND status = ?", filter.status.clone().map(Value::from));
        add(" AND last >= ?", filter.from.map(|d| Value::from(i64::from(d))));
        add(" AND first <= ?", filter.to.map(|d| Value::from(i64::from(d))));
        add(" AND key IN (SELECT key FROM entry_party WHERE party = ?)", filter.party.clone().map(Value::from));
        add(" AND key IN (SELECT key FROM entry_document WHERE hash = ?)", filter.document.clone().map(Value::from));
        sql.push_str(" ORDER BY first IS NULL, first, last, id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(values), |row| read(row))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn insert(transaction: &Transaction, entry: &Entry, digest: i64) -> Result<(), Error> {
    transaction
        .prepare_cached(
            "INSERT INTO entry (kind, id, type, status, first, last, digest, line, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            entry.kind,
            entry.id,
            entry.kind_type,
            entry.status,
            entry.days.map(|d| d.0),
            entry.days.map(|d| d.1),
            digest,
            entry.line,
            entry.body
        ])?;
    let key = transaction.last_insert_rowid();
    let mut party = transaction.prepare_cached("INSERT OR IGNORE INTO entry_party VALUES (?1, ?2)")?;
    for name in &entry.parties {
        party.execute(params![name, key])?;
    }
    let mut document = transaction.prepare_cached("INSERT OR IGNORE INTO entry_document VALUES (?1, ?2)")?;
    for hash in &entry.documents {
        document.execute(params![hash, key])?;
    }
    Ok(())
}

fn delete(transaction: &Transaction, key: i64) -> Result<(), Error> {
    transaction.prepare_cached("DELETE FROM entry WHERE key = ?1")?.execute([key])?;
    Ok(())
}

/// A fingerprint by which an unchanged entry is known. It is compared only with those of the same file, and a change of
/// the hasher in a later compiler costs one rewrite of the entries, nothing else.
fn digest(entry: &Entry) -> i64 {
    let mut hasher = DefaultHasher::new();
    entry.hash(&mut hasher);
    hasher.finish() as i64
}
