//! `suquan pack`.

use std::process::ExitCode;

use suquan_pipeline::{check_examples, check_idle};

use crate::arguments::Pack;
use crate::reader;

pub(crate) fn run(command: &Pack) -> ExitCode {
    let Pack::Check { folder } = command;
    let name = folder.display();
    let reader = match reader::reader(Some(folder), true) {
        Ok(reader) => reader,
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{name}/{fault}"));
            return ExitCode::FAILURE;
        }
    };
    let (failures, idle) = (check_examples(&reader), check_idle(&reader));
    for failure in &failures {
        eprintln!("{name}/{}:{}\n{}\n", failure.file, failure.line, failure.report);
    }
    idle.iter().for_each(|fault| eprintln!("{name}/{fault}"));
    eprintln!("{} examples, {} failed; {} idle rules", reader.pack().examples().len(), failures.len(), idle.len());
    if failures.is_empty() && idle.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
