//! Rows of numbers as one short string: most of a record is hashes, and a record is read each time that its ledger is resolved.
//!
//! A number is written in digits of five bits, the least first; a sixth bit says that another digit follows. Of pairs in order the first halves are written as
//! steps from one to the next. Rows of plain numbers, as earlier versions wrote them, are read as well.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde::{Deserialize, Serializer};

const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const MORE: u64 = 32;

/// What each byte stands for; 64 for none.
const VALUES: [u8; 256] = {
    let mut values = [64; 256];
    let mut digit = 0;
    while digit < DIGITS.len() {
        values[DIGITS[digit] as usize] = digit as u8;
        digit += 1;
    }
    values
};

/// What can stand in a row.
pub(crate) trait Packed: Sized {
    /// Writes it after `last`.
    fn write(&self, last: Option<&Self>, out: &mut String);
    /// Reads it.
    fn read(last: Option<&Self>, digits: &mut Digits) -> Option<Self>;
}

impl Packed for u32 {
    fn write(&self, _: Option<&Self>, out: &mut String) {
        push(u64::from(*self), out);
    }

    fn read(_: Option<&Self>, digits: &mut Digits) -> Option<Self> {
        u32::try_from(digits.number()?).ok()
    }
}

impl Packed for (u32, u16) {
    fn write(&self, last: Option<&Self>, out: &mut String) {
        push(u64::from(self.0.wrapping_sub(last.map_or(0, |last| last.0))), out);
        push(u64::from(self.1), out);
    }

    fn read(last: Option<&Self>, digits: &mut Digits) -> Option<Self> {
        let step = u32::try_from(digits.number()?).ok()?;
        Some((last.map_or(0, |last| last.0).wrapping_add(step), u16::try_from(digits.number()?).ok()?))
    }
}

/// The digits of a string yet to be read.
pub(crate) struct Digits<'s>(std::slice::Iter<'s, u8>);

impl Digits<'_> {
    fn number(&mut self) -> Option<u64> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let digit = u64::from(VALUES[usize::from(*self.0.next()?)]);
            if digit >= 64 || shift > 55 {
                return None;
            }
            value |= (digit & (MORE - 1)) << shift;
            if digit & MORE == 0 {
                return Some(value);
            }
            shift += 5;
        }
    }
}

fn push(mut value: u64, out: &mut String) {
    while value >= MORE {
        out.push(char::from(DIGITS[(value % MORE + MORE) as usize]));
        value /= MORE;
    }
    out.push(char::from(DIGITS[value as usize]));
}

/// Writes a row.
pub(crate) fn serialize<T: Packed, S: Serializer>(row: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = String::with_capacity(row.len() * 6);
    for (index, one) in row.iter().enumerate() {
        one.write(index.checked_sub(1).map(|last| &row[last]), &mut out);
    }
    serializer.serialize_str(&out)
}

/// Reads a row.
pub(crate) fn deserialize<'de, T: Packed + Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_any(Row(PhantomData))
}

struct Row<T>(PhantomData<T>);

impl<'de, T: Packed + Deserialize<'de>> Visitor<'de> for Row<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a row of numbers")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Vec<T>, E> {
        let mut digits = Digits(text.as_bytes().iter());
        let mut row: Vec<T> = Vec::with_capacity(text.len() / 6);
        while !digits.0.as_slice().is_empty() {
            row.push(T::read(row.last(), &mut digits).ok_or_else(|| E::custom("a digit that is none"))?);
        }
        Ok(row)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut numbers: A) -> Result<Vec<T>, A::Error> {
        let mut row = Vec::new();
        while let Some(one) = numbers.next_element()? {
            row.push(one);
        }
        Ok(row)
    }
}

#[cfg(test)]
mod tests {
    use crate::record::Features;
    use crate::sketch::Sketch;

    #[test]
    fn rows_come_back_as_they_were() {
        let features = Features {
            sketch: Sketch::of(&[1, 2, 3, 4, 5, 6]),
            terms: vec![(0, 1), (0, 2), (31, 32), (1_000_000, 65_535), (u32::MAX, 1)],
            named: vec![(7, 7), (3, 3)],
            ..Features::default()
        };
        let written = serde_json::to_string(&features).expect("it can be written");
        assert_eq!(serde_json::from_str::<Features>(&written).expect("and read"), features);
    }

    #[test]
    fn rows_of_earlier_versions_are_read() {
        let old = r#"{"sketch":[1,2],"terms":[[5,1],[9,2]],"credits":[],"quotations":[]}"#;
        let features: Features = serde_json::from_str(old).expect("it can be read");
        assert_eq!(features.terms, [(5, 1), (9, 2)]);
        assert!(serde_json::from_str::<Features>(&old.replace("[[5,1],[9,2]]", "\"5!\"")).is_err());
        assert!(serde_json::from_str::<Features>(&old.replace("[[5,1],[9,2]]", "\"zzzzzzzzzzzzzzzz\"")).is_err());
    }
}
