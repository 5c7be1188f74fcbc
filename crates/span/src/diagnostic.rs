//! What a room could not read, beside the value it gives all the same.

use crate::ByteSpan;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Something was read in part or not at all.
    Warning,
}

crate::codes! {
    Severity { Note => "note", Warning => "warning" }
}

/// A remark on an article; worded at the surface, by its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable code, such as `impossible-date`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where, if at a place of the text.
    pub span: Option<ByteSpan>,
    /// What the wording names: a value, a file, a line.
    pub detail: String,
}

impl Diagnostic {
    /// A warning at `span`.
    #[must_use]
    pub fn warning(code: &'static str, span: Option<ByteSpan>, detail: impl Into<String>) -> Self {
        Self { code, severity: Severity::Warning, span, detail: detail.into() }
    }

    /// A note at `span`.
    #[must_use]
    pub fn note(code: &'static str, span: Option<ByteSpan>, detail: impl Into<String>) -> Self {
        Self { code, severity: Severity::Note, span, detail: detail.into() }
    }
}
