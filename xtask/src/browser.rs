//! The browser that the report's page is tested in: found, or installed where that is allowed.

use std::process::{Command, Stdio};

/// The names under which systems install it; the test looks for the same.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// The system's own packages: the browser, and a typeface without which it draws nothing.
const PACKAGES: [&str; 2] = ["chromium", "fonts-dejavu-core"];

/// Installs Chromium if there is none, where the system is Debian's kind and we may.
///
/// # Errors
/// The line to run where this may not install it, or what went wrong when it tried.
pub fn ensure() -> Result<(), String> {
    if is_named() || is_there() {
        return Ok(());
    }
    if !(prints("id", &["-u"], "0") && runs("apt-get", &["--version"])) {
        return Err(format!(
            "the report's page is tested in Chromium, and none is installed; run\n\n    sudo apt-get install {}\n\n\
             or what your system says instead, or name one with SUQUAN_CHROMIUM=/path/to/chrome",
            PACKAGES.join(" ")
        ));
    }
    apt_get(&["update"])?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"][..], &PACKAGES].concat())?;
    if is_there() { Ok(()) } else { Err("apt-get installed Chromium, but none of its names runs".to_owned()) }
}

#[allow(clippy::disallowed_methods, reason = "which browser to use is a matter of the machine")]
fn is_named() -> bool {
    std::env::var_os("SUQUAN_CHROMIUM").is_some()
}

fn is_there() -> bool {
    NAMES.iter().any(|name| runs(name, &["--version"]))
}

fn runs(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn prints(program: &str, arguments: &[&str], expected: &str) -> bool {
    Command::new(program).args(arguments).output().is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim() == expected)
}

fn apt_get(arguments: &[&str]) -> Result<(), String> {
    let line = format!("apt-get {}", arguments.join(" "));
    println!("   {line}");
    let output = Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).output();
    match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("{line} failed:\n{}", String::from_utf8_lossy(&output.stderr))),
        Err(error) => Err(format!("{line} could not be started: {error}")),
    }
}
