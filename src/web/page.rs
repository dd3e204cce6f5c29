//! The page itself and the files that people sent: everything is inside the binary, nothing is fetched from outside.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderName, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::json;

use super::{Room, chat::Attachment, incoming::Refusal};

const INDEX: &str = include_str!("page/index.html");
const FILES: &[(&str, &str, &str)] = &[
    ("style.css", "text/css; charset=utf-8", include_str!("page/style.css")),
    ("app.js", "text/javascript; charset=utf-8", include_str!("page/app.js")),
    ("pane.js", "text/javascript; charset=utf-8", include_str!("page/pane.js")),
    ("composer.js", "text/javascript; charset=utf-8", include_str!("page/composer.js")),
    ("bubble.js", "text/javascript; charset=utf-8", include_str!("page/bubble.js")),
    ("words.js", "text/javascript; charset=utf-8", include_str!("page/words.js")),
    ("icon.svg", "image/svg+xml", include_str!("page/icon.svg")),
];
/// The page needs nothing from anywhere else, so it may have nothing from there.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// Kinds of picture that a browser may show in place; everything else is only handed down as a download.
const PICTURES: &[&str] = &["image/png", "image/jpeg", "image/gif", "image/webp"];

/// `GET /`: partner, staff and admin.
pub async fn house(State(room): State<Room>) -> Response {
    let cast = &room.web.cast;
    let staff: Vec<_> = cast.staff.iter().map(|(id, name)| json!({ "id": id, "name": name })).collect();
    page(&json!({
        "staffChat": cast.staff_chat,
        "staff": staff,
        "admin": { "id": cast.admin.0, "name": cast.admin.1 },
    }))
}

/// `GET /p`: the partner alone; it is not even told who else there is.
pub async fn partner() -> Response {
    page(&json!({}))
}

/// `GET /page/{file}`.
pub async fn asset(Path(file): Path<String>) -> Response {
    let Some((_, mime, text)) = FILES.iter().find(|(name, ..)| *name == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // A demo that was rebuilt must not run yesterday's script.
    ([(header::CONTENT_TYPE, *mime), (header::CACHE_CONTROL, "no-cache")], *text).into_response()
}

fn page(cast: &serde_json::Value) -> Response {
    // `<` ends a script block in HTML but is the same letter as \u003c in JSON.
    let cast = cast.to_string().replace('<', "\\u003c");
    let html = Html(INDEX.replace("{{cast}}", &cast));
    let headers: [(HeaderName, &str); 4] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, html).into_response()
}

/// Which file, and who wants it.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    #[serde(rename = "as")]
    person: i64,
    message: i64,
}

/// `GET /api/file`: the file of a message in the viewer's own chat.
pub async fn download(State(room): State<Room>, Query(wanted): Query<Wanted>) -> Result<Response, Refusal> {
    let (chat, _) = room.web.seat_of(wanted.person).ok_or(Refusal::FORBIDDEN)?;
    let found = {
        let mut book = room.web.book();
        let file = book.chat(chat).messages.get(&wanted.message).and_then(|message| message.file.clone());
        file.map(|file| (book.file(&file.stored), file))
    };
    let (path, file) = found.ok_or(Refusal::NOT_FOUND)?;
    let bytes = tokio::fs::read(path).await.map_err(|_| Refusal::NOT_FOUND)?;
    let picture = PICTURES.iter().find(|mime| **mime == file.mime);
    let headers: [(HeaderName, String); 4] = [
        (header::CONTENT_TYPE, picture.unwrap_or(&"application/octet-stream").to_string()),
        (header::CONTENT_DISPOSITION, disposition(&file, picture.is_some())),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".into()),
        (header::CACHE_CONTROL, "private, max-age=3600".into()),
    ];
    Ok((headers, bytes).into_response())
}

/// The file's name in the spelling of RFC 5987, which takes every script.
fn disposition(file: &Attachment, shown: bool) -> String {
    let mut name = String::new();
    for byte in file.name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            name.push(char::from(byte));
        } else {
            name.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{}; filename*=UTF-8''{name}", if shown { "inline" } else { "attachment" })
}
