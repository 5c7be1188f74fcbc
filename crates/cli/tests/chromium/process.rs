//! The browser's process, its profile in a folder that vanishes with it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

/// The names under which systems install it.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Nothing but the page: no window, no first run, nothing looked up or kept up to date behind the test's back.
const FLAGS: [&str; 13] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--mute-audio",
    "--remote-debugging-pipe",
];

/// How long an answer may take: far longer than it does, since other work may keep the machine busy.
const PATIENCE: Duration = Duration::from_secs(60);

const MISSING: &str = "Chromium is not installed, and the report's page is tested in it.\n\
    `cargo xtask test` installs it where it may; else: sudo apt-get install chromium (or your system's word for it),\n\
    or name another with SUQUAN_CHROMIUM=/path/to/chrome.";

pub struct Process {
    child: Child,
    orders: ChildStdin,
    messages: Receiver<Value>,
    _profile: TempDir,
}

impl Process {
    pub fn start() -> Self {
        let profile = tempfile::tempdir().expect("a temporary folder can be made");
        // The browser reads orders from its file 3 and writes messages to its file 4; the shell moves our pipes there.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", "sh"])
            .arg(browser())
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell can be started");
        let orders = child.stdin.take().expect("standard input is a pipe");
        let output = child.stdout.take().expect("standard output is a pipe");
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            for message in BufReader::new(output).split(0).map_while(Result::ok) {
                let message = serde_json::from_slice(&message).expect("the browser writes JSON");
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Self { child, orders, messages, _profile: profile }
    }

    pub fn send(&mut self, message: &Value) {
        let bytes = format!("{message}\0");
        self.orders.write_all(bytes.as_bytes()).and_then(|()| self.orders.flush()).unwrap_or_else(|error| panic!("the browser takes no orders ({error})"));
    }

    /// The next message; `awaited` says for what we wait.
    pub fn receive(&self, awaited: &str) -> Value {
        self.messages.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("{awaited}: no answer from the browser ({error})"))
    }

    /// Asks the browser to close, so that its helpers close too, and waits until it has.
    pub fn end(&mut self, order: &Value) {
        let asked = self.orders.write_all(format!("{order}\0").as_bytes()).is_ok();
        // The sender is dropped when the browser closes its side: then the channel ends.
        while asked && self.messages.recv_timeout(Duration::from_secs(10)).is_ok() {}
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[allow(clippy::disallowed_methods, reason = "which browser to use is a matter of the machine")]
fn browser() -> String {
    if let Ok(named) = std::env::var("SUQUAN_CHROMIUM") {
        return named;
    }
    let runs = |name: &str| Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    NAMES.into_iter().find(|name| runs(name)).unwrap_or_else(|| panic!("{MISSING}")).to_owned()
}
