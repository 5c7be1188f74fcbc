//! The date that stands on the page, for readers.

use dom_query::{Document, NodeRef};

use crate::Published;
use crate::draft::Draft;

/// Parts of class names and ids that date elements bear across sites.
const MARKS: [&str; 4] = ["date", "time", "publish", "posted"];

/// Longer elements are not a date but something with a date in it.
const LONGEST: usize = 100;

/// Reads the date of publication from the elements of the page.
///
/// Machine-readable elements win (`itemprop`, `time`); then the first element below the heading that
/// is marked as a date: what stands above it is today's date in the site's own head.
pub(super) fn read(document: &Document) -> Draft {
    let marked = document.select("[itemprop=datePublished], time[pubdate], article time[datetime]");
    let machine = marked.nodes().iter().find_map(machine_date);
    let published = machine.or_else(|| below_heading(document)).or_else(|| document.select("time[datetime]").nodes().first().and_then(machine_date));
    Draft { published, ..Draft::default() }
}

fn machine_date(element: &NodeRef) -> Option<Published> {
    let said = ["datetime", "content"].iter().find_map(|name| element.attr(name));
    said.and_then(|text| Published::parse(&text)).or_else(|| Published::find(&element.text()))
}

fn below_heading(document: &Document) -> Option<Published> {
    let heading = document.select_single("h1");
    let mut below = heading.length() == 0;
    for element in document.select("h1, span, div, p, time, li, em, small, b, strong, i, td").nodes() {
        if element.has_name("h1") {
            below = true;
        } else if below && is_marked(element) {
            let text = element.text();
            if text.len() <= LONGEST
                && let Some(found) = Published::find(&text)
            {
                return Some(found);
            }
        }
    }
    None
}

fn is_marked(element: &NodeRef) -> bool {
    ["class", "id"].iter().filter_map(|name| element.attr(name)).any(|value| {
        let value = value.to_ascii_lowercase();
        MARKS.iter().any(|mark| value.contains(mark))
    })
}
