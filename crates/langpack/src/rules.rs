//! Rule files: patterns with a value, and their examples.

use suquan_pattern::{Names, Program, RuleSet, parse};
use suquan_token::Vocabulary;
use toml::{Table, Value};

use crate::PackError;
use crate::example::{Example, Group, Marked};

/// One rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `ROOM/FILE#NAME`, or `ROOM/FILE` for the nameless rule of a file.
    pub id: String,
    /// What the file says is seen.
    pub what: String,
    /// All keys of the rule; the room reads `value` and what else it knows.
    pub table: Table,
    /// The file, relative to the pack's folder.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
}

impl Rule {
    /// The string behind `key`.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.table.get(key).and_then(Value::as_str)
    }

    /// A fault in this rule.
    #[must_use]
    pub fn fault(&self, message: impl Into<String>) -> PackError {
        PackError::new(self.file.clone(), self.line, message)
    }
}

/// The rules of one room, compiled; index `i` of the set is `rules[i]`.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// The rules, in the order of files and lines.
    pub rules: Vec<Rule>,
    /// Their patterns.
    pub set: RuleSet,
}

impl Rules {
    /// The same rules with the one named `id` switched off; all of them where there is none.
    #[must_use]
    pub fn without(&self, id: &str) -> Self {
        let mut rules = self.clone();
        if let Some(index) = self.rules.iter().position(|rule| rule.id == id) {
            rules.set = rules.set.without(index);
        }
        rules
    }
}

/// A parsed rule file.
pub(crate) struct RuleFile {
    pub room: String,
    pub rules: Vec<(Rule, Program)>,
    pub examples: Vec<Example>,
}

/// Reads `rules/ROOM/NAME.toml`; the examples, which stand after the rules, only where they are asked for.
pub(crate) fn parse_file(
    file: &str,
    text: &str,
    examples: bool,
    vocabulary: &mut Vocabulary,
    names: &mut Names,
    errors: &mut Vec<PackError>,
) -> Option<RuleFile> {
    let Some((room, stem)) = file.strip_prefix("rules/").and_then(|path| path.strip_suffix(".toml")?.split_once('/')) else {
        errors.push(PackError::new(file, 0, "a rule file is `rules/ROOM/NAME.toml`"));
        return None;
    };
    let head = if examples { text } else { &text[..first_example(text)] };
    let table: Table = match head.parse() {
        Ok(table) => table,
        Err(error) => {
            let error: toml::de::Error = error;
            let line = error.span().map_or(0, |span| text[..span.start].lines().count().max(1));
            errors.push(PackError::new(file, line, error.message()));
            return None;
        }
    };
    let what = table.get("what").and_then(Value::as_str).unwrap_or_default().to_owned();
    if what.is_empty() {
        errors.push(PackError::new(file, 1, "`what = \"…\"` is missing: one sentence on what is seen"));
    }
    let mut rules = Vec::new();
    for (rule, line) in tables(&table, "rule").zip(lines(text, "rule")) {
        let id = match rule.get("name").and_then(Value::as_str) {
            Some(name) => format!("{room}/{stem}#{name}"),
            None => format!("{room}/{stem}"),
        };
        let rule = Rule { id, what: what.clone(), table: rule.clone(), file: file.to_owned(), line };
        let Some(pattern) = rule.text("pattern") else {
            errors.push(rule.fault("`pattern = '…'` is missing"));
            continue;
        };
        let node = match parse(pattern) {
            Ok(node) => node,
            Err(error) => {
                errors.push(rule.fault(format!("pattern, {error}")));
                continue;
            }
        };
        // Layers, which rooms make, have names in capitals; a list must be there before the rules that name it.
        for class in node.classes().into_iter().filter(|class| class.starts_with(|first: char| first.is_lowercase()) && names.class(class).is_none()) {
            errors.push(rule.fault(format!("there is no list `lexicon/{class}.tsv`; layers of other rooms are written in capitals, as in `<PER>`")));
        }
        match Program::compile(&node, vocabulary, names) {
            Ok(program) => rules.push((rule, program)),
            Err(error) => errors.push(rule.fault(format!("pattern, {error}"))),
        }
    }
    let mut found = Vec::new();
    if examples {
        if let Some(at) = text[first_example(text)..].find("[[rule]]") {
            let line = text[..first_example(text) + at].lines().count() + 1;
            errors.push(PackError::new(file, line, "rules stand before the examples of their file"));
        }
        let published = table.get("published").and_then(Value::as_str);
        for (key, group) in [("match", Group::Match), ("not", Group::Not), ("gap", Group::Gap)] {
            for (entry, line) in tables(&table, key).zip(lines(text, key)) {
                match example(entry, room, group, published, file, line) {
                    Ok(example) => found.push(example),
                    Err(message) => errors.push(PackError::new(file, line, message)),
                }
            }
        }
    }
    Some(RuleFile { room: room.to_owned(), rules, examples: found })
}

fn example(entry: &Table, room: &str, group: Group, published: Option<&str>, file: &str, line: usize) -> Result<Example, String> {
    let read = |key: &str| entry.get(key).and_then(Value::as_str);
    let marked = Marked::parse(read("text").ok_or("`text = \"…\"` is missing")?)?;
    let should = read("should").map(Marked::parse).transpose()?;
    match (group, &should) {
        (Group::Gap, None) => return Err("a gap says in `should` what would be right".into()),
        (Group::Match | Group::Not, Some(_)) => return Err("only a gap has `should`".into()),
        (Group::Match, None) if marked.marks.is_empty() => return Err("a match has a mark; what has none is a `[[not]]`".into()),
        (Group::Gap, Some(should)) if should.text != marked.text => return Err("`text` and `should` differ in more than marks".into()),
        _ => {}
    }
    let published = read("published").or(published).map(str::to_owned);
    Ok(Example { room: room.to_owned(), group, marked, should, published, file: file.to_owned(), line })
}

/// The tables of an array `[[key]]`.
fn tables<'t>(table: &'t Table, key: &str) -> impl Iterator<Item = &'t Table> {
    table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
}

/// The lines, from 1, on which `[[key]]` stands.
fn lines(text: &str, key: &str) -> impl Iterator<Item = usize> {
    let header = format!("[[{key}]]");
    text.lines().enumerate().filter(move |(_, line)| line.trim() == header).map(|(index, _)| index + 1)
}

/// Where the first example's header stands; the text's end where it has none.
fn first_example(text: &str) -> usize {
    ["\n[[match]]", "\n[[not]]", "\n[[gap]]"].iter().filter_map(|header| text.find(header)).min().map_or(text.len(), |at| at + 1)
}
