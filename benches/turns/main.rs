//! Turns a second through engine and store with everything durable, and the time from an update to its send call.
//! Run with `cargo bench --bench turns`. It prints figures instead of asserting them: machines differ, ratios are what to compare.
//! `cargo bench --bench turns -- day 24 50` lets a day of fifty updates a second pass on a fast clock: see [`day`]. Its memory is
//! that of the service only with the settings of the allocator that `deploy/puente.service` has.

mod day;
mod house;

use std::time::{Duration, Instant};

use house::{command, open, question, update};
use puente::talk::{Command, Intake, Said};

/// Hands in a burst from many people at once; turns a second until the last is durable.
async fn burst(name: &str, n: i64, said: impl Fn(i64) -> Said) {
    let house = open().await;
    let began = Instant::now();
    let mut hands = tokio::task::JoinSet::new();
    for id in 1..=n {
        let (engine, incoming) = (house.engine.clone(), update(id, id % 500 + 1, said(id)));
        hands.spawn(async move { engine.hand(incoming).await });
    }
    while let Some(kept) = hands.join_next().await {
        kept.expect("no hand panics").expect("every turn is kept");
    }
    let took = began.elapsed();
    let per_second = f64::from(i32::try_from(n).unwrap_or(i32::MAX)) / took.as_secs_f64();
    println!("{name}: {n} durable turns in {took:.2?}, {per_second:.0} turns/s");
}

/// Updates at a steady pace, each from another person whom the house has met before; the time from each hand-in to its first
/// message.
async fn steady(name: &str, per_second: u32, seconds: u32, said: impl Fn(i64) -> Said) {
    const GREETED: i64 = 1_000_000;
    let house = open().await;
    for id in 1..=i64::from(per_second * seconds) {
        house.engine.hand(update(GREETED + id, id, command(Command::Start, id))).await.expect("a greeting is kept");
    }
    house.quiet().await;
    house.watch.sent.lock().expect("no sender panics").clear();
    let mut tick = tokio::time::interval(Duration::from_secs(1) / per_second);
    let mut handed = Vec::new();
    for id in 1..=i64::from(per_second * seconds) {
        tick.tick().await;
        let (engine, incoming) = (house.engine.clone(), update(id, id, said(id)));
        handed.push((id, Instant::now()));
        tokio::spawn(async move { engine.hand(incoming).await });
    }
    house.quiet().await;
    let sent = house.watch.sent.lock().expect("no sender panics");
    let mut waits: Vec<Duration> =
        handed.iter().filter_map(|(chat, at)| Some(sent.get(chat)?.duration_since(*at))).collect();
    waits.sort();
    let at = |share: f64| waits[((waits.len() - 1) as f64 * share) as usize];
    println!(
        "{name}: {} of {} sent, update to send call p50 {:.2?}, p99 {:.2?}",
        waits.len(),
        handed.len(),
        at(0.5),
        at(0.99)
    );
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let asked: Vec<String> = std::env::args().skip_while(|word| word != "day").skip(1).collect();
    let number = |place: usize| asked.get(place).and_then(|word| word.parse().ok());
    if let (Some(hours), Some(per_second)) = (number(0), number(1)) {
        return runtime.block_on(day::pass(hours, per_second));
    }
    runtime.block_on(async {
        burst("burst of /help", 10_000, |id| command(Command::Help, id)).await;
        burst("burst of questions", 10_000, question).await;
        steady("100 questions a second", 100, 10, question).await;
    });
}
