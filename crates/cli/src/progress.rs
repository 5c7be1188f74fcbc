//! Progress on work that takes over a second.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work shorter than this shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on standard error, where that is a terminal.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Progress over `total` articles.
    pub(crate) fn new(total: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::hidden());
        Self(bar.with_style(ProgressStyle::with_template("{bar:30} {pos}/{len} {per_sec} {eta}").unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    /// One more article is read.
    pub(crate) fn step(&self) {
        if self.0.is_hidden() && self.0.elapsed() > PATIENCE {
            self.0.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.0.inc(1);
    }

    /// Takes the bar away.
    pub(crate) fn close(self) {
        self.0.finish_and_clear();
    }
}
