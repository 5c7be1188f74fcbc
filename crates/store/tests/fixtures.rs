//! Files of every earlier schema version open, are migrated, and lose nothing. `fixtures/vN.ledger` was written by the first
//! program of schema version N; none is ever written anew.

use std::path::Path;

use suquan_store::{EntryFilter, SearchText, Store, VERSION};

#[test]
fn files_of_every_version_open() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for version in 1..=VERSION {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("old.ledger");
        let fixture = fixtures.join(format!("v{version}.ledger"));
        std::fs::copy(&fixture, &path).unwrap_or_else(|error| panic!("{}: {error}", fixture.display()));
        let store = Store::open(&path).expect("an old file opens");
        assert_eq!(store.count().expect("a count"), 1, "version {version}");
        let document = store.document("s000000").expect("a look-up").expect("the article is there");
        assert!(!document.article.is_empty() && !document.reading.is_empty());
        assert!(!store.bodies("event", &EntryFilter::default()).expect("entries").is_empty());
        let query = SearchText { exact: "điện đàm".into(), folded: "dien dam".into() };
        assert_eq!(store.search(&query, 9).expect("hits").len(), 1);
    }
}
