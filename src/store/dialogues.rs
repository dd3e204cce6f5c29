//! Which updates were handled, where each chat stands, and the turns that failed.

use anyhow::{Context, Result};
use jiff::{SignedDuration, Timestamp};
use sqlx::Row;

use super::{Tx, code, json, millis};
use crate::{
    domain::Lang,
    talk::{Chat, Door, Incoming},
};

impl Tx<'_> {
    /// Forgets updates handled before this time; Telegram repeats none after a day.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn forget_updates(&mut self, before: Timestamp) -> Result<()> {
        sqlx::query("delete from handled_update where at < $1").bind(millis(before)).execute(&mut *self.conn).await?;
        Ok(())
    }

    /// Keeps a chat's dialogue; `draft_at` is the time of the last word in its draft, none without one.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn keep_dialogue(&mut self, chat: &Chat, dialogue: &str, draft_at: Option<Timestamp>) -> Result<()> {
        sqlx::query(
            "update chat set dialogue = $3, draft_at = $4, reminded_at = iif($4 is null, null, reminded_at) \
             where door = $1 and id = $2",
        )
        .bind(chat.door.code())
        .bind(chat.id)
        .bind(dialogue)
        .bind(draft_at.map(millis))
        .execute(&mut *self.conn)
        .await
        .context("keep a dialogue")?;
        Ok(())
    }

    /// Chats whose draft has had no word for `first` and no reminder yet, or none since it had no word for `second`; they are
    /// marked as reminded.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn drafts_to_remind(
        &mut self,
        first: SignedDuration,
        second: SignedDuration,
        now: Timestamp,
    ) -> Result<Vec<(Door, i64, Lang)>> {
        let rows = sqlx::query(
            "update chat set reminded_at = $1 \
             where (draft_at < $1 - $2 and reminded_at is null) or (draft_at < $1 - $3 and reminded_at < draft_at + $3) \
             returning door, id, lang",
        )
        .bind(millis(now))
        .bind(i64::try_from(first.as_millis())?)
        .bind(i64::try_from(second.as_millis())?)
        .fetch_all(&mut *self.conn)
        .await
        .context("find drafts to remind of")?;
        rows.iter().map(chat_row).collect()
    }

    /// Erases drafts without a word since this time, with the dialogue that holds them.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn erase_drafts(&mut self, quiet_since: Timestamp) -> Result<Vec<(Door, i64, Lang)>> {
        let rows = sqlx::query(
            "update chat set dialogue = null, draft_at = null, reminded_at = null where draft_at < $1 returning door, id, lang",
        )
        .bind(millis(quiet_since))
        .fetch_all(&mut *self.conn)
        .await
        .context("erase old drafts")?;
        rows.iter().map(chat_row).collect()
    }

    /// Parks an update whose turn failed, with its cause.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn park_turn(&mut self, incoming: &Incoming, cause: &str) -> Result<()> {
        sqlx::query("insert into parked_turn (door, update_id, at, cause, incoming) values ($1, $2, $3, $4, $5)")
            .bind(incoming.update.door.code())
            .bind(incoming.update.id)
            .bind(millis(incoming.at))
            .bind(cause)
            .bind(json(incoming)?)
            .execute(&mut *self.conn)
            .await
            .context("park a turn")?;
        Ok(())
    }
}

fn chat_row(row: &sqlx::sqlite::SqliteRow) -> Result<(Door, i64, Lang)> {
    let (door, lang): (String, String) = (row.try_get(0)?, row.try_get(2)?);
    Ok((code(Door::parse(&door), "door")?, row.try_get(1)?, code(Lang::parse(&lang), "lang")?))
}

/// The figures of `/health`.
#[derive(Debug, Clone, Copy)]
pub struct HealthCounts {
    /// Rows of the outbox that wait.
    pub waiting: i64,
    /// Rows of the outbox that a person has to look at.
    pub parked: i64,
    pub parked_turns: i64,
    /// Leads that nobody has.
    pub waiting_leads: i64,
}

impl Tx<'_> {
    /// The figures of `/health`.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn health_counts(&mut self) -> Result<HealthCounts> {
        let row = sqlx::query(
            "select (select count(*) from outbox where state = 'waiting'), (select count(*) from outbox where state = 'parked'), \
             (select count(*) from parked_turn), (select count(*) from lead where state = 'waiting')",
        )
        .fetch_one(&mut *self.conn)
        .await?;
        Ok(HealthCounts {
            waiting: row.try_get(0)?,
            parked: row.try_get(1)?,
            parked_turns: row.try_get(2)?,
            waiting_leads: row.try_get(3)?,
        })
    }
}
