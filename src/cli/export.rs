//! `puente export`: requests, leads and the directory as a file.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use jiff::Timestamp;

use super::house;
use crate::{
    config::Config,
    domain::{Contacts, Exported, TableFormat},
    matching::directory,
    store::Store,
    tables::{self, Table},
};

/// What is exported.
#[derive(Debug, clap::Subcommand)]
pub enum Export {
    /// The partners' requests
    Requests(Work),
    /// The staff's leads
    Leads(Work),
    /// The organisations of the directory, as `puente import organisations` reads them
    #[command(alias = "organizations")]
    Organisations(Listed),
    /// The opportunities of the directory, as `puente import opportunities` reads them
    Opportunities(Listed),
}

#[derive(Debug, clap::Args)]
pub struct Work {
    /// The file: .csv, .xlsx or .jsonl
    file: PathBuf,
    /// Also the columns that say who somebody is: organisation and contact. Personal data: keep them no longer than you need them
    #[arg(long)]
    with_contacts: bool,
}

#[derive(Debug, clap::Args)]
pub struct Listed {
    /// The file: .csv, .xlsx or .jsonl
    file: PathBuf,
}

/// Runs the command.
///
/// # Errors
/// When the data folder cannot be used or the file cannot be written.
pub fn run(args: &Export, config: &Config) -> Result<ExitCode> {
    let (Export::Requests(Work { file, .. })
    | Export::Leads(Work { file, .. })
    | Export::Organisations(Listed { file })
    | Export::Opportunities(Listed { file })) = args;
    let Some(format) = super::format_of(file)? else { return Ok(ExitCode::from(2)) };
    house::runtime()?.block_on(export(args, file, format, config))
}

async fn export(args: &Export, file: &Path, format: TableFormat, config: &Config) -> Result<ExitCode> {
    let store = Store::open(&config.data_dir.join("puente.db")).await?;
    let (what, contacts) = match args {
        Export::Requests(work) => (Exported::Requests.code(), contacts(work)),
        Export::Leads(work) => (Exported::Leads.code(), contacts(work)),
        Export::Organisations(_) => ("organisations", Contacts::Left),
        Export::Opportunities(_) => ("opportunities", Contacts::Left),
    };
    let table = match args {
        Export::Requests(_) => store.exported(Exported::Requests, contacts).await?,
        Export::Leads(_) => store.exported(Exported::Leads, contacts).await?,
        Export::Organisations(_) => directory::organisations_table(&store.organisations().await?),
        Export::Opportunities(_) => directory::opportunities_table(&store.directory_opportunities().await?),
    };
    // Noted before it is written: no file leaves without its note.
    let mut tx = store.begin().await?;
    tx.note_export(what, format, contacts, None, Timestamp::now()).await?;
    tx.commit().await?;
    put(file, &table, format, what)?;
    writeln!(io::stdout(), "{} {what} in {}", table.rows.len(), file.display())?;
    Ok(ExitCode::SUCCESS)
}

fn contacts(work: &Work) -> Contacts {
    if work.with_contacts { Contacts::Included } else { Contacts::Left }
}

/// Writes beside the file and puts it in place by a rename, so that nobody ever reads half of it.
fn put(file: &Path, table: &Table, format: TableFormat, name: &str) -> Result<()> {
    let bytes = tables::write(table, format, name)?;
    let mut beside = file.as_os_str().to_owned();
    beside.push(".new");
    std::fs::write(&beside, bytes).with_context(|| format!("write {}", file.display()))?;
    std::fs::rename(&beside, file).with_context(|| format!("put {} in place", file.display()))
}
