//! The classes under which join rules see pieces.

use suquan_langpack::Pack;
use suquan_pattern::{ClassId, Hit, Hits, LabelId};

use crate::fields::{Field, Fields, Role};
use crate::piece::Piece;

/// Class names, by what is finest in a piece. A pack's join rules write them `<DAY>`, or `@DAY:shift` for those that are counted from the anchor.
const NAMES: [&str; 17] = [
    "MOMENT", "CLOCK", "DAYPART", "PART", "DAY", "WEEKDAY", "WEEK", "MONTH", "SEASON", "QUARTER", "HALF", "YEAR", "DECADE", "CENTURY", "LENGTH", "OFFSET",
    "OTHER",
];

/// The numbers of those names in one pack; `None` where no rule of it names the class.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layers {
    classes: [Option<ClassId>; NAMES.len()],
    shift: Option<LabelId>,
    named: Option<LabelId>,
}

impl Layers {
    pub(crate) fn new(pack: &Pack) -> Self {
        Self { classes: NAMES.map(|name| pack.class(name)), shift: pack.label("shift"), named: pack.label("named") }
    }

    /// The pieces as classed spans, each with its index as payload.
    pub(crate) fn hits(&self, pieces: &[Piece], tokens: usize) -> Hits {
        let hit = |(index, piece): (usize, &Piece)| {
            let class = self.classes[layer(&piece.fields)]?;
            let label = if is_shift(&piece.fields) { self.shift } else { self.named };
            // A label that no rule names needs only be different from those that are.
            let label = label.unwrap_or(LabelId(u16::MAX));
            Some(Hit { span: piece.tokens, class, label, payload: index as u32 })
        };
        Hits::new(pieces.iter().enumerate().filter_map(hit).collect(), tokens)
    }
}

/// The index in [`NAMES`].
fn layer(fields: &Fields) -> usize {
    let day = has_day(fields);
    let name = match fields {
        Fields { vague: Some(_), .. } => "OTHER",
        Fields { role: Role::Offset, .. } => "OFFSET",
        Fields { role: Role::Duration | Role::Set, .. } => "LENGTH",
        Fields { hour: Some(_), .. } => {
            if day || fields.weekday.is_some() {
                "MOMENT"
            } else {
                "CLOCK"
            }
        }
        Fields { part: Some(_), .. } => {
            if day || fields.weekday.is_some() {
                "DAYPART"
            } else {
                "PART"
            }
        }
        _ if day => "DAY",
        Fields { weekday: Some(_), .. } => "WEEKDAY",
        Fields { week: Some(_), .. } => "WEEK",
        Fields { month: Some(_), .. } => "MONTH",
        Fields { season: Some(_), .. } => "SEASON",
        Fields { quarter: Some(_), .. } => "QUARTER",
        Fields { half: Some(_), .. } => "HALF",
        Fields { year: Some(_), .. } => "YEAR",
        Fields { decade: Some(_), .. } => "DECADE",
        Fields { century: Some(_), .. } => "CENTURY",
        _ => "OTHER",
    };
    NAMES.iter().position(|known| *known == name).unwrap_or(NAMES.len() - 1)
}

/// Whether the fields name one day.
pub(crate) fn has_day(fields: &Fields) -> bool {
    fields.day.is_some() || fields.easter.is_some() || fields.nth.is_some() || fields.lunar_eve || fields.weekday.is_some() && fields.week.is_some()
}

fn is_shift(fields: &Fields) -> bool {
    [fields.century, fields.decade, fields.year, fields.half, fields.quarter, fields.month, fields.week, fields.day]
        .iter()
        .any(|field| matches!(field, Some(Field::Shift(_))))
}
