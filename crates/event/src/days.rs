//! Comparing EDTF dates by the days they cover.

/// The first and last day, each as `year * 372 + month * 31 + day`, which orders days as the calendar does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    pub first: i32,
    pub last: i32,
}

impl Days {
    /// Reads `2025`, `2025-11`, `2025-11-24`, `201X`, `2026-H1`, `2026-Q3` and closed intervals of these; a time of day behind a day is left out.
    pub fn parse(edtf: &str) -> Option<Self> {
        let (from, to) = edtf.split_once('/').unwrap_or((edtf, edtf));
        Some(Self { first: bounds(from)?.0, last: bounds(to)?.1 })
    }

    /// Whether a day is in both.
    pub fn overlap(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// How far the days reach.
    pub fn length(self) -> i32 {
        self.last - self.first
    }
}

fn bounds(date: &str) -> Option<(i32, i32)> {
    if let Some(decade) = date.strip_suffix('X') {
        let decade: i32 = decade.parse().ok()?;
        return Some((day(decade * 10, 1, 1), day(decade * 10 + 9, 12, 31)));
    }
    let year: i32 = date.get(..4)?.parse().ok()?;
    let Some(rest) = date.get(5..) else { return Some((day(year, 1, 1), day(year, 12, 31))) };
    for (mark, months) in [('H', 6), ('Q', 3)] {
        if let Some(number) = rest.strip_prefix(mark) {
            let number: i32 = number.parse().ok()?;
            return Some((day(year, (number - 1) * months + 1, 1), day(year, number * months, 31)));
        }
    }
    let month: i32 = rest.get(..2)?.parse().ok()?;
    match rest.get(3..5) {
        Some(date) => date.parse().ok().map(|date| (day(year, month, date), day(year, month, date))),
        None => Some((day(year, month, 1), day(year, month, 31))),
    }
}

fn day(year: i32, month: i32, day: i32) -> i32 {
    year * 372 + month * 31 + day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, overlap: bool) {
        let read = |edtf| Days::parse(edtf).unwrap();
        assert_eq!(read(a).overlap(read(b)), overlap, "{a} {b}");
    }

    #[test]
    fn dates_of_any_grain_compare() {
        check("2025-11-24", "2025-11", true);
        check("2025-11-24", "2025-12", false);
        check("2026-H1", "2026-04-01", true);
        check("2026-Q3", "2026-06-30", false);
        check("198X", "1989", true);
        check("2013-10-20/2013-10-22", "2013-10-21T09:00", true);
    }

    #[test]
    fn what_is_no_date_has_no_days() {
        assert_eq!(Days::parse("PAST_REF"), None);
        assert_eq!(Days::parse("é"), None);
    }
}
