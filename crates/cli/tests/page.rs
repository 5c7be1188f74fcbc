//! The report's page in a real browser, at the width of a desk and of a phone.

mod chromium;
mod program;

use std::path::PathBuf;

use chromium::{Chromium, Page};
use serde_json::{Value, json};
use suquan_report::Contents;
use tempfile::TempDir;

const SIZES: [(u32, u32); 2] = [(1280, 900), (390, 844)];

/// A page made from these articles by the program.
fn report(articles: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("ledger.html");
    let output = program::run(&["report", "--html", &file.to_string_lossy(), articles]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (folder, file)
}

/// Opens the page at each size, does something there, and then asks whether it still fits the window and nothing went wrong.
fn at_every_size(file: &std::path::Path, act: impl Fn(&mut Page)) {
    let mut browser = Chromium::start();
    for (width, height) in SIZES {
        let mut page = browser.open(file, width, height);
        act(&mut page);
        assert!(page.fits(), "at {width} pixels something lies outside the window");
        assert_eq!(page.complaints(), Vec::<String>::new(), "at {width} pixels");
    }
}

/// How many events the list says that it shows.
fn listed(page: &mut Page) -> usize {
    let count = page.text("#events-heading [role=status]");
    let digits: String = count.chars().skip(1).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("`{count}` is no count"))
}

#[test]
fn the_filters_show_what_the_command_line_shows() {
    let (_folder, file) = report("examples/");
    let asked = |flags: &[&str]| program::records(&[&["read", "examples/"], flags].concat()).len();
    let expected = [
        asked(&[]),
        asked(&["--actor", "tap can binh"]),
        asked(&["--actor", "tap can binh", "--type", "CONSULT"]),
        asked(&["--actor", "tap can binh", "--type", "CONSULT", "--from", "2025-11"]),
        asked(&["--actor", "tap can binh", "--type", "CONSULT", "--from", "2025-11", "--to", "2025-12"]),
    ];
    assert!(expected.is_sorted_by(|more, fewer| more > fewer), "each filter takes some away: {expected:?}");
    at_every_size(&file, |page| {
        let mut counts = vec![listed(page)];
        page.write("[name=actor]", "tap can binh");
        counts.push(listed(page));
        page.choose("[name=type]", "CONSULT");
        counts.push(listed(page));
        page.write("[name=from]", "2025-11");
        counts.push(listed(page));
        page.write("[name=to]", "2025-12");
        counts.push(listed(page));
        assert_eq!(counts, expected);
        page.write("[name=to]", "2026-13");
        assert_eq!(page.value("document.querySelector('[name=to]').validity.valid"), false);
        page.write("[name=actor]", "no one of that name");
        assert_eq!((listed(page), page.text("#events p")), (0, "Nothing fits the filters.".to_owned()));
        page.click("[type=reset]");
        assert_eq!(listed(page), expected[0]);
    });
}

#[test]
fn the_timeline_zooms_and_moves() {
    let (_folder, file) = report("examples/");
    at_every_size(&file, |page| {
        page.click("[data-act=whole]");
        let whole = range(page);
        assert_eq!(page.value("dated.every(({ days: [first, last] }) => state.view[0] < first && last < state.view[1])"), true);
        let wide = page.value("[...document.querySelectorAll('#scale rect.mark')].filter((mark) => mark.getBBox().width > 20).length");
        assert!(wide.as_u64() > Some(0), "a date known only as a year or half a year is a bar");
        page.click("[data-act=zoom-in]");
        let half = range(page);
        assert!(half.1 - half.0 < 0.6 * (whole.1 - whole.0), "{whole:?} {half:?}");
        page.drag("#scale svg", 100.0);
        page.wait("document.querySelector('#scale svg').style.transform === ''");
        page.wait(&format!("state.view[0] < {}", half.0));
        page.value("document.getElementById('scale').focus()");
        page.press("+");
        let quarter = range(page);
        assert!(quarter.1 - quarter.0 < 0.6 * (half.1 - half.0), "{half:?} {quarter:?}");
        page.press("ArrowRight");
        assert!(range(page).0 > quarter.0);
        page.press("Home");
        assert_eq!(range(page), whole);
        page.click("[data-act=zoom-in]");
        page.click("[data-act=whole]");
        assert_eq!(range(page), whole);
    });
}

fn range(page: &mut Page) -> (f64, f64) {
    let view = page.value("state.view");
    (view[0].as_f64().expect("a time"), view[1].as_f64().expect("a time"))
}

#[test]
fn a_click_shows_the_article_with_its_words() {
    let (_folder, file) = report("examples/");
    let events = program::records(&["read", "examples/"]);
    let event = events.iter().max_by_key(|event| (event["origins"].as_u64(), event["conflicts"] != json!([]))).expect("the examples have events");
    let id = event["id"].as_str().expect("an id is a string");
    let span = &event["reports"][1]["spans"][0];
    at_every_size(&file, |page| {
        page.click(&format!("#events [data-id='{id}']"));
        page.wait(&format!("document.querySelector('#dossier h2').textContent === {}", event["title"]["en"]));
        assert_eq!(page.value("document.querySelectorAll('#dossier .column').length"), event["reports"].as_array().map_or(0, Vec::len));
        page.click("#dossier .entry:nth-child(2) .ground");
        page.wait("document.getElementById('article').open");
        assert_eq!(page.text(".text mark.here"), span["text"].as_str().expect("a span has its text"));
        let before = "(() => { const here = document.querySelector('.text mark.here'), before = document.createRange();
            before.setStart(document.querySelector('.text'), 0); before.setEndBefore(here); return Array.from(before.toString()).length; })()";
        assert_eq!(page.value(before), span["start"]);
        let shown = page.value(
            "(() => { const box = document.querySelector('.text mark.here').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })()",
        );
        assert_eq!(shown, true, "the words are in view");
        page.press("Escape");
        page.wait("!document.getElementById('article').open");
    });
}

#[test]
fn the_keyboard_is_enough() {
    let (_folder, file) = report("examples/");
    at_every_size(&file, |page| {
        page.value("document.querySelector('#events [tabindex=\"0\"]').focus()");
        page.press("ArrowDown");
        page.press("ArrowDown");
        let focused = page.value("document.activeElement.dataset.id");
        assert_eq!(focused, page.value("ledger.events[2].id"));
        page.press("Enter");
        page.wait("state.chosen === ledger.events[2].id");
        assert_eq!(page.value("document.activeElement.dataset.id"), focused, "the list keeps the focus");
        assert_eq!(page.value("document.querySelectorAll('#events [tabindex=\"0\"]').length"), 1, "the list is one stop");
    });
}

/// Elements, scripts and signs that turn the direction of writing, in every place that an article brings words into the page.
#[test]
fn the_text_of_an_article_never_acts() {
    const HOSTILE: &str =
        "</script><script>window.ran = 1</script><img src=x onerror=\"window.ran = 1\"><svg onload=\"window.ran = 1\"> \u{202e}\u{2066} {{script}} <!--";
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let articles = folder.path().join("hostile.jsonl");
    let text = format!(
        "{HOSTILE} Ngày 24/11/2025, Tổng thống Mỹ Donald Trump đã điện đàm với Chủ tịch Trung Quốc Tập Cận Bình. Ông Trump cam kết mua {HOSTILE} 3 triệu tấn gạo."
    );
    let article = json!({"id": HOSTILE, "title": HOSTILE, "source": HOSTILE, "author": HOSTILE, "url": "javascript:window.ran=1", "published": "2025-11-25", "text": text});
    std::fs::write(&articles, format!("{article}\n")).expect("a file can be written");
    let (_folder, file) = report(&articles.to_string_lossy());
    at_every_size(&file, |page| {
        page.click("#events .list button");
        page.click("#dossier .column .ground");
        page.wait("document.getElementById('article').open");
        assert_eq!(page.text(".text"), text);
        assert_eq!(page.text("#article-heading"), HOSTILE);
        assert_eq!(page.value("window.ran ?? null"), Value::Null);
        assert_eq!(page.value("document.querySelectorAll('img, svg[onload], iframe, a[href^=javascript]').length"), 0);
        assert_eq!(page.value("document.scripts.length"), 3);
        let isolated = "[...document.querySelectorAll('body *')].every((element) => ![...element.childNodes].some((node) => node.nodeType === 3 && node.data.includes('\\u202e'))
            || element.closest('bdi, .text, h2, option, title, .tag, script, strong, mark'))";
        assert_eq!(page.value(isolated), true, "signs of direction end with the words they came with");
    });
}

#[test]
fn a_large_ledger_stays_usable() {
    let seed = program::records(&["read", "examples/"]);
    let copies = (0..30).flat_map(|round| {
        seed.iter().map(move |event| {
            let mut event = event.clone();
            event["id"] = format!("{round}-{}", event["id"].as_str().unwrap_or_default()).into();
            if event["date"].is_string() {
                event["date"] = format!("{}-{:02}-{:02}", 2016 + round / 3, 1 + round % 12, 1 + round % 28).into();
            }
            event
        })
    });
    let contents = Contents { events: copies.collect(), ..Contents::default() };
    assert!(contents.events.len() > 2000);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("large.html");
    std::fs::write(&file, suquan_report::page(&contents)).expect("a file can be written");
    at_every_size(&file, |page| {
        assert_eq!(listed(page), contents.events.len());
        assert!(page.value("document.querySelectorAll('*').length").as_u64() < Some(6000), "what is not looked at is not drawn");
        assert!(page.value("document.getElementById('scale').offsetHeight / innerHeight").as_f64() < Some(0.7), "the timeline leaves room for the list");
        let slow = page.value("(() => { const start = performance.now(); for (const letters of ['t', 'tr', 'tru', 'trum']) { state.actor = letters; draw(); } return performance.now() - start; })()");
        assert!(slow.as_f64() < Some(4000.0), "four letters typed took {slow} ms");
        page.click("[type=reset]");
        page.click("#events .more");
        assert_eq!(page.value("document.querySelectorAll('#events [data-id]').length"), 400);
    });
}
