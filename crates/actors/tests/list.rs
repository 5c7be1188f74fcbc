//! The embedded list is without faults, and has a head of state or government for every state and year.

use suquan_actors::{Actors, Kind, Period, check, named, names_of};
use suquan_langpack::Pack;

/// States that were not there in all years since 2000, with their first year.
const YOUNG: [(&str, i32); 4] = [("country/ME", 2003), ("country/SS", 2011), ("country/TL", 2002), ("country/XK", 2008)];

/// Roles that make a head of state or government.
const HEADS: [&str; 16] = [
    "president",
    "prime-minister",
    "monarch",
    "supreme-leader",
    "party-leader",
    "military-ruler",
    "head-of-state",
    "leader",
    "pope",
    "presidency-chair",
    "captain-regent",
    "occupation-administrator",
    "transitional-council-chair",
    "presidential-council-chair",
    "sovereign-council-chair",
    "speaker",
];

#[test]
fn no_file_has_a_faulty_row() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../actors/");
    let names = ["states.tsv", "people.tsv", "offices.tsv", "organizations.tsv", "places.tsv", "terms.tsv", "beginnings.tsv"];
    let texts = names.map(|name| std::fs::read_to_string(format!("{folder}{name}")).unwrap());
    let files: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let actors = Actors::parse(&files).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let faults: Vec<String> = check(&actors).iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(actors.iter().count(), Actors::embedded().iter().count());
}

#[test]
fn every_state_has_a_head_in_every_year() {
    let actors = Actors::embedded();
    let mut missing = Vec::new();
    for state in actors.iter().filter(|actor| actor.kind == Kind::State && actor.detail == "state") {
        let first = YOUNG.iter().find(|(id, _)| *id == state.id).map_or(2000, |(_, first)| *first);
        for year in first..=2026 {
            let at = Period::parse(&year.to_string()).unwrap();
            let held = HEADS.iter().any(|role| actors.offices_with_role(role, state.id).iter().any(|office| !actors.holders(office.id, at).is_empty()));
            if !held {
                missing.push(format!("{} {year}", state.id));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join(", "));
}

#[test]
fn every_state_has_a_capital_and_a_country_of_its_own() {
    let actors = Actors::embedded();
    for state in actors.iter().filter(|actor| actor.kind == Kind::State && actor.detail == "state") {
        let code = state.id.strip_prefix("country/").unwrap();
        let capital = actors.capital_of(code).unwrap_or_else(|| panic!("{} has no capital", state.id));
        assert_eq!(actors.country_of(capital), Some(code), "{capital}");
        assert!(actors.is_capital(capital));
    }
    assert!(actors.iter().filter(|actor| actor.kind == Kind::State).count() >= 250);
}

#[test]
fn places_and_bodies_lie_in_their_states() {
    let actors = Actors::embedded();
    for (id, country) in [
        ("place/busan", Some("KR")),
        ("place/shanghai", Some("CN")),
        ("place/moscow", Some("RU")),
        ("place/south-china-sea", None),
        ("place/korean-peninsula", None),
        ("org/us-white-house", Some("US")),
        ("org/un", None),
        ("office/us-president", Some("US")),
        ("office/un-secretary-general", None),
        ("person/xi-jinping", Some("CN")),
        ("country/JP", Some("JP")),
        ("place/nowhere", None),
    ] {
        assert_eq!(actors.country_of(id), country, "{id}");
    }
}

#[test]
fn every_name_in_the_packs_is_somebodys() {
    let actors = Actors::embedded();
    let pack = Pack::embedded("vi").unwrap();
    let class = pack.class("name").unwrap();
    for row in pack.lexicon().rows().iter().filter(|row| row.class == class) {
        assert!(actors.get(row.head()).is_some(), "{}:{}: `{}` is not in the list", row.file(), row.line, row.head());
    }
    for state in actors.iter().filter(|actor| actor.kind == Kind::State) {
        assert!(names_of(&pack, state.id).next().is_some(), "{} has no Vietnamese name", state.id);
    }
}

#[test]
fn forms_lead_to_ids() {
    let pack = Pack::embedded("vi").unwrap();
    let ids = |words: &str| named(&pack, words).iter().map(|row| row.head().to_owned()).collect::<Vec<_>>();
    assert_eq!(ids("Tập Cận Bình"), ["person/xi-jinping"]);
    assert_eq!(ids("tap can binh"), ["person/xi-jinping"]);
    assert_eq!(ids("Hoa Kỳ"), ["country/US"]);
    assert_eq!(ids("Clinton"), ["person/bill-clinton", "person/hillary-clinton"]);
    assert_eq!(ids("Nhà Trắng"), ["org/us-white-house"]);
    assert!(ids("Nguyễn Văn Không Ai").is_empty());
}
