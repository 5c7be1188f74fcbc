//! What the file keeps, finds and forgets.

use suquan_store::{Change, Entry, EntryFilter, Error, NewDocument, SearchText, Store, VERSION};

fn article(id: &str, hash: &str, exact: &str, folded: &str) -> NewDocument {
    NewDocument {
        id: id.into(),
        hash: hash.into(),
        article: format!("article {hash}").into_bytes(),
        reading: format!("reading {hash}").into_bytes(),
        words: SearchText { exact: exact.into(), folded: folded.into() },
    }
}

fn fresh() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = Store::open(&folder.path().join("a.ledger")).expect("a new ledger");
    (folder, store)
}

fn labels(store: &Store) -> Vec<(String, i64, String)> {
    let mut found = Vec::new();
    store.each_document(|d| found.push((d.id, d.version, d.hash))).expect("documents");
    found
}

#[test]
fn the_same_article_again_changes_nothing() {
    let (_folder, mut store) = fresh();
    assert_eq!(store.add(&[article("a", "1", "x", "x")]).expect("added"), [Change::Added]);
    let before = store.input_version().expect("a number");
    assert_eq!(store.add(&[article("a", "1", "x", "x")]).expect("added"), [Change::Unchanged]);
    assert_eq!(store.input_version().expect("a number"), before);
}

#[test]
fn a_new_text_under_a_label_is_a_new_version() {
    let (_folder, mut store) = fresh();
    store.add(&[article("a", "1", "x", "x")]).expect("added");
    assert_eq!(store.add(&[article("a", "2", "y", "y")]).expect("added"), [Change::Revised]);
    assert_eq!(labels(&store), [("a".into(), 2, "2".into())]);
    // Back to the first text: a third version, the same document.
    assert_eq!(store.add(&[article("a", "1", "x", "x")]).expect("added"), [Change::Revised]);
    assert_eq!(labels(&store), [("a".into(), 3, "1".into())]);
}

#[test]
fn one_content_under_two_labels_is_one_document() {
    let (_folder, mut store) = fresh();
    let changes = store.add(&[article("b", "1", "x", "x"), article("a", "1", "x", "x")]).expect("added");
    assert_eq!(changes, [Change::Added, Change::Labelled]);
    assert_eq!(labels(&store), [("a".into(), 1, "1".into())]);
    assert!(store.remove("a").expect("removed"));
    assert_eq!(labels(&store), [("b".into(), 1, "1".into())]);
}

#[test]
fn what_is_removed_is_found_no_more() {
    let (_folder, mut store) = fresh();
    store.add(&[article("a", "1", "đà nẵng", "da nang")]).expect("added");
    assert!(store.remove("a").expect("removed"));
    assert!(!store.remove("a").expect("nothing to remove"));
    assert_eq!(store.count().expect("a count"), 0);
    let query = SearchText { exact: "da nang".into(), folded: "da nang".into() };
    assert_eq!(store.search(&query, 9).expect("hits"), []);
}

#[test]
fn marked_words_stand_above_folded_ones() {
    let (_folder, mut store) = fresh();
    store
        .add(&[
            article("road", "1", "con đường dài", "con duong dai"),
            article("sun", "2", "mặt dương", "mat duong"),
            article("none", "3", "con mèo", "con meo"),
        ])
        .expect("added");
    let find = |exact: &str, folded: &str| -> Vec<(String, bool)> {
        let query = SearchText { exact: exact.into(), folded: folded.into() };
        store.search(&query, 9).expect("hits").into_iter().map(|h| (h.id, h.exact)).collect()
    };
    assert_eq!(find("đường", "duong"), [("road".into(), true), ("sun".into(), false)]);
    assert_eq!(find("duong", "duong").len(), 2);
    assert_eq!(find("\" OR exact:mèo", "\" or exact:meo"), []);
    assert_eq!(find("***", "***"), []);
}

#[test]
fn entries_are_replaced_as_a_whole() {
    let (_folder, mut store) = fresh();
    store.add(&[article("a", "1", "x", "x")]).expect("added");
    assert!(store.is_stale().expect("a state"));
    let entry = |id: &str, day: Option<i32>, line: &str| Entry {
        kind: "event".into(),
        id: id.into(),
        kind_type: Some("CONSULT".into()),
        status: Some("occurred".into()),
        days: day.map(|d| (d, d)),
        parties: vec!["country/US".into()],
        documents: vec!["1".into()],
        line: line.into(),
        body: b"{}".to_vec(),
    };
    let input = store.input_version().expect("a number");
    store.save_entries(input, &[entry("u", None, "undated"), entry("e", Some(7), "first")], &[]).expect("saved");
    assert!(!store.is_stale().expect("a state"));
    store.save_entries(input, &[entry("u", None, "undated"), entry("e", Some(7), "second"), entry("d", Some(3), "day 3")], &[]).expect("saved");
    let lines = |store: &Store, filter: &EntryFilter| store.lines("event", filter).expect("lines");
    assert_eq!(lines(&store, &EntryFilter::default()), ["day 3", "second", "undated"]);
    assert_eq!(lines(&store, &EntryFilter { from: Some(4), ..EntryFilter::default() }), ["second"]);
    assert_eq!(lines(&store, &EntryFilter { party: Some("country/VN".into()), ..EntryFilter::default() }), [""; 0]);
    assert_eq!(lines(&store, &EntryFilter { document: Some("1".into()), ..EntryFilter::default() }).len(), 3);
    assert_eq!(store.body("event", "d").expect("a body"), Some(b"{}".to_vec()));
    store.save_entries(input, &[], &[]).expect("saved");
    assert_eq!(lines(&store, &EntryFilter::default()), [""; 0]);
}

#[test]
fn judgements_keep_their_order_and_can_be_taken_back() {
    let (_folder, mut store) = fresh();
    let first = store.judge("one").expect("kept");
    let second = store.judge("two").expect("kept");
    assert!(store.take_back(first).expect("taken back"));
    assert_eq!(store.judge("three").expect("kept"), second + 1);
    assert_eq!(store.judgements().expect("judgements").into_iter().map(|j| j.1).collect::<Vec<_>>(), ["two", "three"]);
}

#[test]
fn other_files_are_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("x");
    std::fs::write(&path, "this is no database at all, but long enough to look at").expect("written");
    assert!(matches!(Store::open(&path), Err(Error::Sqlite(_))));
    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other).and_then(|c| c.execute_batch("CREATE TABLE t (x)")).expect("a database");
    assert!(matches!(Store::open(&other), Err(Error::NotALedger { .. })));
    let newer = folder.path().join("newer.ledger");
    drop(Store::open(&newer).expect("a new ledger"));
    rusqlite::Connection::open(&newer).and_then(|c| c.pragma_update(None, "user_version", VERSION + 1)).expect("set");
    assert!(matches!(Store::open(&newer), Err(Error::TooNew { .. })));
    assert!(Store::open_read_only(&folder.path().join("missing")).is_err());
}

#[test]
fn readers_read_while_one_writes() {
    let (folder, mut store) = fresh();
    let path = folder.path().join("a.ledger");
    store.add(&[article("a", "0", "x", "x")]).expect("added");
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let reader = Store::open_read_only(&path).expect("a reader");
                let mut last = 0;
                for _ in 0..200 {
                    let count = reader.count().expect("a count");
                    assert!(count >= last && (count - 1) % 10 == 0, "half a batch was seen: {count}");
                    last = count;
                }
            });
        }
        for batch in 0..30 {
            let batch: Vec<_> = (0..10).map(|i| article(&format!("{batch}-{i}"), &format!("h{batch}-{i}"), "x", "x")).collect();
            store.add(&batch).expect("added");
        }
    });
}
