//! The desk: leads that are due, what was reminded of, and how each member of staff works.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::{Row, sqlite::SqliteRow};

use super::{LeadLine, Moved, Snooze, Tx, code, from_json, json, leads, millis, moment};
use crate::{
    domain::{Cause, LeadId, MoveRefused, PersonId, Reminded, Wishes},
    talk::Door,
};

/// A lead whose deadline has passed, with what was reminded of for this deadline.
#[derive(Debug, Clone)]
pub struct Overdue {
    pub line: LeadLine,
    pub due: Timestamp,
    pub reminded: Reminded,
}

/// How a member of staff works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskOf {
    pub person: PersonId,
    pub name: String,
    /// The door's own number of them, by which a message can mention them.
    pub user: i64,
    /// The calendar whose hours they keep.
    pub calendar: String,
    pub wishes: Wishes,
    /// Leads they have now.
    pub has: i64,
    /// They may read, but not act.
    pub reads_only: bool,
}

const DESK: &str = "select p.id, coalesce(p.name, ''), p.user, coalesce(d.calendar, $1), coalesce(d.langs, '[]'), \
    coalesce(d.sectors, '[]'), coalesce(d.countries, '[]'), d.capacity, \
    (select count(*) from lead l where l.owner = p.id and l.state = 'taken'), p.reads_only \
    from person p left join desk d on d.person = p.id";

fn desk(row: &SqliteRow) -> Result<DeskOf> {
    let list = |column: usize| -> Result<String> { Ok(row.try_get(column)?) };
    Ok(DeskOf {
        person: PersonId(row.try_get(0)?),
        name: row.try_get(1)?,
        user: row.try_get(2)?,
        calendar: row.try_get(3)?,
        wishes: Wishes {
            langs: from_json(&list(4)?)?,
            sectors: from_json(&list(5)?)?,
            countries: from_json(&list(6)?)?,
            capacity: row.try_get(7)?,
        },
        has: row.try_get(8)?,
        reads_only: row.try_get(9)?,
    })
}

impl Tx<'_> {
    /// Leads that are not closed and whose clock does not agree with who waits for whom: of an older version, or changed by a
    /// hand that did not mind the clock.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn leads_without_clock(&mut self) -> Result<Vec<LeadLine>> {
        let sql = format!(
            "select {} from lead where state <> 'closed' and due_at is null \
             and (answered_at is null or answered_at < partner_at)",
            leads::COLUMNS
        );
        let found = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *self.conn).await?;
        found.iter().map(leads::row).collect()
    }

    /// Leads that are past due and not yet escalated, what is due first standing first.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn overdue(&mut self, now: Timestamp) -> Result<Vec<Overdue>> {
        let sql = format!(
            "select {}, \
             (select at from reminder r where r.lead = lead.id and r.about = due_at and cause = 'first'), \
             (select at from reminder r where r.lead = lead.id and r.about = due_at and cause = 'second') \
             from lead where state <> 'closed' and due_at <= $1 and not exists \
               (select 1 from reminder r where r.lead = lead.id and r.about = due_at and cause = 'escalated') \
             order by due_at, id",
            leads::COLUMNS
        );
        let found = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(millis(now)).fetch_all(&mut *self.conn).await?;
        found
            .iter()
            .map(|row| {
                let told =
                    |column: usize| -> Result<Option<Timestamp>> { Ok(row.try_get::<Option<i64>, _>(column)?.map(moment)) };
                Ok(Overdue {
                    line: leads::row(row)?,
                    due: moment(row.try_get("due_at")?),
                    reminded: Reminded { first: told(16)?, second: told(17)?, escalated: None },
                })
            })
            .collect()
    }

    /// Leads whose snooze ended by now and whose owner was not told so.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn awake(&mut self, now: Timestamp) -> Result<Vec<LeadLine>> {
        let sql = format!(
            "select {} from lead where state <> 'closed' and snoozed_until <= $1 and snoozed_at >= partner_at and not exists \
               (select 1 from reminder r where r.lead = lead.id and r.about = snoozed_until and cause = 'awake') \
             order by snoozed_until, id",
            leads::COLUMNS
        );
        let found = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(millis(now)).fetch_all(&mut *self.conn).await?;
        found.iter().map(leads::row).collect()
    }

    /// Gives a lead to a member of staff, or says why not. The row repeats the condition, as with every move.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn give_lead(&mut self, id: LeadId, to: PersonId, by: PersonId, at: Timestamp) -> Result<Option<Moved>> {
        let Some(line) = self.lead(id).await? else { return Ok(None) };
        let before = line.lead.held;
        let after = match before.given(to) {
            Ok(after) => after,
            Err(refused) => return Ok(Some(Moved::Refused(refused))),
        };
        let written =
            sqlx::query("update lead set state = 'taken', owner = $4 where id = $1 and state = $2 and owner is $3")
                .bind(id.0)
                .bind(before.state.code())
                .bind(before.owner.map(|owner| owner.0))
                .bind(to.0)
                .execute(&mut *self.conn)
                .await
                .context("give a lead")?;
        if written.rows_affected() == 0 {
            return Ok(Some(Moved::Refused(MoveRefused::Already)));
        }
        self.history("lead", id.0, at, Some(by.0), "give", Some(&to.to_string())).await?;
        Ok(Some(Moved::To(after)))
    }

    /// Puts everything that somebody has back into the queue.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn free_leads_of(&mut self, owner: PersonId, at: Timestamp) -> Result<Vec<LeadId>> {
        let freed: Vec<i64> = sqlx::query_scalar(
            "update lead set state = 'waiting', owner = null where state = 'taken' and owner = $1 returning id",
        )
        .bind(owner.0)
        .fetch_all(&mut *self.conn)
        .await
        .context("free somebody's leads")?;
        for id in &freed {
            self.history("lead", *id, at, Some(owner.0), "release", None).await?;
        }
        Ok(freed.into_iter().map(LeadId).collect())
    }

    /// Notes that a reminder is given; false when it was given before.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn remind(&mut self, lead: LeadId, cause: Cause, about: Timestamp, at: Timestamp) -> Result<bool> {
        let written =
            sqlx::query("insert into reminder (lead, cause, about, at) values ($1, $2, $3, $4) on conflict do nothing")
                .bind(lead.0)
                .bind(cause.code())
                .bind(millis(about))
                .bind(millis(at))
                .execute(&mut *self.conn)
                .await
                .context("note a reminder")?;
        Ok(written.rows_affected() == 1)
    }

    /// No reminders of a lead for a while; none ends a snooze.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn snooze(&mut self, lead: LeadId, snooze: Option<Snooze>, by: PersonId, at: Timestamp) -> Result<()> {
        sqlx::query("update lead set snoozed_at = $2, snoozed_until = $3 where id = $1")
            .bind(lead.0)
            .bind(snooze.map(|_| millis(at)))
            .bind(snooze.and_then(|snooze| snooze.until).map(millis))
            .execute(&mut *self.conn)
            .await
            .context("snooze a lead")?;
        let made = if snooze.is_some() { "snooze" } else { "wake" };
        self.history("lead", lead.0, at, Some(by.0), made, None).await
    }

    /// How one member of staff works; `home` is the calendar of who chose none.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn desk_of(&mut self, person: PersonId, home: &str) -> Result<Option<DeskOf>> {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("{DESK} where p.id = $2")))
            .bind(home)
            .bind(person.0)
            .fetch_optional(&mut *self.conn)
            .await?;
        row.as_ref().map(desk).transpose()
    }

    /// How everybody on the staff works, by name.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn desks(&mut self, home: &str) -> Result<Vec<DeskOf>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{DESK} where p.staff_since is not null order by p.name, p.id")))
            .bind(home)
            .fetch_all(&mut *self.conn)
            .await?;
        rows.iter().map(desk).collect()
    }

    /// Says whether a member of staff may only read; false when this is none of them.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn set_reads_only(&mut self, person: PersonId, reads_only: bool, by: PersonId, at: Timestamp) -> Result<bool> {
        let written = sqlx::query("update person set reads_only = $2 where id = $1 and staff_since is not null")
            .bind(person.0)
            .bind(reads_only)
            .execute(&mut *self.conn)
            .await
            .context("say what a member of staff may do")?;
        if written.rows_affected() == 0 {
            return Ok(false);
        }
        let made = if reads_only { "reads-only" } else { "works" };
        self.history("person", person.0, at, Some(by.0), made, None).await?;
        Ok(true)
    }

    /// Keeps how a member of staff works.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn keep_desk(&mut self, desk: &DeskOf) -> Result<()> {
        sqlx::query(
            "insert into desk (person, calendar, langs, sectors, countries, capacity) values ($1, $2, $3, $4, $5, $6) \
             on conflict (person) do update set calendar = excluded.calendar, langs = excluded.langs, \
               sectors = excluded.sectors, countries = excluded.countries, capacity = excluded.capacity",
        )
        .bind(desk.person.0)
        .bind(&desk.calendar)
        .bind(json(&desk.wishes.langs)?)
        .bind(json(&desk.wishes.sectors)?)
        .bind(json(&desk.wishes.countries)?)
        .bind(desk.wishes.capacity)
        .execute(&mut *self.conn)
        .await
        .context("keep a desk")?;
        Ok(())
    }

    /// Somebody saw who a partner is.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn note_identity_view(&mut self, lead: LeadId, by: PersonId, at: Timestamp) -> Result<()> {
        self.history("lead", lead.0, at, Some(by.0), "identity-viewed", None).await
    }

    /// Whether somebody has ever written in this chat.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn has_chat(&mut self, door: Door, chat: i64) -> Result<bool> {
        let known: Option<i64> =
            sqlx::query_scalar("select 1 from chat where door = $1 and id = $2 and unreachable_at is null")
                .bind(door.code())
                .bind(chat)
                .fetch_optional(&mut *self.conn)
                .await?;
        Ok(known.is_some())
    }

    /// The number that the staff's group has now, when it is not the configured one.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn moved_staff_chat(&mut self, configured: i64) -> Result<Option<i64>> {
        let to: Option<String> = sqlx::query_scalar("select value from setting where key = 'staff-chat:' || $1")
            .bind(configured)
            .fetch_optional(&mut *self.conn)
            .await?;
        Ok(to.and_then(|to| to.parse().ok()))
    }

    /// Who is staff at this door under this number, if anybody is.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn staff_member(&mut self, person: PersonId) -> Result<Option<(Door, i64)>> {
        let row = sqlx::query("select door, user from person where id = $1 and staff_since is not null")
            .bind(person.0)
            .fetch_optional(&mut *self.conn)
            .await?;
        row.map(|row| Ok((code(Door::parse(&row.try_get::<String, _>(0)?), "door")?, row.try_get(1)?))).transpose()
    }
}
