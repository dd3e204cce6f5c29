//! The spine: one writer that drains what is waiting into one transaction, a savepoint per turn, one commit for all.
//! It does not know what a turn means; `take_turn` does.

use std::{
    panic::AssertUnwindSafe,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use metrics::{counter, histogram};
use tokio::sync::{Notify, mpsc, oneshot};

use super::{
    AfterCommit, Rooms, apology,
    guard::{Admitted, Guard},
    here, take_turn,
    turn::Learned,
};
use crate::{
    store::{Store, Tx, is_of_the_disk},
    talk::{BoxFuture, Door, Incoming, Intake, NotKept, Place, Reply},
};

/// Most turns that share one commit. More would let the first of them wait without making the fsync any cheaper.
const BATCH: usize = 256;
/// Updates that may wait for the writer; a door that hands in more waits itself.
const WAITING: usize = 4096;

/// Where doors hand in. Clones share one writer.
#[derive(Clone)]
pub struct Engine {
    hand_in: mpsc::Sender<Job>,
}

struct Job {
    incoming: Incoming,
    kept: oneshot::Sender<Result<(), NotKept>>,
}

impl Engine {
    /// Starts the writer. `posted` is woken after every commit that may have left something in the outbox. The writer ends,
    /// after what was handed in, when every clone of the engine is gone.
    #[must_use]
    pub fn start(store: Store, rooms: Rooms, posted: Arc<Notify>) -> (Self, tokio::task::JoinHandle<()>) {
        let (hand_in, waiting) = mpsc::channel(WAITING);
        let writer = tokio::spawn(write(store, rooms, posted, waiting));
        (Self { hand_in }, writer)
    }
}

impl Intake for Engine {
    fn hand(&self, incoming: Incoming) -> BoxFuture<'_, Result<(), NotKept>> {
        Box::pin(async move {
            let (kept, done) = oneshot::channel();
            let gone = |_| NotKept("the engine has stopped".into());
            self.hand_in.send(Job { incoming, kept }).await.map_err(|_| NotKept("the engine has stopped".into()))?;
            done.await.map_err(gone)?
        })
    }
}

async fn write(store: Store, rooms: Rooms, posted: Arc<Notify>, mut waiting: mpsc::Receiver<Job>) {
    let mut guard = Guard::load(&store).await.unwrap_or_else(|error| {
        tracing::error!("bans are not known until the next start: {error:#}");
        Guard::default()
    });
    let mut batch = Vec::with_capacity(BATCH);
    while waiting.recv_many(&mut batch, BATCH).await > 0 {
        let mut outcome = write_batch(&store, &rooms, &mut guard, &batch, Pains::Few).await;
        if let Err(error) = &outcome {
            // One turn's messages may be what cannot be written: it alone shall fail, and not everybody for ever.
            tracing::error!(updates = batch.len(), "not kept at once: {error:#}");
            outcome = write_batch(&store, &rooms, &mut guard, &batch, Pains::Great).await;
        }
        match &outcome {
            Ok(after) => {
                for after in after {
                    remember(&rooms, &mut guard, after);
                    after.done.iter().for_each(Done::tell);
                }
                posted.notify_one();
            }
            Err(error) => {
                counter!("puente_errors_total", "kind" => "not-kept").increment(1);
                tracing::error!(updates = batch.len(), "not kept: {error:#}");
            }
        }
        for job in batch.drain(..) {
            let told = outcome.as_ref().map(|_| ()).map_err(|error| NotKept(format!("{error:#}")));
            // A door that no longer waits has its own reasons; the update is kept all the same.
            let _ = job.kept.send(told);
        }
    }
}

/// How a batch is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pains {
    /// What a turn wants said is written with the call that follows.
    Few,
    /// It is written within the turn, so that a failure is the turn's own.
    Great,
}

async fn write_batch(
    store: &Store,
    rooms: &Rooms,
    guard: &mut Guard,
    batch: &[Job],
    pains: Pains,
) -> Result<Vec<AfterCommit>> {
    let written = async {
        let mut tx = store.begin().await?;
        let mut after = Vec::with_capacity(batch.len());
        for job in batch {
            after.push(write_turn(&mut tx, rooms, guard, &job.incoming, pains).await?);
        }
        tx.commit().await?;
        Ok(after)
    }
    .await;
    if written.is_ok() {
        guard.keep()
    } else {
        guard.undo()
    }
    written
}

/// One turn in its savepoint. A failure undoes this turn alone: it is parked with its cause, and its person gets one apology.
async fn write_turn(
    tx: &mut Tx<'_>,
    rooms: &Rooms,
    guard: &mut Guard,
    incoming: &Incoming,
    pains: Pains,
) -> Result<AfterCommit> {
    let began = Instant::now();
    if !tx.begin_turn(incoming.update, incoming.at).await? {
        return Ok(AfterCommit::default());
    }
    let kind = kind_of(incoming);
    match guard.admit(tx, rooms, incoming).await? {
        Admitted::Come => {}
        kept_out => return keep_out(tx, incoming, kept_out).await,
    }
    let turn = async {
        let after = take_turn(tx, rooms, incoming).await?;
        if pains == Pains::Great {
            tx.write_posts().await?;
        }
        Ok(after)
    };
    match caught(turn).await {
        Ok(after) => {
            if after.stranger {
                guard.met_a_stranger(incoming.at);
            }
            Ok(AfterCommit { done: Some(Done::of(incoming, "done", Some(began.elapsed()))), ..after })
        }
        // Not the turn's fault: it comes again with all the others.
        Err(cause) if is_of_the_disk(&cause) => Err(cause),
        Err(cause) => {
            tracing::error!(update.id = incoming.update.id, chat.id = incoming.chat.id, kind, "turn failed: {cause:#}");
            counter!("puente_errors_total", "kind" => "turn-failed").increment(1);
            tx.undo_turn(incoming.update, incoming.at).await?;
            tx.park_turn(incoming, &format!("{cause:#}")).await.context("park a failed turn")?;
            if let Some(apology) = apology(incoming) {
                tx.post(&apology, incoming.at).await?;
            }
            Ok(AfterCommit { done: Some(Done::of(incoming, "failed", None)), ..AfterCommit::default() })
        }
    }
}

/// What became of an update, told in the log and in the figures once that is kept: a batch that is written again is told once.
#[derive(Debug)]
pub(crate) struct Done {
    door: Door,
    update: i64,
    chat: i64,
    kind: &'static str,
    outcome: &'static str,
    took: Option<Duration>,
}

impl Done {
    fn of(incoming: &Incoming, outcome: &'static str, took: Option<Duration>) -> Self {
        let (door, kind) = (incoming.chat.door, kind_of(incoming));
        Self { door, update: incoming.update.id, chat: incoming.chat.id, kind, outcome, took }
    }

    fn tell(&self) {
        let Self { door, update, chat, kind, outcome, took } = *self;
        counter!("puente_turns_total", "door" => door.code(), "kind" => kind, "outcome" => outcome).increment(1);
        match took {
            Some(took) => {
                histogram!("puente_turn_seconds").record(took);
                // In 64 bits: a longer number is text in JSON.
                let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
                tracing::info!(update.id = update, chat.id = chat, kind, micros, "turn");
            }
            None => tracing::info!(update.id = update, chat.id = chat, kind, "{outcome}"),
        }
    }
}

/// The update is handled by not handling it; a word is said at most.
async fn keep_out(tx: &mut Tx<'_>, incoming: &Incoming, kept_out: Admitted) -> Result<AfterCommit> {
    if let Admitted::Word(word) = kept_out {
        tx.post(&Reply::say(Place::Chat(here(incoming)), word), incoming.at).await?;
    }
    Ok(AfterCommit { done: Some(Done::of(incoming, "kept-out", None)), ..AfterCommit::default() })
}

/// A panic in a handler is a failed turn like any other: the engine has to go on for everybody else.
async fn caught<T>(turn: impl Future<Output = Result<T>>) -> Result<T> {
    let mut turn = std::pin::pin!(turn);
    std::future::poll_fn(move |cx| match std::panic::catch_unwind(AssertUnwindSafe(|| turn.as_mut().poll(cx))) {
        Ok(poll) => poll,
        Err(_) => std::task::Poll::Ready(Err(anyhow::anyhow!("a handler panicked"))),
    })
    .await
}

/// Tells matching and the guard what a kept turn has changed.
fn remember(rooms: &Rooms, guard: &mut Guard, after: &AfterCommit) {
    for learned in &after.learned {
        let done = match learned {
            Learned::Put(proposal) => rooms.matching.put((**proposal).clone()),
            Learned::Gone(id) => rooms.matching.remove(*id),
            Learned::Banned(who) => {
                guard.banned(*who);
                Ok(())
            }
            Learned::Unbanned(who) => {
                guard.unbanned(*who);
                Ok(())
            }
        };
        if let Err(error) = done {
            tracing::error!("matching did not learn of a request, and will at the next start: {error:#}");
        }
    }
}

/// What an update is, for the log: never what it says.
fn kind_of(incoming: &Incoming) -> &'static str {
    use crate::talk::Said;
    match &incoming.said {
        Said::Words { .. } => "words",
        Said::Edited { .. } => "edited",
        Said::Command { command, .. } => command.code(),
        Said::Pressed { .. } => "pressed",
        Said::File { .. } => "file",
        Said::Other { kind, .. } => kind.code(),
        Said::Joined => "joined",
        Said::Left => "left",
        Said::Reachable(_) => "reachable",
        Said::Done(_) => "done",
        Said::Started => "started",
        Said::Tick => "tick",
    }
}
