//! Figures about the desk. Each is one statement, and `docs/stats.md` shows the same ones: whoever doubts a figure can ask the data
//! file itself.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::Row;

use super::{Tx, millis};

/// A figure: its name, and the statement that gives its labels with their values. `?1` is the beginning of the time that is looked
/// at, `?2` is now, both in milliseconds.
pub type Figure = (&'static str, &'static str);

/// Every figure, in the order in which it is shown.
pub const FIGURES: [Figure; 9] = [
    ("waiting", "select 'waiting', count(*) from lead where state = 'waiting' and ?1 <= ?2"),
    ("taken", "select 'taken', count(*) from lead where state = 'taken' and ?1 <= ?2"),
    ("late", "select 'late', count(*) from lead where state <> 'closed' and due_at <= ?2 and ?1 <= ?2"),
    (
        "answers",
        "select 'in-time', count(*) from answer where at between ?1 and ?2 and at <= due_at \
         union all select 'late', count(*) from answer where at between ?1 and ?2 and at > due_at",
    ),
    (
        "age",
        "with w as (select (?2 - opened_at) / 86400000 as days from lead where state = 'waiting' and ?1 <= ?2) \
         select 'day', count(*) from w where days < 1 \
         union all select 'three-days', count(*) from w where days between 1 and 2 \
         union all select 'week', count(*) from w where days between 3 and 6 \
         union all select 'longer', count(*) from w where days >= 7",
    ),
    (
        "funnel",
        "with r as (select r.id, l.id as lead, l.answered_at from request r left join lead l on l.request = r.id \
           where r.sent_at between ?1 and ?2) \
         select 'sent', count(*) from r \
         union all select 'taken', count(*) from r where exists (select 1 from history h \
           where h.noun = 'lead' and h.noun_id = r.lead and h.move in ('take', 'give')) \
         union all select 'answered', count(*) from r where answered_at is not null \
         union all select 'matched', count(*) from r where exists (select 1 from match m where m.request = r.id) \
         union all select 'introduced', count(*) from r where exists (select 1 from match m join introduction i on i.match = m.id \
           where r.id in (m.request, m.counterpart)) \
         union all select 'agreed', count(*) from r where exists (select 1 from match m join introduction i on i.match = m.id \
           where r.id in (m.request, m.counterpart) and i.course = 'agreement')",
    ),
    (
        "kind",
        "select json_extract(body, '$.kind') as kind, count(*) as n from request \
         where sent_at between ?1 and ?2 and kind is not null group by kind order by n desc, kind limit 5",
    ),
    (
        "sector",
        "select s.value as sector, count(*) as n from request r, json_each(r.body, '$.sectors') s \
         where r.sent_at between ?1 and ?2 group by sector order by n desc, sector limit 5",
    ),
    (
        "language",
        "select c.lang, count(*) as n from lead l join chat c on c.door = l.door and c.id = l.chat \
         where l.opened_at between ?1 and ?2 group by c.lang order by n desc, c.lang",
    ),
];

impl Tx<'_> {
    /// The labels of a figure with their values.
    ///
    /// # Errors
    /// When the data file cannot be read, or there is no such figure.
    pub async fn figure(&mut self, name: &str, since: Timestamp, now: Timestamp) -> Result<Vec<(String, i64)>> {
        let (_, sql) = FIGURES.iter().find(|(known, _)| *known == name).context("a figure that is not counted")?;
        let rows = sqlx::query(*sql)
            .bind(millis(since))
            .bind(millis(now))
            .fetch_all(&mut *self.conn)
            .await
            .with_context(|| format!("count the figure {name}"))?;
        rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
    }

    /// Notes an answer with the deadline that it had.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn note_answer(&mut self, lead: crate::domain::LeadId, due: Timestamp, at: Timestamp) -> Result<()> {
        sqlx::query("insert into answer (lead, due_at, at) values ($1, $2, $3) on conflict do nothing")
            .bind(lead.0)
            .bind(millis(due))
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await
            .context("note an answer")?;
        Ok(())
    }

    /// Notes that something is done for this time of its kind; false when it was done before. For what comes once a week.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn first_in(&mut self, what: &str, time: &str) -> Result<bool> {
        let written = sqlx::query(
            "insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value \
             where value <> excluded.value",
        )
        .bind(what)
        .bind(time)
        .execute(&mut *self.conn)
        .await
        .context("note what is done once")?;
        Ok(written.rows_affected() == 1)
    }
}
