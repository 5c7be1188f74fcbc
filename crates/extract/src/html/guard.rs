//! Pages that would take too long: the reading is quadratic in how deep elements are nested.

use dom_query::Document;

use crate::Reason;

/// Elements open at once in the markup, before it is parsed. Pages that forget to close theirs reach
/// hundreds.
const MARKUP_DEPTH: i32 = 2000;

/// Elements within elements in the parsed page; browsers stop at 512.
const TREE_DEPTH: usize = 512;

/// Elements that must be closed and whose nesting makes the parser slow.
const CONTAINERS: [&str; 8] = ["div", "ul", "ol", "dl", "section", "article", "table", "blockquote"];

/// Refuses markup that opens ever more containers.
pub(super) fn check_markup(markup: &str) -> Result<(), Reason> {
    let mut open = 0;
    for (at, _) in markup.match_indices('<') {
        let tag = &markup[at + 1..];
        let (step, name) = match tag.strip_prefix('/') {
            Some(name) => (-1, name),
            None => (1, tag),
        };
        let length = name.bytes().take(11).take_while(u8::is_ascii_alphanumeric).count();
        if CONTAINERS.iter().any(|container| container.eq_ignore_ascii_case(&name[..length])) {
            open = (open + step).max(0);
            if open > MARKUP_DEPTH {
                return Err(Reason::TooDeep);
            }
        }
    }
    Ok(())
}

/// Refuses a tree that is too deep, walking it without recursion.
pub(super) fn check_tree(document: &Document) -> Result<(), Reason> {
    let mut depth = 0;
    let mut node = document.root();
    loop {
        if let Some(child) = node.first_child() {
            (node, depth) = (child, depth + 1);
            if depth > TREE_DEPTH {
                return Err(Reason::TooDeep);
            }
            continue;
        }
        loop {
            if depth == 0 {
                return Ok(());
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else {
                return Ok(());
            };
            (node, depth) = (parent, depth - 1);
        }
    }
}
