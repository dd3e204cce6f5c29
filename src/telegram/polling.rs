//! The long-polling loop: fetch, hand in, and only then move on. What was handed in and not kept is fetched again.
//! teloxide's dispatcher is not used: it acknowledges a batch when it has *received* it, so that a crash would lose it.

use std::{
    future::poll_fn,
    task::Poll,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use rand::Rng;
use serde_json::{Value, json};
use teloxide::types::AllowedUpdate;
use tokio::sync::watch;
use tracing::{error, info, warn};

use super::{Bot, raw, wire::Failure};
use crate::talk::{BoxFuture, Intake, NotKept};

/// What Telegram is to send. Told with every request: left out, Telegram keeps whatever was told before.
pub(super) const ALLOWED: [AllowedUpdate; 5] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
    AllowedUpdate::ChatMember,
];

/// After a quiet week Telegram numbers updates anew, perhaps lower than before; asking from nought again finds them.
const QUIET: Duration = Duration::from_secs(6 * 24 * 3600);

/// Telegram does not know the token: nothing can be done until somebody changes it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Telegram refuses the token: check TELOXIDE_TOKEN ({0})")]
pub struct TokenRefused(pub String);

/// Fetches and hands in until told to stop; what was handed in is waited for. Ends early only when the token is refused.
pub(super) async fn poll(bot: &Bot, intake: &dyn Intake, stop: &mut watch::Receiver<bool>) -> Result<(), TokenRefused> {
    let mut pause = Pause::default();
    if !bot.greet(stop, &mut pause, None).await? {
        return Ok(());
    }
    let (mut next, mut last_news) = (0, Instant::now());
    loop {
        if last_news.elapsed() > QUIET {
            (next, last_news) = (0, Instant::now());
        }
        let fetched = tokio::select! {
            biased;
            () = told(stop) => return Ok(()),
            fetched = fetch(bot, next) => fetched,
        };
        let rest = match fetched {
            Ok(updates) => {
                if !updates.is_empty() {
                    last_news = Instant::now();
                }
                match hand_in(bot, intake, updates, &mut next).await {
                    Ok(()) => {
                        pause.recovered();
                        None
                    }
                    Err(NotKept(why)) => {
                        let rest = pause.longer();
                        warn!(update.id = next, "update {next} is not kept ({why}); fetched again in {rest:.1?}");
                        Some(rest)
                    }
                }
            }
            Err(failure) => Some(bot.rest_after(&failure, &mut pause).await),
        };
        if let Some(rest) = rest
            && !sleep(rest, stop).await
        {
            return Ok(());
        }
    }
}

async fn fetch(bot: &Bot, next: i64) -> Result<Vec<Value>, Failure> {
    let poll = bot.wire.patience.poll;
    let request = json!({"offset": next, "limit": 100, "timeout": poll.as_secs(), "allowed_updates": ALLOWED});
    match bot.wire.json("getUpdates", &request, poll + Duration::from_secs(10)).await? {
        Value::Array(updates) => Ok(updates),
        _ => Err(Failure::Silence("getUpdates answered without a list".into())),
    }
}

/// Hands a batch in, in its order, and moves `next` past all that was kept before the first that was not.
async fn hand_in(bot: &Bot, intake: &dyn Intake, updates: Vec<Value>, next: &mut i64) -> Result<(), NotKept> {
    let at = Timestamp::now();
    let mut numbers = Vec::new();
    let mut handed = Vec::new();
    for raw in updates {
        let Some(number) = raw::number(&raw) else {
            warn!("an update without a number is passed over");
            continue;
        };
        numbers.push(number);
        if let Some(incoming) = bot.read(raw, at) {
            handed.push((number, intake.hand(incoming)));
        }
    }
    let (ids, futures): (Vec<_>, Vec<_>) = handed.into_iter().unzip();
    for (number, outcome) in ids.into_iter().zip(all_in_order(futures).await) {
        if let Err(not_kept) = outcome {
            *next = number;
            return Err(not_kept);
        }
    }
    if let Some(last) = numbers.into_iter().max() {
        *next = last + 1;
    }
    Ok(())
}

/// Waits for all at once, polling them in their order, so that they enter the engine's queue in that order: its channel
/// is fair, and a `hand` joins the line when it is first polled. Spawned tasks (a `JoinSet`) would start in any order.
async fn all_in_order<T>(mut waiting: Vec<BoxFuture<'_, T>>) -> Vec<T> {
    let mut done: Vec<Option<T>> = waiting.iter().map(|_| None).collect();
    poll_fn(|context| {
        for (future, slot) in waiting.iter_mut().zip(&mut done).filter(|(_, slot)| slot.is_none()) {
            if let Poll::Ready(value) = future.as_mut().poll(context) {
                *slot = Some(value);
            }
        }
        if done.iter().all(Option::is_some) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
}

impl Bot {
    /// Learns the bot's own name and tells Telegram how updates are to come: by polling, or to this webhook.
    /// False when told to stop before Telegram answered.
    pub(super) async fn greet(
        &self,
        stop: &mut watch::Receiver<bool>,
        pause: &mut Pause,
        webhook: Option<&Value>,
    ) -> Result<bool, TokenRefused> {
        loop {
            let failure = tokio::select! {
                biased;
                () = told(stop) => return Ok(false),
                greeted = self.try_greet(webhook) => match greeted {
                    Ok(()) => {
                        pause.recovered();
                        return Ok(true);
                    }
                    Err(failure) => failure,
                },
            };
            if let Failure::Answer { code: 401 | 404, description, .. } = &failure {
                return Err(TokenRefused(description.clone()));
            }
            let rest = self.rest_after(&failure, pause).await;
            if !sleep(rest, stop).await {
                return Ok(false);
            }
        }
    }

    async fn try_greet(&self, webhook: Option<&Value>) -> Result<(), Failure> {
        let patience = self.wire.patience.request;
        let me = self.wire.json("getMe", &json!({}), patience).await?;
        if let Some(name) = me.get("username").and_then(Value::as_str) {
            info!("connected to Telegram as bot {}", me["id"]);
            self.learn_name(name);
        }
        match webhook {
            Some(webhook) => self.wire.json("setWebhook", webhook, patience).await?,
            None => self.wire.json("deleteWebhook", &json!({"drop_pending_updates": false}), patience).await?,
        };
        Ok(())
    }

    /// How long to wait after this failure; says so in the log, once.
    async fn rest_after(&self, failure: &Failure, pause: &mut Pause) -> Duration {
        match failure {
            Failure::Answer { code: 409, description, .. } if description.contains("webhook") => {
                warn!("a webhook was set for this token meanwhile: it is removed, for this process polls");
                // If this fails, the next fetch meets the same answer.
                let _ = self.wire.json("deleteWebhook", &json!({}), self.wire.patience.request).await;
                pause.longer()
            }
            Failure::Answer { code: 409, .. } => {
                let conflict = self.wire.patience.conflict;
                error!("another process polls with this token: stop one of the two; next try in {conflict:?}");
                conflict
            }
            Failure::Answer { wait: Some(wait), .. } => {
                warn!("Telegram asks to wait {wait:?}");
                *wait
            }
            failure => {
                let rest = pause.longer();
                warn!("Telegram does not answer ({failure}); next try in {rest:.1?}");
                rest
            }
        }
    }
}

/// The growing pause between tries: about 1 s at first, about 30 s at most, never the same for two processes.
#[derive(Debug, Default)]
pub(super) struct Pause {
    failures: u32,
}

impl Pause {
    fn longer(&mut self) -> Duration {
        let seconds = f64::from(1 << self.failures.min(5)).min(30.0);
        self.failures += 1;
        Duration::from_secs_f64(seconds * rand::rng().random_range(0.75..1.0))
    }

    fn recovered(&mut self) {
        if self.failures > 0 {
            info!("updates flow again");
        }
        self.failures = 0;
    }
}

/// Ends when told to stop, or when nobody is left who could tell.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// False when told to stop meanwhile.
async fn sleep(rest: Duration, stop: &mut watch::Receiver<bool>) -> bool {
    tokio::select! {
        biased;
        () = told(stop) => false,
        () = tokio::time::sleep(rest) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn futures_are_first_polled_in_their_order_and_none_waits_for_another() {
        let (started, seen) = std::sync::mpsc::channel();
        let (release, released) = tokio::sync::oneshot::channel::<()>();
        let first = started.clone();
        let futures: Vec<BoxFuture<'_, u8>> = vec![
            Box::pin(async move {
                first.send(1).unwrap();
                released.await.unwrap();
                1
            }),
            Box::pin(async move {
                started.send(2).unwrap();
                release.send(()).unwrap();
                2
            }),
        ];
        assert_eq!(all_in_order(futures).await, [1, 2]);
        assert_eq!(seen.iter().collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn pauses_grow_to_half_a_minute_and_start_again() {
        let mut pause = Pause::default();
        let rests: Vec<f64> = (0..8).map(|_| pause.longer().as_secs_f64()).collect();
        assert!(rests[0] <= 1.0 && rests[7] >= 22.0 && rests.iter().all(|rest| *rest <= 30.0), "{rests:?}");
        pause.recovered();
        assert!(pause.longer().as_secs_f64() <= 1.0);
    }
}
