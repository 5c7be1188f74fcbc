//! What holds of the names of every text.

use std::sync::LazyLock;

use proptest::prelude::*;
use suquan_actors::Actors;
use suquan_langpack::Pack;
use suquan_mention::{Grammar, link, recognise};

static ROOM: LazyLock<(Pack, Grammar, Actors)> = LazyLock::new(|| {
    let pack = Pack::embedded("vi").expect("the pack in the repository loads");
    (pack.clone(), Grammar::new(&pack).expect("its rules are understood"), Actors::embedded())
});

/// Text made of what names stand beside, so that random choice finds the odd combinations.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Tổng thống",
        "cựu",
        "phó",
        "Bộ trưởng",
        "Quốc phòng",
        "Bộ Ngoại giao",
        "đảng",
        "chính quyền",
        "tờ",
        "thành phố",
        "Thành phố Hồ Chí Minh",
        "sân bay",
        "Mỹ",
        "Trung",
        "Nga",
        "Anh",
        "Nhật Bản",
        "Putin",
        "V.Putin",
        "Tập Cận Bình",
        "Zorbek",
        "al",
        "bin",
        "-",
        "–",
        "/",
        "(",
        ")",
        ",",
        ".",
        "“",
        "”",
        "\"",
        "'",
        "&",
        "NSA",
        "F-16",
        "VOV.VN",
        "Ông",
        "ông",
        "bà",
        "hai nước",
        "hai nhà lãnh đạo",
        "nước này",
        "người đồng cấp",
        "ông chủ",
        "Nhà Trắng",
        "và",
        "của",
        "tại",
        "tới",
        "\n",
        "…",
        "81",
        "tuổi",
        "cho biết",
        "Theo",
        "hòa bình",
        "Hòa Bình",
        "É",
        "\u{301}",
        "\u{feff}",
    ]);
    prop::collection::vec((pieces, prop::bool::weighted(0.8)), 0..40)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, space)| if space { format!("{piece} ") } else { piece.to_owned() }).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn names_and_phrases_are_flat_and_name_known_entities(source in text()) {
        let (pack, grammar, actors) = &*ROOM;
        let text = suquan_segment::segment(&source, pack);
        let clauses = suquan_clause::parse(&text, pack);
        let names = recognise(&text, &clauses, grammar, pack);
        for date in [None, Some("2013-10-22")] {
            let mentions = link(&names, &text, &clauses, grammar, pack, actors, date);
            prop_assert!(mentions.mentions.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start));
            prop_assert!(mentions.phrases.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start));
            let ids = mentions.mentions.iter().map(|mention| mention.entity).chain(mentions.phrases.iter().map(|phrase| phrase.entity));
            for id in ids {
                prop_assert!((id.0 as usize) < mentions.entities.len());
            }
            for (index, entity) in mentions.entities.iter().enumerate() {
                prop_assert_eq!(entity.id.0 as usize, index);
                prop_assert!(entity.members.iter().all(|member| (member.0 as usize) < mentions.entities.len()));
            }
        }
    }
}
