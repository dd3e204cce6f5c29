//! `puente serve` as a process of its own against a stand-in for Telegram over real HTTP: kills, refusals, wrong usage.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use rand::{Rng, SeedableRng, rngs::StdRng};
use sqlx::{Connection, Row, sqlite::SqliteConnectOptions};

use crate::standin::{Fault, GROUP, StandIn};

/// A server that dies with its test.
pub struct Server(pub Child);

impl Server {
    pub fn start(standin: &StandIn, data: &Path) -> Self {
        let child = puente(data)
            .arg("serve")
            .env("TELOXIDE_API_URL", standin.url())
            .env("TELOXIDE_TOKEN", "123456:a-token-for-tests")
            .env("PUENTE_STAFF_CHAT", GROUP.to_string())
            .env("PUENTE_STAFF_LANG", "en")
            .env("PUENTE_ADMINS", "900")
            .spawn()
            .expect("the program starts");
        Self(child)
    }

    /// kill −9.
    pub fn kill(mut self) {
        self.0.kill().expect("it can be killed");
        self.0.wait().expect("it ends");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn puente(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_puente"));
    command
        .env_clear()
        .env("PUENTE_DATA_DIR", data)
        .env("PUENTE_CONTENT_DIR", crate::house::content())
        .env("PUENTE_LISTEN", "127.0.0.1:0")
        .env("PUENTE_LOG", "warn")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// A data folder whose index is built already, so that starts are quick.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    crate::house::copy(crate::house::built_once(), &folder.path().join("faq"));
    folder
}

pub async fn numbers(data: &Path, sql: &'static str) -> Vec<i64> {
    let options = SqliteConnectOptions::new().filename(data.join("puente.db")).read_only(true);
    let mut conn = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query(sql).fetch_all(&mut conn).await.unwrap().iter().map(|row| row.get(0)).collect()
}

/// One consultation through the form, each step an update of its own. Nothing waits for an answer: a person in a hurry.
pub fn asks_for_a_consultation(standin: &StandIn, user: i64) {
    standin.says(user, "/request");
    standin.presses_payload(user, user, 1, "f:area:=consultation");
    standin.says(user, &format!("Contrato de licencia número {user}"));
    standin.says(user, "Queremos licenciar un método de análisis a una empresa de Shenzhen y nos falta saber qué ley se aplica al contrato.");
    standin.presses_payload(user, user, 1, "f:country:=CL");
    standin.presses_payload(user, user, 1, "f:contact:=here");
    standin.presses_payload(user, user, 1, "f:consent:yes");
    standin.presses_payload(user, user, 1, "f:review:yes");
}

/// How many messages people have more than once.
pub fn repeats(standin: &StandIn, people: &[i64]) -> usize {
    let twice = |user: &i64| {
        let mut said: Vec<String> = standin.sent_to(*user).into_iter().map(|message| message.text).collect();
        let all = said.len();
        said.sort();
        said.dedup();
        all - said.len()
    };
    people.iter().map(twice).sum()
}

/// A number from the environment: the scripts ask for more than `cargo test` has time for.
pub fn told(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().map_or(otherwise, |told| told.parse().unwrap())
}

#[tokio::test]
async fn twenty_kills_under_load_lose_no_request_and_double_none() {
    const PEOPLE_A_KILL: i64 = 3;
    let (kills, seed) = (told("PUENTE_KILLS", 20), told("PUENTE_SEED", 20_261_122));
    let mut chance = StdRng::seed_from_u64(seed);
    let standin = StandIn::start().await;
    let folder = folder();
    let mut people: Vec<i64> = Vec::new();
    for kill in 0..i64::try_from(kills).unwrap() {
        let polls = standin.act(|world| world.polls());
        let server = Server::start(&standin, folder.path());
        for n in 0..PEOPLE_A_KILL {
            let user = standin.person(10_000 + PEOPLE_A_KILL * kill + n, "P", "es");
            asks_for_a_consultation(&standin, user);
            people.push(user);
        }
        // Until this one has begun to work, and then a moment that chance decides.
        standin.wait_for("the first poll", Duration::from_secs(60), |world| (world.polls() > polls).then_some(())).await;
        tokio::time::sleep(Duration::from_millis(chance.random_range(0..250))).await;
        server.kill();
    }
    let _server = Server::start(&standin, folder.path());
    for user in &people {
        standin
            .wait_for("every request is answered", Duration::from_secs(240 + kills), |world| {
                world.transcript(*user).contains("CL-20").then_some(())
            })
            .await;
    }
    let requests = numbers(folder.path(), "select person from request").await;
    let mut people_with_one = requests.clone();
    people_with_one.sort_unstable();
    people_with_one.dedup();
    assert_eq!((requests.len(), people_with_one.len()), (people.len(), people.len()), "one request each (seed {seed})");
    assert_eq!(numbers(folder.path(), "select id from lead").await.len(), people.len(), "one lead each (seed {seed})");
    assert_eq!(numbers(folder.path(), "select count(*) from parked_turn").await, [0]);
    let repeats = repeats(&standin, &people);
    println!("{kills} kills, {} requests, {repeats} messages repeated (seed {seed})", requests.len());
    assert!(repeats <= usize::try_from(kills).unwrap(), "{repeats} messages were repeated in {kills} kills (seed {seed})");
}

#[tokio::test]
async fn a_lead_survives_everything_that_telegram_refuses() {
    let standin = StandIn::start().await;
    let folder = folder();
    let ana = standin.person(7001, "Ana", "es");
    let anna = standin.member(501, "Anna", "en");
    standin.fails("sendMessage", 2, Fault::TooMany(1));
    standin.fails("createForumTopic", 1, Fault::ErrorPage);
    let _server = Server::start(&standin, folder.path());
    standin.says(ana, "/human necesito ayuda con un contrato de licencia");
    let topic = standin.topic("contrato de licencia").await;
    let in_topic = |topic: i64, words: &'static str| {
        let look = move |world: &crate::standin::World| {
            world
                .sent_to(GROUP)
                .iter()
                .any(|message| message.topic == Some(topic) && message.text.contains(words))
                .then_some(())
        };
        standin.wait_for(words, Duration::from_secs(60), look)
    };
    in_topic(topic, "contrato de licencia").await;
    standin.staff_says(anna, Some(topic), "/reply Hola Ana");
    standin.hears(ana, "Hola Ana").await;

    standin.deletes_topic(topic);
    standin.says(ana, "una cosa más para el equipo");
    let again = standin
        .wait_for("a new topic with the card and the words", Duration::from_secs(60), |world| {
            let sent = world.sent_to(GROUP);
            let words = sent.iter().find(|message| message.topic != Some(topic) && message.text.contains("una cosa más"))?;
            sent.iter().any(|message| message.topic == words.topic && message.text.contains("#1")).then_some(words.topic?)
        })
        .await;

    standin.blocks(ana);
    standin.staff_says(anna, Some(again), "/reply ¿sigue ahí?");
    in_topic(again, "Not delivered").await;
    standin.unblocks(ana);
    standin.says(ana, "volví");
    in_topic(again, "volví").await;
    let unreachable = numbers(folder.path(), "select count(*) from chat where unreachable_at is not null").await;
    assert_eq!(unreachable, [0], "whoever writes again can be reached again");
}

#[tokio::test]
async fn a_hundred_parallel_claims_over_http_have_one_owner_and_ninety_nine_are_told_who() {
    let standin = StandIn::start().await;
    let folder = folder();
    let ana = standin.person(7001, "Ana", "es");
    let members: Vec<i64> = (0..100).map(|n| standin.member(600 + n, &format!("Member {n}"), "en")).collect();
    let _server = Server::start(&standin, folder.path());
    standin.says(ana, "/human necesito ayuda con un contrato de licencia");
    let (card, payload) = standin
        .wait_for("the card", Duration::from_secs(60), |world| {
            let sent = world.sent_to(GROUP);
            let card = sent.iter().find(|message| message.text.contains("#1") && !message.keys.is_empty())?;
            let key = card.keys.iter().flatten().find(|(_, payload)| payload == "take:1")?;
            Some((card.id, key.1.clone()))
        })
        .await;
    let presses: Vec<String> =
        members.iter().map(|member| standin.presses_payload(*member, GROUP, card, &payload)).collect();
    let toasts = standin
        .wait_for("an answer to each press", Duration::from_secs(90), |world| {
            let answered: Option<Vec<String>> = presses.iter().map(|press| world.toasts.get(press).cloned()).collect();
            answered
        })
        .await;
    let owner = numbers(folder.path(), "select p.user from lead l join person p on p.id = l.owner where l.id = 1").await;
    let owner = format!("Member {}", owner[0] - 600);
    let told = toasts.iter().filter(|toast| toast.contains(&owner)).count();
    assert_eq!(told, 99, "{toasts:?}");
}

#[tokio::test]
async fn what_is_wrong_with_the_group_is_told_in_it_and_no_lead_is_lost() {
    let standin = StandIn::start().await;
    let folder = folder();
    let ana = standin.person(7001, "Ana", "es");
    standin.member(501, "Anna", "en");
    standin.act(|world| world.group.bot_manages_topics = false);
    let _server = Server::start(&standin, folder.path());
    standin.says(ana, "/human necesito ayuda con un contrato de licencia");
    let in_group = |words: &'static str| {
        let look = move |world: &crate::standin::World| {
            world.sent_to(world.group.id).iter().any(|message| message.text.contains(words)).then_some(())
        };
        standin.wait_for(words, Duration::from_secs(60), look)
    };
    in_group("I may not open topics").await;
    standin.act(|world| world.group.bot_manages_topics = true);
    in_group("necesito ayuda con un contrato").await;
    standin.moves_group();
    standin.says(ana, "/human otra pregunta para el equipo");
    in_group("made this group a supergroup").await;
    in_group("otra pregunta para el equipo").await;
}

#[tokio::test]
async fn wrong_usage_ends_with_two_and_one_clear_line() {
    let folder = tempfile::tempdir().unwrap();
    let output = puente(folder.path()).arg("serve").stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("TELOXIDE_TOKEN") && told.lines().count() == 1, "{told}");
    let output = puente(folder.path()).arg("serve").env("PUENTE_ADMINS", "me").stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("PUENTE_ADMINS"));
    assert_eq!(puente(folder.path()).arg("nonsense").output().unwrap().status.code(), Some(2));
}

#[tokio::test]
async fn the_terminal_answers_as_the_bot_does_and_checks_what_people_wrote() {
    let folder = folder();
    let output = puente(folder.path())
        .args(["ask", "--lang", "es", "--json", "cómo saco RUT"])
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(["sure", "choose"].contains(&answer["verdict"].as_str().unwrap()), "{answer}");
    let checked = puente(folder.path()).arg("check").stdout(Stdio::piped()).output().unwrap();
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stdout));
}
