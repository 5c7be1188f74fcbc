//! A whole pack.

use std::collections::BTreeMap;
use std::sync::Arc;

use suquan_pattern::{ClassId, Hits, LabelId, Names, RuleSet};
use suquan_token::{Token, Vocabulary, tokenize};

use crate::PackError;
use crate::example::Example;
use crate::files::PackFiles;
use crate::lexicon::{Lexicon, Row};
use crate::manifest::Manifest;
use crate::rules::{Rules, parse_file};

/// The data of one language, compiled.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    manifest: Manifest,
    vocabulary: Arc<Vocabulary>,
    names: Arc<Names>,
    lexicon: Arc<Lexicon>,
    rooms: BTreeMap<String, Arc<Rules>>,
    examples: Arc<Vec<Example>>,
    none: Arc<Rules>,
}

impl Pack {
    /// Compiles the pack that `files` hold.
    ///
    /// The examples are read only where they are asked for: they are for checking, not for reading articles.
    ///
    /// # Errors
    /// Every fault found, each with its file and line.
    pub fn load(files: &PackFiles, examples: bool) -> Result<Self, Vec<PackError>> {
        let mut errors = Vec::new();
        let mut pack = Self::default();
        let (mut vocabulary, mut names, mut lexicon, mut found) = (Vocabulary::default(), Names::default(), Lexicon::with_room(), Vec::new());
        match files.0.get("pack.toml").map(|text| Manifest::parse(text)) {
            Some(Ok(manifest)) => pack.manifest = manifest,
            Some(Err(error)) => errors.push(error),
            None => errors.push(PackError::new("pack.toml", 0, "the pack has no such file")),
        }
        for (file, text) in files.0.iter().filter(|(file, _)| file.starts_with("lexicon/") && file.ends_with(".tsv")) {
            lexicon.add(file, text, &mut vocabulary, &mut names, &mut errors);
        }
        let mut rooms: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for (file, text) in files.0.iter().filter(|(file, _)| file.starts_with("rules/")) {
            if let Some(parsed) = parse_file(file, text, examples, &mut vocabulary, &mut names, &mut errors) {
                rooms.entry(parsed.room).or_default().extend(parsed.rules);
                found.extend(parsed.examples);
            }
        }
        for (room, rules) in rooms {
            let (rules, programs): (Vec<_>, Vec<_>) = rules.into_iter().unzip();
            pack.rooms.insert(room, Arc::new(Rules { rules, set: RuleSet::new(programs) }));
        }
        (pack.vocabulary, pack.names, pack.lexicon, pack.examples) = (Arc::new(vocabulary), Arc::new(names), Arc::new(lexicon), Arc::new(found));
        pack.check_names(&mut errors);
        if errors.is_empty() { Ok(pack) } else { Err(errors) }
    }

    /// The embedded pack `code`, without its examples.
    ///
    /// # Errors
    /// Every fault found; a missing pack is one.
    pub fn embedded(code: &str) -> Result<Self, Vec<PackError>> {
        Self::load(&PackFiles::embedded(code), false)
    }

    /// Two rules of one name would be one line in `explain`.
    fn check_names(&self, errors: &mut Vec<PackError>) {
        for rules in self.rooms.values() {
            let mut seen = std::collections::BTreeSet::new();
            for rule in &rules.rules {
                if !seen.insert(&rule.id) {
                    errors.push(rule.fault(format!("a second rule is called `{}`", rule.id)));
                }
            }
        }
    }

    /// What the pack says of itself.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The words it names.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Its lists.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The row that a lexicon hit stands for.
    #[must_use]
    pub fn row(&self, hit: &suquan_pattern::Hit) -> &Row {
        self.lexicon.row(hit.payload)
    }

    /// The rules of a room; none where the pack has none.
    #[must_use]
    pub fn rules(&self, room: &str) -> &Arc<Rules> {
        self.rooms.get(room).unwrap_or(&self.none)
    }

    /// The rooms it has rules for, with them.
    pub fn rooms(&self) -> impl Iterator<Item = (&str, &Rules)> {
        self.rooms.iter().map(|(room, rules)| (room.as_str(), rules.as_ref()))
    }

    /// The same pack with one rule switched off, for the check that no rule is idle.
    #[must_use]
    pub fn without(&self, rule: &str) -> Self {
        let mut pack = self.clone();
        let room = rule.split('/').next().unwrap_or(rule);
        if let Some(rules) = pack.rooms.get_mut(room) {
            *rules = Arc::new(rules.without(rule));
        }
        pack
    }

    /// The examples of its rule files, where they were asked for.
    #[must_use]
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// The number of a lexicon's or layer's class; `None` where no list, rule or layer is called so.
    #[must_use]
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.names.class(name)
    }

    /// The number of a label.
    #[must_use]
    pub fn label(&self, name: &str) -> Option<LabelId> {
        self.names.label(name)
    }

    /// Cuts `text` into tokens of this pack.
    #[must_use]
    pub fn tokenize(&self, text: &str) -> Vec<Token> {
        tokenize(text, &self.vocabulary)
    }

    /// Every form of the pack's lists in `tokens`.
    #[must_use]
    pub fn find(&self, tokens: &[Token]) -> Hits {
        self.lexicon.find(tokens)
    }
}
