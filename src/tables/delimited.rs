//! Tables as text with separators: comma, semicolon or tab, whichever the heading uses.
//! A cell that an office program would run is written behind an apostrophe, which is taken off again when it is read.

use anyhow::{Context, Result};
use csv::{ByteRecord, ReaderBuilder, Terminator, WriterBuilder};

use super::{Cell, Fault, Heading, Row, Table, looks_like_a_formula, utf8};

/// What may stand between cells; where none of them stands in the heading, the table has one column.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

pub(super) fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let text = utf8(bytes)?;
    let (text, declared, skipped) = declared_separator(text);
    let separator = declared.unwrap_or_else(|| separator_of(text));
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut lines = Lines { text, at: 0, line: 1 + skipped };
    let mut table = Table::default();
    let mut record = ByteRecord::new();
    let mut last = (0, 0);
    loop {
        let more = reader.read_byte_record(&mut record).map_err(|error| Fault::of_row(0, error.to_string()))?;
        if !more {
            break;
        }
        let (begins, line) = lines.of_record(record.position().map_or(0, csv::Position::byte));
        last = (begins, line);
        take(&mut table, line, record.iter().map(cell).collect());
    }
    if table.headings.is_empty() {
        return Err(Fault::of_row(0, "is empty: the first line names the columns"));
    }
    if is_unclosed(&text[last.0..], separator) {
        table.rows.retain(|row| row.line != last.1);
        table.faults.retain(|fault| fault.line != last.1);
        table.faults.push(Fault::of_row(last.1, "a quote that is opened in this row is never closed"));
    }
    Ok(table)
}

/// Takes a record for the heading if it is the first, else for a row. A record of nothing but empty cells is an empty line.
fn take(table: &mut Table, line: usize, mut cells: Vec<Cell>) {
    if cells.iter().all(Cell::is_empty) {
        return;
    }
    if table.headings.is_empty() {
        table.headings = cells.iter().map(|cell| Heading { line, name: cell.plain() }).collect();
        return;
    }
    let width = table.headings.len();
    while cells.len() > width && cells.last().is_some_and(Cell::is_empty) {
        cells.pop();
    }
    if cells.len() == width {
        table.rows.push(Row { line, cells });
        return;
    }
    let what = format!(
        "has {} cells where the heading has {width}; a text that holds the separator or a line break stands in quotes, \
         such as \"one, two\"",
        cells.len()
    );
    table.faults.push(Fault::of_row(line, what));
}

fn cell(bytes: &[u8]) -> Cell {
    // Cut out of UTF-8 at separators, which are ASCII: it is UTF-8 again.
    let text = String::from_utf8_lossy(bytes);
    let bare = text.trim_start_matches('\'');
    let is_guarded = bare.len() < text.len() && looks_like_a_formula(bare);
    Cell::text(if is_guarded { &text[1..] } else { &text[..] })
}

/// A first line such as `sep=;`, which spreadsheets understand and some write; how many lines it takes.
fn declared_separator(text: &str) -> (&str, Option<u8>, usize) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let declared = first.trim_end().strip_prefix("sep=").map(str::as_bytes);
    match declared {
        Some(&[separator]) if SEPARATORS.contains(&separator) => (rest, Some(separator), 1),
        Some([]) if first.starts_with("sep=\t") => (rest, Some(b'\t'), 1),
        _ => (text, None, 0),
    }
}

/// The separator that stands most often in the first line that is not empty, outside quotes.
fn separator_of(text: &str) -> u8 {
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut quoted = false;
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            byte if !quoted => {
                if let Some(known) = SEPARATORS.iter().position(|&separator| separator == byte) {
                    counts[known] += 1;
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    let found = counts.iter().position(|&count| count == most).unwrap_or(0);
    SEPARATORS[found]
}

/// Counts lines as editors do: `\n`, `\r\n` and a lone `\r` each end one.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// Where the record found at this byte really begins, behind empty lines, and on which line.
    fn of_record(&mut self, found: u64) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        let mut begins = usize::try_from(found).unwrap_or(usize::MAX).min(bytes.len());
        while bytes.get(begins).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            begins += 1;
        }
        for at in self.at..begins {
            let ends_line = match bytes[at] {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += usize::from(ends_line);
        }
        self.at = self.at.max(begins);
        (begins, self.line)
    }
}

/// Whether the last record runs to the end of the file because one of its quotes is never closed.
fn is_unclosed(record: &str, separator: u8) -> bool {
    let mut quoted = false;
    let mut at_start = true;
    let mut bytes = record.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if quoted && bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            b'"' if quoted => quoted = false,
            b'"' if at_start => quoted = true,
            _ => {}
        }
        at_start = !quoted && (byte == separator || matches!(byte, b'\n' | b'\r'));
    }
    quoted
}

pub(super) fn write(table: &Table) -> Result<Vec<u8>> {
    // The mark at the head tells spreadsheets that it is UTF-8; without it they show Chinese as rubbish.
    let head = "\u{feff}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(head);
    writer.write_record(table.headings.iter().map(|heading| heading.name.as_str())).context("write a heading")?;
    for row in &table.rows {
        writer.write_record(row.cells.iter().map(guarded)).context("write a row")?;
    }
    writer.into_inner().context("end a table")
}

/// A cell as text; one that a spreadsheet would run, or that begins as a guarded one does, behind an apostrophe.
fn guarded(cell: &Cell) -> String {
    let text = cell.plain();
    let is_text = matches!(cell, Cell::Text(_) | Cell::List(_));
    if is_text && looks_like_a_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text }
}
