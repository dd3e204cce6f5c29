//! What breaks under a real `puente serve`: the disk, the data file, the index, the way to Telegram. Each gives a clear word and
//! loses nothing. `docs/faults.md` is the table of them.

use std::{
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use puente::store::{DATA_FILE, MIGRATOR, Store};
use rand::{Rng, SeedableRng, rngs::StdRng};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::{
    doctor::lived_in,
    serve::{Server, asks_for_a_consultation, numbers, puente, repeats, told},
    standin::{Fault, GROUP, Refusal, StandIn, World},
};

fn serving(standin: &StandIn, data: &Path) -> Command {
    let mut command = puente(data);
    if data.join("content").is_dir() {
        command.env("PUENTE_CONTENT_DIR", data.join("content"));
    }
    command
        .arg("serve")
        .env("TELOXIDE_API_URL", standin.url())
        .env("TELOXIDE_TOKEN", "123456:a-token-for-tests")
        .env("PUENTE_STAFF_CHAT", GROUP.to_string())
        .env("PUENTE_STAFF_LANG", "en")
        .stderr(Stdio::piped());
    command
}

/// What a server says that cannot work, and its exit code.
fn refused(mut command: Command) -> (Option<i32>, String) {
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

async fn connect(file: &Path) -> SqliteConnection {
    SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file)).await.unwrap()
}

/// Everybody has one answered request, and staff one lead for each.
async fn all_is_there(standin: &StandIn, data: &Path, people: &[i64], limit: Duration) {
    for user in people {
        standin
            .wait_for("every request is answered", limit, |world| world.transcript(*user).contains("CL-20").then_some(()))
            .await;
    }
    let mut persons = numbers(data, "select person from request").await;
    assert_eq!(persons.len(), people.len());
    persons.sort_unstable();
    persons.dedup();
    assert_eq!(persons.len(), people.len(), "one request each");
    assert_eq!(numbers(data, "select count(*) from lead").await, [i64::try_from(people.len()).unwrap()]);
    assert_eq!(numbers(data, "select count(*) from parked_turn").await, [0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_acknowledges_nothing_that_is_not_kept_and_loses_nothing_once_there_is_room() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    // The tables are there; what is written from now on finds a disk that is full after 600 KiB more.
    let mut full = Command::new("bash");
    full.args(["-c", &format!("trap '' XFSZ; ulimit -f 600; exec {} serve", env!("CARGO_BIN_EXE_puente"))]);
    let settings = serving(&standin, folder.path());
    full.envs(settings.get_envs().filter_map(|(name, value)| Some((name, value?)))).stderr(Stdio::null());
    let server = Server(full.spawn().unwrap());
    let people: Vec<i64> = (0..40).map(|n| standin.person(50_000 + n, "P", "es")).collect();
    for user in &people {
        asks_for_a_consultation(&standin, *user);
    }
    // Full when what waits no longer gets less.
    let began = Instant::now();
    let (mut before, mut since) = (usize::MAX, Instant::now());
    // Long enough for the same updates to be fetched and tried several times.
    while since.elapsed() < Duration::from_secs(20) || before == usize::MAX {
        let waiting = standin.act(|world| world.waiting());
        if waiting != before || !standin.act(|world| world.is_polled()) {
            (before, since) = (waiting, Instant::now());
        }
        assert!(began.elapsed() < Duration::from_secs(120), "the disk does not fill");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(before > 0, "the disk was full before everything was taken");
    server.kill();

    let _server = Server(serving(&standin, folder.path()).stderr(Stdio::null()).spawn().unwrap());
    all_is_there(&standin, folder.path(), &people, Duration::from_secs(300)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_data_folder_that_cannot_be_written_is_named() {
    let standin = StandIn::start().await;
    // Not even root writes there.
    let (code, told) = refused(serving(&standin, Path::new("/proc/self")));
    assert_eq!(code, Some(1));
    assert!(told.contains("/proc/self"), "{told}");
    let output = puente(Path::new("/proc/self")).args(["doctor"]).stdout(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("✗ data-readonly: /proc/self cannot be written"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_data_file_held_by_another_program_only_delays() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    let ana = standin.person(7001, "Ana", "es");
    let _server = Server(serving(&standin, folder.path()).stderr(Stdio::null()).spawn().unwrap());
    standin.says(ana, "/privacy");
    standin.wait_for("an answer", Duration::from_secs(30), |world| (!world.sent_to(ana).is_empty()).then_some(())).await;
    let mut holder = connect(&folder.path().join(DATA_FILE)).await;
    sqlx::raw_sql("begin immediate").execute(&mut holder).await.unwrap();
    standin.says(ana, "/help");
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(standin.sent_to(ana).len(), 1, "nothing is said that is not kept");
    assert!(standin.act(|world| world.waiting()) > 0, "and nothing acknowledged");
    sqlx::raw_sql("rollback").execute(&mut holder).await.unwrap();
    standin.wait_for("an answer", Duration::from_secs(15), |world| (world.sent_to(ana).len() == 2).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_data_file_is_refused_with_the_way_back_and_not_touched() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    let file = folder.path().join(DATA_FILE);
    Store::open(&file).await.unwrap().close().await.unwrap();
    let whole = std::fs::read(&file).unwrap();
    let mut pages = whole.clone();
    pages[4096 * 2..4096 * 14].fill(0xA5);
    for damaged in [pages, b"This is no database".repeat(1000)] {
        std::fs::write(&file, &damaged).unwrap();
        let (code, told) = refused(serving(&standin, folder.path()));
        assert_eq!(code, Some(1));
        assert!(told.contains("puente restore"), "{told}");
        assert_eq!(std::fs::read(&file).unwrap(), damaged, "it is as it was");
    }
}

#[tokio::test]
async fn a_migration_that_fails_half_way_leaves_the_data_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(DATA_FILE);
    let options = SqliteConnectOptions::new().filename(&file).create_if_missing(true);
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    MIGRATOR.run_to(2, &mut conn).await.unwrap();
    // What the second half of a later migration makes is there already, so that its first half has been done when it fails.
    sqlx::raw_sql("create table ban (mine text); insert into setting (key, value) values ('kept', 'yes')")
        .execute(&mut conn)
        .await
        .unwrap();
    conn.close().await.unwrap();
    let error = format!("{:#}", Store::open(&file).await.err().expect("it is refused"));
    assert!(error.contains("bring the data file to this version") && error.contains("ban"), "{error}");
    let tables: Vec<i64> = numbers(folder.path(), "select count(*) from sqlite_master where name = 'erasure'").await;
    assert_eq!(tables, [0], "nothing of it stays");

    let mut conn = connect(&file).await;
    sqlx::raw_sql("drop table ban").execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    Store::open(&file).await.unwrap().close().await.unwrap();
    assert_eq!(numbers(folder.path(), "select count(*) from setting where key = 'kept'").await, [1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_data_file_is_refused_by_name() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    let file = folder.path().join(DATA_FILE);
    Store::open(&file).await.unwrap().close().await.unwrap();
    let mut conn = connect(&file).await;
    sqlx::raw_sql("insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (9999, 'later', 1, x'00', 0)")
        .execute(&mut conn)
        .await
        .unwrap();
    conn.close().await.unwrap();
    let (code, told) = refused(serving(&standin, folder.path()));
    assert_eq!(code, Some(1));
    assert!(told.contains("newer version of Puente (schema 9999"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backlog_is_worked_off_in_order_for_each_person() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    let people: Vec<i64> = (0..80).map(|n| standin.person(60_000 + n, "P", "es")).collect();
    for command in ["/privacy", "/browse", "/cancel"] {
        for user in &people {
            standin.says(*user, command);
        }
    }
    let _server = Server(serving(&standin, folder.path()).stderr(Stdio::null()).spawn().unwrap());
    let said = async |user: i64| -> Vec<String> {
        standin
            .wait_for("three answers", Duration::from_secs(120), |world| {
                let sent = world.sent_to(user);
                (sent.len() >= 3).then(|| sent.into_iter().map(|message| message.text).collect())
            })
            .await
    };
    let first = said(people[0]).await;
    for user in &people {
        assert_eq!(said(*user).await, first, "the same three answers in the same order");
    }
    assert!(standin.sent_to(GROUP).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_instance_and_a_refused_token_are_named() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    standin.act(|world| world.tokens_refused = true);
    let (code, told) = refused(serving(&standin, folder.path()));
    assert_eq!(code, Some(2));
    assert!(told.contains("TELOXIDE_TOKEN"), "{told}");
    standin.act(|world| world.tokens_refused = false);

    let conflict = Refusal {
        code: 409,
        description: "Conflict: terminated by other getUpdates request".into(),
        parameters: serde_json::Value::Null,
    };
    standin.fails("getUpdates", 1, Fault::Refuse(conflict));
    let log = folder.path().join("log");
    let _server = Server(serving(&standin, folder.path()).stderr(std::fs::File::create(&log).unwrap()).spawn().unwrap());
    let began = Instant::now();
    while !std::fs::read_to_string(&log).unwrap().contains("another process polls with this token") {
        assert!(began.elapsed() < Duration::from_secs(30), "it does not say so");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (code, told) = refused(serving(&standin, folder.path()));
    assert_eq!(code, Some(1));
    assert!(told.contains("another puente works in"), "{told}");
}

/// Any number of faults of the way to Telegram, drawn by chance: `PUENTE_FAULTS=500 PUENTE_SEED=7 cargo test whatever_telegram`.
#[tokio::test(flavor = "multi_thread")]
async fn whatever_telegram_does_each_request_arrives_once_and_is_answered() {
    let (faults, seed) = (told("PUENTE_FAULTS", 24), told("PUENTE_SEED", 20_261_125));
    println!("seed {seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    let _server = Server(serving(&standin, folder.path()).stderr(Stdio::null()).spawn().unwrap());
    standin.try_wait_for(Duration::from_secs(60), |world| world.is_polled().then_some(())).await;
    let mut people = Vec::new();
    let mut unanswered = 0;
    for n in 0..faults {
        let method = ["sendMessage", "createForumTopic", "*", "editMessageText", "getUpdates"][chance.random_range(0..5)];
        let fault = match chance.random_range(0..5) {
            0 => Fault::ErrorPage,
            1 => Fault::TooMany(1),
            2 => Fault::Hang(Duration::from_millis(chance.random_range(100..900))),
            3 => Fault::Refuse(Refusal {
                code: 500,
                description: "Internal Server Error".into(),
                parameters: serde_json::Value::Null,
            }),
            _ => Fault::DropAfter,
        };
        unanswered += usize::from(matches!(fault, Fault::DropAfter));
        standin.fails(method, 1, fault);
        if n % 2 == 0 {
            let user = standin.person(70_000 + i64::try_from(n).unwrap(), "P", "es");
            asks_for_a_consultation(&standin, user);
            people.push(user);
        }
        tokio::time::sleep(Duration::from_millis(chance.random_range(0..120))).await;
    }
    all_is_there(&standin, folder.path(), &people, Duration::from_secs(180)).await;
    let repeated = repeats(&standin, &people);
    println!("{faults} faults, {} requests, {repeated} messages repeated", people.len());
    assert!(repeated <= unanswered, "{repeated} repeated after {unanswered} answers were lost (seed {seed})");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_on_which_every_write_waits_only_delays() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    let _server = Server(serving(&standin, folder.path()).stderr(Stdio::null()).spawn().unwrap());
    // As a worn card does: for a second nothing can be written, then for a moment it can.
    let file = folder.path().join(DATA_FILE);
    let slow = tokio::spawn(async move {
        let mut holder = connect(&file).await;
        loop {
            if sqlx::raw_sql("begin immediate").execute(&mut holder).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(1000)).await;
                sqlx::raw_sql("rollback").execute(&mut holder).await.unwrap();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    let people: Vec<i64> = (0..3).map(|n| standin.person(60_000 + n, "P", "es")).collect();
    for user in &people {
        asks_for_a_consultation(&standin, *user);
    }
    all_is_there(&standin, folder.path(), &people, Duration::from_secs(180)).await;
    slow.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_far_off_ends_and_erases_nothing() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    let ana = standin.person(801, "Ana", "es");
    let server = Server(serving(&standin, folder.path()).stderr(Stdio::null()).spawn().unwrap());
    standin.says(ana, "/request");
    standin.wait_for("a form", Duration::from_secs(30), |world| (!world.sent_to(ana).is_empty()).then_some(())).await;
    standin.all_confirmed().await;
    server.kill();
    // What was begun now looks two months old, as it would to a clock that is two months ahead.
    let mut conn = connect(&folder.path().join(DATA_FILE)).await;
    let aged = sqlx::query("update chat set draft_at = draft_at - 60 * 86400000 where id = 801").execute(&mut conn).await;
    assert_eq!(aged.unwrap().rows_affected(), 1);
    conn.close().await.unwrap();
    let is_erased = |world: &World| world.transcript(ana).contains("borrador se borró").then_some(());

    standin.act(|world| world.clock_ahead = -60 * 86_400);
    let log = folder.path().join("log");
    let server = Server(serving(&standin, folder.path()).stderr(std::fs::File::create(&log).unwrap()).spawn().unwrap());
    let told = standin.try_wait_for(Duration::from_secs(15), is_erased).await;
    assert!(told.is_none(), "a clock that Telegram contradicts was believed");
    server.kill();
    let words = std::fs::read_to_string(&log).unwrap();
    assert!(words.contains("ahead of Telegram's"), "{words}");

    standin.act(|world| world.clock_ahead = 0);
    let _server = Server(serving(&standin, folder.path()).stderr(Stdio::null()).spawn().unwrap());
    standin.wait_for("the end of the draft", Duration::from_secs(30), is_erased).await;
}
