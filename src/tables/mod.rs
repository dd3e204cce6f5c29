//! Tables as files: rows with their lines and columns, read from and written to CSV, XLSX and JSON lines.
//! It knows no column by name and judges no value: what a column means is for those who read the table.

mod delimited;
mod jsonl;
mod sheet;

use jiff::{Timestamp, civil::Date};

use crate::domain::TableFormat;

/// What stands in one cell, as far as the file itself tells.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Truth(bool),
    Day(Date),
    /// A moment, written in UTC.
    Moment(Timestamp),
    List(Vec<String>),
    /// Something that no column can take, such as `#REF!`; said in words.
    Unreadable(String),
}

/// One row: as many cells as the table has columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The line of the file on which it begins, or the number of the row in the sheet.
    pub line: usize,
    pub cells: Vec<Cell>,
}

/// A column's name as it is written, and where that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub line: usize,
    pub name: String,
}

/// Something wrong at one place of a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Counted from 1; 0 when the whole file is meant.
    pub line: usize,
    /// The column meant; empty when it is the whole row.
    pub column: String,
    pub what: String,
}

/// A table, with the rows that could not be taken apart named beside it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub headings: Vec<Heading>,
    pub rows: Vec<Row>,
    pub faults: Vec<Fault>,
}

impl Fault {
    /// A fault of a whole row, or of the whole file where the line is 0.
    #[must_use]
    pub fn of_row(line: usize, what: impl Into<String>) -> Self {
        Self { line, column: String::new(), what: what.into() }
    }
}

impl Table {
    /// An empty table with these columns, to be written.
    #[must_use]
    pub fn with_columns<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let headings = names.into_iter().map(|name| Heading { line: 1, name: name.to_owned() }).collect();
        Self { headings, ..Self::default() }
    }

    /// Adds a row behind the others.
    pub fn push(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { line: self.rows.len() + 2, cells });
    }
}

impl Cell {
    /// A text, or nothing where it is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A list of codes, or nothing where it is empty.
    pub fn list<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<String> = items.into_iter().map(Into::into).collect();
        if items.is_empty() { Self::Empty } else { Self::List(items) }
    }

    /// Whether nothing but white space stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.is_empty(),
            _ => false,
        }
    }

    /// What a file of plain text has in its place.
    fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Unreadable(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Moment(moment) => moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            Self::List(items) => items.join(LIST_MARK),
        }
    }
}

/// Between the items of a list in one cell. Not `;`, which is what separates cells where numbers have a decimal comma.
const LIST_MARK: &str = "|";

/// Reads a table.
///
/// # Errors
/// When the file as a whole is none of this format.
pub fn read(format: TableFormat, bytes: &[u8]) -> Result<Table, Fault> {
    match format {
        TableFormat::Csv => delimited::read(bytes),
        TableFormat::Xlsx => sheet::read(bytes),
        TableFormat::Jsonl => jsonl::read(bytes),
    }
}

/// Writes a table; `name` is what its sheet is called where it has one. No cell of it is run by an office program.
///
/// # Errors
/// When it is larger than the format allows.
pub fn write(table: &Table, format: TableFormat, name: &str) -> anyhow::Result<Vec<u8>> {
    match format {
        TableFormat::Csv => delimited::write(table),
        TableFormat::Xlsx => sheet::write(table, name),
        TableFormat::Jsonl => jsonl::write(table),
    }
}

/// The text of a file, without the mark that some programs put at its head.
fn utf8(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Fault::of_row(0, "is written in UTF-16; save it as UTF-8"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
        Fault::of_row(line, "is not UTF-8 from here on; save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")")
    })
}

/// Whether an office program would take a text for a formula.
fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
