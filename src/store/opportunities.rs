//! Organisations and their opportunities, as they came from the directory.

use anyhow::{Context, Result};
use sqlx::Row;

use super::{Tx, from_json, json};
use crate::domain::{OpportunityId, OrganisationId, Proposal, ProposalId};

/// An organisation of the directory.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    pub key: String,
    pub name: String,
    /// Invented, to try the product with.
    pub sample: bool,
    /// Everything else, as JSON.
    pub body: serde_json::Value,
}

/// An opportunity of the directory; its ids are given by the store.
#[derive(Debug, Clone)]
pub struct NewOpportunity {
    pub key: String,
    pub organisation: String,
    pub proposal: Proposal,
}

impl Tx<'_> {
    /// Puts organisations and opportunities in, changing those whose key is known. How many rows there were.
    ///
    /// # Errors
    /// When the data file cannot be written, or an opportunity names an organisation that is not there.
    pub async fn put_directory(&mut self, organisations: &[NewOrganisation], opportunities: &[NewOpportunity]) -> Result<usize> {
        for organisation in organisations {
            sqlx::query(
                "insert into organisation (key, name, sample, body) values ($1, $2, $3, $4) \
                 on conflict (key) do update set name = excluded.name, sample = excluded.sample, body = excluded.body",
            )
            .bind(&organisation.key)
            .bind(&organisation.name)
            .bind(i64::from(organisation.sample))
            .bind(organisation.body.to_string())
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
            .bind(json(&opportunity.proposal)?)
            .execute(&mut *self.conn)
            .await
            .with_context(|| format!("keep the opportunity {}", opportunity.key))?;
        }
        Ok(organisations.len() + opportunities.len())
    }

    /// Every opportunity, as matching sees it.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn opportunities(&mut self) -> Result<Vec<Proposal>> {
        let rows = sqlx::query("select id, organisation, body from opportunity order by id").fetch_all(&mut *self.conn).await?;
        rows.iter()
            .map(|row| {
                let body: String = row.try_get(2)?;
                let proposal: Proposal = from_json(&body)?;
                Ok(Proposal {
                    id: ProposalId::Opportunity(OpportunityId(row.try_get(0)?)),
                    organisation: Some(OrganisationId(row.try_get(1)?)),
                    ..proposal
                })
            })
            .collect()
    }

    /// An opportunity with its organisation's name, for staff.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn opportunity(&mut self, id: OpportunityId) -> Result<Option<(String, Proposal)>> {
        let row = sqlx::query(
            "select g.name, o.body from opportunity o join organisation g on g.id = o.organisation where o.id = $1",
        )
        .bind(id.0)
        .fetch_optional(&mut *self.conn)
        .await?;
        row.map(|row| {
            let body: String = row.try_get(1)?;
            Ok((row.try_get(0)?, from_json(&body)?))
        })
        .transpose()
    }
}
