//! The stand-in's HTTP side: requests in, Telegram's frames out, long polling, and the faults that a test asked for.

use std::{collections::HashMap, io, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{FromRequest, Multipart, Path, Query, Request as HttpRequest, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::any,
};
use serde_json::{Map, Value, json};
use tokio::time::{Instant, sleep, timeout_at};

use super::{
    Shared,
    methods::{Params, Refusal},
    world::{Request, World},
};

/// The longest that the stand-in holds a request, whatever was asked.
const LONGEST: Duration = Duration::from_secs(60);

/// What goes wrong with a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// A gateway's page with status 502; nothing is done.
    ErrorPage,
    /// No answer for so long; nothing is done.
    Hang(Duration),
    /// The request is carried out, and the connection breaks before the answer is told.
    DropAfter,
    /// 429 with this many seconds to wait; nothing is done.
    TooMany(u64),
    /// Any other refusal.
    Refuse(Refusal),
}

pub fn router(shared: Arc<Shared>) -> Router {
    Router::new().route("/{bot}/{method}", any(handle)).with_state(shared)
}

async fn handle(
    State(shared): State<Arc<Shared>>,
    Path((bot, method)): Path<(String, String)>,
    request: HttpRequest,
) -> Response {
    let params = match params(request).await {
        Ok(params) => params,
        Err(refusal) => return refuse(&refusal),
    };
    let fault = shared.next_fault(&method);
    let response = match &fault {
        Some(Fault::ErrorPage) => (StatusCode::BAD_GATEWAY, "<html><body>502 Bad Gateway</body></html>").into_response(),
        Some(Fault::TooMany(wait)) => refuse(&Refusal::too_many(*wait)),
        Some(Fault::Refuse(refusal)) => refuse(refusal),
        Some(Fault::Hang(pause)) => {
            sleep((*pause).min(LONGEST)).await;
            broken()
        }
        Some(Fault::DropAfter) | None => answer(&shared, &bot, &method, &params).await,
    };
    let dropped = matches!(fault, Some(Fault::DropAfter | Fault::Hang(_)));
    let status = if dropped { 0 } else { response.status().as_u16() };
    shared.world().requests.push(Request { method, params: params.0, status });
    shared.changed();
    if dropped { broken() } else { dated(&shared, response) }
}

/// With the time of this Telegram's clock in the head.
fn dated(shared: &Shared, mut response: Response) -> Response {
    let ahead = shared.world().clock_ahead;
    if ahead != 0 {
        let at = (jiff::Timestamp::now() + jiff::SignedDuration::from_secs(ahead)).to_zoned(jiff::tz::TimeZone::UTC);
        let date = at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        response.headers_mut().insert(header::DATE, date.parse().expect("a date is a header"));
    }
    response
}

/// What Telegram itself would answer.
async fn answer(shared: &Shared, bot: &str, method: &str, params: &Params) -> Response {
    let stranger =
        |code, description: &str| refuse(&Refusal { code, description: description.into(), parameters: Value::Null });
    if !bot.starts_with("bot") {
        return stranger(404, "Not Found");
    }
    if shared.world().tokens_refused {
        return stranger(401, "Unauthorized");
    }
    if method.eq_ignore_ascii_case("getUpdates") {
        return get_updates(shared, params).await;
    }
    let answer = shared.world().call(method, params);
    match answer {
        Ok(result) => (StatusCode::OK, axum::Json(json!({"ok": true, "result": result}))).into_response(),
        Err(refusal) => refuse(&refusal),
    }
}

fn refuse(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.code).unwrap_or(StatusCode::BAD_REQUEST);
    (status, axum::Json(refusal.body())).into_response()
}

/// An answer whose body breaks off.
fn broken() -> Response {
    let nothing = tokio_stream::once(Err::<Vec<u8>, _>(io::Error::other("the stand-in breaks the connection")));
    ([(header::CONTENT_TYPE, "application/json")], Body::from_stream(nothing)).into_response()
}

async fn get_updates(shared: &Shared, params: &Params) -> Response {
    let wait = Duration::from_secs(params.int("timeout").unwrap_or(0).clamp(0, 50).unsigned_abs());
    let deadline = Instant::now() + wait;
    let mut news = shared.news();
    let poll = {
        let mut world = shared.world();
        if world.webhook.is_some() {
            let why = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
            return refuse(&Refusal { code: 409, description: why.into(), parameters: Value::Null });
        }
        if let Some(kinds) = params.object("allowed_updates").as_array() {
            world.allowed = Some(kinds.iter().filter_map(Value::as_str).map(str::to_owned).collect());
        }
        world.confirm(params.int("offset").unwrap_or(0));
        world.polls += 1;
        world.polls
    };
    // The poll that waited before learns of this one at once.
    shared.changed();
    loop {
        {
            let world = shared.world();
            if world.polls != poll {
                let why =
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
                return refuse(&Refusal { code: 409, description: why.into(), parameters: Value::Null });
            }
            let limit = usize::try_from(params.int("limit").unwrap_or(100).clamp(1, 100)).unwrap_or(100);
            let batch = world.batch(limit);
            if !batch.is_empty() || Instant::now() >= deadline {
                return axum::Json(json!({"ok": true, "result": batch})).into_response();
            }
        }
        // Ends by news or by the deadline; either way the loop looks again.
        let _ = timeout_at(deadline, news.changed()).await;
    }
}

impl World {
    /// Forgets the updates before this one; a negative number keeps so many of the last.
    fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            let drop = self.updates.len().saturating_sub(keep);
            self.updates.drain(..drop);
        } else {
            self.updates.retain(|(id, _)| *id >= offset);
        }
    }

    fn batch(&self, limit: usize) -> Vec<Value> {
        self.updates.iter().take(limit).map(|(_, update)| update.clone()).collect()
    }
}

/// The parameters, from wherever Telegram takes them.
async fn params(request: HttpRequest) -> Result<Params, Refusal> {
    let mut all = Map::new();
    if let Ok(Query(query)) = Query::<HashMap<String, String>>::try_from_uri(request.uri()) {
        all.extend(query.into_iter().map(|(name, value)| (name, Value::String(value))));
    }
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    if kind.starts_with("multipart/form-data") {
        let unreadable = || Refusal::bad("can't read the form");
        let mut form = Multipart::from_request(request, &()).await.map_err(|_| unreadable())?;
        while let Some(field) = form.next_field().await.map_err(|_| unreadable())? {
            let (name, file) = (field.name().unwrap_or_default().to_owned(), field.file_name().map(str::to_owned));
            let body = field.text().await.map_err(|_| unreadable())?;
            all.insert(name, file.map_or(Value::String(body.clone()), |file| json!({"name": file, "body": body})));
        }
        return Ok(Params(Value::Object(all)));
    }
    let body = to_bytes(request.into_body(), 50_000_000).await.map_err(|_| Refusal::bad("request too large"))?;
    if !body.is_empty() {
        match serde_json::from_slice(&body) {
            Ok(Value::Object(fields)) => all.extend(fields),
            _ => return Err(Refusal::bad("can't parse JSON of the request")),
        }
    }
    Ok(Params(Value::Object(all)))
}
