//! Events of whole texts: what several mentions of one event say of it, and how its numbers are read.

use suquan_event::{Event, Quantity};
use suquan_extract::Article;
use suquan_langpack::Pack;
use suquan_pipeline::{Hints, Reader, Reading};

/// An article of 5 February 2026.
fn read(text: &str) -> Reading {
    let reader = Pack::embedded("vi").and_then(Reader::new).expect("the embedded pack is valid, tests see to it");
    let article = Article { text: text.to_owned(), published: Some("2026-02-05".into()), ..Article::default() };
    reader.read(article, &Hints::default())
}

/// The other values that the text gives its only event of the kind, with their words.
fn variants(text: &str, kind: &str) -> Vec<(&'static str, String, String)> {
    let reading = read(text);
    let events: Vec<&Event> = reading.events.iter().filter(|event| event.kind.code() == kind).collect();
    let [event] = events.as_slice() else { panic!("one event: {events:?}") };
    event.variants.iter().map(|(attribute, value, words)| (*attribute, value.clone(), words.of(text).to_owned())).collect()
}

/// The first promise's numbers.
fn numbers(text: &str) -> Vec<Quantity> {
    read(text).commitments.first().map(|commitment| commitment.quantities.clone()).unwrap_or_default()
}

fn check_number(text: &str, value: f64, of: Option<&str>, modifier: Option<&str>) {
    let found = numbers(text);
    assert_eq!(found.iter().map(|q| (q.value, q.of.as_deref(), q.modifier.as_deref())).collect::<Vec<_>>(), [(value, of, modifier)], "{text}");
}

#[test]
fn a_deed_and_its_denial_in_one_article_stand_side_by_side() {
    let text = "Ngày 3/2, Mỹ bắt giữ tàu của Iran. Mỹ phủ nhận việc đã bắt giữ tàu của Iran.";
    assert_eq!(variants(text, "COERCE"), [("status", "negated".to_owned(), "phủ nhận".to_owned())]);
    let text = "Mỹ cho biết thông tin Mỹ nghe lén Đức là sai sự thật. Tháng 1/2026, Mỹ nghe lén Đức trong nhiều ngày.";
    assert_eq!(variants(text, "COERCE"), [("status", "negated".to_owned(), "là sai sự thật".to_owned())]);
}

#[test]
fn what_is_only_denied_is_no_deed() {
    let reading = read("Mỹ phủ nhận việc đã bắt giữ tàu của Iran.");
    let deed = reading.events.iter().find(|event| event.kind.code() == "COERCE").expect("the deed that is denied");
    assert_eq!((deed.status.code(), deed.variants.len()), ("negated", 0));
}

#[test]
fn a_refused_demand_is_no_deed() {
    assert!(read("Mỹ bác bỏ yêu cầu bắt giữ tàu của Iran.").events.iter().all(|event| event.kind.code() != "COERCE"));
}

#[test]
fn another_time_of_day_is_kept() {
    let text = "Chiều 3/2, ông Donald Trump hội đàm với ông Emmanuel Macron. Tối 3/2, ông Donald Trump hội đàm với ông Emmanuel Macron.";
    assert_eq!(variants(text, "CONSULT"), [("date", "2026-02-03".to_owned(), "Tối 3/2".to_owned())]);
}

#[test]
fn numbers_say_of_what_and_how_they_are_meant() {
    check_number("Nga cam kết bán hơn 3 triệu tấn lúa mì cho Ai Cập.", 3_000_000.0, Some("lúa mì"), Some("more-than"));
    check_number("Nga cam kết bán 500 thùng trở lên cho Ai Cập.", 500.0, None, Some("at-least"));
    check_number("Nga cam kết giảm lượng dầu thô bán cho Ai Cập xuống khoảng 2 triệu tấn mỗi năm.", 2_000_000.0, Some("dầu thô"), Some("approx"));
    check_number("Nga cam kết rút 2.500 binh sĩ khỏi Syria.", 2_500.0, None, None);
}

#[test]
fn the_number_compared_with_is_the_baseline() {
    for text in ["Nga cam kết bán 20 triệu tấn lúa mì, so với 12 triệu tấn trước đó.", "Nga cam kết bán 20 triệu tấn lúa mì, tăng từ mức 12 triệu tấn."]
    {
        let found = numbers(text);
        assert_eq!(found.iter().map(|q| (q.value, q.baseline)).collect::<Vec<_>>(), [(20_000_000.0, Some(12_000_000.0))], "{text}");
    }
}

/// How long the text's only event lasted, and its numbers.
fn measure(text: &str) -> (Option<String>, Vec<f64>) {
    let reading = read(text);
    let [event] = reading.events.as_slice() else { panic!("one event: {:?}", reading.events) };
    (event.duration.as_ref().map(|(value, ..)| value.clone()), event.quantities.iter().map(|quantity| quantity.value).collect())
}

#[test]
fn a_length_stands_before_the_act_or_behind() {
    assert_eq!(measure("Ông Donald Trump thăm Pháp trong ba ngày.").0.as_deref(), Some("P3D"));
    assert_eq!(measure("Pháp hài lòng về ba ngày đàm phán giữa Mỹ và Iran.").0.as_deref(), Some("P3D"));
}

#[test]
fn the_toll_of_an_attack_stands_in_the_clause_behind_it() {
    assert_eq!(measure("Ngày 3/2, Nga tấn công Kyiv, làm hơn 20 người thiệt mạng.").1, [20.0]);
    assert_eq!(measure("Ngày 3/2, Nga tấn công Kyiv, 20 nước họp khẩn.").1, [0.0; 0]);
}
