//! What an expression says, before anybody knows when it was said: the value language of the rules.

mod set;

use crate::date::Season;
use crate::length::{Amount, Length, Unit};
use crate::modifier::Modifier;
use crate::value::Part;

/// A number, or a distance from the anchor's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The text names it.
    Is(i16),
    /// So many after (before, if negative) the anchor's own.
    Shift(i16),
}

/// Where a date lies, seen from the anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// The words do not say.
    #[default]
    Open,
    /// Before it, or at it.
    Back,
    /// After it, or at it.
    Ahead,
    /// Whichever is nearest.
    Near,
}

/// What a date is counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The article's own date.
    #[default]
    Article,
    /// The date that the text names before this one.
    Previous,
}

/// How the fields are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A date or a time of day.
    #[default]
    Date,
    /// A length of time.
    Duration,
    /// A recurrence.
    Set,
    /// A date so far from the anchor.
    Offset,
}

/// A vague reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vague {
    /// `PAST_REF`.
    Past,
    /// `PRESENT_REF`.
    Present,
    /// `FUTURE_REF`.
    Future,
}

/// Everything that the words of one expression say.
///
/// A rule's `value` table, a lexicon row's `key=value` list and the captures of a pattern all write into one
/// [`Fields`]; two adjacent pieces of one expression are joined by [`Fields::fill`]. The keys:
///
/// | key | values |
/// |---|---|
/// | `year month day week weekday quarter half decade century` | a number, or `+1` `-1` `+0`: so many from the anchor's own |
/// | `season` | `spring summer autumn winter` |
/// | `part` | `MO MI AF EV NI` |
/// | `hour minute second` | a number |
/// | `era` | `bc`: the year counts backwards |
/// | `calendar` | `lunar`: month and day are of the lunar calendar |
/// | `easter` | days from Easter Sunday |
/// | `nth` | with `weekday` and `month`: the n-th such day of the month, `-1` the last |
/// | `eve` | `lunar`: the last day of the lunar year |
/// | `look` | `back`, `ahead`, `near`: where the date lies, seen from the anchor |
/// | `anchor` | `previous`: counted from the date named before, not from the article's |
/// | `grain` | a unit: the granularity of the value, where it is coarser than the fields |
/// | `mod` | a TIMEX3 `mod` |
/// | `ref` | `past present future`: a vague reference, nothing more |
/// | `kind` | `date` (default), `duration`, `set`, `offset` (amount from the anchor, in the direction of `look`) |
/// | `amount`, `unit` | `amount` a number, a decimal or `some`; each `unit` takes the amount before it |
/// | `plus` | a decimal, added to the last amount |
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fields {
    /// Century number less one: 20 for the 21st.
    pub century: Option<Field>,
    /// Tens of a year: 199; below 100 the tens of an unnamed century (9 for the nineties).
    pub decade: Option<Field>,
    /// The year.
    pub year: Option<Field>,
    /// Half of the year.
    pub half: Option<Field>,
    /// Quarter of the year.
    pub quarter: Option<Field>,
    /// Season of the year.
    pub season: Option<Season>,
    /// Month of the year.
    pub month: Option<Field>,
    /// ISO week.
    pub week: Option<Field>,
    /// Day of the week, 1 = Monday.
    pub weekday: Option<Field>,
    /// Day of the month.
    pub day: Option<Field>,
    /// Part of the day.
    pub part: Option<Part>,
    /// Hour of the day.
    pub hour: Option<u8>,
    /// Minute of the hour.
    pub minute: Option<u8>,
    /// Second of the minute.
    pub second: Option<u8>,
    /// The year is before year 1.
    pub before_christ: bool,
    /// Month and day are lunar.
    pub lunar: bool,
    /// The last day of the lunar year.
    pub lunar_eve: bool,
    /// Days from Easter.
    pub easter: Option<i16>,
    /// Which such weekday of the month.
    pub nth: Option<i8>,
    /// Where the date lies.
    pub look: Look,
    /// What it is counted from.
    pub anchor: Anchor,
    /// The granularity to report, where it is coarser.
    pub grain: Option<Unit>,
    /// Limit or part.
    pub modifier: Option<Modifier>,
    /// Vague reference.
    pub vague: Option<Vague>,
    /// How it is meant.
    pub role: Role,
    /// Lengths of a duration, a set's interval or an offset.
    pub lengths: Vec<Length>,
    /// The distance from today that `day` stood for before a named day took its place: `today 23.10`.
    pub today: Option<i16>,
    /// Thousandths to add to the last length, from a row that stands behind it.
    pub plus: i64,
    /// An amount whose unit is still to come (or the other way round), while a rule's value is put together.
    pub amount: Option<Amount>,
}

impl Fields {
    /// Takes over what the other says and this one leaves open. A named field goes before a shift.
    ///
    /// Returns false, and leaves things half done, if both name different values: then they are not one expression.
    pub fn fill(&mut self, other: &Fields) -> bool {
        fn number(mine: &mut Option<Field>, theirs: Option<Field>) -> bool {
            match (*mine, theirs) {
                (_, None) => true,
                (None, _) | (Some(Field::Shift(_)), Some(Field::Is(_))) => {
                    *mine = theirs;
                    true
                }
                (Some(Field::Is(_)), Some(Field::Shift(_))) => true,
                (Some(a), Some(b)) => a == b,
            }
        }
        fn other_than<T: Copy + PartialEq>(mine: &mut Option<T>, theirs: Option<T>) -> bool {
            if mine.is_none() {
                *mine = theirs;
            }
            theirs.is_none() || *mine == theirs
        }
        self.before_christ |= other.before_christ;
        self.lunar |= other.lunar;
        self.lunar_eve |= other.lunar_eve;
        if self.look == Look::Open {
            self.look = other.look;
        }
        if other.anchor == Anchor::Previous {
            self.anchor = Anchor::Previous;
        }
        if other.role != Role::Date {
            self.role = other.role;
        }
        self.grain = self.grain.or(other.grain);
        self.modifier = self.modifier.or(other.modifier);
        self.fill_lengths(other);
        let shift = [self.day, other.day].into_iter().flatten().find_map(|day| if let Field::Shift(by) = day { Some(by) } else { None });
        if self.day.is_some() && other.day.is_some() && self.anchor == Anchor::Article {
            self.today = shift;
        }
        number(&mut self.century, other.century)
            && number(&mut self.decade, other.decade)
            && number(&mut self.year, other.year)
            && number(&mut self.half, other.half)
            && number(&mut self.quarter, other.quarter)
            && other_than(&mut self.season, other.season)
            && number(&mut self.month, other.month)
            && number(&mut self.week, other.week)
            && number(&mut self.weekday, other.weekday)
            && number(&mut self.day, other.day)
            && other_than(&mut self.part, other.part)
            && other_than(&mut self.hour, other.hour)
            && other_than(&mut self.minute, other.minute)
            && other_than(&mut self.second, other.second)
            && other_than(&mut self.easter, other.easter)
            && other_than(&mut self.nth, other.nth)
            && other_than(&mut self.vague, other.vague)
    }

    fn fill_lengths(&mut self, other: &Fields) {
        for length in &other.lengths {
            let amount = self.amount.take().unwrap_or(length.amount);
            self.lengths.push(Length { amount, unit: length.unit });
        }
        self.amount = other.amount.or(self.amount);
        if let Some(Length { amount: Amount::Thousandths(number), .. }) = self.lengths.last_mut() {
            *number = number.saturating_add(if other.lengths.is_empty() { other.plus } else { 0 });
        }
    }
}
