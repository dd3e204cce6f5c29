//! The doctor finds each fault that is planted, names it, and tells its cure; so does `/health`.

use std::{
    path::{Path, PathBuf},
    process::{Output, Stdio},
    time::Duration,
};

use puente::{
    domain::Lang,
    faq::{Faq, Places},
    store::{DATA_FILE, Store},
};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::{
    serve::{Server, puente},
    standin::{GROUP, StandIn},
};

/// The smallest content that is well: one entry, so that looking at all of it takes no time.
fn content(folder: &Path) -> PathBuf {
    let (whole, small) = (crate::house::content(), folder.join("content"));
    let entry = "faq/ip/trade-secrets-nda.toml";
    std::fs::create_dir_all(small.join("faq/ip")).unwrap();
    let text = std::fs::read_to_string(whole.join(entry)).unwrap();
    let alone: String = text.lines().filter(|line| !line.starts_with("related")).map(|line| format!("{line}\n")).collect();
    std::fs::write(small.join(entry), alone).unwrap();
    for folder in ["calendar", "replies"] {
        crate::house::copy(&whole.join(folder), &small.join(folder));
    }
    for file in ["glossary.toml", "taxonomy.toml", "flags.toml", "terms.toml"] {
        std::fs::copy(whole.join(file), small.join(file)).unwrap();
    }
    small
}

/// A data folder in which a house has worked, with its content beside it.
pub async fn lived_in() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let places = Places { content: content(folder.path()), built: folder.path().join("faq") };
    Faq::open(places).unwrap_or_else(|error| panic!("{error}"));
    Store::open(&folder.path().join(DATA_FILE)).await.unwrap().close().await.unwrap();
    folder
}

async fn spoil(data: &Path, sql: &'static str) {
    let options = SqliteConnectOptions::new().filename(data.join(DATA_FILE));
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
}

fn examined(standin: &StandIn, data: &Path, settings: &[(&str, &str)]) -> (Vec<String>, Output) {
    let mut command = puente(data);
    command
        .args(["doctor", "--json"])
        .env("TELOXIDE_API_URL", standin.url())
        .env("TELOXIDE_TOKEN", "123456:a-token-for-tests")
        .env("PUENTE_STAFF_CHAT", GROUP.to_string())
        .env("PUENTE_ADMINS", "900")
        .env("PUENTE_CONTENT_DIR", data.join("content"))
        .envs(settings.iter().copied())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let output = command.output().unwrap();
    let report: serde_json::Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let faults = report["faults"].as_array().unwrap();
    for fault in faults {
        assert!(!fault["what"].as_str().unwrap().is_empty() && !fault["cure"].as_str().unwrap().is_empty(), "{fault}");
    }
    assert_eq!(output.status.code(), Some(i32::from(!faults.is_empty())));
    (faults.iter().map(|fault| fault["fault"].as_str().unwrap().to_owned()).collect(), output)
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_wrong_with_a_house_that_is_well() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    let (faults, _) = examined(&standin, folder.path(), &[]);
    assert_eq!(faults, [""; 0]);
    let output = puente(folder.path())
        .args(["doctor", "--lang", "es"])
        .env("TELOXIDE_API_URL", standin.url())
        .env("TELOXIDE_TOKEN", "123456:a-token-for-tests")
        .env("PUENTE_STAFF_CHAT", "12345")
        .env("PUENTE_CONTENT_DIR", folder.path().join("content"))
        .env("PUENTE_ADMINS", "900")
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("✗ staff-chat-number: 12345 no es el número de un supergrupo"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_between_the_bot_and_telegram_is_named() {
    type Plant = fn(&mut crate::standin::World);
    let plants: [(&str, Plant); 9] = [
        ("token-refused", |world| world.tokens_refused = true),
        ("not-in-staff-chat", |world| world.group.bot_is_member = false),
        ("topics-off", |world| world.group.forum = false),
        ("cannot-manage-topics", |world| world.group.bot_manages_topics = false),
        ("cannot-pin", |world| world.group.bot_pins = false),
        ("privacy-mode", |world| (world.privacy, world.group.bot_is_admin) = (true, false)),
        ("webhook-left", |world| world.webhook = Some("https://old.example.org/hook".into())),
        ("clock-skew", |world| world.clock_ahead = -600),
        ("updates-waiting", |world| (0..200).for_each(|_| world.push("message", serde_json::json!({})))),
    ];
    let folder = lived_in().await;
    for (fault, plant) in plants {
        let standin = StandIn::start().await;
        standin.act(plant);
        let (faults, _) = examined(&standin, folder.path(), &[]);
        assert!(faults.contains(&fault.to_owned()), "{fault}: {faults:?}");
        assert!(faults.len() <= if fault == "privacy-mode" { 3 } else { 1 }, "{fault}: {faults:?}");
    }

    let standin = StandIn::start().await;
    let hook = [("PUENTE_WEBHOOK_URL", "https://ours.example.org/hook"), ("PUENTE_WEBHOOK_SECRET", "s")];
    assert_eq!(examined(&standin, folder.path(), &hook).0, ["webhook-missing"]);
    standin.act(|world| world.webhook = Some("https://other.example.org/hook".into()));
    assert_eq!(examined(&standin, folder.path(), &hook).0, ["webhook-elsewhere"]);
    standin.act(|world| {
        world.webhook = Some("https://ours.example.org/hook".into());
        world.webhook_trouble = Some("SSL error: certificate verify failed".into());
    });
    assert_eq!(examined(&standin, folder.path(), &hook).0, ["webhook-failing"]);

    let (faults, output) = examined(&standin, folder.path(), &[("TELOXIDE_API_URL", "http://127.0.0.1:9")]);
    assert_eq!(faults, ["api-unreachable"]);
    assert!(!String::from_utf8_lossy(&output.stdout).contains("a-token-for-tests"), "the token is in no finding");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_of_settings_and_content_is_named() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    let found = |settings: &[(&str, &str)]| examined(&standin, folder.path(), settings).0;
    assert_eq!(found(&[("TELOXIDE_TOKEN", "")]), ["token-missing"]);
    assert_eq!(found(&[("PUENTE_STAFF_CHAT", "")]), ["staff-chat-missing"]);
    assert_eq!(found(&[("PUENTE_ADMINS", "")]), ["admins-missing"]);
    assert_eq!(found(&[("PUENTE_ADMINS", "-5")]), ["admins-number"]);

    let entry = folder.path().join("content/faq/ip/trade-secrets-nda.toml");
    let text = std::fs::read_to_string(&entry).unwrap();
    let review = text.lines().find(|line| line.starts_with("review_by")).unwrap();
    std::fs::write(&entry, text.replace(review, "review_by = 2026-01-01").replace("reviewed = 2026", "reviewed = 2025"))
        .unwrap();
    assert_eq!(found(&[]), ["entries-past-review", "index-behind"]);
    std::fs::write(&entry, "category = ").unwrap();
    assert_eq!(found(&[]), ["content"]);
    std::fs::write(&entry, text).unwrap();

    std::fs::remove_dir_all(folder.path().join("faq")).unwrap();
    assert_eq!(found(&[]), ["index-missing"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_of_the_data_is_named() {
    let standin = StandIn::start().await;
    let old = "insert into history (noun, noun_id, at, move) values ('person', 1, 1790000000000, 'erased')";
    let plants: [(&str, &'static str); 6] = [
        (
            "outbox-behind",
            "insert into outbox (line, place, post, urgency, due_at, created_at) values ('x', '{}', '{}', 0, 1790000000000, 1790000000000)",
        ),
        (
            "outbox-parked",
            "insert into outbox (line, place, post, urgency, due_at, created_at, state) values ('x', '{}', '{}', 0, 0, 0, 'parked')",
        ),
        ("turns-parked", "insert into parked_turn (door, update_id, at, cause, incoming) values ('web', 1, 0, 'x', '{}')"),
        (
            "leads-unanswered",
            "insert into lead (door, chat, state, opened_at, partner_at, topic_name) values ('web', 1, 'waiting', 1790000000000, 0, 'x')",
        ),
        (
            "data-newer",
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (9999, 'later', 1, x'00', 0)",
        ),
        ("backup-none", old),
    ];
    for (fault, sql) in plants {
        let folder = lived_in().await;
        spoil(folder.path(), sql).await;
        assert_eq!(examined(&standin, folder.path(), &[]).0, [fault]);
    }

    let folder = lived_in().await;
    spoil(folder.path(), old).await;
    let backups = folder.path().join("backups");
    std::fs::create_dir(&backups).unwrap();
    std::fs::write(backups.join("puente-20261001T000000Z.db"), "").unwrap();
    assert_eq!(examined(&standin, folder.path(), &[]).0, ["backup-old"]);
    assert_eq!(examined(&standin, folder.path(), &[("PUENTE_BACKUP_DAYS", "0")]).0, [""; 0]);

    let options = SqliteConnectOptions::new().filename(folder.path().join(DATA_FILE));
    let mut holder = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::raw_sql("begin immediate").execute(&mut holder).await.unwrap();
    let faults = examined(&standin, folder.path(), &[("PUENTE_BACKUP_DAYS", "0")]).0;
    assert_eq!(faults, ["data-locked"]);
    holder.close().await.unwrap();

    let file = folder.path().join(DATA_FILE);
    let mut bytes = std::fs::read(&file).unwrap();
    let end = bytes.len();
    bytes[4096..end.min(4096 * 12)].fill(0xA5);
    std::fs::write(&file, bytes).unwrap();
    assert_eq!(examined(&standin, folder.path(), &[]).0, ["data-damaged"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn admins_hear_the_same_in_the_chat_and_nobody_else_does() {
    let (standin, folder) = (StandIn::start().await, lived_in().await);
    standin.act(|world| (world.group.bot_manages_topics, world.group.bot_pins) = (false, false));
    let admin = standin.person(900, "Admin", "zh");
    let ana = standin.person(7001, "Ana", "es");
    let mut server = puente(folder.path());
    server
        .arg("serve")
        .env("TELOXIDE_API_URL", standin.url())
        .env("TELOXIDE_TOKEN", "123456:a-token-for-tests")
        .env("PUENTE_STAFF_CHAT", GROUP.to_string())
        .env("PUENTE_ADMINS", "900")
        .env("PUENTE_CONTENT_DIR", folder.path().join("content"));
    let _server = Server(server.spawn().unwrap());
    standin.says(admin, "/health");
    let told = standin
        .wait_for("the findings", Duration::from_secs(60), |world| {
            world.sent_to(admin).into_iter().find(|message| message.text.contains("发现"))
        })
        .await;
    let i18n = puente::i18n::I18n::new();
    for fault in [puente::text!("fault-cannot-manage-topics"), puente::text!("fault-cannot-pin")] {
        assert!(told.text.contains(&i18n.plain(Lang::Zh, &fault)), "{}", told.text);
    }
    standin.says(ana, "/health");
    standin.hears(ana, &i18n.plain(Lang::Es, &puente::text!("not-allowed"))).await;
    assert!(!standin.transcript(ana).contains("fijar"), "{}", standin.transcript(ana));
}
