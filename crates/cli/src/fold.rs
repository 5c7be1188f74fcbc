//! From articles to the ledger: reading, dating, resolving.

use std::collections::BTreeMap;

use suquan_extract::Article;
use suquan_pipeline::{Hints, Reader, read_all};
use suquan_resolve::Record;
use suquan_timex::DocumentDate;

/// The readings of some articles, ready to be resolved.
pub(crate) struct Folded {
    /// What the ledger needs of each, by hash.
    pub(crate) records: Vec<Record>,
    /// The articles by which an undated one was dated: labels by hash.
    pub(crate) dated_by: BTreeMap<String, Vec<String>>,
}

/// Reads the articles, those that say no date with the one that the others give them.
pub(crate) fn fold(reader: &Reader, articles: Vec<Article>, hints: &Hints, jobs: usize, done: impl Fn() + Sync) -> Folded {
    // Kept for those that a date may be learnt for, to be read again with it.
    let undated: BTreeMap<String, Article> =
        articles.iter().filter(|article| article.published.is_none()).map(|article| (article.hash.clone(), article.clone())).collect();
    let mut records: Vec<Record> = read_all(reader, articles, hints, jobs, |reading| suquan_resolve::digest(&reading), done);
    let dated_by = suquan_resolve::date(&mut records, |record, inferred| {
        let article = undated.get(&record.hash)?.clone();
        let hints = Hints { published: Some(DocumentDate { value: inferred.published.clone() }), ..hints.clone() };
        Some(suquan_resolve::digest(&reader.read(article, &hints)))
    });
    Folded { records, dated_by }
}
