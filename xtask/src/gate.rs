//! `cargo xtask test`: everything that a change must pass, cheapest first, the tests last.

use std::path::Path;
use std::process::Command;

/// A step that cargo takes.
struct Step {
    name: &'static str,
    arguments: &'static [&'static str],
    /// A variable that the step needs in its environment.
    variable: Option<(&'static str, &'static str)>,
}

const STEPS: [Step; 4] = [
    Step { name: "format", arguments: &["fmt", "--all", "--check"], variable: None },
    Step { name: "clippy", arguments: &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"], variable: None },
    Step { name: "docs", arguments: &["doc", "--workspace", "--no-deps"], variable: Some(("RUSTDOCFLAGS", "-D warnings")) },
    Step { name: "tests", arguments: &["test", "--workspace"], variable: None },
];

/// Runs tidy, sees to the browser, then runs every step, and stops at the first that fails.
///
/// # Errors
/// The name of the step that failed; its own output has said why.
pub fn run(root: &Path) -> Result<(), String> {
    println!("── tidy");
    crate::tidy::run(root)?;
    println!("── browser");
    crate::browser::ensure()?;
    for Step { name, arguments, variable } in STEPS {
        println!("── {name}: cargo {}", arguments.join(" "));
        let status = Command::new(env!("CARGO")).args(arguments).envs(variable).current_dir(root).status();
        match status {
            Ok(status) if status.success() => {}
            Ok(_) => return Err(format!("step `{name}` failed; its messages are above")),
            Err(error) => return Err(format!("could not start cargo: {error}")),
        }
    }
    println!("── readme");
    crate::readme::check(root)
}
