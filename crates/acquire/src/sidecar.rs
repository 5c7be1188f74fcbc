//! Sidecars: `NAME.meta.json` beside `NAME`, whether or not `NAME` is written with its extension.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::walk::uri;
use crate::{Code, Problem, Sidecar};

/// The end of a sidecar's name.
const SUFFIX: &str = ".meta.json";

/// A sidecar holds a dozen short strings; more than this is something else.
const LIMIT: u64 = 1 << 20;

/// Whether a file is a sidecar, which is read with its page and never as a page.
pub(crate) fn is_sidecar(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(SUFFIX))
}

/// The sidecar of a page: `article.txt.meta.json`, else `article.meta.json`; `None` where neither
/// is there.
pub(crate) fn beside(path: &Path) -> Result<Option<Sidecar>, Problem> {
    for candidate in candidates(path) {
        let length = match fs::metadata(&candidate) {
            Ok(found) => found.len(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(unreadable(&candidate, &error.to_string())),
        };
        if length > LIMIT {
            return Err(unreadable(&candidate, &format!("over {LIMIT} bytes")));
        }
        return match fs::read(&candidate) {
            Ok(bytes) => Ok(Some(Sidecar { uri: uri(&candidate), bytes })),
            Err(error) => Err(unreadable(&candidate, &error.to_string())),
        };
    }
    Ok(None)
}

fn candidates(path: &Path) -> [PathBuf; 2] {
    let beside = |name: Option<&std::ffi::OsStr>| {
        let mut name = name.unwrap_or_default().to_owned();
        name.push(SUFFIX);
        path.with_file_name(name)
    };
    [beside(path.file_name()), beside(path.file_stem())]
}

fn unreadable(path: &Path, detail: &str) -> Problem {
    Problem { detail: detail.to_owned(), ..Problem::new(Code::SidecarUnreadable, &uri(path)) }
}
