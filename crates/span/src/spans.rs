//! The three ways to name a stretch of text.

macro_rules! span {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            /// First position inside the span; never greater than `end`.
            pub start: u32,
            /// First position after the span.
            pub end: u32,
        }

        impl $name {
            /// The span from `start` to `end`; an inverted pair gives the empty span at `start`.
            #[must_use]
            pub fn new(start: u32, end: u32) -> Self {
                Self { start, end: end.max(start) }
            }

            /// How many positions the span covers.
            #[must_use]
            pub fn len(self) -> u32 {
                self.end - self.start
            }

            /// Whether the span covers nothing.
            #[must_use]
            pub fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// Whether `other` lies wholly inside this span.
            #[must_use]
            pub fn contains(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether the two spans share a position.
            #[must_use]
            pub fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }

            /// The least span that covers both.
            #[must_use]
            pub fn cover(self, other: Self) -> Self {
                Self { start: self.start.min(other.start), end: self.end.max(other.end) }
            }
        }
    };
}

span! {
    /// A range of bytes of the article's text; both ends stand on character boundaries.
    ByteSpan
}
span! {
    /// A range of Unicode code points of the article's text: what the contract's `start` and `end` count.
    CharSpan
}
span! {
    /// A range of token indices of one text.
    TokenSpan
}

impl ByteSpan {
    /// The words that stand there.
    ///
    /// A span of another text gives the empty string instead of a panic.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

impl TokenSpan {
    /// The indices, to walk over.
    #[must_use]
    pub fn indices(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}
