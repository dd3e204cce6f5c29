//! The web door: one page on which partner, staff and admin chat side by side with the real engine (`puente demo`), or
//! a partner alone where Telegram is out of reach. It carries words both ways and decides nothing about them.
//!
//! Pages get everything over one stream of server-sent events: at each connection a snapshot, then changes. So a
//! reconnecting page needs no memory of what it missed, and a hidden tab may drop its stream to spare connections.

mod book;
mod chat;
mod events;
mod incoming;
mod outgoing;
mod page;

use std::{
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use anyhow::{Context, Result};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use tokio::{
    net::TcpListener,
    sync::{broadcast, watch},
};

use self::{book::Book, chat::Change, events::Event};
use crate::talk::{ChatKind, Door, Intake, UpdateId};

/// Partners choose their own number at random above this: nobody guesses a neighbour's.
const FIRST_VISITOR: i64 = 1 << 40;
/// The last whole number that a browser counts exactly.
const LAST_VISITOR: i64 = (1 << 53) - 1;
/// Changes that a slow page may lag behind before it has to connect again.
const LAG: usize = 1024;
/// The largest file a person may send.
const FILE_LIMIT: u64 = 10 * 1024 * 1024;
/// How much of a too large upload is still read, so that the browser hears the reason rather than a broken line.
const UPLOAD_LIMIT: usize = 64 * 1024 * 1024;

/// Who sits at the staff and admin columns of the page.
#[derive(Debug, Clone)]
pub struct Cast {
    /// The number of the staff group.
    pub staff_chat: i64,
    /// The number and the name of each member of the staff group.
    pub staff: Vec<(i64, String)>,
    /// The number and the name of the admin, whose private chat has the same number.
    pub admin: (i64, String),
}

/// The web door.
pub struct Web {
    cast: Cast,
    book: Mutex<Book>,
    events: broadcast::Sender<Arc<Event>>,
    next_update: AtomicI64,
}

/// What the routes share.
#[derive(Clone)]
struct Room {
    web: Arc<Web>,
    intake: Arc<dyn Intake>,
}

impl Web {
    /// Opens the door over this folder, with the chats of earlier runs.
    pub fn open(dir: &Path, cast: Cast) -> Result<Self> {
        let book = Book::open(dir)?;
        let next_update = AtomicI64::new(book::first_update(dir)?);
        Ok(Self { cast, book: Mutex::new(book), events: broadcast::channel(LAG).0, next_update })
    }

    /// Serves the page until told to stop; open streams end then, too.
    pub async fn serve(
        self: Arc<Self>,
        listener: TcpListener,
        intake: Arc<dyn Intake>,
        mut stop: watch::Receiver<bool>,
    ) -> Result<()> {
        let web = Arc::clone(&self);
        let stopped = async move {
            // A dropped sender means that nobody is left to stop us later.
            let _ = stop.wait_for(|stop| *stop).await;
            web.publish(Event::end());
        };
        let router = routes(Room { web: self, intake });
        axum::serve(listener, router).with_graceful_shutdown(stopped).await.context("serve the page")
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        // A change is applied in one step after it is written, so a panic elsewhere leaves the book whole.
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records the change and shows it to everybody in the chat, in one order for all.
    fn record(&self, book: &mut Book, chat: i64, change: Change) -> Result<()> {
        let hidden = matches!(&change, Change::Message(message) if !message.kept);
        let event = Event::change(chat, &change)?;
        book.record(chat, change)?;
        if !hidden {
            self.publish(event);
        }
        Ok(())
    }

    fn publish(&self, event: Event) {
        // Nobody listening is no failure.
        let _ = self.events.send(Arc::new(event));
    }

    fn next_update(&self) -> UpdateId {
        UpdateId { door: Door::Web, id: self.next_update.fetch_add(1, Ordering::Relaxed) }
    }

    fn kind_of(&self, chat: i64) -> ChatKind {
        if chat == self.cast.staff_chat { ChatKind::Group } else { ChatKind::Private }
    }

    /// Whether there is such a chat on this page at all.
    fn has_chat(&self, chat: i64) -> bool {
        chat == self.cast.staff_chat || chat == self.cast.admin.0 || is_visitor(chat)
    }

    /// The one chat in which this person sits, with the name they show there.
    fn seat_of(&self, person: i64) -> Option<(i64, &str)> {
        if let Some((_, name)) = self.cast.staff.iter().find(|(id, _)| *id == person) {
            return Some((self.cast.staff_chat, name));
        }
        if person == self.cast.admin.0 {
            return Some((person, &self.cast.admin.1));
        }
        is_visitor(person).then_some((person, "Web visitor"))
    }
}

fn is_visitor(number: i64) -> bool {
    (FIRST_VISITOR..=LAST_VISITOR).contains(&number)
}

fn routes(room: Room) -> Router {
    Router::new()
        .route("/", get(page::house))
        .route("/p", get(page::partner))
        .route("/page/{file}", get(page::asset))
        .route("/healthz", get(async || "ok"))
        .route("/api/events", get(events::stream))
        .route("/api/say", post(incoming::say))
        .route("/api/edit", post(incoming::edit))
        .route("/api/press", post(incoming::press))
        .route("/api/file", get(page::download).post(incoming::file))
        .layer(axum::middleware::from_fn(incoming::only_our_page))
        .layer(DefaultBodyLimit::max(UPLOAD_LIMIT))
        .with_state(room)
}
