//! Which language an article is in.

use std::collections::BTreeSet;

use suquan_span::Diagnostic;

use crate::Languages;

/// Letters looked at; more do not change the answer, only the time it takes.
const SAMPLE: usize = 300;

/// Fewer letters than this say nothing reliable about a language.
const ENOUGH: usize = 40;

/// One letter of its own in so many shows a language; Vietnamese has one in six.
const OWN_SHARE: usize = 12;

/// The language of a text: the one it is said to be in, else the one its letters speak for, else the
/// default.
///
/// A statement that no text supports, such as `en` on a page in another language, is kept all the
/// same: who says it knows more than statistics, and a false one is seen at once in the output.
pub(crate) fn language(text: &str, said: Option<&str>, languages: &Languages, diagnostics: &mut Vec<Diagnostic>) -> String {
    let code = said.and_then(code_of_tag).or_else(|| detect(text, languages)).unwrap_or_else(|| {
        diagnostics.push(Diagnostic::note("language-undetermined", None, languages.default.as_str()));
        languages.default.clone()
    });
    if !languages.known.contains_key(&code) {
        diagnostics.push(Diagnostic::warning("language-without-pack", None, code.as_str()));
    }
    code
}

/// What the letters say; `None` for text that is short or could be of several languages.
fn detect(text: &str, languages: &Languages) -> Option<String> {
    let letters: Vec<char> = text.chars().filter(|&c| is_letter(c)).take(SAMPLE).collect();
    if letters.len() < ENOUGH {
        return None;
    }
    // Statistics over seventy languages cost more than the rest of extraction: they are for texts whose letters alone do not tell.
    let owner = |(_, own): &(&String, &BTreeSet<char>)| letters.iter().filter(|c| !c.is_ascii() && own.contains(c)).count() * OWN_SHARE >= letters.len();
    if let Some((code, _)) = languages.known.iter().find(owner) {
        return Some(code.clone());
    }
    let sample: String = text.chars().filter(|&c| is_letter(c) || c.is_whitespace()).take(SAMPLE).collect();
    let found = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    Some(short_code(found.lang().code()))
}

fn is_letter(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => character.is_ascii_alphabetic(),
        // Vietnamese letters, without a look into the tables of Unicode.
        '\u{1ea0}'..='\u{1ef9}' => true,
        _ => character.is_alphabetic(),
    }
}

/// The language of a tag: `vi` of `vi`, `vi-VN`, `vi_VN`, `vie`; `None` for what is no tag.
fn code_of_tag(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    let sound = matches!(primary.len(), 2 | 3) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    sound.then(|| short_code(&primary))
}

/// The code of ISO 639-1 for one of 639-3, where there is one.
fn short_code(code: &str) -> String {
    SHORT_CODES.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| short).to_owned()
}

/// ISO 639-3 and 639-1 of the languages that detection knows ([`whatlang::Lang`]).
#[rustfmt::skip] // A table of pairs reads better in rows.
const SHORT_CODES: [(&str, &str); 70] = [
    ("afr", "af"), ("aka", "ak"), ("amh", "am"), ("ara", "ar"), ("aze", "az"), ("bel", "be"), ("ben", "bn"),
    ("bul", "bg"), ("cat", "ca"), ("ces", "cs"), ("cmn", "zh"), ("cym", "cy"), ("dan", "da"), ("deu", "de"),
    ("ell", "el"), ("eng", "en"), ("epo", "eo"), ("est", "et"), ("fin", "fi"), ("fra", "fr"), ("guj", "gu"),
    ("heb", "he"), ("hin", "hi"), ("hrv", "hr"), ("hun", "hu"), ("hye", "hy"), ("ind", "id"), ("ita", "it"),
    ("jav", "jv"), ("jpn", "ja"), ("kan", "kn"), ("kat", "ka"), ("khm", "km"), ("kor", "ko"), ("lat", "la"),
    ("lav", "lv"), ("lit", "lt"), ("mal", "ml"), ("mar", "mr"), ("mkd", "mk"), ("mya", "my"), ("nep", "ne"),
    ("nld", "nl"), ("nob", "nb"), ("ori", "or"), ("pan", "pa"), ("pes", "fa"), ("pol", "pl"), ("por", "pt"),
    ("ron", "ro"), ("rus", "ru"), ("sin", "si"), ("slk", "sk"), ("slv", "sl"), ("sna", "sn"), ("spa", "es"),
    ("srp", "sr"), ("swe", "sv"), ("tam", "ta"), ("tel", "te"), ("tgl", "tl"), ("tha", "th"), ("tuk", "tk"),
    ("tur", "tr"), ("ukr", "uk"), ("urd", "ur"), ("uzb", "uz"), ("vie", "vi"), ("yid", "yi"), ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_give_their_language() {
        for tag in ["vi", "VI", "vi-VN", "vi_VN", "vie", " vi "] {
            assert_eq!(code_of_tag(tag).as_deref(), Some("vi"), "{tag}");
        }
        assert_eq!(code_of_tag("haw").as_deref(), Some("haw"));
        assert_eq!(code_of_tag("Vietnamese"), None);
        assert_eq!(code_of_tag(""), None);
    }

    #[test]
    fn every_language_that_can_be_found_has_a_short_code() {
        for lang in whatlang::Lang::all() {
            assert_eq!(short_code(lang.code()).len(), 2, "{lang}");
        }
    }
}
