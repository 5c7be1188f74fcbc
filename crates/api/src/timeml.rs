//! One article's times as TimeML.

use std::collections::BTreeMap;
use std::fmt::Write;

use suquan_pipeline::Reading;
use suquan_span::ByteSpan;
use suquan_timex::Timex;

/// The article as a TimeML 1.2.1 document: its creation time in `DCT`, its words in `TEXT`, each time expression in a `TIMEX3` of its own.
///
/// What XML cannot hold, such as control characters, is written as U+FFFD; stripped of its tags the text is else the article's, sign for sign.
#[must_use]
pub fn timeml(reading: &Reading) -> String {
    let text = &reading.article.text;
    let mut document = String::with_capacity(text.len() * 5 / 4 + 512);
    document.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>");
    escape(&mut document, &reading.article.id);
    document.push_str("</DOCID>\n<DCT>");
    dct(&mut document, reading);
    document.push_str("</DCT>\n");
    if let Some(title) = &reading.article.title {
        document.push_str("<TITLE>");
        escape(&mut document, title);
        document.push_str("</TITLE>\n");
    }
    document.push_str("<TEXT>");
    let numbers: BTreeMap<ByteSpan, usize> = reading.times.iter().enumerate().map(|(index, time)| (time.span, index + 1)).collect();
    let mut at = 0;
    for (index, time) in reading.times.iter().enumerate() {
        let (start, end) = (time.span.start as usize, time.span.end as usize);
        let (Some(before), Some(words)) = (text.get(at..start), text.get(start..end)) else { continue };
        escape(&mut document, before);
        open(&mut document, index + 1, time, &numbers);
        escape(&mut document, words);
        document.push_str("</TIMEX3>");
        at = end;
    }
    escape(&mut document, text.get(at..).unwrap_or(""));
    document.push_str("</TEXT>\n</TimeML>\n");
    document
}

/// The creation time; an empty `DCT` where it is not known.
fn dct(document: &mut String, reading: &Reading) {
    let Some(published) = &reading.published else { return };
    let kind = if published.value.contains('T') { "TIME" } else { "DATE" };
    let mut value = String::new();
    escape(&mut value, &published.value);
    // Writing to a string does not fail.
    let _ = write!(
        document,
        "<TIMEX3 tid=\"t0\" type=\"{kind}\" value=\"{value}\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">{value}</TIMEX3>"
    );
}

fn open(document: &mut String, number: usize, time: &Timex, numbers: &BTreeMap<ByteSpan, usize>) {
    let _ = write!(document, "<TIMEX3 tid=\"t{number}\" type=\"{}\" value=\"", time.kind.code());
    escape(document, &time.value);
    document.push('"');
    if let Some(modifier) = time.modifier {
        let _ = write!(document, " mod=\"{}\"", modifier.code());
    }
    match time.anchor.and_then(|span| numbers.get(&span)) {
        Some(anchor) => drop(write!(document, " temporalFunction=\"true\" anchorTimeID=\"t{anchor}\"")),
        None if matches!(time.basis, "publication" | "nearest") => document.push_str(" temporalFunction=\"true\" anchorTimeID=\"t0\""),
        None => {}
    }
    document.push('>');
}

/// Text as XML has it, in an element or an attribute.
fn escape(document: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => document.push_str("&amp;"),
            '<' => document.push_str("&lt;"),
            '>' => document.push_str("&gt;"),
            '"' => document.push_str("&quot;"),
            // A parser would read a bare carriage return as a line feed.
            '\r' => document.push_str("&#13;"),
            '\t' | '\n' => document.push(sign),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => document.push('\u{fffd}'),
            _ => document.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        let mut document = String::new();
        escape(&mut document, "a<b> & \"c\"\r\n\u{1}\u{fffe}");
        assert_eq!(document, "a&lt;b&gt; &amp; &quot;c&quot;&#13;\n\u{fffd}\u{fffd}");
    }
}
