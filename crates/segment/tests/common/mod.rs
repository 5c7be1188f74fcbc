//! What the tests of segmentation share.

use std::sync::LazyLock;

use suquan_langpack::Pack;
use suquan_segment::Text;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::embedded("vi").expect("the pack in the project has no faults"));

pub fn segment(text: &str) -> Text {
    suquan_segment::segment(text, &PACK)
}
