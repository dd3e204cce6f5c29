//! Organisations and opportunities as rows of a table: read from what somebody filled in, written so that the same file comes
//! in again, and compared column by column.

use std::collections::BTreeMap;

use super::columns::{Column, OPPORTUNITY, ORGANISATION, headed};
use super::rules::Rules;
use crate::domain::{CodeList, Country, Opportunity, Organisation, Targets};
use crate::matching::taxonomy::Taxonomy;
use crate::tables::{Cell, Fault, Table};

/// What a table holds, and what is to be said of it.
#[derive(Debug)]
pub struct Filled<T> {
    pub items: Vec<T>,
    /// Each wrong value; with one of them nothing of the table is to be used.
    pub faults: Vec<Fault>,
    /// Worth a look.
    pub warnings: Vec<Fault>,
}

/// The organisations of a table. `checked` hears before each row how many came before it.
#[must_use]
pub fn organisations(table: Table, taxonomy: &Taxonomy, checked: &mut dyn FnMut(usize)) -> Filled<Organisation> {
    let mut rules = Rules::new(taxonomy, BTreeMap::new());
    filled(table, ORGANISATION, checked, |row, faults| rules.organisation(row, faults))
}

/// The opportunities of a table, whose organisations are at home here.
#[must_use]
pub fn opportunities(
    table: Table,
    taxonomy: &Taxonomy,
    homes: BTreeMap<String, Country>,
    checked: &mut dyn FnMut(usize),
) -> Filled<Opportunity> {
    let mut rules = Rules::new(taxonomy, homes);
    filled(table, OPPORTUNITY, checked, |row, faults| rules.opportunity(row, faults))
}

fn filled<T>(
    table: Table,
    columns: &'static [Column],
    checked: &mut dyn FnMut(usize),
    mut read: impl FnMut(&super::written::Written, &mut Vec<Fault>) -> Option<T>,
) -> Filled<T> {
    let found = headed(table, columns);
    let mut faults = found.faults;
    // A column that every row needs and no row has is said once, and not for each row.
    let absent: Vec<String> = faults.iter().map(|fault| fault.column.clone()).filter(|column| !column.is_empty()).collect();
    let mut items = Vec::new();
    for (before, row) in found.rows.iter().enumerate() {
        checked(before);
        let mut of_row = Vec::new();
        items.extend(read(row, &mut of_row));
        of_row.retain(|fault| !absent.contains(&fault.column) || row.has(&fault.column));
        faults.extend(of_row);
    }
    faults.sort();
    Filled { items, faults, warnings: found.warnings }
}

/// The organisations as a table that can be imported again.
#[must_use]
pub fn organisations_table(organisations: &[Organisation]) -> Table {
    table(ORGANISATION, organisations.iter().map(organisation_cells))
}

/// The opportunities as a table that can be imported again.
#[must_use]
pub fn opportunities_table(opportunities: &[Opportunity]) -> Table {
    table(OPPORTUNITY, opportunities.iter().map(opportunity_cells))
}

fn table(columns: &'static [Column], rows: impl Iterator<Item = Vec<Cell>>) -> Table {
    let mut table = Table::with_columns(columns.iter().map(|column| column.name));
    rows.for_each(|cells| table.push(cells));
    table
}

/// The columns in which an organisation differs from what it was.
#[must_use]
pub fn organisation_changes(was: &Organisation, is: &Organisation) -> Vec<&'static str> {
    changes(ORGANISATION, organisation_cells(was), organisation_cells(is))
}

/// The columns in which an opportunity differs from what it was.
#[must_use]
pub fn opportunity_changes(was: &Opportunity, is: &Opportunity) -> Vec<&'static str> {
    changes(OPPORTUNITY, opportunity_cells(was), opportunity_cells(is))
}

fn changes(columns: &'static [Column], was: Vec<Cell>, is: Vec<Cell>) -> Vec<&'static str> {
    let cells = was.into_iter().zip(is);
    columns.iter().zip(cells).filter(|(_, (was, is))| was != is).map(|(column, _)| column.name).collect()
}

/// In the order of [`ORGANISATION`].
fn organisation_cells(it: &Organisation) -> Vec<Cell> {
    vec![
        Cell::text(&it.key),
        Cell::text(&it.name),
        Cell::text(&it.name_en),
        Cell::text(it.org_type.code()),
        Cell::text(it.country.code()),
        Cell::text(it.region.clone().unwrap_or_default()),
        Cell::Truth(it.sample),
    ]
}

/// In the order of [`OPPORTUNITY`].
fn opportunity_cells(it: &Opportunity) -> Vec<Cell> {
    let targets = match &it.targets {
        Targets::Abroad => Cell::Empty,
        Targets::Only(countries) => codes(countries),
    };
    vec![
        Cell::text(&it.key),
        Cell::text(&it.organisation),
        Cell::text(it.kind.code()),
        Cell::text(it.lang.code()),
        Cell::text(&it.title),
        Cell::text(&it.summary),
        Cell::text(&it.gist_en),
        Cell::list(it.sectors.iter().cloned()),
        Cell::text(it.stage.code()),
        Cell::text(it.ipr.code()),
        codes(&it.partnership),
        targets,
        codes(&it.partner_types),
        codes(&it.languages),
        it.period.map_or(Cell::Empty, |period| Cell::Day(period.from)),
        it.period.map_or(Cell::Empty, |period| Cell::Day(period.until)),
        Cell::text(it.call.clone().unwrap_or_default()),
        it.budget.map_or(Cell::Empty, |budget| Cell::text(budget.code())),
        codes(&it.flags),
        Cell::Day(it.valid_until),
        Cell::Day(it.confirmed),
    ]
}

fn codes<'a, T: CodeList>(items: impl IntoIterator<Item = &'a T>) -> Cell {
    Cell::list(items.into_iter().map(|item| item.code()))
}
