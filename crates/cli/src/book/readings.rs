//! The readings of a store, undated ones with the dates that the others give them.

use std::collections::BTreeMap;

use suquan_pipeline::Hints;
use suquan_resolve::Record;
use suquan_store::{Reading, Readings, Redated, Store};
use suquan_timex::DocumentDate;

use super::Failure;
use super::keep::{article, policy};
use crate::arguments::ReadBy;
use crate::reader;
use crate::spread::spread;

/// Readings ready to be resolved.
pub(crate) struct Dated {
    /// By hash.
    pub(crate) records: Vec<Record>,
    /// By hash the labels of the articles that dated an undated one.
    pub(crate) dated_by: BTreeMap<String, Vec<String>>,
    /// The readings made again, as the store keeps them; none where they are those that it has.
    pub(crate) redated: Vec<Redated>,
}

/// The store's readings, undated ones dated by the others; an article that was read again with the same date before is not read a third time.
pub(crate) fn dated(store: &Store, read_by: &ReadBy, until: Option<i32>) -> Result<Dated, Failure> {
    if !store.is_stale()? {
        let records = records(store, until.map_or(Readings::Dated, Readings::Until))?;
        let dated_by = store.redated()?.into_iter().map(|one| Ok((one.hash, serde_json::from_str(&one.by)?))).collect::<Result<_, Failure>>()?;
        return Ok(Dated { records, dated_by, redated: Vec::new() });
    }
    let mut records = records(store, Readings::First)?;
    let mut known: BTreeMap<String, Redated> = store.redated()?.into_iter().map(|one| (one.hash.clone(), one)).collect();
    let mut used: BTreeMap<String, Redated> = BTreeMap::new();
    let mut opened = None;
    let dated_by = suquan_resolve::date(&mut records, |record, inferred| {
        let hash = record.hash.clone();
        let same = known.remove(&hash).filter(|old| old.published == inferred.published);
        let (record, reading) = match same {
            Some(old) => (serde_json::from_slice::<Record>(&old.reading).ok()?, old.reading),
            None => {
                let kept = store.document(&record.id).ok().flatten()?;
                // The pack is loaded only where an article is to be read again.
                let reader = opened.get_or_insert_with(|| reader::reader_or_report(read_by)).as_ref()?;
                let published = Some(DocumentDate { value: inferred.published.clone() });
                let hints = Hints { published, policy: policy(&kept.article) };
                let again = suquan_resolve::digest(&reader.read(article(&kept.article).ok()?, &hints));
                let reading = serde_json::to_vec(&again).ok()?;
                (Record { id: record.id.clone(), ..again }, reading)
            }
        };
        used.insert(hash.clone(), Redated { hash, published: inferred.published.clone(), by: String::new(), reading });
        Some(record)
    });
    let mut redated = Vec::new();
    for (hash, by) in &dated_by {
        if let Some(one) = used.remove(hash) {
            redated.push(Redated { by: serde_json::to_string(by)?, ..one });
        }
    }
    Ok(Dated { records, dated_by, redated })
}

/// The store's readings; labels as the store has them.
pub(crate) fn records(store: &Store, wanted: Readings) -> Result<Vec<Record>, Failure> {
    let mut kept = Vec::new();
    store.each_reading(wanted, |reading| kept.push(reading))?;
    // Taking them apart costs as much as all of resolution.
    let parse = |kept: &Reading| -> Result<Record, serde_json::Error> { Ok(Record { id: kept.id.clone(), ..serde_json::from_slice(&kept.reading)? }) };
    Ok(spread(&kept, parse).into_iter().collect::<Result<_, _>>()?)
}
