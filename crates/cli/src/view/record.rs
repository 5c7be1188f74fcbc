//! Reading fields of a record, and laying out columns.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::messages::say;

/// The text behind `key`; empty where there is none.
pub(super) fn text<'r>(record: &'r Value, key: &str) -> &'r str {
    record.get(key).and_then(Value::as_str).unwrap_or("")
}

/// The items behind `key`; none where there is no list.
pub(super) fn items<'r>(record: &'r Value, key: &str) -> &'r [Value] {
    record.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A value as people write it: text without quotation marks.
pub(super) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A value of an account as people write it: a time of day behind its date in words.
pub(super) fn told(value: &Value) -> String {
    let plain = plain(value);
    let moment = plain.split_once('T').filter(|(date, _)| !date.is_empty() && date.bytes().all(|b| b.is_ascii_digit() || b"-X".contains(&b)));
    match moment {
        Some((date, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => format!("{date}, {time}"),
        Some((date, part)) => format!("{date}, {}", say(&format!("part.{part}"), &[])),
        None => plain,
    }
}

/// The names of the parties behind `key`.
pub(super) fn names<'r>(record: &'r Value, key: &str) -> Vec<&'r str> {
    items(record, key).iter().map(|party| text(party, "name")).collect()
}

/// `words` filled up with spaces to `width` columns.
pub(super) fn pad(words: &str, width: usize) -> String {
    format!("{words}{}", " ".repeat(width.saturating_sub(words.width())))
}

/// `words` on one line, cut after `width` columns with an ellipsis.
pub(super) fn cut(words: &str, width: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.width() <= width {
        return line;
    }
    let mut kept = String::new();
    for letter in line.chars() {
        if kept.width() + 1 >= width {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// A number with its thousands apart.
pub(super) fn grouped(value: &Value) -> String {
    let plain = value.to_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, fraction)| (whole, Some(fraction)));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    fraction.map_or(grouped.clone(), |fraction| format!("{grouped}.{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_letters_not_bytes() {
        assert_eq!(pad("điện", 6), "điện  ");
        assert_eq!(cut("hội đàm tại Hà Nội", 8), "hội đàm…");
    }

    #[test]
    fn a_time_of_day_stands_in_words_behind_its_date() {
        let told = |value: &str| told(&serde_json::json!(value));
        assert_eq!(told("2025-10-25TMO"), "2025-10-25, morning");
        assert_eq!(told("2025-10-25T09:30"), "2025-10-25, 09:30");
        assert_eq!(told("2025-10-25"), "2025-10-25");
        assert_eq!(told("The Hague"), "The Hague");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(&serde_json::json!(20_000_000)), "20,000,000");
        assert_eq!(grouped(&serde_json::json!(1234.5)), "1,234.5");
        assert_eq!(grouped(&serde_json::json!(-100)), "-100");
    }
}
