//! The form under which spellings of one word are equal.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The tone marks: grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The key of a word: lower case, composed, invisible characters dropped, and a single tone mark moved to the end.
///
/// Where the mark stood no longer matters, so both conventions of placing it, and the wrong places where converters leave it, give one key. No
/// two words differ by the place of their tone mark alone. A word with several marks (a French name) keeps them where they are. A syllable that ends in
/// `y` right behind its consonant may as well be written with `i` (`tỷ`, `tỉ`), and has one key for both.
#[must_use]
pub fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len() + 2);
    write_key(word, &mut key);
    key
}

/// Writes the key of `word` into `key`, whose old content goes.
pub(crate) fn write_key(word: &str, key: &mut String) {
    key.clear();
    if !compose(word, key) {
        decompose(word, key);
    }
    unite_i(key);
}

/// The consonants behind which newspapers and schools write the vowel at the end of a syllable now `y`, now `i`.
const ONSETS: [&str; 8] = ["h", "k", "l", "m", "s", "t", "v", "qu"];

/// Writes `i` for the `y` of such a syllable.
fn unite_i(key: &mut String) {
    let end = key.trim_end_matches(TONES).len();
    if let Some(onset) = key[..end].strip_suffix('y')
        && ONSETS.contains(&onset)
    {
        key.replace_range(end - 1..end, "i");
    }
}

/// The key of a word of common letters, each with its marks in one; false for any other word, whatever stands in `key` by then.
fn compose(word: &str, key: &mut String) -> bool {
    let mut found = None;
    for character in word.chars() {
        if character.is_ascii() && character != '\0' {
            key.push(character.to_ascii_lowercase());
            continue;
        }
        let Some(Letter { base, tone, .. }) = letter(character) else { return false };
        key.push(base);
        if tone.is_some() && std::mem::replace(&mut found, tone).is_some() {
            return false;
        }
    }
    key.extend(found);
    true
}

/// The key of any word.
fn decompose(word: &str, key: &mut String) {
    key.clear();
    let decomposed: String = word.chars().filter(|&c| !is_invisible(c)).flat_map(char::to_lowercase).map(barred).nfd().collect();
    let mut tones = decomposed.chars().filter(|c| TONES.contains(c));
    match (tones.next(), tones.next()) {
        (Some(tone), None) => key.extend(decomposed.chars().filter(|&c| c != tone).nfc().chain([tone])),
        _ => key.extend(decomposed.nfc()),
    }
}

/// A letter taken apart.
#[derive(Clone, Copy)]
struct Letter {
    /// The small letter with every mark but a tone.
    base: char,
    tone: Option<char>,
    /// The small letter without any mark.
    plain: char,
}

/// The letters that [`compose`] knows: Latin with marks, where Unicode keeps them.
const BLOCKS: [std::ops::Range<u32>; 2] = [0xc0..0x250, 0x1e00..0x1f00];

/// A letter of [`BLOCKS`], where it is one small letter with at most one tone.
fn letter(character: char) -> Option<Letter> {
    static LETTERS: LazyLock<[Vec<Option<Letter>>; 2]> = LazyLock::new(|| BLOCKS.map(|block| block.map(|code| take_apart(char::from_u32(code)?)).collect()));
    let code = character as u32;
    let (block, range) = if code < 0x1e00 { (0, &BLOCKS[0]) } else { (1, &BLOCKS[1]) };
    *LETTERS[block].get(code.checked_sub(range.start)? as usize)?
}

fn take_apart(character: char) -> Option<Letter> {
    let mut word = [0; 4];
    let mut key = String::new();
    decompose(character.encode_utf8(&mut word), &mut key);
    let mut letters = key.chars();
    let (base, tone) = (letters.next()?, letters.next());
    let pure = !base.nfd().any(|mark| TONES.contains(&mark)) && tone.is_none_or(|tone| TONES.contains(&tone));
    let stripped = strip(character.encode_utf8(&mut word));
    let mut plain = stripped.chars();
    let plain = plain.next().filter(|_| plain.next().is_none())?;
    (letters.next().is_none() && pure).then_some(Letter { base, tone, plain })
}

/// Text without case, marks and the bar of `đ`: what a search without diacritics compares.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain = |c: char| if c.is_ascii() && c != '\0' { Some(c.to_ascii_lowercase()) } else { letter(c).map(|letter| letter.plain) };
    text.chars().map(plain).collect::<Option<String>>().unwrap_or_else(|| strip(text))
}

/// The same, of any text.
fn strip(text: &str) -> String {
    text.chars()
        .filter(|&c| !is_invisible(c))
        .flat_map(char::to_lowercase)
        .nfd()
        .filter(|&c| !unicode_normalization::char::is_combining_mark(c))
        .map(|c| if barred(c) == BARRED { 'd' } else { c })
        .collect()
}

/// The small letter d with a bar.
const BARRED: char = '\u{111}';

/// The barred d for the letter eth, which old code pages have in its place; their capitals look the same.
fn barred(character: char) -> char {
    if character == '\u{f0}' { BARRED } else { character }
}

/// Whether a character takes no room on the page: zero-width spaces and joiners, soft hyphens, byte-order marks, and the zero that broken programs leave.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character, '\0' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tone_marks_in_any_place_give_one_key() {
        assert_eq!(key("hòa"), key("HOÀ"));
        assert_eq!(key("bối"), key("bôí"));
        assert_eq!(key("người"), key("ngươì"));
        assert_ne!(key("ma"), key("má"));
    }

    #[test]
    fn what_looks_the_same_gives_one_key() {
        assert_eq!(key("\u{d0}ảng"), key("Đảng"));
        assert_eq!(key("hội\u{200b}\u{ad}\0"), key("hội"));
    }

    #[test]
    fn syllables_written_with_i_or_y_give_one_key() {
        for (one, other) in [("tỷ", "tỉ"), ("Ký", "kí"), ("hy", "HI"), ("quý", "quí"), ("Mỹ", "mĩ")] {
            assert_eq!(key(one), key(other));
        }
        for (one, other) in [("thủy", "thủi"), ("tay", "tai"), ("ý", "í"), ("thy", "thi")] {
            assert_ne!(key(one), key(other));
        }
    }

    #[test]
    fn words_with_several_marks_keep_them() {
        assert_eq!(key("Élysée"), "élysée");
    }

    #[test]
    fn both_ways_to_keys_and_folds_agree() {
        let letters = BLOCKS.into_iter().flatten().chain(0..128).filter_map(char::from_u32);
        for letter in letters {
            for word in [format!("{letter}"), format!("Ng{letter}i"), format!("{letter}à"), format!("a{letter}\u{323}")] {
                let mut slow = String::new();
                decompose(&word, &mut slow);
                unite_i(&mut slow);
                assert_eq!(key(&word), slow, "{word}");
                assert_eq!(fold(&word), strip(&word), "{word}");
            }
        }
    }

    #[test]
    fn folding_drops_the_bar() {
        assert_eq!(fold("Đà Nẵng"), "da nang");
    }
}
