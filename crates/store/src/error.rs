//! What can go wrong between the ledger and its file.

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite refused: the file is locked, full, damaged or not a database.
    #[error("the ledger's file: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The file was written by a newer program.
    #[error("the ledger has schema version {found}, this program knows up to {known}: use a newer suquan")]
    TooNew {
        /// The version in the file.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The file is a database of something else.
    #[error("this SQLite file is not a suquan ledger (application id {found:#x})")]
    NotALedger {
        /// The application id in the file.
        found: i64,
    },
}
