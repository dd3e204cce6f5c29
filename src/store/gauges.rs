//! What waits at this moment, in figures for whoever watches: no person in any of them.

use anyhow::{Context, Result};
use jiff::Timestamp;

use super::{Store, millis};

/// How much waits, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gauges {
    /// Rows of the outbox that wait, and the seconds that the oldest of them has waited.
    pub waiting: i64,
    pub waited: i64,
    pub parked: i64,
    pub parked_turns: i64,
    /// By state: how many leads, and the seconds since the oldest was opened.
    pub leads: Vec<(String, i64, i64)>,
}

impl Store {
    /// The figures of this moment.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn gauges(&self, now: Timestamp) -> Result<Gauges> {
        let seconds = |since: Option<i64>| since.map_or(0, |since| (millis(now) - since).max(0) / 1000);
        let (waiting, oldest, parked, parked_turns): (i64, Option<i64>, i64, i64) = sqlx::query_as(
            "select (select count(*) from outbox where state = 'waiting'), \
             (select min(created_at) from outbox where state = 'waiting'), \
             (select count(*) from outbox where state = 'parked'), (select count(*) from parked_turn)",
        )
        .fetch_one(self.readers())
        .await
        .context("count what waits")?;
        let leads: Vec<(String, i64, Option<i64>)> =
            sqlx::query_as("select state, count(*), min(opened_at) from lead group by state")
                .fetch_all(self.readers())
                .await
                .context("count leads")?;
        let leads = leads.into_iter().map(|(state, count, oldest)| (state, count, seconds(oldest))).collect();
        Ok(Gauges { waiting, waited: seconds(oldest), parked, parked_turns, leads })
    }

    /// Whether a turn could be kept now.
    ///
    /// # Errors
    /// Why it could not.
    pub async fn can_write(&self) -> Result<()> {
        self.begin_marks().await?.commit().await
    }
}
