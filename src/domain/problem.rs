//! What is wrong with a file of content, said so that its author finds the place.
//! The sentence is for whoever edits the file; people who chat never see it.

use std::fmt;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Whether a problem stops the content from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Error,
    /// Worth a look; the content works without it.
    Warning,
}

/// One thing to mend in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    pub file: PathBuf,
    /// Counted from 1; 0 when the whole file is meant.
    pub line: usize,
    pub what: String,
    pub severity: Severity,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}:{}: {mark}: {}", self.file.display(), self.line, self.what)
    }
}
