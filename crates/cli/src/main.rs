//! The command line of Suquan.

mod arguments;
mod book;
mod commands;
mod filter;
mod fold;
mod intake;
mod messages;
mod progress;
mod reader;
mod spread;
mod view;

use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    commands::run(arguments::Arguments::parse())
}
