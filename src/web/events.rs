//! The stream of events to a page: a snapshot of the viewer's chats, then what changes in them. A viewer is shown the
//! one chat in which they sit and no other; one stream may carry several viewers, for a page with several columns.

use std::{collections::BTreeSet, convert::Infallible, sync::Arc, time::Duration};

use anyhow::{Context, Result};
use axum::{
    extract::{Query, State},
    response::sse::{self, KeepAlive, Sse},
};
use serde::{Deserialize, Serialize};
use tokio_stream::{Stream, StreamExt, wrappers::BroadcastStream};

use super::{
    Room, Web,
    chat::{Change, Snapshot},
    incoming::Refusal,
};

/// How soon a page comes back after a broken stream.
const RETRY: Duration = Duration::from_secs(1);

/// Whom an event is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    Chat(i64),
    Person(i64),
    /// Every stream, which ends with it: the door closes.
    End,
}

/// Something to be shown at once, already spelled for the wire.
#[derive(Debug)]
pub struct Event {
    audience: Audience,
    name: &'static str,
    json: String,
}

#[derive(Serialize)]
struct ChatChange<'a> {
    chat: i64,
    change: &'a Change,
}

#[derive(Serialize)]
struct Toast<'a> {
    person: i64,
    token: &'a str,
    text: Option<&'a str>,
}

impl Event {
    /// A change of a chat.
    pub fn change(chat: i64, change: &Change) -> Result<Self> {
        let json = serde_json::to_string(&ChatChange { chat, change }).context("write an event as JSON")?;
        Ok(Self { audience: Audience::Chat(chat), name: "change", json })
    }

    /// A few words for the person who pressed, or only the end of the button's spinner.
    pub fn toast(person: i64, token: &str, text: Option<&str>) -> Result<Self> {
        let json = serde_json::to_string(&Toast { person, token, text }).context("write a toast as JSON")?;
        Ok(Self { audience: Audience::Person(person), name: "toast", json })
    }

    /// The last event of every stream.
    pub fn end() -> Self {
        Self { audience: Audience::End, name: "end", json: String::new() }
    }
}

/// Who looks: one or several numbers with commas between them.
#[derive(Debug, Deserialize)]
pub struct Viewers {
    #[serde(rename = "as")]
    people: String,
}

/// A viewer with the chat in which they sit.
#[derive(Debug, Clone, Copy)]
struct Viewer {
    person: i64,
    chat: i64,
}

/// `GET /api/events`. Each connection starts with a fresh snapshot, so `Last-Event-ID` is not needed.
pub async fn stream(
    State(room): State<Room>,
    Query(viewers): Query<Viewers>,
) -> Result<Sse<impl Stream<Item = Result<sse::Event, Infallible>>>, Refusal> {
    let viewers = seats(&room.web, &viewers.people)?;
    let (snapshot, live) = {
        // Both under one lock: nothing falls between the snapshot and the first change.
        let mut book = room.web.book();
        let live = room.web.events.subscribe();
        let numbers: BTreeSet<i64> = viewers.iter().map(|viewer| viewer.chat).collect();
        let chats: Vec<Snapshot> = numbers.into_iter().map(|number| book.chat(number).snapshot(number)).collect();
        (serde_json::to_string(&chats).map_err(|_| Refusal::TROUBLE)?, live)
    };
    let first = tokio_stream::once(sse::Event::default().event("snapshot").retry(RETRY).data(snapshot));
    // A page that lags too far behind, or a closing door: the stream ends and the page connects again.
    let changes = BroadcastStream::new(live)
        .map_while(|event| event.ok().filter(|event| event.audience != Audience::End))
        .filter(move |event| viewers.iter().any(|viewer| sees(*viewer, event)))
        .map(|event: Arc<Event>| sse::Event::default().event(event.name).data(&event.json));
    Ok(Sse::new(first.chain(changes).map(Ok)).keep_alive(KeepAlive::default()))
}

fn sees(viewer: Viewer, event: &Event) -> bool {
    match event.audience {
        Audience::Chat(chat) => chat == viewer.chat,
        Audience::Person(person) => person == viewer.person,
        Audience::End => false,
    }
}

fn seats(web: &Web, people: &str) -> Result<Vec<Viewer>, Refusal> {
    let mut viewers: Vec<Viewer> = Vec::new();
    for person in people.split(',') {
        let person = person.trim().parse().map_err(|_| Refusal::FORBIDDEN)?;
        let (chat, _) = web.seat_of(person).ok_or(Refusal::FORBIDDEN)?;
        viewers.push(Viewer { person, chat });
    }
    Ok(viewers)
}
