//! Tables as workbooks of a spreadsheet (XLSX). Of a workbook the first visible sheet that holds anything is read.
//! Cells are read one by one as they are used: a single cell far below would make a table of the whole rectangle huge.

use std::{collections::BTreeMap, io::Cursor};

use anyhow::{Context, Result};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::{Cell, Fault, Heading, Row, Table, looks_like_a_formula};

/// Most characters that a cell of a spreadsheet holds.
const LONGEST: usize = 32_767;
/// Widest column, in characters: more does not fit on a screen.
const WIDEST: usize = 60;

/// The used cells of a row, by their column.
type Cells = BTreeMap<usize, Cell>;

pub(super) fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let whole = |what: String| Fault::of_row(0, what);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|error: calamine::XlsxError| whole(format!("is no XLSX workbook that can be read: {error}")))?;
    let is_read = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let names: Vec<String> = book.sheets_metadata().iter().filter(is_read).map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let rows = used_rows(&mut book, &name).map_err(|error| whole(format!("sheet {name:?} cannot be read: {error}")))?;
        if !rows.is_empty() {
            return Ok(table_of(rows));
        }
    }
    Err(whole("is empty: the first row names the columns".to_owned()))
}

/// Every row in which something stands, by its number in the sheet.
fn used_rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<BTreeMap<usize, Cells>, calamine::XlsxError> {
    let mut rows: BTreeMap<usize, Cells> = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name)?;
    while let Some(used) = reader.next_cell()? {
        let (row, column) = used.get_position();
        let cell = cell(used.get_value());
        if !cell.is_empty() {
            rows.entry(row as usize + 1).or_default().insert(column as usize, cell);
        }
    }
    Ok(rows)
}

fn table_of(rows: BTreeMap<usize, Cells>) -> Table {
    let mut table = Table::default();
    let mut places: Vec<usize> = Vec::new();
    for (line, mut cells) in rows {
        if table.headings.is_empty() {
            places = cells.keys().copied().collect();
            table.headings = cells.values().map(|cell| Heading { line, name: cell.plain() }).collect();
            continue;
        }
        let row: Vec<Cell> = places.iter().map(|place| cells.remove(place).unwrap_or_default()).collect();
        if let Some((place, _)) = cells.first_key_value() {
            let what = format!("column {} has no name in the heading, and something stands in it", letters(*place));
            table.faults.push(Fault::of_row(line, what));
        } else {
            table.rows.push(Row { line, cells: row });
        }
    }
    table
}

/// A column as spreadsheets call it: A, B, … Z, AA.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + u8::try_from(column % 26).unwrap_or(0));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text.as_str()),
        DataRef::SharedString(text) => Cell::text(*text),
        DataRef::Bool(truth) => Cell::Truth(*truth),
        DataRef::DateTime(moment) => day_or_moment(moment),
        DataRef::DateTimeIso(text) => text.parse().map_or_else(|_| Cell::text(text.as_str()), of_datetime),
        DataRef::Error(error) => Cell::Unreadable(error.to_string()),
    }
}

fn day_or_moment(moment: &ExcelDateTime) -> Cell {
    if moment.is_duration() {
        return Cell::Number(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let [month, day, hour, minute, second] = [month, day, hour, minute, second].map(u8::cast_signed);
    let found = i16::try_from(year).ok().and_then(|year| DateTime::new(year, month, day, hour, minute, second, 0).ok());
    found.map_or_else(|| Cell::Unreadable("a day that no calendar has".to_owned()), of_datetime)
}

/// A day where the hour is midnight, else a moment; spreadsheets know no time zone, and we write UTC.
fn of_datetime(found: DateTime) -> Cell {
    if found == found.date().to_datetime(jiff::civil::Time::midnight()) {
        return Cell::Day(found.date());
    }
    found.to_zoned(TimeZone::UTC).map_or(Cell::Day(found.date()), |zoned| Cell::Moment(zoned.timestamp()))
}

pub(super) fn write(table: &Table, name: &str) -> Result<Vec<u8>> {
    let formats = Formats::new();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(name).context("name a sheet")?;
    for (column, heading) in (0_u16..).zip(&table.headings) {
        page.write_string_with_format(0, column, &heading.name, &formats.heading)?;
        page.set_column_width(column, width_of(table, usize::from(column)))?;
    }
    for (line, row) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(&row.cells) {
            put(page, line, column, cell, &formats).context("write a cell")?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    book.save_to_buffer().context("end a workbook")
}

struct Formats {
    heading: Format,
    day: Format,
    moment: Format,
    /// Stays text even when somebody edits the cell.
    guarded: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            heading: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            guarded: Format::new().set_quote_prefix(),
        }
    }
}

fn put(page: &mut Worksheet, line: u32, column: u16, cell: &Cell, formats: &Formats) -> Result<()> {
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => {
            page.write_number(line, column, *number)?;
        }
        Cell::Truth(truth) => {
            page.write_boolean(line, column, *truth)?;
        }
        Cell::Day(day) => {
            page.write_datetime_with_format(line, column, serial(day.at(0, 0, 0, 0))?, &formats.day)?;
        }
        Cell::Moment(moment) => {
            let moment = serial(moment.to_zoned(TimeZone::UTC).datetime())?;
            page.write_datetime_with_format(line, column, moment, &formats.moment)?;
        }
        Cell::Text(_) | Cell::List(_) | Cell::Unreadable(_) => {
            // Written as a text it is none of a formula; the mark keeps it so when somebody edits the cell.
            let text: String = cell.plain().chars().take(LONGEST).collect();
            if looks_like_a_formula(&text) {
                page.write_string_with_format(line, column, text, &formats.guarded)?;
            } else {
                page.write_string(line, column, text)?;
            }
        }
    }
    Ok(())
}

fn serial(moment: DateTime) -> Result<rust_xlsxwriter::ExcelDateTime> {
    let number = |part: i8| u8::try_from(part).unwrap_or(0);
    let year = u16::try_from(moment.year()).context("a year before spreadsheets")?;
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(year, number(moment.month()), number(moment.day()))?;
    Ok(day.and_hms(u16::from(number(moment.hour())), number(moment.minute()), f64::from(number(moment.second())))?)
}

fn width_of(table: &Table, column: usize) -> f64 {
    let heading = table.headings[column].name.chars().count();
    let widest = table.rows.iter().map(|row| row.cells[column].plain().chars().count()).max().unwrap_or(0);
    f64::from(u8::try_from(heading.max(widest).min(WIDEST)).unwrap_or(u8::MAX)) + 2.0
}
