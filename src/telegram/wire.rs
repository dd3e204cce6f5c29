//! One request to the Bot API over HTTP: teloxide's typed methods in, the bare result or a [`Failure`] out.
//! teloxide's own sending is not used: it sleeps ten seconds on every 5xx, drops the error's code, and takes a message that
//! *was* sent for a failure when the answer has a shape it does not know, so that it would be sent twice.

use std::{
    collections::HashMap,
    fmt,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use teloxide::{Bot, net::default_reqwest_settings, requests::Payload};
use tokio::sync::OnceCell;

/// Why a request has no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// Telegram said no.
    Answer { code: u16, description: String, wait: Option<Duration>, moved: Option<i64> },
    /// Nobody answered, or somebody who is not the Bot API.
    Silence(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer { code, description, .. } => write!(f, "{code} {description}"),
            Self::Silence(why) => f.write_str(why),
        }
    }
}

/// What keeps the door from being built.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConnectError {
    /// The address of the Bot API cannot be used.
    #[error("the Bot API address `{0}` is no http or https address")]
    Address(String),
    /// The HTTP client cannot be built.
    #[error("the HTTP client cannot start: {0}")]
    Client(String),
}

/// How long the door waits for answers.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For the answer to an ordinary request.
    pub request: Duration,
    /// How long Telegram may hold `getUpdates` open; the answer may take ten seconds more.
    pub poll: Duration,
    /// The pause when another process polls with the same token.
    pub conflict: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { request: Duration::from_secs(15), poll: Duration::from_secs(30), conflict: Duration::from_secs(30) }
    }
}

/// The way to one Bot API server, for one bot.
pub(super) struct Wire {
    /// Holds the client and the address only: a `Bot` shows its token in `Debug`, so ours never learns it.
    bot: Bot,
    token: SecretString,
    pub(super) patience: Patience,
    /// Telegram's numbers for the icons that a topic may have, by their emoji.
    pub(super) topic_icons: OnceCell<HashMap<String, String>>,
    /// The last answer of the Bot API: when it came, and how far our clock was ahead of Telegram's then.
    heard: Mutex<Option<(Instant, Option<i64>)>>,
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wire").field("address", &self.bot.api_url().as_str()).finish_non_exhaustive()
    }
}

/// The frame around every answer of the Bot API.
#[derive(Deserialize)]
struct Frame {
    ok: bool,
    #[serde(default)]
    result: Value,
    error_code: Option<u16>,
    #[serde(default)]
    description: String,
    #[serde(default)]
    parameters: Parameters,
}

#[derive(Deserialize, Default)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl Wire {
    pub(super) fn new(token: SecretString, address: &str, patience: Patience) -> Result<Self, ConnectError> {
        let mut settings = default_reqwest_settings();
        // A proxy that the system names is the way to the wide net, not to a Bot API server on this machine.
        if ["http://127.", "http://localhost", "http://[::1]"].iter().any(|local| address.starts_with(local)) {
            settings = settings.no_proxy();
        }
        let client = settings.build().map_err(|error| ConnectError::Client(error.without_url().to_string()))?;
        let url = address.trim().trim_end_matches('/').parse().map_err(|_| ConnectError::Address(address.to_owned()))?;
        let bot = Bot::with_client("", client).set_api_url(url);
        if !matches!(bot.api_url().scheme(), "http" | "https") {
            return Err(ConnectError::Address(address.to_owned()));
        }
        Ok(Self { bot, token, patience, topic_icons: OnceCell::new(), heard: Mutex::new(None) })
    }

    /// Makes a typed request and returns its bare result.
    pub(super) async fn call<P: Payload + Serialize>(&self, payload: &P) -> Result<Value, Failure> {
        self.json(P::NAME, payload, self.patience.request).await
    }

    /// Makes a request with a JSON body.
    pub(super) async fn json(&self, method: &str, body: &impl Serialize, timeout: Duration) -> Result<Value, Failure> {
        let body = serde_json::to_vec(body).map_err(|error| Failure::Silence(format!("request unwritable: {error}")))?;
        self.post(method, "application/json", body, timeout).await
    }

    /// Makes a request with a body that is already written.
    pub(super) async fn post(
        &self,
        method: &str,
        content_type: &str,
        body: Vec<u8>,
        timeout: Duration,
    ) -> Result<Value, Failure> {
        let mut url = self.bot.api_url();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push(&format!("bot{}", self.token.expose_secret().trim())).push(method);
        }
        let request = self.bot.client().post(url).header("content-type", content_type).timeout(timeout).body(body);
        // An error of the client prints the address, and with it the token.
        let answer = request.send().await.map_err(|error| self.silence(&error.without_url()))?;
        let status = answer.status().as_u16();
        let ahead = answer.headers().get("date").and_then(|date| clock_ahead(date.to_str().ok()?));
        let body = answer.text().await.map_err(|error| self.silence(&error.without_url()))?;
        let answer = read_answer(status, &body);
        if !matches!(answer, Err(Failure::Silence(_))) {
            *self.heard() = Some((Instant::now(), ahead));
        }
        answer
    }

    /// How long ago the Bot API last answered, a refusal included.
    pub(super) fn last_answer(&self) -> Option<Duration> {
        self.heard().map(|(at, _)| at.elapsed())
    }

    /// By how many seconds our clock is ahead of Telegram's, as of the last answer.
    pub(super) fn clock_ahead(&self) -> Option<i64> {
        self.heard().and_then(|(_, ahead)| ahead)
    }

    fn heard(&self) -> std::sync::MutexGuard<'_, Option<(Instant, Option<i64>)>> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What went wrong below HTTP, with its causes, without the token.
    fn silence(&self, error: &dyn std::error::Error) -> Failure {
        let mut text = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            text = format!("{text}: {inner}");
            cause = inner.source();
        }
        Failure::Silence(text.replace(self.token.expose_secret().trim(), "…"))
    }
}

/// Seconds from the time in an answer's head to ours.
fn clock_ahead(date: &str) -> Option<i64> {
    let theirs = jiff::fmt::rfc2822::parse(date).ok()?.timestamp();
    Some(jiff::Timestamp::now().as_second() - theirs.as_second())
}

/// The result or the refusal in an answer's body.
fn read_answer(status: u16, body: &str) -> Result<Value, Failure> {
    let Ok(frame) = serde_json::from_str::<Frame>(body) else {
        // A gateway's error page, or something that is no Bot API at all.
        return Err(Failure::Silence(format!("HTTP {status} without a Bot API answer")));
    };
    if frame.ok {
        return Ok(frame.result);
    }
    Err(Failure::Answer {
        code: frame.error_code.unwrap_or(status),
        description: frame.description,
        wait: frame.parameters.retry_after.map(Duration::from_secs),
        moved: frame.parameters.migrate_to_chat_id,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wire(address: &str) -> Result<Wire, ConnectError> {
        Wire::new(SecretString::from("4242:SECRET"), address, Patience::default())
    }

    #[test]
    fn an_address_that_is_none_is_refused_with_a_word() {
        for address in ["", "puente", "ftp://127.0.0.1", "mailto:x@y"] {
            let error = wire(address).expect_err(address);
            assert!(matches!(error, ConnectError::Address(_)), "{error}");
        }
        assert!(wire("http://127.0.0.1:8081/").is_ok());
    }

    #[test]
    fn the_token_is_not_in_the_picture_of_the_wire() {
        let wire = wire("https://api.telegram.org").unwrap();
        assert!(!format!("{wire:?}").contains("SECRET"));
    }

    #[tokio::test]
    async fn the_token_is_not_in_the_error_when_nobody_listens() {
        let wire = wire("http://127.0.0.1:1").unwrap();
        let failure = wire.json("getMe", &(), Duration::from_secs(2)).await.unwrap_err();
        assert!(matches!(failure, Failure::Silence(_)));
        assert!(!format!("{failure} {failure:?}").contains("SECRET"), "{failure:?}");
    }

    #[test]
    fn an_error_page_is_silence_and_a_refusal_is_an_answer() {
        let page = read_answer(502, "<html>Bad Gateway</html>").unwrap_err();
        assert_eq!(page, Failure::Silence("HTTP 502 without a Bot API answer".into()));
        let body = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}"#;
        let Failure::Answer { code, wait, .. } = read_answer(429, body).unwrap_err() else { panic!("an answer") };
        assert_eq!((code, wait), (429, Some(Duration::from_secs(7))));
    }
}
