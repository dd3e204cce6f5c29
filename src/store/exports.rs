//! What leaves the house as a table: requests and leads, with or without the columns that say who somebody is.
//! The columns are an allow-list: what a request gains later stays inside until it is named here.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::Row;

use super::{Store, Tx, moment, requests};
use crate::{
    domain::{CodeList, Contacts, Exported, TableFormat},
    tables::{Cell, Table},
};

const REQUEST: &[&str] = &[
    "reference",
    "state",
    "sent_at",
    "changed_at",
    "kind",
    "country",
    "org_type",
    "sectors",
    "title",
    "description",
    "stage",
    "ipr",
    "partnership",
    "languages",
    "lang",
    "files",
];
const LEAD: &[&str] = &[
    "lead",
    "state",
    "owner",
    "request",
    "kind",
    "country",
    "title",
    "question",
    "opened_at",
    "partner_wrote_at",
    "staff_answered_at",
];
/// Who somebody is and how to reach them.
const IDENTITY: &[&str] = &["organisation", "contact"];

impl Store {
    /// Requests or leads as a table, the oldest first. What its owner erased is in none.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn exported(&self, what: Exported, contacts: Contacts) -> Result<Table> {
        match what {
            Exported::Requests => self.exported_requests(contacts).await,
            Exported::Leads => self.exported_leads(contacts).await,
        }
    }

    async fn exported_requests(&self, contacts: Contacts) -> Result<Table> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {}, changed_at from request where body <> '{{}}' order by id",
            requests::COLUMNS
        )))
        .fetch_all(self.readers())
        .await
        .context("read the requests")?;
        let mut table = begun(REQUEST, contacts);
        for row in &rows {
            let changed_at: i64 = row.try_get("changed_at")?;
            let request = requests::row(row)?;
            let body = &request.body;
            let mut cells = vec![
                Cell::text(request.reference.to_string()),
                Cell::text(request.state.code()),
                Cell::Moment(request.sent_at),
                Cell::Moment(moment(changed_at)),
                Cell::text(body.kind.code()),
                Cell::text(body.country.code()),
                Cell::text(body.org_type.code()),
                Cell::list(body.sectors.iter().cloned()),
                Cell::text(&body.title),
                Cell::text(&body.description),
                Cell::text(body.stage.code()),
                Cell::text(body.ipr.code()),
                codes(&body.partnership),
                codes(&body.languages),
                Cell::text(body.lang.code()),
                count(body.files.len()),
            ];
            if contacts == Contacts::Included {
                cells.extend([Cell::text(&body.organisation), Cell::text(&body.contact)]);
            }
            table.push(cells);
        }
        Ok(table)
    }

    async fn exported_leads(&self, contacts: Contacts) -> Result<Table> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {}, r.changed_at, l.id as lead, l.state as lead_state, p.name as owner, nullif(q.asked, '') as asked, \
             l.opened_at, l.partner_at, l.answered_at \
             from lead l left join request r on r.id = l.request and r.body <> '{{}}' left join person p on p.id = l.owner \
             left join question q on q.id = l.question order by l.id",
            requests::COLUMNS.split(", ").map(|column| format!("r.{column}")).collect::<Vec<_>>().join(", ")
        )))
        .fetch_all(self.readers())
        .await
        .context("read the leads")?;
        let mut table = begun(LEAD, contacts);
        for row in &rows {
            let has_request = row.try_get::<Option<i64>, _>(0)?.is_some();
            let request = if has_request { Some(requests::row(row)?) } else { None };
            let told = |tell: &dyn Fn(&super::RequestRow) -> String| {
                request.as_ref().map_or(Cell::Empty, |request| Cell::text(tell(request)))
            };
            let at = |column| -> Result<Cell> {
                Ok(row.try_get::<Option<i64>, _>(column)?.map_or(Cell::Empty, |at| Cell::Moment(moment(at))))
            };
            let text =
                |column| -> Result<Cell> { Ok(Cell::text(row.try_get::<Option<String>, _>(column)?.unwrap_or_default())) };
            let number: i64 = row.try_get("lead")?;
            let mut cells = vec![
                Cell::text(number.to_string()),
                text("lead_state")?,
                text("owner")?,
                told(&|request| request.reference.to_string()),
                told(&|request| request.body.kind.code().to_owned()),
                told(&|request| request.body.country.code().to_owned()),
                told(&|request| request.body.title.clone()),
                text("asked")?,
                at("opened_at")?,
                at("partner_at")?,
                at("answered_at")?,
            ];
            if contacts == Contacts::Included {
                cells.extend([
                    told(&|request| request.body.organisation.clone()),
                    told(&|request| request.body.contact.clone()),
                ]);
            }
            table.push(cells);
        }
        Ok(table)
    }
}

impl Tx<'_> {
    /// Notes that a table left the house: what, in which shape, with contacts or without, and by whose hand; none is somebody
    /// at the terminal.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn note_export(
        &mut self,
        what: &'static str,
        format: TableFormat,
        contacts: Contacts,
        by: Option<crate::domain::PersonId>,
        at: Timestamp,
    ) -> Result<()> {
        let detail = match contacts {
            Contacts::Left => format.code().to_owned(),
            Contacts::Included => format!("{}, with contacts", format.code()),
        };
        self.history("export", 0, at, by.map(|by| by.0), what, Some(&detail)).await
    }
}

fn begun(columns: &[&'static str], contacts: Contacts) -> Table {
    let identity = match contacts {
        Contacts::Left => &[][..],
        Contacts::Included => IDENTITY,
    };
    Table::with_columns(columns.iter().chain(identity).copied())
}

fn codes<'a, T: CodeList>(items: impl IntoIterator<Item = &'a T>) -> Cell {
    Cell::list(items.into_iter().map(|item| item.code()))
}

fn count(n: usize) -> Cell {
    Cell::Number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)))
}
