//! Introductions: two sides that know each other, how far they have come, and when staff are asked next.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::{Row, sqlite::SqliteRow};

use super::{Tx, code, millis, moment};
use crate::domain::{Course, IntroductionId, LeadId, MatchId, PersonId};

/// An introduction as it stands.
#[derive(Debug, Clone)]
pub struct Introduction {
    pub id: IntroductionId,
    pub of: MatchId,
    pub lead: Option<LeadId>,
    pub course: Course,
    /// What was agreed on, or why nothing was; a code of its list.
    pub detail: Option<String>,
    pub moved_at: Timestamp,
    /// Follow-ups since the last move.
    pub asked: i64,
}

const COLUMNS: &str = "id, match, lead, course, detail, moved_at, asked";

fn row(row: &SqliteRow) -> Result<Introduction> {
    let course: String = row.try_get(3)?;
    Ok(Introduction {
        id: IntroductionId(row.try_get(0)?),
        of: MatchId(row.try_get(1)?),
        lead: row.try_get::<Option<i64>, _>(2)?.map(LeadId),
        course: code(Course::parse(&course), "course")?,
        detail: row.try_get(4)?,
        moved_at: moment(row.try_get(5)?),
        asked: row.try_get(6)?,
    })
}

impl Tx<'_> {
    /// Two sides have just been introduced.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn open_introduction(
        &mut self,
        of: MatchId,
        lead: Option<LeadId>,
        by: PersonId,
        at: Timestamp,
    ) -> Result<IntroductionId> {
        let id: i64 = sqlx::query_scalar(
            "insert into introduction (match, lead, course, at, moved_at, due_at) values ($1, $2, $3, $4, $4, $5) returning id",
        )
        .bind(of.0)
        .bind(lead.map(|lead| lead.0))
        .bind(Course::Assigned.code())
        .bind(millis(at))
        .bind(Course::Assigned.due(at, 0).map(millis))
        .fetch_one(&mut *self.conn)
        .await
        .context("open an introduction")?;
        self.history("introduction", id, at, Some(by.0), Course::Assigned.code(), None).await?;
        Ok(IntroductionId(id))
    }

    /// The introduction of a match.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn introduction_of(&mut self, of: MatchId) -> Result<Option<Introduction>> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!("select {COLUMNS} from introduction where match = $1")))
            .bind(of.0)
            .fetch_optional(&mut *self.conn)
            .await?;
        found.as_ref().map(row).transpose()
    }

    /// Moves an introduction that is still where it was seen; false when somebody was quicker.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn move_introduction(
        &mut self,
        seen: &Introduction,
        to: Course,
        detail: Option<&str>,
        by: Option<PersonId>,
        at: Timestamp,
    ) -> Result<bool> {
        let written = sqlx::query(
            "update introduction set course = $3, detail = $4, moved_at = $5, asked = 0, due_at = $6 \
             where id = $1 and course = $2",
        )
        .bind(seen.id.0)
        .bind(seen.course.code())
        .bind(to.code())
        .bind(detail)
        .bind(millis(at))
        .bind(to.due(at, 0).map(millis))
        .execute(&mut *self.conn)
        .await
        .context("move an introduction")?;
        let moved = written.rows_affected() == 1;
        if moved {
            self.history("introduction", seen.id.0, at, by.map(|by| by.0), to.code(), detail).await?;
        }
        Ok(moved)
    }

    /// Introductions that the clock has reached.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn due_introductions(&mut self, now: Timestamp) -> Result<Vec<Introduction>> {
        let rows =
            sqlx::query(sqlx::AssertSqlSafe(format!("select {COLUMNS} from introduction where due_at <= $1 order by id")))
                .bind(millis(now))
                .fetch_all(&mut *self.conn)
                .await?;
        rows.iter().map(row).collect()
    }

    /// Staff have been asked once more: never again for the same moment.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn followed_up(&mut self, seen: &Introduction) -> Result<()> {
        let asked = seen.asked + 1;
        sqlx::query("update introduction set asked = $2, due_at = $3 where id = $1 and asked = $4")
            .bind(seen.id.0)
            .bind(asked)
            .bind(seen.course.due(seen.moved_at, asked).map(millis))
            .bind(seen.asked)
            .execute(&mut *self.conn)
            .await
            .context("note a follow-up")?;
        Ok(())
    }
}
