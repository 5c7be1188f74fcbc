//! A user's file on top of the list, and the faults that are found in lists.

use suquan_actors::{Actors, Period, check};

const OWN: &str = r#"
[[person]]
id = "person/jane-doe"
name = "Jane Doe"
country = "NZ"
names = ["Jane Doe"]
parts = ["Doe"]

[[office]]
id = "office/nz-sports-minister"
role = "sports-minister"
of = "country/NZ"

[[term]]
office = "office/nz-sports-minister"
person = "person/jane-doe"
start = "2026-03"

[[name]]
of = "place/busan"
names = ["Phủ Sơn"]
"#;

#[track_caller]
fn faults(text: &str, expected: &[&str]) {
    let mut actors = Actors::embedded();
    let found: Vec<String> = match actors.extend("own.toml", text) {
        Ok(_) => check(&actors).iter().map(ToString::to_string).collect(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(found, expected);
}

#[test]
fn a_file_adds_people_offices_terms_and_names() {
    let mut actors = Actors::embedded();
    let names = actors.extend("own.toml", OWN).unwrap();
    let holders = actors.holders("office/nz-sports-minister", Period::parse("2026-04-01").unwrap());
    assert_eq!((holders[0].person, holders[0].sure, holders[0].source), ("person/jane-doe", true, "user"));
    assert_eq!(names.to_tsv(), "Jane Doe\tperson/jane-doe\nDoe\tperson/jane-doe part=surname\nPhủ Sơn\tplace/busan\n");
    assert_eq!(check(&actors), []);
}

#[test]
fn a_row_of_the_user_takes_the_place_of_the_lists() {
    let mut actors = Actors::embedded();
    let count = actors.iter().count();
    actors.extend("own.toml", "[[place]]\nid = \"place/busan\"\nname = \"Pusan\"\nkind = \"city\"\ncountry = \"KR\"\n").unwrap();
    assert_eq!((actors.get("place/busan").unwrap().name, actors.iter().count()), ("Pusan", count));
}

#[test]
fn faults_name_their_lines() {
    faults("[[person]\n", &["own.toml:1: unclosed array table, expected `]`"]);
    faults(
        "\n[[person]]\nid = \"jane\"\nname = \"Jane\"\n",
        &["own.toml:2: `jane` is no id of this kind of row; ids begin with country/, person/, office/, org/ or place/"],
    );
    faults("[[term]]\noffice = \"office/us-president\"\nperson = \"person/nobody\"\nstart = \"2028\"\n", &["own.toml:1: `person/nobody` is not in the list"]);
    faults(
        "[[term]]\noffice = \"office/us-president\"\nperson = \"person/jd-vance\"\nstart = \"last year\"\n",
        &["own.toml:1: the start `last year` is no date; write 2013, 2013-03 or 2013-03-14"],
    );
    faults(
        "[[term]]\noffice = \"office/us-president\"\nperson = \"person/jd-vance\"\nstart = \"2028\"\nend = \"2027\"\n",
        &["own.toml:1: the term ends (2027) before it begins (2028)"],
    );
    faults(
        "[[people]]\nid = \"person/a\"\n",
        &["own.toml:0: `people` is not known; tables are [[person]], [[organization]], [[place]], [[office]], [[term]], [[state]], [[name]]"],
    );
}

#[test]
fn overlaps_and_dangling_ids_are_found() {
    faults(
        "[[term]]\noffice = \"office/us-president\"\nperson = \"person/jd-vance\"\nstart = \"2026-03-01\"\n",
        &["own.toml:1: `office/us-president`: the term overlaps that of person/donald-trump (2025-01-20 to )"],
    );
    faults(
        "[[organization]]\nid = \"org/x\"\nname = \"X\"\nkind = \"club\"\ncountry = \"QQ\"\nparent = \"org/none\"\n",
        &[
            "own.toml:1: `org/x`: the kind `club` is none of igo, government, ministry, parliament, party, armed-group, media, agency, company, court, other",
            "own.toml:1: `org/x`: `org/none` is not in the list",
            "own.toml:1: `org/x`: there is no state `QQ`; write its two letters",
        ],
    );
}

#[test]
fn a_list_of_ones_own_is_read_with_lines() {
    let errors =
        Actors::parse(&[("people.tsv", "id\tname\tcountry\tqid\tsource\nperson/a\tA\tUS\t\teditor\nperson/a\tB\tUS\t\teditor\n"), ("x.tsv", "")]).unwrap_err();
    assert_eq!(errors[0].to_string(), "people.tsv:3: `person/a` stands twice, first in line 2");
    assert!(errors[1].to_string().starts_with("x.tsv:0: the list has no such file"));
}
