//! What the program says to people: data in `messages/`, by code, so that another interface language is another file.

use std::sync::LazyLock;

static ENGLISH: LazyLock<toml::Table> = LazyLock::new(|| include_str!("../messages/en.toml").parse().expect("the messages are tested to be TOML"));

/// The message `area.code` with `{name}` filled in; the code itself where there is no such message.
pub(crate) fn say(code: &str, values: &[(&str, &str)]) -> String {
    let (area, key) = code.split_once('.').unwrap_or(("", code));
    let message = ENGLISH.get(area).and_then(|area| area.get(key)).and_then(toml::Value::as_str).unwrap_or(code);
    let mut said = String::with_capacity(message.len());
    let mut rest = message;
    // One pass, so that a value that holds a brace is not filled in again.
    while let Some((before, name, after)) = rest.split_once('{').and_then(|(before, rest)| rest.split_once('}').map(|(name, after)| (before, name, after))) {
        said += before;
        said += values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        rest = after;
    }
    said + rest
}

/// Says that the output could not be written, and gives the exit status; somebody who closes the pipe has read enough.
pub(crate) fn output_failed(error: &std::io::Error) -> std::process::ExitCode {
    if error.kind() == std::io::ErrorKind::BrokenPipe {
        return std::process::ExitCode::SUCCESS;
    }
    eprintln!("suquan: {}", say("error.output", &[("error", &error.to_string())]));
    std::process::ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use super::say;

    #[test]
    fn values_are_filled_in_once() {
        assert_eq!(say("explain.speaker", &[("name", "{name}")]), "speaker: {name}");
        assert_eq!(say("heading.timeline", &[]), "Timeline");
        assert_eq!(say("heading.none", &[]), "heading.none");
    }
}
