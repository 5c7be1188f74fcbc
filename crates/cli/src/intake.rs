//! From flags to articles.

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::thread;

use suquan_acquire::{Code, Input, Pages, Problem, RawPage};
use suquan_extract::{Article, Hints, Languages, Options, Refusal, extract};
use suquan_langpack::{Manifest, Pack};
use suquan_span::Severity;

use crate::arguments::Sources;
use crate::messages::say;

/// The articles of some sources, one at a time; what cannot be read is reported as it is met, and counted.
///
/// The sources are taken by name, whatever order they were given in, and an article that came before, under another path, is left out: what is read does not depend on how it was
/// named.
pub(crate) struct Intake {
    pages: Pages,
    options: Options,
    seen: BTreeSet<String>,
    failed: usize,
    skipped: usize,
}

/// The articles of `sources`, for `pack` to read.
pub(crate) fn articles(sources: &Sources, pack: &Pack) -> Intake {
    let Manifest { code, own_letters, .. } = pack.manifest();
    let languages = Languages { known: [(code.clone(), own_letters.chars().collect())].into(), default: code.clone() };
    let hints = Hints { published: sources.how.published, source: sources.how.source.clone(), language: None };
    let options = Options { hints, encoding: sources.how.encoding, ..Options::new(languages) };
    let named: BTreeSet<_> = sources.files.iter().collect();
    let inputs = named.into_iter().map(|path| if path.as_os_str() == "-" { Input::Stdin } else { Input::Path(path.clone()) });
    Intake { pages: suquan_acquire::Sources::new(inputs).pages(), options, seen: BTreeSet::new(), failed: 0, skipped: 0 }
}

/// What the flags say on reading articles, beside what the articles say.
pub(crate) fn hints(sources: &Sources) -> suquan_pipeline::Hints {
    suquan_pipeline::Hints { policy: sources.how.date_policy.unwrap_or_default(), ..suquan_pipeline::Hints::default() }
}

/// How many articles to read at once.
pub(crate) fn jobs(sources: &Sources) -> usize {
    sources.how.jobs.map_or_else(|| thread::available_parallelism().map_or(1, usize::from), usize::from)
}

impl Iterator for Intake {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        loop {
            let article = match self.pages.next()? {
                Ok(page) => self.open(&page),
                Err(problem) => {
                    self.report(&problem);
                    None
                }
            };
            if let Some(article) = article.filter(|article| self.seen.insert(article.hash.clone())) {
                return Some(article);
            }
        }
    }
}

impl Intake {
    /// Says how much could not be read; the exit status is 0 where all was.
    pub(crate) fn close(self) -> ExitCode {
        if self.skipped > 0 {
            eprintln!("suquan: {}", say("count.skipped", &[("skipped", &self.skipped.to_string())]));
        }
        if self.seen.is_empty() {
            eprintln!("suquan: {}", say("error.no-articles", &[]));
        } else if self.failed > 0 {
            eprintln!("suquan: {}", say("count.failed", &[("failed", &self.failed.to_string())]));
        }
        if self.failed > 0 || self.seen.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }

    fn open(&mut self, page: &RawPage) -> Option<Article> {
        match extract(page, &self.options) {
            Ok(article) => {
                for diagnostic in article.diagnostics.iter().filter(|diagnostic| diagnostic.severity > Severity::Note) {
                    tell(&page.uri, page.line, diagnostic.code, &diagnostic.detail);
                }
                Some(article)
            }
            Err(Refusal { uri, line, reason }) => {
                self.failed += 1;
                tell(&uri, line, reason.name(), &reason.detail());
                None
            }
        }
    }

    fn report(&mut self, problem: &Problem) {
        self.failed += usize::from(problem.code.is_failure());
        self.skipped += usize::from(problem.code == Code::Skipped);
        if problem.code != Code::Skipped {
            tell(&problem.uri, problem.line, problem.code.name(), &problem.detail);
        }
    }
}

/// Words what happened at a place. Names of files come from outside: a control character in one would reach the terminal.
fn tell(uri: &str, line: Option<u64>, code: &str, detail: &str) {
    let place = line.map_or_else(|| uri.to_owned(), |line| format!("{uri}:{line}"));
    let said = say(&format!("input.{code}"), &[("detail", detail)]);
    let plain: String = format!("suquan: {place}: {said}").chars().map(|sign| if sign.is_control() { char::REPLACEMENT_CHARACTER } else { sign }).collect();
    eprintln!("{plain}");
}
