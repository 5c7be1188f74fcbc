//! The ledger is a function of the set of articles.

mod common;

use common::{account, article, ground, person, place, state};
use proptest::prelude::*;
use std::collections::BTreeMap;
use suquan_resolve::record::{Promise, Quantity, Quote, Role, Saying, Topic};
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
                account.status = ["occurred", "planned", "negated"][(voice as usize + at) % 3].into();
                account.quantities = vec![tonnes(voice as f64); at % 2];
                record.events.push(account);
                promise_and_say(&mut record, voice as u32, at);
            }
            record
        };
        all.into_iter().enumerate().map(make).collect()
    })
}

fn tonnes(value: f64) -> Quantity {
    Quantity { value, unit: "t".into(), of: Some("rice".into()), ground: ground(5), ..Quantity::default() }
}

/// A promise of the last event told, or of an amount, and words of its agent about something.
fn promise_and_say(record: &mut Record, voice: u32, at: usize) {
    let start = 1_000 + 50 * record.promises.len() as u32;
    let span = |from: u32| Quote { start: start + from, end: start + from + 5, text: "words".into() };
    record.promises.push(Promise {
        agent: Role { party: 0, ground: ground(start) },
        content: span(10),
        act: (at > 1).then(|| record.events.len() - 1),
        quantities: vec![Quantity { baseline: (voice > 2).then_some(1.0), ..tonnes(f64::from(voice)) }; at % 2],
        status: ["promised", "considered", "fulfilled"][at % 3].into(),
        words: vec![1, 2, 3, 10 + voice],
        ..Promise::default()
    });
    let topic = Topic { topic: ["trade", "island"][at % 2].into(), side: None, span: span(20) };
    record.statements.push(Saying { speaker: at % record.parties.len(), content: span(20), topics: vec![topic], ..Saying::default() });
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
