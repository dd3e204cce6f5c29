//! Telegram's door: updates in, calls out. Only this room knows teloxide and the Bot API; it knows no handler and no store.
//! The rest of the crate sees [`Telegram`], which hands [`crate::talk::Incoming`] values in and carries out
//! [`crate::talk::Call`]s.

mod incoming;
mod inspect;
mod outgoing;
mod polling;
mod raw;
mod refusal;
mod wire;

use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use tokio::sync::watch;
use tracing::warn;

pub use polling::TokenRefused;
pub use wire::{ConnectError, Patience};

use crate::talk::{BoxFuture, Call, Done, Incoming, Intake, Messenger, NotKept, SendError};

/// Telegram's own Bot API server.
pub const PUBLIC_API: &str = "https://api.telegram.org";

/// One bot at one Bot API server. Clones are the same bot.
#[derive(Debug, Clone)]
pub struct Telegram(Arc<Bot>);

/// The bot: the way to it, and its name once Telegram has told it.
#[derive(Debug)]
struct Bot {
    wire: wire::Wire,
    own_name: OnceLock<String>,
}

impl Telegram {
    /// The bot of this token; `api_url` is the address of another Bot API server than the public one, as in
    /// `TELOXIDE_API_URL`. Makes no request yet.
    ///
    /// # Errors
    /// When the address is none.
    pub fn connect(token: SecretString, api_url: Option<&str>) -> Result<Self, ConnectError> {
        Self::connect_with(token, api_url, Patience::default())
    }

    /// The same, with other waiting times.
    ///
    /// # Errors
    /// When the address is none.
    pub fn connect_with(token: SecretString, api_url: Option<&str>, patience: Patience) -> Result<Self, ConnectError> {
        let wire = wire::Wire::new(token, api_url.unwrap_or(PUBLIC_API), patience)?;
        Ok(Self(Arc::new(Bot { wire, own_name: OnceLock::new() })))
    }

    /// The out-half.
    #[must_use]
    pub fn messenger(&self) -> Arc<dyn Messenger> {
        Arc::new(self.clone())
    }

    /// Polls until told to stop, waiting for what was handed in. Telegram being away is no end: it is tried again.
    ///
    /// # Errors
    /// When Telegram does not know the token.
    pub async fn poll(&self, intake: &dyn Intake, mut stop: watch::Receiver<bool>) -> Result<(), TokenRefused> {
        polling::poll(&self.0, intake, &mut stop).await
    }

    /// How long ago Telegram last answered; asked for a sign of life now when that is longer than `at_most`.
    pub async fn reached(&self, at_most: std::time::Duration) -> bool {
        let lately = || self.0.wire.last_answer().is_some_and(|ago| ago <= at_most);
        // Whatever comes of it stands in what the wire has noted.
        lately() || self.0.wire.json("getMe", &json!({}), std::time::Duration::from_secs(5)).await.is_ok()
    }

    /// By how many seconds our clock is ahead of Telegram's; none before its first answer.
    #[must_use]
    pub fn clock_ahead(&self) -> Option<i64> {
        self.0.wire.clock_ahead()
    }

    /// Asks Telegram to send updates to this address with this secret in their head, trying until it is done or told to stop.
    ///
    /// # Errors
    /// When Telegram does not know the token.
    pub async fn set_webhook(
        &self,
        url: &str,
        secret: &SecretString,
        mut stop: watch::Receiver<bool>,
    ) -> Result<(), TokenRefused> {
        let request = json!({"url": url, "secret_token": secret.expose_secret(), "allowed_updates": polling::ALLOWED});
        self.0.greet(&mut stop, &mut polling::Pause::default(), Some(&request)).await.map(|_| ())
    }

    /// Hands in the body of one webhook request; answer 200 only when this is well. What cannot be read is well too:
    /// Telegram would send it again for ever.
    ///
    /// # Errors
    /// When the update is not on disk; Telegram sends it again after an answer that is not 2xx.
    pub async fn receive(&self, body: &[u8], intake: &dyn Intake) -> Result<(), NotKept> {
        let Ok(raw) = serde_json::from_slice::<Value>(body) else {
            warn!("a webhook request without JSON is passed over");
            return Ok(());
        };
        match self.0.read(raw, Timestamp::now()) {
            Some(incoming) => intake.hand(incoming).await,
            None => Ok(()),
        }
    }
}

impl Bot {
    /// What an update says to us; an update of unknown shape is told in the log by its number and kind, and passed over.
    fn read(&self, raw: Value, at: Timestamp) -> Option<Incoming> {
        let (number, kind) = (raw::number(&raw).unwrap_or_default(), raw::kind(&raw).to_owned());
        let Some(update) = raw::parse(raw) else {
            warn!(
                update.id = number,
                update.kind = kind,
                "update {number} has an unknown shape ({kind}) and is passed over"
            );
            return None;
        };
        incoming::read(&update, self.own_name.get().map(String::as_str), at)
    }

    fn learn_name(&self, name: &str) {
        // The name of a bot does not change while it runs.
        let _ = self.own_name.set(name.to_owned());
    }
}

impl Messenger for Telegram {
    fn deliver(&self, call: Call) -> BoxFuture<'_, Result<Done, SendError>> {
        Box::pin(outgoing::deliver(&self.0.wire, call))
    }
}
