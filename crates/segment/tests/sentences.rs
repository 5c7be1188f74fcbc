//! Where sentences end. In a case, `|` stands where one does.

mod common;

use common::segment;

#[track_caller]
fn check(marked: &str) {
    let source = marked.replace('|', "");
    let text = segment(&source);
    let mut found = String::new();
    for sentence in &text.sentences {
        if !found.is_empty() {
            found.push('|');
        }
        let from = if found.is_empty() { 0 } else { text.tokens[sentence.tokens.start as usize - 1].span.end as usize };
        let to = text.tokens[sentence.tokens.end as usize - 1].span.end as usize;
        found.push_str(&source[from..to]);
    }
    assert_eq!(found, marked.trim_end());
}

#[test]
fn stops_end_sentences() {
    check("Hai bên hội đàm.| Họ sẽ gặp lại.");
    check("Ai thắng?| Không ai cả!| Thế là hết…| Hết.");
    check("Ông im lặng...| Rồi ông nói.");
    check("Hội đàm kết thúc./.| Hải Yến");
    check("Có 20 nước.| 12 nước vắng mặt.");
}

#[test]
fn small_letters_go_on() {
    check("Ông nói... không gì cả.");
    check("“Có phải không?” ông hỏi.| Không ai đáp.");
    check("“Đi đi!”, bà nói.");
}

#[test]
fn closing_marks_stay_with_their_sentence() {
    check("Ông nói: “Chúng tôi sẽ đến.”| Bà gật đầu.");
    check("Ông nói: “Chúng tôi sẽ đến. ”| Bà gật đầu.");
    check("Hai bên ký kết (hôm thứ Hai.)| Họ về nước.");
    check("“Chúng tôi sẽ đến!” - Ông Trump viết.");
}

#[test]
fn quotations_may_hold_several() {
    check("“Chúng tôi sẽ đến.| Chúng tôi sẽ ký.| Hết”, ông nói.");
}

#[test]
fn abbreviations_and_initials_end_nothing() {
    check("GS. Nguyễn Văn A và TS. Trần B ở Tp. Hồ Chí Minh.| Họ gặp nhau.");
    check("Tổng thống V. Putin và ông George W. Bush gặp V.Putin ở TP.HCM.");
    check("Các nước Nga, Mỹ, v.v. đều dự.| Họ về.");
    check("Có Nga, Mỹ, v.v.| Các bên về nước.");
    check("Ông thích vitamin C.| Theo ông, nó tốt.");
    check("Họ ở Đông Nam Á.| Ông Trump đến.");
}

#[test]
fn numbers_dates_and_sites_hold_together() {
    check("Ngày 24.11, giá tăng 2.5 lần, đạt 1.000.000 đồng.| Ngày 30.10.2025 giảm.");
    check("Trang vnexpress.net và Chinhphu.vn đưa tin.| Theo VOV.VN thì không.");
    check("1. Mỹ thắng.|\n2. Nga thua.|\na. Không ai.");
}

#[test]
fn a_lost_space_ends_a_sentence() {
    check("Ông phản đối việc này.|Tổng thống im lặng.");
}

#[test]
fn lines_end_sentences_unless_the_next_goes_on() {
    check("Hai bên hội đàm|\n\nKết quả tốt đẹp");
    check("Đàm phán có tiến triển|\nÔng Trump nói vậy.");
    check("Hai bên đã hội đàm trong\nmột giờ về thương mại.|\nHọ về.");
    check("Hai bên đã hội đàm trong|\n\nmột giờ.");
}

#[test]
fn a_lost_line_break_shows_by_a_capital() {
    check("Ông Kerry tại Paris hôm thứ Hai| Trong cuộc hội đàm, ông phản đối.");
    check("Lính Mỹ tập trận - Ảnh: Reuters| Trong bài xã luận, báo này viết.");
    check("Biểu tình (Ảnh: Lê A)| Tại cuộc họp, họ nói.");
    check("Một chuyên gia đang làm việc.| Ảnh: AFP| Người phát ngôn nói.");
    check("Ông dự “Trong lòng Hà Nội” hôm qua.");
}

#[test]
fn what_is_no_report_stands_apart() {
    check("(VTC News) -| Giám đốc nói.");
    check("date 2025-11-25| Theo thông cáo, hai bên hội đàm.");
    check(">> Ấn Độ họp kín| >> Mỹ mời Nga| Theo báo này, không.");
}
