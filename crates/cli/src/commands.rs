//! One module a command.

mod actors;
mod annotate;
mod commitments;
mod compare;
mod correct;
mod dates;
mod diff;
mod event;
mod explain;
mod export;
mod ingest;
mod ledger;
mod pack;
mod read;
mod remove;
mod report;
mod search;
mod statements;
mod stories;
mod timeline;

use std::process::ExitCode;

use crate::arguments::{Arguments, Command};

/// Runs the command; the exit status is 0 where all went well, 1 where something failed, 2 where the call was wrong.
pub(crate) fn run(arguments: Arguments) -> ExitCode {
    match arguments.command {
        Command::Read(arguments) => read::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Statements(arguments) => statements::run(&arguments),
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Dates(arguments) => dates::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Ingest(arguments) => ingest::run(&arguments),
        Command::Remove(arguments) => remove::run(&arguments),
        Command::Ledger(arguments) => ledger::run(&arguments),
        Command::Timeline(arguments) => timeline::run(&arguments),
        Command::Event(arguments) => event::run(&arguments),
        Command::Stories(arguments) => stories::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Commitments(arguments) => commitments::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Correct(arguments) => correct::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Pack(command) => pack::run(&command),
        Command::Actors(command) => actors::run(&command),
    }
}
