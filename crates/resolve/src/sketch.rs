//! Near-duplicate texts: MinHash sketches over shingles of tokens, banded for look-up.
//!
//! A sketch is one permutation hashed into bins with "optimal densification" (Shrivastava, ICML 2017), so its cost is one
//! hash a shingle; the share of equal bins estimates the Jaccard similarity of the two sets of shingles (standard error
//! about `1 / sqrt(BINS)`).

use std::collections::BTreeMap;

/// Bins of a sketch.
pub const BINS: usize = 128;
/// Tokens of a shingle.
pub const SHINGLE: usize = 4;
/// Bins that must agree for two sketches to be compared: with 4 of 128 a band, a pair at similarity 0.5 is found with
/// probability 0.87, at 0.6 with 0.99, at 0.2 with 0.05.
const BAND: usize = 4;

/// The MinHash sketch of one text. Empty where the text has no shingle.
#[derive(Clone, Debug, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Sketch(#[serde(with = "crate::record::packed")] Vec<u32>);

impl Sketch {
    /// The sketch of a text, given the hashes of its tokens in order.
    pub fn of(tokens: &[u64]) -> Sketch {
        if tokens.is_empty() {
            return Sketch::default();
        }
        let mut bins = vec![u32::MAX; BINS];
        let mut filled = [false; BINS];
        for shingle in tokens.windows(SHINGLE.min(tokens.len())) {
            let hash = shingle.iter().fold(0x9e37_79b9_7f4a_7c15, |h, t| mix(h ^ t));
            let bin = (hash >> 32) as usize % BINS;
            bins[bin] = bins[bin].min(hash as u32);
            filled[bin] = true;
        }
        for bin in 0..BINS {
            // An empty bin borrows from a bin chosen by its own number alone, so that equal sets stay equal.
            let mut attempt = 0u64;
            let mut from = bin;
            while !filled[from] {
                attempt += 1;
                from = mix(((bin as u64) << 32) ^ attempt) as usize % BINS;
            }
            bins[bin] = bins[from];
        }
        Sketch(bins)
    }

    /// The estimated Jaccard similarity, 0 to 1.
    pub fn similarity(&self, other: &Sketch) -> f64 {
        if self.0.is_empty() || other.0.is_empty() {
            return 0.0;
        }
        let equal = self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count();
        equal as f64 / BINS as f64
    }
}

/// The pairs `(earlier, later)` of sketches that are at least `least` similar, with their similarity, in order.
///
/// Sketches with a band in common are compared. A band shared by many (one text copied a thousand times) compares each
/// with the band's first and with its predecessor only, which keeps the cost linear and the pairs connected.
pub fn near_duplicates(sketches: &[Sketch], least: f64) -> Vec<(usize, usize, f64)> {
    let mut found = BTreeMap::new();
    let mut rows: Vec<(u64, usize)> = Vec::with_capacity(sketches.len());
    for band in 0..BINS / BAND {
        rows.clear();
        for (index, sketch) in sketches.iter().enumerate().filter(|(_, s)| !s.0.is_empty()) {
            let key = sketch.0[band * BAND..(band + 1) * BAND].iter().fold(0, |h, v| mix(h ^ u64::from(*v)));
            rows.push((key, index));
        }
        rows.sort_unstable();
        for group in rows.chunk_by(|a, b| a.0 == b.0) {
            for pair in group.windows(2) {
                for other in [pair[0].1, group[0].1] {
                    found.entry((other, pair[1].1)).or_insert_with(|| sketches[other].similarity(&sketches[pair[1].1]));
                }
            }
        }
    }
    found.into_iter().filter(|(_, s)| *s >= least).map(|((a, b), s)| (a, b, s)).collect()
}

/// A 64-bit mixer (splitmix64's finaliser): the same on every machine.
pub fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A stable hash of bytes (FNV-1a, then mixed), for tokens.
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    mix(bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(seed: u64, n: u64) -> Vec<u64> {
        (0..n).map(|i| mix(seed * 1_000_003 + i)).collect()
    }

    #[test]
    fn the_same_text_is_the_same_sketch() {
        assert_eq!(Sketch::of(&tokens(1, 300)).similarity(&Sketch::of(&tokens(1, 300))), 1.0);
        assert_eq!(Sketch::of(&tokens(1, 2)).similarity(&Sketch::of(&tokens(1, 2))), 1.0);
        assert_eq!(Sketch::of(&[]).similarity(&Sketch::of(&[])), 0.0);
    }

    #[test]
    fn the_estimate_is_near_the_truth() {
        // 300 tokens of which 200 are shared: 197 common shingles of 397 in all.
        let (mut a, mut b) = (tokens(1, 200), tokens(1, 200));
        a.extend(tokens(2, 100));
        b.extend(tokens(3, 100));
        let estimate = Sketch::of(&a).similarity(&Sketch::of(&b));
        assert!((estimate - 197.0 / 397.0).abs() < 0.15, "{estimate}");
    }

    #[test]
    fn copies_are_found_among_others() {
        let mut texts: Vec<Sketch> = (0..50).map(|i| Sketch::of(&tokens(i, 200))).collect();
        let mut copy = tokens(7, 200);
        copy.truncate(180);
        texts.push(Sketch::of(&copy));
        let pairs = near_duplicates(&texts, 0.6);
        assert_eq!(pairs.iter().map(|(a, b, _)| (*a, *b)).collect::<Vec<_>>(), [(7, 50)]);
    }
}
