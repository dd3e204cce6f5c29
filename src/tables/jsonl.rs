//! Tables as JSON lines: one object a line, its names are the columns.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use super::{Cell, Fault, Heading, Row, Table, utf8};

pub(super) fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let text = utf8(bytes)?;
    let mut table = Table::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, written) in text.lines().enumerate().filter(|(_, written)| !written.trim().is_empty()) {
        let line = at + 1;
        match serde_json::from_str::<Map<String, Value>>(written) {
            Ok(object) => {
                let cells = cells_of(&mut table, &mut places, line, object);
                table.rows.push(Row { line, cells });
            }
            Err(error) => {
                let what = format!("is no JSON object ({error}); one stands on each line, such as {{\"key\": \"usach\"}}");
                table.faults.push(Fault::of_row(line, what));
            }
        }
    }
    if table.headings.is_empty() && table.faults.is_empty() {
        return Err(Fault::of_row(0, "is empty: one JSON object stands on each line"));
    }
    let width = table.headings.len();
    for row in &mut table.rows {
        row.cells.resize(width, Cell::Empty);
    }
    Ok(table)
}

/// The cells of one object in the order of the columns known so far; a new name is a new column.
fn cells_of(table: &mut Table, places: &mut HashMap<String, usize>, line: usize, object: Map<String, Value>) -> Vec<Cell> {
    let mut cells = vec![Cell::Empty; table.headings.len()];
    for (name, value) in object {
        let place = *places.entry(name.clone()).or_insert_with(|| {
            table.headings.push(Heading { line, name });
            table.headings.len() - 1
        });
        if place >= cells.len() {
            cells.resize(place + 1, Cell::Empty);
        }
        cells[place] = cell(value);
    }
    cells
}

fn cell(value: Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::Bool(truth) => Cell::Truth(truth),
        Value::Number(number) => number.as_f64().map_or_else(|| Cell::text(number.to_string()), Cell::Number),
        Value::String(text) => Cell::text(text),
        Value::Array(items) => {
            let texts: Option<Vec<String>> = items.iter().map(|item| item.as_str().map(str::to_owned)).collect();
            texts.map_or_else(|| Cell::Unreadable("a list that holds other things than texts".to_owned()), Cell::list)
        }
        Value::Object(_) => Cell::Unreadable("an object".to_owned()),
    }
}

pub(super) fn write(table: &Table) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    for row in &table.rows {
        let fields = table.headings.iter().zip(&row.cells).filter(|(_, cell)| !matches!(cell, Cell::Empty));
        let object: Map<String, Value> = fields.map(|(heading, cell)| (heading.name.clone(), value(cell))).collect();
        serde_json::to_writer(&mut out, &object).context("write a row")?;
        out.push(b'\n');
    }
    Ok(out)
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            Value::from(format!("{number:.0}").parse().unwrap_or(0_i64))
        }
        Cell::Number(number) => Value::from(*number),
        Cell::Truth(truth) => Value::from(*truth),
        Cell::List(items) => Value::from(items.clone()),
        Cell::Text(_) | Cell::Day(_) | Cell::Moment(_) | Cell::Unreadable(_) => Value::from(cell.plain()),
    }
}
