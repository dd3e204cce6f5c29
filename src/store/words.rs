//! Words after they were said: found again by their message, changed, taken back, and what became of them on their way.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::{Row, sqlite::SqliteRow};

use super::{Tx, code, json, millis, moment};
use crate::{
    domain::{LeadId, OutboxId, PersonId, code_list},
    talk::{Address, ChatKind, Door, Post, Text},
    text,
};

/// What was said about a lead, by its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub id: i64,
    pub lead: LeadId,
    /// None: the partner.
    pub by: Option<PersonId>,
    pub text: String,
    /// The message in its writer's own chat.
    pub message: Option<i64>,
    pub taken_back: bool,
}

code_list! {
    /// What became of a row of the outbox.
    ReplyState, "reply-state" { Waiting = "waiting", Sent = "sent", Folded = "folded", Parked = "parked", Void = "void" }
}

/// A message to the partner on its way.
#[derive(Debug, Clone)]
pub struct ReplySent {
    pub id: OutboxId,
    pub state: ReplyState,
    pub ended_at: Option<Timestamp>,
    /// Where it appeared.
    pub shown: Option<(Address, i64)>,
}

const WORD: &str = "select id, lead, by, text, message, taken_back_at is not null from lead_word";

fn word(row: &SqliteRow) -> Result<Word> {
    Ok(Word {
        id: row.try_get(0)?,
        lead: LeadId(row.try_get(1)?),
        by: row.try_get::<Option<i64>, _>(2)?.map(PersonId),
        text: row.try_get(3)?,
        message: row.try_get(4)?,
        taken_back: row.try_get(5)?,
    })
}

fn reply(row: &SqliteRow) -> Result<ReplySent> {
    let state: String = row.try_get(1)?;
    let (door, chat, message): (Option<String>, Option<i64>, Option<i64>) =
        (row.try_get(3)?, row.try_get(4)?, row.try_get(5)?);
    let shown = match (door, chat, message) {
        (Some(door), Some(chat), Some(message)) => {
            let door = code(Door::parse(&door), "door")?;
            Some((Address { door, chat, kind: ChatKind::Private, topic: None }, message))
        }
        _ => None,
    };
    Ok(ReplySent {
        id: OutboxId(row.try_get(0)?),
        state: code(ReplyState::parse(&state), "state")?,
        ended_at: row.try_get::<Option<i64>, _>(2)?.map(moment),
        shown,
    })
}

/// So many of the last words about a lead are told again, and so much of each: one message bears no more.
const RETOLD: i64 = 12;
const RETOLD_CHARACTERS: usize = 250;

impl Tx<'_> {
    /// What was said last about a lead and those merged into it, for a topic where it does not stand: as much as one message bears,
    /// the oldest first, without what was taken back. Empty where nothing was said.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn retold(&mut self, lead: LeadId) -> Result<Text> {
        let rows: Vec<(Option<String>, String)> = sqlx::query_as(
            "select who, text from (select w.id, iif(w.by is null, null, coalesce(p.name, '')) as who, w.text \
             from lead_word w left join person p on p.id = w.by \
             where w.lead in (select id from lead where id = $1 or merged_into = $1) and w.taken_back_at is null \
             order by w.id desc limit $2) order by id",
        )
        .bind(lead.0)
        .bind(RETOLD)
        .fetch_all(&mut *self.conn)
        .await
        .context("read what was said about a lead")?;
        Ok(Text::lines(rows.into_iter().map(|(by, words)| {
            // A partner has no name here.
            let who = by.map_or_else(|| text!("retold-partner"), Text::Typed);
            let words: String = words.chars().take(RETOLD_CHARACTERS).collect();
            text!("retold-line", who = who, words = words)
        })))
    }

    /// In which message of its writer's chat a word stands.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn word_stands_in(&mut self, word: i64, chat: i64, message: i64) -> Result<()> {
        sqlx::query("update lead_word set chat = $2, message = $3 where id = $1")
            .bind(word)
            .bind(chat)
            .bind(message)
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// The word that stands in this message, if it was one.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn word_in(&mut self, chat: i64, message: i64) -> Result<Option<Word>> {
        let sql = format!("{WORD} where chat = $1 and message = $2 and kind = 'said' order by id desc limit 1");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(chat).bind(message).fetch_optional(&mut *self.conn).await?;
        row.as_ref().map(word).transpose()
    }

    /// The last thing that this person said to the partner of a lead and that still stands.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn last_said(&mut self, lead: LeadId, by: PersonId) -> Result<Option<Word>> {
        let sql = format!(
            "{WORD} where lead = $1 and by = $2 and kind = 'said' and taken_back_at is null and message is not null \
             order by id desc limit 1"
        );
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(lead.0).bind(by.0).fetch_optional(&mut *self.conn).await?;
        row.as_ref().map(word).transpose()
    }

    /// A word says something else now. That it was changed is history; what it said before is not kept.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn change_word(&mut self, word: &Word, text: &str, at: Timestamp) -> Result<()> {
        sqlx::query("update lead_word set text = $2 where id = $1")
            .bind(word.id)
            .bind(text)
            .execute(&mut *self.conn)
            .await
            .context("change a word")?;
        self.history("lead", word.lead.0, at, word.by.map(|by| by.0), "word-changed", None).await
    }

    /// A word was taken back: whether the partner waits is as if it had not been said.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn take_back_word(&mut self, word: &Word, at: Timestamp) -> Result<()> {
        sqlx::query("update lead_word set taken_back_at = $2 where id = $1")
            .bind(word.id)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await
            .context("take a word back")?;
        sqlx::query(
            "update lead set answered_at = (select max(at) from lead_word where lead = $1 and kind = 'said' \
             and by is not null and taken_back_at is null) where id = $1",
        )
        .bind(word.lead.0)
        .execute(&mut *self.conn)
        .await?;
        self.history("lead", word.lead.0, at, word.by.map(|by| by.0), "word-taken-back", None).await
    }

    /// What became of the reply that the staff wrote in this message: its words, and after them its file.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn replies_of(&mut self, lead: LeadId, message: i64) -> Result<Vec<ReplySent>> {
        let words = sqlx::query(
            "select id, state, ended_at, door, chat, message, line from outbox \
             where lead = $1 and json_extract(post, '$.\"to-partner\".receipt_for') = $2 order by id desc limit 1",
        )
        .bind(lead.0)
        .bind(message)
        .fetch_optional(&mut *self.conn)
        .await?;
        let Some(words) = words else { return Ok(Vec::new()) };
        let (first, line): (i64, String) = (words.try_get(0)?, words.try_get(6)?);
        let mut found = vec![reply(&words)?];
        // A file was posted in the same turn, right behind its words.
        let file = sqlx::query(
            "select id, state, ended_at, door, chat, message from outbox where id between $1 + 1 and $1 + 3 and line = $2 \
             and json_extract(post, '$.copy.message') = $3",
        )
        .bind(first)
        .bind(line)
        .bind(message)
        .fetch_optional(&mut *self.conn)
        .await?;
        if let Some(file) = file {
            found.push(reply(&file)?);
        }
        Ok(found)
    }

    /// Other words for a row that did not go yet; false when it has gone meanwhile.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn change_post(&mut self, id: OutboxId, post: &Post) -> Result<bool> {
        let written = sqlx::query("update outbox set post = $2 where id = $1 and state = 'waiting'")
            .bind(id.0)
            .bind(json(post)?)
            .execute(&mut *self.conn)
            .await?;
        Ok(written.rows_affected() == 1)
    }

    /// A row that did not go yet and never will.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn void_post(&mut self, id: OutboxId, at: Timestamp) -> Result<bool> {
        let written = sqlx::query("update outbox set state = 'void', ended_at = $2 where id = $1 and state = 'waiting'")
            .bind(id.0)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await?;
        Ok(written.rows_affected() == 1)
    }
}
