//! Where a pack's files come from.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../languages/"]
struct Embedded;

/// The text of a pack's files by their path inside the pack, with `/` on every system.
#[derive(Clone, Debug, Default)]
pub struct PackFiles(pub BTreeMap<String, Arc<str>>);

impl PackFiles {
    /// The codes of the embedded packs.
    #[must_use]
    pub fn embedded_codes() -> Vec<String> {
        let mut codes: Vec<String> =
            Embedded::iter().filter_map(|path| path.strip_suffix("/pack.toml").filter(|code| !code.starts_with('_')).map(str::to_owned)).collect();
        codes.sort();
        codes
    }

    /// The files of the embedded pack `code`; none where there is no such pack.
    #[must_use]
    pub fn embedded(code: &str) -> Self {
        let prefix = format!("{code}/");
        // A file that were no UTF-8 would be missing, which the packs' own tests would see.
        let text = |path: &str| Some(std::str::from_utf8(&Embedded::get(path)?.data).ok()?.into());
        Self(Embedded::iter().filter_map(|path| Some((path.strip_prefix(&prefix)?.to_owned(), text(&path)?))).collect())
    }

    /// The files below `folder`.
    ///
    /// # Errors
    /// Where a folder or file cannot be read, or is not UTF-8.
    pub fn from_folder(folder: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        collect(folder, "", &mut files)?;
        Ok(Self(files))
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Arc<str>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else if name.ends_with(".toml") || name.ends_with(".tsv") {
            files.insert(name, fs::read_to_string(entry.path())?.into());
        }
    }
    Ok(())
}
