//! Stories: articles clustered by what they report, each in one.
//!
//! Two articles are alike by their words (TF-IDF cosine over words and pairs of words) and by their marks (whom and what they name, whose acts they tell, on
//! which days); the product of both fades with the days between them. Average-link clustering joins what is alike enough. Words and names as vectors apart, and
//! the time between articles beside them, follow Miranda, Znotiņš, Cohen and Barzdins, "Multilingual Clustering of Streaming News" (EMNLP 2018); their
//! weights are learnt, ours are set so that one limit holds for thirty articles and for thousands: the share of marks depends little on how many articles
//! there are, and tells apart what words do not, two visits of one guest in one week.
//!
//! Pairs are found through the rarest strong terms of each article, so the cost grows with the articles of the same story, not with all articles.

mod space;

use rustc_hash::FxHashSet;

use crate::interval::Interval;
use crate::judge::family;
use crate::partition::Partition;
use crate::record::Record;
use crate::sketch::hash_bytes;
use space::{Board, Rarity, Vectors};

/// Strongest terms of an article through which its neighbours are found.
const PROBES: usize = 32;
/// Strong terms that two articles must share to be compared.
const SHARED: u32 = 2;
/// The share of the likeness of words that two articles need, by their marks and days, which these strong terms must give.
const STRONG: f64 = 0.15;
/// A term in more articles than this finds none: it names no story.
const COMMON: usize = 120;
/// Articles of which less than this share of a likeness is left are not compared.
const FAR: f64 = 0.1;
/// Days over which a likeness falls to 1/e, beyond the first.
const FADE: f64 = 6.0;
/// Average likeness at which two groups of articles are one story, in a collection of many others.
const ENOUGH: f64 = 0.052;
/// Articles of a story of its own: where a collection has not many more, the words of a story are common ones in it, and less is enough.
const OWN: f64 = 7.0;
/// The share of a likeness of words that is left where no mark is shared.
const BARE: f64 = 0.25;
/// What the marks of two articles are taken to have in common where one has none.
const UNMARKED: f64 = 0.5;

/// What clustering knows of one article.
pub struct Item<'a> {
    /// Hashes of its terms with their counts.
    pub terms: &'a [(u32, u16)],
    /// By what its happening is known: see [`marks`].
    pub marks: &'a [(u32, u16)],
    /// When it was published.
    pub day: Option<Interval>,
}

/// Whom and what an article names, whose acts of which kind it tells, and the days that it names: by hash, with how often.
pub fn marks(record: &Record) -> Vec<(u32, u16)> {
    let acts = record.events.iter().flat_map(|account| record.pairs(account).into_iter().map(|pair| format!("{} {pair}", family(&account.kind))));
    let mut told: Vec<u32> = acts.chain(record.days.iter().cloned()).map(|mark| hash_bytes(mark.as_bytes()) as u32).collect();
    told.sort_unstable();
    let mut marks = record.features.named.clone();
    marks.extend(told.chunk_by(|a, b| a == b).map(|run| (run[0], run.len().min(usize::from(u16::MAX)) as u16)));
    marks
}

/// Groups of indices, each article in one; groups by their least index, indices ascending.
pub fn cluster(items: &[Item]) -> Vec<Vec<usize>> {
    let mut press = Press::of(items);
    let enough = ENOUGH * items.len() as f64 / (items.len() as f64 + OWN);
    let mut edges = edges(&mut press, enough);
    edges.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut partition = Partition::new(items.len());
    // Two groups that were too unlike stay so until one of them grows: a group is known by its name and its size.
    let mut unlike: FxHashSet<[(usize, usize); 2]> = FxHashSet::default();
    for (_, a, b) in edges {
        let (ra, rb) = (partition.root(a), partition.root(b));
        if ra == rb {
            continue;
        }
        let state = [ra.min(rb), ra.max(rb)].map(|root| (root, partition.members(root).len()));
        if unlike.contains(&state) {
            continue;
        }
        if press.average(partition.members(ra), partition.members(rb)) >= enough {
            partition.unite(ra, rb);
        } else {
            unlike.insert(state);
        }
    }
    partition.groups()
}

/// The pairs of articles that are alike enough, with their likeness.
fn edges(press: &mut Press, enough: f64) -> Vec<(f64, usize, usize)> {
    let mut edges = Vec::new();
    for pairs in candidates(&press.words.0, press.items).chunk_by(|x, y| x.0 == y.0) {
        let a = pairs[0].0;
        let marked = press.marks(a, pairs.iter().map(|pair| pair.1));
        let needs = |b: usize, marks: f64| enough / (fade(&press.items[a], &press.items[b]) * (BARE + (1.0 - BARE) * marks));
        let near: Vec<usize> =
            pairs.iter().zip(marked).filter(|(pair, marks)| f64::from(pair.2) >= STRONG * needs(pair.1, *marks)).map(|(pair, _)| pair.1).collect();
        let alike = press.likenesses(&[a], near.iter().copied());
        edges.extend(near.iter().zip(alike).map(|(&b, alike)| (alike.value(1.0), a, b)).filter(|edge| edge.0 >= enough));
    }
    edges
}

/// What articles have in common, summed over `pairs` of them.
#[derive(Clone, Copy, Debug, Default)]
struct Likeness {
    /// The cosine of their words, faded.
    words: f64,
    /// The cosine of their marks.
    marks: f64,
}

impl Likeness {
    fn value(self, pairs: f64) -> f64 {
        self.words / pairs * (BARE + (1.0 - BARE) * (self.marks / pairs))
    }
}

/// The articles laid out for comparison.
struct Press<'i> {
    items: &'i [Item<'i>],
    words: (Vectors, Board),
    marks: (Vectors, Board),
}

impl<'i> Press<'i> {
    fn of(items: &'i [Item<'i>]) -> Self {
        let space = |terms: Vec<&[(u32, u16)]>, rarity| {
            let vectors = Vectors::of(&terms, rarity);
            let board = Board::new(vectors.terms);
            (vectors, board)
        };
        let words = space(items.iter().map(|item| item.terms).collect(), Rarity::Full);
        let marks = space(items.iter().map(|item| item.marks).collect(), Rarity::Faint);
        Self { items, words, marks }
    }

    /// What one article's marks have in common with those of each of `others`.
    fn marks(&mut self, a: usize, others: impl Iterator<Item = usize>) -> Vec<f64> {
        let (vectors, board) = &mut self.marks;
        let unmarked = |x: usize| vectors.of_item(x).is_empty();
        board.write(vectors.of_item(a));
        let marks = others.map(|b| if unmarked(a) || unmarked(b) { UNMARKED } else { board.read(vectors.of_item(b)) }).collect();
        board.wipe(vectors.of_item(a));
        marks
    }

    /// Of each of `others` what it has in common with articles of one day, added up.
    fn likenesses(&mut self, day: &[usize], others: impl Iterator<Item = usize>) -> Vec<Likeness> {
        let items = self.items;
        for (vectors, board) in [&mut self.words, &mut self.marks] {
            day.iter().for_each(|&x| board.write(vectors.of_item(x)));
        }
        let read = |(vectors, board): &(Vectors, Board), y: usize| board.read(vectors.of_item(y));
        let blank = day.iter().filter(|&&x| items[x].marks.is_empty()).count();
        let marks = |y: usize| if items[y].marks.is_empty() { UNMARKED * day.len() as f64 } else { read(&self.marks, y) + UNMARKED * blank as f64 };
        let alike = others.map(|y| Likeness { words: read(&self.words, y) * fade(&items[day[0]], &items[y]), marks: marks(y) }).collect();
        for (vectors, board) in [&mut self.words, &mut self.marks] {
            day.iter().for_each(|&x| board.wipe(vectors.of_item(x)));
        }
        alike
    }

    /// The mean likeness of the pairs between two groups.
    fn average(&mut self, a: &[usize], b: &[usize]) -> f64 {
        let sample = |members: &[usize]| -> Vec<usize> {
            let step = members.len().div_ceil(SAMPLE).max(1);
            members.iter().copied().step_by(step).collect()
        };
        let (mut a, b) = (sample(a), sample(b));
        let items = self.items;
        // A likeness fades with the days alone: articles of the same day are added up before they are compared.
        a.sort_by_key(|&x| (items[x].day, x));
        let mut sum = Likeness::default();
        for day in a.chunk_by(|&x, &y| items[x].day == items[y].day) {
            for alike in self.likenesses(day, b.iter().copied()) {
                sum.words += alike.words;
                sum.marks += alike.marks;
            }
        }
        sum.value((a.len() * b.len()) as f64)
    }
}

/// Members of a group that stand for it in an average, so that a story of a thousand copies stays cheap.
const SAMPLE: usize = 16;

/// Pairs near in time with enough strong terms in common, with the likeness that these give, ordered.
fn candidates(vectors: &Vectors, items: &[Item]) -> Vec<(usize, usize, f32)> {
    // Who has each term, term after term.
    let mut starts = vec![0; vectors.terms + 1];
    let all = || (0..items.len()).flat_map(|index| vectors.of_item(index).iter().map(move |&(term, weight)| (term as usize, (index as u32, weight))));
    all().for_each(|(term, _)| starts[term + 1] += 1);
    (0..vectors.terms).for_each(|term| starts[term + 1] += starts[term]);
    let (mut next, mut having) = (starts.clone(), vec![(0, 0.0); starts[vectors.terms]]);
    all().for_each(|(term, holder)| {
        having[next[term]] = holder;
        next[term] += 1;
    });
    let holders = |term: u32| &having[starts[term as usize]..starts[term as usize + 1]];
    let mut pairs = Vec::new();
    // How many strong terms each article has in common with the one at hand, and how alike these make them.
    let mut shared = vec![(0_u32, 0.0_f32); items.len()];
    let mut met: Vec<usize> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let tells = |(term, _): &&(u32, f32)| holders(*term).len() <= COMMON;
        let mut strong: Vec<&(u32, f32)> = vectors.of_item(index).iter().filter(tells).collect();
        strong.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        strong.truncate(PROBES);
        // Each article looks for its neighbours on either side: a term strong in one of two is enough.
        for &(term, weight) in strong {
            for &(other, theirs) in holders(term) {
                let (count, sum) = &mut shared[other as usize];
                if *count == 0 {
                    met.push(other as usize);
                }
                (*count, *sum) = (*count + 1, *sum + weight * theirs);
            }
        }
        for other in met.drain(..) {
            let (count, sum) = std::mem::take(&mut shared[other]);
            if count >= SHARED && other != index && fade(item, &items[other]) > FAR {
                pairs.push((index.min(other), index.max(other), sum));
            }
        }
    }
    pairs.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)));
    pairs.dedup_by_key(|pair| (pair.0, pair.1));
    pairs
}

/// What is left of a likeness where the day of one article is not known.
const UNKNOWN: f64 = 0.6;

/// The share of a likeness that the days between two articles leave.
fn fade(a: &Item, b: &Item) -> f64 {
    let (Some(a), Some(b)) = (a.day, b.day) else { return UNKNOWN };
    let gap = (a.first - b.last).max(b.first - a.last).max(0);
    (-f64::from((gap - 1).max(0)) / FADE).exp()
}
