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
    /// The number of different terms that more than one article has; a term is its rank among them, the most frequent first, so that what is looked up
    /// most often lies together.
    pub(super) terms: usize,
    /// Terms with their weights, article after article.
    weights: Vec<(u32, f32)>,
    /// Where each article's begin, and where the last one's end.
    starts: Vec<usize>,
}

impl Vectors {
    /// TF-IDF vectors of articles, given the hashes of their terms with their counts.
    pub(super) fn of(items: &[&[(u32, u16)]], rarity: Rarity) -> Vectors {
        let mut all: Vec<u32> = items.iter().flat_map(|item| item.iter().map(|(term, _)| *term)).collect();
        all.sort_unstable();
        let mut shared: Vec<(u32, u32)> = all.chunk_by(|x, y| x == y).map(|run| (run.len() as u32, run[0])).filter(|(frequency, _)| *frequency > 1).collect();
        shared.sort_unstable_by_key(|&(frequency, term)| (std::cmp::Reverse(frequency), term));
        let count = items.len() as f64;
        let rare = |frequency: f64| {
            let rare = ((count + 1.0) / frequency).ln();
            match rarity {
                // Half of a small collection may well be one story; in a large one such a word is grammar.
                Rarity::Full if frequency > 8.0 && frequency * 2.0 > count => None,
                Rarity::Full => Some(rare),
                Rarity::Faint => Some(rare.sqrt().sqrt()),
            }
        };
        let weighed = |(rank, &(frequency, term)): (usize, &(u32, u32))| (term, (rank as u32, rare(f64::from(frequency))));
        let known: FxHashMap<u32, (u32, Option<f64>)> = shared.iter().enumerate().map(weighed).collect();
        let lone = rare(1.0);
        let mut vectors = Vectors { terms: known.len(), weights: Vec::with_capacity(all.len()), starts: vec![0] };
        for item in items {
            let start = vectors.weights.len();
            let mut square = 0.0;
            for (term, n) in *item {
                // A term of one article is like nothing, and makes the article so much the less like any other.
                let (rank, rare) = known.get(term).map_or((None, lone), |&(rank, rare)| (Some(rank), rare));
                let Some(rare) = rare else { continue };
                let weight = if *n == 1 { rare } else { (1.0 + f64::from(*n).ln()) * rare };
                square += weight * weight;
                vectors.weights.extend(rank.map(|rank| (rank, weight as f32)));
            }
            let length = square.sqrt().max(f64::MIN_POSITIVE);
            vectors.weights[start..].iter_mut().for_each(|(_, weight)| *weight = (f64::from(*weight) / length) as f32);
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
