//! The out-half: takes the head of each line of the outbox when it is due, speaks it, sends it, and keeps one named outcome.
//! It decides nothing of what is said; handlers did.
//!
//! Telegram has no idempotency key: after a crash between send and mark, at worst one message is repeated, and none is lost. `pace` keeps Telegram's limits by itself, `send` makes one row into its calls.

mod export;
mod pace;
mod receipt;
mod send;
mod trouble;

use std::{
    collections::{HashMap, HashSet, VecDeque},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Result;
use jiff::Timestamp;
use metrics::{counter, histogram};
use rand::Rng;
use tokio::{
    sync::{Notify, watch},
    task::JoinSet,
};

use crate::{
    domain::Lang,
    faq::Faq,
    i18n::I18n,
    store::{Due, Store},
    talk::{Address, Doctor, Door, Intake, Messenger, Place, Post, Urgency},
};

pub use pace::Limits;
use pace::Pace;
pub use send::Outcome;

/// A send that has had no answer for this long no longer holds up the others. Until then nothing else is sent: what is sent
/// and not yet marked is what a crash repeats, so it is kept to one message.
const PATIENCE: Duration = Duration::from_millis(400);
/// Sends under way at once, when answers are slow.
const AT_ONCE: usize = 16;
/// Heads of lines looked at in one go, and again where none of so many may go yet. What is less urgent is looked at anew after each
/// send, so the first look is short.
const LOOKS: [usize; 2] = [16, 128];
/// Looked at again at the latest after this, whatever happens.
const IDLE: Duration = Duration::from_secs(30);
/// A row that the door neither takes nor refuses is parked after this many tries; silence is waited out for ever.
const MOST_TRIES: u32 = 8;

/// What time it is. Time that passes while something is waited for is the machine's own all the same.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// What delivery works with.
pub struct Delivery {
    pub store: Store,
    pub i18n: I18n,
    pub faq: Faq,
    /// The doors, and what each of them bears.
    pub doors: HashMap<Door, (Arc<dyn Messenger>, Limits)>,
    /// Where results of slow work are handed in.
    pub intake: Arc<dyn Intake>,
    pub staff_chat: Option<Address>,
    pub staff_lang: Lang,
    /// Woken when something was posted.
    pub posted: Arc<Notify>,
    /// Whom admins ask how the house is.
    pub doctor: Doctor,
    /// The real time, or a time of a measurement's own.
    pub clock: Clock,
}

impl Delivery {
    /// Delivers until told to stop, then waits for what is under way.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let limits = self.doors.iter().map(|(door, (_, limits))| (*door, *limits)).collect();
        let house = Arc::new(self);
        let mut pace = Pace::new(limits);
        let mut under_way: JoinSet<(String, Ended)> = JoinSet::new();
        let mut busy: HashMap<String, Instant> = HashMap::new();
        let mut heads = VecDeque::new();
        while !*stop.borrow() {
            let wake = house.start_due(&mut heads, &mut pace, &mut under_way, &mut busy).await.unwrap_or_else(|error| {
                tracing::error!("the outbox cannot be read: {error:#}");
                Duration::from_secs(1)
            });
            tokio::select! {
                // What was posted may be more urgent than the heads at hand, or have withdrawn one of them.
                biased;
                () = house.posted.notified() => heads.clear(),
                ended = under_way.join_next(), if !under_way.is_empty() => {
                    house.finish_ready(ended, &mut under_way, &mut busy, &mut pace).await;
                }
                () = tokio::time::sleep(wake) => {}
                _ = stop.changed() => {}
            }
        }
        while let Some(ended) = under_way.join_next().await {
            house.finish_ready(Some(ended), &mut under_way, &mut busy, &mut pace).await;
        }
    }

    /// Starts what is due and what the pace allows; how long until it is worth looking again. `heads` are the urgent
    /// heads of lines that were due at the last look and are still to be tried.
    async fn start_due(
        self: &Arc<Self>,
        heads: &mut VecDeque<Due>,
        pace: &mut Pace,
        under_way: &mut JoinSet<(String, Ended)>,
        busy: &mut HashMap<String, Instant>,
    ) -> Result<Duration> {
        if let Some(held_up) =
            busy.values().map(|since| PATIENCE.saturating_sub(since.elapsed())).max().filter(|held| !held.is_zero())
        {
            return Ok(held_up);
        }
        if under_way.len() >= AT_ONCE {
            return Ok(IDLE);
        }
        let now = (self.clock)();
        let mut wake = IDLE;
        // A chat that has to wait waits for the whole look, or something behind the first in its order would go before it when
        // the moment comes in between.
        let mut held_up = HashSet::new();
        let mut looks = LOOKS.into_iter();
        let mut there_is_more = true;
        while there_is_more {
            if heads.is_empty() {
                let Some(look) = looks.next() else { break };
                heads.extend(self.store.due(now, look).await?);
                there_is_more = heads.len() == look;
            }
            while let Some(due) = heads.pop_front() {
                if busy.contains_key(&due.line) {
                    continue;
                }
                if let Some(to) = self.paced_address(&due) {
                    if held_up.contains(&(to.door, to.chat)) {
                        continue;
                    }
                    if let Err(wait) = pace.allow(&to) {
                        wake = wake.min(wait);
                        held_up.insert((to.door, to.chat));
                        continue;
                    }
                }
                // By the next time a line that is busy now may have something more urgent than the rest.
                heads.retain(|head| head.urgency == Urgency::Now);
                busy.insert(due.line.clone(), Instant::now());
                let (house, line) = (Arc::clone(self), due.line.clone());
                under_way.spawn(async move { (line, house.attempt(due).await) });
                return Ok(PATIENCE);
            }
        }
        if let Some(next) = self.store.next_due(now).await? {
            wake = wake.min(Duration::try_from(next.duration_since(now)).unwrap_or(Duration::ZERO));
        }
        Ok(wake.max(Duration::from_millis(5)))
    }

    /// The chat whose limit a row counts against; none for calls that Telegram does not count by chat.
    fn paced_address(&self, due: &Due) -> Option<Address> {
        match (&due.place, &due.post) {
            (_, Post::Toast { .. } | Post::Menu { .. } | Post::Work(_)) => None,
            (Place::Chat(to), _) => Some(*to),
            (Place::Lead(_) | Place::Staff, _) => self.staff_chat,
            (Place::House, _) => None,
        }
    }

    /// Keeps the outcomes of all sends that have ended by now in one transaction, so that a burst costs one commit.
    async fn finish_ready(
        &self,
        first: Option<Result<(String, Ended), tokio::task::JoinError>>,
        under_way: &mut JoinSet<(String, Ended)>,
        busy: &mut HashMap<String, Instant>,
        pace: &mut Pace,
    ) {
        let mut ended = Vec::new();
        let mut next = first;
        while let Some(joined) = next {
            match joined {
                Ok(one) => ended.push(one),
                Err(error) => tracing::error!("a send was torn: {error}"),
            }
            next = under_way.try_join_next();
        }
        for (_, one) in &ended {
            if let (Outcome::RetryAt { wait, whole_door: true, .. }, Some(to)) = (&one.outcome, one.to) {
                pace.pause(&to, *wait);
            }
        }
        while let Err(error) = self.keep(&ended).await {
            // What was sent is sent: forgetting it would send it again, so this is tried until the store takes it.
            tracing::error!("outcomes are not kept yet: {error:#}");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        for (line, _) in &ended {
            busy.remove(line);
        }
    }

    /// What was sent and is told to nobody else needs one short call; everything else is a transaction.
    async fn keep(&self, ended: &[(String, Ended)]) -> Result<()> {
        let now = (self.clock)();
        let (mut plain, mut others) = (Vec::new(), Vec::new());
        for (_, one) in ended {
            count(one, now);
            match &one.outcome {
                Outcome::Sent(sent) if !receipt::is_owed(&one.due) => plain.push((one.due.id, *sent)),
                _ => others.push(one),
            }
        }
        if !plain.is_empty() {
            self.store.mark_sent(&plain, now).await?;
        }
        if others.is_empty() {
            return Ok(());
        }
        let mut tx = self.store.begin_marks().await?;
        for one in others {
            keep_one(&mut tx, one, now).await?;
            self.receipt(&mut tx, &one.due, &one.outcome, now).await?;
        }
        tx.commit().await
    }

    /// One try to send one row.
    async fn attempt(&self, due: Due) -> Ended {
        let to = self.paced_address(&due);
        let (due, outcome) = match self.send(due.clone()).await {
            Ok((sent, outcome)) => (sent, outcome),
            Err(error) => {
                // The store could not be read or written: nothing is known to be wrong with the row itself.
                let wait = Duration::from_secs(2);
                (due, Outcome::RetryAt { wait, trouble: format!("{error:#}"), whole_door: false })
            }
        };
        Ended { due, to, outcome }
    }
}

/// What became of a try.
struct Ended {
    due: Due,
    /// The chat it counted against.
    to: Option<Address>,
    outcome: Outcome,
}

async fn keep_one(tx: &mut crate::store::Tx<'_>, one: &Ended, now: Timestamp) -> Result<()> {
    match &one.outcome {
        Outcome::Sent(sent) => tx.mark_sent(&[(one.due.id, *sent)], now).await?,
        Outcome::RetryAt { wait, trouble, .. } => {
            let until = now.checked_add(jiff::SignedDuration::try_from(*wait)?)?;
            tx.postpone(one.due.id, until, trouble).await?;
        }
        Outcome::Unreachable(trouble) => {
            tx.park(one.due.id, trouble, now).await?;
            if let Place::Chat(to) = one.due.place {
                tx.set_unreachable(to.door, to.chat, now).await?;
            }
            tracing::warn!(outbox.id = %one.due.id, "unreachable: {trouble}");
        }
        Outcome::Refused(trouble) => {
            tx.park(one.due.id, trouble, now).await?;
            tracing::error!(outbox.id = %one.due.id, "parked: {trouble}");
        }
    }
    Ok(())
}

/// Counts a try. A message that was put off or tried before says nothing of how quick the house is.
fn count(one: &Ended, now: Timestamp) {
    let outcome = match &one.outcome {
        Outcome::Sent(_) => "sent",
        Outcome::RetryAt { .. } => "retry",
        Outcome::Unreachable(_) => "unreachable",
        Outcome::Refused(_) => "refused",
    };
    counter!("puente_sends_total", "outcome" => outcome).increment(1);
    if outcome == "refused" {
        counter!("puente_errors_total", "kind" => "parked").increment(1);
    }
    if outcome == "sent" && one.due.attempts == 0 && one.due.urgency == Urgency::Now {
        let took = now.duration_since(one.due.created_at).as_secs_f64().max(0.0);
        histogram!("puente_update_to_send_seconds").record(took);
    }
}

/// How long to wait before the next try: from two seconds, doubled, to five minutes, with jitter so that lines that failed
/// together do not come back together.
fn back_off(attempts: u32) -> Duration {
    let most = Duration::from_secs(300);
    let wait = Duration::from_secs(2).saturating_mul(2_u32.saturating_pow(attempts.min(10))).min(most);
    wait.mul_f64(rand::rng().random_range(0.8..1.2))
}
