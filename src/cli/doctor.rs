//! `puente doctor`: what is wrong with this installation, each with its cure. The admins' `/health` asks the same doctor.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::Result;
use jiff::Timestamp;
use serde_json::json;

use super::house;
use crate::{
    config::Config,
    domain::Lang,
    faq::{self, Places},
    i18n::I18n,
    matching::{Matching, directory},
    store,
    talk::{BoxFuture, Doctor as Asked, Text},
    telegram::Telegram,
    text,
};

/// Less free space than this stops writing before long.
const ENOUGH_MIB: u64 = 200;

/// Find what is wrong with this installation, and tell the cure
///
/// Looks at settings, token, staff chat, webhook, clock, disk, data file, content, index, what waits, and backups. Changes nothing
/// and works beside a server that runs. Exit code 1 when anything is wrong.
#[derive(Debug, clap::Args)]
pub struct Doctor {
    /// The language of the findings
    #[arg(long, value_parser = super::ask::parse_lang, default_value = "en")]
    lang: Lang,
    /// One JSON object instead of lines
    #[arg(long)]
    json: bool,
}

/// Runs the command; exit code 1 when anything is wrong.
///
/// # Errors
/// When the findings cannot be shown.
pub fn run(args: &Doctor, config: &Config, places: &Places) -> Result<ExitCode> {
    let telegram = config.token.clone().map(|token| Telegram::connect(token, config.api_url.as_deref()));
    let mut found = settings(config);
    let telegram = match telegram {
        None => None,
        Some(Ok(telegram)) => Some(telegram),
        Some(Err(error)) => {
            found.push(text!("fault-api-unreachable", why = error.to_string()));
            None
        }
    };
    let patient = Patient::of(config, places, telegram);
    found.extend(house::runtime()?.block_on(patient.faults(Timestamp::now())));
    show(args, &found)?;
    Ok(if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn show(args: &Doctor, found: &[Text]) -> Result<()> {
    let (i18n, mut out) = (I18n::new(), io::stdout().lock());
    if args.json {
        let faults: Vec<_> = found
            .iter()
            .map(|fault| {
                let told = i18n.plain(args.lang, fault);
                let (what, cure) = told.split_once('\n').unwrap_or((&told, ""));
                json!({"fault": code(fault), "what": what, "cure": cure})
            })
            .collect();
        writeln!(out, "{}", json!({"well": found.is_empty(), "faults": faults}))?;
        return Ok(());
    }
    for fault in found {
        writeln!(out, "✗ {}: {}", code(fault), i18n.plain(args.lang, fault).replace('\n', "\n  "))?;
    }
    if found.is_empty() {
        writeln!(out, "{}", i18n.plain(args.lang, &text!("checkup-well")))?;
    }
    Ok(())
}

/// The name of a fault: its message's id, without its kind.
fn code(fault: &Text) -> &str {
    match fault {
        Text::Say { id, .. } => id.strip_prefix("fault-").unwrap_or(id),
        _ => "",
    }
}

/// What is strange in the settings although each of them can be used.
fn settings(config: &Config) -> Vec<Text> {
    let mut found = Vec::new();
    if config.token.is_none() {
        found.push(text!("fault-token-missing"));
    }
    match config.staff_chat {
        None => found.push(text!("fault-staff-chat-missing")),
        Some(chat) if chat > -1_000_000_000_000 => found.push(text!("fault-staff-chat-number", chat = chat.to_string())),
        Some(_) => {}
    }
    if config.admins.is_empty() {
        found.push(text!("fault-admins-missing"));
    }
    if config.admins.iter().any(|id| *id <= 0) {
        found.push(text!("fault-admins-number"));
    }
    found
}

/// An installation, as the doctor sees it.
#[derive(Clone)]
pub struct Patient {
    pub data: PathBuf,
    pub places: Places,
    /// Where daily backups are, if they are made.
    pub backups: Option<PathBuf>,
    pub telegram: Option<Telegram>,
    pub staff_chat: Option<i64>,
    pub webhook: Option<String>,
}

impl Patient {
    /// The installation of these settings.
    pub fn of(config: &Config, places: &Places, telegram: Option<Telegram>) -> Self {
        Self {
            data: config.data_dir.clone(),
            places: places.clone(),
            backups: (config.backup_days > 0).then(|| config.backup_dir.clone()),
            telegram,
            staff_chat: config.staff_chat,
            webhook: config.webhook.as_ref().map(|webhook| webhook.url.clone()),
        }
    }

    /// The doctor whom the admins' `/health` asks.
    pub fn doctor(self) -> Asked {
        Arc::new(move || -> BoxFuture<'static, Vec<Text>> {
            let patient = self.clone();
            Box::pin(async move { patient.faults(Timestamp::now()).await })
        })
    }

    /// Everything that is wrong.
    pub async fn faults(&self, now: Timestamp) -> Vec<Text> {
        let mut found = folder(&self.data);
        found.extend(store::faults(&self.data, self.backups.clone(), now).await);
        let places = self.places.clone();
        let read = tokio::task::spawn_blocking(move || content(&places, now)).await;
        found.extend(read.unwrap_or_else(|torn| vec![text!("fault-content", count = 1_i64, first = torn.to_string())]));
        if let Some(telegram) = &self.telegram {
            found.extend(telegram.faults(self.staff_chat, self.webhook.as_deref()).await);
        }
        found
    }
}

/// Whether the data folder can be written and has room.
fn folder(data: &Path) -> Vec<Text> {
    if !data.exists() {
        return Vec::new();
    }
    let shown = || data.display().to_string();
    let mut found = Vec::new();
    let trial = data.join(format!("doctor.{}", std::process::id()));
    match std::fs::write(&trial, "x").and_then(|()| std::fs::remove_file(&trial)) {
        Ok(()) => {}
        Err(error) => found.push(text!("fault-data-readonly", folder = shown(), why = error.to_string())),
    }
    if let Ok(free) = fs4::available_space(data)
        && free / 1024 / 1024 < ENOUGH_MIB
    {
        let free = i64::try_from(free / 1024 / 1024).unwrap_or(i64::MAX);
        found.push(text!("fault-disk-low", free = free, folder = shown()));
    }
    found
}

/// Whether what people wrote can be used, and is in use.
fn content(places: &Places, now: Timestamp) -> Vec<Text> {
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let mut found = faq::faults(places, today);
    let problems = match Matching::open(&places.content) {
        Ok(matching) if places.content.join("directory").is_dir() => {
            directory::read(&places.content.join("directory"), matching.taxonomy()).err()
        }
        Ok(_) => None,
        Err(problems) => Some(problems),
    };
    if let Some(problems) = problems {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        found.push(text!("fault-content", count = i64::try_from(problems.len()).unwrap_or(i64::MAX), first = first));
    }
    found
}
