//! The tables, and the steps from one version of them to the next.

use rusqlite::{Connection, TransactionBehavior};

use crate::Error;

/// The newest schema version; `PRAGMA user_version` of a file written by this program.
pub const VERSION: i64 = STEPS.len() as i64;

/// `PRAGMA application_id`: the letters "SUQU".
const APPLICATION: i64 = 0x5355_5155;

/// Step n brings a file from version n to n + 1. A step that stands in a release is never edited: add another.
const STEPS: &[&str] = &[
    "
    CREATE TABLE state (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO state VALUES ('input', 0), ('entries', 0);

    CREATE TABLE document (
        row INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE,
        article BLOB NOT NULL,
        reading BLOB NOT NULL
    );
    CREATE TABLE label (
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        row INTEGER NOT NULL REFERENCES document(row),
        current INTEGER NOT NULL,
        PRIMARY KEY (id, version)
    ) WITHOUT ROWID;
    CREATE INDEX label_row ON label(row);

    CREATE TABLE judgement (seq INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL);

    CREATE TABLE entry (
        key INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        type TEXT,
        status TEXT,
        first INTEGER,
        last INTEGER,
        digest INTEGER NOT NULL,
        line TEXT NOT NULL,
        body BLOB NOT NULL,
        UNIQUE (kind, id)
    );
    CREATE INDEX entry_date ON entry(kind, first);
    CREATE TABLE entry_party (party TEXT NOT NULL, key INTEGER NOT NULL REFERENCES entry(key) ON DELETE CASCADE,
        PRIMARY KEY (party, key)) WITHOUT ROWID;
    CREATE INDEX entry_party_key ON entry_party(key);
    CREATE TABLE entry_document (hash TEXT NOT NULL, key INTEGER NOT NULL REFERENCES entry(key) ON DELETE CASCADE,
        PRIMARY KEY (hash, key)) WITHOUT ROWID;
    CREATE INDEX entry_document_key ON entry_document(key);

    CREATE VIRTUAL TABLE words USING fts5(exact, folded, content='', contentless_delete=1,
        tokenize='unicode61 remove_diacritics 0');
",
    "
    -- By hash and not by row: what is derived outlives a version's way out and back, and can be kept beside the file.
    CREATE TABLE redated (hash TEXT PRIMARY KEY, published TEXT NOT NULL, by TEXT NOT NULL, reading BLOB NOT NULL);
    -- Undated articles have not been read again yet: the entries are as good as none.
    UPDATE state SET value = -1 WHERE key = 'entries' AND EXISTS (SELECT 1 FROM document);
",
];

/// Brings the file to [`VERSION`], one transaction a step, so that a kill leaves it at one version or the next.
///
/// # Errors
/// [`Error::TooNew`], [`Error::NotALedger`], or what SQLite says.
pub fn migrate(connection: &mut Connection) -> Result<(), Error> {
    loop {
        // The version is read inside the transaction: two programs may open a new file at once.
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let version = check(&step)?;
        let Some(sql) = STEPS.get(version as usize) else {
            return Ok(());
        };
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", version + 1)?;
        step.pragma_update(None, "application_id", APPLICATION)?;
        step.commit()?;
    }
}

/// The version of the file, if this program can read it.
///
/// # Errors
/// [`Error::TooNew`], [`Error::NotALedger`], or what SQLite says.
pub fn check(connection: &Connection) -> Result<i64, Error> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != APPLICATION && (application != 0 || found != 0 || tables != 0) {
        return Err(Error::NotALedger { found: application });
    }
    if !(0..=VERSION).contains(&found) {
        return Err(Error::TooNew { found, known: VERSION });
    }
    Ok(found)
}
