//! How a measurement is told: the run to a file, the report as a table or as JSON.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

use anyhow::{Context, Result};
use serde::Serialize;

/// Writes the lines of a run or of another list.
///
/// # Errors
/// When the file cannot be written.
pub fn write_lines(path: &Path, lines: impl Iterator<Item = String>) -> Result<()> {
    let write = || -> io::Result<()> {
        let mut out = BufWriter::new(File::create(path)?);
        for line in lines {
            writeln!(out, "{line}")?;
        }
        out.flush()
    };
    write().with_context(|| format!("write {}", path.display()))
}

/// Shows a report, as JSON where that is asked for.
///
/// # Errors
/// When it cannot be shown.
pub fn show<R: Serialize>(
    report: &R,
    json: bool,
    table: impl FnOnce(&mut dyn Write, &R) -> io::Result<()>,
) -> Result<ExitCode> {
    let mut out = io::stdout().lock();
    if json {
        serde_json::to_writer_pretty(&mut out, report)?;
        writeln!(out)?;
    } else {
        table(&mut out, report)?;
    }
    Ok(ExitCode::SUCCESS)
}
