//! A content file, and the line on which each of its words stands.
//! It reads TOML and knows nothing of what the tables mean.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::domain::{Problem, Severity};

/// A file that was read, and the problems found in it so far.
pub struct Source {
    path: PathBuf,
    text: String,
    pub problems: Vec<Problem>,
}

impl Source {
    /// Reads the file and its tables.
    ///
    /// # Errors
    /// When it cannot be read, or is not TOML of this shape: one problem, with its line.
    pub fn read<T: DeserializeOwned>(path: &Path) -> Result<(Self, T), Vec<Problem>> {
        let unread = |line, what: String| vec![Problem { file: path.to_owned(), line, what, severity: Severity::Error }];
        let text = fs::read_to_string(path).map_err(|error| unread(0, format!("cannot be read: {error}")))?;
        let source = Self { path: path.to_owned(), text, problems: Vec::new() };
        let tables = toml::from_str(&source.text).map_err(|error| {
            let line = error.span().map_or(0, |span| source.line(&span));
            unread(line, error.message().to_owned())
        })?;
        Ok((source, tables))
    }

    fn line(&self, span: &Range<usize>) -> usize {
        1 + self.text.as_bytes()[..span.start.min(self.text.len())].iter().filter(|&&byte| byte == b'\n').count()
    }

    /// The line on which this stands.
    pub fn line_of<T>(&self, at: &Spanned<T>) -> usize {
        self.line(&at.span())
    }

    fn note<T>(&mut self, at: &Spanned<T>, severity: Severity, what: String) {
        let line = self.line(&at.span());
        self.note_in(line, severity, what);
    }

    fn note_in(&mut self, line: usize, severity: Severity, what: String) {
        self.problems.push(Problem { file: self.path.clone(), line, what, severity });
    }

    /// Notes what must be mended at this place.
    pub fn error<T>(&mut self, at: &Spanned<T>, what: impl Into<String>) {
        self.note(at, Severity::Error, what.into());
    }

    /// Notes what must be mended on this line.
    pub fn error_in(&mut self, line: usize, what: impl Into<String>) {
        self.note_in(line, Severity::Error, what.into());
    }

    /// Notes what is worth a look at this place.
    pub fn warn<T>(&mut self, at: &Spanned<T>, what: impl Into<String>) {
        self.note(at, Severity::Warning, what.into());
    }

    /// The value, unless an error was found; the warnings come with it.
    ///
    /// # Errors
    /// All problems, when at least one is an error.
    pub fn checked<T>(self, value: T) -> Result<(T, Vec<Problem>), Vec<Problem>> {
        checked(self.problems, value)
    }
}

/// The value with the warnings, unless there is an error; in the order of files and lines.
///
/// # Errors
/// All problems, when at least one is an error.
pub fn checked<T>(mut problems: Vec<Problem>, value: T) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    problems.sort();
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    Ok((value, problems))
}
