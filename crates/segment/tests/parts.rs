//! The parts of an article. A case has a line a part: `role: words`; the article is the words, a line each, `~` where a line goes on.

mod common;

use common::segment;
use suquan_segment::Role;

#[track_caller]
fn check(marked: &str) {
    let mut source = String::new();
    let mut expected = Vec::new();
    for line in marked.lines().map(str::trim) {
        if line.is_empty() {
            source.push('\n');
            continue;
        }
        let (role, words) = line.split_once(": ").unwrap_or(("", line));
        let (glued, words) = words.strip_prefix('~').map_or((false, words), |words| (true, words));
        if glued {
            source.truncate(source.trim_end_matches('\n').len());
            source.push(' ');
        }
        source.push_str(words);
        source.push('\n');
        if role != "none" {
            expected.push(format!("{role}: {words}"));
        }
    }
    let text = segment(&source);
    let found: Vec<String> = text.parts.iter().map(|part| format!("{}: {}", name(part.role), part.span.of(&source))).collect();
    assert_eq!(found, expected, "in\n{source}");
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Dateline => "dateline",
        Role::Tag => "tag",
        Role::Lead => "lead",
        Role::Body => "body",
        Role::Caption => "caption",
        Role::Teaser => "teaser",
        Role::Byline => "byline",
        Role::Signature => "signature",
    }
}

#[test]
fn a_report_with_everything() {
    check(
        "dateline: Cập nhật: 16:35, 30/12/2018 (GMT+7)

         tag: (VTC News) -
         lead: ~Tổng thống Mỹ và Chủ tịch Trung Quốc đã điện đàm hôm 29/12 về thương mại.

         caption: Hai nhà lãnh đạo gặp nhau tại Buenos Aires hồi đầu tháng. (Ảnh: Getty)

         body: Hai bên nhất trí duy trì liên lạc ở mọi cấp.

         teaser: Mỹ - Trung hạ nhiệt thương mại, ông Trump chuẩn bị công du

         body: Các nhóm đàm phán sẽ gặp lại vào tháng 1.

         byline: Hải Yến
         signature: ~(Theo NDTV, Reuters)",
    );
}

#[test]
fn date_lines() {
    for line in
        ["Thứ ba, 25/11/2025, 16:35 (GMT+7)", "25/11/2025 16:35", "Thứ Ba, ngày 25 tháng 11 năm 2025", "Ngày đăng: 25-11-2025 | 16:35", "date 2025-11-25"]
    {
        check(&format!("dateline: {line}\nlead: Hai bên đã điện đàm về thương mại trong một giờ."));
    }
    check("dateline: date 2025-11-25\nlead: ~Hai bên đã điện đàm về thương mại trong một giờ.");
    check("lead: Ngày 25/11/2025, hai bên đã điện đàm về thương mại.");
    check("lead: Hôm 25/11 hai bên đã điện đàm về thương mại trong một giờ.");
}

#[test]
fn tags() {
    for tag in [
        "(VTC News) -",
        "(Dân trí) –",
        "(TNO)",
        "TTO -",
        "TP -",
        "VOV.VN -",
        "(Báo Mới Lạ) -",
        "Hà Nội, 24/11 (TTXVN) -",
        "KUALA LUMPUR -",
        "XYZ –",
        "Baotrungdu -",
    ] {
        check(&format!("tag: {tag}\nlead: ~Ngày 24/11, hai bên đã điện đàm về thương mại."));
    }
    check("lead: Mỹ - Trung đã điện đàm về thương mại trong một giờ hôm qua.");
    check("lead: (1) Hai bên đã điện đàm về thương mại trong một giờ hôm qua.");
}

#[test]
fn captions() {
    let lead = "lead: Hai bên đã điện đàm về thương mại trong một giờ hôm qua.";
    let body = "body: Ông Trump sẽ thăm Bắc Kinh vào tháng 4.";
    for caption in [
        "Ông Trump và ông Tập tại Busan. Ảnh: Reuters",
        "Ông Trump gặp ông Tập ở Hàn Quốc hôm 30.10 ẢNH: REUTERS",
        "Ông Trump gặp ông Tập - Ảnh: AFP",
        "Các đại biểu tại buổi làm việc. (Ảnh: Hoàng Hải/TTXVN)",
        "Các đại biểu tại buổi làm việc. Ảnh: Báo Quảng Nam điện tử",
        "Ông Trump (trái) và ông Tập (phải) tại Busan",
        "Ảnh minh họa",
        "Các đại biểu tại buổi làm việc. (Nguồn: AFP/TTXVN)",
        "Ông Trump gặp ông Tập tại Busan\n\ncaption: Ảnh: Reuters",
    ] {
        check(&format!("{lead}\n\ncaption: {caption}\n\n{body}"));
    }
    check(&format!("{lead}\n\ncaption: Ông Trump tại Busan hôm thứ Năm. Ảnh: AFP\nbody: ~Người phát ngôn nói hai bên sẽ gặp lại."));
    check(&format!("{lead}\n\ncaption: Ông Trump gặp ông Tập tại Busan.\ncaption: Ông Trump gặp ông Tập tại Busan.\n\n{body}"));
    check("lead: Ông cho xem ảnh chụp hai nhà lãnh đạo tại Busan hôm qua.");
}

#[test]
fn links_and_inserted_headlines() {
    let lead = "lead: Hai bên đã điện đàm về thương mại trong một giờ hôm qua.";
    let body = "body: Ông Trump sẽ thăm Bắc Kinh vào tháng 4.";
    for teaser in [
        ">> Mỹ - Trung ai xuống thang trước?",
        "► Mỹ - Trung ai xuống thang trước?",
        "Xem thêm: Ông Trump thăm Nhật Bản",
        "Ông Trump chuẩn bị công du Bắc Kinh",
        "“Chiến tranh là hạ sách”",
    ] {
        check(&format!("{lead}\n\nteaser: {teaser}\n\n{body}"));
    }
    check(&format!("{lead}\n\nbody: Ba nội dung chính gồm:\n\n{body}"));
    check(&format!("{lead}\nbody: Ông Trump sẽ thăm Bắc Kinh vào\nbody: tháng 4 năm sau."));
}

#[test]
fn bylines_and_signatures() {
    let report = "lead: Hai bên đã điện đàm về thương mại trong một giờ hôm qua.\n\nbody: Họ sẽ gặp lại.";
    for signed in [
        "byline: NGUYỆT PHƯƠNG",
        "byline: B.T\nsignature: ~(Theo RFA, RFI)",
        "byline: Nh.Thạch\nsignature: ~(AFP)",
        "byline: Nguyễn Hồng Đăng\nsignature: ~Theo The Guardian",
        "signature: TTXVN/Tin tức",
        "signature: Theo TTXVN",
        "byline: Đức Minh\nsignature: ~(Nguồn: CNN, Reuters)",
        "byline: Lê Hoàng\nsignature: ~(theo AFP)",
        "byline: Kiệt Linh\nnone: ~-\nsignature: ~(tổng hợp)",
    ] {
        check(&format!("{report}\n\n{signed}"));
        let first = signed.replacen(": ", ": ~", 1);
        check(&format!("{report}\n{first}"));
    }
    check(&format!("{report}\n\nbody: Ông Trump im lặng"));
    check("lead: Hai bên đã điện đàm về thương mại trong một giờ với ông Tập Cận Bình");
}
