//! Examples: sentences with the spans that a room is to read in them.

use suquan_span::ByteSpan;

/// What an example shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// A right reading.
    Match,
    /// Something that looks like one and is none.
    Not,
    /// Today's wrong reading, kept so that its mending is noticed.
    Gap,
}

/// A span of an example with what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where, in the text without marks.
    pub span: ByteSpan,
    /// Fields separated by `; `; trailing ones may be left out.
    pub label: String,
}

impl Mark {
    /// Whether `actual`, a label with all its fields, has this mark's fields.
    #[must_use]
    pub fn agrees(&self, actual: &str) -> bool {
        let mut fields = actual.split("; ");
        self.label.split("; ").all(|field| fields.next() == Some(field))
    }
}

/// A text with its marks: all that a room reads in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text without marks.
    pub text: String,
    /// By start, then the longest first.
    pub marks: Vec<Mark>,
}

/// One example of a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The room whose readings are marked.
    pub room: String,
    /// What it shows.
    pub group: Group,
    /// The text with what is read there today.
    pub marked: Marked,
    /// Of a gap: the text with what should be read.
    pub should: Option<Marked>,
    /// The publication date that the text is read with.
    pub published: Option<String>,
    /// The file, relative to the pack's folder.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
}

impl Marked {
    /// Reads `[words|label]` marks, which may nest; `\[`, `\]` and `\|` are the signs themselves.
    ///
    /// # Errors
    /// Where a bracket is not closed or a mark has no label.
    pub fn parse(source: &str) -> Result<Self, String> {
        let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
        let mut rest = source.chars();
        while let Some(sign) = rest.next() {
            match sign {
                '\\' => text.extend(rest.next()),
                '[' => open.push(text.len()),
                '|' if !open.is_empty() => {
                    let mut label = String::new();
                    loop {
                        match rest.next() {
                            Some(']') => break,
                            Some(sign) => label.push(sign),
                            None => return Err("`]` is missing".into()),
                        }
                    }
                    let start = open.pop().unwrap_or(0);
                    marks.push(Mark { span: ByteSpan::new(start as u32, text.len() as u32), label: label.trim().to_owned() });
                }
                ']' => return Err("a mark is `[words|label]`; write `\\]` for the sign".into()),
                _ => text.push(sign),
            }
        }
        if !open.is_empty() {
            return Err("a mark is `[words|label]`; `|label]` is missing".into());
        }
        marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        Ok(Self { text, marks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_nest_and_escape() {
        let marked = Marked::parse(r"a [b [c|x]|y; z] \[d\]").unwrap();
        assert_eq!(marked.text, "a b c [d]");
        let labels: Vec<_> = marked.marks.iter().map(|mark| (mark.span.of(&marked.text), mark.label.as_str())).collect();
        assert_eq!(labels, [("b c", "y; z"), ("c", "x")]);
        assert!(marked.marks[0].agrees("y; z; more") && !marked.marks[0].agrees("y"));
    }
}
