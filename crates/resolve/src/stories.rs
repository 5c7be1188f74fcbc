//! Stories: articles clustered by what they report, each in one.
//!
//! Average-link clustering over TF-IDF cosines that fade with the days between two articles. Pairs are found through the
//! rarest strong terms of each article, so the cost grows with the articles of the same story, not with all articles.

use rustc_hash::FxHashMap;

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
    let vectors = vectors(items);
    let mut edges: Vec<(f64, usize, usize)> = candidates(&vectors, items)
        .into_iter()
        .map(|(a, b)| (dot(&vectors[a], &vectors[b]) * fade(&items[a], &items[b]), a, b))
        .filter(|edge| edge.0 >= ENOUGH)
        .collect();
    edges.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut partition = Partition::new(items.len());
    for (_, a, b) in edges {
        let (ra, rb) = (partition.root(a), partition.root(b));
        if ra == rb {
            continue;
        }
        let mean = average(partition.members(ra), partition.members(rb), &vectors, items);
        if mean >= ENOUGH {
            partition.unite(ra, rb);
        }
    }
    partition.groups()
}

/// Members of a group that stand for it in an average, so that a story of a thousand copies stays cheap.
const SAMPLE: usize = 16;

fn average(a: &[usize], b: &[usize], vectors: &[Vec<(u32, f32)>], items: &[Item]) -> f64 {
    let sample = |members: &[usize]| -> Vec<usize> {
        let step = members.len().div_ceil(SAMPLE).max(1);
        members.iter().copied().step_by(step).collect()
    };
    let (a, b) = (sample(a), sample(b));
    let mut sum = 0.0;
    for &x in &a {
        for &y in &b {
            sum += dot(&vectors[x], &vectors[y]) * fade(&items[x], &items[y]);
        }
    }
    sum / (a.len() * b.len()) as f64
}

/// Unit vectors of TF-IDF weights, by term.
fn vectors(items: &[Item]) -> Vec<Vec<(u32, f32)>> {
    let mut frequency: FxHashMap<u32, u32> = FxHashMap::default();
    for item in items {
        for (term, _) in item.terms {
            *frequency.entry(*term).or_default() += 1;
        }
    }
    let count = items.len() as f64;
    items
        .iter()
        .map(|item| {
            let mut vector: Vec<(u32, f32)> = item
                .terms
                .iter()
                .filter_map(|(term, n)| {
                    let df = f64::from(frequency[term]);
                    // Half of a small collection may well be one story; in a large one such a term is grammar.
                    let common = df > 8.0 && df * 2.0 > count;
                    (!common).then(|| (*term, ((1.0 + f64::from(*n).ln()) * ((count + 1.0) / df).ln()) as f32))
                })
                .collect();
            let norm = vector.iter().map(|(_, w)| f64::from(*w).powi(2)).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
            vector.iter_mut().for_each(|(_, w)| *w = (f64::from(*w) / norm) as f32);
            vector
        })
        .collect()
}

/// Pairs near in time with enough strong terms in common, ordered.
fn candidates(vectors: &[Vec<(u32, f32)>], items: &[Item]) -> Vec<(usize, usize)> {
    let mut holders: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (index, vector) in vectors.iter().enumerate() {
        for (term, _) in vector {
            holders.entry(*term).or_default().push(index as u32);
        }
    }
    let mut pairs = Vec::new();
    let mut shared: Vec<u32> = Vec::new();
    for (index, vector) in vectors.iter().enumerate() {
        let mut strong: Vec<&(u32, f32)> = vector.iter().filter(|(t, _)| (2..=COMMON).contains(&holders[t].len())).collect();
        strong.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        // Each article looks for its neighbours on either side: a term strong in one of two is enough.
        shared.clear();
        shared.extend(strong.into_iter().take(PROBES).flat_map(|(term, _)| &holders[term]).copied().filter(|&other| other as usize != index));
        shared.sort_unstable();
        for run in shared.chunk_by(|a, b| a == b).filter(|run| run.len() >= SHARED) {
            let other = run[0] as usize;
            if fade(&items[index], &items[other]) > FAR {
                pairs.push((index.min(other), index.max(other)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += f64::from(x.1) * f64::from(y.1);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}

/// What is left of a likeness where the day of one article is not known.
const UNKNOWN: f64 = 0.6;

/// The share of a likeness that the days between two articles leave.
fn fade(a: &Item, b: &Item) -> f64 {
    let (Some(a), Some(b)) = (a.day, b.day) else { return UNKNOWN };
    let gap = (a.first - b.last).max(b.first - a.last).max(0);
    (-f64::from((gap - 1).max(0)) / FADE).exp()
}
