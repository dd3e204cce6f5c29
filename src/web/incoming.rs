//! The in-half of the door: what a person does on the page becomes an [`Incoming`], and is answered only after the
//! engine has kept it. Everybody acts as themselves, in their own chat; what was not kept is not shown as sent.

use axum::{
    Json,
    extract::{Multipart, Request, State, multipart::Field},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tracing::{info, warn};

use super::{
    FILE_LIMIT, Room, Web,
    chat::{Attachment, Author, Body, Change, Message},
};
use crate::{
    domain::Lang,
    talk::{Action, Chat, Command, FileRef, Incoming, Said, Sender},
};

/// The longest message, in characters; the same as Telegram's.
const TEXT_LIMIT: usize = 4096;

/// Why the page's call was not done; the page says the code in its own language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal(StatusCode, &'static str);

impl Refusal {
    pub const FORBIDDEN: Self = Self(StatusCode::FORBIDDEN, "forbidden");
    pub const TROUBLE: Self = Self(StatusCode::INTERNAL_SERVER_ERROR, "trouble");
    pub const NOT_FOUND: Self = Self(StatusCode::NOT_FOUND, "not-found");
    const NOT_KEPT: Self = Self(StatusCode::SERVICE_UNAVAILABLE, "not-kept");
    const EMPTY: Self = Self(StatusCode::UNPROCESSABLE_ENTITY, "empty");
    const TOO_LONG: Self = Self(StatusCode::UNPROCESSABLE_ENTITY, "too-long");
    const TOO_BIG: Self = Self(StatusCode::PAYLOAD_TOO_LARGE, "too-big");
    const UNREADABLE: Self = Self(StatusCode::BAD_REQUEST, "unreadable");
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(serde_json::json!({ "error": self.1 }))).into_response()
    }
}

/// The answer to what was kept.
#[derive(Debug, Serialize)]
pub struct Kept {
    message: Option<i64>,
}

/// Who acts where.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Hand {
    #[serde(rename = "as")]
    person: i64,
    chat: i64,
    topic: Option<i64>,
    reply_to: Option<i64>,
    /// The language of the page.
    lang: Option<String>,
}

/// `POST /api/say`.
#[derive(Debug, Deserialize)]
pub struct Say {
    #[serde(flatten)]
    hand: Hand,
    text: String,
}

/// `POST /api/edit`.
#[derive(Debug, Deserialize)]
pub struct Edit {
    #[serde(flatten)]
    hand: Hand,
    message: i64,
    text: String,
}

/// `POST /api/press`.
#[derive(Debug, Deserialize)]
pub struct Press {
    #[serde(flatten)]
    hand: Hand,
    message: i64,
    payload: String,
    /// By which the page knows its button again when the toast comes.
    #[serde(default)]
    token: String,
}

/// Words or a command.
pub async fn say(State(room): State<Room>, headers: HeaderMap, Json(say): Json<Say>) -> Result<Json<Kept>, Refusal> {
    let seat = Seat::take(&room.web, &say.hand, &headers)?;
    let text = checked_text(&say.text)?;
    let message = seat.draft(&room.web, Body::Text(text.clone()), say.hand.reply_to);
    let said = heard(text, message.id, say.hand.reply_to);
    hand_in(room, seat, Some(message), said).await
}

/// Other words for one's own earlier message.
pub async fn edit(State(room): State<Room>, headers: HeaderMap, Json(edit): Json<Edit>) -> Result<Json<Kept>, Refusal> {
    let mut seat = Seat::take(&room.web, &edit.hand, &headers)?;
    let text = checked_text(&edit.text)?;
    let mut message = room.web.book().chat(seat.chat.id).messages.get(&edit.message).cloned().ok_or(Refusal::NOT_FOUND)?;
    if message.from.as_ref().is_none_or(|author| author.id != seat.from.id) {
        return Err(Refusal::FORBIDDEN);
    }
    seat.chat.topic = message.topic;
    message.edited = true;
    message.body = Body::Text(text.clone());
    let said = Said::Edited { text, message: message.id };
    hand_in(room, seat, Some(message), said).await
}

/// A button. A payload that is not ours goes on as a press that means nothing, so that it, too, is answered.
pub async fn press(State(room): State<Room>, headers: HeaderMap, Json(press): Json<Press>) -> Result<Json<Kept>, Refusal> {
    let mut seat = Seat::take(&room.web, &press.hand, &headers)?;
    let shown = room.web.book().chat(seat.chat.id).messages.get(&press.message).map(|message| message.topic);
    seat.chat.topic = shown.ok_or(Refusal::NOT_FOUND)?;
    let token: String = press.token.chars().filter(char::is_ascii_alphanumeric).take(32).collect();
    let said = Said::Pressed {
        action: Action::decode(&press.payload),
        message: press.message,
        callback: format!("{}:{token}", seat.from.id),
    };
    hand_in(room, seat, None, said).await
}

/// A file with a caption or without one.
pub async fn file(State(room): State<Room>, headers: HeaderMap, form: Multipart) -> Result<Json<Kept>, Refusal> {
    let upload = read_upload(form).await?;
    let seat = Seat::take(&room.web, &upload.hand, &headers)?;
    let mut message = seat.draft(&room.web, Body::Text(upload.caption.clone()), upload.hand.reply_to);
    let stored = format!("{}-{}", seat.chat.id, message.id);
    let (path, size) = (room.web.book().file(&stored), upload.bytes.len() as u64);
    tokio::fs::write(path, upload.bytes).await.map_err(|error| {
        warn!(chat.id = seat.chat.id, %error, "a file of chat {} is not stored", seat.chat.id);
        Refusal::TROUBLE
    })?;
    let file =
        FileRef { message: message.id, name: upload.name.clone(), size: Some(size), mime: upload.mime.clone(), album: None };
    message.file = Some(Attachment { name: upload.name, size, mime: upload.mime, stored });
    let said = Said::File { file, caption: upload.caption, reply_to: upload.hand.reply_to };
    hand_in(room, seat, Some(message), said).await
}

/// Other pages open in the same browser may not speak for the person who sits here.
pub async fn only_our_page(request: Request, next: Next) -> Response {
    let site = request.headers().get("sec-fetch-site").and_then(|site| site.to_str().ok());
    if request.method() == Method::POST && site.is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return Refusal::FORBIDDEN.into_response();
    }
    next.run(request).await
}

/// A person at their place.
struct Seat {
    chat: Chat,
    from: Sender,
}

impl Seat {
    fn take(web: &Web, hand: &Hand, headers: &HeaderMap) -> Result<Self, Refusal> {
        let (chat, name) = web.seat_of(hand.person).filter(|(chat, _)| *chat == hand.chat).ok_or(Refusal::FORBIDDEN)?;
        if hand.topic.is_some_and(|topic| !web.book().chat(chat).topics.contains_key(&topic)) {
            return Err(Refusal::NOT_FOUND);
        }
        let from = Sender { id: hand.person, name: name.to_owned(), lang_hint: lang_of(hand, headers) };
        let chat = Chat { door: crate::talk::Door::Web, id: chat, kind: web.kind_of(chat), topic: hand.topic };
        Ok(Self { chat, from })
    }

    /// A message of this person that is not kept yet.
    fn draft(&self, web: &Web, body: Body, reply_to: Option<i64>) -> Message {
        Message {
            id: web.book().chat(self.chat.id).next_id(),
            topic: self.chat.topic,
            from: Some(Author { id: self.from.id, name: self.from.name.clone() }),
            at: Timestamp::now().as_millisecond(),
            body,
            keys: Vec::new(),
            reply_to,
            file: None,
            edited: false,
            kept: false,
        }
    }
}

/// Hands the update in and shows the message once it is kept. This goes on to its end even when the page has gone
/// away meanwhile: what the engine kept must be shown.
async fn hand_in(room: Room, seat: Seat, message: Option<Message>, said: Said) -> Result<Json<Kept>, Refusal> {
    tokio::spawn(hand_over(room, seat, message, said)).await.unwrap_or(Err(Refusal::TROUBLE))
}

async fn hand_over(room: Room, seat: Seat, message: Option<Message>, said: Said) -> Result<Json<Kept>, Refusal> {
    let (web, chat, person) = (room.web, seat.chat.id, seat.from.id);
    // The engine may copy a message before it tells us that it is kept, so a new one is in the book, unseen, before that.
    let draft = message.clone().filter(|message| !message.kept);
    let draft_id = draft.as_ref().map(|draft| draft.id);
    if let Some(draft) = draft {
        write(&web, chat, Change::Message(draft))?;
    }
    let update = web.next_update();
    let incoming = Incoming { update, at: Timestamp::now(), chat: seat.chat, from: seat.from, said };
    if let Err(reason) = room.intake.hand(incoming).await {
        warn!(update.id, chat.id = chat, %reason, "update {} of chat {chat} is not kept", update.id);
        if let Some(message) = draft_id {
            write(&web, chat, Change::Dropped { message })?;
        }
        return Err(Refusal::NOT_KEPT);
    }
    info!(update.id, chat.id = chat, person.id = person, "update {} of chat {chat} kept", update.id);
    let kept = Kept { message: message.as_ref().map(|message| message.id) };
    if let Some(message) = message {
        write(&web, chat, Change::Message(Message { kept: true, ..message }))?;
    }
    Ok(Json(kept))
}

fn write(web: &Web, chat: i64, change: Change) -> Result<(), Refusal> {
    web.record(&mut web.book(), chat, change).map_err(|error| {
        warn!(chat.id = chat, %error, "chat {chat} is not written down");
        Refusal::TROUBLE
    })
}

fn heard(text: String, message: i64, reply_to: Option<i64>) -> Said {
    match Command::read(&text, None) {
        Some((command, rest)) => Said::Command { command, rest: rest.to_owned(), message, reply_to },
        None => Said::Words { text, message, reply_to },
    }
}

fn checked_text(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Refusal::EMPTY),
        1..=TEXT_LIMIT => Ok(text.to_owned()),
        _ => Err(Refusal::TOO_LONG),
    }
}

/// The language of the page, else the first one of ours that the browser asks for.
fn lang_of(hand: &Hand, headers: &HeaderMap) -> Option<Lang> {
    let wished = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let tag = |part: &str| Lang::from_tag(part.split(';').next().unwrap_or_default().trim());
    hand.lang.as_deref().and_then(Lang::from_tag).or_else(|| wished.split(',').find_map(tag))
}

/// What the form of a file holds.
#[derive(Default)]
struct Upload {
    hand: Hand,
    caption: String,
    name: String,
    mime: String,
    bytes: Vec<u8>,
}

async fn read_upload(mut form: Multipart) -> Result<Upload, Refusal> {
    let mut upload = Upload::default();
    let mut has_file = false;
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        match field.name().unwrap_or_default() {
            "file" => {
                has_file = true;
                upload.name = plain_name(field.file_name().unwrap_or_default());
                upload.mime = field.content_type().unwrap_or("application/octet-stream").to_owned();
                upload.bytes = read_bytes(field).await?;
            }
            "hand" => {
                let json = field.text().await.map_err(unreadable)?;
                upload.hand = serde_json::from_str(&json).map_err(|_| Refusal::UNREADABLE)?;
            }
            "caption" => upload.caption = field.text().await.map_err(unreadable)?.trim().to_owned(),
            _ => {}
        }
    }
    if upload.caption.chars().count() > TEXT_LIMIT {
        return Err(Refusal::TOO_LONG);
    }
    if has_file { Ok(upload) } else { Err(Refusal::EMPTY) }
}

/// The bytes of a file; one that is too big is read to its end all the same, so that the browser hears the reason.
async fn read_bytes(mut field: Field<'_>) -> Result<Vec<u8>, Refusal> {
    let (mut bytes, mut size) = (Vec::new(), 0);
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        size += chunk.len() as u64;
        if size <= FILE_LIMIT {
            bytes.extend_from_slice(&chunk);
        }
    }
    if size > FILE_LIMIT { Err(Refusal::TOO_BIG) } else { Ok(bytes) }
}

fn unreadable(error: axum::extract::multipart::MultipartError) -> Refusal {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Refusal::TOO_BIG } else { Refusal::UNREADABLE }
}

/// A file's name without any folder and without what a terminal or a header could take amiss.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    if clean.trim_matches(['.', ' ']).is_empty() { "file".into() } else { clean }
}
