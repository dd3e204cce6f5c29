//! Tags: words by which the staff sort their leads.

use anyhow::{Context, Result};

use super::Tx;
use crate::domain::LeadId;

impl Tx<'_> {
    /// Gives a lead a tag, or takes it away.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn tag_lead(&mut self, lead: LeadId, tag: &str, has: bool) -> Result<()> {
        let sql = if has {
            "insert or ignore into lead_tag (lead, tag) values ($1, $2)"
        } else {
            "delete from lead_tag where lead = $1 and tag = $2"
        };
        sqlx::query(sql).bind(lead.0).bind(tag).execute(&mut *self.conn).await.context("tag a lead")?;
        Ok(())
    }

    /// The tags of a lead, by the alphabet.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn tags_of(&mut self, lead: LeadId) -> Result<Vec<String>> {
        Ok(sqlx::query_scalar("select tag from lead_tag where lead = $1 order by tag")
            .bind(lead.0)
            .fetch_all(&mut *self.conn)
            .await?)
    }

    /// The tags in use, the most used first.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn tags_in_use(&mut self, most: i64) -> Result<Vec<String>> {
        Ok(sqlx::query_scalar("select tag from lead_tag group by tag order by count(*) desc, tag limit $1")
            .bind(most)
            .fetch_all(&mut *self.conn)
            .await?)
    }

    /// The leads with this tag, the newest first.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn leads_tagged(&mut self, tag: &str, most: i64) -> Result<Vec<LeadId>> {
        let ids: Vec<i64> = sqlx::query_scalar("select lead from lead_tag where tag = $1 order by lead desc limit $2")
            .bind(tag)
            .bind(most)
            .fetch_all(&mut *self.conn)
            .await?;
        Ok(ids.into_iter().map(LeadId).collect())
    }
}
