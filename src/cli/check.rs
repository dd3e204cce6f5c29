//! `puente check`: everything that people wrote and the program reads, all problems at once.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anyhow::Result;

use crate::{
    calendar,
    config::Config,
    domain::{Problem, Severity},
    faq, i18n,
    matching::{Matching, directory},
    replies,
};

/// Check FAQ entries, taxonomy, dictionary, glossary, sample directory, calendars, canned replies, locales and configuration
///
/// Each problem is told with its file and line; exit code 1 if there is any. Warnings alone are no problem.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The content folder [default: PUENTE_CONTENT_DIR, or index]
    #[arg(long, value_name = "DIR")]
    content: Option<std::path::PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When the problems cannot be shown.
pub fn run(args: &Check, config: &Config) -> Result<ExitCode> {
    let content = args.content.as_deref().unwrap_or(&config.content);
    let mut out = io::stdout().lock();
    let mut problems: Vec<Problem> = i18n::check();
    let (severity, found) = match faq::check(content.to_owned()) {
        Ok(warnings) => (Severity::Warning, warnings),
        Err(found) => (Severity::Error, found),
    };
    problems.extend(found.into_iter().map(|found| Problem {
        file: found.file,
        line: found.line,
        what: found.what,
        severity,
    }));
    if content.join("calendar").is_dir() {
        problems.extend(calendar::check(content));
    }
    problems.extend(replies::check(content));
    match Matching::open(content) {
        Ok(matching) => {
            problems.extend(matching.warnings().cloned());
            if content.join("directory").is_dir()
                && let Err(found) = directory::read(&content.join("directory"), matching.taxonomy())
            {
                problems.extend(found);
            }
        }
        Err(found) => problems.extend(found),
    }
    problems.sort();
    problems.dedup();
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    writeln!(out, "{errors} problems, {} warnings in {}", problems.len() - errors, content.display())?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
