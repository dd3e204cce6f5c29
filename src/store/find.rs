//! Finding by words: requests, the talk about leads, organisations. What was written is cut into terms when it is next looked for,
//! or when the clock ticks, whichever comes first.

use anyhow::{Context, Result};
use sqlx::Row;

use super::Tx;
use crate::{
    domain::{LeadId, OrganisationId, RequestId},
    text::{search_terms, wanted_terms},
};

/// Terms of a search that are heeded; more only make it slower.
const MOST_TERMS: usize = 6;

/// Something that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Request(RequestId),
    /// Something said or noted, by its row.
    Word(i64),
    Organisation(OrganisationId),
}

impl Tx<'_> {
    /// Cuts what is new or was changed into terms; at most so many rows.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn read_for_find(&mut self, most: i64) -> Result<()> {
        let rows = sqlx::query(
            "select t.noun, t.noun_id, case t.noun \
               when 'request' then (select coalesce(json_extract(body, '$.title'), '') || ' ' || \
                 coalesce(json_extract(body, '$.description'), '') || ' ' || coalesce(json_extract(body, '$.organisation'), '') \
                 || ' ' || country || ' ' || year || ' ' || printf('%05d', number) from request where id = t.noun_id) \
               when 'word' then (select text from lead_word where id = t.noun_id) \
               else (select name || ' ' || coalesce(json_extract(body, '$.name_en'), '') from organisation where id = t.noun_id) \
             end from find_todo t limit $1",
        )
        .bind(most)
        .fetch_all(&mut *self.conn)
        .await
        .context("read what is to be found")?;
        for row in rows {
            let (noun, id, text): (String, i64, Option<String>) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
            for term in search_terms(&text.unwrap_or_default()) {
                sqlx::query("insert or ignore into find_term (term, noun, noun_id) values ($1, $2, $3)")
                    .bind(term)
                    .bind(&noun)
                    .bind(id)
                    .execute(&mut *self.conn)
                    .await
                    .context("keep a term")?;
            }
            sqlx::query("delete from find_todo where noun = $1 and noun_id = $2")
                .bind(noun)
                .bind(id)
                .execute(&mut *self.conn)
                .await?;
        }
        Ok(())
    }

    /// What has all these words, the newest first; a word may be the beginning of one.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn find(&mut self, query: &str, most: i64) -> Result<Vec<Found>> {
        let terms: Vec<String> = wanted_terms(query).into_iter().take(MOST_TERMS).collect();
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let one = |at: usize| {
            let (from, to) = (at * 2 + 1, at * 2 + 2);
            format!("select noun, noun_id from find_term where term >= ${from} and term < ${to}")
        };
        let all: Vec<String> = (0..terms.len()).map(one).collect();
        let sql = format!(
            "select noun, noun_id from ({}) order by noun = 'organisation', noun_id desc limit {most}",
            all.join(" intersect ")
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for term in terms {
            let end = format!("{term}\u{10ffff}");
            query = query.bind(term).bind(end);
        }
        let rows = query.fetch_all(&mut *self.conn).await.context("find")?;
        rows.iter()
            .map(|row| {
                let (noun, id): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
                Ok(match noun.as_str() {
                    "request" => Found::Request(RequestId(id)),
                    "word" => Found::Word(id),
                    _ => Found::Organisation(OrganisationId(id)),
                })
            })
            .collect()
    }

    /// A word with its lead.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn word_of_lead(&mut self, word: i64) -> Result<Option<(LeadId, String)>> {
        let row = sqlx::query("select lead, text from lead_word where id = $1 and taken_back_at is null")
            .bind(word)
            .fetch_optional(&mut *self.conn)
            .await?;
        row.map(|row| Ok((LeadId(row.try_get(0)?), row.try_get(1)?))).transpose()
    }

    /// The name of an organisation of the directory.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn organisation_name(&mut self, id: OrganisationId) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("select name from organisation where id = $1")
            .bind(id.0)
            .fetch_optional(&mut *self.conn)
            .await?)
    }

    /// What happened to a lead, those merged into it, and their requests, the oldest first: when, who (none: the house), what, and what about it.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn history_of(&mut self, lead: LeadId, most: i64) -> Result<Vec<Happened>> {
        let rows = sqlx::query(
            "select at, who, move, detail from (select h.id, h.at, case when h.by is null then null else coalesce(p.name, '') end as who, h.move, h.detail from history h \
               left join person p on p.id = h.by \
               where (h.noun = 'lead' and h.noun_id in (select id from lead where id = $1 or merged_into = $1)) \
               or (h.noun = 'request' and h.noun_id in (select request from lead where id = $1 or merged_into = $1)) \
               order by h.id desc limit $2) order by id",
        )
        .bind(lead.0)
        .bind(most)
        .fetch_all(&mut *self.conn)
        .await
        .context("read a history")?;
        rows.iter()
            .map(|row| {
                Ok(Happened {
                    at: super::moment(row.try_get(0)?),
                    who: row.try_get(1)?,
                    what: row.try_get(2)?,
                    detail: row.try_get(3)?,
                })
            })
            .collect()
    }
}

/// A line of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    pub at: jiff::Timestamp,
    /// None: the house itself; empty: a partner, whose name is not kept.
    pub who: Option<String>,
    pub what: String,
    pub detail: Option<String>,
}
