//! Stories: articles clustered by what they report, each in one.
//!
//! Average-link clustering over TF-IDF cosines that fade with the days between two articles. Pairs are found through the
//! rarest strong terms of each article, so the cost grows with the articles of the same story, not with all articles.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::interval::Interval;
use crate::partition::Partition;

/// Strongest terms of an article through which its neighbours are found.
const PROBES: usize = 32;
/// Strong terms that two articles must share to be compared.
const SHARED: usize = 2;
/// A term in more articles than this finds none: it names no story.
const COMMON: usize = 120;
/// Articles of which less than this share of a likeness is left are not compared.
const FAR: f64 = 0.1;
/// Days over which a likeness falls to 1/e, beyond the first.
const FADE: f64 = 6.0;
/// Average likeness at which two groups of articles are one story.
const ENOUGH: f64 = 0.075;

/// What clustering knows of one article.
pub struct Item<'a> {
    /// Hashes of its terms with their counts.
    pub terms: &'a [(u32, u16)],
    /// When it was published.
    pub day: Option<Interval>,
}

/// Groups of indices, each article in one; groups by their least index, indices ascending.
pub fn cluster(items: &[Item]) -> Vec<Vec<usize>> {
    let vectors = Vectors::of(items);
    let mut board = Board::new(vectors.terms);
    let mut edges = edges(&vectors, items, &mut board);
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
        if average(partition.members(ra), partition.members(rb), &vectors, items, &mut board) >= ENOUGH {
            partition.unite(ra, rb);
        } else {
            unlike.insert(state);
        }
    }
    partition.groups()
}

/// The pairs of articles that are alike enough, with their likeness.
fn edges(vectors: &Vectors, items: &[Item], board: &mut Board) -> Vec<(f64, usize, usize)> {
    let mut edges = Vec::new();
    for pairs in candidates(vectors, items).chunk_by(|x, y| x.0 == y.0) {
        board.write(vectors.of_item(pairs[0].0));
        let alike = pairs.iter().map(|&(a, b)| (board.read(vectors.of_item(b)) * fade(&items[a], &items[b]), a, b));
        edges.extend(alike.filter(|edge| edge.0 >= ENOUGH));
        board.wipe(vectors.of_item(pairs[0].0));
    }
    edges
}

/// Members of a group that stand for it in an average, so that a story of a thousand copies stays cheap.
const SAMPLE: usize = 16;

/// The mean likeness of the pairs between two groups.
fn average(a: &[usize], b: &[usize], vectors: &Vectors, items: &[Item], board: &mut Board) -> f64 {
    let sample = |members: &[usize]| -> Vec<usize> {
        let step = members.len().div_ceil(SAMPLE).max(1);
        members.iter().copied().step_by(step).collect()
    };
    let (mut a, b) = (sample(a), sample(b));
    // A likeness fades with the days alone: articles of the same day are added up before they are compared.
    a.sort_by_key(|&x| (items[x].day, x));
    let mut sum = 0.0;
    for day in a.chunk_by(|&x, &y| items[x].day == items[y].day) {
        day.iter().for_each(|&x| board.write(vectors.of_item(x)));
        sum += b.iter().map(|&y| board.read(vectors.of_item(y)) * fade(&items[day[0]], &items[y])).sum::<f64>();
        day.iter().for_each(|&x| board.wipe(vectors.of_item(x)));
    }
    sum / (a.len() * b.len()) as f64
}

/// Unit vectors of TF-IDF weights, one an article.
struct Vectors {
    /// The number of different terms; a term is its rank among them.
    terms: usize,
    /// Terms with their weights, article after article, by term.
    weights: Vec<(u32, f32)>,
    /// Where each article's begin, and where the last one's end.
    starts: Vec<usize>,
}

impl Vectors {
    fn of(items: &[Item]) -> Vectors {
        let mut all: Vec<u32> = items.iter().flat_map(|item| item.terms.iter().map(|(term, _)| *term)).collect();
        all.sort_unstable();
        let known: FxHashMap<u32, (u32, u32)> = all.chunk_by(|x, y| x == y).enumerate().map(|(rank, run)| (run[0], (rank as u32, run.len() as u32))).collect();
        let count = items.len() as f64;
        let mut vectors = Vectors { terms: known.len(), weights: Vec::with_capacity(all.len()), starts: vec![0] };
        for item in items {
            let start = vectors.weights.len();
            vectors.weights.extend(item.terms.iter().filter_map(|(term, n)| {
                let (rank, frequency) = known[term];
                let df = f64::from(frequency);
                // Half of a small collection may well be one story; in a large one such a term is grammar.
                let common = df > 8.0 && df * 2.0 > count;
                (!common).then(|| (rank, ((1.0 + f64::from(*n).ln()) * ((count + 1.0) / df).ln()) as f32))
            }));
            let vector = &mut vectors.weights[start..];
            let norm = vector.iter().map(|(_, w)| f64::from(*w).powi(2)).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
            vector.iter_mut().for_each(|(_, w)| *w = (f64::from(*w) / norm) as f32);
            vectors.starts.push(vectors.weights.len());
        }
        vectors
    }

    fn of_item(&self, index: usize) -> &[(u32, f32)] {
        &self.weights[self.starts[index]..self.starts[index + 1]]
    }
}

/// One place a term: a vector is written out on it once and read by all that are compared with it, in the length of each.
struct Board(Vec<f64>);

impl Board {
    fn new(terms: usize) -> Board {
        Board(vec![0.0; terms])
    }

    /// Adds a vector to what stands there.
    fn write(&mut self, vector: &[(u32, f32)]) {
        vector.iter().for_each(|(term, weight)| self.0[*term as usize] += f64::from(*weight));
    }

    /// The product of a vector with what stands there.
    fn read(&self, vector: &[(u32, f32)]) -> f64 {
        vector.iter().map(|(term, weight)| f64::from(*weight) * self.0[*term as usize]).sum()
    }

    /// Clears the places of a vector.
    fn wipe(&mut self, vector: &[(u32, f32)]) {
        vector.iter().for_each(|(term, _)| self.0[*term as usize] = 0.0);
    }
}

/// Pairs near in time with enough strong terms in common, ordered.
fn candidates(vectors: &Vectors, items: &[Item]) -> Vec<(usize, usize)> {
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); vectors.terms];
    for index in 0..items.len() {
        for (term, _) in vectors.of_item(index) {
            holders[*term as usize].push(index as u32);
        }
    }
    let mut pairs = Vec::new();
    // How many strong terms each article has in common with the one at hand, and those that have enough.
    let mut shared = vec![0; items.len()];
    let mut near: Vec<u32> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let tells = |(term, _): &&(u32, f32)| (2..=COMMON).contains(&holders[*term as usize].len());
        let mut strong: Vec<&(u32, f32)> = vectors.of_item(index).iter().filter(tells).collect();
        strong.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        strong.truncate(PROBES);
        // Each article looks for its neighbours on either side: a term strong in one of two is enough.
        let others = || strong.iter().flat_map(|(term, _)| &holders[*term as usize]);
        for &other in others() {
            shared[other as usize] += 1;
            if shared[other as usize] == SHARED {
                near.push(other);
            }
        }
        others().for_each(|&other| shared[other as usize] = 0);
        let near = near.drain(..).map(|other| other as usize).filter(|&other| other != index && fade(item, &items[other]) > FAR);
        pairs.extend(near.map(|other| (index.min(other), index.max(other))));
    }
    pairs.sort_unstable();
    pairs.dedup();
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
