//! Bytes that are no text at all.

use crate::Reason;

/// What files of other programs begin with.
const MAGIC: [(&[u8], &str); 12] = [
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP or an office document"),
    (b"\x1F\x8B", "gzip"),
    (b"\x28\xB5\x2F\xFD", "zstd"),
    (b"BZh", "bzip2"),
    (b"\xFD7zXZ\0", "xz"),
    (b"\xD0\xCF\x11\xE0", "an old office document"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3\0", "SQLite"),
];

/// How much of a page is looked at.
const SAMPLE: usize = 1 << 16;

/// Refuses bytes that cannot be text: a known beginning, or more than one control character in
/// twenty bytes (random bytes have one in ten, text next to none). UTF-16 must have been ruled out.
pub(crate) fn check(bytes: &[u8]) -> Result<(), Reason> {
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Reason::Binary(Some(name)));
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let control = sample.iter().filter(|byte| is_control(**byte)).count();
    if control * 20 > sample.len() { Err(Reason::Binary(None)) } else { Ok(()) }
}

/// Control characters that do not stand in text; tab, line and page breaks and escape do.
fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_and_archives_are_no_text() {
        assert_eq!(check(b"%PDF-1.7 ..."), Err(Reason::Binary(Some("PDF"))));
        assert_eq!(check(&[0, 1, 2, 3, b'a']), Err(Reason::Binary(None)));
        let noise: Vec<u8> = (0..4096u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(check(&noise), Err(Reason::Binary(None)));
    }

    #[test]
    fn a_stray_zero_byte_is_text_all_the_same() {
        assert_eq!(check(b"The talks lasted an hour.\0 They go on.\r\n"), Ok(()));
        assert_eq!(check("Tổng thống".as_bytes()), Ok(()));
        assert_eq!(check(b""), Ok(()));
    }
}
