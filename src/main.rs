//! The program: everything is in the library.

use std::process::ExitCode;

fn main() -> anyhow::Result<ExitCode> {
    puente::cli::run()
}
