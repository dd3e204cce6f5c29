//! Consents: each yes with the words it was given to, each taken back with its time. Nothing is ever changed but the withdrawal.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::Row;

use super::{Tx, code, millis, moment};
use crate::domain::{ConsentKind, Country, Lang, MatchId, PersonId, RequestId};

/// A yes to keep.
#[derive(Debug, Clone)]
pub struct NewConsent<'a> {
    pub kind: ConsentKind,
    pub version: &'a str,
    pub lang: Lang,
    /// SHA-256 of the words as they were shown, in hexadecimal digits.
    pub text_hash: &'a str,
    /// The payload of the button that was pressed.
    pub button: &'a str,
    pub country: Option<Country>,
    pub of: Option<MatchId>,
}

/// A yes that stands.
#[derive(Debug, Clone)]
pub struct LiveConsent {
    pub kind: ConsentKind,
    pub version: String,
    pub country: Option<Country>,
    pub of: Option<MatchId>,
    pub at: Timestamp,
}

impl Tx<'_> {
    /// Keeps a yes.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn give_consent(&mut self, person: PersonId, new: &NewConsent<'_>, at: Timestamp) -> Result<()> {
        sqlx::query(
            "insert into consent (person, kind, version, lang, at, text_hash, button, country, match) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(person.0)
        .bind(new.kind.code())
        .bind(new.version)
        .bind(new.lang.code())
        .bind(millis(at))
        .bind(new.text_hash)
        .bind(new.button)
        .bind(new.country.map(Country::code))
        .bind(new.of.map(|of| of.0))
        .execute(&mut *self.conn)
        .await
        .context("keep a consent")?;
        Ok(())
    }

    /// Adds the proof to the consent that a request was sent with.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn prove_request_consent(&mut self, request: RequestId, text_hash: &str, button: &str) -> Result<()> {
        sqlx::query(
            "update consent set text_hash = $2, button = $3 where request = $1 and kind = 'request' and text_hash is null",
        )
        .bind(request.0)
        .bind(text_hash)
        .bind(button)
        .execute(&mut *self.conn)
        .await
        .context("prove a consent")?;
        Ok(())
    }

    /// What a person has said yes to and not taken back, the newest of each first.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn live_consents(&mut self, person: PersonId) -> Result<Vec<LiveConsent>> {
        let rows = sqlx::query(
            "select kind, version, country, match, at from consent where person = $1 and withdrawn_at is null order by id desc",
        )
        .bind(person.0)
        .fetch_all(&mut *self.conn)
        .await?;
        rows.iter()
            .map(|row| {
                let (kind, country): (String, Option<String>) = (row.try_get(0)?, row.try_get(2)?);
                Ok(LiveConsent {
                    kind: code(ConsentKind::parse(&kind), "kind")?,
                    version: row.try_get(1)?,
                    country: country.map(|country| code(Country::parse(&country), "country")).transpose()?,
                    of: row.try_get::<Option<i64>, _>(3)?.map(MatchId),
                    at: moment(row.try_get(4)?),
                })
            })
            .collect()
    }

    /// Whether a person has said yes to the present text of this kind, for this country where it names one.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn has_consent(&mut self, person: PersonId, kind: ConsentKind, country: Option<Country>) -> Result<bool> {
        let live = self.live_consents(person).await?;
        Ok(live.iter().any(|yes| yes.kind == kind && yes.country == country && yes.version == kind.version()))
    }

    /// Takes a consent back, in every version of its text; how many stood.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn withdraw_consent(
        &mut self,
        person: PersonId,
        kind: ConsentKind,
        country: Option<Country>,
        at: Timestamp,
    ) -> Result<u64> {
        let written = sqlx::query(
            "update consent set withdrawn_at = $4 where person = $1 and kind = $2 and country is $3 and withdrawn_at is null",
        )
        .bind(person.0)
        .bind(kind.code())
        .bind(country.map(Country::code))
        .bind(millis(at))
        .execute(&mut *self.conn)
        .await
        .context("withdraw a consent")?;
        Ok(written.rows_affected())
    }

    /// Takes back the release of a name for a match that came to nothing.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn withdraw_releases(&mut self, of: MatchId, at: Timestamp) -> Result<()> {
        sqlx::query("update consent set withdrawn_at = $2 where match = $1 and withdrawn_at is null")
            .bind(of.0)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await
            .context("withdraw a release")?;
        Ok(())
    }
}
