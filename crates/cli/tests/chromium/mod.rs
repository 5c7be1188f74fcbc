//! Chromium, steered over its DevTools protocol: JSON messages, each closed by a zero byte, through a pair of pipes.

mod page;
mod process;

pub use page::Page;
use process::Process;

use serde_json::{Value, json};

/// A running browser; it ends when this is dropped.
pub struct Chromium {
    process: Process,
    /// The number of the last command.
    last: u64,
    /// What the browser has told on its own, in order.
    told: Vec<Value>,
}

impl Chromium {
    /// Starts the browser that `SUQUAN_CHROMIUM` names, or the first that is installed.
    pub fn start() -> Self {
        Self { process: Process::start(), last: 0, told: Vec::new() }
    }

    /// Opens a file in a new window of this size; a narrow one acts as a phone's.
    pub fn open(&mut self, file: &std::path::Path, width: u32, height: u32) -> Page<'_> {
        self.told.clear();
        let target = self.command(None, "Target.createTarget", &json!({"url": "about:blank"}));
        let session = self.command(None, "Target.attachToTarget", &json!({"targetId": target["targetId"], "flatten": true}));
        let session = session["sessionId"].as_str().expect("a session has an id").to_owned();
        Page::open(self, session, file, width, height)
    }

    /// Sends a command and waits for its answer.
    fn command(&mut self, session: Option<&str>, method: &str, parameters: &Value) -> Value {
        self.last += 1;
        let mut message = json!({"id": self.last, "method": method, "params": parameters});
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        self.process.send(&message);
        loop {
            let mut answer = self.process.receive(method);
            if answer["id"] != self.last {
                self.told.push(answer);
            } else if answer["error"].is_null() {
                return answer["result"].take();
            } else {
                panic!("{method}: {}", answer["error"]);
            }
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        self.last += 1;
        self.process.end(&json!({"id": self.last, "method": "Browser.close"}));
    }
}
