//! Which articles rest on the same report: independent origins.

use std::collections::{BTreeMap, BTreeSet};

use crate::partition::Partition;
use crate::record::Record;
use crate::sketch::{Sketch, near_duplicates};

/// Share of shingles from which two texts are copies of one; a rewritten copy keeps about half of them.
const COPY: f64 = 0.45;
/// Share from which two texts that credit the same agency, or quote the same long words, are from one report.
const RELATED: f64 = 0.15;

/// Of each article, the number of its origin, from 0 in the articles' order, and why it is shared.
#[must_use]
pub fn origins(records: &[Record]) -> (Vec<usize>, Vec<Vec<&'static str>>) {
    let sketches: Vec<Sketch> = records.iter().map(|record| record.features.sketch.clone()).collect();
    let mut partition = Partition::new(records.len());
    let mut reasons: Vec<BTreeSet<&'static str>> = vec![BTreeSet::new(); records.len()];
    let mut unite = |a: usize, b: usize, why: &'static str| {
        partition.unite(a, b);
        reasons[a].insert(why);
        reasons[b].insert(why);
    };
    for (a, b, _) in near_duplicates(&sketches, COPY) {
        unite(a, b, "near-copy");
    }
    let mut quoted: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut credited: BTreeMap<(&str, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (index, record) in records.iter().enumerate() {
        for quotation in &record.features.quotations {
            quoted.entry(*quotation).or_default().push(index);
        }
        let day = record.published.as_deref().and_then(|published| published.get(..10));
        for credit in &record.features.credits {
            credited.entry((credit, day)).or_default().push(index);
        }
    }
    // The same long quotation, or the same agency on the same day, makes two articles one report only where their texts
    // have more in common than the quotation or the news itself.
    for (groups, why) in [(quoted.into_values().collect::<Vec<_>>(), "quotation"), (credited.into_values().collect(), "credit")] {
        for group in groups {
            for pair in group.windows(2) {
                for (a, b) in [(pair[0], pair[1]), (group[0], pair[1])] {
                    if sketches[a].similarity(&sketches[b]) >= RELATED {
                        unite(a, b, why);
                    }
                }
            }
        }
    }
    let mut numbers = vec![0; records.len()];
    for (number, group) in partition.groups().into_iter().enumerate() {
        for member in group {
            numbers[member] = number;
        }
    }
    (numbers, reasons.into_iter().map(|set| set.into_iter().collect()).collect())
}
