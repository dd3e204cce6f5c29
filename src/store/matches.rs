//! Matches of a request: counterparts with their points and reasons, frozen as they were found.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::Row;

use super::{Tx, from_json, json, millis};
use crate::domain::{MatchId, OpportunityId, ProposalId, RequestId, matching::Score};

/// A match to keep.
#[derive(Debug, Clone)]
pub struct NewMatch {
    pub counterpart: ProposalId,
    pub score: Score,
}

/// A kept match.
#[derive(Debug, Clone)]
pub struct MatchRow {
    pub id: MatchId,
    pub counterpart: ProposalId,
    pub score: Score,
}

impl Tx<'_> {
    /// Keeps what was found for a request now; what was found before goes stale.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn keep_matches(&mut self, request: RequestId, found: &[NewMatch], at: Timestamp) -> Result<()> {
        sqlx::query("update match set state = 'stale' where request = $1 and state = 'suggested'")
            .bind(request.0)
            .execute(&mut *self.conn)
            .await?;
        for new in found {
            let (opportunity, counterpart) = match new.counterpart {
                ProposalId::Opportunity(id) => (Some(id.0), None),
                ProposalId::Request(id) => (None, Some(id.0)),
            };
            sqlx::query(
                "insert into match (request, opportunity, counterpart, points, rules, score, at) values ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(request.0)
            .bind(opportunity)
            .bind(counterpart)
            .bind(i64::from(new.score.total()))
            .bind(i64::from(new.score.rules))
            .bind(json(&new.score)?)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await
            .context("keep a match")?;
        }
        Ok(())
    }

    /// The matches of a request that stand, the best first.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn matches_of(&mut self, request: RequestId) -> Result<Vec<MatchRow>> {
        let rows = sqlx::query(
            "select id, opportunity, counterpart, score from match where request = $1 and state = 'suggested' \
             order by points desc, id",
        )
        .bind(request.0)
        .fetch_all(&mut *self.conn)
        .await?;
        rows.iter()
            .map(|row| {
                let (opportunity, counterpart): (Option<i64>, Option<i64>) = (row.try_get(1)?, row.try_get(2)?);
                let score: String = row.try_get(3)?;
                let counterpart = opportunity
                    .map(|id| ProposalId::Opportunity(OpportunityId(id)))
                    .or(counterpart.map(|id| ProposalId::Request(RequestId(id))))
                    .context("a match without a counterpart")?;
                Ok(MatchRow { id: MatchId(row.try_get(0)?), counterpart, score: from_json(&score)? })
            })
            .collect()
    }

    /// Withdrawn or closed requests leave the matches of others.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn end_matches(&mut self, request: RequestId) -> Result<()> {
        sqlx::query("update match set state = 'stale' where request = $1 or counterpart = $1")
            .bind(request.0)
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }
}
