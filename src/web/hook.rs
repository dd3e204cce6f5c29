//! What `puente serve` shows the outside: that it is alive, and where Telegram may hand in updates.

use std::{sync::Arc, time::Duration};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, HeaderName, StatusCode, header},
    routing::{get, post},
};
use subtle::ConstantTimeEq;
use tokio::{net::TcpListener, sync::watch};

use crate::talk::{BoxFuture, NotKept};

/// The largest update that is read; Telegram's are far smaller.
const LIMIT: usize = 1024 * 1024;
/// How long a request may take before Telegram had better try again.
const PATIENCE: Duration = Duration::from_secs(30);
const SECRET: &str = "x-telegram-bot-api-secret-token";

/// Takes the body of one update; ends when it is kept.
pub type Receive = Arc<dyn Fn(Vec<u8>) -> BoxFuture<'static, Result<(), NotKept>> + Send + Sync>;

/// What whoever watches the process may ask for.
#[derive(Clone)]
pub struct Watch {
    /// Whether people are served, or why not.
    pub ready: Arc<dyn Fn() -> BoxFuture<'static, Result<(), String>> + Send + Sync>,
    /// Figures as Prometheus reads them.
    pub metrics: Arc<dyn Fn() -> BoxFuture<'static, String> + Send + Sync>,
}

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
pub async fn serve(
    listener: TcpListener,
    hook: Option<Hook>,
    watched: Watch,
    mut stop: watch::Receiver<bool>,
) -> Result<()> {
    let mut router = Router::new()
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(watched);
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

async fn ready(State(watched): State<Watch>) -> (StatusCode, String) {
    match (watched.ready)().await {
        Ok(()) => (StatusCode::OK, "ready".into()),
        Err(why) => (StatusCode::SERVICE_UNAVAILABLE, why),
    }
}

async fn metrics(State(watched): State<Watch>) -> ([(HeaderName, &'static str); 1], String) {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], (watched.metrics)().await)
}

/// 200 only after the update is kept; anything else makes Telegram send it again.
async fn update(State(hook): State<Hook>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let given = headers.get(SECRET).map_or(&[] as &[u8], |value| value.as_bytes());
    // In a time that tells nothing of where the two differ.
    if !bool::from(given.ct_eq(hook.secret.as_bytes())) {
        return StatusCode::UNAUTHORIZED;
    }
    match tokio::time::timeout(PATIENCE, (hook.receive)(body.to_vec())).await {
        Ok(Ok(())) => StatusCode::OK,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}
