//! `puente import`: organisations or opportunities from a file into the directory. All that is wrong is told at once, and a file
//! with anything wrong in it changes nothing.

use std::{
    collections::{BTreeMap, HashMap},
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use jiff::Timestamp;

use super::{house, progress::Progress};
use crate::{
    config::Config,
    domain::{Opportunity, Organisation, TableFormat},
    matching::{
        Matching,
        directory::{self, Column, Filled, OPPORTUNITY, ORGANISATION},
        taxonomy::Taxonomy,
    },
    store::{Origin, Store},
    tables::{self, Fault, Table},
};

/// So many rows are kept in less than a second.
const QUICKLY_KEPT: usize = 10_000;

/// What is imported.
#[derive(Debug, clap::Subcommand)]
pub enum Import {
    /// Organisations, each known again by its key
    #[command(alias = "organizations", after_long_help = columns_of(ORGANISATION))]
    Organisations(File),
    /// Offers and needs of organisations that are in the directory already
    #[command(after_long_help = columns_of(OPPORTUNITY))]
    Opportunities(File),
}

#[derive(Debug, clap::Args)]
pub struct File {
    /// The file: .csv (comma, semicolon or tab; UTF-8), .xlsx (its first sheet) or .jsonl (one object a line)
    file: PathBuf,
    /// Only check, and show what would change
    #[arg(long)]
    dry_run: bool,
    /// Where the rows come from, kept with them beside the file's name
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
}

/// The reference of the columns, for the help.
fn columns_of(columns: &[Column]) -> String {
    let mut help = String::from(
        "Columns, in any order and case (* in every row); lists stand in one cell between | or ; and days are 2027-09-30:\n\n",
    );
    for column in columns {
        let mark = if column.is_needed { "*" } else { "" };
        help += &format!("  {}{mark}: {}; such as {}\n", column.name, column.what, column.example);
    }
    help + "\nA column that is none of these is left out with a warning; one that is nearly one of these is refused.\n\
            Exit codes: 0 imported (or, with --dry-run, could be), 1 problems found and nothing imported, 2 wrong usage."
}

/// Runs the command; 1 when the file has problems.
///
/// # Errors
/// When the data folder or the content cannot be used.
pub fn run(args: &Import, config: &Config) -> Result<ExitCode> {
    let (Import::Organisations(file) | Import::Opportunities(file)) = args;
    let Some(format) = super::format_of(&file.file)? else { return Ok(ExitCode::from(2)) };
    let bytes = match std::fs::read(&file.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            writeln!(io::stderr(), "puente: {}: cannot be read: {error}", file.file.display())?;
            return Ok(ExitCode::from(2));
        }
    };
    house::runtime()?.block_on(import(args, file, (format, &bytes), config))
}

async fn import(args: &Import, file: &File, read: (TableFormat, &[u8]), config: &Config) -> Result<ExitCode> {
    let matching = Matching::open(&config.content).map_err(|problems| house::broken(&problems))?;
    let table = match tables::read(read.0, read.1) {
        Ok(table) => table,
        Err(fault) => return refuse(&file.file, &[fault]),
    };
    let present = Present::read(&config.data_dir.join("puente.db")).await?;
    match args {
        Import::Organisations(_) => present.organisations(file, table, matching.taxonomy()).await,
        Import::Opportunities(_) => present.opportunities(file, table, matching.taxonomy()).await,
    }
}

/// The directory as it is before the import.
struct Present {
    data_file: PathBuf,
    organisations: Vec<Organisation>,
    opportunities: Vec<Opportunity>,
}

impl Present {
    /// A folder without data is an empty directory; a dry run does not make one.
    async fn read(data_file: &Path) -> Result<Self> {
        let mut present = Self { data_file: data_file.to_owned(), organisations: Vec::new(), opportunities: Vec::new() };
        if data_file.exists() {
            let store = Store::open(data_file).await?;
            present.organisations = store.organisations().await?;
            present.opportunities = store.directory_opportunities().await?;
        }
        Ok(present)
    }

    async fn organisations(self, file: &File, table: Table, taxonomy: &Taxonomy) -> Result<ExitCode> {
        let mut progress = Progress::new("checking", table.rows.len());
        let filled = directory::organisations(table, taxonomy, &mut |row| progress.made(row));
        let known: HashMap<&str, &Organisation> = self.organisations.iter().map(|it| (it.key.as_str(), it)).collect();
        let compared = |it: &Organisation| known.get(it.key.as_str()).map(|was| directory::organisation_changes(was, it));
        let Some(changed) = difference(file, filled, |it| &it.key, compared)? else { return Ok(ExitCode::from(1)) };
        self.keep(file, &changed, &[]).await
    }

    async fn opportunities(self, file: &File, table: Table, taxonomy: &Taxonomy) -> Result<ExitCode> {
        let homes: BTreeMap<_, _> = self.organisations.iter().map(|it| (it.key.clone(), it.country)).collect();
        let mut progress = Progress::new("checking", table.rows.len());
        let filled = directory::opportunities(table, taxonomy, homes, &mut |row| progress.made(row));
        let known: HashMap<&str, &Opportunity> = self.opportunities.iter().map(|it| (it.key.as_str(), it)).collect();
        let compared = |it: &Opportunity| known.get(it.key.as_str()).map(|was| directory::opportunity_changes(was, it));
        let Some(changed) = difference(file, filled, |it| &it.key, compared)? else { return Ok(ExitCode::from(1)) };
        self.keep(file, &[], &changed).await
    }

    /// Keeps what is new or differs, all of it or, when that fails, none.
    async fn keep(&self, file: &File, organisations: &[Organisation], opportunities: &[Opportunity]) -> Result<ExitCode> {
        if file.dry_run || organisations.is_empty() && opportunities.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
        let count = organisations.len() + opportunities.len();
        if count > QUICKLY_KEPT {
            writeln!(io::stderr(), "keeping {count} rows")?;
        }
        let store = Store::open(&self.data_file).await?;
        let name = file.file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let origin = Origin { file: &name, source: file.source.as_deref(), at: Timestamp::now() };
        let mut tx = store.begin().await?;
        tx.put_directory(organisations, opportunities, origin).await.context("nothing was imported")?;
        tx.commit().await.context("nothing was imported")?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Tells what is wrong with the file, or how it differs from what is there, and gives what is new or has changed; none when
/// something is wrong.
fn difference<T>(
    file: &File,
    filled: Filled<T>,
    key: impl Fn(&T) -> &String,
    compared: impl Fn(&T) -> Option<Vec<&'static str>>,
) -> Result<Option<Vec<T>>> {
    warn(&file.file, &filled.warnings)?;
    if !filled.faults.is_empty() {
        refuse(&file.file, &filled.faults)?;
        return Ok(None);
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (mut added, mut same, total) = (0, 0, filled.items.len());
    let mut changed = Vec::new();
    for item in filled.items {
        match compared(&item) {
            Some(columns) if columns.is_empty() => {
                same += 1;
                continue;
            }
            Some(columns) => writeln!(out, "~ {}: {}", key(&item), columns.join(", "))?,
            None => {
                added += 1;
                writeln!(out, "+ {}", key(&item))?;
            }
        }
        changed.push(item);
    }
    let (others, done) = (total - added - same, if file.dry_run { "; nothing was imported: a dry run" } else { "" });
    writeln!(out, "{added} new, {others} changed, {same} the same{done}")?;
    out.flush()?;
    Ok(Some(changed))
}

fn warn(file: &Path, warnings: &[Fault]) -> Result<()> {
    for warning in warnings {
        writeln!(io::stderr(), "{}: warning", told(file, warning))?;
    }
    Ok(())
}

/// Tells every fault, and that nothing was imported.
fn refuse(file: &Path, faults: &[Fault]) -> Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for fault in faults {
        writeln!(out, "{}", told(file, fault))?;
    }
    out.flush()?;
    let rows: std::collections::BTreeSet<usize> = faults.iter().map(|fault| fault.line).collect();
    writeln!(io::stderr(), "{} problems in {} rows; nothing was imported", faults.len(), rows.len())?;
    Ok(ExitCode::from(1))
}

fn told(file: &Path, fault: &Fault) -> String {
    let Fault { line, column, what } = fault;
    let file = file.display();
    match (*line, column.as_str()) {
        (0, _) => format!("{file}: {what}"),
        (line, "") => format!("{file}:{line}: {what}"),
        (line, column) => format!("{file}:{line}: column {column}: {what}"),
    }
}
