//! Turns a second through engine and store with everything durable, and the time from an update to its send call.
//! Run with `cargo bench --bench turns`. It prints figures instead of asserting them: machines differ, ratios are what to compare.

use std::{
    collections::{BTreeSet, HashMap},
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::Timestamp;
use puente::{
    calendar::Calendars,
    delivery::{Delivery, Limits},
    domain::Lang,
    faq::{Faq, Places},
    handlers::{Centre, Engine, Rooms},
    i18n::I18n,
    matching::Matching,
    replies::Replies,
    store::Store,
    talk::{
        BoxFuture, Call, Chat, ChatKind, Command, Done, Door, Incoming, Intake, Messenger, Said, SendError, Sender, Text,
        UpdateId,
    },
};
use tokio::sync::{Notify, watch};

/// A door that only notes when each chat was first written to.
#[derive(Default)]
struct Stopwatch {
    sent: Mutex<HashMap<i64, Instant>>,
    next: AtomicI64,
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

struct House {
    engine: Engine,
    watch: Arc<Stopwatch>,
    _stop: watch::Sender<bool>,
    _folder: tempfile::TempDir,
}

impl House {
    /// Waits until nothing more is sent.
    async fn quiet(&self) {
        let mut before = -1;
        while before != self.watch.next.load(Ordering::Relaxed) {
            before = self.watch.next.load(Ordering::Relaxed);
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
}

async fn open() -> House {
    let folder = tempfile::tempdir().expect("a folder for the bench");
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("index");
    let store = Store::open(&folder.path().join("puente.db")).await.expect("the store opens");
    let faq = Faq::open(Places { content: content.clone(), built: folder.path().join("faq") }).expect("the index builds");
    let matching = Matching::open(&content).unwrap_or_else(|problems| panic!("{problems:?}"));
    let centre = Centre { staff_chat: None, staff_lang: Lang::Es, admins: BTreeSet::new() };
    let calendars = Calendars::open(&content).unwrap_or_else(|problems| panic!("{problems:?}"));
    let replies = Replies::open(&content).unwrap_or_else(|problems| panic!("{problems:?}"));
    let rooms = Rooms { faq: faq.clone(), matching, i18n: I18n::new(), calendars, replies, centre };
    let posted = Arc::new(Notify::new());
    let (engine, _) = Engine::start(store.clone(), rooms.clone(), posted.clone());
    let watch = Arc::new(Stopwatch::default());
    let messenger: Arc<dyn Messenger> = watch.clone();
    let (stop, stopped) = watch::channel(false);
    let delivery = Delivery {
        store,
        i18n: rooms.i18n,
        faq,
        doors: HashMap::from([(Door::Telegram, (messenger, Limits::NONE))]),
        intake: Arc::new(engine.clone()),
        staff_chat: None,
        staff_lang: Lang::Es,
        posted,
        doctor: Arc::new(|| -> BoxFuture<'static, Vec<Text>> { Box::pin(async { Vec::new() }) }),
    };
    tokio::spawn(delivery.run(stopped));
    House { engine, watch, _stop: stop, _folder: folder }
}

fn update(id: i64, chat: i64, said: Said) -> Incoming {
    Incoming {
        update: UpdateId { door: Door::Telegram, id },
        at: Timestamp::now(),
        chat: Chat { door: Door::Telegram, id: chat, kind: ChatKind::Private, topic: None },
        from: Sender { id: chat, name: String::new(), lang_hint: Some(Lang::Es) },
        said,
    }
}

fn command(command: Command, id: i64) -> Said {
    Said::Command { command, rest: String::new(), message: id, reply_to: None }
}

fn question(id: i64) -> Said {
    const ASKED: [&str; 4] = [
        "como saco rut para empresa china",
        "中国公司在智利怎么报税",
        "who pays withholding on royalties",
        "preciso de visto",
    ];
    let text = ASKED[usize::try_from(id).unwrap_or(0) % ASKED.len()].to_owned();
    Said::Words { text, message: id, reply_to: None }
}

/// Hands in a burst from many people at once; turns a second until the last is durable.
async fn burst(name: &str, n: i64, said: impl Fn(i64) -> Said) {
    let house = open().await;
    let began = Instant::now();
    let mut hands = tokio::task::JoinSet::new();
    for id in 1..=n {
        let (engine, incoming) = (house.engine.clone(), update(id, id % 500 + 1, said(id)));
        hands.spawn(async move { engine.hand(incoming).await });
    }
    while let Some(kept) = hands.join_next().await {
        kept.expect("no hand panics").expect("every turn is kept");
    }
    let took = began.elapsed();
    let per_second = f64::from(i32::try_from(n).unwrap_or(i32::MAX)) / took.as_secs_f64();
    println!("{name}: {n} durable turns in {took:.2?}, {per_second:.0} turns/s");
}

/// Updates at a steady pace, each from another person whom the house has met before; the time from each hand-in to its first
/// message.
async fn steady(name: &str, per_second: u32, seconds: u32, said: impl Fn(i64) -> Said) {
    const GREETED: i64 = 1_000_000;
    let house = open().await;
    for id in 1..=i64::from(per_second * seconds) {
        house.engine.hand(update(GREETED + id, id, command(Command::Start, id))).await.expect("a greeting is kept");
    }
    house.quiet().await;
    house.watch.sent.lock().expect("no sender panics").clear();
    let mut tick = tokio::time::interval(Duration::from_secs(1) / per_second);
    let mut handed = Vec::new();
    for id in 1..=i64::from(per_second * seconds) {
        tick.tick().await;
        let (engine, incoming) = (house.engine.clone(), update(id, id, said(id)));
        handed.push((id, Instant::now()));
        tokio::spawn(async move { engine.hand(incoming).await });
    }
    house.quiet().await;
    let sent = house.watch.sent.lock().expect("no sender panics");
    let mut waits: Vec<Duration> =
        handed.iter().filter_map(|(chat, at)| Some(sent.get(chat)?.duration_since(*at))).collect();
    waits.sort();
    let at = |share: f64| waits[((waits.len() - 1) as f64 * share) as usize];
    println!(
        "{name}: {} of {} sent, update to send call p50 {:.2?}, p99 {:.2?}",
        waits.len(),
        handed.len(),
        at(0.5),
        at(0.99)
    );
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        burst("burst of /help", 10_000, |id| command(Command::Help, id)).await;
        burst("burst of questions", 10_000, question).await;
        steady("100 questions a second", 100, 10, question).await;
    });
}
