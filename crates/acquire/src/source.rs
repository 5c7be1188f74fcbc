//! The walk over what the caller named.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

use crate::lines::{Line, Lines};
use crate::walk::{files_below, uri};
use crate::{Code, Kind, Problem, RawPage, kind, sidecar};

/// How many bytes are looked at to tell the kind of a page without a telling name.
const SNIFF: u64 = 1024;

/// What the caller names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file, read whatever its name is, or a folder, read recursively.
    Path(PathBuf),
    /// Standard input, named `-`.
    Stdin,
}

impl Input {
    /// `-` is standard input, all else a path.
    pub fn named(name: &str) -> Self {
        if name == "-" { Input::Stdin } else { Input::Path(PathBuf::from(name)) }
    }
}

/// Sizes beyond which a thing is refused rather than read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one page, or of one line of a JSON Lines file. The longest news reports have some
    /// hundred thousand; the default is 16 MiB, which leaves room for pages with pictures in them.
    pub page: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { page: 16 << 20 }
    }
}

/// What to read and within which limits.
pub struct Sources {
    inputs: Vec<Input>,
    limits: Limits,
    stdin: Box<dyn Read + Send>,
}

impl Sources {
    /// These inputs, with the default limits and the process's standard input.
    pub fn new(inputs: impl IntoIterator<Item = Input>) -> Self {
        Sources { inputs: inputs.into_iter().collect(), limits: Limits::default(), stdin: Box::new(io::stdin()) }
    }

    /// Within other limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// With another stream for standard input.
    #[must_use]
    pub fn stdin(mut self, stream: impl Read + Send + 'static) -> Self {
        self.stdin = Box::new(stream);
        self
    }

    /// The pages, in the order of the inputs; in a folder by name; in a file by line.
    pub fn pages(self) -> Pages {
        Pages { inputs: self.inputs.into(), folder: None, file: None, pending: VecDeque::new(), limits: self.limits, stdin: Some(self.stdin) }
    }
}

/// The pages of some [`Sources`], read one at a time.
pub struct Pages {
    inputs: VecDeque<Input>,
    folder: Option<Folder>,
    file: Option<LineFile>,
    pending: VecDeque<Result<RawPage, Problem>>,
    limits: Limits,
    /// Taken by the first `-`; a second one finds it read.
    stdin: Option<Box<dyn Read + Send>>,
}

/// A folder on the way, and whether it has shown an article yet.
struct Folder {
    uri: String,
    files: Box<dyn Iterator<Item = Result<PathBuf, Problem>> + Send>,
    empty: bool,
}

/// A JSON Lines file on the way, and whether it has shown a line yet.
struct LineFile {
    uri: String,
    lines: Lines,
    empty: bool,
}

impl Iterator for Pages {
    type Item = Result<RawPage, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(ready) = self.pending.pop_front() {
                return Some(ready);
            }
            if self.file.is_some() {
                self.read_line();
            } else if self.folder.is_some() {
                self.step_folder();
            } else {
                match self.inputs.pop_front()? {
                    Input::Stdin => self.open_stdin(),
                    Input::Path(path) => self.open(&path),
                }
            }
        }
    }
}

impl Pages {
    fn open(&mut self, path: &Path) {
        if path.is_dir() {
            self.folder = Some(Folder { uri: uri(path), files: Box::new(files_below(path)), empty: true });
        } else {
            self.open_file(path);
        }
    }

    fn step_folder(&mut self) {
        let Some(folder) = &mut self.folder else {
            return;
        };
        match folder.files.next() {
            Some(Ok(path)) => {
                folder.empty = false;
                self.open_file(&path);
            }
            Some(Err(problem)) => self.pending.push_back(Err(problem)),
            None => {
                if folder.empty {
                    self.pending.push_back(Err(Problem::new(Code::NoArticles, &folder.uri)));
                }
                self.folder = None;
            }
        }
    }

    fn open_file(&mut self, path: &Path) {
        let name = uri(path);
        match File::open(path) {
            Ok(file) => self.open_stream(file, &name, Some(path)),
            Err(error) => self.pending.push_back(Err(Problem::io(&name, &error))),
        }
    }

    fn open_stdin(&mut self) {
        let stream = self.stdin.take().unwrap_or_else(|| Box::new(io::empty()));
        self.open_stream(stream, "-", None);
    }

    fn open_stream(&mut self, mut stream: impl Read + Send + 'static, name: &str, path: Option<&Path>) {
        let mut start = Vec::new();
        let known = path.and_then(kind::by_name);
        if known.is_none()
            && let Err(error) = (&mut stream).take(SNIFF).read_to_end(&mut start)
        {
            self.pending.push_back(Err(Problem::io(name, &error)));
            return;
        }
        let kind = known.unwrap_or_else(|| kind::by_content(&start));
        let stream = Cursor::new(start).chain(stream);
        if kind == Kind::JsonLine {
            let lines = Lines::new(stream, self.limits.page);
            self.file = Some(LineFile { uri: name.to_owned(), lines, empty: true });
        } else {
            self.read_whole(stream, name, kind, path);
        }
    }

    fn read_whole(&mut self, stream: impl Read, name: &str, kind: Kind, path: Option<&Path>) {
        let mut bytes = Vec::new();
        if let Err(error) = stream.take(self.limits.page as u64 + 1).read_to_end(&mut bytes) {
            self.pending.push_back(Err(Problem::io(name, &error)));
            return;
        }
        if bytes.len() > self.limits.page {
            self.pending.push_back(Err(Problem::too_large(name, None, self.limits.page as u64)));
            return;
        }
        let sidecar = match path.map(sidecar::beside) {
            Some(Ok(sidecar)) => sidecar,
            Some(Err(problem)) => {
                self.pending.push_back(Err(problem));
                None
            }
            None => None,
        };
        self.pending.push_back(Ok(RawPage { uri: name.to_owned(), line: None, kind, bytes, sidecar }));
    }

    fn read_line(&mut self) {
        let Some(mut file) = self.file.take() else {
            return;
        };
        match file.lines.next_line() {
            Ok(Some(line)) => {
                self.pending.push_back(self.page_of_line(&file.uri, line));
                self.file = Some(LineFile { empty: false, ..file });
            }
            Ok(None) if file.empty => self.pending.push_back(Err(Problem::new(Code::Empty, &file.uri))),
            Ok(None) => {}
            Err(error) => self.pending.push_back(Err(Problem::io(&file.uri, &error))),
        }
    }

    fn page_of_line(&self, uri: &str, line: Line) -> Result<RawPage, Problem> {
        match line {
            Line::Bytes(number, bytes) => Ok(RawPage { uri: uri.to_owned(), line: Some(number), kind: Kind::JsonLine, bytes, sidecar: None }),
            Line::TooLong(number) => Err(Problem::too_large(uri, Some(number), self.limits.page as u64)),
        }
    }
}
