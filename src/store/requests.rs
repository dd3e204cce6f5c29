//! Requests that were sent: their number, their state, their consent.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::{Row, sqlite::SqliteRow};

use super::{Tx, code, from_json, json, millis, moment};
use crate::{
    domain::{
        Country, Mover, NewRequest, PersonId, Proposal, Reason, Reference, RequestId, RequestMove, RequestRefused,
        RequestState, Standing,
    },
    talk::{Address, Chat, ChatKind, Door},
};

/// A request as it stands.
#[derive(Debug, Clone)]
pub struct RequestRow {
    pub id: RequestId,
    pub person: PersonId,
    /// The owner's chat.
    pub chat: Address,
    pub reference: Reference,
    pub state: RequestState,
    /// The state with all that its moves depend on.
    pub standing: Standing,
    pub body: NewRequest,
    pub sent_at: Timestamp,
}

impl RequestRow {
    /// What matching sees of it.
    #[must_use]
    pub fn proposal(&self) -> Proposal {
        self.body.proposal(self.id, &self.standing)
    }
}

pub(super) const COLUMNS: &str = "id, person, door, chat, country, year, number, state, body, sent_at, reason, since, \
    valid_until, confirmed_at, renewed, reminded";

pub(super) fn row(row: &SqliteRow) -> Result<RequestRow> {
    let (door, country, state): (String, String, String) = (row.try_get(2)?, row.try_get(4)?, row.try_get(7)?);
    let body: String = row.try_get(8)?;
    let state = code(RequestState::parse(&state), "state")?;
    let reason: Option<String> = row.try_get(10)?;
    let standing = Standing {
        state,
        reason: reason.map(|reason| code(Reason::parse(&reason), "reason")).transpose()?,
        since: moment(row.try_get(11)?),
        valid_until: moment(row.try_get(12)?),
        confirmed_at: moment(row.try_get(13)?),
        renewed: row.try_get::<i64, _>(14)? == 1,
        reminded: u8::try_from(row.try_get::<i64, _>(15)?).unwrap_or(u8::MAX),
    };
    Ok(RequestRow {
        id: RequestId(row.try_get(0)?),
        person: PersonId(row.try_get(1)?),
        chat: Address {
            door: code(Door::parse(&door), "door")?,
            chat: row.try_get(3)?,
            kind: ChatKind::Private,
            topic: None,
        },
        reference: Reference {
            country: code(Country::parse(&country), "country")?,
            year: i16::try_from(row.try_get::<i64, _>(5)?)?,
            number: row.try_get(6)?,
        },
        state,
        standing,
        body: from_json(&body)?,
        sent_at: moment(row.try_get(9)?),
    })
}

impl Tx<'_> {
    /// Keeps a new request under the next number of its year, with its consent.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn send_request(
        &mut self,
        person: PersonId,
        chat: &Chat,
        body: &NewRequest,
        at: Timestamp,
    ) -> Result<RequestRow> {
        let year = at.to_zoned(jiff::tz::TimeZone::UTC).year();
        let found = sqlx::query(sqlx::AssertSqlSafe(format!(
            "insert into request (person, door, chat, country, year, number, state, body, sent_at, changed_at, since, \
                valid_until, confirmed_at) \
             values ($1, $2, $3, $4, $5, (select coalesce(max(number), 0) + 1 from request where year = $5), 'submitted', $6, $7, \
                $7, $7, $8, $7) \
             returning {COLUMNS}"
        )))
        .bind(person.0)
        .bind(chat.door.code())
        .bind(chat.id)
        .bind(body.country.code())
        .bind(i64::from(year))
        .bind(json(body)?)
        .bind(millis(at))
        .bind(millis(body.valid_until(at)))
        .fetch_one(&mut *self.conn)
        .await
        .context("keep a request")?;
        let request = row(&found)?;
        sqlx::query("insert into consent (person, kind, version, lang, request, at) values ($1, 'request', $2, $3, $4, $5)")
            .bind(person.0)
            .bind(&body.consent.version)
            .bind(body.consent.lang.code())
            .bind(request.id.0)
            .bind(millis(body.consent.at))
            .execute(&mut *self.conn)
            .await
            .context("keep a consent")?;
        self.history("request", request.id.0, at, Some(person.0), "submitted", None).await?;
        Ok(request)
    }

    /// A request by its row.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn request(&mut self, id: RequestId) -> Result<Option<RequestRow>> {
        let found =
            sqlx::query(sqlx::AssertSqlSafe(format!("select {COLUMNS} from request where id = $1 and body <> '{{}}'")))
                .bind(id.0)
                .fetch_optional(&mut *self.conn)
                .await?;
        found.as_ref().map(row).transpose()
    }

    /// A person's own request by the number they typed.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn request_by_reference(&mut self, person: PersonId, reference: Reference) -> Result<Option<RequestRow>> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from request where person = $1 and country = $2 and year = $3 and number = $4 and body <> '{{}}'"
        )))
        .bind(person.0)
        .bind(reference.country.code())
        .bind(i64::from(reference.year))
        .bind(reference.number)
        .fetch_optional(&mut *self.conn)
        .await?;
        found.as_ref().map(row).transpose()
    }

    /// A person's requests, the newest first.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn requests_of(&mut self, person: PersonId, most: i64) -> Result<Vec<RequestRow>> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from request where person = $1 and body <> '{{}}' order by id desc limit $2"
        )))
        .bind(person.0)
        .bind(most)
        .fetch_all(&mut *self.conn)
        .await?;
        found.iter().map(row).collect()
    }

    /// Makes a move, or says why not. The row repeats the condition: of two hands only the first one moves it. None when there
    /// is no such request any more.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn move_request(
        &mut self,
        id: RequestId,
        made: RequestMove,
        by: (Mover, Option<PersonId>),
        at: Timestamp,
    ) -> Result<Option<Result<RequestRow, RequestRefused>>> {
        let Some(row) = self.request(id).await? else { return Ok(None) };
        let after = match row.standing.after(made, by.0, at) {
            Ok(after) => after,
            Err(refused) => return Ok(Some(Err(refused))),
        };
        if !self.keep_standing(id, &row.standing, &after, at).await? {
            return Ok(Some(Err(RequestRefused::NotFrom(row.state))));
        }
        let reason = after.reason.filter(|_| after.state.has_ended()).map(Reason::code);
        self.history("request", id.0, at, by.1.map(|by| by.0), made.code(), reason).await?;
        Ok(Some(Ok(RequestRow { state: after.state, standing: after, ..row })))
    }

    /// Keeps where a request stands, if it still stands where it was seen; false when somebody was quicker.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn keep_standing(
        &mut self,
        id: RequestId,
        before: &Standing,
        after: &Standing,
        at: Timestamp,
    ) -> Result<bool> {
        let written = sqlx::query(
            "update request set state = $4, reason = $5, since = $6, valid_until = $7, confirmed_at = $8, renewed = $9, \
                reminded = $10, due_at = $11, changed_at = iif(state = $4, changed_at, $12) \
             where id = $1 and state = $2 and since = $3",
        )
        .bind(id.0)
        .bind(before.state.code())
        .bind(millis(before.since))
        .bind(after.state.code())
        .bind(after.reason.map(Reason::code))
        .bind(millis(after.since))
        .bind(millis(after.valid_until))
        .bind(millis(after.confirmed_at))
        .bind(i64::from(after.renewed))
        .bind(i64::from(after.reminded))
        .bind(after.next_due().map(millis))
        .bind(millis(at))
        .execute(&mut *self.conn)
        .await
        .context("move a request")?;
        Ok(written.rows_affected() == 1)
    }

    /// Requests that the clock has to look at, the longest due first.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn due_requests(&mut self, now: Timestamp, most: i64) -> Result<Vec<RequestRow>> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from request where due_at <= $1 and body <> '{{}}' order by due_at, id limit $2"
        )))
        .bind(millis(now))
        .bind(most)
        .fetch_all(&mut *self.conn)
        .await
        .context("find requests that are due")?;
        found.iter().map(row).collect()
    }

    /// Puts a changed body into a request that is still live; how long it holds changes only where its owner says so.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn amend_request(
        &mut self,
        before: &RequestRow,
        body: &NewRequest,
        by: PersonId,
        at: Timestamp,
    ) -> Result<()> {
        sqlx::query(
            "update request set body = $2, changed_at = $3 \
             where id = $1 and state in ('submitted', 'needs-info', 'open', 'paused')",
        )
        .bind(before.id.0)
        .bind(json(body)?)
        .bind(millis(at))
        .execute(&mut *self.conn)
        .await?;
        let ends = |body: &NewRequest| (body.extra.until, body.extra.deadline());
        if ends(&before.body) != ends(body) {
            let after = Standing { valid_until: body.valid_until(at), ..before.standing };
            self.keep_standing(before.id, &before.standing, &after, at).await?;
        }
        self.history("request", before.id.0, at, Some(by.0), "amended", None).await
    }

    /// Every request that staff are shown as a possible counterpart, as matching sees it.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn live_requests(&mut self) -> Result<Vec<RequestRow>> {
        let found = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from request where state in ('submitted', 'open') order by id"
        )))
        .fetch_all(&mut *self.conn)
        .await?;
        found.iter().map(row).collect()
    }
}
