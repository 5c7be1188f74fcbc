//! The reports are the same for the same seed, and as varied as they claim.

use std::collections::BTreeSet;

use suquan_synth::{Wording, reports};

#[test]
fn the_same_seed_gives_the_same_reports_and_another_gives_others() {
    let wording = Wording::vietnamese();
    assert_eq!(reports(1, 50, 20, &wording), reports(1, 50, 20, &wording));
    assert_ne!(reports(1, 50, 20, &wording), reports(2, 50, 20, &wording));
}

#[test]
fn ten_thousand_reports_tell_two_thousand_events_and_a_third_are_copies() {
    let reports = reports(7, 10_000, 2_400, &Wording::vietnamese());
    assert_eq!(reports.len(), 10_000);
    assert!(reports.iter().map(|report| report.event).collect::<BTreeSet<_>>().len() >= 2_000);
    let copies = reports.iter().filter(|report| report.copy_of.is_some()).count();
    assert!((3_000..3_500).contains(&copies), "{copies}");
    assert!(reports.iter().all(|report| !report.text.contains('{') && !report.title.contains('{')));
}
