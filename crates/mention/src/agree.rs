//! One name, one type: what one place settles holds for the article.

use rustc_hash::FxHashMap;
use suquan_pattern::{Hits, Input};

use crate::MentionType::{self, Per};
use crate::draft::{Draft, Look, Why};
use crate::lists::{Lists, Sense, Tradition};

/// Lets the sure places of a name speak for the others, and full names of persons for their parts.
pub(crate) fn agree(drafts: &mut [Draft], input: Input<'_>, hits: &Hits, lists: &Lists) {
    let mut whole: FxHashMap<&str, [i32; 3]> = FxHashMap::default();
    let mut parts: FxHashMap<&str, ()> = FxHashMap::default();
    let words = |draft: &Draft| input.words(draft.tokens);
    for draft in drafts.iter().filter(|draft| draft.sure()) {
        let Some(kind) = draft.best() else { continue };
        whole.entry(words(draft)).or_default()[kind as usize] += draft.weight[kind as usize];
        if kind == Per && draft.tokens.len() > 1 {
            parts.extend(person_parts(draft, input, hits, lists).map(|part| (part, ())));
        }
    }
    for draft in drafts.iter_mut().filter(|draft| !draft.sure() && !draft.barred) {
        if let Some(kind) = whole.get(words(draft)).and_then(most) {
            draft.add(kind, if draft.weak { 2 } else { 5 }, Why::Method("same-name"));
        } else if parts.contains_key(words(draft)) {
            let weight = match (draft.weak, draft.look) {
                (true, _) => 1,
                (false, Look::Foreign) => 5,
                (false, _) => 3,
            };
            draft.add(Per, weight, Why::Method("part-of-name"));
        }
    }
}

/// The type with the most weight; `None` on a tie.
fn most(weights: &[i32; 3]) -> Option<MentionType> {
    const KINDS: [MentionType; 3] = [MentionType::Per, MentionType::Org, MentionType::Loc];
    let best = KINDS.into_iter().max_by_key(|&kind| weights[kind as usize])?;
    (weights.iter().filter(|&&weight| weight == weights[best as usize]).count() == 1).then_some(best)
}

/// The words by which a person named in full may be called: of a foreign name each word and the last two, of another the first or the last.
fn person_parts<'t>(draft: &Draft, input: Input<'t>, hits: &Hits, lists: &Lists) -> impl Iterator<Item = &'t str> {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let span = |from: u32, to: u32| suquan_span::TokenSpan::new(from, to);
    let han = lists.any(hits, draft.start(), |sense| matches!(sense, Sense::Surname(Tradition::Han | Tradition::Romanised)));
    let spans: Vec<_> = match draft.look {
        Look::Foreign => (start..end).map(|at| span(at, at + 1)).chain((start + 1..end).map(|at| span(at, end))).collect(),
        _ if han => vec![span(start, start + 1), span(end - 1, end), span(start + 1, end)],
        _ => vec![span(end - 1, end), span(start + 1, end)],
    };
    let text = input.text;
    let bytes = move |span: suquan_span::TokenSpan| input.tokens[span.start as usize].span.cover(input.tokens[span.end as usize - 1].span);
    spans.into_iter().map(move |span| bytes(span).of(text)).filter(|words| words.chars().next().is_some_and(char::is_uppercase))
}
