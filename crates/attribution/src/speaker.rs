//! The speaker in the words before a cue, or after a preposition.

use suquan_mention::{EntityId, MentionType, PartyKind, PhraseKind};
use suquan_span::TokenSpan;

use crate::ground::Ground;
use crate::part::{Part, SourceKind};

/// Who speaks: an entity, or the words that name him.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// The entity, where the words are a name or refer to one.
    pub(crate) entity: Option<EntityId>,
    /// The words.
    pub(crate) words: TokenSpan,
    /// What the words name, where no entity says it.
    pub(crate) kind: PartyKind,
    /// Whether the words are a pronoun, which opens no statement inside another.
    pub(crate) pronoun: bool,
    /// Whether he speaks by a document.
    pub(crate) document: bool,
    /// Where the noun phrase starts that names him.
    pub(crate) start: u32,
    /// Where it ends.
    pub(crate) end: u32,
}

/// The speaker among `words`: their first noun phrase that can speak. `None` where there is none, or where he speaks of himself.
pub(crate) fn speaker(ground: &Ground<'_>, words: TokenSpan) -> Option<Speaker> {
    let words = TokenSpan::new(restart(ground, words), words.end);
    if let Some(found) = brought(ground, words) {
        return Some(found);
    }
    let start = nominal(ground, words)?;
    let phrase = TokenSpan::new(start.from, noun_phrase_end(ground, start.noun, words.end));
    let found = match start.head {
        Some((end, kind)) => by_head(ground, words, phrase, start.noun, (end, kind)),
        None => {
            let titled = ground.title(phrase.start).is_some() && last_name(ground, phrase, MentionType::Per).is_none();
            let person = if titled { adjacent(ground, words).filter(|found| follows_place(ground, phrase.end, found.start)) } else { None };
            person.or_else(|| by_name(ground, phrase)).or_else(|| Some(referring(ground, phrase)))
        }
    };
    found.map(|found| Speaker { start: phrase.start, end: phrase.end.max(found.end), ..found })
}

/// Where the clause starts in `words`: at the last noun that is written small inside sentences and has a capital here, so that the stop before it is missing.
fn restart(ground: &Ground<'_>, words: TokenSpan) -> u32 {
    let opens = |at: &u32| {
        let (small, titled) = (ground.head(*at).filter(|&(_, kind)| kind != SourceKind::Body), ground.title(*at).is_some());
        ground.capital(*at)
            && !ground.is_sign(at - 1)
            && small.is_some_and(|(_, kind)| {
                if matches!(kind, SourceKind::Pronoun | SourceKind::Group) {
                    ground.name(*at).is_none()
                } else {
                    !titled && ground.name(*at).is_none_or(|name| name.tokens.start == *at)
                }
            })
    };
    (words.start + 1..words.end).rev().find(opens).unwrap_or(words.start)
}

/// The institution behind a document that somebody brought out or received, where the document's name ends `words`: `received a letter from X`.
fn brought(ground: &Ground<'_>, words: TokenSpan) -> Option<Speaker> {
    let first = nominal(ground, words)?.noun;
    let document = |at: &u32| ground.head(*at).is_some_and(|(end, kind)| kind == SourceKind::Document && end < words.end);
    let at = (first + 1..words.end).rev().find(document)?;
    let (end, _) = ground.head(at)?;
    let made = (first + 1..at).any(|word| ground.starts(word, Part::Maker).is_some());
    owner(ground, TokenSpan::new(at, words.end), end).filter(|found| made && found.end >= words.end)
}

/// The speaker whose noun phrase opens with a noun that can speak.
fn by_head(ground: &Ground<'_>, words: TokenSpan, phrase: TokenSpan, noun: u32, (head_end, kind): (u32, SourceKind)) -> Option<Speaker> {
    let named = |kind| last_name(ground, phrase, kind);
    Some(match kind {
        SourceKind::First => return None,
        SourceKind::Pronoun => return pronoun(ground, phrase, head_end),
        SourceKind::Document => owner(ground, phrase, head_end).unwrap_or_else(|| Speaker { document: true, ..by_words(ground, phrase, PartyKind::Document) }),
        SourceKind::Media => {
            let quoted = (head_end..phrase.end).find_map(|at| ground.quote_from(at)).map(|quote| by_words(ground, quote.inner, PartyKind::Organization));
            let named = named(MentionType::Org).or_else(|| named(MentionType::Per));
            quoted.or(named).unwrap_or_else(|| by_words(ground, phrase, PartyKind::Organization))
        }
        SourceKind::Body => match ground.name(noun).filter(|name| name.kind == MentionType::Org) {
            Some(name) => of_name(name.tokens, name.entity),
            None => by_words(ground, phrase, PartyKind::Organization),
        },
        SourceKind::Person => {
            let first = || first_name(ground, phrase, MentionType::Per);
            let his = |person: &Speaker| is_his(ground, head_end, person.words);
            let person = named(MentionType::Per).or_else(|| adjacent(ground, words)).filter(his).or_else(|| first().filter(his));
            person.unwrap_or_else(|| by_words(ground, phrase, PartyKind::Person))
        }
        // `nhà lãnh đạo X`: one, where a name follows the title and nothing counts it.
        SourceKind::Group => {
            let one = phrase.start == noun && ground.title(noun).is_some();
            let person = named(MentionType::Per).filter(|person| one && is_his(ground, head_end, person.words));
            person.unwrap_or_else(|| by_words(ground, phrase, PartyKind::Group))
        }
    })
}

/// The speaker whom words alone name, or a referring expression that they are.
fn by_words(ground: &Ground<'_>, phrase: TokenSpan, kind: PartyKind) -> Speaker {
    let fits = |id: &EntityId| kind != PartyKind::Person || ground.mentions.entity(*id).kind == PartyKind::Person;
    Speaker { entity: whole(ground, phrase).filter(fits), words: phrase, kind, pronoun: false, document: false, start: phrase.start, end: phrase.end }
}

/// The person whose name ends `words`, past an adverbial in his title.
fn adjacent(ground: &Ground<'_>, words: TokenSpan) -> Option<Speaker> {
    let name = ground.name(words.end.checked_sub(1)?).filter(|name| name.kind == MentionType::Per && words.contains(name.tokens))?;
    Some(of_name(name.tokens, name.entity))
}

/// Whether nothing but the place of an office stands between its title and the name at `name`, as in `ambassador to the UN X`.
fn follows_place(ground: &Ground<'_>, from: u32, name: u32) -> bool {
    ground.starts(from, Part::Aside).is_some_and(|at| ground.name(at).is_some_and(|place| place.tokens.end == name))
}

/// Where a noun phrase starts that can speak.
struct Nominal {
    /// Its first word, a determiner perhaps.
    from: u32,
    /// Its noun.
    noun: u32,
    /// The noun's end and kind, where a list names it.
    head: Option<(u32, SourceKind)>,
}

/// The first noun in `words` that can speak.
fn nominal(ground: &Ground<'_>, words: TokenSpan) -> Option<Nominal> {
    let mut from = None;
    let mut at = words.start;
    while at < words.end {
        if let Some(end) = ground.starts(at, Part::Determiner).filter(|&end| end < words.end) {
            from.get_or_insert(at);
            at = end;
            continue;
        }
        let inside = |end: u32| end <= words.end;
        let head = ground.head(at).filter(|&(end, _)| inside(end));
        let placed = at > words.start && ground.ends(at, Part::Aside).is_some() && ground.name(at).is_some_and(|name| name.kind == MentionType::Loc);
        if placed {
            at = ground.name(at).map_or(at + 1, |name| name.tokens.end.max(at + 1));
            continue;
        }
        let opens = head.is_some() || ground.title(at).is_some_and(inside) || ground.name(at).is_some() || ground.phrase(at).is_some();
        if opens {
            return Some(Nominal { from: from.unwrap_or(at), noun: at, head });
        }
        if !ground.is_sign(at) {
            from = None;
        }
        at += 1;
    }
    None
}

/// Where the noun phrase ends that opens at `start`: before the first adverb, auxiliary, preposition of an adverbial, or verb that makes a document.
fn noun_phrase_end(ground: &Ground<'_>, start: u32, end: u32) -> u32 {
    let mut at = start + 1;
    while at < end {
        if let Some(end) = ground.name(at).map(|name| name.tokens.end).or_else(|| ground.quote_from(at).map(|quote| quote.whole.end)) {
            at = end.max(at + 1);
            continue;
        }
        let stops = [Part::Adverb, Part::Modal, Part::Negator, Part::Maker, Part::Aside];
        // A maker or demonstrative that ends the words belongs to them.
        let stops = at + 1 < end
            && stops.into_iter().any(|part| ground.starts(at, part).is_some())
            && [Part::Addressee, Part::Owner].iter().all(|&part| ground.starts(at, part).is_none());
        if stops && ground.head(at).is_none() {
            return at;
        }
        at += 1;
    }
    end
}

/// The speaker that a name gives.
fn of_name(words: TokenSpan, entity: EntityId) -> Speaker {
    Speaker { entity: Some(entity), words, kind: PartyKind::Person, pronoun: false, document: false, start: words.start, end: words.end }
}

/// The last name of one type in `phrase`.
fn last_name(ground: &Ground<'_>, phrase: TokenSpan, kind: MentionType) -> Option<Speaker> {
    let mut found = None;
    let mut at = phrase.start;
    while at < phrase.end {
        match ground.name(at) {
            Some(name) => {
                if name.kind == kind && name.tokens.end <= phrase.end {
                    found = Some(of_name(name.tokens, name.entity));
                }
                at = name.tokens.end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// The first name of one type in `phrase`.
fn first_name(ground: &Ground<'_>, phrase: TokenSpan, kind: MentionType) -> Option<Speaker> {
    let found = (phrase.start..phrase.end).filter_map(|at| ground.name(at)).find(|name| name.kind == kind && name.tokens.end <= phrase.end);
    found.map(|name| of_name(name.tokens, name.entity))
}

/// The speaker that the names of `phrase` give: its last person, else its first institution, else its first place.
fn by_name(ground: &Ground<'_>, phrase: TokenSpan) -> Option<Speaker> {
    if let Some(group) = group(ground, phrase) {
        return Some(group);
    }
    if ground.title(phrase.start).is_some() && last_name(ground, phrase, MentionType::Per).is_none() {
        return Some(referring(ground, phrase));
    }
    last_name(ground, phrase, MentionType::Per).or_else(|| [MentionType::Org, MentionType::Loc].into_iter().find_map(|kind| first_name(ground, phrase, kind)))
}

/// Several parties that speak as one, where the room of mentions joined them.
fn group(ground: &Ground<'_>, phrase: TokenSpan) -> Option<Speaker> {
    let found = ground.phrase(phrase.start).filter(|found| found.kind == PhraseKind::Group && phrase.contains(found.tokens))?;
    Some(Speaker { kind: PartyKind::Group, ..of_name(found.tokens, found.entity) })
}

/// The entity that a title or description refers to, else the words alone.
fn referring(ground: &Ground<'_>, phrase: TokenSpan) -> Speaker {
    Speaker { entity: whole(ground, phrase), ..by_words(ground, phrase, PartyKind::Person) }
}

/// The entity of the referring expression that opens with `phrase` and covers at least half of it.
fn whole(ground: &Ground<'_>, phrase: TokenSpan) -> Option<EntityId> {
    (phrase.start..phrase.end.min(phrase.start + 3))
        .filter_map(|at| ground.phrase(at))
        .find(|found| found.tokens.start <= phrase.start + 2 && found.tokens.len() * 2 >= phrase.len() && found.kind != PhraseKind::Name)
        .map(|found| found.entity)
}

/// The speaker behind a pronoun; a name may follow it, as in `ông Tập`.
fn pronoun(ground: &Ground<'_>, phrase: TokenSpan, head_end: u32) -> Option<Speaker> {
    if let Some(name) = ground.name(head_end).filter(|name| name.tokens.end <= phrase.end) {
        return Some(of_name(name.tokens, name.entity));
    }
    let entity = ground.phrase(phrase.start).map(|found| found.entity);
    let words = TokenSpan::new(phrase.start, head_end);
    Some(Speaker { entity, words, kind: PartyKind::Person, pronoun: true, document: false, start: phrase.start, end: head_end })
}

/// The institution behind a document, as in `communiqué of the ministry`.
fn owner(ground: &Ground<'_>, phrase: TokenSpan, head_end: u32) -> Option<Speaker> {
    let owns = |at: u32| ground.starts(at, Part::Owner).is_some() && ground.starts(at, Part::Agent).is_none();
    let at = (head_end..phrase.end).find(|&at| owns(at))?;
    let rest = TokenSpan::new(ground.starts(at, Part::Owner)?, phrase.end);
    let found = speaker(ground, rest).filter(|found| found.words.start <= rest.start + 4)?;
    Some(Speaker { words: TokenSpan::new(phrase.start, found.words.end), document: true, ..found })
}

/// Whether the person's `name` belongs to the noun that ends at `head_end`, and not to somebody that the noun phrase names beside.
fn is_his(ground: &Ground<'_>, head_end: u32, name: TokenSpan) -> bool {
    let titles = (name.start.saturating_sub(6).max(head_end)..name.start)
        .find(|&at| ground.title(at).is_some_and(|end| end <= name.start) || ground.head(at).is_some_and(|(end, _)| end == name.start));
    let at = titles.unwrap_or(name.start);
    if at <= head_end || ground.time_before(at).is_some() || ground.name(at - 1).is_some() || ground.is_sign(at - 1) {
        return true;
    }
    // `người phát ngôn của ông X`, `đại biểu tháp tùng Thủ tướng X`: another person.
    ground.ends(at, Part::Owner).is_none() && titles.is_none()
}
