//! What holds of every text.

mod common;

use common::segment;
use proptest::prelude::*;
use suquan_span::{ByteSpan, CharSpan};

/// Text made of what articles are made of, so that random choice finds the odd combinations.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Theo",
        "ông",
        "Trump",
        "V.Putin",
        "Ảnh:",
        "AFP",
        "(Ảnh: Getty)",
        ">>",
        "Cập nhật:",
        "16:35, 30/12/2018 (GMT+7)",
        "date 2025-11-25",
        "(TNO)",
        " - ",
        "“",
        "”",
        "\"",
        ".",
        "./.",
        "...",
        "…",
        "!",
        "?",
        ",",
        "(",
        ")",
        "24.11",
        "2025",
        "Tp.",
        "v.v.",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u{a0}",
        "\u{200b}",
        "bôí",
        "Tê\u{301}t",
        "hội\u{ad}đàm",
        "\0",
        "\u{feff}",
        "🕊",
        "中国",
        "ẢNH: REUTERS",
        "(Theo NDTV, Reuters)",
        "Ảnh minh họa",
        "Xem thêm",
        "TP - ",
        "e\u{301}\u{323}\u{302}",
        "\u{301}",
        "\u{2028}",
    ]);
    prop_oneof![
        prop::collection::vec((pieces, prop::bool::weighted(0.7)), 0..60)
            .prop_map(|pieces| pieces.into_iter().map(|(piece, space)| format!("{piece}{}", if space { " " } else { "" })).collect()),
        "\\PC{0,200}",
        any::<String>(),
    ]
}

/// White space, and byte-order marks, which take no room.
fn is_blank(gap: &str) -> bool {
    gap.chars().all(|sign| sign.is_whitespace() || sign == '\u{feff}')
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Tokens in order, white space alone between them; so pieces and gaps joined are the input.
    #[test]
    fn the_pieces_joined_are_the_input(source in text()) {
        let text = segment(&source);
        let mut at = 0;
        for token in &text.tokens {
            prop_assert!(token.span.start < token.span.end);
            let gap = &source[at..token.span.start as usize];
            prop_assert!(is_blank(gap), "{:?}", gap);
            at = token.span.end as usize;
        }
        prop_assert!(is_blank(&source[at..]));
        prop_assert_eq!(text.source, source);
    }

    /// Every token is in one sentence.
    #[test]
    fn sentences_joined_are_all_tokens(source in text()) {
        let text = segment(&source);
        let mut at = 0;
        for (index, sentence) in text.sentences.iter().enumerate() {
            prop_assert_eq!(sentence.tokens.start, at);
            prop_assert!(sentence.tokens.start < sentence.tokens.end);
            prop_assert_eq!(text.sentence_at(at), index);
            at = sentence.tokens.end;
        }
        prop_assert_eq!(at as usize, text.tokens.len());
    }

    /// Parts in order, apart, on the edges of tokens, each within a line.
    #[test]
    fn parts_do_not_overlap(source in text()) {
        let text = segment(&source);
        let mut at = 0;
        for part in &text.parts {
            prop_assert!(at <= part.span.start && part.span.start < part.span.end);
            prop_assert!(source.is_char_boundary(part.span.start as usize) && source.is_char_boundary(part.span.end as usize));
            prop_assert!(!part.span.of(&source).contains('\n'));
            prop_assert_eq!(text.role(part.span.start), part.role);
            at = part.span.end;
        }
    }

    /// Bytes to code points and back.
    #[test]
    fn offsets_round_trip(source in text()) {
        let text = segment(&source);
        for token in &text.tokens {
            let chars = text.chars(token.span);
            prop_assert_eq!(text.chars.bytes(&source, chars), token.span);
            let cut: String = source.chars().skip(chars.start as usize).take(chars.len() as usize).collect();
            prop_assert_eq!(cut.as_str(), token.of(&source));
        }
        let all = source.chars().count() as u32;
        prop_assert_eq!(text.chars.bytes(&source, CharSpan::new(0, all)), ByteSpan::new(0, source.len() as u32));
    }
}
