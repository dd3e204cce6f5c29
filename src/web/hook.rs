//! What `puente serve` shows the outside: that it is alive, and where Telegram may hand in updates.

use std::{sync::Arc, time::Duration};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};
use tokio::{net::TcpListener, sync::watch};

use crate::talk::{BoxFuture, NotKept};

/// The largest update that is read; Telegram's are far smaller.
const LIMIT: usize = 1024 * 1024;
/// How long a request may take before Telegram had better try again.
const PATIENCE: Duration = Duration::from_secs(30);
const SECRET: &str = "x-telegram-bot-api-secret-token";

/// Takes the body of one update; ends when it is kept.
pub type Receive = Arc<dyn Fn(Vec<u8>) -> BoxFuture<'static, Result<(), NotKept>> + Send + Sync>;

/// Where updates are handed in.
#[derive(Clone)]
pub struct Hook {
    /// The path of the webhook's address, beginning with a slash.
    pub path: String,
    pub secret: String,
    pub receive: Receive,
}

/// Serves until told to stop; requests under way are finished.
///
/// # Errors
/// When the socket fails.
pub async fn serve(listener: TcpListener, hook: Option<Hook>, mut stop: watch::Receiver<bool>) -> Result<()> {
    let mut router = Router::new().route("/healthz", get(async || "ok"));
    if let Some(hook) = hook {
        let path = hook.path.clone();
        let route = Router::new().route(&path, post(update)).layer(DefaultBodyLimit::max(LIMIT)).with_state(hook);
        router = router.merge(route);
    }
    let stopped = async move {
        // A dropped sender means that nobody is left to stop us later.
        let _ = stop.wait_for(|stop| *stop).await;
    };
    axum::serve(listener, router).with_graceful_shutdown(stopped).await.context("serve health and webhook")
}

/// 200 only after the update is kept; anything else makes Telegram send it again.
async fn update(State(hook): State<Hook>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let given = headers.get(SECRET).map_or(&[] as &[u8], |value| value.as_bytes());
    if !same(given, hook.secret.as_bytes()) {
        return StatusCode::UNAUTHORIZED;
    }
    match tokio::time::timeout(PATIENCE, (hook.receive)(body.to_vec())).await {
        Ok(Ok(())) => StatusCode::OK,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Compares in a time that tells nothing of where two secrets differ.
fn same(given: &[u8], secret: &[u8]) -> bool {
    let differ = given.iter().zip(secret).fold(0_u8, |differ, (a, b)| differ | (a ^ b));
    given.len() == secret.len() && differ == 0
}
