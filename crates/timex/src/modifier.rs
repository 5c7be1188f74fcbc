//! What limits a value.

/// A limit or a part of the value that the expression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modifier {
    /// The beginning of it.
    Start,
    /// The middle of it.
    Mid,
    /// The end of it.
    End,
    /// About it.
    Approx,
    /// Before it.
    Before,
    /// After it.
    After,
    /// More than it.
    MoreThan,
    /// Less than it.
    LessThan,
}

suquan_span::codes! {
    Modifier { Start => "START", Mid => "MID", End => "END", Approx => "APPROX", Before => "BEFORE", After => "AFTER", LessThan => "LESS_THAN", MoreThan => "MORE_THAN" }
}

impl Modifier {
    /// All modifiers with the names that TIMEX3 and packs use for them.
    pub const NAMES: [(&'static str, Modifier); 8] = [
        ("START", Modifier::Start),
        ("MID", Modifier::Mid),
        ("END", Modifier::End),
        ("APPROX", Modifier::Approx),
        ("BEFORE", Modifier::Before),
        ("AFTER", Modifier::After),
        ("MORE_THAN", Modifier::MoreThan),
        ("LESS_THAN", Modifier::LessThan),
    ];

    /// The modifier of that name.
    pub fn from_name(name: &str) -> Option<Modifier> {
        Modifier::NAMES.iter().find(|(n, _)| *n == name).map(|(_, m)| *m)
    }
}
