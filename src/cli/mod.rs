//! What a person types in a terminal. Wires the rooms together; `main.rs` only calls it.

mod ask;
mod backup;
mod check;
mod demo;
mod doctor;
mod eval;
mod eval_match;
mod export;
mod house;
mod import;
mod progress;
mod reindex;
mod report;
mod serve;
mod watch;

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

use crate::{
    config::{BadSetting, Config, LogFormat},
    domain::TableFormat,
    faq::Places,
};

/// Puente: the assistant of a China–Chile innovation cooperation centre
///
/// Every setting is an environment variable; a TOML file named by --config holds the same, and the environment wins:
/// TELOXIDE_TOKEN (the bot's token), TELOXIDE_API_URL (another Bot API server), PUENTE_DATA_DIR (default data),
/// PUENTE_CONTENT_DIR (FAQ, taxonomy, glossary, directory; default index), PUENTE_STAFF_CHAT (number of a supergroup with
/// topics), PUENTE_STAFF_LANG (es, zh, en, pt; default es), PUENTE_ADMINS (user ids, comma-separated), PUENTE_BACKUP_DIR
/// (daily backups of `serve`; default backups in the data folder), PUENTE_BACKUP_DAYS (how long they are kept, 1 to 35, or 0 for
/// none; default 14), PUENTE_WEBHOOK_URL and PUENTE_WEBHOOK_SECRET (webhook instead of polling), PUENTE_LISTEN (health, webhook; default 127.0.0.1:8080),
/// PUENTE_LOG (filter, default info), PUENTE_LOG_FORMAT (text or json).
///
/// Exit codes: 0 done, 1 problems found, 2 wrong usage.
#[derive(Parser)]
#[command(name = "puente", version)]
struct Cli {
    /// A TOML file with settings
    #[arg(long, env = "PUENTE_CONFIG", global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Demo(demo::Demo),
    Serve(serve::Serve),
    Ask(ask::Ask),
    Reindex(reindex::Reindex),
    Check(check::Check),
    /// Bring organisations or opportunities from a file into the directory
    ///
    /// The file is CSV, XLSX or JSONL, by its ending. Every bad row is told by file, line and column, and then nothing is
    /// imported; otherwise what is new and what differs comes in at once. What the file does not name stays as it is. A server
    /// that runs in the same data folder need not be stopped: it matches with what came in within a second.
    #[command(subcommand)]
    Import(import::Import),
    /// Write requests, leads, organisations or opportunities to a file
    ///
    /// The file becomes CSV, XLSX or JSONL, by its ending; one of this name is replaced. Each export is noted in the history of
    /// the data. Times are UTC, lists stand in one cell between |, and a text that a spreadsheet would run is written so that
    /// it does not.
    #[command(subcommand)]
    Export(export::Export),
    Backup(backup::Backup),
    Restore(backup::Restore),
    Doctor(doctor::Doctor),
    /// Measure the engines on any set of data
    #[command(subcommand)]
    Eval(Eval),
}

#[derive(Subcommand)]
enum Eval {
    Faq(eval::EvalFaq),
    Match(eval_match::EvalMatch),
}

/// Runs the command of this process.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let config = match Config::read(cli.config.as_deref()) {
        Ok(config) => config,
        Err(bad) => return wrong_settings(&bad),
    };
    log_to_stderr(&config);
    let places = Places { content: config.content.clone(), built: config.data_dir.join("faq") };
    let done = match cli.command {
        Command::Demo(args) => demo::run(&args, &config),
        Command::Serve(args) => serve::run(&args, config),
        Command::Ask(args) => ask::run(args, &places),
        Command::Reindex(args) => reindex::run(args, &places),
        Command::Check(args) => check::run(&args, &config),
        Command::Import(args) => import::run(&args, &config),
        Command::Export(args) => export::run(&args, &config),
        Command::Backup(args) => backup::make(&args, &config.data_dir),
        Command::Doctor(args) => doctor::run(&args, &config, &places),
        Command::Restore(args) => backup::restore(&args, &config.data_dir),
        Command::Eval(Eval::Faq(args)) => eval::run_faq(args, &places),
        Command::Eval(Eval::Match(args)) => eval_match::run(args, &config.content),
    };
    done.unwrap_or_else(|error| {
        // The line is for whoever runs it; where even that cannot be shown, the exit code still says it.
        let _ = writeln!(io::stderr(), "puente: {error:#}");
        ExitCode::from(1)
    })
}

/// The shape of a table that a file's name tells; none when it tells none, which has been said.
fn format_of(file: &Path) -> anyhow::Result<Option<TableFormat>> {
    let format = file.extension().and_then(|ending| TableFormat::of_ending(&ending.to_string_lossy()));
    if format.is_none() {
        writeln!(io::stderr(), "puente: {}: the file's name ends with .csv, .xlsx or .jsonl", file.display())?;
    }
    Ok(format)
}

fn wrong_settings(bad: &[BadSetting]) -> ExitCode {
    for bad in bad {
        let _ = writeln!(io::stderr(), "puente: {bad}");
    }
    ExitCode::from(2)
}

fn log_to_stderr(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    // Below this they tell addresses, and the address of Telegram's API holds the token.
    let quiet = ["hyper", "hyper_util", "h2", "reqwest", "rustls", "sqlx"].map(|library| format!("{library}=warn"));
    let filter = quiet.iter().filter_map(|directive| directive.parse().ok()).fold(filter, EnvFilter::add_directive);
    let lines =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(io::stderr().is_terminal());
    // Fails only where a log is set already, as in tests.
    let _ = match config.log_format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
}
