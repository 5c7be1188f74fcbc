//! Dates of publication as pages and programs write them.

use proptest::prelude::*;
use suquan_extract::Published;

fn parsed(text: &str) -> Option<String> {
    Published::parse(text).map(|published| published.to_string())
}

fn found(text: &str) -> Option<String> {
    Published::find(text).map(|published| published.to_string())
}

#[track_caller]
fn reads(text: &str, expected: &str) {
    assert_eq!(parsed(text).as_deref(), Some(expected), "{text}");
}

#[test]
fn iso_dates_keep_their_granularity_and_offset() {
    reads("2025", "2025");
    reads("2025-11", "2025-11");
    reads(" 2025-11-25 ", "2025-11-25");
    reads("2013-10-23T11:39+07:00", "2013-10-23T11:39+07:00");
    reads("2024-07-12T09:30:00.000Z", "2024-07-12T09:30:00Z");
    reads("2024-07-12T09:30:00-0330", "2024-07-12T09:30:00-03:30");
    reads("2013-10-22 15:34:00", "2013-10-22T15:34:00");
    reads("2013-10-22 15:34:00 +0700", "2013-10-22T15:34:00+07:00");
    reads("2013/10/22 9:05", "2013-10-22T09:05");
    reads("20251125T163500Z", "2025-11-25T16:35:00Z");
    reads("20251125", "2025-11-25");
}

#[test]
fn mail_dates_are_read() {
    reads("Tue, 25 Nov 2025 16:35:00 +0700", "2025-11-25T16:35:00+07:00");
    reads("2 Feb 2026 08:00 GMT", "2026-02-02T08:00Z");
}

#[test]
fn what_is_no_date_is_none() {
    for text in ["", "soon", "2025-13-01", "2025-02-30", "2025-11-25 and more", "0999", "25:00", "2025-11-", "99999999"] {
        assert_eq!(parsed(text), None, "{text}");
    }
}

#[test]
fn dates_are_found_among_words() {
    let cases = [
        ("Thứ ba, 25/11/2025, 16:35 (GMT+7)", "2025-11-25T16:35+07:00"),
        ("Cập nhật: 16:35, 30/12/2018 (GMT+7)", "2018-12-30T16:35+07:00"),
        ("2018-12-30 16:35", "2018-12-30T16:35"),
        ("30.12.2018", "2018-12-30"),
        ("Số 12, ngày 5-2-2026 | 08:00", "2026-02-05T08:00"),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["16:35", "30/12", "31/02/2018", "tel. 0123456789", ""] {
        assert_eq!(found(text), None, "{text}");
    }
}

#[test]
fn seconds_since_1970_are_read_on_the_clock_of_utc() {
    let text = |seconds| Published::from_epoch(seconds).map(|published| published.to_string());
    assert_eq!(text(0).as_deref(), Some("1970-01-01T00:00:00Z"));
    assert_eq!(text(951_782_400).as_deref(), Some("2000-02-29T00:00:00Z"));
    assert_eq!(text(1_764_063_300).as_deref(), Some("2025-11-25T09:35:00Z"));
    assert_eq!(text(i64::MAX / 2), None);
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in "\\PC*|[0-9:/T.+Z() -]*") {
        let _ = (Published::parse(&text), Published::find(&text));
    }

    #[test]
    fn what_is_written_is_read_again(seconds in -20_000_000_000i64..32_000_000_000) {
        let published = Published::from_epoch(seconds).expect("the year has four digits");
        prop_assert_eq!(Published::parse(&published.to_string()), Some(published));
    }
}
