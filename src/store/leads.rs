//! Leads: the queue that forgets nobody, each lead's place in the staff chat, and the talk about it.

use anyhow::{Context, Result};
use jiff::{SignedDuration, Timestamp};
use sqlx::{Row, sqlite::SqliteRow};

use super::{LeadPlace, Store, Tx, code, from_json, json, millis, moment, outbox};
use crate::{
    domain::{AnswerClock, Held, LeadId, LeadMove, LeadState, MoveRefused, PersonId, QuestionId, RequestId},
    talk::{Address, Chat, Message},
};

/// A lead to open.
#[derive(Debug, Clone)]
pub struct NewLead<'a> {
    pub request: Option<RequestId>,
    pub question: Option<QuestionId>,
    /// What its topic is called; at most 128 characters, Telegram's limit.
    pub topic_name: &'a str,
}

/// A lead as it stands.
#[derive(Debug, Clone)]
pub struct Lead {
    pub id: LeadId,
    pub request: Option<RequestId>,
    pub question: Option<QuestionId>,
    /// The partner's chat; none once its owner erased their data.
    pub partner: Option<Address>,
    pub held: Held,
    pub opened_at: Timestamp,
    pub partner_at: Timestamp,
    pub answered_at: Option<Timestamp>,
    pub topic: Option<i64>,
    /// When the partner is to be answered.
    pub clock: AnswerClock,
    pub snooze: Option<Snooze>,
}

/// Its owner wants to hear no reminders for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snooze {
    /// None: until the partner writes.
    pub until: Option<Timestamp>,
}

impl Lead {
    /// Whether its owner hears no reminders now.
    #[must_use]
    pub fn is_snoozed(&self, now: Timestamp) -> bool {
        self.snooze.is_some_and(|snooze| snooze.until.is_none_or(|until| until > now))
    }

    /// Whether the partner's last word is still to be answered.
    #[must_use]
    pub fn partner_waits(&self) -> bool {
        self.answered_at.is_none_or(|answered| answered < self.partner_at)
    }
}

/// One line of a list of leads.
#[derive(Debug, Clone)]
pub struct LeadLine {
    pub lead: Lead,
    pub topic_name: String,
}

/// Which leads a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadFilter {
    /// Nobody has them; what is due first stands first, then what has waited longest.
    Waiting,
    /// This person has them.
    OwnedBy(PersonId),
}

/// What was said about a lead.
#[derive(Debug, Clone)]
pub struct LeadWord {
    /// None: the partner.
    pub by: Option<PersonId>,
    pub note: bool,
    pub text: String,
    pub at: Timestamp,
}

/// How a move ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    To(Held),
    Refused(MoveRefused),
}

pub(super) const COLUMNS: &str = "id, request, question, door, chat, state, owner, opened_at, partner_at, answered_at, topic, topic_name, due_at, left_ms, \
     snoozed_at, snoozed_until";

pub(super) fn row(row: &SqliteRow) -> Result<LeadLine> {
    let (door, chat, state): (String, i64, String) = (row.try_get(3)?, row.try_get(4)?, row.try_get(5)?);
    let (due, left): (Option<i64>, Option<i64>) = (row.try_get(12)?, row.try_get(13)?);
    let partner_at = moment(row.try_get(8)?);
    // The partner's next word ends any snooze.
    let snoozed_at = row.try_get::<Option<i64>, _>(14)?.map(moment).filter(|at| *at >= partner_at);
    let snoozed_until = row.try_get::<Option<i64>, _>(15)?.map(moment);
    let lead = Lead {
        id: LeadId(row.try_get(0)?),
        request: row.try_get::<Option<i64>, _>(1)?.map(RequestId),
        question: row.try_get::<Option<i64>, _>(2)?.map(QuestionId),
        partner: if chat == 0 { None } else { Some(outbox::private(&door, chat)?) },
        held: Held {
            state: code(LeadState::parse(&state), "state")?,
            owner: row.try_get::<Option<i64>, _>(6)?.map(PersonId),
        },
        opened_at: moment(row.try_get(7)?),
        partner_at,
        answered_at: row.try_get::<Option<i64>, _>(9)?.map(moment),
        topic: row.try_get(10)?,
        clock: match (due, left) {
            (Some(due), _) => AnswerClock::Runs { due: moment(due) },
            (None, Some(left)) => AnswerClock::Stands { left: SignedDuration::from_millis(left) },
            (None, None) => AnswerClock::Fresh,
        },
        snooze: snoozed_at.map(|_| Snooze { until: snoozed_until }),
    };
    Ok(LeadLine { lead, topic_name: row.try_get(11)? })
}

impl Tx<'_> {
    /// Opens a lead for a partner's chat.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn open_lead(&mut self, chat: &Chat, new: &NewLead<'_>, at: Timestamp) -> Result<LeadId> {
        let id: i64 = sqlx::query_scalar(
            "insert into lead (request, question, door, chat, state, opened_at, partner_at, topic_name) \
             values ($1, $2, $3, $4, 'waiting', $5, $5, $6) returning id",
        )
        .bind(new.request.map(|id| id.0))
        .bind(new.question.map(|id| id.0))
        .bind(chat.door.code())
        .bind(chat.id)
        .bind(millis(at))
        .bind(new.topic_name)
        .fetch_one(&mut *self.conn)
        .await
        .context("open a lead")?;
        self.history("lead", id, at, None, "opened", None).await?;
        Ok(LeadId(id))
    }

    /// A lead by its row.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn lead(&mut self, id: LeadId) -> Result<Option<LeadLine>> {
        self.one_lead("id = $1", id.0).await
    }

    /// The lead of a request.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn lead_of_request(&mut self, request: RequestId) -> Result<Option<LeadLine>> {
        self.one_lead("request = $1", request.0).await
    }

    /// The lead whose topic this is.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn lead_of_topic(&mut self, topic: i64) -> Result<Option<LeadLine>> {
        self.one_lead("topic = $1", topic).await
    }

    async fn one_lead(&mut self, condition: &'static str, value: i64) -> Result<Option<LeadLine>> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!("select {COLUMNS} from lead where {condition}")))
            .bind(value)
            .fetch_optional(&mut *self.conn)
            .await?;
        found.as_ref().map(row).transpose()
    }

    /// The lead that a partner's words belong to: of those in which staff and partner have talked or that are still live,
    /// the one touched last.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn lead_in_talk(&mut self, chat: &Chat) -> Result<Option<LeadLine>> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from lead where door = $1 and chat = $2 and merged_into is null \
             and (answered_at is not null or request is null) \
             order by state = 'closed', max(partner_at, coalesce(answered_at, 0)) desc, id desc limit 1"
        )))
        .bind(chat.door.code())
        .bind(chat.id)
        .fetch_optional(&mut *self.conn)
        .await?;
        found.as_ref().map(row).transpose()
    }

    /// Leads of one list, in its order.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn leads(&mut self, filter: LeadFilter, most: i64) -> Result<Vec<LeadLine>> {
        let (condition, owner) = match filter {
            LeadFilter::Waiting => ("state = 'waiting' and $1 is null", None),
            LeadFilter::OwnedBy(owner) => ("state = 'taken' and owner = $1", Some(owner.0)),
        };
        let found = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from lead where {condition} order by due_at is null, due_at, opened_at, id limit $2"
        )))
        .bind(owner)
        .bind(most)
        .fetch_all(&mut *self.conn)
        .await?;
        found.iter().map(row).collect()
    }

    /// Every lead of a partner's chat.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn leads_of_chat(&mut self, chat: &Chat) -> Result<Vec<LeadId>> {
        let ids: Vec<i64> = sqlx::query_scalar("select id from lead where door = $1 and chat = $2 order by id")
            .bind(chat.door.code())
            .bind(chat.id)
            .fetch_all(&mut *self.conn)
            .await?;
        Ok(ids.into_iter().map(LeadId).collect())
    }

    /// The newest open consultation of a partner's chat that has this many of them open.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn newest_consultation_of(&mut self, chat: &Chat, most: i64) -> Result<Option<LeadId>> {
        let id: Option<i64> = sqlx::query_scalar(
            "select max(id) from lead where door = $1 and chat = $2 and request is null and state <> 'closed' \
             having count(*) >= $3",
        )
        .bind(chat.door.code())
        .bind(chat.id)
        .bind(most)
        .fetch_optional(&mut *self.conn)
        .await?;
        Ok(id.map(LeadId))
    }

    /// How many leads nobody has.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn waiting_leads(&mut self) -> Result<i64> {
        Ok(sqlx::query_scalar("select count(*) from lead where state = 'waiting'").fetch_one(&mut *self.conn).await?)
    }

    /// Makes a move, or says why not. The row repeats the condition: of two hands only the first one moves it.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn move_lead(&mut self, id: LeadId, made: LeadMove, by: PersonId, at: Timestamp) -> Result<Option<Moved>> {
        let Some(line) = self.lead(id).await? else { return Ok(None) };
        let before = line.lead.held;
        let after = match before.after(made, by) {
            Ok(after) => after,
            Err(refused) => return Ok(Some(Moved::Refused(refused))),
        };
        // A move makes it a lead of its own again; whoever merges it says so afterwards.
        let written = sqlx::query(
            "update lead set state = $3, owner = $4, merged_into = null where id = $1 and state = $2 and owner is $5",
        )
        .bind(id.0)
        .bind(before.state.code())
        .bind(after.state.code())
        .bind(after.owner.map(|owner| owner.0))
        .bind(before.owner.map(|owner| owner.0))
        .execute(&mut *self.conn)
        .await
        .context("move a lead")?;
        if written.rows_affected() == 0 {
            return Ok(Some(Moved::Refused(MoveRefused::Already)));
        }
        self.history("lead", id.0, at, Some(by.0), made.code(), None).await?;
        Ok(Some(Moved::To(after)))
    }

    /// Keeps when the partner is to be answered.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn keep_clock(&mut self, id: LeadId, clock: AnswerClock) -> Result<()> {
        let (due, left) = match clock {
            AnswerClock::Fresh => (None, None),
            AnswerClock::Runs { due } => (Some(millis(due)), None),
            AnswerClock::Stands { left } => (None, Some(i64::try_from(left.as_millis()).unwrap_or(0))),
        };
        sqlx::query("update lead set due_at = $2, left_ms = $3 where id = $1")
            .bind(id.0)
            .bind(due)
            .bind(left)
            .execute(&mut *self.conn)
            .await
            .context("keep a deadline")?;
        Ok(())
    }

    /// Notes what one side said, or a note that stays inside; the number of the row.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn add_word(&mut self, lead: LeadId, word: &LeadWord) -> Result<i64> {
        let id: i64 =
            sqlx::query_scalar("insert into lead_word (lead, by, kind, text, at) values ($1, $2, $3, $4, $5) returning id")
                .bind(lead.0)
                .bind(word.by.map(|by| by.0))
                .bind(if word.note { "note" } else { "said" })
                .bind(&word.text)
                .bind(millis(word.at))
                .fetch_one(&mut *self.conn)
                .await
                .context("note a word")?;
        let touched = match (word.note, word.by) {
            (true, _) => return Ok(id),
            (false, None) => "update lead set partner_at = $2 where id = $1",
            (false, Some(_)) => "update lead set answered_at = $2 where id = $1",
        };
        sqlx::query(touched).bind(lead.0).bind(millis(word.at)).execute(&mut *self.conn).await?;
        Ok(id)
    }

    /// The words that a lead began with.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn first_word(&mut self, lead: LeadId) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("select text from lead_word where lead = $1 and by is null order by id limit 1")
            .bind(lead.0)
            .fetch_optional(&mut *self.conn)
            .await?)
    }

    /// Keeps the newest card of a lead, to post it again when its topic is deleted.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn keep_card(&mut self, id: LeadId, card: &Message) -> Result<()> {
        sqlx::query("update lead set card = $2 where id = $1").bind(id.0).bind(json(card)?).execute(&mut *self.conn).await?;
        Ok(())
    }

    /// Remembers where a lead stands in the staff chat.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn place_lead(&mut self, id: LeadId, place: &LeadPlace) -> Result<()> {
        sqlx::query("update lead set topic = $2, flat = $3, card_message = $4, icon_shows = $5 where id = $1")
            .bind(id.0)
            .bind(place.topic)
            .bind(i64::from(place.flat))
            .bind(place.card_message)
            .bind(place.icon_shows.map(LeadState::code))
            .execute(&mut *self.conn)
            .await
            .context("place a lead")?;
        Ok(())
    }
}

impl Store {
    /// Where a lead stands in the staff chat.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn lead_place(&self, id: LeadId) -> Result<Option<LeadPlace>> {
        let row =
            sqlx::query("select topic, flat, topic_name, card, card_message, state, icon_shows from lead where id = $1")
                .bind(id.0)
                .fetch_optional(self.readers())
                .await?;
        row.map(|row| {
            let (card, state, shows): (Option<String>, String, Option<String>) =
                (row.try_get(3)?, row.try_get(5)?, row.try_get(6)?);
            Ok(LeadPlace {
                state: code(LeadState::parse(&state), "state")?,
                icon_shows: shows.as_deref().and_then(LeadState::parse),
                topic: row.try_get(0)?,
                flat: row.try_get::<i64, _>(1)? == 1,
                topic_name: row.try_get(2)?,
                card: card.map(|card| from_json(&card)).transpose()?,
                card_message: row.try_get(4)?,
            })
        })
        .transpose()
    }
}
