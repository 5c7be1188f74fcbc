//! Names that the lists know, and where a list's form is not the name.

use super::Scanner;
use crate::MentionType::{self, Loc, Org, Per};
use crate::draft::{Draft, Look, Why};
use crate::lists::{LocHead, NameKind, NotName, Sense, Tail, TitleKind};
use crate::organisation;
use crate::run::{Run, Runs};
use crate::shape::Shape;

impl Scanner<'_> {
    /// The longest listed name at `at`: its end, type, kind and row.
    pub(super) fn listed(&self, at: usize) -> Option<(usize, MentionType, NameKind, u32)> {
        let runs = self.runs;
        let (hit, (kind, name)) = runs.hits.at(at).iter().find_map(|hit| match runs.lists.sense(hit) {
            Sense::Name(kind, name) if !self.has_head(hit) => Some((hit, (kind, name))),
            _ => None,
        })?;
        let end = hit.span.end as usize;
        // `Anh ta` is no country.
        if runs.lists.longest(runs.hits, at, |sense| (sense == Sense::Anaphor).then_some(())).is_some_and(|(anaphor, ())| anaphor.span.end > hit.span.end) {
            return None;
        }
        // A part of a longer word: `Anh-chan`, but not `Mỹ-Trung`.
        if runs.text(end) == "-" && runs.glued(end) && runs.glued(end + 1) && !runs.capital(end + 1) && name == NameKind::Part {
            return None;
        }
        // In a short form of one's own language a person's part is no more than a syllable.
        let persons_first = self.expect.is_some_and(|(place, ..)| place == at);
        let best = runs.hits.at(at).iter().filter(|other| other.span == hit.span).find_map(|other| match runs.lists.sense(other) {
            Sense::Name(Per, name) if persons_first => Some((Per, name, other.payload)),
            Sense::Name(kind, name) if !persons_first && kind != Per => Some((kind, name, other.payload)),
            _ => None,
        });
        let (kind, name, row) = best.unwrap_or((kind, name, hit.payload));
        Some((end, kind, name, row))
    }

    /// Whether a listed form is a head or title with the name proper behind it (`quần đảo Senkaku`, `hãng tin AFP`, `Chủ tịch Hồ Chí Minh`), two names with a stroke
    /// between, or the beginning of a longer organisation's name (`Trung ương Đảng Cộng sản Pháp`).
    pub(super) fn has_head(&self, hit: &suquan_pattern::Hit) -> bool {
        let runs = self.runs;
        let (start, end) = (hit.span.start as usize, hit.span.end as usize);
        if end < start + 2 {
            return false;
        }
        if hit.span.indices().any(|at| runs.text(at) == "/") {
            return true;
        }
        if let Sense::Name(Org, _) = runs.lists.sense(hit)
            && let Some((head, sense)) = runs.lists.longest(runs.hits, end - 1, |sense| if let Sense::OrgHead(head) = sense { Some(head) } else { None })
            && head.span.end as usize == end
        {
            return organisation::read(runs, end - 1, end, sense).is_some_and(|longer| !longer.bare);
        }
        let opens = runs.shape(start).has(Shape::OPENS);
        let stays_outside = |sense| match sense {
            Sense::LocHead(LocHead::Outside) | Sense::Title(_) => true,
            // `Thành phố Hồ Chí Minh` with a capital inside of a sentence is the name in full.
            Sense::LocHead(LocHead::Division) => opens,
            Sense::OrgHead(head) => head.drop,
            _ => false,
        };
        runs.hits.at(start).iter().any(|head| {
            let inner = head.span.end as usize;
            let proper = |name: &suquan_pattern::Hit| {
                name.span.end as usize == end && matches!(runs.lists.sense(name), Sense::Name(..)) && (!opens || name.label == hit.label)
            };
            let unlisted = || opens && runs.capital(inner) && !runs.hits.at(inner).iter().any(|name| matches!(runs.lists.sense(name), Sense::Name(..)));
            let division = runs.lists.sense(head) == Sense::LocHead(LocHead::Division);
            inner < end && stays_outside(runs.lists.sense(head)) && (runs.hits.at(inner).iter().any(proper) || division && unlisted())
        })
    }

    /// A listed name of the given type.
    pub(super) fn name(&mut self, at: usize, end: usize, kind: MentionType, name: NameKind, row: u32) -> usize {
        let runs = self.runs;
        let expected = self.expect.filter(|&(place, ..)| place == at);
        let run = runs.capital(at).then(|| runs.at(at)).flatten();
        let longer = run.filter(|run| run.end > end && self.swallows(at, end, *run, kind, name));
        if let Some(run) = longer {
            return self.unknown(at, run);
        }
        let single = end == at + 1 && !runs.shape(at).has(Shape::FOREIGN);
        if expected.is_some_and(|(_, title, _)| title == TitleKind::Address) && single && kind == Loc {
            return self.unknown(at, Run { end, ..run.unwrap_or(SYLLABLE) });
        }
        let foreign = (at..end).any(|place| runs.shape(place).has(Shape::FOREIGN));
        let mut draft = Draft::new(at, end, if foreign { Look::Foreign } else { Look::Native });
        draft.row = Some(row);
        match (kind, name) {
            (Per, NameKind::Part) => {
                draft.add(Per, if single { 2 } else { 4 }, Why::Method("list-part"));
                draft.weak = single && runs.shape(at).has(Shape::OPENS);
            }
            // A place may be called after a person: `sân bay Charles de Gaulle`.
            (Per, NameKind::Full) if self.place.is_some_and(|(place, head, _)| place == at && head != LocHead::Outside) => {
                return self.after_head(at, end, Some(row), false);
            }
            (Loc, _) if self.place.is_some_and(|(place, ..)| place == at) => return self.after_head(at, end, Some(row), name == NameKind::Country),
            (Org, _) if !runs.capital(at) && end == at + 1 => return end,
            _ => {
                let homonym = runs.lists.homonym(row);
                let opener = single && runs.shape(at).has(Shape::OPENS) && runs.lists.any(runs.hits, at, |sense| sense == Sense::Opener);
                draft.weak = opener;
                draft.add(
                    kind,
                    if opener {
                        2
                    } else if homonym && !(single && kind == Loc) {
                        if name == NameKind::Country { 4 } else { 3 }
                    } else {
                        6
                    },
                    Why::Method("list"),
                );
            }
        }
        if let Some((place, bar)) = self.bar
            && place == at
            && bar == NotName::Treaty
            && name == NameKind::Place
            && runs.capital(at.saturating_sub(1).min(self.bar_start(at)))
        {
            draft.barred = true;
        }
        if let Some((_, title, _)) = expected {
            if kind == Per {
                draft.add(Per, 5, Why::Method("title"));
                self.expect = None;
            } else {
                // The office's country; the name may follow.
                self.expect = Some((end, title, true));
            }
        }
        if name != NameKind::Country && shouted_syllable(runs, at, end) {
            draft.barred = true;
        }
        self.push(draft);
        end
    }

    /// The first token of the words that bar the name at `at`.
    pub(super) fn bar_start(&self, at: usize) -> usize {
        let runs = self.runs;
        let from = at.saturating_sub(4);
        (from..at)
            .find(|&start| {
                runs.hits.at(start).iter().any(|hit| hit.span.end as usize == at && matches!(runs.lists.sense(hit), Sense::NotName(NotName::Treaty)))
            })
            .unwrap_or(at)
    }

    /// Whether a run of capitals goes on over a listed name at its start, which then is a part of a longer unknown name.
    pub(super) fn swallows(&self, at: usize, end: usize, run: Run, kind: MentionType, name: NameKind) -> bool {
        let runs = self.runs;
        let tail = (end..run.end).any(|place| runs.lists.any(runs.hits, place, |sense| sense == Sense::Tail(Tail::Organization)));
        if run.look == Look::Domain || tail && run.look == Look::Foreign {
            return true;
        }
        // `Bandar bin Sultan al-Saud`: a longer form of a listed person's name.
        if kind == Per && name == NameKind::Full && run.particle && !runs.capital(end) {
            return true;
        }
        if kind == Per && name == NameKind::Full || kind == Org {
            return false;
        }
        let addressed = self.expect.is_some_and(|(place, title, of)| place == at && !of && matches!(title, TitleKind::Address | TitleKind::Relation));
        if name == NameKind::Part {
            return true;
        }
        let syllable = end == at + 1 && !runs.shape(at).has(Shape::FOREIGN);
        if addressed && run.look == Look::Foreign {
            return true;
        }
        // `Anh Phương` as a whole sentence is a byline.
        if syllable && run.look == Look::Native && runs.shape(at).has(Shape::OPENS) && !runs.goes_on(run.end) {
            return true;
        }
        // `Mỹ Linh`, but `Mỹ Barack Obama`, `Mỹ Nguyễn Văn A`, `Nga Sergei`.
        let next_surname = runs.lists.any(runs.hits, end, |sense| matches!(sense, Sense::Surname(_)));
        syllable
            && run.look == Look::Native
            && !next_surname
            && run.words <= 3
            && !runs.lists.any(runs.hits, end, |sense| matches!(sense, Sense::Title(_) | Sense::OrgHead(_)))
            || runs.text(end) == "-" && name != NameKind::Country
    }
}

/// A listed syllable in a sentence of capitals may be any word.
fn shouted_syllable(runs: Runs<'_>, at: usize, end: usize) -> bool {
    runs.shape(at).has(Shape::SHOUTED) && end == at + 1 && !runs.shape(at).has(Shape::FOREIGN)
}

/// A run of one syllable.
const SYLLABLE: Run = Run { end: 0, words: 1, look: Look::Native, initial: false, particle: false, hyphen: false };
