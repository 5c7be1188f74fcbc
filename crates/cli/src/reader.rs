//! From flags to a reader.

use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Arc;
use std::{fs, thread};

use suquan_actors::{Actors, check};
use suquan_langpack::{Pack, PackError, PackFiles};
use suquan_pipeline::Reader;

use crate::arguments::ReadBy;
use crate::messages::say;

/// The reader for the pack at `folder`, else for the embedded one.
pub(crate) fn reader(folder: Option<&Path>, examples: bool) -> Result<Reader, Vec<PackError>> {
    Pack::load(&pack_files(folder)?, examples).and_then(Reader::new)
}

/// The reader for the pack and the actors that `read_by` names; their faults are reported.
pub(crate) fn reader_or_report(read_by: &ReadBy) -> Option<Reader> {
    let files = pack_files(read_by.pack.as_deref());
    let load = |files: Result<PackFiles, _>| files.and_then(|files| Pack::load(&files, false));
    let (actors, pack) = match &read_by.actors {
        // Neither needs the other, and reading them is all of the start-up.
        None => thread::scope(|scope| {
            let actors = scope.spawn(Actors::embedded);
            let pack = load(files);
            (actors.join().unwrap_or_else(|panic| resume_unwind(panic)), pack)
        }),
        Some(file) => {
            let mut actors = Actors::embedded();
            let names = extend(&mut actors, file).map_err(|faults| report("error.actors", &faults)).ok()?;
            let own = |mut files: PackFiles| {
                files.0.insert("lexicon/name/own-actors.tsv".to_owned(), names.into());
                files
            };
            (actors, load(files.map(own)))
        }
    };
    let read = pack.and_then(|pack| Reader::with_actors(pack, Arc::new(actors)));
    read.map_err(|faults| report("error.pack", &faults.iter().map(ToString::to_string).collect::<Vec<_>>())).ok()
}

/// Adds a user's file to the list, and gives the names in it as rows of a list of the pack.
///
/// # Errors
/// Every fault of the file, with its line.
pub(crate) fn extend(actors: &mut Actors, file: &Path) -> Result<String, Vec<String>> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| vec![format!("{name}: {error}")])?;
    let names = actors.extend(&name, &text).map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let faults = check(actors);
    if faults.is_empty() { Ok(names.to_tsv()) } else { Err(faults.iter().map(ToString::to_string).collect()) }
}

/// Says what is wrong with a file, fault by fault.
pub(crate) fn report(code: &str, faults: &[String]) {
    eprintln!("suquan: {}", say(code, &[]));
    faults.iter().for_each(|fault| eprintln!("  {fault}"));
}

fn pack_files(folder: Option<&Path>) -> Result<PackFiles, Vec<PackError>> {
    match folder {
        Some(folder) => PackFiles::from_folder(folder).map_err(|error| vec![PackError::new(folder.display().to_string(), 0, error.to_string())]),
        None => Ok(PackFiles::embedded("vi")),
    }
}
