//! Bringing the entries up to date with the articles and judgements.

use suquan_resolve::{Judgement, Ledger};
use suquan_store::Store;

use super::{Dated, Failure, dated, entries};
use crate::arguments::ReadBy;

/// Resolves all that the store holds and writes the entries; where nothing has changed since they were written, nothing is done.
pub(crate) fn refresh(store: &mut Store, read_by: &ReadBy) -> Result<(), Failure> {
    if !store.is_stale()? {
        return Ok(());
    }
    // Taken before the documents are read: what is added meanwhile leaves the entries stale, never wrongly fresh.
    let input = store.input_version()?;
    let Dated { records, dated_by, redated } = dated(store, read_by, None)?;
    let ledger: Ledger = suquan_resolve::resolve(records, &dated_by, &judgements(store)?);
    store.save_entries(input, &entries::entries(&ledger), &redated)?;
    Ok(())
}

/// Resolves what the one store holds, up to a day if one is given, and writes the entries to the other.
pub(crate) fn derive(from: &Store, to: &mut Store, read_by: &ReadBy, as_of: Option<i32>) -> Result<(), Failure> {
    let Dated { mut records, dated_by, redated } = dated(from, read_by, as_of)?;
    if let Some(day) = as_of {
        records = suquan_ledger::as_of(records, day);
    }
    let ledger = suquan_resolve::resolve(records, &dated_by, &judgements(from)?);
    to.save_entries(0, &entries::entries(&ledger), &redated)?;
    Ok(())
}

/// The judgements with their numbers.
pub(crate) fn judgements(store: &Store) -> Result<Vec<Judgement>, Failure> {
    let parse = |(number, body): (i64, String)| Ok(Judgement { number, ..serde_json::from_str(&body)? });
    store.judgements()?.into_iter().map(parse).collect()
}
