//! Why a ledger could not be questioned.

use std::process::ExitCode;

use crate::messages::say;

/// Why a ledger could not be questioned.
pub(crate) enum Failure {
    /// The file.
    Store(suquan_store::Error),
    /// What stands in it.
    Content(serde_json::Error),
    /// The output.
    Output(std::io::Error),
    /// It was said already.
    Reported,
    /// Flags that do not go together; it was said already.
    WrongCall,
}

impl Failure {
    /// Says it, and gives the exit status.
    pub(crate) fn report(&self) -> ExitCode {
        match self {
            Failure::Store(error) => eprintln!("suquan: {error}"),
            Failure::Content(error) => eprintln!("suquan: {}", say("error.ledger", &[("error", &error.to_string())])),
            Failure::Output(error) => eprintln!("suquan: {}", say("error.output", &[("error", &error.to_string())])),
            Failure::Reported => {}
            Failure::WrongCall => return ExitCode::from(2),
        }
        ExitCode::FAILURE
    }
}

impl From<suquan_store::Error> for Failure {
    fn from(error: suquan_store::Error) -> Self {
        Failure::Store(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::Content(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::Output(error)
    }
}
