//! The pack's rules and rows, compiled once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use suquan_langpack::{Pack, PackError, Rule};
use suquan_pattern::{ClassId, Node, RuleSet, parse};
use toml::Value;

use crate::fields::Fields;
use crate::number::NumberWord;

/// What a rule's match means.
#[derive(Clone, Debug)]
pub(crate) struct TimeRule {
    /// The rule's id, as `explain` shows it.
    pub id: Arc<str>,
    /// The constant fields of its value.
    pub fields: Fields,
    /// What it sees is no time, and no other rule may read one there.
    pub none: bool,
    /// Whether what it sees is a time without being joined to others.
    pub alone: bool,
    /// The field that a bare number of a list is.
    pub list: Option<String>,
    /// What each capture of its pattern gives.
    pub captures: Vec<Capture>,
}

impl TimeRule {
    /// Which of two rules for the same words goes first.
    pub(crate) fn rank(&self) -> u8 {
        match (self.none, self.alone) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        }
    }
}

/// What a capture gives.
#[derive(Clone, Debug)]
pub(crate) enum Capture {
    /// `time`: the bounds of the expression.
    Bounds,
    /// `i1`, `i2` …: a member of a list, an expression of its own.
    Item,
    /// `rest`: the member from which the others take what they lack.
    Rest,
    /// Any other name: a row's fields, a piece's, or a number for the field of that name.
    Field {
        /// The field, without trailing digits.
        key: String,
        /// The lists whose rows it may be.
        lists: Vec<ClassId>,
    },
}

/// All rules of the room.
#[derive(Clone, Debug, Default)]
pub(crate) struct TimeRules {
    /// Rules over words, with the index of each in `rules`.
    pub atoms: (RuleSet, Vec<usize>),
    /// Rules over the pieces that those found.
    pub joins: (RuleSet, Vec<usize>),
    pub rules: Vec<TimeRule>,
    /// What the rows of the room's lists say, by row number.
    pub rows: FxHashMap<u32, Fields>,
    /// What the rows of the list `number` do, by row number.
    pub numbers: FxHashMap<u32, NumberWord>,
}

/// The list of number words.
pub(crate) const NUMBER: &str = "number";
/// The list of words before an expression that say where it lies or how it is limited.
pub(crate) const CUE: &str = "time-cue";

impl TimeRules {
    pub(crate) fn compile(pack: &Pack) -> Result<Self, Vec<PackError>> {
        let mut found = Self::default();
        let mut errors = Vec::new();
        let source = pack.rules("timex");
        let mut lists: BTreeSet<ClassId> = pack.class(CUE).into_iter().collect();
        let mut joins = Vec::new();
        for (rule, program) in source.rules.iter().zip(source.set.programs()) {
            let mut inside = BTreeMap::new();
            if let Ok(node) = parse(rule.text("pattern").unwrap_or_default()) {
                captures(&node, pack, &mut inside);
            }
            for classes in inside.values() {
                lists.extend(classes);
            }
            match time_rule(rule, program.captures(), &inside) {
                Ok(compiled) => found.rules.push(compiled),
                Err(message) => errors.push(rule.fault(message)),
            }
            joins.push(rule.table.get("join").and_then(Value::as_bool).unwrap_or(false));
        }
        found.atoms = source.set.subset(|rule| !joins[rule]);
        found.joins = source.set.subset(|rule| joins[rule]);
        found.read_rows(pack, &lists, &mut errors);
        if errors.is_empty() { Ok(found) } else { Err(errors) }
    }

    fn read_rows(&mut self, pack: &Pack, lists: &BTreeSet<ClassId>, errors: &mut Vec<PackError>) {
        let number = pack.class(NUMBER);
        for (index, row) in pack.lexicon().rows().iter().enumerate() {
            let fault = |message: String| PackError::new(row.file(), row.line as usize, message);
            if Some(row.class) == number {
                match NumberWord::parse(row.value()) {
                    Some(word) => drop(self.numbers.insert(index as u32, word)),
                    None => errors.push(fault(format!("`{}` is no number word: write `digit 5`, `times 10`, …", row.value()))),
                }
            } else if lists.contains(&row.class) {
                match row_fields(row.value()) {
                    Ok(fields) => drop(self.rows.insert(index as u32, fields)),
                    Err(message) => errors.push(fault(message)),
                }
            }
        }
    }
}

fn time_rule(rule: &Rule, names: &[String], inside: &BTreeMap<String, Vec<ClassId>>) -> Result<TimeRule, String> {
    let mut compiled = TimeRule { id: rule.id.as_str().into(), fields: Fields::default(), none: false, alone: true, list: None, captures: Vec::new() };
    if let Some(value) = rule.table.get("value") {
        let table = value.as_table().ok_or("`value` is a table: `{ look = \"back\" }`")?;
        for (key, value) in table {
            match (key.as_str(), value) {
                ("none", Value::Boolean(none)) => compiled.none = *none,
                ("alone", Value::Boolean(alone)) => compiled.alone = *alone,
                ("list", Value::String(field)) => compiled.list = Some(field.clone()),
                (key, Value::String(text)) => compiled.fields.set(key, text)?,
                (key, Value::Integer(number)) => compiled.fields.set(key, &number.to_string())?,
                _ => return Err(format!("`{key}` cannot be `{value}`")),
            }
        }
    }
    for name in names {
        let key = name.trim_end_matches(|c: char| c.is_ascii_digit());
        compiled.captures.push(match key {
            "time" => Capture::Bounds,
            "rest" => Capture::Rest,
            "i" => Capture::Item,
            _ => Capture::Field { key: key.to_owned(), lists: inside.get(name).cloned().unwrap_or_default() },
        });
    }
    Ok(compiled)
}

/// The `key=value` words of a row's value, behind its label.
fn row_fields(value: &str) -> Result<Fields, String> {
    let mut fields = Fields::default();
    for pair in value.split(' ').filter(|word| word.contains('=')) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        fields.set(key, value)?;
    }
    Ok(fields)
}

/// The lists that stand inside each capture of a pattern; layers and number words are none.
fn captures(node: &Node, pack: &Pack, found: &mut BTreeMap<String, Vec<ClassId>>) {
    match node {
        Node::Capture(name, inner) => {
            let mut classes = Vec::new();
            lists(inner, pack, &mut classes);
            found.entry(name.clone()).or_default().extend(classes);
            captures(inner, pack, found);
        }
        Node::Sequence(nodes) | Node::Choice(nodes) => nodes.iter().for_each(|node| captures(node, pack, found)),
        Node::Repeat(inner, ..) => captures(inner, pack, found),
        _ => {}
    }
}

fn lists(node: &Node, pack: &Pack, found: &mut Vec<ClassId>) {
    match node {
        Node::Class(name, _) if name != NUMBER && !name.starts_with(|c: char| c.is_ascii_uppercase()) => found.extend(pack.class(name)),
        Node::Sequence(nodes) | Node::Choice(nodes) => nodes.iter().for_each(|node| lists(node, pack, found)),
        Node::Repeat(inner, ..) | Node::Capture(_, inner) => lists(inner, pack, found),
        _ => {}
    }
}
