//! `suquan remove`: articles out of a ledger file.

use std::process::ExitCode;

use suquan_store::Store;

use crate::arguments::ReadBy;
use crate::arguments::ledger::Remove;
use crate::book::{Failure, refresh};
use crate::messages::say;

pub(crate) fn run(arguments: &Remove) -> ExitCode {
    match remove(arguments) {
        Ok(status) => status,
        Err(failure) => failure.report(),
    }
}

fn remove(arguments: &Remove) -> Result<ExitCode, Failure> {
    let mut store = Store::open(&arguments.ledger)?;
    let mut status = ExitCode::SUCCESS;
    for id in &arguments.ids {
        if !store.remove(id)? {
            eprintln!("suquan: {}", say("ledger.no-document", &[("id", id)]));
            status = ExitCode::FAILURE;
        }
    }
    refresh(&mut store, &ReadBy::default())?;
    Ok(status)
}
