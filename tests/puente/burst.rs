//! Many leads at once, under Telegram's limits as it names them. `cargo test` plays a few; `scripts/burst.sh` the two hundred of
//! a bad day, which fill the group for some ten minutes.

use std::time::{Duration, Instant};

use crate::{
    serve::{Server, folder, told},
    standin::{GROUP, Limits, Message, StandIn, World},
};

/// Between two leads: two hundred come within a minute.
const EACH: Duration = Duration::from_millis(300);

/// The cards that are in the group, in the order in which they came.
fn cards(world: &World) -> Vec<u64> {
    let numbers = world.sent_to(GROUP).into_iter().filter(|message| message.topic.is_some()).filter_map(|message| {
        message
            .keys
            .iter()
            .flatten()
            .find_map(|(_, payload)| payload.strip_prefix("take:").map(|lead| lead.parse().unwrap()))
    });
    numbers.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_leads_reaches_staff_in_order_and_within_the_limits_while_everybody_is_answered() {
    let leads = told("PUENTE_LEADS", 8);
    let standin = StandIn::start().await;
    standin.limits(Limits::TELEGRAM);
    let folder = folder();
    let anna = standin.member(501, "Anna", "en");
    let _server = Server::start(&standin, folder.path());
    let mut waits = Vec::new();
    let start = Instant::now();
    for n in 0..i64::try_from(leads).unwrap() {
        let user = standin.person(20_000 + n, "P", "es");
        standin.says(user, &format!("/human consulta {n} sobre un contrato de licencia"));
        if n % 4 == 1 {
            // Somebody else asks meanwhile, and is timed.
            let asker = standin.person(50_000 + n, "Q", "es");
            let asked = Instant::now();
            standin.says(asker, "cómo saco RUT siendo extranjero");
            let names_it = |said: &Message| {
                said.text.contains("RUT") || said.keys.iter().flatten().any(|(label, _)| label.contains("RUT"))
            };
            let answered = |world: &World| world.sent_to(asker).iter().any(names_it).then_some(());
            standin.wait_for("an answer to the question", Duration::from_secs(60), answered).await;
            waits.push(asked.elapsed());
        }
        let next = EACH * u32::try_from(n + 1).unwrap();
        tokio::time::sleep(next.saturating_sub(start.elapsed())).await;
    }
    // Staff are answered before what still waits for the group.
    let asked = Instant::now();
    standin.staff_says(anna, None, "/queue");
    let minute = Duration::from_secs(90);
    let queue = |world: &World| {
        world.sent_to(GROUP).iter().any(|message| message.topic.is_none() && message.text.contains("#1")).then_some(())
    };
    standin.wait_for("the queue", minute, queue).await;
    let queue_came = asked.elapsed();
    let all = usize::try_from(leads).unwrap();
    let limit = Duration::from_secs(90 + 8 * leads);
    standin.wait_for("every card", limit, |world| (cards(world).len() >= all).then_some(())).await;
    let took = start.elapsed();
    let came = standin.act(|world| cards(world));
    assert!(came.is_sorted(), "the oldest first: {came:?}");
    assert_eq!(came.len(), all, "each once");
    waits.sort_unstable();
    let slowest = waits.last().copied().unwrap_or_default();
    let refused = standin.act(|world| world.pace.refused);
    let messages = standin.sent_to(GROUP).len();
    println!(
        "{leads} leads, {messages} group messages in {took:?}; the queue after {queue_came:?}; {} questions, median {:?}, \
         slowest {slowest:?}; {refused} messages refused with 429",
        waits.len(),
        waits.get(waits.len() / 2),
    );
    assert_eq!(refused, 0, "no message came too fast");
}
