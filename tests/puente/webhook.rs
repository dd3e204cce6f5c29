//! The webhook of a real `puente serve`, what it shows to whoever watches it, and what it writes into its log.

use std::{
    collections::BTreeMap,
    net::TcpListener,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    doctor::lived_in,
    serve::{Server, numbers, puente},
    standin::{GROUP, StandIn},
};

const SECRET: &str = "a-secret-for-tests";
const TOKEN: &str = "123456:a-token-for-tests";

/// An address of this machine that was free a moment ago.
fn free() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

fn server(standin: &StandIn, data: &std::path::Path, listen: &str) -> Command {
    let mut command = puente(data);
    command
        .arg("serve")
        .env("TELOXIDE_API_URL", standin.url())
        .env("TELOXIDE_TOKEN", TOKEN)
        .env("PUENTE_STAFF_CHAT", GROUP.to_string())
        .env("PUENTE_STAFF_LANG", "en")
        .env("PUENTE_ADMINS", "900")
        .env("PUENTE_CONTENT_DIR", data.join("content"))
        .env("PUENTE_LISTEN", listen);
    command
}

fn hooked(standin: &StandIn, data: &std::path::Path, listen: &str) -> Server {
    let child = server(standin, data, listen)
        .env("PUENTE_WEBHOOK_URL", format!("http://{listen}/telegram"))
        .env("PUENTE_WEBHOOK_SECRET", SECRET)
        .spawn()
        .unwrap();
    Server(child)
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(30)).build().unwrap()
}

async fn waits_until_up(client: &reqwest::Client, listen: &str) {
    let began = Instant::now();
    while !client.get(format!("http://{listen}/readyz")).send().await.is_ok_and(|answer| answer.status() == 200) {
        assert!(began.elapsed() < Duration::from_secs(30), "it does not get ready");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn said(update: i64, user: i64, text: &str) -> Value {
    json!({"update_id": update, "message": {"message_id": update, "date": 1_790_000_000, "text": text,
        "chat": {"id": user, "type": "private", "first_name": "P"},
        "from": {"id": user, "is_bot": false, "first_name": "P", "language_code": "es"}}})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_takes_a_hundred_at_once_with_repeats_and_does_each_once() {
    const PEOPLE: i64 = 100;
    let (standin, folder, listen) = (StandIn::start().await, lived_in().await, free());
    let _server = hooked(&standin, folder.path(), &listen);
    let client = client();
    waits_until_up(&client, &listen).await;
    for n in 0..PEOPLE {
        standin.person(20_000 + n, "P", "es");
        standin.act(|world| world.users.get_mut(&(20_000 + n)).unwrap().started = true);
    }
    let mut posts = tokio::task::JoinSet::new();
    for round in 0..3 {
        for n in 0..PEOPLE {
            let (client, url) = (client.clone(), format!("http://{listen}/telegram"));
            posts.spawn(async move {
                let update = said(900_000 + (n * 7) % PEOPLE, 20_000 + (n * 7) % PEOPLE, "/privacy");
                let sent = client.post(url).header("x-telegram-bot-api-secret-token", SECRET).json(&update).send().await;
                (round, sent.unwrap().status().as_u16())
            });
        }
    }
    while let Some(done) = posts.join_next().await {
        assert_eq!(done.unwrap().1, 200);
    }
    assert_eq!(numbers(folder.path(), "select count(*) from handled_update where door = 'telegram'").await, [PEOPLE]);
    for n in 0..PEOPLE {
        let user = 20_000 + n;
        standin
            .wait_for("an answer", Duration::from_secs(60), |world| (!world.sent_to(user).is_empty()).then_some(()))
            .await;
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!((0..PEOPLE).all(|n| standin.sent_to(20_000 + n).len() == 1), "each is answered once");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_without_the_secret_hands_anything_in_and_nothing_too_large_is_read() {
    let (standin, folder, listen) = (StandIn::start().await, lived_in().await, free());
    let _server = hooked(&standin, folder.path(), &listen);
    // One connection a request: the server closes one whose body it does not read.
    let client = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build().unwrap();
    waits_until_up(&client, &listen).await;
    let url = format!("http://{listen}/telegram");
    let with = |secret: Option<&'static str>, body: String| {
        let post = client.post(&url).header("content-type", "application/json").body(body);
        let post = match secret {
            Some(secret) => post.header("x-telegram-bot-api-secret-token", secret),
            None => post,
        };
        async move { post.send().await.map(|answer| answer.status().as_u16()) }
    };
    let update = || said(1, 30_001, "/start").to_string();
    assert_eq!(with(None, update()).await.unwrap(), 401);
    assert_eq!(with(Some(""), update()).await.unwrap(), 401);
    assert_eq!(with(Some("a-secret-for-test"), update()).await.unwrap(), 401);
    assert_eq!(with(Some("a-secret-for-tests2"), update()).await.unwrap(), 401);
    assert_eq!(with(Some("A-secret-for-tests"), update()).await.unwrap(), 401);
    // Who sends too much may be hung up on in the middle of it, before the answer is read.
    let too_large = with(Some(SECRET), format!("\"{}\"", "x".repeat(2_000_000))).await;
    assert!(too_large.is_err() || too_large.is_ok_and(|status| status == 413));
    // What can never be read is taken, or Telegram would send it for ever.
    for body in ["", "{", "[]", "null", "{\"update_id\": \"x\"}", "{\"update_id\": 5, \"message\": 7}"] {
        assert_eq!(with(Some(SECRET), body.to_owned()).await.unwrap(), 200, "{body}");
    }
    assert_eq!(client.get(&url).send().await.unwrap().status().as_u16(), 405);
    assert_eq!(client.get(format!("http://{listen}/")).send().await.unwrap().status().as_u16(), 404);
    assert_eq!(numbers(folder.path(), "select count(*) from person").await, [0]);
    assert_eq!(with(Some(SECRET), update()).await.unwrap(), 200);
    assert_eq!(numbers(folder.path(), "select count(*) from person").await, [1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_from_webhook_to_polling_and_back_loses_nothing() {
    let (standin, folder, listen) = (StandIn::start().await, lived_in().await, free());
    let ana = standin.person(7001, "Ana", "es");
    {
        let _server = hooked(&standin, folder.path(), &listen);
        waits_until_up(&client(), &listen).await;
        let set = standin.wait_for("the webhook", Duration::from_secs(10), |world| world.webhook.clone()).await;
        assert_eq!(set, format!("http://{listen}/telegram"));
    }
    standin.says(ana, "/privacy");
    let _server = Server(server(&standin, folder.path(), &listen).spawn().unwrap());
    standin.wait_for("an answer", Duration::from_secs(30), |world| (!world.sent_to(ana).is_empty()).then_some(())).await;
    assert_eq!(standin.act(|world| world.webhook.clone()), None);
}

/// The value of each figure of Prometheus text.
fn figures(text: &str) -> BTreeMap<String, f64> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let (name, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("{line}"));
            (name.to_owned(), value.parse().unwrap_or_else(|_| panic!("{line}")))
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_watches_sees_figures_without_people_and_readiness_that_follows_telegram() {
    let (standin, folder, listen) = (StandIn::start().await, lived_in().await, free());
    let _server = Server(server(&standin, folder.path(), &listen).spawn().unwrap());
    let (client, ana) = (client(), standin.person(7001, "Ana", "es"));
    waits_until_up(&client, &listen).await;
    standin.says(ana, "¿cómo saco RUT para una empresa china?");
    standin.says(ana, "/human necesito ayuda con un contrato");
    standin.topic("contrato").await;
    let get = async |path: &str| {
        let answer = client.get(format!("http://{listen}{path}")).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let began = Instant::now();
    let text = loop {
        let (status, text) = get("/metrics").await;
        assert_eq!(status, 200);
        if figures(&text).get("puente_outbox_waiting") == Some(&0.0) || began.elapsed() > Duration::from_secs(20) {
            break text;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    let found = figures(&text);
    let is = |name: &str, at_least: f64| {
        let value = found.get(name).unwrap_or_else(|| panic!("{name} is missing in:\n{text}"));
        assert!(*value >= at_least, "{name} is {value}");
    };
    is("puente_turns_total{door=\"telegram\",kind=\"words\",outcome=\"done\"}", 1.0);
    is("puente_turns_total{door=\"telegram\",kind=\"human\",outcome=\"done\"}", 1.0);
    is("puente_turn_seconds_bucket{le=\"+Inf\"}", 2.0);
    is("puente_update_to_send_seconds_bucket{le=\"+Inf\"}", 2.0);
    is("puente_leads{state=\"waiting\"}", 1.0);
    is("puente_sends_total{outcome=\"sent\"}", 2.0);
    is("puente_errors_total{kind=\"turn-failed\"}", 0.0);
    is("puente_start_time_seconds", 1.0);
    assert!(text.contains("puente_info{version="), "{text}");
    assert!(found.keys().any(|name| name.starts_with("puente_answers_total{lang=\"es\"")), "{text}");
    assert!(!text.contains("7001") && !text.contains("Ana") && !text.contains("RUT"), "no person in:\n{text}");
    assert_eq!(get("/healthz").await, (200, "ok".into()));
    assert_eq!(get("/readyz").await, (200, "ready".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_has_a_line_per_turn_with_ids_and_no_name_word_or_token() {
    let (standin, folder, listen) = (StandIn::start().await, lived_in().await, free());
    let log = folder.path().join("log");
    let _server = Server(
        server(&standin, folder.path(), &listen)
            .env("PUENTE_LOG", "trace")
            .env("PUENTE_LOG_FORMAT", "json")
            .stderr(Stdio::from(std::fs::File::create(&log).unwrap()))
            .spawn()
            .unwrap(),
    );
    let zoe = standin.person(7_654_321, "Zoraida Quetzalcoatl", "es");
    let anna = standin.member(501, "Anneliese Wintergarten", "en");
    standin.fails("sendMessage", 1, crate::standin::Fault::ErrorPage);
    standin.says(zoe, "/human palabrasecreta en mi contrato");
    let topic = standin.topic("palabrasecreta").await;
    standin.staff_says(anna, Some(topic), "/reply confidencialisimo");
    standin.hears(zoe, "confidencialisimo").await;
    standin.presses_payload(zoe, zoe, 1, "forged:payload");
    standin.sends_file(zoe, "informe-oculto.pdf", "leyendaoculta");
    standin.says(zoe, "/request");
    standin.says(zoe, "Empresa Clandestina SpA");
    standin.all_confirmed().await;
    let began = Instant::now();
    let (text, turns) = loop {
        let text = std::fs::read_to_string(&log).unwrap();
        let lines: Vec<Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let turns: Vec<Value> =
            lines.into_iter().filter(|line| line["fields"]["message"] == "turn" && line["fields"]["chat.id"] != 0).collect();
        if turns.len() >= 6 || began.elapsed() > Duration::from_secs(20) {
            break (text, turns);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    assert_eq!(turns.len(), 6, "a line per turn");
    for turn in &turns {
        assert!(turn["timestamp"].is_string(), "{turn}");
        for field in ["update.id", "chat.id", "micros"] {
            assert!(turn["fields"][field].is_number(), "{field} in {turn}");
        }
    }
    let secret = TOKEN.split_once(':').unwrap().1;
    let words = [
        "Zoraida",
        "Quetzalcoatl",
        "Anneliese",
        "Wintergarten",
        "palabrasecreta",
        "confidencialisimo",
        "oculto",
        "leyendaoculta",
        "forged",
        "Clandestina",
        secret,
    ];
    for word in words {
        let leak = text.lines().find(|line| line.contains(word));
        assert!(leak.is_none(), "{word} is in the log: {}", leak.unwrap_or_default().chars().take(600).collect::<String>());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn told_to_leave_under_load_it_leaves_within_five_seconds_and_loses_nothing() {
    let (standin, folder, listen) = (StandIn::start().await, lived_in().await, free());
    let mut server = Server(server(&standin, folder.path(), &listen).spawn().unwrap());
    waits_until_up(&client(), &listen).await;
    let people: Vec<i64> = (0..40).map(|n| standin.person(40_000 + n, "P", "es")).collect();
    for user in &people {
        crate::serve::asks_for_a_consultation(&standin, *user);
    }
    standin.fails("sendMessage", 2, crate::standin::Fault::Hang(Duration::from_secs(20)));
    tokio::time::sleep(Duration::from_millis(300)).await;
    let began = Instant::now();
    let killed = Command::new("kill").args(["-TERM", &server.0.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let ended = loop {
        if let Some(ended) = server.0.try_wait().unwrap() {
            break ended;
        }
        assert!(began.elapsed() < Duration::from_secs(5), "it does not leave");
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert_eq!(ended.code(), Some(0));
    let _again = Server(self::server(&standin, folder.path(), &free()).spawn().unwrap());
    for user in &people {
        standin
            .wait_for("every request is answered", Duration::from_secs(120), |world| {
                world.transcript(*user).contains("CL-20").then_some(())
            })
            .await;
    }
    assert_eq!(numbers(folder.path(), "select count(*) from request").await, [40]);
}
