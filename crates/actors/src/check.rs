//! What cannot be true in a list.

use crate::actor::{Kind, Record};
use crate::term::Term;
use crate::{ActorError, Actors};

/// The kinds that rows may have.
const STATES: [&str; 3] = ["state", "territory", "former"];
const ORGANIZATIONS: [&str; 11] = ["igo", "government", "ministry", "parliament", "party", "armed-group", "media", "agency", "company", "court", "other"];
const PLACES: [&str; 8] = ["city", "region", "sea", "island", "river", "base", "building", "other"];

/// 1930-01-01: no term that the list needs began earlier, and a slip of the pen in a year is seen.
const EARLIEST: i32 = -14_610;

/// Every fault of a list: ids that lead nowhere, kinds that are not known, two holders of one office at one time, terms that cannot be.
#[must_use]
pub fn check(actors: &Actors) -> Vec<ActorError> {
    let mut checker = Checker { actors, errors: Vec::new() };
    for record in &actors.records {
        checker.record(record);
    }
    for term in &actors.terms {
        checker.term(term);
    }
    for record in actors.records.iter().filter(|record| record.kind == Kind::Office) {
        checker.overlaps(record);
    }
    checker.errors.sort_by(|one, two| (&one.file, one.line).cmp(&(&two.file, two.line)));
    checker.errors
}

struct Checker<'a> {
    actors: &'a Actors,
    errors: Vec<ActorError>,
}

impl Checker<'_> {
    fn record(&mut self, record: &Record) {
        let known = |kinds: &[&str]| kinds.contains(&&*record.detail);
        let kinds: &[&str] = match record.kind {
            Kind::State => &STATES,
            Kind::Organization => &ORGANIZATIONS,
            Kind::Place => &PLACES,
            Kind::Person | Kind::Office => &[],
        };
        if !kinds.is_empty() && !known(kinds) {
            self.fault(record.place, format!("`{}`: the kind `{}` is none of {}", record.id, record.detail, kinds.join(", ")));
        }
        if record.kind == Kind::Office && (record.detail.is_empty() || !(record.of.starts_with("country/") || record.of.starts_with("org/"))) {
            self.fault(record.place, format!("`{}`: an office has a role and is of a country/ or an org/", record.id));
        }
        if !record.of.is_empty() && self.actors.number(&record.of).is_none() {
            self.fault(record.place, format!("`{}`: `{}` is not in the list", record.id, record.of));
        }
        if record.kind != Kind::State && !record.country.is_empty() && self.actors.number(&format!("country/{}", record.country)).is_none() {
            self.fault(record.place, format!("`{}`: there is no state `{}`; write its two letters", record.id, record.country));
        }
    }

    fn term(&mut self, term: &Term) {
        let after = self.actors.as_of.is_some_and(|as_of| term.start_days.first() > as_of.last());
        if term.start_days.first() < EARLIEST {
            self.fault(term.place, format!("a term that began in {} is too old", term.start));
        }
        // What a user adds may well begin after the list was made.
        if after && self.actors.files.get(usize::from(term.place.0)).is_some_and(|file| file == "terms.tsv") {
            self.fault(term.place, format!("the term begins in {}, after the list was made", term.start));
        }
    }

    /// Two terms of an office overlap where each surely lies in the other's time; the day of a change belongs to both.
    fn overlaps(&mut self, office: &Record) {
        let terms = self.actors.number(&office.id).and_then(|number| self.actors.index.terms_of_office.get(&number));
        let terms: Vec<&Term> = terms.into_iter().flatten().map(|&term| &self.actors.terms[term as usize]).collect();
        for pair in terms.windows(2) {
            let (one, two) = (pair[0], pair[1]);
            let ends = if one.uncertain { i32::MIN } else { one.end_days.map_or(i32::MAX, |end| end.first()) };
            if !(one.joint && two.joint) && ends > two.start_days.last() {
                let person = self.actors.id(one.person);
                self.fault(two.place, format!("`{}`: the term overlaps that of {person} ({} to {})", office.id, one.start, one.end));
            }
        }
    }

    fn fault(&mut self, (file, line): (u16, u32), message: String) {
        let file = self.actors.files.get(usize::from(file)).map_or("", String::as_str);
        self.errors.push(ActorError::new(file, line as usize, message));
    }
}
