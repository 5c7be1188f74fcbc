//! Planned events as a calendar (iCalendar, RFC 5545).

use serde_json::Value;
use suquan_resolve::interval::{Interval, civil};

/// A calendar of the planned events with a date; an uncertain date is an entry over all its days.
#[must_use]
pub fn calendar(events: &[Value]) -> String {
    let mut out = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//suquan//ledger//EN\r\n");
    for event in events.iter().filter(|event| event["status"] == "planned") {
        let Some(days) = event["date"].as_str().and_then(Interval::parse) else { continue };
        let text = |key: &str| event[key].as_str().unwrap_or_default();
        let documents: Vec<&str> = event["reports"].as_array().into_iter().flatten().filter_map(|report| report["document"].as_str()).collect();
        let stamp = event["reports"].as_array().into_iter().flatten().filter_map(|report| Interval::parse(report["published"].as_str()?)).max();
        let lines = [
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@suquan", escaped(text("id"))),
            // The stamp must be there; the newest report's day keeps the calendar free of the clock.
            format!("DTSTAMP:{}T000000Z", day(stamp.unwrap_or(days).last)),
            format!("DTSTART;VALUE=DATE:{}", day(days.first)),
            format!("DTEND;VALUE=DATE:{}", day(days.last + 1)),
            format!("SUMMARY:{}", escaped(event["title"]["en"].as_str().unwrap_or_default())),
            format!("LOCATION:{}", escaped(text("place"))),
            format!("DESCRIPTION:{}", escaped(&format!("{} ({}): {}", text("type"), text("date"), documents.join(", ")))),
            "STATUS:TENTATIVE".to_owned(),
            "END:VEVENT".to_owned(),
        ];
        lines.iter().for_each(|line| fold_into(&mut out, line));
    }
    out + "END:VCALENDAR\r\n"
}

fn day(day: i32) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}{month:02}{day:02}")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace(['\n', '\r'], " ")
}

/// A content line, folded at 75 octets.
fn fold_into(out: &mut String, line: &str) {
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_planned_month_is_an_entry_over_the_month() {
        let planned = json!({"id": "a", "status": "planned", "date": "2026-04", "title": {"en": "A, B"}, "type": "CONSULT", "reports": []});
        let done = json!({"id": "b", "status": "occurred", "date": "2026-04", "title": {"en": "C"}, "type": "CONSULT", "reports": []});
        let calendar = calendar(&[planned, done]);
        assert!(calendar.contains("DTSTART;VALUE=DATE:20260401\r\nDTEND;VALUE=DATE:20260501\r\nSUMMARY:A\\, B\r\n"));
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
    }
}
