//! Folders: every file below, in one order on every machine.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::sidecar::is_sidecar;
use crate::{Code, Problem, kind};

/// The files below a folder that may hold articles, sorted by name within each folder; other files
/// as notes, what cannot be opened as failures.
///
/// Links are followed; a link that leads back into its own folder is reported and not followed
/// again. Hidden files and folders (a dot in front) and sidecars are passed over in silence.
pub(crate) fn files_below(folder: &Path) -> impl Iterator<Item = Result<PathBuf, Problem>> + Send + use<> {
    WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.path())).filter_map(
        |entry| match entry {
            Err(error) => Some(Err(walk_problem(error))),
            Ok(entry) if entry.file_type().is_dir() || is_sidecar(entry.path()) => None,
            Ok(entry) if entry.file_type().is_file() && kind::by_name(entry.path()).is_some() => Some(Ok(entry.into_path())),
            Ok(entry) => Some(Err(Problem::new(Code::Skipped, &uri(entry.path())))),
        },
    )
}

/// A path as it stands in output: with `/` on every system, and a sign for what is not Unicode.
pub(crate) fn uri(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn walk_problem(error: walkdir::Error) -> Problem {
    let place = error.path().map(uri).unwrap_or_default();
    let text = error.to_string();
    match error.into_io_error() {
        Some(io) => Problem::io(&place, &io),
        None => Problem { detail: text, ..Problem::new(Code::Unreadable, &place) },
    }
}
