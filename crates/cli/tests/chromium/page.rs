//! One page in the browser: what a user does to it, and what can be seen of it.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::Chromium;

/// An open page.
pub struct Page<'a> {
    browser: &'a mut Chromium,
    session: String,
    address: String,
}

impl<'a> Page<'a> {
    pub(super) fn open(browser: &'a mut Chromium, session: String, file: &Path, width: u32, height: u32) -> Self {
        let mut page = Self { browser, session, address: format!("file://{}", file.display()) };
        for room in ["Page", "Runtime", "Log", "Network"] {
            page.command(&format!("{room}.enable"), &json!({}));
        }
        page.command("Emulation.setDeviceMetricsOverride", &json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}));
        let address = page.address.clone();
        page.command("Page.navigate", &json!({"url": address}));
        page.wait("document.readyState === 'complete' && location.protocol === 'file:'");
        page
    }

    fn command(&mut self, method: &str, parameters: &Value) -> Value {
        self.browser.command(Some(&self.session), method, parameters)
    }

    /// The value of an expression of JavaScript.
    #[track_caller]
    pub fn value(&mut self, expression: &str) -> Value {
        let mut answer = self.command("Runtime.evaluate", &json!({"expression": expression, "returnByValue": true, "awaitPromise": true}));
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]["exception"]["description"]);
        answer["result"]["value"].take()
    }

    /// The text of the first element that a selector finds.
    #[track_caller]
    pub fn text(&mut self, selector: &str) -> String {
        let text = self.value(&format!("document.querySelector({})?.textContent", json!(selector)));
        text.as_str().unwrap_or_else(|| panic!("nothing on the page is `{selector}`")).to_owned()
    }

    /// Waits until an expression holds.
    #[track_caller]
    pub fn wait(&mut self, expression: &str) {
        for _ in 0..400 {
            if self.value(&format!("Boolean({expression})")) == true {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("never came true: {expression}");
    }

    /// Brings an element into view and clicks in its middle, where nothing else may lie over it.
    #[track_caller]
    pub fn click(&mut self, selector: &str) {
        let (x, y) = self.middle(selector);
        for kind in ["mousePressed", "mouseReleased"] {
            self.mouse(kind, x, y);
        }
    }

    /// Drags from an element's middle, so many pixels to the right.
    #[track_caller]
    pub fn drag(&mut self, selector: &str, right: f64) {
        let (x, y) = self.middle(selector);
        self.mouse("mousePressed", x, y);
        self.mouse("mouseMoved", x + right / 2.0, y);
        self.mouse("mouseMoved", x + right, y);
        self.mouse("mouseReleased", x + right, y);
    }

    fn mouse(&mut self, kind: &str, x: f64, y: f64) {
        self.command("Input.dispatchMouseEvent", &json!({"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1}));
    }

    #[track_caller]
    fn middle(&mut self, selector: &str) -> (f64, f64) {
        let found = self.value(&format!(
            "(() => {{ const element = document.querySelector({}); if (!element) return 'not there';
                element.scrollIntoView({{ block: 'center', inline: 'center' }});
                const box = element.getClientRects()[0], x = box.x + box.width / 2, y = box.y + box.height / 2, top = document.elementFromPoint(x, y);
                return element.contains(top) ? [x, y] : `covered by ${{top?.outerHTML.slice(0, 80)}}`; }})()",
            json!(selector)
        ));
        match (found[0].as_f64(), found[1].as_f64()) {
            (Some(x), Some(y)) => (x, y),
            _ => panic!("`{selector}` cannot be clicked: {found}"),
        }
    }

    /// Writes into a field, in place of what stands in it.
    #[track_caller]
    pub fn write(&mut self, selector: &str, text: &str) {
        self.click(selector);
        self.value(&format!("document.querySelector({}).select()", json!(selector)));
        self.command("Input.insertText", &json!({"text": text}));
        self.value(&format!("document.querySelector({}).dispatchEvent(new Event('change'))", json!(selector)));
    }

    /// Chooses an option of a menu.
    #[track_caller]
    pub fn choose(&mut self, selector: &str, option: &str) {
        self.value(&format!(
            "(() => {{ const menu = document.querySelector({}); menu.value = {}; menu.dispatchEvent(new Event('change')); return menu.value; }})()",
            json!(selector),
            json!(option)
        ));
    }

    /// Presses a key, named as `KeyboardEvent.key` names it; a letter is written too.
    pub fn press(&mut self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Escape" => 27,
            "Home" => 36,
            "ArrowLeft" => 37,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            _ => 0,
        };
        let text = if key == "Enter" { json!("\r") } else { json!(key) };
        let mut down = json!({"type": "rawKeyDown", "key": key, "code": key, "windowsVirtualKeyCode": code});
        if code == 0 || code == 13 {
            down["type"] = "keyDown".into();
            down["text"] = text;
        }
        self.command("Input.dispatchKeyEvent", &down);
        self.command("Input.dispatchKeyEvent", &json!({"type": "keyUp", "key": key, "code": key, "windowsVirtualKeyCode": code}));
    }

    /// What went wrong until now: requests beside the page's own, errors and warnings of the console, what the page's policy had to stop.
    pub fn complaints(&mut self) -> Vec<String> {
        self.value("new Promise((done) => setTimeout(done, 100))");
        let told = self.browser.told.iter().filter(|event| event["sessionId"] == self.session);
        told.filter_map(|event| complaint(event, &self.address)).collect()
    }

    /// Whether nothing is cut off or has to be scrolled to sideways.
    pub fn fits(&mut self) -> bool {
        self.value("document.documentElement.scrollWidth <= innerWidth && document.body.getBoundingClientRect().right <= innerWidth") == true
    }
}

fn complaint(event: &Value, address: &str) -> Option<String> {
    let details = &event["params"];
    match event["method"].as_str()? {
        "Network.requestWillBeSent" => {
            let asked = details["request"]["url"].as_str()?;
            (asked.split('#').next() != Some(address)).then(|| format!("a request for {asked}"))
        }
        "Runtime.exceptionThrown" => Some(format!("an error: {}", details["exceptionDetails"]["exception"]["description"])),
        "Runtime.consoleAPICalled" => Some(format!("the console: {}", details["args"])),
        "Log.entryAdded" => Some(format!("the log: {}", details["entry"]["text"])),
        _ => None,
    }
}
