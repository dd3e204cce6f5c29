//! The store over real files: migrations, newer schemas, turns that fail.

use jiff::{SignedDuration, Timestamp};
use puente::{
    domain::{Lang, OutboxId},
    i18n::I18n,
    store::{MIGRATOR, Store},
    talk::{Address, ChatKind, Door, Place, Reply, Urgency},
    text,
};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::house::House;

const ANA: i64 = 1 << 41;

async fn raw(house: &House) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(house.folder.path().join("puente.db"));
    SqliteConnection::connect_with(&options).await.unwrap()
}

#[tokio::test]
async fn a_data_folder_of_a_newer_version_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("puente.db");
    drop(Store::open(&file).await.unwrap());
    let mut conn = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(&file)).await.unwrap();
    sqlx::query("insert into _sqlx_migrations (version, description, installed_on, success, checksum, execution_time) values (9999, 'later', 0, 1, x'00', 0)")
        .execute(&mut conn)
        .await
        .unwrap();
    let refused = Store::open(&file).await.err().expect("it is refused");
    assert!(format!("{refused:#}").contains("newer version of Puente (schema 9999"), "{refused:#}");
}

#[tokio::test]
async fn every_migration_applies_over_the_sample_rows_of_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let options =
        SqliteConnectOptions::new().filename(folder.path().join("puente.db")).create_if_missing(true).foreign_keys(true);
    let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
    for migration in MIGRATOR.iter() {
        MIGRATOR.run_to(migration.version, &mut conn).await.unwrap();
        let samples =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/samples/{:04}.sql", migration.version));
        let rows = std::fs::read_to_string(&samples)
            .unwrap_or_else(|_| panic!("{} has rows for the next migration", samples.display()));
        sqlx::raw_sql(sqlx::AssertSqlSafe(rows)).execute(&mut conn).await.unwrap();
    }
    let strict: i64 = sqlx::query_scalar("select count(*) from pragma_table_list where schema = 'main' and strict = 0 and name not like 'sqlite%' and name not like '\\_sqlx%' escape '\\'")
        .fetch_one(&mut conn)
        .await
        .unwrap();
    assert_eq!(strict, 0, "every table is strict");
    let broken: Vec<String> =
        sqlx::query_scalar("select \"table\" from pragma_foreign_key_check").fetch_all(&mut conn).await.unwrap();
    assert!(broken.is_empty(), "{broken:?}");
    let outbox: Vec<(i64, String)> =
        sqlx::query_as("select id, state from outbox where id > 3 order by id").fetch_all(&mut conn).await.unwrap();
    let outbox: Vec<(i64, &str)> = outbox.iter().map(|(id, state)| (*id, state.as_str())).collect();
    assert_eq!(outbox, [(4, "sent"), (6, "parked"), (8, "waiting")], "no number is used twice, done or not");
}

#[tokio::test]
async fn a_turn_that_fails_is_parked_alone_and_apologised_for_once() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    crate::partner::send_for_staff(&ana).await;
    let mut conn = raw(&house).await;
    sqlx::query("update request set body = '[]'").execute(&mut conn).await.unwrap();
    let before = house.shown(ANA).len();
    ana.says("/requests").await;
    assert_eq!(house.parked().await, 1);
    assert_eq!(house.shown(ANA).len(), before + 1, "one apology");
    assert!(ana.hears().html.contains(&I18n::new().html(Lang::Es, &text!("apology"))));
    ana.says("/help").await;
    assert_eq!(house.parked().await, 1, "the next turn is well");
}

#[tokio::test]
async fn what_was_committed_and_not_sent_is_sent_after_a_crash() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    let before = house.shown(ANA).len();
    // The row of a turn whose process died between commit and send.
    let mut conn = raw(&house).await;
    let left: i64 = sqlx::query_scalar("select count(*) from outbox").fetch_one(&mut conn).await.unwrap();
    assert_eq!(left, 0, "what was sent is gone");
    let reply = Reply::say(
        Place::Chat(Address { door: Door::Web, chat: ANA, kind: ChatKind::Private, topic: None }),
        text!("draft-erased"),
    );
    sqlx::query(
        "insert into outbox (line, place, post, urgency, due_at, created_at) values ('web:' || $1, $2, $3, 0, 0, 0)",
    )
    .bind(ANA)
    .bind(serde_json::to_string(&reply.place).unwrap())
    .bind(serde_json::to_string(&reply.post).unwrap())
    .execute(&mut conn)
    .await
    .unwrap();
    let last: i64 = sqlx::query_scalar("select max(id) from outbox").fetch_one(&mut conn).await.unwrap();
    assert!(last > 1, "a number is used once");
    let house = house.restart().await;
    house.settle().await;
    assert_eq!(house.shown(ANA).len(), before + 1);
}

#[tokio::test]
async fn what_waits_for_a_time_that_a_wrong_clock_told_goes_once_the_clock_is_set_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("puente.db")).await.unwrap();
    let now: Timestamp = "2026-11-26T12:00:00Z".parse().unwrap();
    let tomorrow = now + SignedDuration::from_hours(24);
    let to = Address { door: Door::Web, chat: 5, kind: ChatKind::Private, topic: None };
    let mut tx = store.begin().await.unwrap();
    assert_eq!(tx.note_time(tomorrow).await.unwrap(), None);
    tx.post(&Reply::say(Place::Chat(to), text!("draft-erased")), tomorrow).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store.due(now, 9).await.unwrap().is_empty());

    let mut tx = store.begin().await.unwrap();
    assert_eq!(tx.note_time(now).await.unwrap(), Some(tomorrow));
    tx.hurry_outbox(now).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.due(now, 9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_stands_before_something_urgent_goes_as_urgently_and_what_stands_behind_it_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("puente.db")).await.unwrap();
    let now: Timestamp = "2026-11-26T12:00:00Z".parse().unwrap();
    let to = |chat| Place::Chat(Address { door: Door::Web, chat, kind: ChatKind::Private, topic: None });
    let say = |chat, urgency| Reply { urgency, ..Reply::say(to(chat), text!("draft-erased")) };
    let mut tx = store.begin().await.unwrap();
    for (chat, urgency) in [(1, Urgency::Soon), (2, Urgency::Soon), (3, Urgency::Now)] {
        tx.post(&say(chat, urgency), now).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut tx = store.begin().await.unwrap();
    for (chat, urgency) in [(2, Urgency::Now), (2, Urgency::Soon)] {
        tx.post(&say(chat, urgency), now).await.unwrap();
    }
    tx.commit().await.unwrap();
    let heads: Vec<(i64, Urgency)> =
        store.due(now, 9).await.unwrap().into_iter().map(|due| (due.id.0, due.urgency)).collect();
    assert_eq!(heads, [(2, Urgency::Now), (3, Urgency::Now), (1, Urgency::Soon)]);
    for id in [2, 4] {
        store.mark_sent(&[(OutboxId(id), None)], now).await.unwrap();
    }
    let heads: Vec<i64> = store.due(now, 9).await.unwrap().into_iter().map(|due| due.id.0).collect();
    assert_eq!(heads, [3, 1, 5], "what comes after the urgent in its line has no hurry");
}
