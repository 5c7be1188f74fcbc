//! Bytes to code points and back.

use crate::{ByteSpan, CharSpan};

/// Bytes between two checkpoints: a look-up counts at most this many.
const STRIDE: usize = 256;

/// Converts byte offsets of one text into code-point offsets and back, in constant time.
///
/// Holds the code-point count at every 256th byte.
#[derive(Clone, Debug, Default)]
pub struct CharIndex {
    /// `checkpoints[i]` is the number of code points that start before byte `i * STRIDE`.
    checkpoints: Vec<u32>,
}

impl CharIndex {
    /// Counts the code points of `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut chars = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            checkpoints.push(chars);
            chars += starts(chunk);
        }
        if text.len().is_multiple_of(STRIDE) {
            checkpoints.push(chars);
        }
        Self { checkpoints }
    }

    /// The code-point offset of the byte offset `byte` of `text`, the text this index was made from.
    #[must_use]
    pub fn char_at(&self, text: &str, byte: u32) -> u32 {
        let byte = (byte as usize).min(text.len());
        let block = byte / STRIDE;
        let before = self.checkpoints.get(block).copied().unwrap_or(0);
        before + starts(&text.as_bytes()[block * STRIDE..byte])
    }

    /// The byte offset of the `chars`-th code point of `text`; the text's length where it has fewer.
    #[must_use]
    pub fn byte_at(&self, text: &str, chars: u32) -> u32 {
        let block = self.checkpoints.partition_point(|&before| before <= chars).saturating_sub(1);
        let mut seen = self.checkpoints.get(block).copied().unwrap_or(0);
        for (offset, byte) in text.as_bytes().iter().enumerate().skip(block * STRIDE) {
            if is_start(*byte) {
                if seen == chars {
                    return offset as u32;
                }
                seen += 1;
            }
        }
        text.len() as u32
    }

    /// `span` counted in code points.
    #[must_use]
    pub fn chars(&self, text: &str, span: ByteSpan) -> CharSpan {
        CharSpan::new(self.char_at(text, span.start), self.char_at(text, span.end))
    }

    /// `span` counted in bytes.
    #[must_use]
    pub fn bytes(&self, text: &str, span: CharSpan) -> ByteSpan {
        ByteSpan::new(self.byte_at(text, span.start), self.byte_at(text, span.end))
    }
}

/// How many code points start in `bytes`.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| is_start(byte)).count() as u32
}

/// Whether a UTF-8 byte opens a code point.
fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_round_trip_over_checkpoints() {
        let text = "Hội đàm tại Hà Nội. ".repeat(40);
        let index = CharIndex::new(&text);
        for (chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.char_at(&text, byte as u32), chars as u32);
            assert_eq!(index.byte_at(&text, chars as u32), byte as u32);
        }
        assert_eq!(index.byte_at(&text, 1_000_000), text.len() as u32);
    }
}
