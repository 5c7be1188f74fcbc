//! `pack.toml`.

use crate::PackError;

/// What a pack says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manifest {
    /// ISO 639-1 code.
    pub code: String,
    /// The language's name in English.
    pub name: String,
    /// Small letters that no other language has, where there are such: a text with many of them needs no further look to be told.
    pub own_letters: String,
    /// The whole file, for rooms that read settings of their own from a table under their name.
    pub table: toml::Table,
}

impl Manifest {
    /// Reads `pack.toml`.
    ///
    /// # Errors
    /// Where it is no TOML or says no code or name.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        let fault = |message: String| PackError::new("pack.toml", 1, message);
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| fault(error.message().to_owned()))?;
        let read = |key: &str| table.get(key).and_then(toml::Value::as_str).map(str::to_owned).ok_or_else(|| fault(format!("`{key} = \"…\"` is missing")));
        let own_letters = read("own_letters").unwrap_or_default();
        Ok(Self { code: read("code")?, name: read("name")?, own_letters, table })
    }
}
