//! Who is meant, in texts of several years.

use std::sync::LazyLock;

use suquan_actors::Actors;
use suquan_langpack::Pack;
use suquan_mention::{Grammar, Mentions, PartyKind, link, recognise};

struct Room {
    pack: Pack,
    grammar: Grammar,
    actors: Actors,
}

static ROOM: LazyLock<Room> = LazyLock::new(|| {
    let pack = Pack::embedded("vi").expect("the pack in the repository loads");
    Room { grammar: Grammar::new(&pack).expect("its rules are understood"), pack, actors: Actors::embedded() }
});

fn read(published: Option<&str>, source: &str) -> (Mentions, suquan_segment::Text) {
    let Room { pack, grammar, actors } = &*ROOM;
    let text = suquan_segment::segment(source, pack);
    let clauses = suquan_clause::parse(&text, pack);
    let names = recognise(&text, &clauses, grammar, pack);
    (link(&names, &text, &clauses, grammar, pack, actors, published), text)
}

/// The phrase `words` of a text of that date means the actor; of a group, its members.
fn check(published: &str, source: &str, words: &str, expected: &str) {
    let (mentions, text) = read(Some(published), source);
    let phrase = mentions.phrases.iter().find(|phrase| text.words(phrase.tokens) == words);
    let phrase = phrase.unwrap_or_else(|| panic!("no phrase `{words}` in `{source}`"));
    let entity = mentions.entity(phrase.entity);
    let id = |entity: &suquan_mention::Entity| entity.actor.clone().unwrap_or_else(|| entity.name.clone());
    let found = match entity.kind {
        PartyKind::Group => entity.members.iter().map(|&member| id(mentions.entity(member))).collect::<Vec<_>>().join(" + "),
        _ => id(entity),
    };
    assert_eq!(found, expected, "`{words}` in `{source}` ({published})");
}

#[test]
fn an_office_is_its_holder_at_the_date() {
    for (date, holder) in [
        ("2003-05-01", "george-w-bush"),
        ("2013-10-22", "barack-obama"),
        ("2018-12-30", "donald-trump"),
        ("2022-03-01", "joe-biden"),
        ("2025-11-25", "donald-trump"),
    ] {
        check(date, "Tổng thống Mỹ lên tiếng về vụ việc.", "Tổng thống Mỹ", &format!("person/{holder}"));
    }
    check("2013-10-22", "Thủ tướng Nhật Bản lên tiếng.", "Thủ tướng Nhật Bản", "person/shinzo-abe");
    check("2013-10-22", "Theo Tổng Thư ký Liên Hợp Quốc, tình hình xấu đi.", "Tổng Thư ký Liên Hợp Quốc", "person/ban-ki-moon");
    check("2022-03-01", "Nhà lãnh đạo Nga họp nội các.", "Nhà lãnh đạo Nga", "person/vladimir-putin");
    check("2022-03-01", "Ông chủ Nhà Trắng im lặng.", "Ông chủ Nhà Trắng", "person/joe-biden");
}

#[test]
fn without_a_date_an_office_is_nobody() {
    let (mentions, _) = read(None, "Tổng thống Mỹ lên tiếng về vụ việc.");
    let person = mentions.entities.iter().find(|entity| entity.kind == PartyKind::Person).expect("the office is somebody");
    assert_eq!(person.actor, None);
}

#[test]
fn the_article_goes_before_the_list() {
    let source = "Ngoại trưởng Nga Zorbek Talipov tới Paris. Ngoại trưởng Nga không trả lời.";
    check("2013-10-22", source, "Ngoại trưởng Nga", "Zorbek Talipov");
}

#[test]
fn former_holders_are_not_meant_by_the_office() {
    let source = "Cựu Tổng thống Mỹ Bill Clinton phát biểu. Tổng thống Mỹ vắng mặt.";
    check("2013-10-22", source, "Tổng thống Mỹ", "person/barack-obama");
}

#[test]
fn pronouns_mean_whom_the_text_is_about() {
    let source = "Tổng thống Nga Putin gặp bà Merkel. Ông nói sẽ hợp tác. Bà cảm ơn.";
    check("2013-10-22", source, "Ông", "person/vladimir-putin");
    let (mentions, text) = read(Some("2013-10-22"), source);
    let she = mentions.phrases.iter().find(|phrase| text.words(phrase.tokens) == "Bà").expect("the pronoun is read");
    assert_eq!(mentions.entity(she.entity).name, "Merkel");
}

#[test]
fn groups_have_their_members() {
    let leaders = "Tổng thống Nga Vladimir Putin hội đàm với Thủ tướng Ấn Độ Manmohan Singh. Hai nhà lãnh đạo ký tuyên bố.";
    check("2013-10-22", leaders, "Hai nhà lãnh đạo", "person/vladimir-putin + person/manmohan-singh");
    let states = "Nga và Ấn Độ ký thỏa thuận. Hai nước sẽ hợp tác.";
    check("2013-10-22", states, "Hai nước", "country/RU + country/IN");
    let ministers = "Ngoại trưởng Nga và người đồng cấp Trung Quốc gặp nhau. Ngoại trưởng hai nước họp báo.";
    check("2025-11-25", ministers, "Ngoại trưởng hai nước", "person/sergey-lavrov + person/wang-yi");
}

#[test]
fn a_capital_that_acts_is_its_state() {
    check("2025-11-25", "Bắc Kinh phản đối.", "Bắc Kinh", "country/CN");
    check("2025-11-25", "Ông tới Bắc Kinh hôm qua.", "Bắc Kinh", "place/beijing");
}

#[test]
fn misspelt_and_shortened_names_are_one_person() {
    let source = "Ngoại trưởng Zorbek Talipov bác bỏ. Ông Taliqov nói tin này sai. Sau đó Talipov rời đi.";
    check("2013-10-22", source, "Ông Taliqov", "Zorbek Talipov");
    check("2013-10-22", source, "Talipov", "Zorbek Talipov");
}

#[test]
fn two_of_one_family_name_stay_apart() {
    let source = "Ông Rajiv Ganvari và bà Indira Ganvari có mặt. Sau đó Ganvari phát biểu.";
    check("2013-10-22", source, "Ganvari", "Ganvari");
}
