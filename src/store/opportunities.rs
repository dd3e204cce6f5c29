//! Organisations and their opportunities, and the files in which they came.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::{Row, sqlite::SqliteRow};

use super::{Store, Tx, from_json, json, millis};
use crate::domain::{Opportunity, OpportunityId, Organisation, OrganisationId, Proposal};

/// Rows written by one statement: fewer cost more calls, more would let other processes wait longer.
const AT_ONCE: usize = 500;

/// Where rows of the directory come from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The file's name without its folder.
    pub file: &'a str,
    /// In the words of whoever imported it.
    pub source: Option<&'a str>,
    pub at: Timestamp,
}

/// An import by its row; a later one has a greater number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportId(pub i64);

const PROPOSALS: &str = "select o.id, g.id, o.body, g.body from opportunity o join organisation g on g.id = o.organisation";

fn proposal(row: &SqliteRow) -> Result<Proposal> {
    let (opportunity, by): (String, String) = (row.try_get(2)?, row.try_get(3)?);
    let (opportunity, by): (Opportunity, Organisation) = (from_json(&opportunity)?, from_json(&by)?);
    Ok(opportunity.proposal(OpportunityId(row.try_get(0)?), OrganisationId(row.try_get(1)?), &by))
}

impl Tx<'_> {
    /// Puts organisations and opportunities in, changing those whose key is known; what is there already stays as it is, and
    /// where all of it is, nothing is written at all.
    ///
    /// # Errors
    /// When the data file cannot be written, or an opportunity names an organisation that is not there.
    pub async fn put_directory(
        &mut self,
        organisations: &[Organisation],
        opportunities: &[Opportunity],
        origin: Origin<'_>,
    ) -> Result<()> {
        let import = self.begin_import(origin).await?;
        let (mut added, mut changed) = (0, 0);
        for some in organisations.chunks(AT_ONCE) {
            let (new, other) = self.put_organisations(some, import).await?;
            (added, changed) = (added + new, changed + other);
        }
        for some in opportunities.chunks(AT_ONCE) {
            let (new, other) = self.put_opportunities(some, import).await?;
            (added, changed) = (added + new, changed + other);
        }
        self.end_import(import, added, changed).await
    }

    async fn begin_import(&mut self, origin: Origin<'_>) -> Result<ImportId> {
        let id = sqlx::query_scalar(
            "insert into import (at, file, source, added, changed) values ($1, $2, $3, 0, 0) returning id",
        )
        .bind(millis(origin.at))
        .bind(origin.file)
        .bind(origin.source)
        .fetch_one(&mut *self.conn)
        .await
        .context("begin an import")?;
        Ok(ImportId(id))
    }

    /// Notes what came of the import; one that changed nothing leaves no trace.
    async fn end_import(&mut self, id: ImportId, added: i64, changed: i64) -> Result<()> {
        let sql = if added + changed == 0 {
            "delete from import where id = $1 and $2 + $3 = 0"
        } else {
            "update import set added = $2, changed = $3 where id = $1"
        };
        sqlx::query(sql).bind(id.0).bind(added).bind(changed).execute(&mut *self.conn).await.context("end an import")?;
        Ok(())
    }

    /// How many were new, and how many had changed.
    async fn put_organisations(&mut self, organisations: &[Organisation], import: ImportId) -> Result<(i64, i64)> {
        let rows: Vec<(&str, &str, i64, String)> = organisations
            .iter()
            .map(|it| Ok((it.key.as_str(), it.name.as_str(), i64::from(it.sample), json(it)?)))
            .collect::<Result<_>>()?;
        let written = sqlx::query(
            "insert into organisation (key, name, sample, body, came_in, changed_in) \
             select value ->> 0, value ->> 1, value ->> 2, value ->> 3, $2, $2 from json_each($1) where true \
             on conflict (key) do update set name = excluded.name, sample = excluded.sample, body = excluded.body, \
             changed_in = excluded.changed_in where body <> excluded.body returning came_in is $2",
        )
        .bind(json(&rows)?)
        .bind(import.0)
        .fetch_all(&mut *self.conn)
        .await
        .context("keep organisations")?;
        counted(&written)
    }

    async fn put_opportunities(&mut self, opportunities: &[Opportunity], import: ImportId) -> Result<(i64, i64)> {
        let rows: Vec<(&str, &str, String)> = opportunities
            .iter()
            .map(|it| Ok((it.key.as_str(), it.organisation.as_str(), json(it)?)))
            .collect::<Result<_>>()?;
        let written = sqlx::query(
            "insert into opportunity (key, organisation, body, came_in, changed_in) \
             select value ->> 0, (select id from organisation where key = value ->> 1), value ->> 2, $2, $2 \
             from json_each($1) where true \
             on conflict (key) do update set organisation = excluded.organisation, body = excluded.body, \
             changed_in = excluded.changed_in where body <> excluded.body returning came_in is $2",
        )
        .bind(json(&rows)?)
        .bind(import.0)
        .fetch_all(&mut *self.conn)
        .await
        .context("keep opportunities, each of an organisation that is there")?;
        counted(&written)
    }

    /// Every opportunity, as matching sees it.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn opportunities(&mut self) -> Result<Vec<Proposal>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{PROPOSALS} order by o.id"))).fetch_all(&mut *self.conn).await?;
        rows.iter().map(proposal).collect()
    }

    /// An opportunity with its organisation, for staff.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn opportunity(&mut self, id: OpportunityId) -> Result<Option<(Organisation, Opportunity)>> {
        let row = sqlx::query(
            "select g.body, o.body from opportunity o join organisation g on g.id = o.organisation where o.id = $1",
        )
        .bind(id.0)
        .fetch_optional(&mut *self.conn)
        .await?;
        row.map(|row| {
            let (by, opportunity): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            Ok((from_json(&by)?, from_json(&opportunity)?))
        })
        .transpose()
    }

    /// The other names under which the directory knows an organisation of this name.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn other_names(&mut self, name: &str) -> Result<Vec<String>> {
        let rows: Vec<String> = sqlx::query_scalar(
            "select body from organisation where name = $1 collate nocase or json_extract(body, '$.name_en') = $1 collate nocase",
        )
        .bind(name.trim())
        .fetch_all(&mut *self.conn)
        .await
        .context("look for an organisation's other names")?;
        let mut names = Vec::new();
        for body in rows {
            let organisation: Organisation = from_json(&body)?;
            names.extend([organisation.name, organisation.name_en]);
        }
        Ok(names)
    }
}

fn counted(written: &[SqliteRow]) -> Result<(i64, i64)> {
    let mut counts = (0, 0);
    for row in written {
        let is_new: bool = row.try_get(0)?;
        if is_new { counts.0 += 1 } else { counts.1 += 1 }
    }
    Ok(counts)
}

impl Store {
    /// Every organisation of the directory, by its key.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn organisations(&self) -> Result<Vec<Organisation>> {
        let bodies: Vec<String> =
            sqlx::query_scalar("select body from organisation order by key").fetch_all(self.readers()).await?;
        bodies.iter().map(|body| from_json(body)).collect()
    }

    /// Every opportunity of the directory as it was written, by its key.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn directory_opportunities(&self) -> Result<Vec<Opportunity>> {
        let bodies: Vec<String> =
            sqlx::query_scalar("select body from opportunity order by key").fetch_all(self.readers()).await?;
        bodies.iter().map(|body| from_json(body)).collect()
    }

    /// The newest import, by which a change of the directory is seen.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn newest_import(&self) -> Result<Option<ImportId>> {
        let newest: Option<i64> = sqlx::query_scalar("select max(id) from import").fetch_one(self.readers()).await?;
        Ok(newest.map(ImportId))
    }

    /// What has changed in the directory since this import, as matching sees it; also what only its organisation changed.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn opportunities_since(&self, import: Option<ImportId>) -> Result<Vec<Proposal>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
            "{PROPOSALS} where o.changed_in > $1 union {PROPOSALS} where g.changed_in > $1 order by 1"
        )))
        .bind(import.map_or(0, |import| import.0))
        .fetch_all(self.readers())
        .await?;
        rows.iter().map(proposal).collect()
    }
}
