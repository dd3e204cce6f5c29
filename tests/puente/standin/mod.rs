//! A stand-in for Telegram's Bot API, over real HTTP on this machine: tests play people, the bot under test talks to it as
//! to Telegram. It keeps its own state only, and every wait in it has an end.
//!
//! ```ignore
//! let telegram = StandIn::start().await;             // TELOXIDE_API_URL = telegram.url(), any TELOXIDE_TOKEN
//! let anna = telegram.person(501, "Anna Li", "zh");
//! telegram.says(anna, "/start");
//! telegram.hears(anna, "欢迎").await;
//! telegram.presses(anna, "提问");
//! ```
#![allow(dead_code, reason = "not every test plays every act")]

mod acts;
mod html;
mod http;
mod methods;
mod pace;
mod world;

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

pub use html::plain as checked_html;
pub use http::Fault;
pub use methods::Refusal;
pub use pace::Limits;
pub use world::{BOT, GROUP, Message, World};

/// How long [`StandIn::hears`] and its like wait.
pub const SOON: Duration = Duration::from_secs(10);

/// A running stand-in; it ends when it is dropped.
pub struct StandIn {
    shared: Arc<Shared>,
    url: String,
    server: JoinHandle<()>,
}

/// What the people's side and the bot's side share.
struct Shared {
    world: Mutex<World>,
    faults: Mutex<VecDeque<(String, Fault)>>,
    news: watch::Sender<u64>,
}

impl Shared {
    fn world(&self) -> MutexGuard<'_, World> {
        // A test that failed while it held the world must not hide its own message behind this one.
        self.world.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn news(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    fn changed(&self) {
        self.news.send_modify(|count| *count += 1);
    }

    /// The next fault for this method. `*` stands for every method but `getUpdates`.
    fn next_fault(&self, method: &str) -> Option<Fault> {
        let mut faults = self.faults.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let fits =
            |name: &str| name.eq_ignore_ascii_case(method) || (name == "*" && !method.eq_ignore_ascii_case("getUpdates"));
        let at = faults.iter().position(|(name, _)| fits(name))?;
        faults.remove(at).map(|(_, fault)| fault)
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl StandIn {
    /// Starts on a free port of this machine.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("a bound port"));
        let (news, _) = watch::channel(0);
        let shared = Arc::new(Shared { world: Mutex::new(World::new()), faults: Mutex::default(), news });
        let router = http::router(Arc::clone(&shared));
        let server = tokio::spawn(async move {
            axum::serve(listener, router).await.expect("the stand-in serves");
        });
        Self { shared, url, server }
    }

    /// The address to give as `TELOXIDE_API_URL`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Everything the stand-in knows. Do not hold it over an await.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.shared.world()
    }

    /// Does something to the world and wakes whoever waits for news.
    pub fn act<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let done = act(&mut self.world());
        self.shared.changed();
        done
    }

    /// The next `times` requests of this method (`*`: of any but `getUpdates`) meet this fault.
    pub fn fails(&self, method: &str, times: usize, fault: Fault) {
        let mut faults = self.shared.faults.lock().expect("no test panics here");
        faults.extend(std::iter::repeat_n((method.to_owned(), fault), times));
    }

    /// From now on messages that come too fast are refused.
    pub fn limits(&self, limits: Limits) {
        self.world().pace.limits = Some(limits);
    }

    /// What the bot has sent to this chat, as it reads now, oldest first.
    pub fn sent_to(&self, chat: i64) -> Vec<Message> {
        self.world().sent_to(chat)
    }

    /// What the bot has sent into this topic of the staff chat.
    pub fn sent_to_topic(&self, topic: i64) -> Vec<Message> {
        let world = self.world();
        world.sent_to(world.group.id).into_iter().filter(|message| message.topic == Some(topic)).collect()
    }

    /// The chat as people see it, a line a message.
    pub fn transcript(&self, chat: i64) -> String {
        self.world().transcript(chat)
    }

    /// How many requests of this method were made.
    pub fn n_requests(&self, method: &str) -> usize {
        self.world().requests.iter().filter(|request| request.method.eq_ignore_ascii_case(method)).count()
    }

    /// Waits until `look` finds something; none when it has not within the limit.
    pub async fn try_wait_for<T>(&self, limit: Duration, mut look: impl FnMut(&World) -> Option<T>) -> Option<T> {
        let mut news = self.shared.news();
        let waiting = async {
            loop {
                if let Some(found) = look(&self.world()) {
                    return Some(found);
                }
                news.changed().await.ok()?;
            }
        };
        tokio::time::timeout(limit, waiting).await.ok().flatten()
    }

    /// Waits until `look` finds something.
    ///
    /// # Panics
    /// When it has not within the limit, showing every chat.
    pub async fn wait_for<T>(&self, what: &str, limit: Duration, look: impl FnMut(&World) -> Option<T>) -> T {
        if let Some(found) = self.try_wait_for(limit, look).await {
            return found;
        }
        let world = self.world();
        let chats: Vec<i64> = world.users.keys().copied().chain([world.group.id]).collect();
        let pages: Vec<String> = chats.iter().map(|chat| format!("— chat {chat}\n{}", world.transcript(*chat))).collect();
        let pages = pages.join("");
        drop(world);
        panic!("waited {limit:?} for {what}\n{pages}");
    }

    /// Waits for a message of the bot's in this chat with these words in it, later than the last that a person wrote there.
    pub async fn hears(&self, chat: i64, words: &str) -> Message {
        self.wait_for(words, SOON, |world| {
            let newest_first = world.messages.iter().rev().filter(|message| message.chat == chat);
            newest_first.take_while(|message| message.from == BOT).find(|message| message.text.contains(words)).cloned()
        })
        .await
    }

    /// Waits for a button with this label, then presses it.
    pub async fn presses_soon(&self, user: i64, label: &str) -> String {
        self.wait_for(&format!("[{label}]"), SOON, |world| world.button(user, label)).await;
        self.presses(user, label)
    }

    /// Waits until the bot has fetched and confirmed every update.
    pub async fn all_confirmed(&self) {
        self.wait_for("all updates to be confirmed", SOON, |world| (world.waiting() == 0).then_some(())).await;
    }

    /// Waits for the topic whose name contains this, and says its number.
    pub async fn topic(&self, name: &str) -> i64 {
        self.wait_for(&format!("the topic {name}"), SOON, |world| {
            let open = world.group.topics.iter().filter(|(_, topic)| !topic.deleted);
            open.filter(|(_, topic)| topic.name.contains(name)).map(|(id, _)| *id).next_back()
        })
        .await
    }
}
