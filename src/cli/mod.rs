//! The command line.

pub mod ask;
pub mod eval;
pub mod eval_match;
pub mod reindex;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::faq::Places;

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Ask(ask::Ask),
    Reindex(reindex::Reindex),
    #[command(subcommand)]
    Eval(Eval),
}

#[derive(Subcommand)]
enum Eval {
    Faq(eval::EvalFaq),
    Match(eval_match::EvalMatch),
}

/// Runs the command of this process.
pub fn run() -> anyhow::Result<ExitCode> {
    let data = std::env::var_os("PUENTE_DATA_DIR").map_or_else(|| PathBuf::from("data"), PathBuf::from);
    let places = Places { content: PathBuf::from("index"), built: data.join("faq") };
    match Cli::parse().command {
        Command::Ask(args) => ask::run(args, &places),
        Command::Reindex(args) => reindex::run(args, &places),
        Command::Eval(Eval::Faq(args)) => eval::run_faq(args, &places),
        Command::Eval(Eval::Match(args)) => eval_match::run(args, &places.content),
    }
}
