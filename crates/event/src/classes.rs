//! The numbers of the lists that the room looks words up in.

use suquan_langpack::Pack;
use suquan_pattern::ClassId;

/// The lists that reading acts and promises needs; `None` where the pack has none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Classes {
    /// Words that name acts.
    pub event: Option<ClassId>,
    /// Marks of tense, modality, polarity and voice.
    pub aux: Option<ClassId>,
    /// Words before a party that say how it stands to the act.
    pub case: Option<ClassId>,
    /// Words that make a noun of a verb.
    pub nominal: Option<ClassId>,
    /// Verbs that carry a noun of an act.
    pub light: Option<ClassId>,
    /// Words between parties that act together.
    pub coordinator: Option<ClassId>,
    /// Common nouns before a name.
    pub np_head: Option<ClassId>,
    /// Words that point back.
    pub anaphoric: Option<ClassId>,
    /// Words that govern an act and say how real it is.
    pub factuality: Option<ClassId>,
    /// Words of habit.
    pub habitual: Option<ClassId>,
    /// Words by which a speaker means the own side.
    pub first_person: Option<ClassId>,
    /// Units and scales.
    pub quantity: Option<ClassId>,
    /// Bodies of a state that are spoken of without its name.
    pub state_body: Option<ClassId>,
    /// Words that open those who belong to a wider group.
    pub inclusion: Option<ClassId>,
    /// Media and agencies.
    pub outlet: Option<ClassId>,
    /// Verbs of answering an act with another.
    pub retaliation: Option<ClassId>,
    /// Words that say of a party that it is against its government.
    pub opposition: Option<ClassId>,
}

impl Classes {
    /// The numbers of the lists in `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            event: pack.class("event"),
            aux: pack.class("aux"),
            case: pack.class("case"),
            nominal: pack.class("nominal"),
            light: pack.class("light"),
            coordinator: pack.class("coordinator"),
            np_head: pack.class("np-head"),
            anaphoric: pack.class("anaphoric"),
            factuality: pack.class("factuality"),
            habitual: pack.class("habitual"),
            first_person: pack.class("first-person"),
            quantity: pack.class("quantity"),
            state_body: pack.class("state-body"),
            inclusion: pack.class("inclusion"),
            outlet: pack.class("outlet"),
            retaliation: pack.class("retaliation"),
            opposition: pack.class("opposition"),
        }
    }
}
