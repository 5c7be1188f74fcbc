//! What is wrong with an actor list.

use std::fmt;

/// A fault in a file of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorError {
    /// The file's name.
    pub file: String,
    /// Its line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

impl ActorError {
    /// The fault `message` at `line` of `file`.
    pub fn new(file: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.into(), line, message: message.into() }
    }
}

impl fmt::Display for ActorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for ActorError {}
