//! The form under which spellings of one word are equal.

use unicode_normalization::UnicodeNormalization;

/// The tone marks: grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The key of a word: lower case, composed, invisible characters dropped, and a single tone mark moved to the end.
///
/// Where the mark stood no longer matters, so both conventions of placing it, and the wrong places where converters leave it, give one key. No
/// two words differ by the place of their tone mark alone. A word with several marks (a French name) keeps them where they are.
#[must_use]
pub fn key(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii() && byte != 0) {
        return word.to_ascii_lowercase();
    }
    let decomposed: String = word.chars().filter(|&c| !is_invisible(c)).flat_map(char::to_lowercase).map(barred).nfd().collect();
    let mut tones = decomposed.chars().filter(|c| TONES.contains(c));
    match (tones.next(), tones.next()) {
        (Some(tone), None) => decomposed.chars().filter(|&c| c != tone).nfc().chain([tone]).collect(),
        _ => decomposed.nfc().collect(),
    }
}

/// Text without case, marks and the bar of `đ`: what a search without diacritics compares.
#[must_use]
pub fn fold(text: &str) -> String {
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
    fn words_with_several_marks_keep_them() {
        assert_eq!(key("Élysée"), "élysée");
    }

    #[test]
    fn folding_drops_the_bar() {
        assert_eq!(fold("Đà Nẵng"), "da nang");
    }
}
