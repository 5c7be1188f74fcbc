//! Codes of values.

/// Gives an enum `code()`: the word for each variant in records, examples and rules, written down once.
#[macro_export]
macro_rules! codes {
    ($type:ty { $($variant:ident => $code:literal),* $(,)? }) => {
        impl $type {
            /// Its code, as records and examples write it.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }
        }
    };
}
