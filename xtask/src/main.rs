//! The project's own commands, run as `cargo xtask COMMAND`.
//!
//! - [`gate`]: the command `test`: format, lints, documentation, house rules, tests; what a change must pass.
//! - [`browser`]: the browser that the report's page is tested in.
//! - [`readme`]: the output that README.md shows.
//! - [`tidy`]: the house rules that no compiler checks: layering, links, the language invariant, sizes, leftovers.
//! - [`scaffold`]: `new-rule` and `new-language`, the two files people add most.
//! - [`synth`]: made-up reports, for measuring at any size.

mod browser;
mod gate;
mod readme;
mod scaffold;
mod synth;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
usage: cargo xtask COMMAND

  test                          format, clippy, docs, tidy and all tests; what a change must pass
  tidy                          only the house rules: layering, links in *.md, language invariant, sizes
  readme                        puts what `suquan read examples/` prints today into README.md
  new-rule ROOM NAME [CODE]     a rule file in languages/CODE/rules/ROOM (CODE: vi unless given)
  new-language CODE             a language pack, copied from languages/_template
  synth COUNT [EVENTS [SEED]]   made-up reports as JSON lines, a third of them near copies
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let outcome = match words.as_slice() {
        ["test"] => gate::run(&root),
        ["tidy"] => tidy::run(&root),
        ["readme"] => readme::write(&root),
        ["new-rule", room, name] => scaffold::rule(&root, "vi", room, name),
        ["new-rule", room, name, code] => scaffold::rule(&root, code, room, name),
        ["new-language", code] => scaffold::language(&root, code),
        ["synth", count] => synth::run(count, None, None),
        ["synth", count, events] => synth::run(count, Some(events), None),
        ["synth", count, events, seed] => synth::run(count, Some(events), Some(seed)),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("no command `{}`\n\n{HELP}", words.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's root: the folder above this crate's.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
