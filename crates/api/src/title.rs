//! Plain titles of events, made from their parts; the wording is data in `titles/`, a file a language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

/// The wordings of one language.
struct Wording {
    /// Between the last two of several names; a comma where the language uses no word.
    and: &'static str,
    /// By type and mode: with recipients, without.
    lines: BTreeMap<&'static str, (&'static str, &'static str)>,
}

/// The languages by code.
static WORDINGS: LazyLock<BTreeMap<&str, Wording>> =
    LazyLock::new(|| BTreeMap::from([("en", parse(include_str!("../titles/en.tsv"))), ("vi", parse(include_str!("../titles/vi.tsv")))]));

/// The title in every language: `actors` and `recipients` are names, `modes` the most telling first.
pub(crate) fn titles(kind: &str, modes: &[String], actors: &[&str], recipients: &[&str]) -> Value {
    let title = |wording: &Wording| {
        let of_mode = modes.iter().find_map(|mode| wording.lines.get(format!("{kind} {mode}").as_str()));
        // Who is acted upon by nobody named is no actor.
        let actors = if actors.is_empty() { &["…"] } else { actors };
        match of_mode.or_else(|| wording.lines.get(kind)) {
            Some((with, without)) => {
                let template = if recipients.is_empty() { without } else { with };
                fill(template, &wording.list(actors), &wording.list(recipients))
            }
            None => kind.to_owned(),
        }
    };
    WORDINGS.iter().map(|(code, wording)| ((*code).to_owned(), Value::from(title(wording)))).collect::<Map<_, _>>().into()
}

impl Wording {
    fn list(&self, names: &[&str]) -> String {
        match names {
            [rest @ .., last] if !rest.is_empty() && self.and != "," => format!("{} {} {last}", rest.join(", "), self.and),
            _ => names.join(", "),
        }
    }
}

/// Puts the names in, in one pass, so that a name with a brace stays as it is.
fn fill(template: &str, actors: &str, recipients: &str) -> String {
    let mut title = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        title += &rest[..at];
        let (name, length) = if rest[at..].starts_with("{a}") { (actors, 3) } else { (recipients, 3) };
        title += name;
        rest = rest.get(at + length..).unwrap_or("");
    }
    title + rest
}

fn parse(file: &'static str) -> Wording {
    let rows = file.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    let mut wording = Wording { and: ",", lines: BTreeMap::new() };
    for row in rows {
        match row.as_slice() {
            ["and", and] => wording.and = and,
            [kind, with, without] => drop(wording.lines.insert(kind, (with, without))),
            _ => {}
        }
    }
    wording
}

#[cfg(test)]
mod tests {
    use suquan_event::EventType;

    use super::*;

    fn check(kind: &str, modes: &[&str], actors: &[&str], recipients: &[&str], expected: &str) {
        let modes: Vec<String> = modes.iter().map(|mode| (*mode).to_owned()).collect();
        let titles = titles(kind, &modes, actors, recipients);
        assert_eq!(format!("{} | {}", titles["en"].as_str().unwrap(), titles["vi"].as_str().unwrap()), expected);
    }

    #[test]
    fn titles_name_the_parties() {
        check("CONSULT", &["phone"], &["Tập Cận Bình", "Donald Trump"], &[], "Phone call: Tập Cận Bình, Donald Trump | Tập Cận Bình và Donald Trump điện đàm");
        check("CONSULT", &["visit"], &["Donald Trump"], &["Trung Quốc"], "Visit: Donald Trump to Trung Quốc | Donald Trump thăm Trung Quốc");
        check("SANCTION", &[], &[], &["Nga"], "Sanctions: … on Nga | … trừng phạt Nga");
    }

    #[test]
    fn every_type_has_a_wording_in_every_language() {
        for wording in WORDINGS.values() {
            assert!(EventType::ALL.iter().all(|kind| wording.lines.contains_key(kind.code())));
        }
    }
}
