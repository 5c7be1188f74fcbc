//! Articles as unit vectors of weighted terms, and the board on which they are compared.

use rustc_hash::FxHashMap;

/// How much less a term counts that many articles have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rarity {
    /// By the logarithm of its inverse document frequency, for words.
    Full,
    /// By the fourth root of that, for marks: a state that half of the articles name still tells whom one is about.
    Faint,
}

/// Unit vectors, one an article.
pub(super) struct Vectors {
    /// The number of different terms; a term is its rank among them.
    pub(super) terms: usize,
    /// Terms with their weights, article after article, by term.
    weights: Vec<(u32, f32)>,
    /// Where each article's begin, and where the last one's end.
    starts: Vec<usize>,
}

impl Vectors {
    /// TF-IDF vectors of articles, given the hashes of their terms with their counts.
    pub(super) fn of(items: &[&[(u32, u16)]], rarity: Rarity) -> Vectors {
        let mut all: Vec<u32> = items.iter().flat_map(|item| item.iter().map(|(term, _)| *term)).collect();
        all.sort_unstable();
        let known: FxHashMap<u32, (u32, u32)> = all.chunk_by(|x, y| x == y).enumerate().map(|(rank, run)| (run[0], (rank as u32, run.len() as u32))).collect();
        let count = items.len() as f64;
        let mut vectors = Vectors { terms: known.len(), weights: Vec::with_capacity(all.len()), starts: vec![0] };
        for item in items {
            let start = vectors.weights.len();
            vectors.weights.extend(item.iter().filter_map(|(term, n)| {
                let (rank, frequency) = known[term];
                let df = f64::from(frequency);
                let rare = ((count + 1.0) / df).ln();
                let rare = match rarity {
                    // Half of a small collection may well be one story; in a large one such a word is grammar.
                    Rarity::Full if df > 8.0 && df * 2.0 > count => return None,
                    Rarity::Full => rare,
                    Rarity::Faint => rare.sqrt().sqrt(),
                };
                Some((rank, ((1.0 + f64::from(*n).ln()) * rare) as f32))
            }));
            let vector = &mut vectors.weights[start..];
            let norm = vector.iter().map(|(_, w)| f64::from(*w).powi(2)).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
            vector.iter_mut().for_each(|(_, w)| *w = (f64::from(*w) / norm) as f32);
            vectors.starts.push(vectors.weights.len());
        }
        vectors
    }

    pub(super) fn of_item(&self, index: usize) -> &[(u32, f32)] {
        &self.weights[self.starts[index]..self.starts[index + 1]]
    }
}

/// One place a term: a vector is written out on it once and read by all that are compared with it, in the length of each.
pub(super) struct Board(Vec<f64>);

impl Board {
    pub(super) fn new(terms: usize) -> Board {
        Board(vec![0.0; terms])
    }

    /// Adds a vector to what stands there.
    pub(super) fn write(&mut self, vector: &[(u32, f32)]) {
        vector.iter().for_each(|(term, weight)| self.0[*term as usize] += f64::from(*weight));
    }

    /// The product of a vector with what stands there.
    pub(super) fn read(&self, vector: &[(u32, f32)]) -> f64 {
        vector.iter().map(|(term, weight)| f64::from(*weight) * self.0[*term as usize]).sum()
    }

    /// Clears the places of a vector.
    pub(super) fn wipe(&mut self, vector: &[(u32, f32)]) {
        vector.iter().for_each(|(term, _)| self.0[*term as usize] = 0.0);
    }
}
