//! `puente backup` and `puente restore`.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Result;

use super::house;
use crate::store::backup::{self, Proven};

/// Copy everything that is kept into one file, beside a server that runs
///
/// The copy is of one moment, is opened and looked through before it gets its name, and overwrites nothing. It holds what people
/// wrote: keep it where only you can read it, and no longer than 35 days.
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// The file to make
    file: PathBuf,
}

/// Put a backup into a data folder that has no data file
///
/// The backup is looked through first. Whoever asked to be forgotten since it was made stays forgotten, as long as the file
/// `erasures` is in the data folder. Stop the server before.
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// The backup
    file: PathBuf,
}

/// Runs `puente backup`.
///
/// # Errors
/// When there is nothing to copy, the file exists or cannot be written, or the copy is not whole.
pub fn make(args: &Backup, data: &Path) -> Result<ExitCode> {
    let proven = house::runtime()?.block_on(backup::backup(data, &args.file))?;
    writeln!(io::stdout(), "backed up to {}: {}", args.file.display(), told(&proven))?;
    Ok(ExitCode::SUCCESS)
}

/// Runs `puente restore`.
///
/// # Errors
/// When the data folder is in use or has a data file, or the backup is not whole.
pub fn restore(args: &Restore, data: &Path) -> Result<ExitCode> {
    let _lock = house::lock(data)?;
    let (proven, erased) = house::runtime()?.block_on(backup::restore(&args.file, data))?;
    writeln!(io::stdout(), "restored into {}: {}", data.display(), told(&proven))?;
    if erased > 0 {
        writeln!(io::stdout(), "{erased} people who asked to be forgotten since then are not in it any more")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What a backup holds, in one line.
pub fn told(proven: &Proven) -> String {
    let rows = |table| proven.rows_of(table);
    format!(
        "schema {}, {} people, {} requests, {} leads, {} questions, {} KiB, checked",
        proven.schema,
        rows("person"),
        rows("request"),
        rows("lead"),
        rows("question"),
        proven.bytes.div_ceil(1024)
    )
}
