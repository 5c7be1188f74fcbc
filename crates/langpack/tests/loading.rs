//! A pack made in memory: what loads, and how faults are named.

use std::collections::BTreeMap;

use suquan_langpack::{Pack, PackFiles};

fn files(extra: &[(&str, &str)]) -> PackFiles {
    let mut files = BTreeMap::from([("pack.toml".to_owned(), "code = \"xx\"\nname = \"Test\"\n".into())]);
    files.extend(extra.iter().map(|(name, text)| ((*name).to_owned(), (*text).into())));
    PackFiles(files)
}

/// Every fault as `file:line: message`.
fn faults(extra: &[(&str, &str)]) -> Vec<String> {
    Pack::load(&files(extra), true).expect_err("the pack has faults").iter().map(ToString::to_string).collect()
}

/// The forms found in `text`, with their values.
fn found(list: &str, text: &str) -> Vec<String> {
    let pack = Pack::load(&files(&[("lexicon/thing.tsv", list)]), false).expect("the pack loads");
    let tokens = pack.tokenize(text);
    let words = |hit: &suquan_pattern::Hit| tokens[hit.span.start as usize].span.cover(tokens[hit.span.end as usize - 1].span).of(text).to_owned();
    pack.find(&tokens).all().iter().map(|hit| format!("{}={}", words(hit), pack.row(hit).value())).collect()
}

#[test]
fn forms_are_found_whatever_their_case_and_tone_placement() {
    assert_eq!(found("(thỏa|hòa) ước\tx", "THOẢ ƯỚC, hoà ước"), ["THOẢ ƯỚC=x", "hoà ước=x"]);
}

#[test]
fn capitals_in_a_form_ask_for_capitals() {
    assert_eq!(found("Nhà Trắng\tx", "nhà trắng, Nhà Trắng, NHÀ TRẮNG"), ["Nhà Trắng=x", "NHÀ TRẮNG=x"]);
}

#[test]
fn overlapping_forms_are_all_found_the_longest_first() {
    assert_eq!(found("a b\t1\na\t2\nb c\t3\n", "a b c"), ["a b=1", "a=2", "b c=3"]);
}

#[test]
fn faults_name_file_and_line() {
    assert_eq!(faults(&[("lexicon/a.tsv", "# list\nx\ty\nz\n")]), ["lexicon/a.tsv:3: a row is `form<TAB>value<TAB>note`; the value is missing"]);
    assert_eq!(faults(&[("lexicon/a.tsv", "(x\ty\n")]), ["lexicon/a.tsv:1: `(x`: `)` is missing"]);
    let rule = "what = \"w\"\n[[rule]]\npattern = 'a ('\n";
    assert_eq!(faults(&[("rules/timex/r.toml", rule)]), ["rules/timex/r.toml:2: pattern, column 4: a piece is missing here; write `x?` for an optional one"]);
    let class = "what = \"w\"\n[[rule]]\npattern = '@nothing <LAYER>'\n";
    assert!(faults(&[("rules/timex/r.toml", class)])[0].starts_with("rules/timex/r.toml:2: there is no list `lexicon/nothing.tsv`"));
    assert!(faults(&[("rules/timex/r.toml", "what = \"w\"\n\nx = [\n")])[0].starts_with("rules/timex/r.toml:"));
    let twice = "what = \"w\"\n[[rule]]\npattern = 'a'\n[[rule]]\npattern = 'b'\n";
    assert_eq!(faults(&[("rules/timex/r.toml", twice)]), ["rules/timex/r.toml:4: a second rule is called `timex/r`"]);
}

#[test]
fn examples_are_checked_when_they_are_read() {
    let rule = |examples: &str| format!("what = \"w\"\n[[rule]]\npattern = 'a'\n{examples}");
    let fault = |examples: &str| faults(&[("rules/timex/r.toml", &rule(examples))]).remove(0);
    assert_eq!(fault("[[match]]\ntext = \"a\"\n"), "rules/timex/r.toml:4: a match has a mark; what has none is a `[[not]]`");
    assert_eq!(fault("[[gap]]\ntext = \"a\"\n"), "rules/timex/r.toml:4: a gap says in `should` what would be right");
    assert_eq!(fault("[[match]]\ntext = \"[a\"\n"), "rules/timex/r.toml:4: a mark is `[words|label]`; `|label]` is missing");
}
