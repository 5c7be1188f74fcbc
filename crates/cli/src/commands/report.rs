//! `suquan report`: a ledger as a page.

use std::process::ExitCode;

use suquan_report::Contents;

use crate::arguments::Report;
use crate::book::{Book, Failure, article};

pub(crate) fn run(arguments: &Report) -> ExitCode {
    Book::ask(&arguments.whence, |book| Ok(std::fs::write(&arguments.html, suquan_report::page(&contents(book)?))?))
}

/// Every kind of record, and each article's with its text.
fn contents(book: &Book) -> Result<Contents, Failure> {
    let records = book.records()?;
    let statements = records.values().flat_map(|record| record.statements.iter().map(|saying| suquan_api::statement(record, saying))).collect();
    let mut documents = book.bodies("document")?;
    for document in &mut documents {
        let kept = book.store.document(document["id"].as_str().unwrap_or_default())?;
        document["text"] = kept.map(|kept| article(&kept.article)).transpose()?.map_or(String::new(), |article| article.text).into();
    }
    Ok(Contents { events: book.bodies("event")?, commitments: book.bodies("commitment")?, statements, documents })
}
