//! `new-rule` and `new-language`: the files that people add most, begun for them.

use std::fs;
use std::path::Path;

/// The rooms that have rules, each with an example of its marks.
const ROOMS: [(&str, &str); 5] = [
    ("timex", "VALUE; TYPE; mod; zone"),
    ("mention", "PER|ORG|LOC; actor id or -; chain"),
    ("attribution", "cue | speaker; kind; stance"),
    ("event", "TYPE mode; actors > recipients; date; status"),
    ("commitment", "agent > recipient; status; due"),
];

/// Writes `languages/CODE/rules/ROOM/NAME.toml`, a rule with all its parts.
///
/// # Errors
/// An unknown room, a language without a pack, a name that is taken, or a disk that refuses.
pub fn rule(root: &Path, code: &str, room: &str, name: &str) -> Result<(), String> {
    let Some((_, label)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        let known: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
        return Err(format!("no room `{room}` has rules; choose from {}", known.join(", ")));
    };
    plain_name(name)?;
    let pack = root.join("languages").join(code);
    if !pack.join("pack.toml").exists() {
        return Err(format!("languages/{code} is no pack; `cargo xtask new-language {code}` makes one"));
    }
    let folder = pack.join("rules").join(room);
    let path = folder.join(format!("{name}.toml"));
    if path.exists() {
        return Err(format!("{} exists; add a [[rule]] to it or choose another name", path.display()));
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let text = RULE.replace("{label}", label).replace("{words}", &name.replace('-', " "));
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("wrote {}\nEdit it, then: cargo run -- pack check languages/{code}", path.display());
    Ok(())
}

/// Copies `languages/_template` to `languages/CODE`, with the code put in.
///
/// # Errors
/// A code that is none, a pack that exists, or a disk that refuses.
pub fn language(root: &Path, code: &str) -> Result<(), String> {
    if !(2..=8).contains(&code.len()) || !code.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
        return Err(format!("`{code}` is no language code; use the shortest of ISO 639, such as `en` or `zh`"));
    }
    let target = root.join("languages").join(code);
    if target.exists() {
        return Err(format!("{} exists", target.display()));
    }
    copy(&root.join("languages/_template"), &target, code)?;
    println!("wrote {}\nNext: cargo run -- pack check languages/{code}", target.display());
    Ok(())
}

/// Copies a folder; `_template` in a file's text becomes the code.
fn copy(from: &Path, to: &Path, code: &str) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    let entries = fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", from.display()))?.path();
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy(&path, &to.join(name), code)?;
        } else {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            fs::write(to.join(name), text.replace("_template", code)).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(())
}

/// A rule's file name is a few plain words, so that its id can be typed.
fn plain_name(name: &str) -> Result<(), String> {
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if plain { Ok(()) } else { Err(format!("`{name}`: use lower-case ASCII letters, digits and hyphens")) }
}

const RULE: &str = r#"what = "One sentence: what is seen."

[[rule]]
pattern = '{words}'
# value = … what it stands for, where the pattern alone does not say it; the rules beside this one show how.

# Everything that the room reads in an example is marked: [words|{label}].
[[match]]
text = "… [{words}|{label}] …"

# A text that looks like one and is none.
[[not]]
text = "…"
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_template_is_a_rule_file() {
        let rule: toml::Table = toml::from_str(RULE).unwrap();
        assert!(["what", "rule", "match", "not"].iter().all(|key| rule.contains_key(*key)));
    }

    #[test]
    fn names_can_be_typed() {
        assert!(plain_name("cuoi-nam").is_ok());
        assert!(plain_name("Cuoi nam").is_err());
    }
}
