//! Bringing the entries up to date with the documents and judgements.

use std::collections::BTreeMap;

use suquan_pipeline::Hints;
use suquan_resolve::{Judgement, Ledger, Record};
use suquan_store::{NewDocument, Store};
use suquan_timex::DocumentDate;

use super::keep::{article, search_text};
use super::{Failure, entries};
use crate::arguments::ReadBy;
use crate::reader;

/// Resolves all that the store holds, up to a day if one is given, and writes the entries.
pub(crate) fn refresh(store: &mut Store, read_by: &ReadBy, as_of: Option<i32>) -> Result<(), Failure> {
    // Taken before the documents are read: what is added meanwhile leaves the entries stale, never wrongly fresh.
    let input = store.input_version()?;
    let (records, dated_by) = dated(store, read_by, as_of)?;
    let ledger: Ledger = suquan_resolve::resolve(records, &dated_by, &judgements(store)?);
    store.save_entries(input, &entries::entries(&ledger))?;
    Ok(())
}

/// Records, and by hash the words by which undated ones were dated.
pub(crate) type Dated = (Vec<Record>, BTreeMap<String, Vec<String>>);

/// The store's records up to a day, undated ones dated by the others.
pub(crate) fn dated(store: &Store, read_by: &ReadBy, as_of: Option<i32>) -> Result<Dated, Failure> {
    let mut records = records(store)?;
    let mut opened = None;
    let dated_by = suquan_resolve::date(&mut records, |record, inferred| {
        let document = store.document(&record.id).ok().flatten()?;
        let article = article(&document.article).ok()?;
        // The pack is loaded only where an article is to be read again.
        let reader = opened.get_or_insert_with(|| reader::reader_or_report(read_by)).as_ref()?;
        let hints = Hints { published: Some(DocumentDate { value: inferred.published.clone() }), ..Hints::default() };
        Some(suquan_resolve::digest(&reader.read(article, &hints)))
    });
    let records = match as_of {
        Some(day) => suquan_ledger::as_of(records, day),
        None => records,
    };
    Ok((records, dated_by))
}

/// What the ledger needs of every current article; labels as the store has them.
pub(crate) fn records(store: &Store) -> Result<Vec<Record>, Failure> {
    let mut records = Vec::new();
    let mut fault = None;
    store.each_document(|document| match serde_json::from_slice::<Record>(&document.reading) {
        Ok(record) => records.push(Record { id: document.id, ..record }),
        Err(error) => fault = Some(error),
    })?;
    fault.map_or(Ok(records), |error| Err(error.into()))
}

/// The judgements with their numbers.
pub(crate) fn judgements(store: &Store) -> Result<Vec<Judgement>, Failure> {
    let parse = |(number, body): (i64, String)| Ok(Judgement { number, ..serde_json::from_str(&body)? });
    store.judgements()?.into_iter().map(parse).collect()
}

/// Copies the input of one store to another.
pub(crate) fn copy(from: &Store, to: &mut Store) -> Result<(), Failure> {
    let mut documents = Vec::new();
    from.each_document(|document| {
        let article = article(&document.article).unwrap_or_default();
        let words = search_text(&format!("{}\n{}", article.title.unwrap_or_default(), article.text));
        documents.push(NewDocument { id: document.id, hash: document.hash, article: document.article, reading: document.reading, words });
    })?;
    to.add(&documents)?;
    for (_, judgement) in from.judgements()? {
        to.judge(&judgement)?;
    }
    Ok(())
}
