//! Why a page gave no article.

use std::fmt;

/// A page that no article could be taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Where the page was found.
    pub uri: String,
    /// The line of a JSON Lines file, counted from 1.
    pub line: Option<u64>,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong with a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is not a single letter or digit in it.
    Empty,
    /// The bytes are not text; what they look like, where that can be told: `PDF`.
    Binary(Option<&'static str>),
    /// The text is longer than [`Options::text_limit`](crate::Options::text_limit), in bytes.
    TooLarge(usize),
    /// A web page in which no running text stands out: a front page, a form, an empty frame.
    NoArticle,
    /// A web page nested deeper than a person would write it.
    TooDeep,
    /// A line that is not a JSON object; what the parser said.
    BadJson(String),
    /// A JSON object without text or html, or with something else under a key than what belongs
    /// there.
    BadField(&'static str),
}

impl Reason {
    /// The stable name, as it stands in output: `no-article`.
    pub fn name(&self) -> &'static str {
        match self {
            Reason::Empty => "empty",
            Reason::Binary(_) => "binary",
            Reason::TooLarge(_) => "text-too-large",
            Reason::NoArticle => "no-article",
            Reason::TooDeep => "too-deep",
            Reason::BadJson(_) => "bad-json",
            Reason::BadField(_) => "bad-field",
        }
    }

    /// What the name does not say, for a person; may be empty.
    pub fn detail(&self) -> String {
        match self {
            Reason::Empty | Reason::NoArticle | Reason::TooDeep => String::new(),
            Reason::Binary(kind) => kind.unwrap_or("unknown format").to_owned(),
            Reason::TooLarge(limit) => format!("{limit} bytes"),
            Reason::BadJson(error) => error.clone(),
            Reason::BadField(key) => (*key).to_owned(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.uri)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.reason.name())?;
        let detail = self.reason.detail();
        if detail.is_empty() { Ok(()) } else { write!(f, " ({detail})") }
    }
}

impl std::error::Error for Refusal {}
