//! Linking and coreference.
//!
//! [`identity`](crate::identity) says which names are one; titles give persons their offices; an office without a name is its holder, by the article or by the
//! actor list at the article's date; anaphors follow in the order of the text.

use suquan_actors::{Actors, Period};
use suquan_clause::Clauses;
use suquan_langpack::Pack;
use suquan_segment::Text;

use crate::follow::Follower;
use crate::holder::Almanac;
use crate::identity::identify;
use crate::registry::Registry;
use crate::titled::titled;
use crate::{Grammar, Mention, MentionType, Mentions, Names, Phrase, PhraseKind, office};

/// Says who is meant by each name and anaphor, with offices taken at `published` (EDTF), as far as that is known.
#[must_use]
pub fn link(names: &Names, text: &Text, clauses: &Clauses, grammar: &Grammar, pack: &Pack, actors: &Actors, published: Option<&str>) -> Mentions {
    let _ = clauses;
    let almanac = Almanac { actors, grammar, pack, at: published.and_then(Period::parse) };
    let mut registry = Registry::default();
    let mut entities = identify(names, text, grammar, pack, &mut registry);
    almanac.countries(&mut registry);
    almanac.decide(&mut registry, &mut entities);
    let titled = titled(names, text);
    let offices = office::Offices { names, entities: &entities, text, pack, almanac };
    for chain in &titled {
        offices.learn(chain, &mut registry);
    }
    offices.appositions(&titled, &mut registry);
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut follower = Follower::new(text, grammar, pack, almanac);
    let mut anaphors = follower.anaphors().into_iter().peekable();
    let mut chains = titled.iter().peekable();
    let mut done = 0;
    for (index, name) in names.names.iter().map(Some).enumerate().chain([(names.names.len(), None)]) {
        let here = name.map_or(u32::MAX, |name| name.tokens.start);
        // Titles and anaphors that open before this name.
        loop {
            let chain = chains.peek().filter(|chain| chain.tokens.start <= here).map(|chain| chain.tokens);
            let anaphor = anaphors.peek().filter(|anaphor| anaphor.tokens.start <= here).map(|anaphor| anaphor.tokens);
            let phrase = match (chain, anaphor) {
                (None, None) => break,
                (Some(chain), other) if other.is_none_or(|other| chain.start <= other.start && !(chain.start == other.start && chain.end < other.end)) => {
                    let Some(chain) = chains.next() else { break };
                    if let Some(before) = phrases.last_mut().filter(|before| offices.is_apposed(chain, before)) {
                        before.tokens = before.tokens.cover(chain.tokens);
                        before.span = text.bytes(before.tokens);
                        done = before.tokens.end;
                        continue;
                    }
                    if chain.tokens.start < done { None } else { offices.phrase(chain, &mut registry, &mut follower) }
                }
                _ => {
                    let Some(anaphor) = anaphors.next() else { break };
                    if anaphor.tokens.start < done { None } else { follower.phrase(&anaphor, names, &entities, &mut registry) }
                }
            };
            if let Some(phrase) = phrase {
                done = phrase.tokens.end;
                follower.meet(&phrase, &registry);
                phrases.push(phrase);
            }
        }
        let Some(name) = name else { break };
        if name.tokens.start >= done {
            let entity = follower.meant(name.tokens, entities[index], &mut registry);
            let phrase = Phrase { tokens: name.tokens, span: text.bytes(name.tokens), entity, kind: PhraseKind::Name, rule: name.rule(grammar) };
            done = name.tokens.end;
            follower.meet(&phrase, &registry);
            phrases.push(phrase);
        } else if name.kind != MentionType::Per {
            follower.pass(name.tokens, entities[index], &registry);
        }
    }
    let mention = |(name, &entity): (&crate::recognise::Name, &crate::EntityId)| Mention {
        tokens: name.tokens,
        span: text.bytes(name.tokens),
        kind: name.kind,
        entity,
        rule: name.rule(grammar),
    };
    let mentions = names.names.iter().zip(&entities).map(mention).collect();
    Mentions { mentions, phrases, entities: registry.finish(pack, &grammar.forms) }
}
