//! The articles that the benchmarks read, over and over, no two alike: those of the JSONL file that `SUQUAN_ARTICLES` names, else the newspaper articles in
//! `../shared/gold/docs` where they are at hand, else those of `examples/`, which are shorter and denser.

use std::path::{Path, PathBuf};

use suquan_extract::Article;

/// Articles with at least `bytes` bytes of text together.
///
/// Each round over them moves the numbers in them, so that a date or an amount does not repeat for ever. Pages in HTML are left out: what is measured
/// is reading, not extraction.
#[must_use]
pub fn articles(bytes: usize) -> Vec<Article> {
    let sources = sources();
    let mut articles = Vec::new();
    let mut total = 0;
    for (number, (id, text)) in sources.iter().cycle().enumerate() {
        let round = number / sources.len();
        let text = shifted(text, round);
        total += text.len();
        let published = Some("2025-11-25".to_owned());
        articles.push(Article { id: format!("{id}-{round}"), text, published, language: "vi".to_owned(), ..Article::default() });
        if total >= bytes {
            break;
        }
    }
    articles
}

/// The words of the Vietnamese lists, without the forms that are patterns: what the floor searches for.
#[must_use]
pub fn words() -> Vec<String> {
    let mut words = Vec::new();
    collect(&root().join("languages/vi/lexicon"), "tsv", &mut |text| {
        let forms = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').next());
        words.extend(forms.filter(|form| !form.is_empty() && !form.contains(['(', '?'])).map(str::to_owned));
    });
    words.sort();
    words.dedup();
    words
}

/// Id and text of every article there is to read.
#[expect(clippy::disallowed_methods, reason = "a benchmark takes no arguments of its own")]
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = |lines: &str| {
        for line in lines.lines() {
            let article: serde_json::Value = serde_json::from_str(line).expect("each line is an article in JSON");
            found.push((article["id"].as_str().unwrap_or_default().to_owned(), article["text"].as_str().unwrap_or_default().to_owned()));
        }
    };
    let press = root().join("../shared/gold/docs");
    if let Some(path) = std::env::var_os("SUQUAN_ARTICLES") {
        lines(&std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
    } else if press.is_dir() {
        collect(&press, "jsonl", &mut lines);
    } else {
        let folder = root().join("examples");
        collect(&folder, "jsonl", &mut lines);
        collect(&folder, "txt", &mut |text| found.push((format!("txt-{}", text.len()), text.to_owned())));
    }
    found
}

/// The text with each single digit 1 to 7 that ends a number moved by `round`, so that days and amounts differ and stay plausible.
fn shifted(text: &str, round: usize) -> String {
    let mut moved = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let ends_number = !characters.peek().is_some_and(char::is_ascii_digit);
        match c.to_digit(10) {
            Some(digit @ 1..=7) if ends_number => moved.extend(char::from_digit((digit - 1 + round as u32 % 7) % 7 + 1, 10)),
            _ => moved.push(c),
        }
    }
    moved
}

/// Gives `take` the text of every file below `folder` with that ending, by path.
fn collect(folder: &Path, ending: &str, take: &mut dyn FnMut(&str)) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, ending, take);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            take(&std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
