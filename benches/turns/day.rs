//! Days of traffic on a fast clock: whether memory stays flat, and whether the data file grows only as the rules of keeping say.

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp};
use puente::{
    domain::{LeadId, RequestId},
    talk::{Action, Address, ChatKind, Command, Decision, Door, Incoming, Intake, Said},
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use super::house::{House, command, open_with, question, update_at};

/// Partners who come, ask and go.
const PEOPLE: i64 = 2_000;
/// Partners who write requests, so many at a time; they do nothing else meanwhile.
const WRITERS: i64 = 300;
const AT_WORK: usize = 10;
/// Updates handed in side by side, as a poll brings them.
const AT_ONCE: usize = 100;
const STAFF_CHAT: i64 = -1_001;
const ANNA: i64 = 77;
/// Lines of the report.
const REPORTS: i64 = 24;
/// Requests, update by update: one for staff alone, and two that answer each other.
const FORMS: [&[&str]; 3] = [
    &[
        "/request",
        "f:area:=consultation",
        "Contrato de licencia con una empresa de Shenzhen",
        "Queremos licenciar un método de análisis a una empresa de Shenzhen y nos falta saber qué ley se aplica al contrato.",
        "f:country:=CL",
        "f:contact:=here",
        "f:consent:yes",
        "f:review:yes",
    ],
    &[
        "/request",
        "f:area:=business",
        "f:direction:=seeks",
        "Alimento para centros de salmón",
        "Buscamos un proveedor de alimento para nuestros centros de cultivo de salmón, con entregas cada mes en Puerto Montt.",
        "f:sectors:=salmon-aquaculture",
        "f:sectors:done",
        "f:partnership:=supplier",
        "f:partnership:done",
        "Salmones de Ejemplo",
        "f:orgtype:=small",
        "f:country:=CL",
        "f:langs:=es",
        "f:langs:done",
        "f:contact:=here",
        "f:consent:yes",
        "f:review:yes",
    ],
    &[
        "/request",
        "f:area:=business",
        "f:direction:=offers",
        "Alimento para salmones desde Ningbo",
        "Fabricamos alimento para salmones y truchas y buscamos compradores en Chile que lo prueben durante una temporada.",
        "f:sectors:=salmon-aquaculture",
        "f:sectors:done",
        "f:partnership:=supplier",
        "f:partnership:done",
        "Piensos de Ejemplo",
        "f:orgtype:=medium",
        "f:country:=CN",
        "f:langs:=es",
        "f:langs:done",
        "f:contact:=here",
        "f:consent:yes",
        "f:review:yes",
    ],
];

/// A person at a form, and what is still to be done for it.
struct Writing {
    person: i64,
    rest: std::slice::Iter<'static, &'static str>,
}

struct Traffic {
    rng: StdRng,
    writing: Vec<Writing>,
    /// Forms begun.
    begun: usize,
    next: i64,
}

impl Traffic {
    fn somebody(&mut self, at: Timestamp) -> Incoming {
        self.next += 1;
        let id = self.next;
        let person = self.rng.random_range(1..=PEOPLE) + 1_000;
        let said = match self.rng.random_range(0..1000) {
            0..150 => question(self.rng.random_range(0..4)),
            150..153 => {
                let (writer, said) = self.form_step(id);
                return update_at(id, writer, said, at);
            }
            153..154 => command(Command::Forget, id),
            154..155 => pressed(Some(Action::ReallyForget), id),
            _ => {
                let common = [Command::Help, Command::Start, Command::Requests, Command::Browse, Command::Privacy];
                command(*common.choose(&mut self.rng).expect("some commands"), id)
            }
        };
        update_at(id, person, said, at)
    }

    /// What somebody who writes a request does next.
    fn form_step(&mut self, id: i64) -> (i64, Said) {
        if self.writing.len() < AT_WORK {
            let person = i64::try_from(self.begun).expect("a number of forms") % WRITERS + 5_000;
            self.writing.push(Writing { person, rest: FORMS[self.begun % FORMS.len()].iter() });
            self.begun += 1;
        }
        let at = self.rng.random_range(0..self.writing.len());
        let writing = &mut self.writing[at];
        let (person, words) = (writing.person, *writing.rest.next().expect("a form that is done is put away"));
        if writing.rest.len() == 0 {
            self.writing.swap_remove(at);
        }
        let said = match words {
            "/request" => command(Command::Request, id),
            press if press.starts_with("f:") => pressed(Action::decode(press), id),
            // No two say quite the same.
            text => Said::Words { text: format!("{text} ({id})"), message: id, reply_to: None },
        };
        (person, said)
    }

    /// What staff do in a minute with a lead: approve its request when that waits, close it the next time.
    fn staff(&mut self, lead: i64, waiting: Option<i64>, at: Timestamp) -> Incoming {
        self.next += 1;
        let action = match waiting {
            Some(request) => Action::Decide { request: RequestId(request), decision: Decision::Approve },
            None => Action::Close(LeadId(lead)),
        };
        let mut incoming = update_at(self.next, STAFF_CHAT, pressed(Some(action), self.next), at);
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
    let mut traffic = Traffic { rng: StdRng::seed_from_u64(20_261_126), writing: Vec::new(), begun: 0, next: 0 };
    let mut reader = look(&house).await;
    let (began, minutes) = (Instant::now(), hours * 60);
    // Resident megabytes, minute by minute, since the last line of the report.
    let mut anonymous = Vec::new();
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
        for (lead, waiting) in leads(&mut reader).await {
            updates.push(traffic.staff(lead, waiting, from + SignedDuration::from_secs(59)));
        }
        while !updates.is_empty() {
            let rest = updates.split_off(updates.len().min(AT_ONCE));
            hand(&house, std::mem::replace(&mut updates, rest)).await;
        }
        delivered(&house, end).await;
        anonymous.push(resident("RssAnon:"));
        if (minute + 1) % (minutes / REPORTS).max(1) == 0 {
            report(&house, &mut reader, minute + 1, traffic.next, began, &mut anonymous).await;
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

/// Open leads, each with its request when that waits for a decision.
async fn leads(reader: &mut SqliteConnection) -> Vec<(i64, Option<i64>)> {
    let sql = "select lead.id, request.id from lead left join request \
               on request.id = lead.request and request.state = 'submitted' \
               where lead.state <> 'closed' order by lead.id limit 20";
    sqlx::query_as(sql).fetch_all(reader).await.expect("leads are read")
}

/// Megabytes of this process that are in memory, by the name of a line of Linux's `/proc/self/status`.
fn resident(name: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

async fn report(
    house: &House,
    reader: &mut SqliteConnection,
    minute: i64,
    updates: i64,
    began: Instant,
    anonymous: &mut Vec<f64>,
) {
    let mut rows = Vec::new();
    let tables =
        ["handled_update", "outbox", "question", "request", "lead", "match", "history", "person", "erasure", "parked_turn"];
    for table in tables {
        let sql = format!("select count(*) from {table}");
        let n: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut *reader).await.expect("rows are counted");
        rows.push(format!("{table} {n}"));
    }
    let size = fs::metadata(&house.data_file).map_or(0, |file| file.len()) / 1_000_000;
    println!(
        "hour {:5.1}: {updates} updates, {:.0}/s, anonymous memory {:.1} MB on average, {:.1} at most, all {:.0} MB, \
         data file {size} MB; {}",
        minute as f64 / 60.0,
        updates as f64 / began.elapsed().as_secs_f64(),
        anonymous.iter().sum::<f64>() / anonymous.len() as f64,
        anonymous.iter().copied().fold(0.0, f64::max),
        resident("VmRSS:"),
        rows.join(", "),
    );
    anonymous.clear();
}
