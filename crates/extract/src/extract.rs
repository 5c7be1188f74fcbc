//! The whole path from a page to an article.

use encoding_rs::UTF_8;
use suquan_acquire::{Kind, RawPage};
use suquan_span::{ByteSpan, Diagnostic};

use crate::decode::{Decoded, decode};
use crate::draft::{Draft, host};
use crate::{Article, Options, Reason, Refusal, binary, content_hash, html, json, language};

/// Takes the article out of a page.
///
/// # Errors
/// [`Refusal`] where there is none in it; it says why.
pub fn extract(page: &RawPage, options: &Options) -> Result<Article, Refusal> {
    let mut diagnostics = Vec::new();
    let refuse = |reason| Refusal { uri: page.uri.clone(), line: page.line, reason };
    let own = read_page(page, options, &mut diagnostics).map_err(refuse)?;
    let hints =
        Draft { published: options.hints.published, source: options.hints.source.clone(), language: options.hints.language.clone(), ..Draft::default() };
    let draft = own.or(read_sidecar(page, &mut diagnostics)).or(hints);
    finish(page, draft, options, diagnostics).map_err(refuse)
}

fn read_page(page: &RawPage, options: &Options, diagnostics: &mut Vec<Diagnostic>) -> Result<Draft, Reason> {
    match page.kind {
        Kind::Text => {
            let text = characters(page, options, diagnostics)?;
            Ok(Draft { text: Some(text), ..Draft::default() })
        }
        Kind::Html => {
            let markup = characters(page, options, diagnostics)?;
            html::read(&markup, None)
        }
        Kind::JsonLine => {
            // JSON is UTF-8 by its standard; `acquire` has already turned UTF-16 into it.
            let decoded = decode(&page.bytes, Some(UTF_8), None);
            report_decoding(&decoded, diagnostics);
            let draft = json::read(&decoded.text)?;
            match &draft.html {
                Some(markup) if draft.text.is_none() => {
                    let inner = html::read(markup, draft.url.as_deref())?;
                    Ok(draft.or(inner))
                }
                None if draft.text.is_none() => Err(Reason::BadField("text")),
                _ => Ok(draft),
            }
        }
    }
}

/// The characters of a page that is a whole file.
fn characters(page: &RawPage, options: &Options, diagnostics: &mut Vec<Diagnostic>) -> Result<String, Reason> {
    let declared = if page.kind == Kind::Html { html::declared_encoding(&page.bytes) } else { None };
    let decoded = decode(&page.bytes, options.encoding, declared);
    if decoded.encoding.is_ascii_compatible() {
        binary::check(&page.bytes)?;
    }
    report_decoding(&decoded, diagnostics);
    Ok(decoded.text)
}

fn report_decoding(decoded: &Decoded, diagnostics: &mut Vec<Diagnostic>) {
    if decoded.broken {
        diagnostics.push(Diagnostic::warning("broken-encoding", None, decoded.encoding.name()));
    }
    if decoded.guessed {
        diagnostics.push(Diagnostic::note("encoding-guessed", None, decoded.encoding.name()));
    }
}

/// What the sidecar says; text in it is passed over, the page has its own.
fn read_sidecar(page: &RawPage, diagnostics: &mut Vec<Diagnostic>) -> Draft {
    let Some(sidecar) = &page.sidecar else {
        return Draft::default();
    };
    let decoded = decode(&sidecar.bytes, None, None);
    match json::read(&decoded.text) {
        Ok(draft) => Draft { text: None, html: None, ..draft },
        Err(reason) => {
            diagnostics.push(Diagnostic::warning("bad-sidecar", None, format!("{}: {}", sidecar.uri, reason.detail())));
            Draft::default()
        }
    }
}

fn finish(page: &RawPage, draft: Draft, options: &Options, mut diagnostics: Vec<Diagnostic>) -> Result<Article, Reason> {
    let text = draft.text.unwrap_or_default();
    if text.len() > options.text_limit {
        return Err(Reason::TooLarge(options.text_limit));
    }
    let text = without_title(text, draft.title.as_deref());
    if !text.contains(char::is_alphanumeric) {
        return Err(Reason::Empty);
    }
    report_characters(&text, &mut diagnostics);
    if draft.odd_date {
        diagnostics.push(Diagnostic::warning("bad-date", None, ""));
    }
    let source = draft.source.or_else(|| draft.url.as_deref().and_then(host));
    let published = draft.published.map(|published| published.to_string());
    Ok(Article {
        id: draft.id.unwrap_or_else(|| page.label()),
        hash: content_hash(draft.title.as_deref(), &text, published.as_deref(), source.as_deref()),
        uri: page.uri.clone(),
        language: language::language(&text, draft.language.as_deref(), &options.languages, &mut diagnostics),
        title: draft.title,
        text,
        published,
        url: draft.url,
        source,
        author: draft.author,
        diagnostics,
    })
}

/// The text less a first line that is the title again.
fn without_title(text: String, title: Option<&str>) -> String {
    let Some(title) = title else { return text };
    let start = text.trim_start();
    let Some((line, rest)) = start.split_once('\n') else {
        return text;
    };
    if line.split_whitespace().eq(title.split_whitespace()) { rest.trim_start_matches(['\r', '\n']).to_owned() } else { text }
}

/// Points at the first place where decoding failed, and the first control character.
fn report_characters(text: &str, diagnostics: &mut Vec<Diagnostic>) {
    let at = |found: Option<(usize, char)>| found.map(|(at, sign)| ByteSpan::new(at as u32, (at + sign.len_utf8()) as u32));
    for diagnostic in diagnostics.iter_mut().filter(|diagnostic| diagnostic.code == "broken-encoding") {
        diagnostic.span = at(text.char_indices().find(|(_, sign)| *sign == char::REPLACEMENT_CHARACTER));
    }
    let control = |sign: char| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{C}');
    if let Some(span) = at(text.char_indices().find(|(_, sign)| control(*sign))) {
        diagnostics.push(Diagnostic::warning("control-character", Some(span), ""));
    }
}
