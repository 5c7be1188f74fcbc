//! `suquan correct`: decisions of editors.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use serde_json::Value;
use suquan_resolve::{Action, Judgement, Mark};
use suquan_store::Store;

use crate::arguments::ReadBy;
use crate::arguments::ledger::{Correct, CorrectAction};
use crate::book::{Book, Failure, judgements, refresh};
use crate::messages::say;

pub(crate) fn run(arguments: &Correct) -> ExitCode {
    let Some(path) = &arguments.ledger else {
        eprintln!("suquan: {}", say("ledger.which", &[]));
        return ExitCode::from(2);
    };
    match correct(arguments, path) {
        Ok(status) => status,
        Err(failure) => failure.report(),
    }
}

fn correct(arguments: &Correct, path: &Path) -> Result<ExitCode, Failure> {
    let read_by = ReadBy::default();
    let mut store = Store::open(path)?;
    refresh(&mut store, &read_by)?;
    let mut book = Book::of(store);
    let action = match &arguments.action {
        CorrectAction::List => return list(&book),
        CorrectAction::Undo { number } => {
            if !book.store.take_back(*number)? {
                eprintln!("suquan: {}", say("ledger.no-judgement", &[("number", &number.to_string())]));
                return Ok(ExitCode::FAILURE);
            }
            refresh(&mut book.store, &read_by)?;
            return Ok(ExitCode::SUCCESS);
        }
        action => action,
    };
    let (Some(author), Some(reason)) = (&arguments.author, &arguments.reason) else {
        eprintln!("suquan: {}", say("ledger.say-why", &[]));
        return Ok(ExitCode::from(2));
    };
    let Some(action) = marked(&book, action)? else { return Ok(ExitCode::FAILURE) };
    let judgement = Judgement { number: 0, author: author.clone(), reason: reason.clone(), action };
    let number = book.store.judge(&serde_json::to_string(&judgement)?)?;
    refresh(&mut book.store, &read_by)?;
    writeln!(std::io::stdout(), "{}", say("ledger.judged", &[("number", &number.to_string())]))?;
    Ok(ExitCode::SUCCESS)
}

/// The action in terms of the words it is about, which outlive the ids of entries.
fn marked(book: &Book, action: &CorrectAction) -> Result<Option<Action>, Failure> {
    let find = |id: &str| -> Result<Option<Value>, Failure> {
        let event = book.event(id)?;
        if event.is_none() {
            eprintln!("suquan: {}", say("ledger.no-event", &[("id", id)]));
        }
        Ok(event)
    };
    Ok(match action {
        CorrectAction::Merge { a, b } => match (find(a)?, find(b)?) {
            (Some(a), Some(b)) => Some(Action::Merge { these: marks(book, &a, None)?, those: marks(book, &b, None)? }),
            _ => None,
        },
        CorrectAction::Split { event, document } => find(event)?
            .map(|event| -> Result<Action, Failure> {
                Ok(Action::Split { these: marks(book, &event, Some((document, true)))?, those: marks(book, &event, Some((document, false)))? })
            })
            .transpose()?,
        CorrectAction::Set { event, field, value } => find(event)?
            .map(|event| Ok::<_, Failure>(Action::Set { these: marks(book, &event, None)?, field: field.clone(), value: value.clone() }))
            .transpose()?,
        CorrectAction::Reject { event } => find(event)?.map(|event| Ok::<_, Failure>(Action::Reject { these: marks(book, &event, None)? })).transpose()?,
        CorrectAction::List | CorrectAction::Undo { .. } => None,
    })
}

/// The mentions of an entry; with a document, those in it or those elsewhere.
fn marks(book: &Book, event: &Value, document: Option<(&str, bool)>) -> Result<Vec<Mark>, Failure> {
    let mut marks = Vec::new();
    for report in event["reports"].as_array().into_iter().flatten() {
        let id = report["document"].as_str().unwrap_or_default();
        if document.is_some_and(|(wanted, inside)| (id == wanted) != inside) {
            continue;
        }
        let Some(kept) = book.store.document(id)? else { continue };
        for span in report["spans"].as_array().into_iter().flatten() {
            let offset = |key: &str| span[key].as_u64().and_then(|offset| u32::try_from(offset).ok()).unwrap_or(0);
            marks.push(Mark { document: kept.hash.clone(), start: offset("start"), end: offset("end") });
        }
    }
    Ok(marks)
}

fn list(book: &Book) -> Result<ExitCode, Failure> {
    let mut output = std::io::stdout().lock();
    for judgement in judgements(&book.store)? {
        let body = serde_json::to_value(&judgement)?;
        writeln!(output, "{}  {}  {}: {}", judgement.number, body["action"].as_str().unwrap_or_default(), judgement.author, judgement.reason)?;
    }
    Ok(ExitCode::SUCCESS)
}
