//! A partition that grows by union, with the members of each group at hand.

/// Disjoint groups of `0..n`.
pub struct Partition {
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Partition {
    /// Every index a group of its own.
    pub fn new(n: usize) -> Partition {
        Partition { parent: (0..n).collect(), members: (0..n).map(|i| vec![i]).collect() }
    }

    /// The name of the group of `index`.
    pub fn root(&mut self, index: usize) -> usize {
        let mut root = index;
        while self.parent[root] != root {
            self.parent[root] = self.parent[self.parent[root]];
            root = self.parent[root];
        }
        root
    }

    /// The members of the group named `root`.
    pub fn members(&self, root: usize) -> &[usize] {
        &self.members[root]
    }

    /// Makes one group of two; its name is that of the larger one.
    pub fn unite(&mut self, a: usize, b: usize) -> usize {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return a;
        }
        let (keep, join) = if self.members[a].len() >= self.members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut self.members[join]);
        self.members[keep].extend(moved);
        self.members[keep].sort_unstable();
        self.parent[join] = keep;
        keep
    }

    /// All groups, by their least index; indices ascending.
    pub fn groups(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = self.members.into_iter().filter(|m| !m.is_empty()).collect();
        groups.sort_unstable_by_key(|g| g[0]);
        groups
    }
}
