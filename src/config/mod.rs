//! Settings: the environment and one TOML file into a checked [`Config`]. The only reader of both; the environment wins.

use std::{
    fmt,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use secrecy::SecretString;
use serde::Deserialize;

use crate::domain::Lang;

/// Every setting, checked.
#[derive(Debug)]
pub struct Config {
    /// The bot's token; needed by `serve` only.
    pub token: Option<SecretString>,
    /// Another Bot API server than the public one.
    pub api_url: Option<String>,
    pub data_dir: PathBuf,
    /// The folder of FAQ, taxonomy, glossary and sample directory.
    pub content: PathBuf,
    /// The number of the staff's supergroup.
    pub staff_chat: Option<i64>,
    pub staff_lang: Lang,
    /// User ids of the admins.
    pub admins: Vec<i64>,
    pub webhook: Option<Webhook>,
    /// Where `serve` puts its daily backups.
    pub backup_dir: PathBuf,
    /// How many days it keeps them; 0: it makes none.
    pub backup_days: i64,
    pub listen: SocketAddr,
    /// A `tracing` filter.
    pub log: String,
    pub log_format: LogFormat,
}

/// How long daily backups are kept where nothing is said.
const BACKUP_DAYS: i64 = 14;

/// Where Telegram is to send updates, and the secret that proves it was Telegram.
#[derive(Debug)]
pub struct Webhook {
    pub url: String,
    pub secret: SecretString,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// A setting that cannot be used, said so that its owner can mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadSetting {
    pub setting: &'static str,
    pub what: String,
}

impl fmt::Display for BadSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.setting, self.what)
    }
}

/// The settings as they are written in the file; each has the name of its variable in the environment.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "TELOXIDE_TOKEN", alias = "token")]
    token: Option<String>,
    #[serde(rename = "TELOXIDE_API_URL", alias = "api_url")]
    api_url: Option<String>,
    #[serde(rename = "PUENTE_DATA_DIR", alias = "data_dir")]
    data_dir: Option<String>,
    #[serde(rename = "PUENTE_CONTENT_DIR", alias = "content_dir")]
    content: Option<String>,
    #[serde(rename = "PUENTE_STAFF_CHAT", alias = "staff_chat")]
    staff_chat: Option<toml::Value>,
    #[serde(rename = "PUENTE_STAFF_LANG", alias = "staff_lang")]
    staff_lang: Option<String>,
    #[serde(rename = "PUENTE_ADMINS", alias = "admins")]
    admins: Option<toml::Value>,
    #[serde(rename = "PUENTE_WEBHOOK_URL", alias = "webhook_url")]
    webhook_url: Option<String>,
    #[serde(rename = "PUENTE_WEBHOOK_SECRET", alias = "webhook_secret")]
    webhook_secret: Option<String>,
    #[serde(rename = "PUENTE_BACKUP_DIR", alias = "backup_dir")]
    backup_dir: Option<String>,
    #[serde(rename = "PUENTE_BACKUP_DAYS", alias = "backup_days")]
    backup_days: Option<toml::Value>,
    #[serde(rename = "PUENTE_LISTEN", alias = "listen")]
    listen: Option<String>,
    #[serde(rename = "PUENTE_LOG", alias = "log")]
    log: Option<String>,
    #[serde(rename = "PUENTE_LOG_FORMAT", alias = "log_format")]
    log_format: Option<String>,
}

impl Config {
    /// Reads the file, if one is named, and the environment over it.
    ///
    /// # Errors
    /// All settings that cannot be used.
    pub fn read(file: Option<&Path>) -> Result<Self, Vec<BadSetting>> {
        let file = match file {
            Some(path) => read_file(path).map_err(|problem| vec![problem])?,
            None => File::default(),
        };
        Self::from_parts(file, &|name| std::env::var(name).ok())
    }

    fn from_parts(file: File, environment: &dyn Fn(&str) -> Option<String>) -> Result<Self, Vec<BadSetting>> {
        let mut bad = Vec::new();
        let pick = |name: &'static str, written: Option<String>| {
            environment(name).or(written).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        let staff_chat = pick("PUENTE_STAFF_CHAT", file.staff_chat.map(|value| plain(&value)));
        let admins = pick("PUENTE_ADMINS", file.admins.map(|value| plain(&value)));
        let staff_chat = staff_chat
            .and_then(|value| checked("PUENTE_STAFF_CHAT", &value, "a chat's number, such as -1001234567890", &mut bad));
        let admins = admins.unwrap_or_default();
        let admins = admins
            .split(',')
            .map(str::trim)
            .filter(|id| !id.is_empty())
            .filter_map(|id| checked("PUENTE_ADMINS", id, "user ids, comma-separated, such as 12345,67890", &mut bad))
            .collect();
        let staff_lang = pick("PUENTE_STAFF_LANG", file.staff_lang);
        let staff_lang = match staff_lang.as_deref().map(|tag| (tag, Lang::from_tag(tag))) {
            None => Lang::Es,
            Some((_, Some(lang))) => lang,
            Some((tag, None)) => {
                bad.push(BadSetting { setting: "PUENTE_STAFF_LANG", what: format!("`{tag}` is none of es, zh, en, pt") });
                Lang::Es
            }
        };
        let listen = pick("PUENTE_LISTEN", file.listen).unwrap_or_else(|| "127.0.0.1:8080".into());
        let listen = checked("PUENTE_LISTEN", &listen, "an address and port, such as 127.0.0.1:8080", &mut bad);
        let log_format = match pick("PUENTE_LOG_FORMAT", file.log_format).as_deref() {
            None | Some("text") => LogFormat::Text,
            Some("json") => LogFormat::Json,
            Some(other) => {
                bad.push(BadSetting { setting: "PUENTE_LOG_FORMAT", what: format!("`{other}` is neither text nor json") });
                LogFormat::Text
            }
        };
        let webhook = webhook(
            pick("PUENTE_WEBHOOK_URL", file.webhook_url),
            pick("PUENTE_WEBHOOK_SECRET", file.webhook_secret),
            &mut bad,
        );
        let data_dir: PathBuf = pick("PUENTE_DATA_DIR", file.data_dir).unwrap_or_else(|| "data".into()).into();
        let backup_days = pick("PUENTE_BACKUP_DAYS", file.backup_days.map(|value| plain(&value)));
        let backup_days = backup_days.and_then(|value| backup_days_of(&value, &mut bad)).unwrap_or(BACKUP_DAYS);
        let config = Self {
            token: pick("TELOXIDE_TOKEN", file.token).map(SecretString::from),
            api_url: pick("TELOXIDE_API_URL", file.api_url),
            backup_dir: pick("PUENTE_BACKUP_DIR", file.backup_dir).map_or_else(|| data_dir.join("backups"), PathBuf::from),
            backup_days,
            data_dir,
            content: pick("PUENTE_CONTENT_DIR", file.content).map_or_else(default_content, PathBuf::from),
            staff_chat,
            staff_lang,
            admins,
            webhook,
            listen: listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080))),
            log: pick("PUENTE_LOG", file.log).unwrap_or_else(|| "info".into()),
            log_format,
        };
        if bad.is_empty() { Ok(config) } else { Err(bad) }
    }
}

fn read_file(path: &Path) -> Result<File, BadSetting> {
    let problem = |what: String| BadSetting { setting: "--config", what: format!("{}: {what}", path.display()) };
    let text = std::fs::read_to_string(path).map_err(|error| problem(error.to_string()))?;
    toml::from_str(&text).map_err(|error| problem(error.to_string()))
}

/// A number, a text, or a list of either, as the environment would say it.
fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

fn checked<T: std::str::FromStr>(setting: &'static str, value: &str, wanted: &str, bad: &mut Vec<BadSetting>) -> Option<T> {
    let parsed = value.parse().ok();
    if parsed.is_none() {
        bad.push(BadSetting { setting, what: format!("`{value}` is not {wanted}") });
    }
    parsed
}

/// What is erased may stay in backups for 35 days and no longer.
fn backup_days_of(value: &str, bad: &mut Vec<BadSetting>) -> Option<i64> {
    let days = value.parse().ok().filter(|days| (0..=35).contains(days));
    if days.is_none() {
        bad.push(BadSetting { setting: "PUENTE_BACKUP_DAYS", what: format!("`{value}` is no number of days from 0 to 35") });
    }
    days
}

/// Telegram allows these characters in a secret.
fn is_secret(secret: &str) -> bool {
    (1..=256).contains(&secret.len()) && secret.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

fn webhook(url: Option<String>, secret: Option<String>, bad: &mut Vec<BadSetting>) -> Option<Webhook> {
    let url = url?;
    if !url.starts_with("https://") && !url.starts_with("http://127.0.0.1") {
        bad.push(BadSetting {
            setting: "PUENTE_WEBHOOK_URL",
            what: "Telegram sends updates to https addresses only".into(),
        });
    }
    match secret {
        Some(secret) if is_secret(&secret) => Some(Webhook { url, secret: secret.into() }),
        _ => {
            let what = "needed with a webhook: 1 to 256 letters, digits, `_` or `-`".into();
            bad.push(BadSetting { setting: "PUENTE_WEBHOOK_SECRET", what });
            None
        }
    }
}

/// `index` here, or else beside the program, or else where the program was built.
fn default_content() -> PathBuf {
    let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join("index")));
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("index");
    [Some(PathBuf::from("index")), beside, Some(built)]
        .into_iter()
        .flatten()
        .find(|folder| folder.join("faq").is_dir())
        .unwrap_or_else(|| PathBuf::from("index"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_wins_over_the_file() {
        let file: File = toml::from_str("token = 'a'\nadmins = [1, 2]\nstaff_chat = -100\nlisten = '127.0.0.1:1'").unwrap();
        let config = Config::from_parts(file, &|name| (name == "PUENTE_ADMINS").then(|| "7, 8".into())).unwrap();
        assert_eq!(config.admins, [7, 8]);
        assert_eq!(config.staff_chat, Some(-100));
    }

    #[test]
    fn every_bad_setting_is_named_at_once() {
        let set = |name: &str| match name {
            "PUENTE_ADMINS" => Some("me".to_owned()),
            "PUENTE_LISTEN" => Some("8080".to_owned()),
            "PUENTE_WEBHOOK_URL" => Some("https://example.org/hook".to_owned()),
            _ => None,
        };
        let bad = Config::from_parts(File::default(), &set).unwrap_err();
        let named: Vec<_> = bad.iter().map(|bad| bad.setting).collect();
        assert_eq!(named, ["PUENTE_ADMINS", "PUENTE_LISTEN", "PUENTE_WEBHOOK_SECRET"]);
    }

    #[test]
    fn the_token_is_in_no_debug_output() {
        let set = |name: &str| (name == "TELOXIDE_TOKEN").then(|| "123:secret".to_owned());
        let config = Config::from_parts(File::default(), &set).unwrap();
        assert!(!format!("{config:?}").contains("secret"));
    }
}
