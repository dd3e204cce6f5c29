//! What is handed in, in which order, and when it is acknowledged.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use puente::{
    talk::{Action, BoxFuture, Call, Incoming, Intake, Key, NotKept, Said},
    telegram::TokenRefused,
};
use secrecy::SecretString;
use serde_json::json;
use tokio::{
    sync::{Semaphore, watch},
    task::JoinHandle,
    time::{sleep, timeout},
};

use super::{door, person};
use crate::standin::{Fault, StandIn};

const LIMIT: Duration = Duration::from_secs(10);

/// An engine that writes down what it is handed, and keeps it when it is let.
struct FakeIntake {
    handed: Mutex<Vec<Incoming>>,
    /// How often an update with these words is still not kept.
    not_kept: Mutex<HashMap<String, usize>>,
    gate: Semaphore,
}

impl FakeIntake {
    fn open() -> Arc<Self> {
        Self::with_gate(Semaphore::MAX_PERMITS)
    }

    fn shut() -> Arc<Self> {
        Self::with_gate(0)
    }

    fn with_gate(permits: usize) -> Arc<Self> {
        Arc::new(Self { handed: Mutex::default(), not_kept: Mutex::default(), gate: Semaphore::new(permits) })
    }

    fn refuse(&self, words: &str, times: usize) {
        self.not_kept.lock().unwrap().insert(words.into(), times);
    }

    /// The words that were handed in, in their order.
    fn words(&self) -> Vec<String> {
        self.handed.lock().unwrap().iter().map(words).collect()
    }
}

fn words(incoming: &Incoming) -> String {
    match &incoming.said {
        Said::Words { text, .. } => text.clone(),
        other => format!("{other:?}"),
    }
}

impl Intake for FakeIntake {
    fn hand(&self, incoming: Incoming) -> BoxFuture<'_, Result<(), NotKept>> {
        Box::pin(async move {
            let words = words(&incoming);
            self.handed.lock().unwrap().push(incoming);
            self.gate.acquire().await.expect("never closed").forget();
            match self.not_kept.lock().unwrap().get_mut(&words) {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    Err(NotKept("the disk is full".into()))
                }
                _ => Ok(()),
            }
        })
    }
}

/// A door that polls, until it is stopped.
struct Polling {
    stop: watch::Sender<bool>,
    task: JoinHandle<Result<(), TokenRefused>>,
}

impl Polling {
    fn start(standin: &StandIn, intake: &Arc<FakeIntake>) -> Self {
        let (stop, told) = watch::channel(false);
        let (door, intake) = (door(standin.url()), Arc::clone(intake));
        let task = tokio::spawn(async move { door.poll(&*intake, told).await });
        Self { stop, task }
    }

    async fn end(self) -> Result<(), TokenRefused> {
        self.stop.send_replace(true);
        timeout(LIMIT, self.task).await.expect("it stops soon").unwrap()
    }
}

#[tokio::test]
async fn updates_are_handed_in_at_once_and_in_order_and_confirmed_only_when_kept() {
    let standin = StandIn::start().await;
    let anna = standin.person(501, "Anna Li", "zh");
    let texts: Vec<String> = (0..40).map(|number| format!("words {number}")).collect();
    for text in &texts {
        standin.says(anna, text);
    }
    let intake = FakeIntake::shut();
    let polling = Polling::start(&standin, &intake);
    let begun = Instant::now();
    while intake.words().len() < texts.len() && begun.elapsed() < LIMIT {
        sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(intake.words(), texts);
    assert_eq!(standin.world().waiting(), texts.len(), "nothing is confirmed before it is kept");
    intake.gate.add_permits(1000);
    standin.all_confirmed().await;
    standin.says(anna, "one more");
    standin.all_confirmed().await;
    assert_eq!(intake.words().len(), texts.len() + 1, "nothing is handed in twice");
    polling.end().await.unwrap();
}

#[tokio::test]
async fn what_is_not_kept_is_fetched_again_from_there() {
    let standin = StandIn::start().await;
    let anna = standin.person(501, "Anna Li", "zh");
    let intake = FakeIntake::open();
    intake.refuse("two", 1);
    for text in ["one", "two", "three"] {
        standin.says(anna, text);
    }
    let polling = Polling::start(&standin, &intake);
    standin.all_confirmed().await;
    assert_eq!(intake.words(), ["one", "two", "three", "two", "three"]);
    let ids: Vec<i64> = intake.handed.lock().unwrap().iter().map(|incoming| incoming.update.id).collect();
    assert_eq!((ids[1], ids[2]), (ids[3], ids[4]), "they come again under their old numbers");
    polling.end().await.unwrap();
}

#[tokio::test]
async fn an_update_of_unknown_shape_holds_nobody_up() {
    let standin = StandIn::start().await;
    let anna = standin.person(501, "Anna Li", "zh");
    standin.says(anna, "before");
    standin.act(|world| world.push("message", json!({"message_id": "one", "thought": {"telepathy": true}})));
    standin.says(anna, "after");
    let intake = FakeIntake::open();
    let polling = Polling::start(&standin, &intake);
    standin.all_confirmed().await;
    assert_eq!(intake.words(), ["before", "after"]);
    let asked = standin.world().requests.iter().find(|request| request.method == "getUpdates").unwrap().params.clone();
    assert_eq!(
        asked["allowed_updates"],
        json!(["message", "edited_message", "callback_query", "my_chat_member", "chat_member"])
    );
    polling.end().await.unwrap();
}

#[tokio::test]
async fn people_press_edit_block_come_and_go() {
    let standin = StandIn::start().await;
    let anna = standin.person(501, "Anna Li", "zh");
    let bruno = standin.member(601, "Bruno", "es");
    let clara = standin.person(602, "Clara", "es");
    let intake = FakeIntake::open();
    let polling = Polling::start(&standin, &intake);
    let first = standin.says(anna, "hola");
    standin.all_confirmed().await;
    let keys = vec![vec![Key { label: "Menú".into(), payload: "menu".into() }]];
    let hello = Call::Say { to: person(anna), html: "Hola".into(), keys, answers: Some(first) };
    let sent = door(standin.url()).messenger().deliver(hello).await.unwrap();
    let press = standin.presses(anna, "Menú");
    standin.edits(anna, first, "adiós");
    standin.blocks(anna);
    standin.adds_member(bruno, clara);
    standin.removes_member(bruno, clara);
    standin.all_confirmed().await;
    let said: Vec<(i64, Said)> =
        intake.handed.lock().unwrap().iter().skip(1).map(|incoming| (incoming.from.id, incoming.said.clone())).collect();
    let pressed = Said::Pressed { action: Some(Action::Menu), message: sent.message.unwrap(), callback: press };
    assert_eq!(
        said,
        [
            (anna, pressed),
            (anna, Said::Edited { text: "adiós".into(), message: first }),
            (anna, Said::Reachable(false)),
            (clara, Said::Joined),
            // Telegram tells it twice, once as a member's new standing and once as a message.
            (clara, Said::Joined),
            (clara, Said::Left),
        ]
    );
    polling.end().await.unwrap();
}

#[tokio::test]
async fn two_processes_with_one_token_go_on_and_the_one_left_serves() {
    let standin = StandIn::start().await;
    let anna = standin.person(501, "Anna Li", "zh");
    let (left, right) = (FakeIntake::open(), FakeIntake::open());
    let first = Polling::start(&standin, &left);
    standin.wait_for("the first poll", LIMIT, |world| world.is_polled().then_some(())).await;
    let second = Polling::start(&standin, &right);
    standin.wait_for("a conflict", LIMIT, |world| world.requests.iter().any(|r| r.status == 409).then_some(())).await;
    second.end().await.unwrap();
    standin.says(anna, "anybody?");
    standin.all_confirmed().await;
    assert_eq!(left.words(), ["anybody?"]);
    first.end().await.unwrap();
}

#[tokio::test]
async fn a_webhook_set_meanwhile_is_removed() {
    let standin = StandIn::start().await;
    let anna = standin.person(501, "Anna Li", "zh");
    standin.world().webhook = Some("https://old.example".into());
    let intake = FakeIntake::open();
    let polling = Polling::start(&standin, &intake);
    standin.says(anna, "one");
    standin.all_confirmed().await;
    standin.act(|world| world.webhook = Some("https://old.example".into()));
    standin.says(anna, "two");
    standin.all_confirmed().await;
    assert_eq!(intake.words(), ["one", "two"]);
    polling.end().await.unwrap();
}

#[tokio::test]
async fn telegram_away_at_the_start_is_waited_for_and_its_pauses_are_kept() {
    let standin = StandIn::start().await;
    let anna = standin.person(501, "Anna Li", "zh");
    standin.fails("getMe", 1, Fault::ErrorPage);
    standin.fails("getUpdates", 1, Fault::TooMany(1));
    standin.says(anna, "still there?");
    let intake = FakeIntake::open();
    let begun = Instant::now();
    let polling = Polling::start(&standin, &intake);
    standin.all_confirmed().await;
    assert!(begun.elapsed() > Duration::from_millis(1700), "{:?}", begun.elapsed());
    assert_eq!(intake.words(), ["still there?"]);
    polling.end().await.unwrap();
}

#[tokio::test]
async fn a_token_that_telegram_does_not_know_ends_it_at_once() {
    let standin = StandIn::start().await;
    standin.world().tokens_refused = true;
    let polling = Polling::start(&standin, &FakeIntake::open());
    let refused = timeout(LIMIT, polling.task).await.unwrap().unwrap().unwrap_err();
    assert_eq!(refused.to_string(), "Telegram refuses the token: check TELOXIDE_TOKEN (Unauthorized)");
    assert_eq!(standin.n_requests("getMe"), 1);
}

#[tokio::test]
async fn stopping_waits_for_what_was_handed_in() {
    let standin = StandIn::start().await;
    let anna = standin.person(501, "Anna Li", "zh");
    let intake = FakeIntake::shut();
    let polling = Polling::start(&standin, &intake);
    standin.says(anna, "wait for me");
    let begun = Instant::now();
    while intake.words().is_empty() && begun.elapsed() < LIMIT {
        sleep(Duration::from_millis(5)).await;
    }
    polling.stop.send_replace(true);
    sleep(Duration::from_millis(100)).await;
    assert!(!polling.task.is_finished(), "the update is not on disk yet");
    intake.gate.add_permits(1);
    polling.end().await.unwrap();
}

#[tokio::test]
async fn a_webhook_body_is_handed_in_and_only_what_is_not_kept_is_asked_for_again() {
    let standin = StandIn::start().await;
    let door = door(standin.url());
    let (_stop, told) = watch::channel(false);
    door.set_webhook("https://puente.example/hook", &SecretString::from("s"), told).await.unwrap();
    assert_eq!(standin.world().webhook.as_deref(), Some("https://puente.example/hook"));
    let intake = FakeIntake::open();
    intake.refuse("hola", 1);
    let from = json!({"id": 5, "is_bot": false, "first_name": "A"});
    let chat = json!({"id": 5, "type": "private", "first_name": "A"});
    let body = json!({"update_id": 9, "message": {"message_id": 1, "date": 1, "from": from, "chat": chat, "text": "hola"}});
    let body = serde_json::to_vec(&body).unwrap();
    assert!(door.receive(&body, &*intake).await.is_err());
    assert!(door.receive(&body, &*intake).await.is_ok());
    assert!(door.receive(b"no JSON", &*intake).await.is_ok());
    assert!(door.receive(b"{\"update_id\":10,\"telepathy\":{}}", &*intake).await.is_ok());
    assert_eq!(intake.words(), ["hola", "hola"]);
}
