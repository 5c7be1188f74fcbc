//! PLOVER's types and modes, with the scores that its manual gives them.
//!
//! Source: PLOVER codebook, draft 2.0, Open Event Data Alliance (CC BY-SA 4.0).

use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $score:literal, [$($mode:literal $mode_score:literal),*];)*) => {
        /// The sixteen types of the ontology: what kind of act an event is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EventType {
            $($(#[$doc])* $name,)*
        }

        impl EventType {
            /// Every kind, in the codebook's order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its code, such as `CONSULT`.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The type with that code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }

            /// The modes of the kind, each with its score.
            #[must_use]
            pub fn modes(self) -> &'static [(&'static str, f32)] {
                match self { $(Self::$name => &[$(($mode, $mode_score)),*],)* }
            }

            /// The conflict-cooperation score from -10 to 10, without a mode.
            #[must_use]
            pub fn score(self) -> f32 {
                match self { $(Self::$name => $score,)* }
            }
        }
    };
}

kinds! {
    /// Agreeing, offering, promising; reaching an agreement.
    Agree = "AGREE", 2.5, [];
    /// Meeting, talking, visiting, calling.
    Consult = "CONSULT", 2.5, ["visit" 4.0, "third-party" 1.0, "multilateral" 4.0, "phone" 1.5];
    /// Praising, recognising, signing, opening ties.
    Support = "SUPPORT", 5.0, [];
    /// Yielding in words, apologising, pardoning.
    Concede = "CONCEDE", 4.5, [];
    /// Exchanging materially.
    Cooperate = "COOPERATE", 9.5, [];
    /// Giving to the other's benefit.
    Aid = "AID", 10.0, [];
    /// Yielding in deed.
    Retreat = "RETREAT", 6.5, ["withdraw" 8.0, "release" 6.5, "disarm" 10.0, "ceasefire" 7.5, "access" 6.5, "resign" 4.5];
    /// Asking and demanding.
    Request = "REQUEST", 0.0, ["assist" 0.5, "change" -1.0, "yield" -1.0, "meet" 0.0];
    /// Criticising, charging, inquiring.
    Accuse = "ACCUSE", 3.0, ["disapprove" -2.0, "investigate" -3.5, "allege" -3.5];
    /// Refusing, denying.
    Reject = "REJECT", -2.0, ["assist" -1.5, "change" -2.0, "yield" -2.0, "meet" -2.0];
    /// Threatening.
    Threaten = "THREATEN", -3.5, ["restrict" -3.0, "arrest" -3.5, "relations" -3.5, "expel" -3.5, "territory" -4.0, "violence" -3.5];
    /// Demonstrating, rioting, striking.
    Protest = "PROTEST", -5.0, ["demo" -5.0, "riot" -7.0, "strike" -5.0, "hunger" -4.5, "boycott" -4.5, "obstruct" -4.5, "vandalize" -5.0];
    /// Cutting exchanges, expelling, convicting.
    Sanction = "SANCTION", -6.0, ["convict" -6.0, "expel" -5.5, "withdraw" -6.0, "discontinue" -6.0];
    /// Moving or showing forces.
    Mobilize = "MOBILIZE", -5.5, ["troops" -6.5, "weapons" -6.5, "police" -5.5, "militia" -6.0];
    /// Arresting, seizing, restricting, spying.
    Coerce = "COERCE", -7.0, ["seize" -7.0, "restrict" -7.0, "censor" -6.5, "curfew" -6.5, "martial-law" -7.5, "arrest" -7.0, "deport" -7.0,
        "withhold" -7.0, "misinformation" -6.5, "cyber" -7.0];
    /// Attacking.
    Assault = "ASSAULT", -9.0, ["abduct" -8.5, "beat" -7.5, "torture" -8.5, "sexual" -8.5, "targeted" -9.5, "destroy" -8.5, "primitive" -8.0,
        "firearms" -9.0, "explosives" -9.0, "suicide-attack" -9.5, "aerial" -9.5, "drone" -9.5, "heavy-weapons" -9.5, "crowd-control" -7.5,
        "unconventional" -10.0];
}

impl EventType {
    /// The kind's own spelling of a mode; `None` where it has no such mode.
    #[must_use]
    pub fn mode(self, name: &str) -> Option<&'static str> {
        self.modes().iter().map(|&(mode, _)| mode).find(|&mode| mode == name)
    }

    /// The score of the kind in a mode: the mode's where it has one, `vandalize` as its kind since the manual gives it none.
    #[must_use]
    pub fn score_of(self, modes: &[&str]) -> f32 {
        self.modes().iter().find(|(mode, _)| modes.contains(mode)).map_or(self.score(), |&(_, score)| score)
    }

    /// Whether the act is done by words.
    #[must_use]
    pub fn is_word(self) -> bool {
        matches!(self, Self::Accuse | Self::Request | Self::Reject | Self::Threaten | Self::Concede | Self::Agree)
    }

    /// Whether all parties of the act stand on one side, as in a meeting.
    #[must_use]
    pub fn is_mutual(self) -> bool {
        matches!(self, Self::Consult | Self::Agree | Self::Support | Self::Cooperate)
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
