//! Flags of the commands that keep or question a ledger.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{How, Sources};
use crate::filter::{Filter, date};

/// Where a ledger is found: in a file, or in articles read for this one question.
#[derive(Debug, Args)]
pub(crate) struct Whence {
    /// Articles: .txt, .html, .jsonl, folders of these, or - for standard input; instead of --ledger.
    #[arg(required_unless_present = "ledger", conflicts_with = "ledger", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// A ledger made by `suquan ingest`.
    #[arg(long, value_name = "LEDGER")]
    pub(crate) ledger: Option<PathBuf>,
    /// What the articles published until then say.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<String>,
    #[command(flatten)]
    pub(crate) how: How,
}

impl Whence {
    /// The articles as the commands that only read take them.
    pub(crate) fn sources(&self) -> Sources {
        Sources { files: self.files.clone(), how: self.how.clone() }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Ingest {
    /// The ledger to keep them in; it is made where there is none.
    #[arg(long, value_name = "LEDGER")]
    pub(crate) ledger: PathBuf,
    /// The form of the acknowledgements.
    #[arg(long, default_value = "text", value_parser = ["text", "jsonl"])]
    pub(crate) format: String,
    #[command(flatten)]
    pub(crate) sources: Sources,
}

#[derive(Debug, Args)]
pub(crate) struct Remove {
    /// The ledger.
    #[arg(long, value_name = "LEDGER")]
    pub(crate) ledger: PathBuf,
    /// The ids of the articles.
    #[arg(required = true, value_name = "ID")]
    pub(crate) ids: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Entries {
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// The form of the output.
    #[arg(long, default_value = "text", value_parser = ["text", "jsonl"])]
    pub(crate) format: String,
    #[command(flatten)]
    pub(crate) filter: Filter,
}

#[derive(Debug, Args)]
pub(crate) struct Dump {
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// The form of the output.
    #[arg(long, default_value = "jsonl", value_parser = ["jsonl"])]
    pub(crate) format: String,
    /// Which entries to print.
    #[arg(long, default_value = "events", value_parser = ["events", "commitments", "statements", "stories", "documents"])]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) filter: Filter,
}

#[derive(Debug, Args)]
pub(crate) struct One {
    /// The event's id, or the beginning of it.
    #[arg(value_name = "EVENT")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// The form of the output.
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    pub(crate) format: String,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// The event's id, or the beginning of it.
    #[arg(value_name = "EVENT")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// Compare the accounts of outlets instead of those of sides.
    #[arg(long)]
    pub(crate) by_outlet: bool,
    /// The form of the output.
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    pub(crate) format: String,
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// The words, with or without diacritics; they must stand in this order.
    #[arg(value_name = "TEXT")]
    pub(crate) words: String,
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// At most so many articles.
    #[arg(long, default_value_t = 20)]
    pub(crate) limit: usize,
    /// The form of the output.
    #[arg(long, default_value = "text", value_parser = ["text", "jsonl"])]
    pub(crate) format: String,
}

#[derive(Debug, Args)]
pub(crate) struct Commitments {
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// Only those of this party.
    #[arg(long, value_name = "NAME")]
    pub(crate) agent: Option<String>,
    /// Only those due on or before this day.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) due_before: Option<String>,
    /// Only those with this status.
    #[arg(long, value_parser = ["promised", "considered", "conditional", "fulfilled", "withdrawn", "overdue"])]
    pub(crate) status: Option<String>,
    /// The form of the output.
    #[arg(long, default_value = "text", value_parser = ["text", "jsonl"])]
    pub(crate) format: String,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// What the articles published after this day add.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) since: String,
    /// The form of the output.
    #[arg(long, default_value = "text", value_parser = ["text", "jsonl"])]
    pub(crate) format: String,
}

#[derive(Debug, Args)]
pub(crate) struct Correct {
    /// The ledger.
    #[arg(long, value_name = "LEDGER", global = true, required = false)]
    pub(crate) ledger: Option<PathBuf>,
    /// Who decides.
    #[arg(long, value_name = "NAME", global = true)]
    pub(crate) author: Option<String>,
    /// Why.
    #[arg(long, value_name = "TEXT", global = true)]
    pub(crate) reason: Option<String>,
    #[command(subcommand)]
    pub(crate) action: CorrectAction,
}

/// What is corrected.
#[derive(Debug, Subcommand)]
pub(crate) enum CorrectAction {
    /// Two entries are one event.
    Merge {
        /// One event's id.
        a: String,
        /// The other's.
        b: String,
    },
    /// What one article tells is another event than the rest of the entry.
    Split {
        /// The event's id.
        event: String,
        /// The article's id.
        document: String,
    },
    /// A field has this value.
    Set {
        /// The event's id.
        event: String,
        /// The field.
        #[arg(value_parser = ["date", "place", "status", "type"])]
        field: String,
        /// The value.
        value: String,
    },
    /// The entry is no event.
    Reject {
        /// The event's id.
        event: String,
    },
    /// Lists what was decided.
    List,
    /// Takes a decision back.
    Undo {
        /// Its number in the list.
        number: i64,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// csv: a row an event; plover: strict PLOVER as JSON lines; ics: planned events for a calendar.
    #[arg(long, value_parser = ["csv", "plover", "ics"])]
    pub(crate) format: String,
    #[command(flatten)]
    pub(crate) filter: Filter,
}
