//! Words that stand before names: titles, heads of organisations, of places, of things.

use super::Scanner;
use crate::MentionType::{Loc, Org, Per};
use crate::draft::{Draft, Look, Title, Why};
use crate::lists::{LocHead, NotName, OrgWord, Sense, TitleKind};
use crate::organisation;
use crate::shape::Shape;

impl Scanner<'_> {
    /// A title with its modifiers before and its field after it.
    pub(super) fn title(&mut self, at: usize, reach: usize) -> Option<usize> {
        let runs = self.runs;
        let (hit, kind) = runs.lists.longest(runs.hits, at, |sense| if let Sense::Title(kind) = sense { Some(kind) } else { None })?;
        let mut end = hit.span.end as usize;
        let head = runs.lists.longest(runs.hits, at, |sense| if let Sense::OrgHead(_) = sense { Some(()) } else { None });
        let capital = runs.capital(at);
        if reach > end || reach == end && capital && !runs.shape(at).has(Shape::OPENS) || head.is_some_and(|(head, ())| head.span.end as usize > end) {
            return None;
        }
        if reach == end && kind == TitleKind::Address && !runs.capital(end) {
            return None;
        }
        // `Anh Phương` as a whole sentence is a byline.
        if kind == TitleKind::Address && capital && reach == end && runs.at(at).is_some_and(|run| run.words == 2 && !runs.goes_on(run.end)) {
            return None;
        }
        let open = self.expect.filter(|&(place, ..)| place == at);
        let previous = self.found.titles.last().filter(|title| title.tokens.end as usize == at).copied();
        if kind == TitleKind::Modifier {
            self.found.titles.push(Title { tokens: hit.span, row: hit.payload, field: None, modifier: None });
            self.expect = open.map(|(_, kind, of)| (end, kind, of));
            return Some(end);
        }
        let mut field = None;
        if kind != TitleKind::Address {
            // What an office is for stands between it and its country: `Giám đốc tình báo Quốc gia Mỹ`.
            while runs.goes_on(end) {
                let trade = |sense| matches!(sense, Sense::Field | Sense::OrgWord(OrgWord::Field | OrgWord::Act)).then_some(sense == Sense::Field);
                let Some((word, is_field)) = runs.lists.longest(runs.hits, end, trade) else { break };
                let head = runs.lists.longest(runs.hits, end, |sense| if let Sense::OrgHead(head) = sense { Some(head) } else { None });
                if head.is_some_and(|(head, _)| head.span.end >= word.span.end) || self.listed(end).is_some_and(|(name, ..)| name as u32 >= word.span.end) {
                    break;
                }
                if is_field && field.is_none() {
                    field = Some(word.payload);
                }
                end = word.span.end as usize;
            }
        }
        let modifier = previous.filter(|title| matches!(self.title_kind(title.row), Some(TitleKind::Modifier)));
        let mut start = at as u32;
        if let Some(before) = modifier {
            start = before.tokens.start;
            self.found.titles.pop();
        }
        let title = Title { tokens: suquan_span::TokenSpan::new(start, end as u32), row: hit.payload, field, modifier: modifier.map(|before| before.row) };
        self.found.titles.push(title);
        self.expect = Some((end, kind, false));
        Some(end)
    }

    pub(super) fn title_kind(&self, row: u32) -> Option<TitleKind> {
        let hit = suquan_pattern::Hit { payload: row, ..NO_HIT };
        if let Sense::Title(kind) = self.runs.lists.sense(&hit) { Some(kind) } else { None }
    }

    /// A head of an organisation with its name, or a head that announces one.
    pub(super) fn organisation(&mut self, at: usize, reach: usize) -> Option<usize> {
        let runs = self.runs;
        let heads = runs.hits.at(at).iter().filter_map(|hit| if let Sense::OrgHead(head) = runs.lists.sense(hit) { Some((hit, head)) } else { None });
        for (hit, head) in heads {
            let after = hit.span.end as usize;
            if head.drop {
                return self.announced(after, reach);
            }
            if let Some(name) = organisation::read(runs, at, after, head)
                && name.end >= reach
            {
                if name.bare && (self.counted(at) || reach > at && reach == name.end) {
                    continue;
                }
                // `Điện Élysée Emmanuel Macron`: the body is listed, and its head of state stands behind it.
                if reach > after && self.listed(reach).is_some_and(|(_, kind, ..)| kind == Per) {
                    continue;
                }
                let mut draft = Draft::new(at, name.end, Look::Native);
                draft.add(Org, if name.bare { 5 } else { 6 }, Why::Method("org-head"));
                draft.row = runs
                    .hits
                    .at(at)
                    .iter()
                    .find(|hit| hit.span.end as usize == name.end && matches!(runs.lists.sense(hit), Sense::Name(Org, _)))
                    .map(|hit| hit.payload);
                self.push(draft);
                return Some(name.end);
            }
        }
        None
    }

    /// `hai Đảng`: counted, and so no name.
    pub(super) fn counted(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.runs.input.tokens[before].symbol);
        before.is_some_and(|symbol| self.runs.lists.counts(symbol)) && !self.runs.shape(at).has(Shape::OPENS)
    }

    /// A head that stays outside: `hãng tin AFP`.
    pub(super) fn announced(&mut self, after: usize, reach: usize) -> Option<usize> {
        if reach > after {
            return None;
        }
        self.paper = Some(after);
        self.expect = None;
        Some(after)
    }

    /// A head of a place, a thing or a treaty.
    pub(super) fn head(&mut self, at: usize, reach: usize) -> Option<usize> {
        let runs = self.runs;
        let wanted = |sense| match sense {
            Sense::LocHead(head) => Some(Ok(head)),
            Sense::NotName(head) => Some(Err(head)),
            _ => None,
        };
        let (hit, head) = runs.lists.longest(runs.hits, at, wanted)?;
        let end = hit.span.end as usize;
        // A head that is a family name too: `Chủ tịch Hồ Chí Minh`.
        let surname = |at: usize| runs.lists.any(runs.hits, at, |sense| matches!(sense, Sense::Surname(_)));
        if head.is_ok() && runs.capital(at) && runs.capital(end) && surname(at) && !surname(end) {
            return None;
        }
        if end < reach || end == reach && self.listed(at).is_some_and(|(_, kind, ..)| kind == Loc) {
            return None;
        }
        match head {
            Ok(LocHead::Region) => {
                let named = self.listed(end).is_some_and(|(_, kind, ..)| kind == Loc);
                if !named && runs.capital(end - 1) {
                    let mut draft = Draft::new(at, end, Look::Native);
                    draft.add(Loc, 6, Why::Method("region"));
                    self.push(draft);
                }
                Some(end)
            }
            Ok(head) => {
                let nested = self.place.filter(|&(place, outer, _)| place == at && outer == LocHead::Building);
                let start = nested.map_or(at, |(.., start)| start);
                let head = if nested.is_some() { LocHead::Building } else { head };
                self.place = Some((end, head, start));
                Some(end)
            }
            Err(NotName::Word | NotName::Unit) if runs.capital(at) => {
                // A heading word may open a longer name.
                let run = runs.at(at)?;
                (run.end <= end || matches!(head, Err(NotName::Unit))).then_some(run.end.max(end))
            }
            // `Giáo sư Thời Ân Hoằng`: after a title, with more capitals behind it, the word is a person's.
            Err(NotName::Thing | NotName::Treaty)
                if runs.capital(at) && self.expect.is_some_and(|(place, ..)| place == at) && runs.at(at).is_some_and(|run| run.end > end) =>
            {
                None
            }
            Err(NotName::Thing | NotName::Treaty) => {
                let kind = if let Err(kind) = head { kind } else { NotName::Thing };
                self.bar = Some((end, kind));
                Some(end)
            }
            // A common word, whatever its parts are elsewhere: `tay súng` is no `súng`.
            Err(NotName::Word) => Some(end),
            Err(_) => None,
        }
    }

    /// The name of a place after a head, listed (`row`) or not.
    pub(super) fn after_head(&mut self, at: usize, end: usize, row: Option<u32>, country: bool) -> usize {
        let runs = self.runs;
        let Some((_, head, start)) = self.place.take() else { return end };
        let inside = match head {
            LocHead::Inside => true,
            LocHead::Building => !country,
            LocHead::Outside | LocHead::Division | LocHead::Region => false,
        };
        let run = runs.at(at);
        // `công viên Tự do`, `Đại lễ đường Nhân dân`: the second syllable of a word is small.
        let trade = runs.lists.longest(runs.hits, at, |sense| matches!(sense, Sense::OrgWord(OrgWord::Field | OrgWord::Act) | Sense::Field).then_some(()));
        let end = if row.is_none() {
            trade.filter(|_| inside).map_or(end, |(word, ())| end.max(word.span.end as usize))
        } else {
            run.filter(|run| run.end > end && run.look == Look::Foreign).map_or(end, |run| run.end.max(end))
        };
        let mut draft = Draft::new(if inside { start } else { at }, end, if runs.shape(at).has(Shape::FOREIGN) { Look::Foreign } else { Look::Native });
        // The list may have the place with its head: `tỉnh Hòa Bình`.
        let whole = runs.hits.at(start).iter().find(|hit| hit.span.end as usize == end && matches!(runs.lists.sense(hit), Sense::Name(Loc, _)));
        draft.row = whole.map(|hit| hit.payload).or(if inside { None } else { row });
        let weight = if row.is_some() {
            7
        } else if !inside && !runs.shape(at).has(Shape::FOREIGN) {
            4
        } else {
            5
        };
        draft.add(Loc, weight, Why::Method("place-head"));
        self.push(draft);
        end
    }
}

const NO_HIT: suquan_pattern::Hit =
    suquan_pattern::Hit { span: suquan_span::TokenSpan { start: 0, end: 0 }, class: suquan_pattern::ClassId(0), label: suquan_pattern::LabelId(0), payload: 0 };
