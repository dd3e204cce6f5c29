//! How much has been suggested lately: what keeps a request from being flooded, and an organisation from being everybody's
//! match. What the limits are is a rule of `domain`.

use anyhow::Result;
use jiff::{SignedDuration, Timestamp};
use sqlx::Row;

use super::{Tx, millis};
use crate::domain::{
    OrganisationId, RequestId,
    matching::{Caps, SUGGEST_FROM},
};

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Tx<'_> {
    /// What limits new suggestions for this request. Its own that nobody has touched do not count: they are about to be
    /// replaced.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn caps(&mut self, request: RequestId, now: Timestamp) -> Result<Caps> {
        let this_week: i64 = sqlx::query_scalar(
            "select count(*) from match where request = $1 and at > $2 and points >= $3 and state not in ('suggested', 'stale')",
        )
        .bind(request.0)
        .bind(millis(now - WEEK))
        .bind(i64::from(SUGGEST_FROM))
        .fetch_one(&mut *self.conn)
        .await?;
        let rows = sqlx::query(
            "select o.organisation, count(*) from match as m join opportunity as o on o.id = m.opportunity \
             where m.request <> $1 and m.points >= $2 \
             and m.state not in ('introduced', 'declined', 'dismissed', 'lapsed', 'stale') \
             and instr(m.score, '\"held_back\"') = 0 \
             group by o.organisation",
        )
        .bind(request.0)
        .bind(i64::from(SUGGEST_FROM))
        .fetch_all(&mut *self.conn)
        .await?;
        let mut caps = Caps { this_week: usize::try_from(this_week).unwrap_or(usize::MAX), ..Caps::default() };
        for row in rows {
            let (organisation, count): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
            caps.open_offers.insert(OrganisationId(organisation), usize::try_from(count).unwrap_or(usize::MAX));
        }
        Ok(caps)
    }
}
