//! What extraction gives and what it is told.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::Encoding;
use suquan_span::Diagnostic;

use crate::Published;

/// How an article's publication date is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PublishedBasis {
    /// The caller or the page's metadata say it.
    Given,
    /// A date line or byline in the text says it.
    Dateline,
    /// It follows from dates in the text, or from other articles.
    Inferred,
    /// It is not known.
    #[default]
    Unknown,
}

suquan_span::codes! {
    PublishedBasis { Given => "given", Dateline => "dateline", Inferred => "inferred", Unknown => "unknown" }
}

/// A news report as it came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// A label: the given one, else the file's stem. Two articles may have the same.
    pub id: String,
    /// The content's hash, the document's identity: see [`content_hash`](crate::content_hash).
    pub hash: String,
    /// Where it was found, as in [`RawPage::uri`](suquan_acquire::RawPage::uri).
    pub uri: String,
    /// The headline; never part of `text`.
    pub title: Option<String>,
    /// The text as read: all offsets count in it.
    pub text: String,
    /// When it was published, if the page, its sidecar or the caller says so: ISO 8601, as fine as it was given (see
    /// [`Published`]). A date line inside the text is not looked at here.
    pub published: Option<String>,
    /// The page's address.
    pub url: Option<String>,
    /// The outlet, by name or by domain.
    pub source: Option<String>,
    /// Who signed it, as given.
    pub author: Option<String>,
    /// The language it is in: ISO 639-1 where there is a code of two letters, else ISO 639-3; empty where nobody asked.
    pub language: String,
    /// What was noticed on the way in.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the caller says about articles that do not say it themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// When they were published.
    pub published: Option<Published>,
    /// The outlet.
    pub source: Option<String>,
    /// The language, as a code of ISO 639 or a tag such as `vi-VN`.
    pub language: Option<String>,
}

/// The languages that packs are loaded for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    /// Codes of ISO 639-1 (639-3 where there is none), each with the small letters that only that language has.
    pub known: BTreeMap<String, BTreeSet<char>>,
    /// The one taken for a text too short or too mixed to tell.
    pub default: String,
}

/// How to extract.
#[derive(Debug, Clone)]
pub struct Options {
    /// What to fill in.
    pub hints: Hints,
    /// The encoding of all pages, instead of finding each page's own.
    pub encoding: Option<&'static Encoding>,
    /// The languages that can be read.
    pub languages: Languages,
    /// Bytes of text beyond which an article is refused. Reports have some thousands, rarely more
    /// than a hundred thousand; the default is 4 MiB.
    pub text_limit: usize,
}

impl Options {
    /// The defaults for these languages.
    pub fn new(languages: Languages) -> Self {
        Options { hints: Hints::default(), encoding: None, languages, text_limit: 4 << 20 }
    }
}
