//! Organisations and their opportunities, as they came from the directory.

use anyhow::{Context, Result};
use sqlx::Row;

use super::{Tx, from_json, json};
use crate::domain::{Opportunity, OpportunityId, Organisation, OrganisationId, Proposal};

impl Tx<'_> {
    /// Puts organisations and opportunities in, changing those whose key is known.
    ///
    /// # Errors
    /// When the data file cannot be written, or an opportunity names an organisation that is not there.
    pub async fn put_directory(&mut self, organisations: &[Organisation], opportunities: &[Opportunity]) -> Result<()> {
        for organisation in organisations {
            sqlx::query(
                "insert into organisation (key, name, sample, body) values ($1, $2, $3, $4) \
                 on conflict (key) do update set name = excluded.name, sample = excluded.sample, body = excluded.body",
            )
            .bind(&organisation.key)
            .bind(&organisation.name)
            .bind(i64::from(organisation.sample))
            .bind(json(organisation)?)
            .execute(&mut *self.conn)
            .await
            .with_context(|| format!("keep the organisation {}", organisation.key))?;
        }
        for opportunity in opportunities {
            sqlx::query(
                "insert into opportunity (key, organisation, body) values ($1, (select id from organisation where key = $2), $3) \
                 on conflict (key) do update set organisation = excluded.organisation, body = excluded.body",
            )
            .bind(&opportunity.key)
            .bind(&opportunity.organisation)
            .bind(json(opportunity)?)
            .execute(&mut *self.conn)
            .await
            .with_context(|| format!("keep the opportunity {}", opportunity.key))?;
        }
        Ok(())
    }

    /// Every opportunity, as matching sees it.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn opportunities(&mut self) -> Result<Vec<Proposal>> {
        let rows = sqlx::query(
            "select o.id, g.id, o.body, g.body from opportunity o join organisation g on g.id = o.organisation order by o.id",
        )
        .fetch_all(&mut *self.conn)
        .await?;
        rows.iter()
            .map(|row| {
                let (opportunity, by): (String, String) = (row.try_get(2)?, row.try_get(3)?);
                let (opportunity, by): (Opportunity, Organisation) = (from_json(&opportunity)?, from_json(&by)?);
                Ok(opportunity.proposal(OpportunityId(row.try_get(0)?), OrganisationId(row.try_get(1)?), &by))
            })
            .collect()
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
