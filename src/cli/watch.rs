//! What `serve` shows to whoever watches it: whether it is ready, and its figures as Prometheus reads them.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::{domain::LeadState, store::Store, talk::BoxFuture, telegram::Telegram, web::hook::Watch};

/// Seconds, from a turn in memory to a person who has waited too long.
const BUCKETS: [f64; 14] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0];
/// Telegram that was silent for longer is asked for a sign of life. A poll is held for half a minute.
const LATELY: Duration = Duration::from_secs(60);
/// How often what was measured is summed up; otherwise it would pile up where nobody asks.
const SUM_UP: Duration = Duration::from_secs(5);

/// Begins to measure; none where this process measures already, as in tests.
fn recorder() -> Option<PrometheusHandle> {
    let handle = PrometheusBuilder::new().set_buckets(&BUCKETS).ok()?.install_recorder().ok()?;
    describe_counter!("puente_turns_total", "Updates, by door, kind and what became of them");
    describe_histogram!("puente_turn_seconds", "Time that a turn takes in the writer");
    describe_counter!("puente_answers_total", "Questions answered from the FAQ, by language and verdict");
    describe_counter!("puente_sends_total", "Tries to send, by outcome");
    describe_histogram!("puente_update_to_send_seconds", "From an update to the end of the send that answers it");
    describe_counter!("puente_errors_total", "Failures of our own, by kind");
    describe_gauge!("puente_outbox_waiting", "Messages that wait to be sent");
    describe_gauge!("puente_outbox_oldest_seconds", "How long the oldest of them has waited");
    describe_gauge!("puente_outbox_parked", "Messages that were refused for good");
    describe_gauge!("puente_turns_parked", "Updates whose turn failed");
    describe_gauge!("puente_leads", "Leads, by state");
    describe_gauge!("puente_lead_oldest_seconds", "Since the oldest lead of each state was opened");
    describe_gauge!("puente_info", "The version that runs");
    describe_gauge!("puente_start_time_seconds", "When it was started");
    Some(handle)
}

/// The watch of a house with this store, behind this Telegram.
pub fn watch(store: Store, telegram: Telegram) -> Watch {
    let handle = recorder();
    gauge!("puente_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    gauge!("puente_start_time_seconds").set(seconds(Timestamp::now().as_second()));
    for kind in ["turn-failed", "not-kept", "parked"] {
        counter!("puente_errors_total", "kind" => kind).absolute(0);
    }
    if let Some(handle) = handle.clone() {
        tokio::spawn(async move {
            let mut tick = tokio::time::interval(SUM_UP);
            loop {
                tick.tick().await;
                handle.run_upkeep();
            }
        });
    }
    let figures = store.clone();
    Watch {
        ready: Arc::new(move || -> BoxFuture<'static, Result<(), String>> {
            let (store, telegram) = (store.clone(), telegram.clone());
            Box::pin(async move { ready(&store, &telegram).await })
        }),
        metrics: Arc::new(move || -> BoxFuture<'static, String> {
            let (store, handle) = (figures.clone(), handle.clone());
            Box::pin(async move {
                look(&store).await;
                handle.map(|handle| handle.render()).unwrap_or_default()
            })
        }),
    }
}

/// Whether people are served. The index is loaded: without one, `serve` does not come this far.
async fn ready(store: &Store, telegram: &Telegram) -> Result<(), String> {
    if let Err(error) = store.can_write().await {
        return Err(format!("the data file cannot be written: {error:#}"));
    }
    if telegram.reached(LATELY).await { Ok(()) } else { Err("Telegram cannot be reached".into()) }
}

/// Looks at what waits now.
async fn look(store: &Store) {
    let now = Timestamp::now();
    let gauges = match store.gauges(now).await {
        Ok(gauges) => gauges,
        Err(error) => {
            tracing::warn!("the figures cannot be read: {error:#}");
            return;
        }
    };
    gauge!("puente_outbox_waiting").set(seconds(gauges.waiting));
    gauge!("puente_outbox_oldest_seconds").set(seconds(gauges.waited));
    gauge!("puente_outbox_parked").set(seconds(gauges.parked));
    gauge!("puente_turns_parked").set(seconds(gauges.parked_turns));
    for state in LeadState::ALL {
        let (count, oldest) = gauges
            .leads
            .iter()
            .find(|(name, ..)| name == state.code())
            .map_or((0, 0), |(_, count, oldest)| (*count, *oldest));
        gauge!("puente_leads", "state" => state.code()).set(seconds(count));
        gauge!("puente_lead_oldest_seconds", "state" => state.code()).set(seconds(oldest));
    }
}

/// A whole number as Prometheus takes it.
fn seconds(whole: i64) -> f64 {
    // Exact up to 2^53, which no figure here comes near.
    whole as f64
}
