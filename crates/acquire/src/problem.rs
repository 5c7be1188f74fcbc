//! What can go wrong between a name and its bytes.

use std::fmt;
use std::io;

/// Something that was named, or found in a folder, and gave no page.
///
/// A problem is a value, not the end of the walk. [`Code::is_failure`] tells a failure, which sets
/// the exit status of a run, from a note about something left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What happened, for programs.
    pub code: Code,
    /// The file, folder or `-`.
    pub uri: String,
    /// The line of a JSON Lines file, counted from 1, where the problem is one of a line.
    pub line: Option<u64>,
    /// What the system said, or the limit that was passed; empty where the code says it all.
    pub detail: String,
}

/// The kinds of [`Problem`], each with a stable name ([`Code::name`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// There is no such file or folder.
    NotFound,
    /// The system does not let us read it.
    NotAllowed,
    /// Reading began or went on badly.
    Unreadable,
    /// Larger than [`crate::Limits::page`].
    TooLarge,
    /// A JSON Lines file without a line.
    Empty,
    /// A folder without a single article.
    NoArticles,
    /// A note: a file of a kind that is not read, in a folder.
    Skipped,
    /// A note: a sidecar that could not be read; its page was read without it.
    SidecarUnreadable,
}

impl Code {
    /// The stable name, as it stands in output: `not-found`.
    pub fn name(self) -> &'static str {
        match self {
            Code::NotFound => "not-found",
            Code::NotAllowed => "not-allowed",
            Code::Unreadable => "unreadable",
            Code::TooLarge => "too-large",
            Code::Empty => "empty",
            Code::NoArticles => "no-articles",
            Code::Skipped => "skipped",
            Code::SidecarUnreadable => "sidecar-unreadable",
        }
    }

    /// Whether something that was asked for was not read.
    pub fn is_failure(self) -> bool {
        !matches!(self, Code::Skipped | Code::SidecarUnreadable)
    }
}

impl Problem {
    pub(crate) fn new(code: Code, uri: &str) -> Self {
        Problem { code, uri: uri.to_owned(), line: None, detail: String::new() }
    }

    pub(crate) fn io(uri: &str, error: &io::Error) -> Self {
        let code = match error.kind() {
            io::ErrorKind::NotFound => Code::NotFound,
            io::ErrorKind::PermissionDenied => Code::NotAllowed,
            _ => Code::Unreadable,
        };
        Problem { detail: error.to_string(), ..Problem::new(code, uri) }
    }

    pub(crate) fn too_large(uri: &str, line: Option<u64>, limit: u64) -> Self {
        Problem { line, detail: format!("{limit} bytes"), ..Problem::new(Code::TooLarge, uri) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.uri)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.code.name())?;
        if !self.detail.is_empty() {
            write!(f, " ({})", self.detail)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
