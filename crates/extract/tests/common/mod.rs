//! What the tests of extraction share.

use std::collections::BTreeSet;

use suquan_acquire::{Kind, RawPage};
use suquan_extract::{Article, Languages, Options, Refusal, extract};

/// Two paragraphs of a report, in our own words.
pub const LEAD: &str = "Ngày 24/11, hai nhà lãnh đạo đã điện đàm trong khoảng một giờ về thương mại, theo thông báo của cả hai bên.";
pub const BODY: &str = "Hai bên nhất trí duy trì liên lạc và sẽ cử các nhóm đàm phán gặp lại nhau trong tháng tới tại Busan, Hàn Quốc.";

pub fn options() -> Options {
    Options::new(Languages { known: [("vi".to_owned(), BTreeSet::new())].into(), default: "vi".into() })
}

pub fn page(kind: Kind, bytes: &[u8]) -> RawPage {
    RawPage { uri: "news/a.txt".into(), line: (kind == Kind::JsonLine).then_some(3), kind, bytes: bytes.to_vec(), sidecar: None }
}

pub fn read(kind: Kind, bytes: &[u8]) -> Result<Article, Refusal> {
    extract(&page(kind, bytes), &options())
}

#[track_caller]
pub fn article(kind: Kind, bytes: &[u8]) -> Article {
    read(kind, bytes).unwrap_or_else(|refusal| panic!("{refusal}"))
}

pub fn codes(article: &Article) -> Vec<&'static str> {
    article.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[track_caller]
pub fn refused(kind: Kind, bytes: &[u8], name: &str) {
    match read(kind, bytes) {
        Ok(article) => panic!("read as {:?}", article.text),
        Err(refusal) => assert_eq!(refusal.reason.name(), name),
    }
}
