//! The house under measurement: the real store on a file, the real indexes, engine and delivery; only the door is ours.

use std::{
    collections::{BTreeSet, HashMap},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::Timestamp;
use puente::{
    calendar::Calendars,
    delivery::{Clock, Delivery, Limits},
    domain::Lang,
    faq::{Faq, Places},
    handlers::{Centre, Engine, Rooms},
    i18n::I18n,
    matching::Matching,
    replies::Replies,
    store::Store,
    talk::{
        Address, BoxFuture, Call, Chat, ChatKind, Command, Done, Door, Incoming, Messenger, Said, SendError, Sender, Text,
        UpdateId,
    },
};
use tokio::sync::{Notify, watch};

/// A door that only notes when each chat was first written to.
#[derive(Default)]
pub struct Stopwatch {
    pub sent: Mutex<HashMap<i64, Instant>>,
    pub next: AtomicI64,
}

impl Messenger for Stopwatch {
    fn deliver(&self, call: Call) -> BoxFuture<'_, Result<Done, SendError>> {
        if let Call::Say { to, .. } = &call {
            self.sent.lock().expect("no sender panics").entry(to.chat).or_insert_with(Instant::now);
        }
        let message = Some(self.next.fetch_add(1, Ordering::Relaxed));
        Box::pin(async move { Ok(Done { message, topic: message }) })
    }
}

pub struct House {
    pub engine: Engine,
    pub store: Store,
    pub watch: Arc<Stopwatch>,
    pub data_file: PathBuf,
    _stop: watch::Sender<bool>,
    _folder: tempfile::TempDir,
}

impl House {
    /// Waits until nothing more is sent.
    pub async fn quiet(&self) {
        let mut before = -1;
        while before != self.watch.next.load(Ordering::Relaxed) {
            before = self.watch.next.load(Ordering::Relaxed);
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
}

/// A house without staff that reads the real time.
pub async fn open() -> House {
    open_with(None, Arc::new(Timestamp::now)).await
}

/// A house whose staff sit in this chat, and whose delivery reads this clock.
pub async fn open_with(staff_chat: Option<Address>, clock: Clock) -> House {
    let folder = tempfile::tempdir().expect("a folder for the bench");
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("index");
    let data_file = folder.path().join("puente.db");
    let store = Store::open(&data_file).await.expect("the store opens");
    let faq = Faq::open(Places { content: content.clone(), built: folder.path().join("faq") }).expect("the index builds");
    let matching = Matching::open(&content).unwrap_or_else(|problems| panic!("{problems:?}"));
    let centre = Centre { staff_chat, staff_lang: Lang::Es, admins: BTreeSet::new() };
    let calendars = Calendars::open(&content).unwrap_or_else(|problems| panic!("{problems:?}"));
    let replies = Replies::open(&content).unwrap_or_else(|problems| panic!("{problems:?}"));
    let rooms = Rooms { faq: faq.clone(), matching, i18n: I18n::new(), calendars, replies, centre };
    let posted = Arc::new(Notify::new());
    let (engine, _) = Engine::start(store.clone(), rooms.clone(), posted.clone());
    let watch = Arc::new(Stopwatch::default());
    let messenger: Arc<dyn Messenger> = watch.clone();
    let (stop, stopped) = watch::channel(false);
    let delivery = Delivery {
        store: store.clone(),
        i18n: rooms.i18n,
        faq,
        doors: HashMap::from([(Door::Telegram, (messenger, Limits::NONE))]),
        intake: Arc::new(engine.clone()),
        staff_chat,
        staff_lang: Lang::Es,
        posted,
        doctor: Arc::new(|| -> BoxFuture<'static, Vec<Text>> { Box::pin(async { Vec::new() }) }),
        clock,
    };
    tokio::spawn(delivery.run(stopped));
    House { engine, store, watch, data_file, _stop: stop, _folder: folder }
}

/// What somebody does in their own chat, now.
pub fn update(id: i64, chat: i64, said: Said) -> Incoming {
    update_at(id, chat, said, Timestamp::now())
}

pub fn update_at(id: i64, chat: i64, said: Said, at: Timestamp) -> Incoming {
    Incoming {
        update: UpdateId { door: Door::Telegram, id },
        at,
        chat: Chat { door: Door::Telegram, id: chat, kind: ChatKind::Private, topic: None },
        from: Sender { id: chat, name: String::new(), lang_hint: Some(Lang::Es) },
        said,
    }
}

pub fn command(command: Command, id: i64) -> Said {
    Said::Command { command, rest: String::new(), message: id, reply_to: None }
}

pub fn question(id: i64) -> Said {
    const ASKED: [&str; 4] = [
        "como saco rut para empresa china",
        "中国公司在智利怎么报税",
        "who pays withholding on royalties",
        "preciso de visto",
    ];
    let text = ASKED[usize::try_from(id).unwrap_or(0) % ASKED.len()].to_owned();
    Said::Words { text, message: id, reply_to: None }
}
