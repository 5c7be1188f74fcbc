//! A user's own actors: a TOML file on top of the list.

use toml::{Table, Value};

use crate::actor::{Kind, Words};
use crate::read::{Cells, TermCells};
use crate::{ActorError, Actors};

/// What a row without a `source` is said to come from.
const USER: &str = "user";

/// The tables of the file, in the order in which they are read: what a row names must be known before it.
const KINDS: [(&str, Kind); 5] =
    [("state", Kind::State), ("person", Kind::Person), ("organization", Kind::Organization), ("place", Kind::Place), ("office", Kind::Office)];

/// The surface forms that a user's file gives, as rows of a pack's class `name`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Form and value of each row.
    pub rows: Vec<(String, String)>,
}

impl Names {
    /// The rows as a list's file, to be put beside the pack's own, such as `lexicon/name/user.tsv`.
    #[must_use]
    pub fn to_tsv(&self) -> String {
        self.rows.iter().map(|(form, value)| format!("{form}\t{value}\n")).collect()
    }
}

impl Actors {
    /// Adds a user's file; a row with an id of the list takes that row's place. What it makes false is found by [`check`](crate::check()).
    ///
    /// ```toml
    /// [[person]]
    /// id = "person/jane-doe"
    /// name = "Jane Doe"
    /// country = "NZ"
    /// names = ["Jane Doe", "J. Doe"]     # the forms in texts; `parts = ["Doe"]` for what others may share
    ///
    /// [[office]]
    /// id = "office/nz-sports-minister"
    /// role = "sports-minister"
    /// of = "country/NZ"
    ///
    /// [[term]]
    /// office = "office/nz-sports-minister"
    /// person = "person/jane-doe"
    /// start = "2026-03"
    /// ```
    /// `[[organization]]` and `[[place]]` have `id`, `name`, `kind`, `country`, `names`, an organisation also `parent`; `[[name]]` gives an actor of the list further
    /// forms: `of`, `names`, `parts`.
    ///
    /// # Errors
    /// Every fault with its line; the list is then as it was.
    pub fn extend(&mut self, file: &str, text: &str) -> Result<Names, Vec<ActorError>> {
        let table: Table = text.parse().map_err(|error: toml::de::Error| {
            let line = error.span().map_or(0, |span| text.get(..span.start).map_or(0, |before| before.lines().count().max(1)));
            vec![ActorError::new(file, line, error.message())]
        })?;
        let mut actors = self.clone();
        let at = actors.file(file);
        let mut extension = Extension { actors, at, file, names: Names::default(), errors: Vec::new() };
        for key in table.keys().filter(|key| !KINDS.iter().any(|(kind, _)| kind == key) && !matches!(key.as_str(), "term" | "name")) {
            extension.fault(0, format!("`{key}` is not known; tables are [[person]], [[organization]], [[place]], [[office]], [[term]], [[state]], [[name]]"));
        }
        for (name, kind) in KINDS {
            for (line, row) in tables(&table, text, name) {
                extension.row(kind, line, row);
            }
        }
        for (line, row) in tables(&table, text, "term") {
            extension.term(line, row);
        }
        for (line, row) in tables(&table, text, "name") {
            let id = get(row, "of");
            if extension.actors.number(id).is_none() {
                extension.fault(line, format!("`{id}` is not in the list; `of` is the id of an actor"));
            }
            extension.forms(line, row, id);
        }
        let Extension { mut actors, names, errors, .. } = extension;
        if !errors.is_empty() {
            return Err(errors);
        }
        actors.reindex();
        *self = actors;
        Ok(names)
    }
}

struct Extension<'t> {
    actors: Actors,
    at: u16,
    file: &'t str,
    names: Names,
    errors: Vec<ActorError>,
}

impl Extension<'_> {
    fn row(&mut self, kind: Kind, line: usize, row: &Table) {
        let id = get(row, "id");
        let cells = Cells {
            id,
            name: get(row, "name"),
            country: if kind == Kind::State { id.strip_prefix("country/").unwrap_or_default() } else { get(row, "country") },
            detail: get(row, if kind == Kind::Office { "role" } else { "kind" }),
            of: get(
                row,
                match kind {
                    Kind::Office => "of",
                    Kind::State => "capital",
                    _ => "parent",
                },
            ),
            qid: get(row, "qid"),
            source: source(row),
            leader: row.get("leader").and_then(Value::as_bool).unwrap_or(false),
        };
        let needed: &[(&str, &str)] = match kind {
            Kind::Office => &[("role", cells.detail), ("of", cells.of)],
            Kind::Person | Kind::State => &[("name", cells.name)],
            Kind::Organization | Kind::Place => &[("name", cells.name), ("kind", cells.detail)],
        };
        for (key, _) in needed.iter().filter(|(_, value)| value.is_empty()) {
            self.fault(line, format!("`{key}` is missing"));
        }
        if let Err(message) = self.actors.add(kind, cells, owned, (self.at, line as u32)) {
            self.fault(line, message);
        }
        self.forms(line, row, id);
    }

    fn term(&mut self, line: usize, row: &Table) {
        let cells = TermCells {
            office: get(row, "office"),
            person: get(row, "person"),
            start: get(row, "start"),
            end: get(row, "end"),
            source: source(row),
            note: get(row, "note"),
        };
        // The user knows better: a term of the list with the same start gives way.
        if let (Some(office), Some(person)) = (self.actors.number(cells.office), self.actors.number(cells.person)) {
            let at = self.at;
            self.actors.terms.retain(|term| !(term.place.0 != at && term.office == office && term.person == person && term.start == cells.start));
        }
        if let Err(message) = self.actors.add_term(cells, owned, (self.at, line as u32)) {
            self.fault(line, message);
        }
    }

    fn forms(&mut self, line: usize, row: &Table, id: &str) {
        for (key, suffix) in [("names", ""), ("parts", " part=surname")] {
            match row.get(key) {
                None => {}
                Some(Value::Array(forms)) if forms.iter().all(Value::is_str) => {
                    let forms = forms.iter().filter_map(Value::as_str).map(|form| (form.to_owned(), format!("{id}{suffix}")));
                    self.names.rows.extend(forms);
                }
                Some(_) => self.fault(line, format!("`{key}` is a list of forms: {key} = [\"…\"]")),
            }
        }
    }

    fn fault(&mut self, line: usize, message: String) {
        self.errors.push(ActorError::new(self.file, line, message));
    }
}

fn owned(words: &str) -> Words {
    Words::Owned(words.to_owned())
}

fn get<'t>(row: &'t Table, key: &str) -> &'t str {
    row.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn source(row: &Table) -> &str {
    Some(get(row, "source")).filter(|source| !source.is_empty()).unwrap_or(USER)
}

/// The tables `[[name]]`, each with the line of its header.
fn tables<'t>(table: &'t Table, text: &'t str, name: &'t str) -> impl Iterator<Item = (usize, &'t Table)> {
    let rows = table.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table);
    let header = move |line: &str| line.trim().strip_prefix("[[").and_then(|line| line.split_once("]]")).is_some_and(|(inner, _)| inner.trim() == name);
    let lines = text.lines().enumerate().filter(move |(_, line)| header(line)).map(|(index, _)| index + 1).chain(std::iter::repeat(0));
    lines.zip(rows)
}
