//! How far a long command has come, told on standard error: never in the first second, then at most once a second.

use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

/// How long nothing is said.
const PATIENCE: Duration = Duration::from_secs(1);

/// The progress of one thing that takes its time.
pub struct Progress {
    doing: &'static str,
    of: usize,
    told: Instant,
}

impl Progress {
    /// So many steps of this are to come.
    pub fn new(doing: &'static str, of: usize) -> Self {
        Self { doing, of, told: Instant::now() }
    }

    /// So many of them are made.
    pub fn made(&mut self, made: usize) {
        if self.told.elapsed() >= PATIENCE {
            self.told = Instant::now();
            // Whoever has closed standard error does not want to know.
            let _ = writeln!(io::stderr(), "{} {made} of {}", self.doing, self.of);
        }
    }
}
