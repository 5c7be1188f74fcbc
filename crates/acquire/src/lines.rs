//! A file cut into lines in the memory of one line.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs_io::DecodeReaderBytesBuilder;

/// The lines of a stream of bytes, each within a limit.
///
/// A stream that begins with a UTF-16 byte order mark comes out as UTF-8; all others keep their
/// bytes, less a UTF-8 mark at the start.
pub(crate) struct Lines {
    reader: Box<dyn BufRead + Send>,
    limit: usize,
    number: u64,
}

/// One line, or what it turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// A line with its number, counted from 1.
    Bytes(u64, Vec<u8>),
    /// A line over the limit; its bytes were passed over.
    TooLong(u64),
}

impl Lines {
    pub(crate) fn new(stream: impl Read + Send + 'static, limit: usize) -> Self {
        let decoded = DecodeReaderBytesBuilder::new().utf8_passthru(true).strip_bom(true).build(stream);
        Lines { reader: Box::new(BufReader::with_capacity(1 << 16, decoded)), limit, number: 0 }
    }

    /// The next line that holds more than white space; `None` at the end.
    ///
    /// # Errors
    /// What the stream reports; there is nothing to read after it.
    pub(crate) fn next_line(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut line = Vec::new();
            let read = (&mut self.reader).take(self.limit as u64 + 1).read_until(b'\n', &mut line)?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            if line.len() > self.limit && !line.ends_with(b"\n") {
                self.skip_line()?;
                return Ok(Some(Line::TooLong(self.number)));
            }
            line.truncate(line.trim_ascii_end().len());
            if !line.is_empty() {
                return Ok(Some(Line::Bytes(self.number, line)));
            }
        }
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                return Ok(());
            }
            let (passed, done) = match buffer.iter().position(|byte| *byte == b'\n') {
                Some(end) => (end + 1, true),
                None => (buffer.len(), false),
            };
            self.reader.consume(passed);
            if done {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8], limit: usize) -> Vec<Line> {
        let mut lines = Lines::new(io::Cursor::new(bytes.to_vec()), limit);
        std::iter::from_fn(|| lines.next_line().expect("a cursor does not fail")).collect()
    }

    fn line(number: u64, text: &str) -> Line {
        Line::Bytes(number, text.as_bytes().to_vec())
    }

    #[test]
    fn blank_lines_count_and_are_passed_over() {
        assert_eq!(lines(b"a\r\n\n \nb", 10), [line(1, "a"), line(4, "b")]);
    }

    #[test]
    fn a_line_over_the_limit_costs_only_itself() {
        assert_eq!(lines(b"abcd\nabcde\nx\n", 4), [line(1, "abcd"), Line::TooLong(2), line(3, "x")]);
        assert_eq!(lines(b"abcdef", 4), [Line::TooLong(1)]);
    }

    #[test]
    fn utf_16_comes_out_as_utf_8() {
        let bytes: Vec<u8> = "\u{FEFF}{\u{1EC7}}\nb\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(lines(&bytes, 10), [line(1, "{\u{1EC7}}"), line(2, "b")]);
    }

    #[test]
    fn broken_bytes_pass_through() {
        assert_eq!(lines(b"\xEF\xBB\xBFa\xFFb\n", 10), [Line::Bytes(1, b"a\xFFb".to_vec())]);
    }
}
