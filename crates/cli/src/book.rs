//! A ledger to be questioned: from its file, or from articles read for one question.

mod entries;
mod keep;
mod refresh;

use std::collections::BTreeMap;
use std::process::ExitCode;

use serde_json::Value;
use suquan_resolve::Record;
use suquan_resolve::interval::Interval;
use suquan_store::{EntryFilter, Store};

use crate::arguments::ledger::Whence;
use crate::messages::say;
use crate::{intake, reader};

pub(crate) use keep::{article, keep, search_text};
pub(crate) use refresh::{dated, judgements, records, refresh};

/// A ledger whose entries are up to date.
pub(crate) struct Book {
    /// Its documents and entries.
    pub(crate) store: Store,
    /// What the exit status is where nothing else goes wrong: articles may have failed.
    pub(crate) status: ExitCode,
}

impl Book {
    /// Opens the book for a question about the event `id`; `print` says whether there is one.
    pub(crate) fn answer(whence: &Whence, id: &str, print: impl FnOnce(&Self) -> Result<bool, Failure>) -> ExitCode {
        let Some(book) = Self::open(whence) else { return ExitCode::FAILURE };
        match print(&book) {
            Ok(true) => book.status,
            Ok(false) => {
                eprintln!("suquan: {}", say("ledger.no-event", &[("id", id)]));
                ExitCode::FAILURE
            }
            Err(failure) => failure.report(),
        }
    }

    /// Opens the ledger that the flags name; what is wrong is reported.
    pub(crate) fn open(whence: &Whence) -> Option<Book> {
        let book = match &whence.ledger {
            Some(path) => Store::open_read_only(path).map_err(Failure::from).map(|store| Book { store, status: ExitCode::SUCCESS }),
            None => Book::read(whence),
        };
        let up_to_date = book.and_then(|mut book| {
            let as_of = whence.as_of.as_deref().and_then(Interval::parse).map(|day| day.last);
            if as_of.is_some() || book.store.is_stale()? {
                // A reader of the file never writes it: what is not kept there is worked out in memory.
                let mut memory = Store::in_memory()?;
                refresh::copy(&book.store, &mut memory)?;
                refresh(&mut memory, &whence.how.read_by, as_of)?;
                book.store = memory;
            }
            Ok(book)
        });
        up_to_date.map_err(|failure| failure.report()).ok()
    }

    fn read(whence: &Whence) -> Result<Book, Failure> {
        let reader = reader::reader_or_report(&whence.how.read_by).ok_or(Failure::Reported)?;
        let mut intake = intake::articles(&whence.sources(), reader.pack());
        let mut store = Store::in_memory()?;
        let sources = whence.sources();
        keep(&mut store, &reader, &mut intake, &intake::hints(&sources), intake::jobs(&sources), |_, _| Ok(()))?;
        Ok(Book { store, status: intake.close() })
    }

    /// The records of a kind in the ledger's order.
    pub(crate) fn bodies(&self, kind: &str) -> Result<Vec<Value>, Failure> {
        let bodies = self.store.bodies(kind, &EntryFilter::default())?;
        bodies.iter().map(|body| Ok(serde_json::from_slice(body)?)).collect()
    }

    /// What lists show of the records of a kind, in the ledger's order.
    pub(crate) fn lines(&self, kind: &str) -> Result<Vec<Value>, Failure> {
        let lines = self.store.lines(kind, &EntryFilter::default())?;
        lines.iter().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }

    /// The record of the event with this id, or the only one whose id begins so.
    pub(crate) fn event(&self, id: &str) -> Result<Option<Value>, Failure> {
        let found = self.store.bodies_by_prefix("event", id, 2)?;
        let exact = self.store.body("event", id)?;
        let body = match (exact, found.as_slice()) {
            (Some(body), _) => Some(body),
            (None, [only]) => Some(only.clone()),
            _ => None,
        };
        Ok(body.map(|body| serde_json::from_slice(&body)).transpose()?)
    }

    /// The records of all articles, by hash.
    pub(crate) fn records(&self) -> Result<BTreeMap<String, Record>, Failure> {
        Ok(records(&self.store)?.into_iter().map(|record| (record.hash.clone(), record)).collect())
    }

    /// The newest day of publication: by it promises are overdue, unless another day is asked for.
    pub(crate) fn newest(&self) -> Result<Option<i32>, Failure> {
        let documents = self.lines("document")?;
        Ok(documents.iter().filter_map(|document| Interval::parse(document["published"].as_str()?)).map(|day| day.last).max())
    }
}

/// Why a ledger could not be questioned.
pub(crate) enum Failure {
    /// The file.
    Store(suquan_store::Error),
    /// What stands in it.
    Content(serde_json::Error),
    /// The output.
    Output(std::io::Error),
    /// It was said already.
    Reported,
}

impl Failure {
    /// Says it, and gives the exit status.
    pub(crate) fn report(&self) -> ExitCode {
        match self {
            Failure::Store(error) => eprintln!("suquan: {error}"),
            Failure::Content(error) => eprintln!("suquan: {}", say("error.ledger", &[("error", &error.to_string())])),
            Failure::Output(error) => eprintln!("suquan: {}", say("error.output", &[("error", &error.to_string())])),
            Failure::Reported => {}
        }
        ExitCode::FAILURE
    }
}

impl From<suquan_store::Error> for Failure {
    fn from(error: suquan_store::Error) -> Self {
        Failure::Store(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::Content(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::Output(error)
    }
}
