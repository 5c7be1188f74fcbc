//! A ledger to be questioned: from its file, or from articles read for one question.

mod entries;
mod failure;
mod keep;
mod readings;
mod refresh;

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use serde_json::Value;
use suquan_resolve::Record;
use suquan_resolve::interval::Interval;
use suquan_store::{EntryFilter, Hit, SearchText, Store};

use crate::arguments::ledger::Whence;
use crate::messages::say;
use crate::{intake, reader};

pub(crate) use failure::Failure;
pub(crate) use keep::{article, keep, search_text};
pub(crate) use readings::{Dated, dated};
pub(crate) use refresh::{judgements, refresh};

/// A ledger whose entries are up to date.
pub(crate) struct Book {
    /// Its articles and, as a rule, its entries.
    pub(crate) store: Store,
    /// The entries, where those of the file are not the ones asked about: of an earlier day, or not yet of the last articles.
    other: Option<Store>,
    /// What the exit status is where nothing else goes wrong: articles may have failed.
    pub(crate) status: ExitCode,
}

impl Book {
    /// A book of a store whose entries are up to date.
    pub(crate) fn of(store: Store) -> Book {
        Book { store, other: None, status: ExitCode::SUCCESS }
    }

    /// Opens the book for a question, and gives the exit status of answering it; what is wrong is reported.
    pub(crate) fn ask(whence: &Whence, print: impl FnOnce(&Self) -> Result<(), Failure>) -> ExitCode {
        match Self::open(whence).and_then(|book| print(&book).map(|()| book.status)) {
            Ok(status) => status,
            Err(failure) => failure.report(),
        }
    }

    /// The same for a question about the event `id`; `print` says whether there is one.
    pub(crate) fn ask_of(whence: &Whence, id: &str, print: impl FnOnce(&Self) -> Result<bool, Failure>) -> ExitCode {
        Self::ask(whence, |book| {
            if print(book)? {
                return Ok(());
            }
            eprintln!("suquan: {}", say("ledger.no-event", &[("id", id)]));
            Err(Failure::Reported)
        })
    }

    /// Opens the ledger that the flags name, its entries up to date.
    fn open(whence: &Whence) -> Result<Book, Failure> {
        let as_of = whence.as_of.as_deref().and_then(Interval::parse).map(|day| day.last);
        let mut book = Book::articles(whence)?;
        if as_of.is_some() || book.store.is_stale()? {
            // A reader of the file never writes it: what is not kept there is worked out in memory.
            let mut other = Store::in_memory()?;
            refresh::derive(&book.store, &mut other, &whence.how.read_by, as_of)?;
            book.other = Some(other);
        }
        Ok(book)
    }

    /// Opens it for its articles alone, as they were read; its entries may be behind them.
    pub(crate) fn articles(whence: &Whence) -> Result<Book, Failure> {
        let Some(path) = &whence.ledger else { return Book::read(whence) };
        if whence.how.asks_for_a_reading() {
            // The articles of a file were read when they came into it.
            eprintln!("suquan: {}", say("ledger.read-already", &[]));
            return Err(Failure::WrongCall);
        }
        Ok(Book::of(Store::open_read_only(path)?))
    }

    fn read(whence: &Whence) -> Result<Book, Failure> {
        let reader = reader::reader_or_report(&whence.how.read_by).ok_or(Failure::Reported)?;
        let sources = whence.sources();
        let mut intake = intake::articles(&sources, reader.pack());
        let mut store = Store::in_memory()?;
        keep(&mut store, &reader, &mut intake, &intake::hints(&sources), intake::jobs(&sources), |_, _| Ok(()))?;
        Ok(Book { status: intake.close(), ..Book::of(store) })
    }

    fn entries(&self) -> &Store {
        self.other.as_ref().unwrap_or(&self.store)
    }

    /// The records of a kind in the ledger's order.
    pub(crate) fn bodies(&self, kind: &str) -> Result<Vec<Value>, Failure> {
        let bodies = self.entries().bodies(kind, &EntryFilter::default())?;
        bodies.iter().map(|body| Ok(serde_json::from_slice(body)?)).collect()
    }

    /// What lists show of the records of a kind, in the ledger's order.
    pub(crate) fn lines(&self, kind: &str, filter: &EntryFilter) -> Result<Vec<Value>, Failure> {
        let lines = self.entries().lines(kind, filter)?;
        lines.iter().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }

    /// The record of the event with this id, or the only one whose id begins so.
    pub(crate) fn event(&self, id: &str) -> Result<Option<Value>, Failure> {
        let found = self.entries().bodies_by_prefix("event", id, 2)?;
        let exact = self.entries().body("event", id)?;
        let body = match (exact, found.as_slice()) {
            (Some(body), _) => Some(body),
            (None, [only]) => Some(only.clone()),
            _ => None,
        };
        Ok(body.map(|body| serde_json::from_slice(&body)).transpose()?)
    }

    /// The record of the article with this content.
    pub(crate) fn document(&self, hash: &str) -> Result<Option<Value>, Failure> {
        let body = self.entries().body("document", hash)?;
        Ok(body.map(|body| serde_json::from_slice(&body)).transpose()?)
    }

    /// The articles in which the words stand, best first.
    pub(crate) fn search(&self, words: &SearchText, limit: usize) -> Result<Vec<Hit>, Failure> {
        let Some(other) = &self.other else { return Ok(self.store.search(words, limit)?) };
        let mut hits = Vec::new();
        for hit in self.store.search(words, usize::MAX >> 1)? {
            if hits.len() < limit && other.body("document", &hit.hash)?.is_some() {
                hits.push(hit);
            }
        }
        Ok(hits)
    }

    /// The reading of an article that the entries rest on, by its label.
    pub(crate) fn reading(&self, id: &str) -> Result<Option<Record>, Failure> {
        let Some(kept) = self.store.reading(id)? else { return Ok(None) };
        let learnt = self.other.as_ref().map_or(Ok(None), |other| other.redated_as(&kept.hash))?;
        let record: Record = serde_json::from_slice(learnt.as_deref().unwrap_or(&kept.reading))?;
        Ok(Some(Record { id: kept.id, ..record }))
    }

    /// The readings of all articles that the entries rest on, by hash.
    pub(crate) fn records(&self) -> Result<BTreeMap<String, Record>, Failure> {
        let mut records = readings::records(&self.store, suquan_store::Readings::Dated)?;
        if let Some(other) = &self.other {
            let told: BTreeSet<String> = other.ids("document")?.into_iter().collect();
            records.retain(|record| told.contains(&record.hash));
            for record in &mut records {
                if let Some(learnt) = other.redated_as(&record.hash)? {
                    *record = Record { id: std::mem::take(&mut record.id), ..serde_json::from_slice(&learnt)? };
                }
            }
        }
        Ok(records.into_iter().map(|record| (record.hash.clone(), record)).collect())
    }

    /// The newest day of publication: by it promises are overdue, unless another day is asked for.
    pub(crate) fn newest(&self) -> Result<Option<i32>, Failure> {
        Ok(self.entries().last_day("document")?)
    }
}
