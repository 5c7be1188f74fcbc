//! Articles in web pages.
//!
//! The running text is found by a Readability ([`body`]); what the page says about itself is read
//! from three places, the most formal first: linked data ([`linked`]), `meta` elements ([`meta`]),
//! and what stands on the page ([`visible`]).

mod body;
mod guard;
mod linked;
mod meta;
mod visible;

use dom_query::Document;
use encoding_rs::Encoding;

use crate::Reason;
use crate::draft::{Draft, tidy};

/// Reads a page found at `url`, if that is known.
///
/// # Errors
/// [`Reason::Empty`] where there is nothing, [`Reason::NoArticle`] where no running text stands out, [`Reason::TooDeep`] where reading it
/// would take time beyond all measure.
pub(crate) fn read(markup: &str, url: Option<&str>) -> Result<Draft, Reason> {
    if markup.trim().is_empty() {
        return Err(Reason::Empty);
    }
    guard::check_markup(markup)?;
    let document = Document::from(markup);
    guard::check_tree(&document)?;
    let linked = linked::read(&document);
    let said = linked.draft.or(meta::read(&document)).or(visible::read(&document));
    let page_title = title(&document, &said);
    let said = Draft { title: page_title, url: url.map(str::to_owned).or(said.url.clone()), ..said };
    let text = body::text(document, said.title.as_deref()).or(linked.body).ok_or(Reason::NoArticle)?;
    Ok(Draft { text: Some(text), ..said })
}

/// The encoding that the page names in its first kilobyte, as `<meta charset=…>` or
/// `<meta http-equiv … content="…; charset=…">`.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    const KEY: &[u8] = b"charset=";
    let start = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
    let at = start.windows(KEY.len()).position(|window| window == KEY)? + KEY.len();
    let name: Vec<u8> = start[at..]
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    Encoding::for_label(&name)
}

/// The headline: as the page declares it; else its only `h1`; else the window's title less the
/// outlet's name behind it.
fn title(document: &Document, said: &Draft) -> Option<String> {
    if said.title.is_some() {
        return said.title.clone();
    }
    let headings = document.select("h1");
    if headings.length() == 1
        && let Some(heading) = tidy(&headings.text())
    {
        return Some(heading);
    }
    let window = tidy(&document.select_single("head > title").text())?;
    let cut = [" | ", " - ", " \u{2013} ", " \u{2014} "].iter().filter_map(|mark| window.rfind(mark)).max();
    match cut {
        // An outlet's name is short; a longer end belongs to the headline.
        Some(at) if window[at..].split_whitespace().count() <= 5 && at > window.len() / 3 => Some(window[..at].to_owned()),
        _ => Some(window),
    }
}
