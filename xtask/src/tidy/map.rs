//! ARCHITECTURE.md names every room, in the order that the layering check holds.

use super::Finding;
use super::layers::ORDER;
use super::tree::File;

/// Where the table of rooms stands.
const MAP: &str = "ARCHITECTURE.md";

/// Finds rooms that the table leaves out or names at another place than the order has them.
pub fn check(files: &[File]) -> Vec<Finding> {
    let Some(map) = files.iter().find(|file| file.path == MAP) else {
        return vec![Finding { file: MAP.to_owned(), line: 0, message: "the map of the house is missing".to_owned() }];
    };
    let built = |room: &str| files.iter().any(|file| file.path == format!("crates/{room}/Cargo.toml"));
    let rooms: Vec<&str> = ORDER.iter().copied().filter(|room| built(room)).collect();
    let rows: Vec<(usize, &str)> =
        map.text.lines().enumerate().filter_map(|(line, text)| Some((line + 1, text.strip_prefix("| [`")?.split('`').next()?))).collect();
    let mut findings = Vec::new();
    for &room in rooms.iter().filter(|room| !rows.iter().any(|(_, row)| row == *room)) {
        findings.push(Finding { file: MAP.to_owned(), line: 0, message: format!("room `{room}` is missing from the table") });
    }
    for pair in rows.windows(2) {
        let place = |room: &str| ORDER.iter().position(|&other| other == room);
        if place(pair[0].1) > place(pair[1].1) {
            findings.push(Finding { file: MAP.to_owned(), line: pair[1].0, message: format!("`{}` stands before `{}` in the order", pair[1].1, pair[0].1) });
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_map(table: &str) -> usize {
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        check(&[file(MAP, table), file("crates/span/Cargo.toml", ""), file("crates/timex/Cargo.toml", "")]).len()
    }

    #[test]
    fn rooms_are_all_named_and_in_order() {
        assert_eq!(check_map("| [`span`](a) | |\n| [`timex`](a) | |\n"), 0);
        assert_eq!(check_map("| [`timex`](a) | |\n| [`span`](a) | |\n"), 1);
        assert_eq!(check_map("| [`timex`](a) | |\n"), 1);
    }
}
