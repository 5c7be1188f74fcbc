//! Tables: tab-separated cells under a line that names the columns.

use crate::ActorError;

/// The rows of a table, each with its line, cells in the order of `columns`. Faults go to `errors`; a faulty row is left out.
pub(crate) fn rows<'t, const N: usize>(file: &str, text: &'t str, columns: [&str; N], errors: &mut Vec<ActorError>) -> Vec<(usize, [&'t str; N])> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let Some((head, names)) = lines.next() else {
        errors.push(ActorError::new(file, 0, format!("the line that names the columns is missing: {}", columns.join(", "))));
        return Vec::new();
    };
    if !names.split('\t').eq(columns) {
        errors.push(ActorError::new(file, head + 1, format!("the columns must be, separated by tabs: {}", columns.join(", "))));
        return Vec::new();
    }
    let mut rows = Vec::with_capacity(text.len() / 60);
    for (index, line) in lines {
        let mut cells = [""; N];
        let mut count = 0;
        for cell in line.split('\t') {
            if let Some(slot) = cells.get_mut(count) {
                *slot = cell.trim();
            }
            count += 1;
        }
        // A note at the end may be left out with its tab.
        if count == N || count + 1 == N && columns.last() == Some(&"note") {
            rows.push((index + 1, cells));
        } else {
            errors.push(ActorError::new(file, index + 1, format!("{count} cells where the table has {N} columns")));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_carry_their_lines() {
        let mut errors = Vec::new();
        let rows = rows("t.tsv", "# a table\nid\tname\n\na\tb\nc\n", ["id", "name"], &mut errors);
        assert_eq!(rows, [(4, ["a", "b"])]);
        assert_eq!(errors[0].to_string(), "t.tsv:5: 1 cells where the table has 2 columns");
    }

    #[test]
    fn other_columns_are_refused() {
        let mut errors = Vec::new();
        assert!(rows("t.tsv", "id\tnom\na\tb\n", ["id", "name"], &mut errors).is_empty());
        assert_eq!(errors[0].line, 1);
    }
}
