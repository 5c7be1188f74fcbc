//! Numbers in digits and in words.

use crate::length::Amount;

/// What one word does in a number, by the label of its row in the pack's list `number`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// A digit.
    Digit(i64),
    /// Adds so much: a ten without a digit before it.
    Add(i64),
    /// So many times the digit before it.
    Times(i64),
    /// So many times everything before it.
    Scale(i64),
    /// Half of the scale before it.
    Half,
    /// Holds an empty place.
    Filler,
}

impl NumberWord {
    /// What a row's value says: `digit 5`, `add 10`, `times 100`, `scale 1000`, `half`, `filler`.
    pub fn parse(value: &str) -> Option<NumberWord> {
        let (label, number) = value.split_once(' ').unwrap_or((value, "0"));
        let number: i64 = number.parse().ok().filter(|n| (0..=1_000_000_000).contains(n))?;
        Some(match label {
            "digit" => NumberWord::Digit(number),
            "add" => NumberWord::Add(number),
            "times" => NumberWord::Times(number),
            "scale" => NumberWord::Scale(number),
            "half" => NumberWord::Half,
            "filler" => NumberWord::Filler,
            _ => return None,
        })
    }
}

/// Adds up the words of one number, from left to right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counter {
    /// What scales have closed.
    total: i64,
    /// The hundreds and tens since then.
    section: i64,
    /// The digits since then; two in a row are tens and ones.
    digit: Option<i64>,
    /// The scale before this place.
    scale: i64,
    thousandths: i64,
    any: bool,
}

impl Counter {
    /// Takes the next word.
    pub fn word(&mut self, word: NumberWord) {
        self.any |= word != NumberWord::Filler;
        match word {
            NumberWord::Digit(d) => self.digit = Some(self.digit.map_or(d, |tens| tens.saturating_mul(10).saturating_add(d))),
            NumberWord::Add(n) => self.section = self.section.saturating_add(n),
            NumberWord::Times(n) => {
                let digit = self.digit.take().unwrap_or(1);
                self.section = self.section.saturating_add(digit.saturating_mul(n));
            }
            NumberWord::Scale(n) => {
                let section = self.section.saturating_add(self.digit.take().unwrap_or(0));
                let part = if section == 0 && self.thousandths == 0 { n } else { section.saturating_mul(n) };
                self.total = self.total.saturating_add(part).saturating_add(self.thousandths.saturating_mul(n) / 1000);
                (self.section, self.thousandths, self.scale) = (0, 0, n);
            }
            NumberWord::Half if self.scale > 1 && self.section == 0 && self.digit.is_none() => {
                self.total = self.total.saturating_add(self.scale / 2);
            }
            NumberWord::Half => self.thousandths = self.thousandths.saturating_add(500),
            NumberWord::Filler => {}
        }
    }

    /// Takes a number in digits, with its separators as they stand: `1.500`, `2,5`, `1.5`.
    ///
    /// A group of three behind a separator is thousands, any other is a fraction.
    pub fn digits(&mut self, written: &str) {
        self.any = true;
        let mut groups = written.split(['.', ',']);
        let mut whole: i64 = groups.next().and_then(|g| g.parse().ok()).unwrap_or(0);
        for group in groups {
            let value: i64 = group.parse().unwrap_or(0);
            match group.len() {
                3 => whole = whole.saturating_mul(1000).saturating_add(value),
                1 => self.thousandths = value * 100,
                2 => self.thousandths = value * 10,
                _ => {}
            }
        }
        self.digit = Some(whole);
    }

    /// The number; `None` if no word made one.
    pub fn amount(self) -> Option<Amount> {
        let whole = self.total.saturating_add(self.section).saturating_add(self.digit.unwrap_or(0));
        self.any.then(|| Amount::Thousandths(whole.saturating_mul(1000).saturating_add(self.thousandths)))
    }
}

#[cfg(test)]
mod tests {
    use super::NumberWord::*;
    use super::*;

    fn check(words: &[NumberWord], expected: &str) {
        let mut counter = Counter::default();
        words.iter().for_each(|word| counter.word(*word));
        assert_eq!(counter.amount().map(|a| a.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn tens_and_ones() {
        check(&[Digit(2), Times(10), Digit(5)], "25");
        check(&[Add(10), Digit(5)], "15");
        check(&[Digit(2), Digit(5)], "25");
        check(&[Times(10)], "10");
    }

    #[test]
    fn hundreds_thousands_and_halves() {
        check(&[Digit(1), Times(100), Filler, Digit(5)], "105");
        check(&[Digit(3), Times(100), Digit(5), Times(10)], "350");
        check(&[Digit(2), Scale(1000), Digit(1), Times(100)], "2100");
        check(&[Digit(2), Scale(1000), Half], "2500");
        check(&[Digit(2), Half], "2.5");
    }

    #[test]
    fn digits_with_separators() {
        let read = |written: &str| {
            let mut counter = Counter::default();
            counter.digits(written);
            counter.amount().map(|a| a.to_string())
        };
        assert_eq!(read("1.500").as_deref(), Some("1500"));
        assert_eq!(read("2,5").as_deref(), Some("2.5"));
        assert_eq!(read("25").as_deref(), Some("25"));
        assert_eq!(read("99999999999999999999").as_deref(), Some("0"));
    }
}
