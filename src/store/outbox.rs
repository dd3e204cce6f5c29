//! The outbox: everything to be sent or done, one row each, in order within its line.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::{Row, SqliteConnection};

use super::{Store, Tx, code, from_json, json, millis};
use crate::{
    domain::{LeadId, LeadState, OutboxId},
    talk::{Address, ChatKind, Door, Message, Place, Post, Reply, Urgency},
};

/// Rows that may be gathered before they are written.
const MOST_POSTS: usize = 512;

/// Writes rows gathered as the JSON array $1; a literal, so that longer calls can begin with it. What waits in a line before
/// something urgent becomes as urgent, or the urgent would wait behind it; `+` keeps that to the lines written to.
macro_rules! write_posts {
    () => {
        "insert into outbox (line, place, post, urgency, due_at, created_at, fold, lead, match) \
         select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, \
         value ->> 8 from json_each($1); \
         update outbox set urgency = 0 from (select line, max(id) as last from outbox where state = 'waiting' \
         and line in (select value ->> 0 from json_each($1) where value ->> 3 = 0) and +urgency = 0 group by line) urgent \
         where outbox.state = 'waiting' and outbox.line = urgent.line and outbox.id < urgent.last and outbox.urgency > 0; "
    };
}
pub(super) use write_posts;

/// A row whose turn it is.
#[derive(Debug, Clone)]
pub struct Due {
    pub id: OutboxId,
    pub line: String,
    pub place: Place,
    pub post: Post,
    pub urgency: Urgency,
    pub attempts: u32,
    /// When the update came that it follows from.
    pub created_at: Timestamp,
    /// Rows with this key are folded into the newest of them.
    pub fold: Option<String>,
}

/// The name of a topic of whose lead nothing personal is kept any more.
pub const NAMELESS: &str = "—";

/// Where a lead stands in the staff chat.
#[derive(Debug, Clone)]
pub struct LeadPlace {
    pub state: LeadState,
    /// The state that the topic's icon tells.
    pub icon_shows: Option<LeadState>,
    pub topic: Option<i64>,
    /// The chat has no topics: everything answers to the card.
    pub flat: bool,
    pub topic_name: String,
    pub card: Option<Message>,
    pub card_message: Option<i64>,
}

/// Where a row appeared.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    pub to: Address,
    pub message: i64,
}

impl Tx<'_> {
    /// Writes what a turn wants done. The rows are gathered and go to the data file with the next turn or the commit, all of
    /// them in one call; whoever changes waiting rows by a statement of their own calls [`Tx::write_posts`] first.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn post(&mut self, reply: &Reply, at: Timestamp) -> Result<()> {
        let fold = match (&reply.place, &reply.post) {
            (Place::Lead(lead), Post::Card(_)) => Some(format!("card:{lead}")),
            _ => None,
        };
        self.put(reply, at, at, fold).await
    }

    /// Writes what is to be said once for several things that come one after the other: whatever is posted under the same key
    /// before `due` takes its place.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn post_once(&mut self, reply: &Reply, key: String, due: Timestamp, at: Timestamp) -> Result<()> {
        self.put(reply, due, at, Some(key)).await
    }

    async fn put(&mut self, reply: &Reply, due: Timestamp, at: Timestamp, fold: Option<String>) -> Result<()> {
        let lead = match (&reply.place, &reply.post) {
            (Place::Lead(lead), _)
            | (
                _,
                Post::ToPartner { lead, .. }
                | Post::Correct { lead, .. }
                | Post::Unsay { lead, .. }
                | Post::Copy { lead: Some(lead), .. },
            ) => Some(lead.0),
            _ => None,
        };
        let (place, post) = (json(&reply.place)?, json(&reply.post)?);
        let about = reply.about.map(|of| of.0);
        let row = (line(reply), place, post, rank(reply.urgency), millis(due), millis(at), fold, lead, about);
        self.posts.push(json(&row)?);
        if self.posts.len() >= MOST_POSTS { self.write_posts().await } else { Ok(()) }
    }

    /// Writes the rows gathered so far.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn write_posts(&mut self) -> Result<()> {
        if self.posts.is_empty() {
            return Ok(());
        }
        let posts = self.take_posts();
        sqlx::query(write_posts!()).bind(posts).execute(&mut *self.conn).await.context("post to the outbox")?;
        Ok(())
    }

    /// The rows gathered so far as one JSON array, for a call that begins with `write_posts!`.
    pub(super) fn take_posts(&mut self) -> String {
        let posts = format!("[{}]", self.posts.join(","));
        self.posts.clear();
        posts
    }

    /// The same as [`Store::mark_sent`], as a part of this transaction.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn mark_sent(&mut self, rows: &[(OutboxId, Option<Sent>)], at: Timestamp) -> Result<()> {
        mark_sent(&mut self.conn, rows, at).await
    }

    /// The row is tried again at this time.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn postpone(&mut self, id: OutboxId, until: Timestamp, trouble: &str) -> Result<()> {
        sqlx::query(
            "update outbox set due_at = $2, trouble = $3, attempts = attempts + 1 where id = $1 and state = 'waiting'",
        )
        .bind(id.0)
        .bind(millis(until))
        .bind(trouble)
        .execute(&mut *self.conn)
        .await
        .context("postpone a row")?;
        Ok(())
    }

    /// The row will not go by itself: a person has to look.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn park(&mut self, id: OutboxId, trouble: &str, at: Timestamp) -> Result<()> {
        sqlx::query("update outbox set state = 'parked', ended_at = $3, trouble = $2 where id = $1 and state = 'waiting'")
            .bind(id.0)
            .bind(trouble)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await
            .context("park a row")?;
        Ok(())
    }

    /// The waiting rows after this one with the same key: their newest post goes in its place, and they are gone.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn fold_into(&mut self, id: OutboxId, fold: &str) -> Result<Option<Post>> {
        let newest: Option<String> = sqlx::query_scalar(
            "select post from outbox where state = 'waiting' and fold = $1 and id > $2 order by id desc limit 1",
        )
        .bind(fold)
        .bind(id.0)
        .fetch_optional(&mut *self.conn)
        .await?;
        let Some(newest) = newest else { return Ok(None) };
        sqlx::query("delete from outbox where state = 'waiting' and fold = $1 and id > $2")
            .bind(fold)
            .bind(id.0)
            .execute(&mut *self.conn)
            .await?;
        sqlx::query("update outbox set post = $2 where id = $1").bind(id.0).bind(&newest).execute(&mut *self.conn).await?;
        Ok(Some(from_json(&newest)?))
    }

    /// The group has another number now: what was known of the old one counts for the new one.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn move_chat(&mut self, door: Door, from: i64, to: i64) -> Result<()> {
        sqlx::query("update or replace chat set id = $3 where door = $1 and id = $2")
            .bind(door.code())
            .bind(from)
            .bind(to)
            .execute(&mut *self.conn)
            .await?;
        sqlx::query("insert or replace into setting (key, value) values ('staff-chat:' || $1, $2)")
            .bind(from)
            .bind(to.to_string())
            .execute(&mut *self.conn)
            .await?;
        // Messages and topics are numbered anew there: each lead is shown again when something is next said about it.
        sqlx::query("update lead set topic = null, flat = 0, card_message = null where topic is not null or flat = 1")
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// Deletes rows that ended: those of leads, which answers may still come to, before the one time, all others before the other.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn sweep_outbox(&mut self, leads_before: Timestamp, others_before: Timestamp) -> Result<()> {
        sqlx::query("delete from outbox where state in ('sent', 'void') and ended_at < iif(lead is null, $2, $1)")
            .bind(millis(leads_before))
            .bind(millis(others_before))
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// Notes the time; gives what was noted last.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn note_time(&mut self, now: Timestamp) -> Result<Option<Timestamp>> {
        let before: Option<String> = sqlx::query_scalar("select value from setting where key = 'clock'")
            .fetch_optional(&mut *self.conn)
            .await
            .context("read the time")?;
        sqlx::query("insert or replace into setting (key, value) values ('clock', $1)")
            .bind(millis(now).to_string())
            .execute(&mut *self.conn)
            .await
            .context("note the time")?;
        Ok(before.and_then(|before| before.parse().ok()).map(super::moment))
    }

    /// What waits for a time that a wrong clock has told goes now.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn hurry_outbox(&mut self, now: Timestamp) -> Result<()> {
        sqlx::query("update outbox set due_at = $1 where state = 'waiting' and due_at > $1")
            .bind(millis(now))
            .execute(&mut *self.conn)
            .await
            .context("hurry the outbox")?;
        Ok(())
    }

    /// The lead in whose topic this message of ours stands, when it carries the partner's words or a card.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn lead_of_message(&mut self, door: Door, chat: i64, message: i64) -> Result<Option<(LeadId, Post)>> {
        let row = sqlx::query(
            "select lead, post from outbox where door = $1 and chat = $2 and message = $3 and lead is not null \
             order by id desc limit 1",
        )
        .bind(door.code())
        .bind(chat)
        .bind(message)
        .fetch_optional(&mut *self.conn)
        .await?;
        row.map(|row| {
            let post: String = row.try_get(1)?;
            Ok((LeadId(row.try_get(0)?), from_json(&post)?))
        })
        .transpose()
    }
}

impl Store {
    /// These rows were sent (or done). Of what belongs to a lead or a match it is kept where it appeared, so that answers to it
    /// find their way; everything else is of no more use and goes. A transaction by itself, in one call, that syncs no more than
    /// [`Store::begin_marks`].
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn mark_sent(&self, rows: &[(OutboxId, Option<Sent>)], at: Timestamp) -> Result<()> {
        let (mut conn, is_synced) = self.writer().await;
        if is_synced {
            sqlx::query("pragma synchronous = normal").execute(&mut *conn).await.context("spare the sync")?;
        }
        mark_sent(&mut conn, rows, at).await
    }

    /// The heads of all lines that are due, the most urgent and oldest first.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn due(&self, now: Timestamp, most: usize) -> Result<Vec<Due>> {
        let rows = sqlx::query(
            "select o.id, o.line, o.place, o.post, o.urgency, o.attempts, o.fold, o.created_at from outbox o \
             where o.state = 'waiting' and o.due_at <= $1 and not exists \
               (select 1 from outbox p where p.state = 'waiting' and p.line = o.line and p.id < o.id) \
             order by o.urgency, o.id limit $2",
        )
        .bind(millis(now))
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(self.readers())
        .await
        .context("read the outbox")?;
        rows.iter()
            .map(|row| {
                let (place, post): (String, String) = (row.try_get(2)?, row.try_get(3)?);
                Ok(Due {
                    id: OutboxId(row.try_get(0)?),
                    line: row.try_get(1)?,
                    place: from_json(&place)?,
                    post: from_json(&post)?,
                    urgency: urgency(row.try_get(4)?),
                    attempts: u32::try_from(row.try_get::<i64, _>(5)?).unwrap_or(u32::MAX),
                    fold: row.try_get(6)?,
                    created_at: super::moment(row.try_get(7)?),
                })
            })
            .collect()
    }

    /// When the next row that waits for its time becomes due.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn next_due(&self, after: Timestamp) -> Result<Option<Timestamp>> {
        let at: Option<i64> = sqlx::query_scalar("select min(due_at) from outbox where state = 'waiting' and due_at > $1")
            .bind(millis(after))
            .fetch_one(self.readers())
            .await?;
        Ok(at.map(super::moment))
    }

    /// The number a group has now, when it was upgraded since the configuration was written.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn moved_chat(&self, configured: i64) -> Result<Option<i64>> {
        let to: Option<String> = sqlx::query_scalar("select value from setting where key = 'staff-chat:' || $1")
            .bind(configured)
            .fetch_optional(self.readers())
            .await?;
        Ok(to.and_then(|to| to.parse().ok()))
    }
}

async fn mark_sent(conn: &mut SqliteConnection, rows: &[(OutboxId, Option<Sent>)], at: Timestamp) -> Result<()> {
    let mark =
        |(id, sent): &(OutboxId, Option<Sent>)| (id.0, sent.map(|sent| (sent.to.door.code(), sent.to.chat, sent.message)));
    let marks: Vec<_> = rows.iter().map(mark).collect();
    sqlx::query(
        "delete from outbox where id in (select value ->> 0 from json_each($2)) and state = 'waiting' \
         and lead is null and match is null; \
         update outbox set state = 'sent', ended_at = $1, trouble = null, \
         door = mark.value ->> '$[1][0]', chat = mark.value ->> '$[1][1]', message = mark.value ->> '$[1][2]' \
         from json_each($2) mark where outbox.id = mark.value ->> 0 and outbox.state = 'waiting'",
    )
    .bind(millis(at))
    .bind(json(&marks)?)
    .execute(conn)
    .await
    .context("mark rows as sent")?;
    Ok(())
}

/// The line in which a reply waits. Ends of a button's spinner wait for nothing, so each has a line of its own.
fn line(reply: &Reply) -> String {
    match (&reply.place, &reply.post) {
        (_, Post::Toast { callback, .. }) => format!("toast:{callback}"),
        (Place::Chat(to), _) => format!("{}:{}", to.door.code(), to.chat),
        (Place::Lead(lead), _) => format!("lead:{lead}"),
        (Place::Staff, _) => "staff".into(),
        (Place::House, _) => "house".into(),
    }
}

fn rank(urgency: Urgency) -> i64 {
    match urgency {
        Urgency::Now => 0,
        Urgency::Soon => 1,
        Urgency::Later => 2,
    }
}

fn urgency(rank: i64) -> Urgency {
    match rank {
        0 => Urgency::Now,
        1 => Urgency::Soon,
        _ => Urgency::Later,
    }
}

/// Rebuilds an address from its columns.
pub(super) fn private(door: &str, chat: i64) -> Result<Address> {
    Ok(Address { door: code(Door::parse(door), "door")?, chat, kind: ChatKind::Private, topic: None })
}
