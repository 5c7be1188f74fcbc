//! Running a pack's examples.

mod labels;

use suquan_extract::Article;
use suquan_langpack::{Example, Group, Mark, Marked, PackError};

use crate::{Hints, Reader};

/// An example that is not read as it is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The example's file, relative to the pack's folder.
    pub file: String,
    /// Its line.
    pub line: usize,
    /// The sentence with carets under what was expected and what was read, and what to edit.
    pub report: String,
}

/// Reads every example of the pack and compares.
#[must_use]
pub fn check_examples(reader: &Reader) -> Vec<Failure> {
    reader.pack().examples().iter().filter_map(|example| check(reader, example)).collect()
}

/// The rules without which no example is read otherwise: idle ones, each as a fault of its file.
#[must_use]
pub fn check_idle(reader: &Reader) -> Vec<PackError> {
    let pack = reader.pack();
    let today: Vec<_> = pack.examples().iter().map(|example| read(reader, example)).collect();
    let mut idle = Vec::new();
    for (room, rules) in pack.rooms() {
        for rule in &rules.rules {
            let Ok(without) = reader.without(&rule.id) else { continue };
            // A rule's own file comes first: that is where its example should stand.
            let (own, other): (Vec<_>, Vec<_>) =
                pack.examples().iter().zip(&today).filter(|(example, _)| example.room == room).partition(|(example, _)| example.file == rule.file);
            if own.iter().chain(&other).all(|(example, marks)| read(&without, example) == **marks) {
                idle.push(rule.fault(format!("`{}` is idle: no example is read otherwise without it; give it one, or drop it", rule.id)));
            }
        }
    }
    idle
}

/// What the example's room reads in it, by start.
fn read(reader: &Reader, example: &Example) -> Vec<Mark> {
    let article = Article { text: example.marked.text.clone(), published: example.published.clone(), ..Article::default() };
    let mut marks = labels::labels(&reader.read(article, &Hints::default()), &example.room);
    marks.sort_by(|a, b| (a.span.start, std::cmp::Reverse(a.span.end), &a.label).cmp(&(b.span.start, std::cmp::Reverse(b.span.end), &b.label)));
    marks
}

fn check(reader: &Reader, example: &Example) -> Option<Failure> {
    let found = read(reader, example);
    let failure = |report: String| Some(Failure { file: example.file.clone(), line: example.line, report });
    if example.group == Group::Gap
        && let Some(should) = &example.should
        && agrees(should, &found)
    {
        return failure(format!("{}\n  is read rightly now: move it to [[match]] or [[not]]", example.marked.text));
    }
    if agrees(&example.marked, &found) {
        return None;
    }
    let mut report = format!("{}\n", example.marked.text);
    for mark in &example.marked.marks {
        if !found.iter().any(|actual| mark.span == actual.span && mark.agrees(&actual.label)) {
            report += &caret_line(&example.marked.text, mark, "expected");
        }
    }
    for actual in &found {
        if !example.marked.marks.iter().any(|mark| mark.span == actual.span && mark.agrees(&actual.label)) {
            report += &caret_line(&example.marked.text, actual, "was read");
        }
    }
    report += "  edit the marks of the example, or the rule that reads it";
    failure(report)
}

/// Whether every mark is read and nothing else is.
fn agrees(marked: &Marked, found: &[Mark]) -> bool {
    let mut left: Vec<&Mark> = found.iter().collect();
    for mark in &marked.marks {
        match left.iter().position(|actual| mark.span == actual.span && mark.agrees(&actual.label)) {
            Some(index) => drop(left.remove(index)),
            None => return false,
        }
    }
    left.is_empty()
}

/// A line with carets below the mark's words, and its label.
fn caret_line(text: &str, mark: &Mark, what: &str) -> String {
    let before = text.get(..mark.span.start as usize).unwrap_or("").chars().count();
    let width = mark.span.of(text).chars().count().max(1);
    format!("{}{} {what}: {}\n", " ".repeat(before), "^".repeat(width), mark.label)
}
