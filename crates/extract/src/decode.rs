//! From bytes to characters.

use std::fmt;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1258};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Characters, and how they were come by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, without a byte order mark.
    pub text: String,
    /// The encoding they were in.
    pub encoding: &'static Encoding,
    /// Whether some bytes had no meaning in that encoding and stand as U+FFFD.
    pub broken: bool,
    /// Whether the encoding was guessed from the bytes rather than told or certain.
    pub guessed: bool,
}

/// A name that is no encoding's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownEncoding(pub String);

/// The encoding that a name (a label of the WHATWG Encoding Standard) stands for: `utf-8`,
/// `windows-1258`, `utf-16le`.
///
/// # Errors
/// [`UnknownEncoding`] where the standard does not have the name. TCVN3 and VNI are not in it.
pub fn encoding(name: &str) -> Result<&'static Encoding, UnknownEncoding> {
    Encoding::for_label(name.trim().as_bytes()).ok_or_else(|| UnknownEncoding(name.to_owned()))
}

/// Decodes by `told` if it is given; else by the byte order mark, as UTF-8 if that fits, by the
/// pattern of UTF-16, by what the page declares (`declared`), and at last by the statistics of the
/// bytes.
///
/// Text that is UTF-8 but for a few broken places stays UTF-8: guessing would lose all of it.
/// `windows-1258` writes a Vietnamese letter and its tone as two characters, so they are composed
/// here (NFC); all other text keeps its characters as they came.
pub fn decode(bytes: &[u8], told: Option<&'static Encoding>, declared: Option<&'static Encoding>) -> Decoded {
    let marked = Encoding::for_bom(bytes);
    if let Some(encoding) = told.or(marked.map(|(encoding, _)| encoding)) {
        let mark = marked.filter(|(found, _)| *found == encoding).map_or(0, |(_, length)| length);
        return by(encoding, &bytes[mark..], false);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let utf16 = zero_pattern(bytes);
        return match utf16 {
            Some(encoding) => by(encoding, bytes, true),
            None => Decoded { text: text.to_owned(), encoding: UTF_8, broken: false, guessed: false },
        };
    }
    if let Some(encoding) = zero_pattern(bytes) {
        return by(encoding, bytes, true);
    }
    if mostly_utf8(bytes) {
        return by(UTF_8, bytes, false);
    }
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8) {
        return by(encoding, bytes, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    by(detector.guess(None, Utf8Detection::Deny), bytes, true)
}

fn by(encoding: &'static Encoding, bytes: &[u8], guessed: bool) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let text = if encoding == WINDOWS_1258 && is_nfc_quick(text.chars()) != IsNormalized::Yes { text.nfc().collect() } else { text.into_owned() };
    Decoded { text, encoding, broken, guessed }
}

/// UTF-16 without a mark: in text of most scripts one byte of many pairs is zero, always on the same
/// side.
fn zero_pattern(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    if odd * 10 > pairs * 3 && even * 50 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 3 && odd * 50 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether sound sequences of several bytes outnumber the broken places by four to one.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound >= broken * 4
}

impl fmt::Display for UnknownEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown encoding `{}`", self.0)
    }
}

impl std::error::Error for UnknownEncoding {}
