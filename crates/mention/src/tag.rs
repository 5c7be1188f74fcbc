//! Tags of agencies and papers: `(Bản tin Chiều) -` is one name, whatever its words.

use suquan_segment::{Role, Text};
use suquan_token::Kind;

use crate::MentionType::{Loc, Org};
use crate::draft::{Draft, Look, Why};
use crate::run::Runs;

/// The most words of an outlet's name.
const WORDS: usize = 5;

/// Makes what stands in the brackets of a tag one name of an organisation, unless the lists know better.
pub(crate) fn tags(drafts: &mut Vec<Draft>, text: &Text, runs: Runs<'_>) {
    for part in text.parts.iter().filter(|part| part.role == Role::Tag) {
        let tokens = text.tokens_in(part.span);
        let Some(open) = tokens.indices().find(|&at| runs.text(at) == "(") else { continue };
        let Some(close) = (open + 1..tokens.end as usize).find(|&at| runs.text(at) == ")") else { continue };
        let words = open + 1..close;
        let named =
            words.len() <= WORDS && words.clone().all(|at| text.tokens[at].kind == Kind::Word) && words.clone().next().is_some_and(|at| runs.capital(at));
        let first = drafts.partition_point(|draft| draft.start() < words.start);
        let last = drafts.partition_point(|draft| draft.start() < words.end);
        let whole = drafts[first..last].iter().any(|draft| draft.start() == words.start && draft.end() == words.end && matches!(draft.best(), Some(Org | Loc)));
        if !named || whole || first > last || drafts[first..last].iter().any(|draft| draft.end() > words.end) {
            continue;
        }
        let mut outlet = Draft::new(words.start, words.end, Look::Native);
        outlet.add(Org, 6, Why::Method("tag"));
        drafts.splice(first..last, [outlet]);
    }
}
