//! Who may not write any more, and who is known at all.

use anyhow::{Context, Result};
use jiff::Timestamp;

use super::{Tx, code, millis};
use crate::{domain::PersonId, talk::Door};

/// Somebody at a door.
pub type Who = (Door, i64);

impl Tx<'_> {
    /// Everybody who is banned, and whether they were told.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn bans(&mut self) -> Result<Vec<(Who, bool)>> {
        let rows: Vec<(String, i64, bool)> = sqlx::query_as("select door, user, told_at is not null from ban")
            .fetch_all(&mut *self.conn)
            .await
            .context("read bans")?;
        rows.into_iter().map(|(door, user, told)| Ok(((code(Door::parse(&door), "door")?, user), told))).collect()
    }

    /// Bans somebody; false when they were banned before.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn ban(&mut self, (door, user): Who, by: PersonId, at: Timestamp) -> Result<bool> {
        let done = sqlx::query("insert into ban (door, user, at, by) values ($1, $2, $3, $4) on conflict do nothing")
            .bind(door.code())
            .bind(user)
            .bind(millis(at))
            .bind(by.0)
            .execute(&mut *self.conn)
            .await
            .context("ban")?;
        self.history("ban", user, at, Some(by.0), "banned", None).await?;
        Ok(done.rows_affected() > 0)
    }

    /// Takes a ban back; false when there was none.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn unban(&mut self, (door, user): Who, by: PersonId, at: Timestamp) -> Result<bool> {
        let done = sqlx::query("delete from ban where door = $1 and user = $2")
            .bind(door.code())
            .bind(user)
            .execute(&mut *self.conn)
            .await
            .context("take a ban back")?;
        self.history("ban", user, at, Some(by.0), "unbanned", None).await?;
        Ok(done.rows_affected() > 0)
    }

    /// Notes that a banned person was told.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn told_of_ban(&mut self, (door, user): Who, at: Timestamp) -> Result<()> {
        sqlx::query("update ban set told_at = $3 where door = $1 and user = $2")
            .bind(door.code())
            .bind(user)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// Whether this person was here before.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn knows(&mut self, (door, user): Who) -> Result<bool> {
        let known: i64 = sqlx::query_scalar("select exists (select 1 from person where door = $1 and user = $2)")
            .bind(door.code())
            .bind(user)
            .fetch_one(&mut *self.conn)
            .await?;
        Ok(known == 1)
    }

    /// Whether this person is a member of the staff chat.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn is_staff(&mut self, (door, user): Who) -> Result<bool> {
        let staff: i64 = sqlx::query_scalar(
            "select exists (select 1 from person where door = $1 and user = $2 and staff_since is not null)",
        )
        .bind(door.code())
        .bind(user)
        .fetch_one(&mut *self.conn)
        .await?;
        Ok(staff == 1)
    }
}
