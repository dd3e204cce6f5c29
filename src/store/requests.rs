//! Requests that were sent: their number, their state, their consent.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::{Row, sqlite::SqliteRow};

use super::{Tx, code, from_json, json, millis, moment};
use crate::{
    domain::{Country, NewRequest, PersonId, Proposal, Reference, RequestId, RequestState},
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
    pub body: NewRequest,
    pub sent_at: Timestamp,
}

impl RequestRow {
    /// What matching sees of it.
    #[must_use]
    pub fn proposal(&self) -> Proposal {
        self.body.proposal(self.id, self.sent_at, self.state)
    }
}

pub(super) const COLUMNS: &str = "id, person, door, chat, country, year, number, state, body, sent_at";

pub(super) fn row(row: &SqliteRow) -> Result<RequestRow> {
    let (door, country, state): (String, String, String) = (row.try_get(2)?, row.try_get(4)?, row.try_get(7)?);
    let body: String = row.try_get(8)?;
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
        state: code(RequestState::parse(&state), "state")?,
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
            "insert into request (person, door, chat, country, year, number, state, body, sent_at, changed_at) \
             values ($1, $2, $3, $4, $5, (select coalesce(max(number), 0) + 1 from request where year = $5), 'submitted', $6, $7, $7) \
             returning {COLUMNS}"
        )))
        .bind(person.0)
        .bind(chat.door.code())
        .bind(chat.id)
        .bind(body.country.code())
        .bind(i64::from(year))
        .bind(json(body)?)
        .bind(millis(at))
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

    /// Moves a request that is still in the state it was seen in; false when somebody was quicker.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn move_request(
        &mut self,
        id: RequestId,
        from: RequestState,
        to: RequestState,
        by: PersonId,
        at: Timestamp,
    ) -> Result<bool> {
        let written = sqlx::query("update request set state = $3, changed_at = $4 where id = $1 and state = $2")
            .bind(id.0)
            .bind(from.code())
            .bind(to.code())
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await?;
        let moved = written.rows_affected() == 1;
        if moved {
            self.history("request", id.0, at, Some(by.0), to.code(), None).await?;
        }
        Ok(moved)
    }

    /// Puts a changed body into a request that is still live.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn amend_request(&mut self, id: RequestId, body: &NewRequest, by: PersonId, at: Timestamp) -> Result<()> {
        sqlx::query("update request set body = $2, changed_at = $3 where id = $1 and state in ('submitted', 'open')")
            .bind(id.0)
            .bind(json(body)?)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await?;
        self.history("request", id.0, at, Some(by.0), "amended", None).await
    }

    /// Every live request of other people, as matching sees it.
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
