//! Articles as JSON lines.

mod common;

use common::{BODY, LEAD, article, codes, refused};
use suquan_acquire::Kind;

fn line(json: &str) -> suquan_extract::Article {
    article(Kind::JsonLine, json.as_bytes())
}

#[test]
fn our_own_keys() {
    let article = line(
        r#"{"id": "12", "title": "Điện đàm", "text": "Hai bên\nđã điện đàm.\u0000\n", "published": "2013-10-23T11:39+07:00",
            "url": "https://example.vn/12", "source": "Báo X", "author": ["A", "B"], "language": "vi"}"#,
    );
    assert_eq!((article.id.as_str(), article.title.as_deref()), ("12", Some("Điện đàm")));
    assert_eq!(article.text, "Hai bên\nđã điện đàm.\0\n");
    assert_eq!(article.published.as_deref(), Some("2013-10-23T11:39+07:00"));
    assert_eq!((article.source.as_deref(), article.author.as_deref()), (Some("Báo X"), Some("A, B")));
    assert_eq!((article.language.as_str(), article.url.as_deref()), ("vi", Some("https://example.vn/12")));
}

#[test]
fn the_keys_of_trafilatura() {
    let article = line(
        r#"{"title": "T", "author": null, "hostname": "example.vn", "date": "2025-11-25", "source-hostname": "Báo X",
            "source": "https://example.vn/a", "text": "Hai bên đã điện đàm."}"#,
    );
    assert_eq!(article.published.as_deref(), Some("2025-11-25"));
    assert_eq!((article.source.as_deref(), article.url.as_deref()), (Some("Báo X"), Some("https://example.vn/a")));
    assert_eq!(article.id, "a:3", "the file's stem and the line");
}

#[test]
fn the_keys_of_news_please() {
    let article = line(
        r#"{"authors": [], "date_publish": "2025-11-25 08:00:00", "maintext": "Hai bên đã điện đàm.", "title": "T",
            "source_domain": "example.vn", "url": "https://example.vn/a", "language": "vi"}"#,
    );
    assert_eq!((article.published.as_deref(), article.source.as_deref()), (Some("2025-11-25T08:00:00"), Some("example.vn")));
    assert_eq!((article.text.as_str(), article.author), ("Hai bên đã điện đàm.", None));
}

#[test]
fn dates_of_other_kinds() {
    let published = |date: &str| line(&format!(r#"{{"text": "{LEAD}", "published": {date}}}"#)).published;
    assert_eq!(published("1764063300").as_deref(), Some("2025-11-25T09:35:00Z"));
    assert_eq!(published("1764063300000").as_deref(), Some("2025-11-25T09:35:00Z"));
    assert_eq!(published("2025").as_deref(), Some("2025"));
    assert_eq!(published("\"25/11/2025 16:35\"").as_deref(), Some("2025-11-25T16:35"));
    let odd = line(&format!(r#"{{"text": "{LEAD}", "published": "soon"}}"#));
    assert_eq!((odd.published.as_deref(), codes(&odd)), (None, vec!["bad-date"]));
}

#[test]
fn a_page_inside_a_line() {
    let article = line(&format!(r#"{{"id": 5, "html": "<h1>Điện đàm</h1><p>{LEAD}</p><p>{BODY}</p>", "source": "X"}}"#));
    assert_eq!((article.id.as_str(), article.title.as_deref(), article.source.as_deref()), ("5", Some("Điện đàm"), Some("X")));
    assert_eq!(article.text, format!("{LEAD}\n\n{BODY}"));
}

#[test]
fn the_outlet_of_an_address() {
    assert_eq!(line(&format!(r#"{{"text": "{LEAD}", "url": "https://www.example.vn/a"}}"#)).source.as_deref(), Some("example.vn"));
}

#[test]
fn bad_lines_say_what_is_wrong() {
    refused(Kind::JsonLine, b"{\"text\": ", "bad-json");
    refused(Kind::JsonLine, b"[1]", "bad-json");
    refused(Kind::JsonLine, b"{}", "bad-field");
    refused(Kind::JsonLine, b"{\"text\": 5}", "bad-field");
    refused(Kind::JsonLine, b"{\"text\": \"...\"}", "empty");
    refused(Kind::JsonLine, "[".repeat(100_000).as_bytes(), "bad-json");
}

#[test]
fn broken_bytes_in_a_line_cost_only_themselves() {
    let bytes = [b"{\"text\": \"".as_slice(), LEAD.as_bytes(), b"\xFF\"}"].concat();
    let article = article(Kind::JsonLine, &bytes);
    assert_eq!((article.text, codes_of(&article.diagnostics)), (format!("{LEAD}\u{FFFD}"), vec!["broken-encoding"]));
}

fn codes_of(diagnostics: &[suquan_span::Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}
