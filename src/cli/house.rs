//! The house put together: store, engines, the engine and delivery, and what keeps time in it.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use tokio::{
    sync::{Notify, watch},
    task::JoinHandle,
};

use crate::{
    calendar::Calendars,
    delivery::{Delivery, Limits},
    domain::Problem,
    faq::{Faq, OpenError, Places},
    handlers::{Centre, Engine, News, Rooms},
    i18n::I18n,
    matching::{Matching, directory},
    replies::Replies,
    store::{DATA_FILE, Origin, Store, backup},
    talk::{Chat, ChatKind, Doctor, Door, Incoming, Intake, Messenger, Said, Sender, UpdateId},
};

/// How often the clock is handed in.
const TICK: Duration = Duration::from_secs(60);
/// How often another process's new index, or what it imported, is looked for.
const FOLLOW: Duration = Duration::from_secs(1);
/// How often it is looked whether a backup is due. A failure is told as often.
const BACKUP_LOOK: Duration = Duration::from_secs(15 * 60);
/// How long the first tick waits for a door to tell the time.
const TIME_TOLD_WITHIN: Duration = Duration::from_secs(10);
/// A clock that is further off than this brings nothing about: a year that is a mistake would end requests and erase what is kept.
const CLOCK_OFF: u64 = 15 * 60;
/// How long to go on before leaving in the middle of something. What was handed in is kept before that begins, and the whole of it
/// has five seconds.
const LEAVE_WITHIN: Duration = Duration::from_secs(3);

/// A house that runs.
pub struct House {
    pub engine: Engine,
    pub store: Store,
    stop: watch::Sender<bool>,
    writer: JoinHandle<()>,
    delivery: JoinHandle<()>,
    clock: JoinHandle<()>,
}

/// What a house is built from.
pub struct Plan<'a> {
    pub data: &'a Path,
    pub content: &'a Path,
    /// Put the sample directory into the store.
    pub samples: bool,
    pub centre: Centre,
    pub doors: HashMap<Door, (Arc<dyn Messenger>, Limits)>,
    /// Where daily backups go and how many days they are kept; none where none are made.
    pub backups: Option<(PathBuf, i64)>,
    pub doctor: Doctor,
    pub clock_ahead: ClockAhead,
}

/// By how many seconds the clock is ahead of the door's; none while the door has not told the time.
pub type ClockAhead = Arc<dyn Fn() -> Option<i64> + Send + Sync>;

impl House {
    /// Opens everything and starts it.
    ///
    /// # Errors
    /// When the data folder or the content cannot be used; said so that its owner can mend it.
    pub async fn open(plan: Plan<'_>) -> Result<Self> {
        let store = Store::open(&plan.data.join(DATA_FILE)).await?;
        let faq = Faq::open(Places { content: plan.content.to_owned(), built: plan.data.join("faq") }).map_err(told)?;
        let matching = Matching::open(plan.content).map_err(|problems| broken(&problems))?;
        if plan.samples {
            put_samples(&store, &matching, plan.content).await?;
        }
        let news = News::from_here(store.clone(), matching.clone()).await?;
        load(&store, &matching).await?;
        let calendars = Calendars::open(plan.content).map_err(|problems| broken(&problems))?;
        let replies = Replies::open(plan.content).map_err(|problems| broken(&problems))?;
        let rooms = Rooms { faq: faq.clone(), matching, i18n: I18n::new(), calendars, replies, centre: plan.centre.clone() };
        let posted = Arc::new(Notify::new());
        let (engine, writer) = Engine::start(store.clone(), rooms.clone(), posted.clone());
        let (stop, stopped) = watch::channel(false);
        let delivery = Delivery {
            store: store.clone(),
            i18n: rooms.i18n,
            faq: faq.clone(),
            doors: plan.doors,
            intake: Arc::new(engine.clone()),
            staff_chat: plan.centre.staff_chat,
            staff_lang: plan.centre.staff_lang,
            posted,
            doctor: plan.doctor,
            clock: Arc::new(Timestamp::now),
        };
        let delivery = tokio::spawn(delivery.run(stopped.clone()));
        if let Some((folder, keep_days)) = plan.backups {
            tokio::spawn(back_up(plan.data.to_owned(), folder, keep_days, stopped.clone()));
        }
        let clock = tokio::spawn(keep_time(engine.clone(), faq, store.clone(), news, plan.clock_ahead, stopped));
        Ok(Self { engine, store, stop, writer, delivery, clock })
    }

    /// What tells doors to stop.
    #[must_use]
    pub fn stopped(&self) -> watch::Receiver<bool> {
        self.stop.subscribe()
    }

    /// Tells everything to stop.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// Waits, after [`House::stop`] and after the doors are closed, until what was taken is kept and what is under way is sent.
    pub async fn leave(self) {
        self.stop();
        let Self { engine, writer, delivery, clock, .. } = self;
        drop(engine);
        let all = async move {
            // A task that panicked has said so; there is nothing left to wait for in it.
            let _ = clock.await;
            let _ = delivery.await;
            let _ = writer.await;
        };
        if tokio::time::timeout(LEAVE_WITHIN, all).await.is_err() {
            tracing::warn!("left in the middle of a send: it is sent again at the next start");
        }
    }
}

async fn keep_time(
    engine: Engine,
    faq: Faq,
    store: Store,
    mut news: News,
    ahead: ClockAhead,
    mut stop: watch::Receiver<bool>,
) {
    let told = async {
        while ahead().is_none() {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    tokio::select! {
        () = told_to_stop(&mut stop) => return,
        // Where nobody tells the time, ours has to do.
        _ = tokio::time::timeout(TIME_TOLD_WITHIN, told) => {}
    }
    let off = || ahead().filter(|seconds| seconds.unsigned_abs() > CLOCK_OFF);
    if off().is_none()
        && let Err(error) = engine.hand(from_inside(Said::Started, Timestamp::now())).await
    {
        tracing::error!("nobody is told of the time away: {error}");
    }
    let mut tick = tokio::time::interval(TICK);
    let mut follow = tokio::time::interval(FOLLOW);
    loop {
        tokio::select! {
            () = told_to_stop(&mut stop) => return,
            _ = tick.tick() => {
                match off() {
                    Some(seconds) => tracing::error!(
                        "the clock is {seconds} s ahead of Telegram's: reminders and all that time ends wait until it is set right"
                    ),
                    None => {
                        if let Err(error) = engine.hand(from_inside(Said::Tick, Timestamp::now())).await {
                            tracing::error!("a tick was lost: {error}");
                        }
                    }
                }
                if let Err(error) = store.checkpoint().await {
                    tracing::warn!("the log is not written back yet: {error:#}");
                }
            }
            _ = follow.tick() => {
                match faq.follow() {
                    Ok(true) => tracing::info!("the FAQ index that another process built is in use now"),
                    Ok(false) => {}
                    Err(error) => tracing::warn!("the new FAQ index cannot be read, the old one goes on: {error:#}"),
                }
                match news.follow().await {
                    Ok(0) => {}
                    Ok(count) => tracing::info!(count, "{count} opportunities that another process imported are matched now"),
                    Err(error) => tracing::warn!("what was imported is not matched yet: {error:#}"),
                }
            }
        }
    }
}

/// Makes the daily backups. One under way when the house is left is left, too: its half file has no name.
async fn back_up(data: PathBuf, folder: PathBuf, keep_days: i64, mut stop: watch::Receiver<bool>) {
    // Not in the first minute, when everything else begins.
    let mut look = tokio::time::interval_at(tokio::time::Instant::now() + TICK, BACKUP_LOOK);
    loop {
        tokio::select! {
            () = told_to_stop(&mut stop) => return,
            _ = look.tick() => match backup::daily(&data, &folder, keep_days, Timestamp::now()).await {
                Ok(Some((file, proven))) => tracing::info!("backed up to {}: {}", file.display(), super::backup::told(&proven)),
                Ok(None) => {}
                Err(error) => tracing::error!("no backup is made, tried again in {BACKUP_LOOK:?}: {error:#}"),
            },
        }
    }
}

async fn told_to_stop(stop: &mut watch::Receiver<bool>) {
    // A dropped sender means that the house is gone, which is a stop as well.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Something of the house's own as an update; its id is the time, so that none comes twice.
fn from_inside(said: Said, at: Timestamp) -> Incoming {
    Incoming {
        update: UpdateId { door: Door::Inside, id: -at.as_millisecond() },
        at,
        chat: Chat { door: Door::Inside, id: 0, kind: ChatKind::Private, topic: None },
        from: Sender { id: 0, name: String::new(), lang_hint: None },
        said,
    }
}

/// Puts the sample directory into the store; what is known is changed, not doubled.
async fn put_samples(store: &Store, matching: &Matching, content: &Path) -> Result<()> {
    let found = directory::read(&content.join("directory"), matching.taxonomy()).map_err(|problems| broken(&problems))?;
    let origin = Origin { file: "index/directory", source: None, at: Timestamp::now() };
    let mut tx = store.begin().await?;
    tx.put_directory(&found.organisations, &found.opportunities, origin).await?;
    tx.commit().await
}

/// Tells matching everything that is open.
async fn load(store: &Store, matching: &Matching) -> Result<()> {
    let mut tx = store.begin().await?;
    let mut open = tx.opportunities().await?;
    open.extend(tx.live_requests().await?.iter().map(crate::store::RequestRow::proposal));
    tx.commit().await?;
    matching.load(open).context("load the matching index")
}

pub fn broken(problems: &[Problem]) -> anyhow::Error {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    anyhow::anyhow!("the content has problems:\n{}", lines.join("\n"))
}

fn told(error: OpenError) -> anyhow::Error {
    match error {
        OpenError::Content(problems) => {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            anyhow::anyhow!("the FAQ content has problems:\n{}", lines.join("\n"))
        }
        other => anyhow::Error::new(other),
    }
}

/// Waits for the signal to leave: Ctrl-C, or SIGTERM from the system.
///
/// # Errors
/// When the system does not let signals be heard.
pub async fn told_to_leave() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("hear SIGTERM")?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted.context("hear Ctrl-C"),
        _ = terminate.recv() => Ok(()),
    }
}

/// A runtime for one command.
///
/// # Errors
/// When the system gives no threads.
pub fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().context("start the runtime")
}

/// Refuses a data folder that another house works in: two writers would answer everything twice.
///
/// # Errors
/// When another process holds the folder.
pub fn lock(data: &Path) -> Result<std::fs::File> {
    std::fs::create_dir_all(data).with_context(|| format!("make the data folder {}", data.display()))?;
    let file = std::fs::File::create(data.join("lock")).with_context(|| format!("write in {}", data.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => {
            bail!("another puente works in {}: stop it first, or give this one another PUENTE_DATA_DIR", data.display())
        }
        Err(std::fs::TryLockError::Error(error)) => Err(error).context("lock the data folder"),
    }
}
