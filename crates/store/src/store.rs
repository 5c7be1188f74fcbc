//! Opening the file, and what it says of itself.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::{Error, schema};

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(30);

/// An open ledger file.
pub struct Store {
    pub(crate) connection: Connection,
}

impl Store {
    /// Opens the file for reading and writing; makes it where there is none, and migrates an older one.
    ///
    /// # Errors
    /// Where the file cannot be opened, is no ledger, or was written by a newer program.
    pub fn open(path: &Path) -> Result<Store, Error> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        schema::check(&connection)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // FULL: an acknowledged batch also survives a loss of power, not only of the process.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "cache_size", -32_000)?;
        schema::migrate(&mut connection)?;
        Ok(Store { connection })
    }

    /// A ledger in memory, gone with the process.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn in_memory() -> Result<Store, Error> {
        let mut connection = Connection::open_in_memory()?;
        schema::migrate(&mut connection)?;
        Ok(Store { connection })
    }

    /// Opens an existing file for reading, beside a writer.
    ///
    /// # Errors
    /// Where there is no such file, it is no ledger, or its schema is not this program's.
    pub fn open_read_only(path: &Path) -> Result<Store, Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        if schema::check(&connection)? < schema::VERSION {
            // An older file is brought up to date by whoever may write; then it is read as usual.
            drop(connection);
            return Store::open(path);
        }
        Ok(Store { connection })
    }

    /// Whether documents or judgements have changed since the entries were written.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn is_stale(&self) -> Result<bool, Error> {
        Ok(self.state("input")? != self.state("entries")?)
    }

    /// The number of the input's last change: equal numbers, equal input.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn input_version(&self) -> Result<i64, Error> {
        self.state("input")
    }

    fn state(&self, key: &str) -> Result<i64, Error> {
        let value = self.connection.query_row("SELECT value FROM state WHERE key = ?1", [key], |row| row.get(0))?;
        Ok(value)
    }
}
