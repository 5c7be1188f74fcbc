//! What patterns match, and that matching stays linear.

use suquan_pattern::{Hit, Hits, Input, Names, Program, RuleSet, parse};
use suquan_span::TokenSpan;
use suquan_token::{Vocabulary, tokenize};

/// The words that `pattern` matches in `text`, each with the words of the capture `x` where there is one.
fn found(pattern: &str, text: &str) -> Vec<String> {
    let (mut vocabulary, mut names) = (Vocabulary::default(), Names::default());
    let program = Program::compile(&parse(pattern).expect("the pattern parses"), &mut vocabulary, &mut names).expect("the pattern compiles");
    let set = RuleSet::new(vec![program]);
    let tokens = tokenize(text, &vocabulary);
    // The class `pair` is every two neighbouring capitalised words, `single` every capitalised one.
    let mut hits = Vec::new();
    for (class, length) in [("single", 1), ("pair", 2)] {
        if let Some(class) = names.class(class) {
            let label = names.intern_label("any");
            for (at, window) in tokens.windows(length).enumerate() {
                if window.iter().all(suquan_token::Token::capital) {
                    hits.push(Hit { span: TokenSpan::new(at as u32, (at + length) as u32), class, label, payload: 0 });
                }
            }
        }
    }
    let hits = Hits::new(hits, tokens.len());
    let input = Input { text, tokens: &tokens, hits: &[&hits] };
    let show = |found: &suquan_pattern::Match| match set.capture(found, "x") {
        Some(x) => format!("{} / {}", input.words(found.span), input.words(x)),
        None => input.words(found.span).to_owned(),
    };
    set.matches(input).iter().map(show).collect()
}

#[test]
fn words_match_in_any_case_and_with_any_tone_placement() {
    assert_eq!(found("hoà bình", "HÒA BÌNH, hòa bình"), ["HÒA BÌNH", "hòa bình"]);
}

#[test]
fn capitals_ask_for_capitals() {
    assert_eq!(found("Mỹ", "mỹ thuật Mỹ"), ["Mỹ"]);
    assert_eq!(found("tới x=&", "tới nay, tới Nga"), ["tới Nga / Nga"]);
    assert_eq!(found("tới !&", "tới nay, tới Nga"), ["tới"]);
}

#[test]
fn numbers_have_ranges() {
    assert_eq!(found("ngày x=#1..31", "ngày 31, ngày 32, ngày 007"), ["ngày 31 / 31", "ngày 007 / 007"]);
}

#[test]
fn glue_asks_for_no_white_space() {
    assert_eq!(found("# ~ \".\" ~ #", "24.11 và 24. 11"), ["24.11"]);
}

#[test]
fn choices_prefer_the_first_that_lets_the_whole_match() {
    assert_eq!(found("a (b | b c) d", "a b c d"), ["a b c d"]);
    assert_eq!(found("x=(a | a b)", "a b"), ["a / a"]);
}

#[test]
fn repetition_is_greedy_and_bounded() {
    assert_eq!(found("a b{1,2}", "a b b b"), ["a b b"]);
    assert_eq!(found("a+ b", "a a b"), ["a a b", "a b"]);
    assert!(found("a _* z", &format!("a {} z", "b ".repeat(80))).is_empty());
}

#[test]
fn looking_around_consumes_nothing() {
    assert_eq!(found("<!không đồng ý !với", "đồng ý. không đồng ý. đồng ý với"), ["đồng ý"]);
    assert_eq!(found("<!\"$\" #", "$5 6"), ["6"]);
}

#[test]
fn classes_try_their_longest_span_first() {
    assert_eq!(found("x=(@single | @pair) nói", "Donald Trump nói"), ["Donald Trump nói / Donald Trump", "Trump nói / Trump"]);
    assert_eq!(found("x=@pair", "Tập Cận Bình"), ["Tập Cận / Tập Cận", "Cận Bình / Cận Bình"]);
}

#[test]
fn faults_say_where() {
    for (pattern, at) in [("(a", 2), ("a)", 1), ("#5..1", 5), ("@", 1), ("a | ", 4), ("\"", 1)] {
        let error = parse(pattern).expect_err(pattern);
        assert_eq!(error.at, at, "{pattern}: {error}");
    }
    let (mut vocabulary, mut names) = (Vocabulary::default(), Names::default());
    assert!(Program::compile(&parse("a?").expect("it parses"), &mut vocabulary, &mut names).is_err());
}

#[test]
fn a_hostile_pattern_stays_linear() {
    // Backtracking engines need 2^64 steps for this one.
    assert!(found("(a* a*)* b", &"a ".repeat(2000)).is_empty());
}

#[test]
fn what_must_come_behind_a_gap_is_looked_for_as_far_as_it_may_stand() {
    let gap = "tàu _{0,3} (được|bị điều|vừa) x=đi";
    assert_eq!(found(gap, "tàu được đi, tàu này được đi"), ["tàu được đi / đi", "tàu này được đi / đi"]);
    assert_eq!(found(gap, "tàu a b c bị điều đi"), ["tàu a b c bị điều đi / đi"]);
    assert_eq!(found(gap, "tàu a b c d được đi"), [""; 0]);
    assert_eq!(found("tàu _{0,3} (&|@single) x=đi", "tàu a B đi"), ["tàu a B đi / đi"]);
    assert_eq!(found("tàu _* x=đi", "tàu a b c d e g h i k l m n o p q r s t u v x y a b c d e g h i k đi").len(), 1);
}
