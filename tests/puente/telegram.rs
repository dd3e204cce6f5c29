//! Telegram's door against the stand-in, over real HTTP: what is handed in, when it is acknowledged, what each refusal becomes.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use puente::{
    domain::{Lang, Role},
    talk::{
        Action, Address, BoxFuture, Call, ChatKind, Done, Door, Incoming, Intake, Key, NotKept, Said, SendError,
    },
    telegram::{Patience, Telegram, TokenRefused},
};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::{
    sync::{Semaphore, watch},
    task::JoinHandle,
    time::{sleep, timeout},
};

use crate::standin::{BOT, Fault, GROUP, Refusal, StandIn};

const TOKEN: &str = "4242:a-very-secret-token";
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

fn door(address: &str) -> Telegram {
    let short = Duration::from_millis(400);
    let patience = Patience { request: short, poll: Duration::from_secs(5), conflict: short };
    Telegram::connect_with(SecretString::from(TOKEN), Some(address), patience).unwrap()
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

fn person(id: i64) -> Address {
    Address { door: Door::Telegram, chat: id, kind: ChatKind::Private, topic: None }
}

fn staff(topic: Option<i64>) -> Address {
    Address { door: Door::Telegram, chat: GROUP, kind: ChatKind::Group, topic }
}

fn say(to: Address, html: &str) -> Call {
    Call::Say { to, html: html.into(), keys: Vec::new(), answers: None }
}

#[tokio::test]
async fn every_call_does_what_it_says() {
    let standin = StandIn::start().await;
    let messenger = door(standin.url()).messenger();
    let anna = standin.person(501, "Anna Li", "zh");
    let file = standin.sends_file(anna, "plan.pdf", "our plan");

    let opened = messenger.deliver(Call::OpenTopic { chat: staff(None), name: "Lead 7".repeat(40) }).await.unwrap();
    let topic = staff(Some(opened.topic.expect("a topic's number")));
    assert_eq!(standin.topic("Lead 7").await, topic.topic.unwrap());
    let take = vec![vec![Key { label: "Take".into(), payload: "take:7".into() }]];
    let card = Call::Say { to: topic, html: "<b>Lead 7</b> R&amp;D".into(), keys: take.clone(), answers: None };
    let card = messenger.deliver(card).await.unwrap().message.expect("a message's number");
    messenger.deliver(Call::Pin { to: topic, message: card }).await.unwrap();
    messenger.deliver(Call::Copy { to: topic, from: person(anna), message: file }).await.unwrap();
    let edit = Call::Edit { to: topic, message: card, html: "<b>Lead 7</b>, taken".into(), keys: take };
    messenger.deliver(edit.clone()).await.unwrap();
    assert_eq!(messenger.deliver(edit).await, Ok(Done::default()), "the same words again count as done");
    let bare = Call::Edit { to: topic, message: card, html: "<b>Lead 7</b>, taken".into(), keys: vec![] };
    messenger.deliver(bare).await.unwrap();
    let document = |name: &str| Call::Document {
        to: person(anna),
        name: name.into(),
        body: "{\"名\": \"李\"}\r\n".into(),
        caption: "<i>datos</i>".into(),
    };
    messenger.deliver(document("我的\"数据\".json")).await.unwrap();
    let commands = vec![("ask".into(), "提问".into())];
    let menu = Call::Menu { chat: person(anna), lang: Lang::Zh, role: Role::Partner, commands };
    assert_eq!(messenger.deliver(menu).await, Ok(Done::default()));

    let sent = standin.sent_to_topic(topic.topic.unwrap());
    assert_eq!((sent[0].text.as_str(), sent[0].pinned, sent[0].keys.len(), sent[0].edits), ("Lead 7, taken", true, 0, 2));
    assert_eq!(sent[1].file.as_ref().unwrap().0, "plan.pdf");
    let (name, body) = standin.sent_to(anna)[0].file.clone().unwrap();
    assert_eq!((name.as_str(), body.as_str()), ("我的_数据_.json", "{\"名\": \"李\"}\r\n"));
    assert_eq!(standin.world().menus[&anna], ["ask"]);

    let press = standin.presses_payload(anna, anna, 1, "menu");
    messenger.deliver(Call::Toast { callback: press.clone(), text: Some("Hecho".into()) }).await.unwrap();
    assert_eq!(standin.world().toasts[&press], "Hecho");
    messenger.deliver(Call::CloseTopic { topic }).await.unwrap();
    assert_eq!(messenger.deliver(Call::CloseTopic { topic }).await, Ok(Done::default()), "closed is closed");
    assert_eq!(messenger.deliver(say(topic, "x")).await, Err(SendError::TopicClosed));
    messenger.deliver(Call::ReopenTopic { topic }).await.unwrap();
    messenger.deliver(say(topic, "x")).await.unwrap();
}

#[tokio::test]
async fn what_telegram_refuses_has_a_name() {
    let standin = StandIn::start().await;
    let messenger = door(standin.url()).messenger();
    let anna = standin.person(501, "Anna Li", "zh");
    let ask = async |call: Call| messenger.deliver(call).await.unwrap_err();
    let unreachable = |error: SendError| matches!(error, SendError::Unreachable(_));
    let refused = |error: SendError| matches!(error, SendError::Refused(_));
    let keyed = |label: &str, payload: String| {
        let keys = vec![vec![Key { label: label.into(), payload }]];
        Call::Say { to: person(anna), html: "x".into(), keys, answers: None }
    };

    assert!(unreachable(ask(say(person(999), "x")).await), "nobody has this number");
    assert!(unreachable(ask(say(person(anna), "x")).await), "she never wrote");
    standin.says(anna, "hola");
    standin.blocks(anna);
    assert!(unreachable(ask(say(person(anna), "x")).await), "she blocked the bot");
    standin.unblocks(anna);
    for html in ["", "  ", "<b>", "<br>", "a < b", &"x".repeat(4097)] {
        assert!(refused(ask(say(person(anna), html)).await), "{html}");
    }
    assert!(refused(ask(keyed("", "menu".into())).await));
    assert!(refused(ask(keyed("x", "y".repeat(65))).await));
    messenger.deliver(keyed("x", "y".repeat(64))).await.unwrap();
    let edit = Call::Edit { to: person(anna), message: 99_999, html: "x".into(), keys: vec![] };
    assert_eq!(ask(edit).await, SendError::MessageGone);
    let copy = Call::Copy { to: staff(None), from: person(anna), message: 99_999 };
    assert_eq!(ask(copy).await, SendError::MessageGone);
    let deleted = Call::Say { to: person(anna), html: "x".into(), keys: vec![], answers: Some(99_999) };
    messenger.deliver(deleted).await.unwrap();
    let old = Call::Toast { callback: "1".into(), text: None };
    assert_eq!(messenger.deliver(old).await, Ok(Done::default()));

    let open = || Call::OpenTopic { chat: staff(None), name: "Lead".into() };
    let topic = messenger.deliver(open()).await.unwrap().topic;
    standin.deletes_topic(topic.unwrap());
    assert_eq!(ask(say(staff(topic), "x")).await, SendError::TopicGone);
    assert_eq!(ask(Call::CloseTopic { topic: staff(topic) }).await, SendError::TopicGone);
    standin.world().group.bot_manages_topics = false;
    assert!(refused(ask(open()).await));
    standin.world().group.forum = false;
    assert_eq!(ask(open()).await, SendError::NoTopics);
    standin.world().group.bot_is_member = false;
    assert!(unreachable(ask(say(staff(None), "x")).await));
    let new = standin.moves_group();
    assert_eq!(ask(say(staff(None), "x")).await, SendError::Moved(new));
}

#[tokio::test]
async fn trouble_on_the_way_has_a_name_and_never_shows_the_token() {
    let standin = StandIn::start().await;
    let telegram = door(standin.url());
    let messenger = telegram.messenger();
    let anna = standin.person(501, "Anna Li", "zh");
    standin.says(anna, "hola");
    let odd = Refusal { code: 400, description: "Bad Request: SOMETHING_NEW".into(), parameters: Value::Null };
    let mut shown = format!("{telegram:?}");
    for (fault, expected) in [
        (Fault::TooMany(7), "Wait(7s)"),
        (Fault::ErrorPage, "NoAnswer(\"HTTP 502 without a Bot API answer\")"),
        (Fault::Hang(Duration::from_secs(2)), "NoAnswer("),
        (Fault::DropAfter, "NoAnswer("),
        (Fault::Refuse(odd), "Refused(\"Bad Request: SOMETHING_NEW\")"),
    ] {
        standin.fails("*", 1, fault);
        let error = messenger.deliver(say(person(anna), "x")).await.unwrap_err();
        assert!(format!("{error:?}").starts_with(expected), "{error:?}");
        shown += &format!("{error:?} {error}");
    }
    assert_eq!(standin.sent_to(anna).len(), 1, "the broken connection had done its work");
    drop(standin);
    let nobody = door("http://127.0.0.1:1").messenger().deliver(say(person(anna), "x")).await.unwrap_err();
    assert!(matches!(nobody, SendError::NoAnswer(_)), "{nobody:?}");
    shown += &format!("{nobody:?} {nobody}");
    assert!(!shown.contains("secret") && !shown.contains("4242:"), "{shown}");
}

#[tokio::test]
async fn the_stand_in_shows_a_chat_as_people_see_it() {
    let standin = StandIn::start().await;
    let messenger = door(standin.url()).messenger();
    let anna = standin.person(501, "Anna Li", "zh");
    standin.says(anna, "/start");
    let keys = vec![vec![Key { label: "提问".into(), payload: "ask".into() }]];
    messenger.deliver(Call::Say { to: person(anna), html: "<b>欢迎</b>".into(), keys, answers: None }).await.unwrap();
    assert_eq!(standin.hears(anna, "欢迎").await.from, BOT);
    assert_eq!(standin.transcript(anna), "Anna Li: /start\n  bot: 欢迎\n       [提问]\n");
}
