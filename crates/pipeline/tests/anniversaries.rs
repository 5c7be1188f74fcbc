//! Undated articles that an anniversary dates, and those that it must not date.

use suquan_extract::Article;
use suquan_langpack::Pack;
use suquan_pipeline::{Hints, Reader};

/// The date of an article without one, by its words.
#[track_caller]
fn check(text: &str, expected: Option<&str>) {
    let reader = Reader::new(Pack::embedded("vi").expect("the pack is sound")).expect("its rules are sound");
    let reading = reader.read(Article { text: text.to_owned(), ..Article::default() }, &Hints::default());
    assert_eq!(reading.published.map(|date| date.value).as_deref(), expected, "{text}");
}

#[test]
fn a_founding_on_the_actor_list_gives_the_year() {
    check("Tối 4/2, hai ông điện đàm. Năm nay, Trung Quốc tổ chức APEC, trong khi Mỹ kỷ niệm 250 năm lập quốc.", Some("2026-02"));
    check("Năm nay nước Mỹ sẽ kỷ niệm 250 năm lập quốc.", Some("2026"));
    check("Năm nay kỷ niệm 80 năm thành lập Liên Hợp Quốc.", Some("2025"));
    check("Sang năm, ASEAN sẽ kỷ niệm 60 năm thành lập.", Some("2026"));
}

#[test]
fn relations_of_two_sides_give_the_year() {
    check("Năm ngoái, Việt Nam và Hoa Kỳ đã kỷ niệm 30 năm thiết lập quan hệ ngoại giao.", Some("2026"));
    check("Năm nay, hai nước kỷ niệm 50 năm quan hệ ngoại giao Việt Nam - Thái Lan.", Some("2026"));
    check("Năm nay, Việt Nam và Nhật Bản kỷ niệm 10 năm thiết lập quan hệ đối tác chiến lược.", None);
}

#[test]
fn a_date_in_the_text_gives_the_year() {
    check("Năm nay kỷ niệm 40 năm ngày ký Hiệp định Paris (27/1/1973).", Some("2013"));
}

#[test]
fn a_day_that_is_celebrated_is_not_the_articles_own() {
    check("Năm nay, Việt Nam kỷ niệm 80 năm Quốc khánh 2/9.", Some("2025"));
}

#[test]
fn what_is_over_by_the_turn_of_the_year_gives_no_month() {
    check("Ngày 28/12, hai bên gặp nhau. Năm nay, Liên Hợp Quốc kỷ niệm 80 năm thành lập.", Some("2025"));
}

#[test]
fn an_anniversary_of_another_body_or_year_says_nothing() {
    check("Năm nay, Hội Luật gia Việt Nam kỷ niệm 70 năm thành lập.", None);
    check("Năm nay, Cơ quan Phụ nữ Liên Hợp Quốc kỷ niệm 15 năm thành lập.", None);
    check("Năm nay, đại diện hai hãng kỷ niệm 30 năm thành lập Việt Nam Airlines.", None);
    check("Đại sứ quán Mỹ tại Việt Nam năm nay kỷ niệm 250 năm lập quốc.", None);
    check("Năm 2015, Liên Hợp Quốc kỷ niệm 70 năm thành lập.", None);
    check("Mỹ từng kỷ niệm 200 năm lập quốc.", None);
}

#[test]
fn two_anniversaries_that_differ_say_nothing() {
    check("Năm nay, Mỹ kỷ niệm 250 năm lập quốc. Năm nay, ASEAN kỷ niệm 50 năm thành lập.", None);
}
