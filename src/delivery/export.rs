//! A table as a document: made of the rows as they are when it is sent, so that a copy that nobody fetched lies nowhere.

use anyhow::{Context, Result};
use jiff::tz::TimeZone;

use super::Delivery;
use crate::{
    domain::{Contacts, Exported, TableFormat},
    tables,
    talk::{Address, Call},
    text,
};

impl Delivery {
    /// The document for a chat. What leaves by a chat never says who somebody is.
    pub(super) async fn export(&self, to: Address, what: Exported, format: TableFormat) -> Result<Call> {
        let table = self.store.exported(what, Contacts::Left).await?;
        let count = i64::try_from(table.rows.len()).unwrap_or(i64::MAX);
        let written = move || tables::write(&table, format, what.code());
        let body = tokio::task::spawn_blocking(written).await.context("write a table")??;
        let today = (self.clock)().to_zoned(TimeZone::UTC).date();
        let caption = match what {
            Exported::Requests => text!("export-requests", count = count),
            Exported::Leads => text!("export-leads", count = count),
        };
        let caption = self.i18n.html(self.lang_at(&to).await?, &caption);
        Ok(Call::Document { to, name: format!("{}-{today}.{}", what.code(), format.code()), body, caption })
    }
}
