//! Rebuilds the embedded packs when a file of theirs comes or goes.

fn main() {
    println!("cargo:rerun-if-changed=../../languages");
}
