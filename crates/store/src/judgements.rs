//! What editors decided: kept as they wrote it, in order, never derived.

use rusqlite::TransactionBehavior;

use crate::documents::touch;
use crate::{Error, Store};

impl Store {
    /// Keeps a judgement (serialised) and gives its number.
    ///
    /// # Errors
    /// What SQLite says; then nothing is changed.
    pub fn judge(&mut self, body: &str) -> Result<i64, Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("INSERT INTO judgement (body) VALUES (?1)", [body])?;
        let number = transaction.last_insert_rowid();
        touch(&transaction)?;
        transaction.commit()?;
        Ok(number)
    }

    /// Takes a judgement back. False where there is none of this number.
    ///
    /// # Errors
    /// What SQLite says; then nothing is changed.
    pub fn take_back(&mut self, number: i64) -> Result<bool, Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found = transaction.execute("DELETE FROM judgement WHERE seq = ?1", [number])? > 0;
        if found {
            touch(&transaction)?;
        }
        transaction.commit()?;
        Ok(found)
    }

    /// All judgements with their numbers, in the order in which they were made.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn judgements(&self) -> Result<Vec<(i64, String)>, Error> {
        let mut statement = self.connection.prepare("SELECT seq, body FROM judgement ORDER BY seq")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
