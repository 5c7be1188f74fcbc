//! Articles in web pages.

mod common;

use std::fmt::Write;

use common::{BODY, LEAD, article, codes, refused};
use suquan_acquire::Kind;
use suquan_extract::Article;

/// A page as outlets build them, with `head` and the line below the heading.
fn page(head: &str, below: &str) -> String {
    let mut menu = String::new();
    for topic in ["Thời sự", "Thế giới", "Kinh tế", "Thể thao", "Giải trí"] {
        write!(menu, "<li><a href='/x'>{topic}</a></li>").expect("strings take all");
    }
    format!(
        "<!doctype html><html lang=vi><head><meta charset=utf-8>{head}</head><body>
         <div class=time-now>Thứ hai, 30/11/2026</div><nav><ul>{menu}</ul></nav>
         <div class=main><h1>Hai nhà lãnh đạo điện đàm</h1>{below}
         <p class=sapo><b>{LEAD}</b></p><p>{BODY} {BODY}</p>
         <figure><img src=a.jpg><figcaption>Hai nhà lãnh đạo tại Busan. Ảnh: AFP</figcaption></figure>
         <p>{LEAD}&nbsp;{LEAD}<script>alert('no')</script></p><p>Dòng một<br>Dòng hai</p></div>
         <div class=related><a href='/1'>Tin khác một</a> <a href='/2'>Tin khác hai</a></div></body></html>"
    )
}

fn html(markup: &str) -> Article {
    article(Kind::Html, markup.as_bytes())
}

#[test]
fn the_running_text_keeps_its_paragraphs_and_nothing_else() {
    let article = html(&page("", ""));
    assert_eq!(article.title.as_deref(), Some("Hai nhà lãnh đạo điện đàm"));
    let paragraphs: Vec<&str> = article.text.split('\n').filter(|line| !line.is_empty()).collect();
    assert_eq!(paragraphs, [LEAD, &format!("{BODY} {BODY}"), "Hai nhà lãnh đạo tại Busan. Ảnh: AFP", &format!("{LEAD} {LEAD}"), "Dòng một", "Dòng hai",]);
    assert!(article.text.contains(".\n\nDòng một\nDòng hai"), "{}", article.text);
}

#[test]
fn linked_data_speaks_first() {
    let head = r#"<title>Điện đàm | Báo X</title><meta property="article:published_time" content="2025-01-01">
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "no"},
        {"@type": ["NewsArticle"], "headline": "Hai nhà lãnh đạo &quot;điện đàm&quot;",
         "datePublished": "2025-11-25T16:35:00+07:00", "author": [{"@type": "Person", "name": "Lê A"}, {"name": "Trần B"}],
         "publisher": {"name": "Báo X"}, "mainEntityOfPage": {"@id": "https://example.vn/a"}, "inLanguage": "vi",
         "description": "dòng
         ngắt"}]}</script>"#;
    let article = html(&page(head, ""));
    assert_eq!(article.title.as_deref(), Some("Hai nhà lãnh đạo \"điện đàm\""));
    assert_eq!(article.published.as_deref(), Some("2025-11-25T16:35:00+07:00"));
    assert_eq!((article.author.as_deref(), article.source.as_deref()), (Some("Lê A, Trần B"), Some("Báo X")));
    assert_eq!(article.url.as_deref(), Some("https://example.vn/a"));
}

#[test]
fn then_the_head_of_the_page() {
    let head = r#"<meta property="og:title" content=" Hai bên  điện đàm "><meta name="Author" content="Lê A">
        <meta property="article:author" content="https://facebook.com/x"><meta property="og:site_name" content="Báo X">
        <meta itemprop="datePublished" content="2025-11-25 16:35:00"><link rel=canonical href="https://example.vn/a">"#;
    let article = html(&page(head, "<span class=date>26/11/2025</span>"));
    assert_eq!((article.title.as_deref(), article.author.as_deref()), (Some("Hai bên điện đàm"), Some("Lê A")));
    assert_eq!((article.published.as_deref(), article.source.as_deref()), (Some("2025-11-25T16:35:00"), Some("Báo X")));
}

#[test]
fn then_what_stands_below_the_heading() {
    let below = "<span class='post-date'>Thứ ba, 25/11/2025, 16:35 (GMT+7)</span>";
    assert_eq!(html(&page("", below)).published.as_deref(), Some("2025-11-25T16:35+07:00"));
    let below = "<time datetime='2025-11-25T09:35:00Z'>hôm qua</time>";
    assert_eq!(html(&page("", below)).published.as_deref(), Some("2025-11-25T09:35:00Z"));
    assert_eq!(html(&page("", "")).published, None, "the date in the site's head is today's");
}

#[test]
fn a_title_of_the_window_loses_the_outlet() {
    let markup = format!("<title>Hai bên điện đàm về thương mại - Báo X</title><p>{LEAD}</p><p>{BODY}</p>");
    assert_eq!(html(&markup).title.as_deref(), Some("Hai bên điện đàm về thương mại"));
}

#[test]
fn a_page_says_its_encoding() {
    let markup = page("<meta http-equiv=content-type content='text/html; charset=windows-1252'>", "")
        .replace("<meta charset=utf-8>", "")
        .replace(|letter: char| !letter.is_ascii(), "é");
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&markup);
    assert!(article(Kind::Html, &bytes).text.contains('é'));
}

#[test]
fn pages_without_an_article_are_refused() {
    let links = "<li><a href=/a>Hai nhà lãnh đạo điện đàm về thương mại trong một giờ</a></li>".repeat(40);
    for markup in [
        "<html><body></body></html>",
        "<html><body><form><input name=user></form><p>Đăng nhập</p></body></html>",
        &format!("<html><body><ul>{links}</ul></body></html>"),
        "<script>let a = 'Hai nhà lãnh đạo điện đàm về thương mại trong một giờ, theo thông báo của cả hai bên.'</script>",
    ] {
        refused(Kind::Html, markup.as_bytes(), "no-article");
    }
}

#[test]
fn pages_nested_beyond_reason_are_refused_at_once() {
    for unit in ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<span>", "<svg><g>"] {
        refused(Kind::Html, format!("{}{LEAD}", unit.repeat(30_000)).as_bytes(), "too-deep");
    }
}

#[test]
fn badly_closed_pages_are_read() {
    let markup = format!("<div><p>{LEAD}<p>{BODY}<b><i>{BODY}</b></div></div><a <p>{BODY}");
    assert!(html(&markup).text.starts_with(LEAD));
    let article = html(&format!("<p>{LEAD}</p><p>{BODY}\0</p>"));
    assert_eq!(codes(&article), [""; 0], "the parser drops zero bytes");
}
