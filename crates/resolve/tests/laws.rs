//! The ledger is a function of the set of articles.

mod common;

use common::{account, article, person, place, state};
use proptest::prelude::*;
use std::collections::BTreeMap;
use suquan_resolve::{Record, resolve};

/// Subject, voice, size of the cast, and the events: type, modes, date, place.
type Told = (u64, u64, usize, Vec<(usize, usize, usize, usize)>);

/// Articles of a few parties, days, subjects and places, so that they often tell of the same things.
fn articles() -> impl Strategy<Value = Vec<Record>> {
    let event = (0usize..4, 0usize..3, 0usize..6, 0usize..4);
    let one = (0u64..4, 0u64..5, 1usize..3, proptest::collection::vec(event, 0..4));
    proptest::collection::vec(one, 0..14).prop_map(|all| {
        let make = |(index, (subject, voice, cast, events)): (usize, Told)| {
            let parties = [person("Ann Bell", "AA"), person("Cid Dow", "CC"), state("AA"), state("EE")];
            let published = ["2025-11-24", "2025-11-25", "2025-11-26"][index % 3];
            let mut record = article(&format!("a{index}"), Some(published), subject, voice, &parties[..=cast]);
            for (kind, mode, date, at) in events {
                let date = [None, Some("2025-11-24"), Some("2025-11"), Some("2025"), Some("2025-11-23/2025-11-25"), Some("2026")][date];
                let modes: &[&str] = [&[][..], &["phone"], &["visit"]][mode];
                let mut account = account(&record, ["CONSULT", "AGREE", "SUPPORT", "ACCUSE"][kind], modes, date);
                account.place = [None, Some(place("Busan", "KR")), Some(place("KR", "KR")), Some(place("Aton", "AA"))][at].clone();
                record.events.push(account);
            }
            record
        };
        all.into_iter().enumerate().map(make).collect()
    })
}

proptest! {
    #[test]
    fn the_order_of_articles_does_not_matter(records in articles(), seed in any::<u64>()) {
        let mut shuffled = records.clone();
        shuffled.sort_by_key(|record| suquan_resolve::sketch::mix(seed ^ suquan_resolve::sketch::hash_bytes(record.id.as_bytes())));
        prop_assert_eq!(resolve(records, &BTreeMap::new(), &[]), resolve(shuffled, &BTreeMap::new(), &[]));
    }

    #[test]
    fn an_article_twice_is_one(records in articles()) {
        let twice = [records.clone(), records.clone()].concat();
        prop_assert_eq!(resolve(records, &BTreeMap::new(), &[]), resolve(twice, &BTreeMap::new(), &[]));
    }

    #[test]
    fn every_account_stands_in_one_event_and_ids_are_unique(records in articles()) {
        let ledger = resolve(records.clone(), &BTreeMap::new(), &[]);
        let told: usize = ledger.events.iter().map(|event| event.reports.iter().map(|report| report.spans.len()).sum::<usize>()).sum();
        prop_assert_eq!(told, records.iter().map(|record| record.events.len()).sum::<usize>());
        let ids: std::collections::BTreeSet<&str> = ledger.events.iter().map(|event| event.id.as_str()).collect();
        prop_assert_eq!(ids.len(), ledger.events.len());
        let in_stories: usize = ledger.stories.iter().map(|story| story.documents.len()).sum();
        prop_assert_eq!(in_stories, records.len());
    }
}
