//! Records made by hand.

use suquan_resolve::Record;
use suquan_resolve::record::{Account, Dated, Features, Ground, Party, Place, Quote, Role};
use suquan_resolve::sketch::{Sketch, hash_bytes, mix};

/// A person of a state, known to the actor list.
pub fn person(name: &str, country: &str) -> Party {
    let key = name.to_lowercase();
    Party {
        name: name.into(),
        actor: Some(format!("person/{}", key.replace(' ', "-"))),
        kind: "person".into(),
        country: Some(country.into()),
        keys: vec![key],
        ..Party::default()
    }
}

/// A state.
pub fn state(code: &str) -> Party {
    Party {
        name: code.into(),
        actor: Some(format!("country/{code}")),
        kind: "country".into(),
        country: Some(code.into()),
        keys: vec![code.to_lowercase()],
        ..Party::default()
    }
}

/// An article about a subject, told in words of its own (`voice`); equal subject and voice are the same text.
pub fn article(id: &str, published: Option<&str>, subject: u64, voice: u64, parties: &[Party]) -> Record {
    let words: Vec<u64> = (0..60).map(|i| mix(subject * 1_000 + i)).chain((0..60).map(|i| mix(voice * 1_000_003 + i))).collect();
    let mut terms: Vec<(u32, u16)> = words.iter().map(|word| (*word as u32, 1)).collect();
    terms.sort_unstable();
    let mut named: Vec<(u32, u16)> = parties.iter().map(|party| (hash_bytes(party.name.as_bytes()) as u32, 2)).collect();
    named.sort_unstable();
    named.dedup();
    Record {
        id: id.into(),
        hash: format!("{:016x}", hash_bytes(id.as_bytes())),
        language: "xx".into(),
        published: published.map(str::to_owned),
        features: Features { sketch: Sketch::of(&words), terms, named, ..Features::default() },
        parties: parties.to_vec(),
        ..Record::default()
    }
}

/// A ground at a place of the text.
pub fn ground(start: u32) -> Ground {
    Ground { span: Quote { start, end: start + 5, text: "words".into() }, rule: "test".into() }
}

/// An account whose actors are all the article's parties.
pub fn account(record: &Record, kind: &str, modes: &[&str], date: Option<&str>) -> Account {
    let start = 100 * record.events.len() as u32;
    Account {
        kind: kind.into(),
        modes: modes.iter().map(|&mode| mode.to_owned()).collect(),
        actors: (0..record.parties.len()).map(|party| Role { party, ground: ground(start) }).collect(),
        date: date.map(|value| Dated { value: value.into(), basis: "stated".into(), time: None, zone: None, ground: ground(start + 20) }),
        status: "occurred".into(),
        triggers: vec![ground(start + 40)],
        words: vec![1, 2, 3],
        ..Account::default()
    }
}

/// A place in a state.
pub fn place(name: &str, country: &str) -> Place {
    let actor = if name == country { format!("country/{country}") } else { format!("place/{}", name.to_lowercase()) };
    Place { name: name.into(), actor: Some(actor), country: Some(country.into()), key: name.to_lowercase(), ground: ground(7) }
}
