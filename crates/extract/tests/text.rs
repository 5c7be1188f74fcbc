//! Plain text: decoding, identity, language, sidecars and hints.

mod common;

use common::{BODY, LEAD, article, codes, options, page, read, refused};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1258};
use proptest::prelude::*;
use suquan_acquire::{Kind, RawPage, Sidecar};
use suquan_extract::{Hints, Published, decode, encoding, extract};
use unicode_normalization::UnicodeNormalization;

/// `text` in windows-1258: letters without their tone composed, the tone behind them.
fn windows_1258(text: &str) -> Vec<u8> {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let spread: String = text
        .chars()
        .flat_map(|letter| {
            let signs: Vec<char> = letter.nfd().collect();
            let (tones, base): (Vec<char>, Vec<char>) = signs.into_iter().partition(|sign| TONES.contains(sign));
            base.into_iter().nfc().chain(tones).collect::<Vec<_>>()
        })
        .collect();
    let (bytes, _, broken) = WINDOWS_1258.encode(&spread);
    assert!(!broken, "the code page has every Vietnamese letter");
    bytes.into_owned()
}

fn utf_16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

fn with_sidecar(mut page: RawPage, json: &str) -> RawPage {
    page.sidecar = Some(Sidecar { uri: "news/a.txt.meta.json".into(), bytes: json.as_bytes().to_vec() });
    page
}

#[test]
fn text_is_kept_letter_for_letter() {
    let text = " date 2025-11-25 Hôm nay hai bên hội đàm.\r\n\r\n\tHô\u{323}i đàm kéo dài một giờ, theo hai bên.\n\n";
    let article = article(Kind::Text, text.as_bytes());
    assert_eq!((article.text.as_str(), article.title, article.published), (text, None, None));
    assert_eq!((article.id.as_str(), article.uri.as_str(), article.language.as_str()), ("a", "news/a.txt", "vi"));
}

#[test]
fn every_encoding_gives_the_same_article() {
    let text = format!("{LEAD}\n\n{BODY}\n");
    let plain = article(Kind::Text, text.as_bytes());
    assert_eq!(codes(&plain), [""; 0]);
    let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    for (name, bytes) in [
        ("utf-8 with a mark", marked(b"\xEF\xBB\xBF", text.clone().into_bytes())),
        ("utf-16le with a mark", marked(b"\xFF\xFE", utf_16(&text, true))),
        ("utf-16be with a mark", marked(b"\xFE\xFF", utf_16(&text, false))),
        ("utf-16le without", utf_16(&text, true)),
        ("utf-16be without", utf_16(&text, false)),
        ("windows-1258", windows_1258(&text)),
    ] {
        let article = article(Kind::Text, &bytes);
        assert_eq!((article.text, article.hash), (plain.text.clone(), plain.hash.clone()), "{name}");
    }
}

#[test]
fn the_caller_may_say_the_encoding() {
    assert_eq!(encoding("windows-1258"), Ok(WINDOWS_1258));
    assert_eq!(encoding(" UTF-16LE "), Ok(UTF_16LE));
    assert!(encoding("tcvn3").is_err());
    let mut options = options();
    options.encoding = Some(WINDOWS_1258);
    let short = extract(&page(Kind::Text, &windows_1258("Hội đàm")), &options).expect("it is text");
    assert_eq!(short.text, "Hội đàm");
    assert_eq!(decode(&utf_16("Hội", false), Some(UTF_16BE), None).text, "Hội");
}

#[test]
fn broken_places_cost_only_themselves() {
    let bytes = [LEAD.as_bytes(), b"\xE1\xBB \xFF\n", BODY.as_bytes()].concat();
    let article = article(Kind::Text, &bytes);
    assert_eq!(article.text, format!("{LEAD}\u{FFFD} \u{FFFD}\n{BODY}"));
    assert_eq!(codes(&article), ["broken-encoding"]);
    let at = article.diagnostics[0].span.expect("it has a place");
    assert_eq!((at.start as usize, at.of(&article.text)), (LEAD.len(), "\u{FFFD}"));
}

#[test]
fn what_is_no_text_is_refused() {
    refused(Kind::Text, b"", "empty");
    refused(Kind::Text, b" \n\xEF\xBB\xBF", "empty");
    refused(Kind::Text, "… . “”".as_bytes(), "empty");
    refused(Kind::Text, b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "binary");
    refused(Kind::Text, &[0; 4096], "binary");
    let mut options = options();
    options.text_limit = 100;
    let refusal = extract(&page(Kind::Text, LEAD.as_bytes()), &options).expect_err("it is over the limit");
    assert_eq!(refusal.to_string(), "news/a.txt: text-too-large (100 bytes)");
}

#[test]
fn a_zero_byte_in_text_is_reported_and_kept() {
    let article = article(Kind::Text, format!("{LEAD}\0 {BODY}").as_bytes());
    assert_eq!(codes(&article), ["control-character"]);
    assert!(article.text.contains('\0'));
}

#[test]
fn a_language_without_a_pack_is_said() {
    let english = "The two leaders spoke for an hour on Monday and agreed that their teams would meet again next month in Busan.";
    let article = article(Kind::Text, english.as_bytes());
    assert_eq!((article.language.as_str(), codes(&article)), ("en", vec!["language-without-pack"]));
}

#[test]
fn a_short_text_is_taken_for_the_default_language() {
    let article = article(Kind::Text, b"Tin: 24.11");
    assert_eq!((article.language.as_str(), codes(&article)), ("vi", vec!["language-undetermined"]));
}

#[test]
fn a_sidecar_says_what_the_text_does_not_and_hints_the_rest() {
    let sidecar = r#"{"id": 7, "title": "Hai bên điện đàm", "published": "2025-11-25T08:00:00+07:00", "text": "no"}"#;
    let page = with_sidecar(page(Kind::Text, format!("Hai bên  điện đàm\n\n{LEAD}").as_bytes()), sidecar);
    let mut options = options();
    options.hints = Hints { published: Published::new(1999, None, None), source: Some("Báo X".into()), language: None };
    let article = extract(&page, &options).expect("it is text");
    assert_eq!((article.id.as_str(), article.title.as_deref()), ("7", Some("Hai bên điện đàm")));
    assert_eq!((article.published.as_deref(), article.source.as_deref()), (Some("2025-11-25T08:00:00+07:00"), Some("Báo X")));
    assert_eq!(article.text, LEAD);
}

#[test]
fn a_broken_sidecar_is_reported_and_the_text_read() {
    let article = extract(&with_sidecar(page(Kind::Text, LEAD.as_bytes()), "{"), &options()).expect("it is text");
    assert_eq!((article.text.as_str(), codes(&article)), (LEAD, vec!["bad-sidecar"]));
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for kind in [Kind::Text, Kind::Html, Kind::JsonLine] {
            let _ = read(kind, &bytes);
        }
    }

    #[test]
    fn unicode_text_comes_out_as_it_went_in(text in "\\PC{1,200}") {
        if let Ok(article) = read(Kind::Text, text.as_bytes()) {
            prop_assert_eq!(article.text, text);
        }
    }
}
