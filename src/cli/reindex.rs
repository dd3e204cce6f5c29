//! `puente reindex`: check the content, show what it changes, build beside the old index, swap.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::Context;

use crate::faq::{Difference, Faq, OpenError, Places, Problem};

/// Check the FAQ content, show what changes, build the new index beside the old one and swap
///
/// A running server takes the new index within a second. Any problem leaves the old one in place.
#[derive(Debug, clap::Args)]
pub struct Reindex {
    /// The content folder, which holds `faq/` and `glossary.toml`
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Only check and show what would change
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command; exit code 1 when the content has problems.
pub fn run(args: Reindex, places: &Places) -> anyhow::Result<ExitCode> {
    let places = Places { content: args.content.unwrap_or_else(|| places.content.clone()), ..places.clone() };
    let faq = match Faq::open(places) {
        Ok(faq) => faq,
        Err(OpenError::Content(problems)) => return refuse(&problems),
        Err(error) => return Err(error).context("open the FAQ"),
    };
    match if args.dry_run { faq.dry_run() } else { faq.reindex() } {
        Ok(difference) => show(&difference).map(|()| ExitCode::SUCCESS),
        Err(problems) => refuse(&problems),
    }
}

fn refuse(problems: &[Problem]) -> anyhow::Result<ExitCode> {
    let mut out = io::stderr().lock();
    for problem in problems {
        writeln!(out, "{problem}")?;
    }
    writeln!(out, "{} problems; the index stays as it was", problems.len())?;
    Ok(ExitCode::from(1))
}

fn show(difference: &Difference) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    for warning in &difference.warnings {
        writeln!(out, "warning: {warning}")?;
    }
    for (sign, ids) in [('+', &difference.added), ('~', &difference.changed), ('-', &difference.removed)] {
        for id in ids {
            writeln!(out, "{sign} {id}")?;
        }
    }
    let Difference { added, changed, removed, same, warnings } = difference;
    let counts = [added.len(), changed.len(), removed.len(), same.len(), warnings.len()];
    let [added, changed, removed, same, warnings] = counts;
    writeln!(out, "{added} added, {changed} changed, {removed} removed, {same} the same, {warnings} warnings")?;
    Ok(())
}
