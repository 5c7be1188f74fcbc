//! Reading fields of a record, and laying out columns.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

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
    fn thousands_stand_apart() {
        assert_eq!(grouped(&serde_json::json!(20_000_000)), "20,000,000");
        assert_eq!(grouped(&serde_json::json!(1234.5)), "1,234.5");
        assert_eq!(grouped(&serde_json::json!(-100)), "-100");
    }
}
