//! Every example of every embedded pack, found by folder.

use suquan_langpack::{Pack, PackFiles};
use suquan_pipeline::{Reader, check_examples, check_idle};

fn readers() -> impl Iterator<Item = Reader> {
    PackFiles::embedded_codes().into_iter().map(|code| {
        let faults = |faults: Vec<_>| -> Reader {
            panic!("{}", faults.iter().map(|fault: &suquan_langpack::PackError| format!("languages/{code}/{fault}\n")).collect::<String>())
        };
        Pack::load(&PackFiles::embedded(&code), true).and_then(Reader::new).unwrap_or_else(faults)
    })
}

#[test]
fn every_example_is_read_as_marked() {
    for reader in readers() {
        let code = &reader.pack().manifest().code;
        let failures = check_examples(&reader);
        let reports: String = failures.iter().map(|failure| format!("languages/{code}/{}:{}\n{}\n\n", failure.file, failure.line, failure.report)).collect();
        assert!(failures.is_empty(), "{} of {} examples fail:\n{reports}", failures.len(), reader.pack().examples().len());
    }
}

#[test]
fn no_rule_is_idle() {
    for reader in readers() {
        let idle = check_idle(&reader);
        let code = &reader.pack().manifest().code;
        assert!(idle.is_empty(), "{}", idle.iter().map(|fault| format!("languages/{code}/{fault}\n")).collect::<String>());
    }
}
