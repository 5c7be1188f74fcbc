//! `suquan annotate`.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use suquan_pipeline::read_all;

use crate::arguments::Annotate;
use crate::{intake, reader};

/// Articles read before their records are written: enough to keep every thread busy, few enough to fit in memory however long the input is.
const BATCH: usize = 256;

pub(crate) fn run(arguments: &Annotate) -> ExitCode {
    let Some(reader) = reader::reader_or_report(&arguments.sources.how.read_by) else { return ExitCode::from(2) };
    let mut intake = intake::articles(&arguments.sources, reader.pack());
    let jobs = intake::jobs(&arguments.sources);
    let mut output = BufWriter::new(std::io::stdout().lock());
    loop {
        let batch: Vec<_> = intake.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        let record = |reading| if arguments.format == "timeml" { suquan_api::timeml(&reading) } else { suquan_api::annotation(&reading) };
        for line in read_all(&reader, batch, &intake::hints(&arguments.sources), jobs, record, || ()) {
            if writeln!(output, "{line}").is_err() {
                return ExitCode::FAILURE;
            }
        }
    }
    if output.flush().is_err() { ExitCode::FAILURE } else { intake.close() }
}
