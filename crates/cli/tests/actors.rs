//! `suquan actors` and `--actors`.

use std::fs;
use std::process::{Command, Output};

fn suquan(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_suquan")).args(arguments).output().expect("the binary is built before its tests")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

/// A file of its own for a test.
fn file(name: &str, text: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("the folder for tests can be written");
    path.display().to_string()
}

#[test]
fn a_title_is_shown_as_its_holder_at_the_date() {
    for (date, person) in [("2003-05-01", "george-w-bush"), ("2013", "barack-obama"), ("2022", "joe-biden"), ("2025-11", "donald-trump")] {
        let output = suquan(&["actors", "show", "Tổng thống Mỹ", "--at", date]);
        let shown = stdout(&output);
        assert!(shown.starts_with(&format!("person/{person} ")), "{date}: {shown}");
        assert!(shown.contains("office/us-president"), "{date}: {shown}");
    }
}

#[test]
fn names_and_ids_are_shown_with_terms_and_sources() {
    let shown = stdout(&suquan(&["actors", "show", "office/jp-prime-minister", "--at", "2008-01-15"]));
    assert!(shown.contains("2007-09-26 / 2008-09-24  person/yasuo-fukuda  [reign-2021]"), "{shown}");
    let shown = stdout(&suquan(&["actors", "show", "Clinton"]));
    assert!(shown.contains("person/bill-clinton") && shown.contains("person/hillary-clinton"), "{shown}");
}

#[test]
fn a_name_that_nobody_has_fails() {
    let output = suquan(&["actors", "show", "Qwertz Uiop"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_file_of_ones_own_is_checked_and_used() {
    let own = file(
        "own.toml",
        "[[person]]\nid = \"person/jane-doe\"\nname = \"Jane Doe\"\ncountry = \"NZ\"\nnames = [\"Jane Doe\"]\n\
         [[office]]\nid = \"office/nz-sports-minister\"\nrole = \"sports-minister\"\nof = \"country/NZ\"\n\
         [[term]]\noffice = \"office/nz-sports-minister\"\nperson = \"person/jane-doe\"\nstart = \"2024\"\n",
    );
    assert!(suquan(&["actors", "check", &own]).status.success());
    let article = file("article.txt", "Bà Jane Doe cho biết New Zealand ủng hộ kế hoạch này.\n");
    let read = stdout(&suquan(&["annotate", "--actors", &own, &article]));
    assert!(read.contains("\"actor\":\"person/jane-doe\""), "{read}");
}

#[test]
fn a_faulty_file_is_refused_with_its_lines() {
    let own = file("faulty.toml", "\n[[term]]\noffice = \"office/us-president\"\nperson = \"person/jd-vance\"\nstart = \"2026-03-01\"\n");
    for arguments in [&["actors", "check", &own][..], &["actors", "show", "country/US", "--actors", &own][..]] {
        let output = suquan(arguments);
        assert!(!output.status.success());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("faulty.toml:2: `office/us-president`: the term overlaps that of person/donald-trump"), "{said}");
    }
}
