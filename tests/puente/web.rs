//! The web door over real HTTP, with an intake that only remembers what it was handed.

use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use puente::{
    domain::{Lang, LeadId, Role},
    talk::{
        Action, Address, BoxFuture, Call, ChatKind, Command, Done, Door, Incoming, Intake, Key, Messenger, NotKept, Said,
        SendError,
    },
    web::{Cast, Web},
};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle, time::timeout};

const VISITOR: i64 = (1 << 40) + 7;
const NEIGHBOUR: i64 = (1 << 40) + 8;
const STAFF: i64 = -100;
const ANNA: i64 = 101;
const ADMIN: i64 = 103;

#[derive(Default)]
struct Memory {
    handed: Mutex<Vec<Incoming>>,
    refuses: AtomicBool,
}

impl Intake for Memory {
    fn hand(&self, incoming: Incoming) -> BoxFuture<'_, Result<(), NotKept>> {
        Box::pin(async move {
            self.handed.lock().unwrap().push(incoming);
            if self.refuses.load(Ordering::SeqCst) { Err(NotKept("the disk is full".into())) } else { Ok(()) }
        })
    }
}

/// A served page.
struct Page {
    web: Arc<Web>,
    memory: Arc<Memory>,
    base: String,
    stop: watch::Sender<bool>,
    task: JoinHandle<anyhow::Result<()>>,
}

impl Page {
    async fn open(dir: &Path) -> Self {
        let cast = Cast {
            staff_chat: STAFF,
            staff: vec![(ANNA, "Anna".into()), (102, "Boris".into())],
            admin: (ADMIN, "Ada".into()),
        };
        let web = Arc::new(Web::open(dir, cast).unwrap());
        let memory = Arc::new(Memory::default());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(Arc::clone(&web).serve(listener, Arc::<Memory>::clone(&memory), stopped));
        Self { web, memory, base, stop, task }
    }

    async fn close(self) {
        self.stop.send(true).unwrap();
        timeout(Duration::from_secs(5), self.task).await.expect("the door closes").unwrap().unwrap();
    }

    async fn post(&self, path: &str, body: Value) -> (StatusCode, Value) {
        let answer = reqwest::Client::new().post(format!("{}{path}", self.base)).json(&body).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }

    async fn say(&self, person: i64, text: &str) -> i64 {
        let (status, answer) =
            self.post("/api/say", json!({ "as": person, "chat": person, "text": text, "lang": "zh" })).await;
        assert_eq!(status, StatusCode::OK);
        answer["message"].as_i64().unwrap()
    }

    async fn send_file(&self, bytes: &[u8]) -> (StatusCode, Value) {
        let hand = json!({ "as": VISITOR, "chat": VISITOR });
        let mut body = format!("--cut\r\ncontent-disposition: form-data; name=\"hand\"\r\n\r\n{hand}\r\n").into_bytes();
        body.extend_from_slice(b"--cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"../plan.pdf\"\r\ncontent-type: application/pdf\r\n\r\n");
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--cut--\r\n");
        let request = reqwest::Client::new().post(format!("{}/api/file", self.base));
        let answer = request.header("content-type", "multipart/form-data; boundary=cut").body(body).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }

    async fn watch(&self, people: &str) -> Stream {
        let answer = reqwest::get(format!("{}/api/events?as={people}", self.base)).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        Stream { answer, buffer: String::new() }
    }

    async fn deliver(&self, call: Call) -> Result<Done, SendError> {
        self.web.deliver(call).await
    }

    fn handed(&self) -> Vec<Incoming> {
        self.memory.handed.lock().unwrap().clone()
    }
}

/// The events that a page hears.
struct Stream {
    answer: reqwest::Response,
    buffer: String,
}

impl Stream {
    /// The next event: its name and what it carries.
    async fn next(&mut self) -> (String, Value) {
        loop {
            if let Some((event, rest)) = self.buffer.split_once("\n\n") {
                let field = |name: &str| {
                    event.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned()
                };
                let found = (field("event:"), serde_json::from_str(&field("data:")).unwrap_or_default());
                self.buffer = rest.to_owned();
                if !found.0.is_empty() {
                    return found;
                }
                continue;
            }
            let chunk = timeout(Duration::from_secs(5), self.answer.chunk()).await.expect("an event in time").unwrap();
            self.buffer.push_str(std::str::from_utf8(&chunk.expect("the stream goes on")).unwrap());
        }
    }
}

fn to(chat: i64, topic: Option<i64>) -> Address {
    let kind = if chat == STAFF { ChatKind::Group } else { ChatKind::Private };
    Address { door: Door::Web, chat, kind, topic }
}

fn words(to: Address, html: &str) -> Call {
    let keys = vec![vec![Key { label: "Take".into(), payload: "take:5".into() }]];
    Call::Say { to, html: html.into(), keys, answers: None }
}

fn dir() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[tokio::test]
async fn what_a_visitor_says_reaches_the_engine_and_is_shown_once_kept() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    let mut stream = page.watch(&VISITOR.to_string()).await;
    assert_eq!(stream.next().await.1[0]["messages"], json!([]));

    let first = page.say(VISITOR, " 怎么申请RUT？ ").await;
    page.say(VISITOR, "/ask RUT").await;

    let handed = page.handed();
    assert_eq!((handed[0].chat.door, handed[0].chat.id, handed[0].chat.kind), (Door::Web, VISITOR, ChatKind::Private));
    assert_eq!(handed[0].from.lang_hint, Some(Lang::Zh));
    assert_eq!(handed[0].said, Said::Words { text: "怎么申请RUT？".into(), message: first, reply_to: None });
    assert!(matches!(&handed[1].said, Said::Command { command: Command::Ask, rest, .. } if rest == "RUT"));
    assert!(handed[0].update.id < handed[1].update.id);
    let (name, event) = stream.next().await;
    assert_eq!(name, "change");
    assert_eq!(event["change"]["message"]["body"]["text"], "怎么申请RUT？");
    page.close().await;
}

#[tokio::test]
async fn a_press_becomes_its_action_and_a_forged_one_means_nothing() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    let topic =
        page.deliver(Call::OpenTopic { chat: to(STAFF, None), name: "Lithium".into(), icon: "❗️" }).await.unwrap().topic;
    let card = page.deliver(words(to(STAFF, topic), "<b>card</b>")).await.unwrap().message.unwrap();
    let mut stream = page.watch(&ANNA.to_string()).await;
    stream.next().await;

    for payload in ["take:5", "drop table"] {
        let press = json!({ "as": ANNA, "chat": STAFF, "message": card, "payload": payload, "token": "t1" });
        assert_eq!(page.post("/api/press", press).await.0, StatusCode::OK);
    }
    let handed = page.handed();
    assert_eq!((handed[0].chat.topic, handed[0].from.name.as_str()), (topic, "Anna"));
    let Said::Pressed { action, message, callback } = &handed[0].said else { panic!("no press") };
    assert_eq!((action, *message), (&Some(Action::Take(LeadId(5))), card));
    assert!(matches!(handed[1].said, Said::Pressed { action: None, .. }));

    page.deliver(Call::Toast { callback: callback.clone(), text: Some("Yours".into()) }).await.unwrap();
    assert_eq!(stream.next().await, ("toast".into(), json!({ "person": ANNA, "token": "t1", "text": "Yours" })));
    page.close().await;
}

#[tokio::test]
async fn nobody_acts_or_looks_in_anothers_chat() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    for (person, chat) in [(VISITOR, STAFF), (VISITOR, NEIGHBOUR), (ANNA, ADMIN), (ADMIN, STAFF), (7, 7)] {
        let say = json!({ "as": person, "chat": chat, "text": "let me in" });
        assert_eq!(page.post("/api/say", say).await, (StatusCode::FORBIDDEN, json!({ "error": "forbidden" })));
    }
    assert!(page.handed().is_empty());

    page.say(VISITOR, "mine").await;
    let mut neighbour = page.watch(&NEIGHBOUR.to_string()).await;
    assert_eq!(neighbour.next().await.1[0]["messages"], json!([]));
    page.deliver(words(to(STAFF, None), "secret of the house")).await.unwrap();
    page.deliver(words(to(VISITOR, None), "for the visitor")).await.unwrap();
    page.deliver(words(to(NEIGHBOUR, None), "for the neighbour")).await.unwrap();
    let (_, event) = neighbour.next().await;
    assert_eq!(event["change"]["message"]["body"]["html"], "for the neighbour");

    let partner = reqwest::get(format!("{}/p", page.base)).await.unwrap().text().await.unwrap();
    assert!(!partner.contains("Anna"));
    page.close().await;
}

#[tokio::test]
async fn the_page_of_another_site_cannot_speak_for_the_visitor() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    let request = reqwest::Client::new().post(format!("{}/api/say", page.base)).header("sec-fetch-site", "cross-site");
    let answer = request.json(&json!({ "as": VISITOR, "chat": VISITOR, "text": "x" })).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    page.close().await;
}

#[tokio::test]
async fn a_file_is_kept_copied_and_handed_down_and_one_too_big_is_refused_clearly() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    let (status, answer) = page.send_file(b"a plan").await;
    assert_eq!(status, StatusCode::OK);
    let message = answer["message"].as_i64().unwrap();
    let Said::File { file, .. } = &page.handed()[0].said else { panic!("no file") };
    assert_eq!(
        (file.message, file.name.as_str(), file.size, file.mime.as_str()),
        (message, "plan.pdf", Some(6), "application/pdf")
    );

    let copy = Call::Copy { to: to(STAFF, None), from: to(VISITOR, None), message };
    let copied = page.deliver(copy).await.unwrap().message.unwrap();
    let bytes = |person: i64| reqwest::get(format!("{}/api/file?as={person}&message={copied}", page.base));
    assert_eq!(bytes(ANNA).await.unwrap().bytes().await.unwrap().as_ref(), b"a plan");
    assert_eq!(bytes(NEIGHBOUR).await.unwrap().status(), StatusCode::NOT_FOUND);

    let too_big = vec![b'x'; 10 * 1024 * 1024 + 1];
    assert_eq!(page.send_file(&too_big).await, (StatusCode::PAYLOAD_TOO_LARGE, json!({ "error": "too-big" })));
    assert_eq!(page.handed().len(), 1);
    page.close().await;
}

#[tokio::test]
async fn what_is_not_kept_is_said_to_be_not_kept_and_is_never_shown() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    page.memory.refuses.store(true, Ordering::SeqCst);
    let say = json!({ "as": VISITOR, "chat": VISITOR, "text": "lost words" });
    assert_eq!(page.post("/api/say", say).await, (StatusCode::SERVICE_UNAVAILABLE, json!({ "error": "not-kept" })));
    assert_eq!(page.watch(&VISITOR.to_string()).await.next().await.1[0]["messages"], json!([]));

    page.memory.refuses.store(false, Ordering::SeqCst);
    let refused = match &page.handed()[0].said {
        Said::Words { message, .. } => *message,
        other => panic!("{other:?}"),
    };
    assert!(page.say(VISITOR, "again").await > refused);
    page.close().await;
}

#[tokio::test]
async fn one_edits_ones_own_words_only() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    let own = page.say(VISITOR, "litium").await;
    let ours = page.deliver(words(to(VISITOR, None), "answer")).await.unwrap().message.unwrap();
    let edit = |message: i64| json!({ "as": VISITOR, "chat": VISITOR, "message": message, "text": "lithium" });
    assert_eq!(page.post("/api/edit", edit(own)).await.0, StatusCode::OK);
    assert_eq!(page.post("/api/edit", edit(ours)).await.0, StatusCode::FORBIDDEN);
    assert_eq!(page.handed()[1].said, Said::Edited { text: "lithium".into(), message: own });
    let (_, snapshot) = page.watch(&VISITOR.to_string()).await.next().await;
    let message = &snapshot[0]["messages"][0];
    assert_eq!((&message["body"]["text"], &message["edited"]), (&json!("lithium"), &json!(true)));
    page.close().await;
}

#[tokio::test]
async fn a_stream_begins_with_what_was_said_and_goes_on_with_what_is_said() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    let topic =
        page.deliver(Call::OpenTopic { chat: to(STAFF, None), name: "Lithium".into(), icon: "❗️" }).await.unwrap().topic;
    let place = to(STAFF, topic);
    let card = page.deliver(words(place, "waiting")).await.unwrap().message.unwrap();
    page.deliver(Call::Pin { to: place, message: card }).await.unwrap();
    let menu = vec![("queue".to_owned(), "What waits".to_owned())];
    page.deliver(Call::Menu { chat: to(STAFF, None), lang: Lang::En, role: Role::Staff, commands: menu }).await.unwrap();

    let mut stream = page.watch("101,102,103").await;
    let (name, snapshot) = stream.next().await;
    assert_eq!((name.as_str(), snapshot.as_array().unwrap().len()), ("snapshot", 2));
    assert_eq!(snapshot[0]["topics"], json!([{ "id": topic, "name": "Lithium", "open": true, "icon": "❗️" }]));
    assert_eq!(snapshot[0]["pinned"], json!([[topic, card]]));
    assert_eq!(snapshot[0]["menu"][0]["command"], "queue");

    let edit = |html: &str| Call::Edit { to: place, message: card, html: html.into(), keys: Vec::new() };
    page.deliver(edit("taken")).await.unwrap();
    page.deliver(edit("taken")).await.unwrap();
    page.deliver(Call::TopicIcon { topic: place, icon: "💬", name: Some("—".into()) }).await.unwrap();
    page.deliver(Call::CloseTopic { topic: place }).await.unwrap();
    assert_eq!(stream.next().await.1["change"]["message"]["body"]["html"], "taken");
    let topic = stream.next().await.1["change"]["topic"].clone();
    assert_eq!((&topic["icon"], &topic["name"]), (&json!("💬"), &json!("—")));
    assert_eq!(stream.next().await.1["change"]["topic"]["open"], false);
    page.close().await;
}

#[tokio::test]
async fn what_the_page_has_no_place_for_is_refused_as_telegram_refuses_it() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    let edit = Call::Edit { to: to(VISITOR, None), message: 99, html: "x".into(), keys: Vec::new() };
    assert_eq!(page.deliver(edit).await, Err(SendError::MessageGone));
    assert_eq!(page.deliver(words(to(STAFF, Some(99)), "x")).await, Err(SendError::TopicGone));
    assert_eq!(
        page.deliver(Call::OpenTopic { chat: to(VISITOR, None), name: "x".into(), icon: "❗️" }).await,
        Err(SendError::NoTopics)
    );
    assert!(matches!(page.deliver(words(to(5, None), "x")).await, Err(SendError::Unreachable(_))));
    page.close().await;
}

#[tokio::test]
async fn a_restarted_page_shows_its_chats_and_uses_no_id_twice() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    let said = page.say(VISITOR, "before").await;
    let answered = page.deliver(words(to(VISITOR, None), "an answer")).await.unwrap().message.unwrap();
    let first = page.handed()[0].update.id;
    page.close().await;
    // As a crash in the middle of a line leaves it.
    let log = dir.path().join("chats").join(format!("{VISITOR}.jsonl"));
    let cut = std::fs::read_to_string(&log).unwrap() + "{\"message\":{\"id\":";
    std::fs::write(&log, cut).unwrap();

    let page = Page::open(dir.path()).await;
    let (_, snapshot) = page.watch(&VISITOR.to_string()).await.next().await;
    let messages: Vec<_> =
        snapshot[0]["messages"].as_array().unwrap().iter().map(|message| message["id"].as_i64().unwrap()).collect();
    assert_eq!(messages, [said, answered]);
    let later = page.say(VISITOR, "after").await;
    assert!(later > answered);
    assert!(page.handed()[0].update.id > first + 1_000_000);
    page.close().await;

    let page = Page::open(dir.path()).await;
    let (_, snapshot) = page.watch(&VISITOR.to_string()).await.next().await;
    assert_eq!(snapshot[0]["messages"][2]["id"], later);
    page.close().await;
}

#[tokio::test]
async fn everything_the_page_needs_is_in_the_house() {
    let dir = dir();
    let page = Page::open(dir.path()).await;
    let get = async |path: &str| reqwest::get(format!("{}{path}", page.base)).await.unwrap();
    assert_eq!(get("/healthz").await.text().await.unwrap(), "ok");
    assert_eq!(get("/page/nothing.js").await.status(), StatusCode::NOT_FOUND);
    let index = get("/").await;
    assert!(index.headers()["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    assert!(index.text().await.unwrap().contains("\"name\":\"Anna\""));
    for file in ["style.css", "app.js", "pane.js", "composer.js", "bubble.js", "words.js"] {
        let text = get(&format!("/page/{file}")).await.text().await.unwrap();
        let outside = text.replace("http://www.w3.org/2000/svg", "");
        assert!(!outside.contains("http://") && !outside.contains("url(http"), "{file} reaches outside");
    }
    page.close().await;
}
