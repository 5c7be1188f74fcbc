//! From folders and streams to pages, on real files.

use std::fs;
use std::path::Path;

use suquan_acquire::{Code, Input, Kind, Limits, Pages, Sources};

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }
    folder
}

fn pages(path: &Path) -> Pages {
    Sources::new([Input::Path(path.to_owned())]).pages()
}

/// What was found, in order: `name kind` or `name code`, names without the folder.
fn listed(root: &Path, pages: Pages) -> Vec<String> {
    let root = format!("{}/", root.display());
    let short = |uri: &str, line: Option<u64>| {
        let name = uri.strip_prefix(&root).unwrap_or(uri).to_owned();
        line.map_or(name.clone(), |line| format!("{name}:{line}"))
    };
    pages
        .map(|found| match found {
            Ok(page) => format!("{} {:?}", short(&page.uri, page.line), page.kind),
            Err(problem) => format!("{} {}", short(&problem.uri, problem.line), problem.code.name()),
        })
        .collect()
}

#[test]
fn a_folder_is_walked_in_the_order_of_names() {
    let root =
        folder(&[("b.txt", b"b"), ("a/z.html", b"<p>z"), ("a/y.JSONL", b"{}\n{}\n"), ("a/y.pdf", b"%PDF"), (".git/x.txt", b"no"), ("b.txt.meta.json", b"{}")]);
    assert_eq!(listed(root.path(), pages(root.path())), ["a/y.JSONL:1 JsonLine", "a/y.JSONL:2 JsonLine", "a/y.pdf skipped", "a/z.html Html", "b.txt Text"]);
}

#[test]
fn a_sidecar_comes_with_its_page() {
    let root = folder(&[("a.txt", b"a"), ("a.txt.meta.json", b"{\"1\":1}"), ("b.html", b"b"), ("b.meta.json", b"{}"), ("c.txt", b"c")]);
    let sidecars: Vec<_> = pages(root.path()).map(|page| page.expect("all can be read").sidecar.map(|sidecar| sidecar.bytes)).collect();
    assert_eq!(sidecars, [Some(b"{\"1\":1}".to_vec()), Some(b"{}".to_vec()), None]);
}

#[test]
fn what_cannot_be_read_does_not_stop_the_rest() {
    let root = folder(&[("a.txt", b"a"), ("empty.jsonl", b"\n\n"), ("none/readme.md", b"#")]);
    let inputs = ["missing.txt", "empty.jsonl", "none", "a.txt"].map(|name| Input::Path(root.path().join(name)));
    assert_eq!(
        listed(root.path(), Sources::new(inputs).pages()),
        ["missing.txt not-found", "empty.jsonl empty", "none/readme.md skipped", "none no-articles", "a.txt Text"]
    );
}

#[test]
fn notes_are_not_failures() {
    assert!(Code::NotFound.is_failure() && Code::NoArticles.is_failure() && Code::TooLarge.is_failure());
    assert!(!Code::Skipped.is_failure() && !Code::SidecarUnreadable.is_failure());
}

#[test]
fn a_page_over_the_limit_is_refused_and_a_long_line_passed_over() {
    let root = folder(&[("a.jsonl", b"{\"a\":\"long\"}\n{}\n"), ("b.txt", b"too much")]);
    let found = Sources::new([Input::Path(root.path().to_owned())]).limits(Limits { page: 5 }).pages();
    assert_eq!(listed(root.path(), found), ["a.jsonl:1 too-large", "a.jsonl:2 JsonLine", "b.txt too-large"]);
}

#[test]
fn a_named_file_is_read_whatever_its_name() {
    let root = folder(&[("page", b"<!doctype html><p>x"), ("news.json", b"{\"text\": \"x\"}"), ("article.md", b"x")]);
    let inputs = ["page", "news.json", "article.md"].map(|name| Input::Path(root.path().join(name)));
    assert_eq!(listed(root.path(), Sources::new(inputs).pages()), ["page Html", "news.json:1 JsonLine", "article.md Text"]);
}

#[test]
fn standard_input_is_told_by_its_content_and_read_once() {
    let sources = Sources::new([Input::named("-"), Input::named("-")]).stdin(&b"\n{\"text\":1}\n{}"[..]);
    assert_eq!(listed(Path::new(""), sources.pages()), ["-:2 JsonLine", "-:3 JsonLine", "- Text"]);
}

#[test]
fn whole_files_keep_their_bytes() {
    let root = folder(&[("a.txt", b"\xFF\xFEa\0\r\n\0")]);
    let page = pages(root.path()).next().expect("there is a file").expect("it can be read");
    assert_eq!((page.kind, page.bytes), (Kind::Text, b"\xFF\xFEa\0\r\n\0".to_vec()));
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_ends() {
    let root = folder(&[("a/a.txt", b"a")]);
    std::os::unix::fs::symlink(root.path(), root.path().join("a/back")).expect("a link can be made");
    assert_eq!(listed(root.path(), pages(root.path())), ["a/a.txt Text", "a/back unreadable"]);
}
