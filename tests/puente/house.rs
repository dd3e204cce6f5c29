//! The house under test: real store on a file, real indexes, real engine and delivery; only the door is ours, so that a
//! test can press what it was shown and read what was said.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::{Path, PathBuf},
    sync::{
        Arc, LazyLock, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;
use puente::{
    calendar::Calendars,
    delivery::{Delivery, Limits},
    domain::Lang,
    faq::{Faq, Places},
    handlers::{Centre, Engine, Rooms},
    i18n::I18n,
    matching::{Matching, directory},
    replies::Replies,
    store::{Origin, Store},
    talk::{
        Action, Address, BoxFuture, Call, Chat, ChatKind, Command, Done, Door, FileRef, Incoming, Intake, Key, Messenger,
        NotKept, OtherKind, Said, SendError, Sender, Text, UpdateId,
    },
};
use tokio::sync::{Notify, watch};

/// Taxonomy and dictionary, read once for all houses.
static WORDS: LazyLock<Matching> = LazyLock::new(|| Matching::open(&content()).unwrap());

pub const STAFF_CHAT: i64 = -100;
pub const ANNA: i64 = 501;
pub const BORIS: i64 = 502;
pub const ADMIN: i64 = 900;

/// The index folder of the repository.
pub fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("index")
}

/// The FAQ over the repository's content and the folder of its index, built once for all tests.
fn shared() -> &'static (tempfile::TempDir, Faq) {
    static SHARED: std::sync::OnceLock<(tempfile::TempDir, Faq)> = std::sync::OnceLock::new();
    SHARED.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let faq = Faq::open(Places { content: content(), built: folder.path().to_owned() }).unwrap();
        (folder, faq)
    })
}

/// The FAQ over the repository's content, for tests that do not change it.
pub fn shared_faq() -> Faq {
    shared().1.clone()
}

/// The built index of the repository's content.
pub fn built_once() -> &'static Path {
    shared().0.path()
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The houses' present: long enough ago that a test may let weeks pass.
fn long_ago() -> Timestamp {
    Timestamp::now() - jiff::SignedDuration::from_hours(24 * 60)
}

/// A message as it stands in a chat.
#[derive(Debug, Clone)]
pub struct Shown {
    pub id: i64,
    pub topic: Option<i64>,
    pub html: String,
    pub keys: Vec<Vec<Key>>,
    pub edits: u32,
}

/// A door on paper: what was delivered, chat by chat.
#[derive(Default)]
pub struct Paper {
    pub chats: Mutex<BTreeMap<i64, Vec<Shown>>>,
    pub log: Mutex<Vec<String>>,
    /// Documents, as they were sent: chat, name, bytes.
    pub files: Mutex<Vec<(i64, String, Vec<u8>)>>,
    next: AtomicI64,
    /// Refusals to answer with, by chat, the next first.
    pub refusals: Mutex<HashMap<i64, Vec<SendError>>>,
}

impl Paper {
    fn next(&self) -> i64 {
        self.next.fetch_add(1, Ordering::SeqCst) + 1
    }

    fn write(&self, line: String) {
        self.log.lock().unwrap().push(line);
    }

    fn take(&self, call: Call) -> Result<Done, SendError> {
        let chat = match &call {
            Call::Say { to, .. }
            | Call::Edit { to, .. }
            | Call::Delete { to, .. }
            | Call::Copy { to, .. }
            | Call::Document { to, .. }
            | Call::Photo { to, .. }
            | Call::Pin { to, .. } => to.chat,
            Call::OpenTopic { chat, .. } | Call::Menu { chat, .. } => chat.chat,
            Call::TopicIcon { topic, .. } | Call::CloseTopic { topic } | Call::ReopenTopic { topic } => topic.chat,
            Call::Toast { .. } => 0,
        };
        if let Some(refusals) = self.refusals.lock().unwrap().get_mut(&chat)
            && !refusals.is_empty()
        {
            return Err(refusals.remove(0));
        }
        let mut done = Done::default();
        match call {
            Call::Say { to, html, keys, .. } => {
                let id = self.next();
                self.write(format!("{} < {html}{}", place(&to), labels(&keys)));
                self.chats.lock().unwrap().entry(to.chat).or_default().push(Shown {
                    id,
                    topic: to.topic,
                    html,
                    keys,
                    edits: 0,
                });
                done.message = Some(id);
            }
            Call::Edit { to, message, html, keys } => {
                let mut chats = self.chats.lock().unwrap();
                let shown = chats.entry(to.chat).or_default().iter_mut().find(|shown| shown.id == message);
                let Some(shown) = shown else { return Err(SendError::MessageGone) };
                self.write(format!("{} ~ {html}{}", place(&to), labels(&keys)));
                (shown.html, shown.keys) = (html, keys);
                shown.edits += 1;
            }
            Call::Delete { to, message } => {
                self.chats.lock().unwrap().entry(to.chat).or_default().retain(|shown| shown.id != message);
                self.write(format!("{} - message taken back", place(&to)));
            }
            Call::Copy { to, from, message } => {
                self.write(format!("{} < [copy of message {message} of chat {}]", place(&to), from.chat));
                done.message = Some(self.next());
            }
            Call::Document { to, name, body, .. } => {
                self.write(format!("{} < [{name}] {}", place(&to), String::from_utf8_lossy(&body)));
                self.files.lock().unwrap().push((to.chat, name, body));
                done.message = Some(self.next());
            }
            Call::Photo { to, png, caption, .. } => {
                assert!(png.starts_with(b"\x89PNG"), "a picture is a PNG");
                let id = self.next();
                self.write(format!("{} < [picture] {caption}", place(&to)));
                let shown = Shown { id, topic: to.topic, html: caption, keys: Vec::new(), edits: 0 };
                self.chats.lock().unwrap().entry(to.chat).or_default().push(shown);
                done.message = Some(id);
            }
            Call::OpenTopic { chat, name, icon } => {
                done.topic = Some(self.next());
                self.write(format!("{} + topic {icon} {name}", place(&chat)));
            }
            Call::TopicIcon { topic, icon, name } => {
                self.write(format!("{} icon {icon} {}", place(&topic), name.unwrap_or_default()));
            }
            Call::CloseTopic { topic } => self.write(format!("{} closed", place(&topic))),
            Call::ReopenTopic { topic } => self.write(format!("{} reopened", place(&topic))),
            Call::Toast { text, .. } => {
                if let Some(text) = text {
                    self.write(format!("toast: {text}"));
                }
            }
            Call::Pin { .. } | Call::Menu { .. } => {}
        }
        Ok(done)
    }
}

impl Messenger for Paper {
    fn deliver(&self, call: Call) -> BoxFuture<'_, Result<Done, SendError>> {
        let outcome = self.take(call);
        Box::pin(async move { outcome })
    }
}

fn place(to: &Address) -> String {
    match to.chat {
        STAFF_CHAT if to.topic.is_some() => "topic".into(),
        STAFF_CHAT => "staff".into(),
        ADMIN => "admin".into(),
        ANNA => "anna".into(),
        _ => "partner".into(),
    }
}

fn labels(keys: &[Vec<Key>]) -> String {
    let rows: Vec<String> =
        keys.iter().map(|row| row.iter().map(|key| format!("[{}]", key.label)).collect::<Vec<_>>().join(" ")).collect();
    if rows.is_empty() { String::new() } else { format!("\n    {}", rows.join("\n    ")) }
}

/// A house that runs on a folder of its own.
pub struct House {
    pub folder: Arc<tempfile::TempDir>,
    pub paper: Arc<Paper>,
    pub store: Store,
    pub faq: Faq,
    pub now: Timestamp,
    engine: Engine,
    stop: watch::Sender<bool>,
    delivery: tokio::task::JoinHandle<()>,
    writer: tokio::task::JoinHandle<()>,
    updates: Arc<AtomicI64>,
    /// How much each person has done.
    acts: Mutex<HashMap<i64, i64>>,
    content: PathBuf,
}

impl House {
    pub async fn open() -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        Self::open_in(folder, Arc::default(), Arc::new(AtomicI64::new(1)), long_ago(), content()).await
    }

    /// A house that knows a single entry of the FAQ, for tests that ask it nothing: its index is built at once.
    pub async fn open_small() -> Self {
        static SMALL: std::sync::OnceLock<tempfile::TempDir> = std::sync::OnceLock::new();
        let small = SMALL.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let entry = std::fs::read_to_string(content().join("faq/tax/cl-vat.toml")).unwrap();
            let alone: Vec<&str> = entry.lines().filter(|line| !line.starts_with("related = ")).collect();
            std::fs::create_dir_all(folder.path().join("faq/tax")).unwrap();
            std::fs::write(folder.path().join("faq/tax/cl-vat.toml"), alone.join("\n")).unwrap();
            folder
        });
        Self::open_over(small.path().to_owned()).await
    }

    /// The same over content of the test's own.
    pub async fn open_over(content: PathBuf) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        Self::open_in(folder, Arc::default(), Arc::new(AtomicI64::new(1)), long_ago(), content).await
    }

    async fn open_in(
        folder: Arc<tempfile::TempDir>,
        paper: Arc<Paper>,
        updates: Arc<AtomicI64>,
        now: Timestamp,
        content: PathBuf,
    ) -> Self {
        let store = Store::open(&folder.path().join("puente.db")).await.unwrap();
        let own_content = content.clone();
        let faq = if content == self::content() {
            shared_faq()
        } else {
            Faq::open(Places { content: content.clone(), built: folder.path().join("faq") }).unwrap()
        };
        let matching = WORDS.beside().unwrap();
        let samples = directory::read(&self::content().join("directory"), matching.taxonomy()).unwrap();
        let origin = Origin { file: "index/directory", source: None, at: now };
        let mut tx = store.begin().await.unwrap();
        tx.put_directory(&samples.organisations, &samples.opportunities, origin).await.unwrap();
        let mut open = tx.opportunities().await.unwrap();
        open.extend(tx.live_requests().await.unwrap().iter().map(puente::store::RequestRow::proposal));
        tx.commit().await.unwrap();
        matching.load(open).unwrap();
        let i18n = I18n::new();
        let staff_chat = Some(Address { door: Door::Web, chat: STAFF_CHAT, kind: ChatKind::Group, topic: None });
        let centre = Centre { staff_chat, staff_lang: Lang::En, admins: BTreeSet::from([(Door::Web, ADMIN)]) };
        let calendars = Calendars::open(&self::content()).unwrap();
        let replies = Replies::open(&self::content()).unwrap();
        let rooms = Rooms { faq: faq.clone(), matching, i18n: i18n.clone(), calendars, replies, centre };
        let posted = Arc::new(Notify::new());
        let (engine, writer) = Engine::start(store.clone(), rooms, posted.clone());
        let (stop, stopped) = watch::channel(false);
        let messenger: Arc<dyn Messenger> = paper.clone();
        let delivery = Delivery {
            store: store.clone(),
            i18n,
            faq: faq.clone(),
            doors: HashMap::from([(Door::Web, (messenger, Limits::NONE))]),
            intake: Arc::new(engine.clone()),
            staff_chat,
            staff_lang: Lang::En,
            posted,
            doctor: Arc::new(|| -> BoxFuture<'static, Vec<Text>> { Box::pin(async { Vec::new() }) }),
            clock: Arc::new(Timestamp::now),
        };
        let delivery = tokio::spawn(delivery.run(stopped));
        let (content, acts) = (own_content, Mutex::default());
        Self { content, folder, paper, store, faq, now, engine, stop, delivery, writer, updates, acts }
    }

    /// Stops, and starts again over the same folder.
    pub async fn restart(self) -> Self {
        let Self { folder, paper, store, now, engine, stop, delivery, writer, updates, content, .. } = self;
        stop.send_replace(true);
        drop(engine);
        delivery.await.unwrap();
        writer.await.unwrap();
        drop(store);
        Self::open_in(folder, paper, updates, now, content).await
    }

    /// The engine itself, for tests with many hands.
    pub fn engine(&self) -> Engine {
        self.engine.clone()
    }

    /// Turns that failed.
    pub async fn parked(&self) -> i64 {
        let mut tx = self.store.begin().await.unwrap();
        tx.health_counts().await.unwrap().parked_turns
    }

    /// Hands in an update and waits until everything that follows from it is delivered.
    pub async fn hand(&self, incoming: Incoming) -> Result<(), NotKept> {
        self.engine.hand(incoming).await?;
        self.settle().await;
        Ok(())
    }

    /// Waits until the outbox has nothing more to send; what is put off for later does not count.
    pub async fn settle(&self) {
        for _ in 0..2000 {
            let due = self.store.due(Timestamp::now() + jiff::SignedDuration::from_secs(1), 10).await.unwrap();
            if due.is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("the outbox does not get empty");
    }

    pub fn incoming(&self, chat: Chat, person: i64, said: Said) -> Incoming {
        let name = match person {
            ANNA => "Anna",
            BORIS => "Boris",
            ADMIN => "Admin",
            _ => "Partner",
        };
        // Whoever does much takes time for it, or the guard would stop them.
        let acts = *self.acts.lock().unwrap().entry(person).and_modify(|acts| *acts += 1).or_insert(1);
        let at = self.now + jiff::SignedDuration::from_secs((acts - 40).max(0));
        Incoming {
            update: UpdateId { door: Door::Web, id: self.updates.fetch_add(1, Ordering::SeqCst) },
            at,
            chat,
            from: Sender { id: person, name: name.into(), lang_hint: None },
            said,
        }
    }

    /// A partner, or staff in their private chat.
    pub fn person(&self, id: i64) -> Person<'_> {
        Person { house: self, id, chat: Chat { door: Door::Web, id, kind: ChatKind::Private, topic: None } }
    }

    /// A member of staff in the group; `topic` is none in the general one.
    pub fn staff(&self, id: i64, topic: Option<i64>) -> Person<'_> {
        Person { house: self, id, chat: Chat { door: Door::Web, id: STAFF_CHAT, kind: ChatKind::Group, topic } }
    }

    /// The topic of the newest card.
    pub fn newest_topic(&self) -> Option<i64> {
        self.shown(STAFF_CHAT).iter().rev().find_map(|shown| shown.topic)
    }

    pub fn shown(&self, chat: i64) -> Vec<Shown> {
        self.paper.chats.lock().unwrap().get(&chat).cloned().unwrap_or_default()
    }

    /// Everything delivered so far, as one reads a chat.
    pub fn transcript(&self) -> String {
        self.paper.log.lock().unwrap().join("\n")
    }

    /// A tick of the clock at this time.
    pub async fn tick(&self, at: Timestamp) {
        self.says_itself(Said::Tick, at).await;
    }

    /// Something of the house's own, at this time.
    pub async fn says_itself(&self, said: Said, at: Timestamp) {
        let update = UpdateId { door: Door::Inside, id: -at.as_millisecond() };
        let chat = Chat { door: Door::Inside, id: 0, kind: ChatKind::Private, topic: None };
        let from = Sender { id: 0, name: String::new(), lang_hint: None };
        self.hand(Incoming { update, at, chat, from, said }).await.unwrap();
    }
}

/// Somebody in a chat.
pub struct Person<'h> {
    house: &'h House,
    pub id: i64,
    pub chat: Chat,
}

impl Person<'_> {
    pub async fn says(&self, text: &str) {
        self.says_in_answer(text, None).await;
    }

    /// Words, or a command, in answer to a message.
    pub async fn says_in_answer(&self, text: &str, reply_to: Option<i64>) {
        let message = self.house.paper.next();
        self.house.paper.write(format!("{} > {text}", if self.chat.id == STAFF_CHAT { "staff" } else { "partner" }));
        let said = match Command::read(text, None) {
            Some((command, rest)) => Said::Command { command, rest: rest.to_owned(), message, reply_to },
            None => Said::Words { text: text.to_owned(), message, reply_to },
        };
        self.does(said).await;
    }

    pub async fn does(&self, said: Said) {
        let incoming = self.house.incoming(self.chat.clone(), self.id, said);
        self.house.hand(incoming).await.unwrap();
    }

    /// Presses the newest button whose label holds these words.
    pub async fn presses(&self, label: &str) {
        let shown = self.house.shown(self.chat.id);
        let found = shown.iter().rev().find_map(|shown| {
            shown.keys.iter().flatten().find(|key| key.label.contains(label)).map(|key| (shown.id, key.payload.clone()))
        });
        let Some((message, payload)) = found else {
            panic!("no button {label:?} in:\n{}", self.house.transcript());
        };
        self.house.paper.write(format!("{} > ({label})", if self.chat.id == STAFF_CHAT { "staff" } else { "partner" }));
        self.sends_payload(&payload, message).await;
    }

    /// Presses a button by what it means.
    pub async fn presses_action(&self, action: &Action) {
        let payload = action.encode();
        let shown = self.house.shown(self.chat.id);
        let message = shown
            .iter()
            .rev()
            .find(|shown| shown.keys.iter().flatten().any(|key| key.payload == payload))
            .map(|shown| shown.id);
        let Some(message) = message else { panic!("no button {payload} in:\n{}", self.house.transcript()) };
        self.sends_payload(&payload, message).await;
    }

    /// The same wherever the button stands, or stood.
    pub async fn presses_payload_of(&self, action: &Action) {
        self.sends_payload(&action.encode(), 0).await;
    }

    /// Waits until something holding these words was said here.
    pub async fn waits_for(&self, words: &str) {
        for _ in 0..1000 {
            if self.house.shown(self.chat.id).iter().any(|shown| shown.html.contains(words)) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("nobody said {words:?}:\n{}", self.house.transcript());
    }

    /// A button press with any payload, as a forger would send it.
    pub async fn sends_payload(&self, payload: &str, message: i64) {
        assert!(payload.len() <= 64, "{payload} is too long for a button");
        self.does(Said::Pressed {
            action: Action::decode(payload),
            message,
            callback: format!("cb{}", self.house.paper.next()),
        })
        .await;
    }

    pub async fn sends_file(&self, name: &str, size: u64) {
        self.sends_file_of(None, name, size).await;
    }

    /// A file of an album, as Telegram sends it: each by itself, with the album's name.
    pub async fn sends_file_of(&self, album: Option<&str>, name: &str, size: u64) {
        let file = FileRef {
            message: self.house.paper.next(),
            name: name.into(),
            size: Some(size),
            mime: "application/pdf".into(),
            album: album.map(str::to_owned),
        };
        self.does(Said::File { file, caption: String::new(), reply_to: None }).await;
    }

    pub async fn sends_other(&self, kind: OtherKind) {
        let message = self.house.paper.next();
        self.does(Said::Other { kind, message }).await;
    }

    /// The newest message in this chat (and topic).
    pub fn hears(&self) -> Shown {
        let shown = self.house.shown(self.chat.id);
        shown.into_iter().rev().find(|shown| shown.topic == self.chat.topic).expect("something was said")
    }

    /// All words of this chat, one message after the other.
    pub fn heard(&self) -> String {
        let shown = self.house.shown(self.chat.id);
        shown
            .iter()
            .filter(|shown| self.chat.topic.is_none() || shown.topic == self.chat.topic)
            .map(|shown| shown.html.as_str())
            .collect::<Vec<_>>()
            .join("\n---\n")
    }

    /// The newest message of ours that holds these words.
    pub fn message_with(&self, words: &str) -> i64 {
        let shown = self.house.shown(self.chat.id);
        shown
            .iter()
            .rev()
            .find(|shown| shown.html.contains(words))
            .map(|shown| shown.id)
            .unwrap_or_else(|| panic!("nobody said {words:?}:\n{}", self.house.transcript()))
    }
}
