//! Lengths of time.

use std::fmt;

/// A count of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length {
    /// How many.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
}

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Amount {
    /// Some, many, a few: `X`.
    Some,
    /// A number, in thousandths, so that halves and decimals keep exact.
    Thousandths(i64),
}

impl Amount {
    /// A whole number.
    pub fn whole(number: i64) -> Amount {
        Amount::Thousandths(number.saturating_mul(1000))
    }

    /// The number, where it is whole.
    pub fn as_whole(self) -> Option<i64> {
        match self {
            Amount::Thousandths(n) if n % 1000 == 0 => Some(n / 1000),
            _ => None,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Amount::Some => f.write_str("X"),
            Amount::Thousandths(n) if n % 1000 == 0 => write!(f, "{}", n / 1000),
            Amount::Thousandths(n) => {
                let fraction = format!("{:03}", (n % 1000).abs());
                write!(f, "{}.{}", n / 1000, fraction.trim_end_matches('0'))
            }
        }
    }
}

/// A unit of time, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// `S`.
    Second,
    /// `M` after the `T`.
    Minute,
    /// `H`.
    Hour,
    /// `D`.
    Day,
    /// `WE`.
    Weekend,
    /// `W`.
    Week,
    /// `M`.
    Month,
    /// `Q`.
    Quarter,
    /// `Y`.
    Year,
    /// `DE`.
    Decade,
    /// `CE`.
    Century,
    /// `ML`.
    Millennium,
}

impl Unit {
    /// All units with the names that packs use for them.
    pub const NAMES: [(&'static str, Unit); 12] = [
        ("second", Unit::Second),
        ("minute", Unit::Minute),
        ("hour", Unit::Hour),
        ("day", Unit::Day),
        ("weekend", Unit::Weekend),
        ("week", Unit::Week),
        ("month", Unit::Month),
        ("quarter", Unit::Quarter),
        ("year", Unit::Year),
        ("decade", Unit::Decade),
        ("century", Unit::Century),
        ("millennium", Unit::Millennium),
    ];

    /// The unit of that name.
    pub fn from_name(name: &str) -> Option<Unit> {
        Unit::NAMES.iter().find(|(n, _)| *n == name).map(|(_, unit)| *unit)
    }

    /// Half of one as a whole number of a finer unit, where there is one.
    pub fn half(self) -> Option<(i64, Unit)> {
        match self {
            Unit::Minute => Some((30, Unit::Second)),
            Unit::Hour => Some((30, Unit::Minute)),
            Unit::Day => Some((12, Unit::Hour)),
            Unit::Year => Some((6, Unit::Month)),
            Unit::Decade => Some((5, Unit::Year)),
            Unit::Century => Some((50, Unit::Year)),
            _ => None,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Unit::Second => "S",
            Unit::Minute | Unit::Month => "M",
            Unit::Hour => "H",
            Unit::Day => "D",
            Unit::Weekend => "WE",
            Unit::Week => "W",
            Unit::Quarter => "Q",
            Unit::Year => "Y",
            Unit::Decade => "DE",
            Unit::Century => "CE",
            Unit::Millennium => "ML",
        }
    }
}

/// Writes a duration of TIMEX3.
pub(crate) fn write_lengths(f: &mut fmt::Formatter<'_>, lengths: &[Length]) -> fmt::Result {
    f.write_str("P")?;
    let mut clock = false;
    for length in lengths {
        if length.unit <= Unit::Hour && !clock {
            clock = true;
            f.write_str("T")?;
        }
        write!(f, "{}{}", length.amount, length.unit.code())?;
    }
    Ok(())
}
