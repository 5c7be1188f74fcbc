//! The pack's lists as this room uses them: classes by number, rows by what they mean here.

use rustc_hash::FxHashSet;
use suquan_langpack::{Pack, Row};
use suquan_pattern::{ClassId, ClassSet, Hit, Hits};
use suquan_token::Symbol;

use crate::MentionType;

/// What a lexicon row means to this room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sense {
    /// Nothing.
    #[default]
    Other,
    /// A name in the actor list: its type, and what kind of name it is.
    Name(MentionType, NameKind),
    /// A title or form of address.
    Title(TitleKind),
    /// The field of a ministry or a minister.
    Field,
    /// A head that opens the name of an organisation.
    OrgHead(OrgHead),
    /// A small word inside such names.
    OrgWord(OrgWord),
    /// A head that stands before the name of a place.
    LocHead(LocHead),
    /// A head or word that opens no name.
    NotName(NotName),
    /// The first syllable of a full name.
    Surname(Tradition),
    /// A syllable of given names.
    Given,
    /// A small word inside foreign names; whether it may open one.
    Particle(bool),
    /// A short name valid in pairs; whether it also stands alone.
    Pair(bool),
    /// A word that opens a sentence with a capital and belongs to no name.
    Opener,
    /// A word that shows what the foreign name is which it ends.
    Tail(Tail),
    /// An expression that points back.
    Anaphor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    Country,
    Place,
    Full,
    Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleKind {
    Office,
    Rank,
    Work,
    Address,
    Relation,
    /// Words that stand before a title and change what it says: former, next, acting, deputy, new.
    Modifier,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OrgHead {
    /// The head may be written small.
    pub(crate) lower: bool,
    /// The head alone is a name.
    pub(crate) bare: bool,
    /// What follows is the name, the head is not.
    pub(crate) drop: bool,
    /// A small head asks for a name right after it.
    pub(crate) need_name: bool,
    /// A government: a person's name may follow (`chính quyền Hun Sen`).
    pub(crate) government: bool,
    /// A party: a division of the state may follow without its name (`Đảng bộ thành phố`).
    pub(crate) party: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrgWord {
    /// A noun: may end the name.
    Field,
    /// An act: never the last word where it is written small.
    Act,
    /// Joins two parts.
    Join,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LocHead {
    /// The head belongs to the name.
    Inside,
    /// It does not.
    Outside,
    /// It does not, and a body may be called by it: `Ủy ban nhân dân tỉnh Quảng Ninh`.
    Division,
    /// It belongs to the name of a building.
    Building,
    /// It is a name by itself, unless a place's name follows: `miền Bắc`, `miền Nam Ấn Độ`.
    Region,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotName {
    Thing,
    Treaty,
    Word,
    Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tradition {
    Native,
    Han,
    Romanised,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tail {
    Organization,
    Place,
    Domain,
}

/// The senses of all rows of a pack.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    senses: Vec<Sense>,
    /// The classes whose rows have a sense here.
    classes: ClassSet,
    /// Rows whose form is a common word or the name of something else too.
    homonyms: FxHashSet<u32>,
    /// The words of grammar that open sentences, by symbol.
    common: FxHashSet<Symbol>,
    /// Those of them that count what follows.
    counts: FxHashSet<Symbol>,
}

impl Lists {
    /// Reads every row of the classes that this room knows.
    pub(crate) fn new(pack: &Pack) -> Self {
        const CLASSES: [&str; 14] = [
            "name",
            "title",
            "field",
            "org-head",
            "org-word",
            "loc-head",
            "not-name",
            "surname",
            "given-syllable",
            "name-particle",
            "pair",
            "opener",
            "org-tail",
            "anaphor",
        ];
        let classes: Vec<(ClassId, &str)> = CLASSES.iter().filter_map(|&name| Some((pack.class(name)?, name))).collect();
        let class = |row: &Row| classes.iter().find(|(class, _)| *class == row.class);
        let sense = |row: &Row| class(row).map_or(Sense::Other, |(_, name)| sense(name, row));
        let opener = pack.class("opener");
        let words = || pack.lexicon().rows().iter().filter(|row| Some(row.class) == opener && !row.form().contains(' '));
        let symbol = |row: &Row| pack.vocabulary().symbol(row.form());
        let rows = pack.lexicon().rows().iter().enumerate();
        let mut set = ClassSet::default();
        classes.iter().for_each(|(class, _)| set.add(*class));
        Self {
            classes: set,
            homonyms: rows.filter(|(_, row)| class(row).is_some() && row.get("homonym").is_some()).map(|(index, _)| index as u32).collect(),
            senses: pack.lexicon().rows().iter().map(sense).collect(),
            common: words().map(symbol).collect(),
            counts: words().filter(|row| row.head() == "count").map(symbol).collect(),
        }
    }

    /// Whether a row's form is a common word or the name of something else too.
    pub(crate) fn homonym(&self, row: u32) -> bool {
        self.homonyms.contains(&row)
    }

    /// Whether a word counts what follows it (`hai Đảng`, `các Bộ`).
    pub(crate) fn counts(&self, word: Symbol) -> bool {
        self.counts.contains(&word)
    }

    /// Whether a word is one of grammar, which opens sentences and belongs to no name.
    pub(crate) fn common(&self, word: Symbol) -> bool {
        self.common.contains(&word)
    }

    pub(crate) fn sense(&self, hit: &Hit) -> Sense {
        self.senses.get(hit.payload as usize).copied().unwrap_or_default()
    }

    /// Whether a row may start at token `at` that has a sense here.
    pub(crate) fn concern(&self, hits: &Hits, at: usize) -> bool {
        hits.classes_at(at).may_meet(self.classes)
    }

    /// The longest hit at token `at` for which `wanted` gives something.
    pub(crate) fn longest<'h, T>(&self, hits: &'h Hits, at: usize, mut wanted: impl FnMut(Sense) -> Option<T>) -> Option<(&'h Hit, T)> {
        hits.at(at).iter().find_map(|hit| Some((hit, wanted(self.sense(hit))?)))
    }

    /// Whether a hit with that sense covers token `at` alone or opens there.
    pub(crate) fn any(&self, hits: &Hits, at: usize, mut wanted: impl FnMut(Sense) -> bool) -> bool {
        hits.at(at).iter().any(|hit| wanted(self.sense(hit)))
    }
}

fn sense(class: &str, row: &Row) -> Sense {
    match class {
        "name" => name(row),
        "title" => Sense::Title(if row.has("office") {
            TitleKind::Office
        } else if row.has("rank") {
            TitleKind::Rank
        } else if row.has("work") {
            TitleKind::Work
        } else if row.has("address") {
            TitleKind::Address
        } else if row.has("relation") {
            TitleKind::Relation
        } else {
            TitleKind::Modifier
        }),
        "field" => Sense::Field,
        "org-head" => Sense::OrgHead(OrgHead {
            lower: row.get("lower").is_some(),
            bare: row.get("bare").is_some(),
            drop: row.get("drop").is_some(),
            need_name: row.get("need").is_some(),
            government: row.head() == "government",
            party: row.head() == "party",
        }),
        "org-word" => Sense::OrgWord(match row.head() {
            "join" => OrgWord::Join,
            "act" => OrgWord::Act,
            _ => OrgWord::Field,
        }),
        "loc-head" => Sense::LocHead(match row.head() {
            "inside" => LocHead::Inside,
            "building" => LocHead::Building,
            "division" => LocHead::Division,
            "region" => LocHead::Region,
            _ => LocHead::Outside,
        }),
        "not-name" => Sense::NotName(match row.head() {
            "thing" => NotName::Thing,
            "treaty" => NotName::Treaty,
            "unit" => NotName::Unit,
            _ => NotName::Word,
        }),
        "surname" => Sense::Surname(match row.head() {
            "viet" => Tradition::Native,
            "han" => Tradition::Han,
            _ => Tradition::Romanised,
        }),
        "given-syllable" => Sense::Given,
        "name-particle" => Sense::Particle(row.head() == "start"),
        "pair" => Sense::Pair(row.get("alone").is_some()),
        "opener" => Sense::Opener,
        "anaphor" => Sense::Anaphor,
        "org-tail" => Sense::Tail(match row.head() {
            "place" => Tail::Place,
            "domain" => Tail::Domain,
            _ => Tail::Organization,
        }),
        _ => Sense::Other,
    }
}

/// The type of a name by the kind of id it stands for.
fn name(row: &Row) -> Sense {
    let part = row.get("part").is_some();
    // A short name that is a common word too is one only beside another (`Trung`, `Triều`).
    if row.get("short").is_some() && row.get("homonym").is_some() {
        return Sense::Pair(false);
    }
    match row.head().split('/').next() {
        Some("person") => Sense::Name(MentionType::Per, if part { NameKind::Part } else { NameKind::Full }),
        Some("org") => Sense::Name(MentionType::Org, NameKind::Full),
        Some("country") => Sense::Name(MentionType::Loc, NameKind::Country),
        Some("place" | "region") => Sense::Name(MentionType::Loc, NameKind::Place),
        _ => Sense::Other,
    }
}
