//! Days of traffic on a fast clock: whether memory stays flat, and whether the data file grows only as the rules of keeping say.

use std::{
    collections::HashMap,
    fs,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp};
use puente::talk::{Action, Address, ChatKind, Command, Door, Incoming, Intake, Said};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use super::house::{House, command, open_with, question, update_at};

/// Partners who come and go.
const PEOPLE: i64 = 2_000;
/// Updates handed in side by side, as a poll brings them.
const AT_ONCE: usize = 100;
const STAFF_CHAT: i64 = -1_001;
const ANNA: i64 = 77;
/// Lines of the report.
const REPORTS: i64 = 12;
/// A consultation, update by update.
const FORM: [&str; 8] = [
    "/request",
    "f:area:=consultation",
    "Contrato de licencia con una empresa de Shenzhen",
    "Queremos licenciar un método de análisis a una empresa de Shenzhen y nos falta saber qué ley se aplica al contrato.",
    "f:country:=CL",
    "f:contact:=here",
    "f:consent:yes",
    "f:review:yes",
];

struct Traffic {
    rng: StdRng,
    /// How far each person's form is.
    forms: HashMap<i64, usize>,
    next: i64,
}

impl Traffic {
    fn somebody(&mut self, at: Timestamp) -> Incoming {
        self.next += 1;
        let id = self.next;
        let person = self.rng.random_range(1..=PEOPLE) + 1_000;
        let said = match self.rng.random_range(0..1000) {
            0..150 => question(self.rng.random_range(0..4)),
            150..155 => self.form_step(person, id),
            155..156 => command(Command::Forget, id),
            156..157 => pressed(Some(Action::ReallyForget), id),
            _ => {
                let common = [Command::Help, Command::Start, Command::Requests, Command::Browse, Command::Privacy];
                command(*common.choose(&mut self.rng).expect("some commands"), id)
            }
        };
        update_at(id, person, said, at)
    }

    fn form_step(&mut self, person: i64, id: i64) -> Said {
        let step = self.forms.entry(person).or_default();
        let words = FORM[*step];
        *step = (*step + 1) % FORM.len();
        match words {
            "/request" => command(Command::Request, id),
            press if press.starts_with("f:") => pressed(Action::decode(press), id),
            text => Said::Words { text: text.to_owned(), message: id, reply_to: None },
        }
    }

    /// What staff do in a minute: close what lies there.
    fn staff(&mut self, lead: i64, at: Timestamp) -> Incoming {
        self.next += 1;
        let close = pressed(Some(Action::Close(puente::domain::LeadId(lead))), self.next);
        let mut incoming = update_at(self.next, STAFF_CHAT, close, at);
        incoming.chat.kind = ChatKind::Group;
        (incoming.from.id, incoming.from.name) = (ANNA, "Anna".to_owned());
        incoming
    }
}

fn pressed(action: Option<Action>, id: i64) -> Said {
    Said::Pressed { action, message: id, callback: id.to_string() }
}

fn tick(at: Timestamp) -> Incoming {
    let mut tick = update_at(-at.as_millisecond(), 0, Said::Tick, at);
    tick.chat.door = Door::Inside;
    tick.update.door = Door::Inside;
    tick
}

/// Lets so many hours of so many updates a second pass, as fast as they are handled and everything is delivered.
pub async fn pass(hours: i64, per_second: i64) {
    let start: Timestamp = "2026-11-30T00:00:00Z".parse().expect("a moment");
    let millis = Arc::new(AtomicI64::new(start.as_millisecond()));
    let shown = millis.clone();
    let clock = move || Timestamp::from_millisecond(shown.load(Ordering::Relaxed)).expect("a moment");
    let staff = Address { door: Door::Telegram, chat: STAFF_CHAT, kind: ChatKind::Group, topic: None };
    let house = open_with(Some(staff), Arc::new(clock)).await;
    let mut traffic = Traffic { rng: StdRng::seed_from_u64(20_261_126), forms: HashMap::new(), next: 0 };
    let (began, minutes) = (Instant::now(), hours * 60);
    for minute in 0..minutes {
        let from = start + SignedDuration::from_mins(minute);
        let end = from + SignedDuration::from_secs(60);
        // What is said in this minute is due at once: delivery sleeps by the machine's clock.
        millis.store(end.as_millisecond(), Ordering::Relaxed);
        hand(&house, vec![tick(from)]).await;
        let apart = SignedDuration::from_secs(60) / i32::try_from(60 * per_second).expect("a number of updates");
        let mut updates = Vec::new();
        for n in 0..60 * per_second {
            updates.push(traffic.somebody(from + apart * i32::try_from(n).expect("a number of updates")));
        }
        for lead in leads(&house).await {
            updates.push(traffic.staff(lead, from + SignedDuration::from_secs(59)));
        }
        while !updates.is_empty() {
            let rest = updates.split_off(updates.len().min(AT_ONCE));
            hand(&house, std::mem::replace(&mut updates, rest)).await;
        }
        delivered(&house, end).await;
        if (minute + 1) % (minutes / REPORTS).max(1) == 0 {
            report(&house, minute + 1, traffic.next, began).await;
        }
    }
}

async fn hand(house: &House, updates: Vec<Incoming>) {
    let mut hands = tokio::task::JoinSet::new();
    for incoming in updates {
        let engine = house.engine.clone();
        hands.spawn(async move { engine.hand(incoming).await });
    }
    while let Some(kept) = hands.join_next().await {
        kept.expect("no hand panics").expect("every turn is kept");
    }
}

/// Waits until nothing that is due is left.
async fn delivered(house: &House, now: Timestamp) {
    while !house.store.due(now, 1).await.expect("the outbox is read").is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn look(house: &House) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(&house.data_file).read_only(true);
    SqliteConnection::connect_with(&options).await.expect("the data file opens")
}

async fn leads(house: &House) -> Vec<i64> {
    let mut conn = look(house).await;
    sqlx::query_scalar("select id from lead where state <> 'closed' order by id limit 20")
        .fetch_all(&mut conn)
        .await
        .expect("leads are read")
}

async fn report(house: &House, minute: i64, updates: i64, began: Instant) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = |name: &str| -> u64 {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
    };
    let mut conn = look(house).await;
    let mut rows = Vec::new();
    for table in ["handled_update", "outbox", "question", "request", "lead", "history", "person", "parked_turn"] {
        let sql = format!("select count(*) from {table}");
        let n: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut conn).await.expect("rows are counted");
        rows.push(format!("{table} {n}"));
    }
    let size = fs::metadata(&house.data_file).map_or(0, |file| file.len()) / 1_000_000;
    println!(
        "hour {:5.1}: {updates} updates, {:.0}/s, memory {} MB ({} MB anonymous), data file {size} MB; {}",
        minute as f64 / 60.0,
        updates as f64 / began.elapsed().as_secs_f64(),
        kilobytes("VmRSS:") / 1024,
        kilobytes("RssAnon:") / 1024,
        rows.join(", "),
    );
}
