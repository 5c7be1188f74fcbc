//! Which entries to show.

use clap::Args;
use serde_json::Value;
use suquan_resolve::interval::Interval;
use suquan_store::EntryFilter;
use suquan_token::fold;

use crate::messages::say;

/// What an entry must have; an entry is shown where all that is asked for holds.
#[derive(Debug, Default, Args)]
pub(crate) struct Filter {
    /// Only what this party takes part in: a name, with or without diacritics, or an id of the actor list.
    #[arg(long, value_name = "NAME")]
    actor: Option<String>,
    /// Only events of this PLOVER type, such as CONSULT.
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    /// Only what is dated on or after this day, month or year.
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<String>,
    /// Only what is dated on or before this day, month or year.
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<String>,
}

/// A date as flags take it: a day, month or year.
pub(crate) fn date(text: &str) -> Result<String, String> {
    Interval::parse(text).map(|_| text.to_owned()).ok_or_else(|| say("error.date", &[]))
}

impl Filter {
    /// The filter for one party alone.
    pub(crate) fn of_actor(actor: Option<String>) -> Self {
        Self { actor, ..Self::default() }
    }

    /// The part of it that the store can answer: type and date of events.
    pub(crate) fn of_store(&self) -> EntryFilter {
        let days = |bound: &Option<String>| bound.as_deref().and_then(Interval::parse);
        EntryFilter {
            kind_type: self.kind.as_ref().map(|kind| kind.to_ascii_uppercase()),
            from: days(&self.from).map(|from| from.first),
            to: days(&self.to).map(|to| to.last),
            ..EntryFilter::default()
        }
    }

    /// Whether a promise is one of the party's own.
    pub(crate) fn agent(&self, promise: &Value) -> bool {
        self.party(&[&promise["agent"]])
    }

    /// Whether an event's record is wanted.
    pub(crate) fn event(&self, event: &Value) -> bool {
        self.kind.as_ref().is_none_or(|kind| event["type"].as_str().is_some_and(|found| found.eq_ignore_ascii_case(kind)))
            && self.party(&[&event["actors"], &event["recipients"]])
            && self.dated(&event["date"])
    }

    /// Whether a promise's record is wanted; its date is the due date.
    pub(crate) fn promise(&self, promise: &Value) -> bool {
        self.kind.is_none() && self.party(&[&promise["agent"], &promise["recipient"]]) && self.dated(&promise["due"])
    }

    /// Whether a statement's record is wanted.
    pub(crate) fn statement(&self, statement: &Value) -> bool {
        self.kind.is_none() && self.party(&[&statement["speaker"], &statement["addressee"]]) && self.dated(&statement["date"])
    }

    fn party(&self, fields: &[&Value]) -> bool {
        let Some(wanted) = &self.actor else { return true };
        let folded = fold(wanted);
        let parties = fields.iter().flat_map(|field| field.as_array().map_or_else(|| std::slice::from_ref(*field), Vec::as_slice));
        parties.into_iter().any(|party| is_called(party, wanted, &folded))
    }

    /// An undated entry is not shown where a date is asked for.
    fn dated(&self, value: &Value) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        let Some(found) = value.as_str().and_then(Interval::parse) else { return false };
        let bound = |bound: &Option<String>| bound.as_deref().and_then(Interval::parse);
        bound(&self.from).is_none_or(|from| found.last >= from.first) && bound(&self.to).is_none_or(|to| found.first <= to.last)
    }
}

/// Whether a party, or a member of it, goes by that id or name; a name may be part of a longer one, by whole words.
pub(crate) fn is_called(party: &Value, id: &str, folded: &str) -> bool {
    let named = |name: &Value| name.as_str().is_some_and(|name| format!(" {} ", fold(name)).contains(&format!(" {folded} ")));
    let list = |key: &str| party[key].as_array().map_or(&[][..], Vec::as_slice);
    party["actor"] == id || named(&party["name"]) || list("aliases").iter().any(named) || list("members").iter().any(|member| is_called(member, id, folded))
}
