//! Leads that say the same: found when one is opened, and merged by a hand. A merged lead is closed and remembers where it went.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::Row;

use super::{Lead, Tx, code, millis};
use crate::domain::{AnswerClock, LeadId, LeadState, PersonId};

/// An open lead, as one is compared with another.
#[derive(Debug, Clone)]
pub struct Comparable {
    pub id: LeadId,
    /// Both come from the same partner's chat.
    pub same_partner: bool,
    /// What was asked, or a request's title and description.
    pub words: String,
}

/// The open lead that another one seems to repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeated {
    pub lead: LeadId,
    pub state: LeadState,
    pub same_partner: bool,
    /// It has a request of its own.
    pub has_request: bool,
}

impl Tx<'_> {
    /// What a lead is about, and the open leads before it: its partner's first, then the newest; at most so many.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn open_leads_before(&mut self, id: LeadId, most: i64) -> Result<(String, Vec<Comparable>)> {
        let rows = sqlx::query(
            "select l.id, l.door = n.door and l.chat = n.chat and l.chat <> 0 as same, coalesce( \
               (select json_extract(body, '$.title') || ' ' || json_extract(body, '$.description') from request \
                where request.id = l.request), \
               (select text from lead_word w where w.lead = l.id and w.by is null order by w.id limit 1), '') \
             from lead n join lead l on l.id = n.id or (l.id < n.id and l.state <> 'closed') where n.id = $1 \
             order by l.id = n.id desc, same desc, l.id desc limit $2 + 1",
        )
        .bind(id.0)
        .bind(most)
        .fetch_all(&mut *self.conn)
        .await
        .context("read the leads that one could repeat")?;
        let mut found = Vec::new();
        for row in &rows {
            found.push(Comparable { id: LeadId(row.try_get(0)?), same_partner: row.try_get(1)?, words: row.try_get(2)? });
        }
        let own = if found.is_empty() { String::new() } else { found.remove(0).words };
        Ok((own, found))
    }

    /// Keeps which lead another one seems to repeat.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn keep_repeated(&mut self, id: LeadId, repeated: LeadId) -> Result<()> {
        sqlx::query("update lead set repeats = $2 where id = $1")
            .bind(id.0)
            .bind(repeated.0)
            .execute(&mut *self.conn)
            .await
            .context("keep what a lead repeats")?;
        Ok(())
    }

    /// The lead that this one seems to repeat, while it is open.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn repeated_by(&mut self, id: LeadId) -> Result<Option<Repeated>> {
        let row = sqlx::query(
            "select l.id, l.state, l.door = n.door and l.chat = n.chat and l.chat <> 0, l.request is not null \
             from lead n join lead l on l.id = n.repeats where n.id = $1 and l.state <> 'closed'",
        )
        .bind(id.0)
        .fetch_optional(&mut *self.conn)
        .await?;
        row.map(|row| {
            let state: String = row.try_get(1)?;
            Ok(Repeated {
                lead: LeadId(row.try_get(0)?),
                state: code(LeadState::parse(&state), "state")?,
                same_partner: row.try_get(2)?,
                has_request: row.try_get(3)?,
            })
        })
        .transpose()
    }

    /// One lead goes on in another: what is said of it from now on belongs there, and where its partner still waited, they wait
    /// there, no longer than was promised here.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn keep_merged(&mut self, merged: &Lead, into: LeadId, by: PersonId, at: Timestamp) -> Result<()> {
        // What was merged into it before goes on with it.
        sqlx::query("update lead set merged_into = $2 where id = $1 or merged_into = $1")
            .bind(merged.id.0)
            .bind(into.0)
            .execute(&mut *self.conn)
            .await
            .context("merge a lead")?;
        sqlx::query("insert or ignore into lead_tag (lead, tag) select $2, tag from lead_tag where lead = $1")
            .bind(merged.id.0)
            .bind(into.0)
            .execute(&mut *self.conn)
            .await?;
        self.history("lead", into.0, at, Some(by.0), "merged", Some(&merged.id.to_string())).await?;
        if !merged.partner_waits() {
            return Ok(());
        }
        let due = match merged.clock {
            AnswerClock::Runs { due } => Some(millis(due)),
            AnswerClock::Stands { .. } | AnswerClock::Fresh => None,
        };
        sqlx::query(
            "update lead set partner_at = max(partner_at, $2, coalesce(answered_at + 1, 0)), \
             due_at = min(coalesce(due_at, $3), coalesce($3, due_at)) where id = $1",
        )
        .bind(into.0)
        .bind(millis(merged.partner_at))
        .bind(due)
        .execute(&mut *self.conn)
        .await
        .context("wait on in another lead")?;
        Ok(())
    }

    /// The lead in which this one goes on: itself, unless it was merged.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn lead_now(&mut self, id: LeadId) -> Result<LeadId> {
        let now: Option<i64> = sqlx::query_scalar("select coalesce(merged_into, id) from lead where id = $1")
            .bind(id.0)
            .fetch_optional(&mut *self.conn)
            .await?;
        Ok(now.map_or(id, LeadId))
    }

    /// The leads that go on in this one.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn merged_into(&mut self, id: LeadId) -> Result<Vec<LeadId>> {
        let ids: Vec<i64> = sqlx::query_scalar("select id from lead where merged_into = $1 order by id")
            .bind(id.0)
            .fetch_all(&mut *self.conn)
            .await?;
        Ok(ids.into_iter().map(LeadId).collect())
    }
}
