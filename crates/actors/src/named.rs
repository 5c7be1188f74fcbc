//! From forms to ids and back, through a pack's class `name`.

use suquan_langpack::{Pack, Row};
use suquan_token::{fold, tokenize};

/// The rows of the pack's names whose form `words` are, in the order of files and lines; where the letters agree with none, those that agree without case and marks.
#[must_use]
pub fn named<'p>(pack: &'p Pack, words: &str) -> Vec<&'p Row> {
    let tokens = tokenize(words, pack.vocabulary());
    let hits = pack.lexicon().find(&tokens);
    let exact = hits.at(0).iter().filter(|hit| Some(hit.class) == pack.class("name") && hit.span.end as usize == tokens.len());
    let mut rows: Vec<u32> = exact.map(|hit| hit.payload).collect();
    rows.sort_unstable();
    rows.dedup();
    if rows.is_empty() {
        let folded = fold(words);
        return names(pack).filter(|row| fold(row.form()) == folded).collect();
    }
    rows.into_iter().map(|row| pack.lexicon().row(row)).collect()
}

/// The forms that the pack has for an actor, in the order of files and lines.
pub fn names_of<'p>(pack: &'p Pack, id: &str) -> impl Iterator<Item = &'p Row> {
    names(pack).filter(move |row| row.head() == id)
}

fn names(pack: &Pack) -> impl Iterator<Item = &Row> {
    let class = pack.class("name");
    pack.lexicon().rows().iter().filter(move |row| Some(row.class) == class)
}
