//! One row as somebody wrote it, and how its columns are read: every wrong value is noted with its place and with a right one,
//! and reading goes on, so that all faults of a file are told at once.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use super::columns::Column;
use crate::domain::CodeList;
use crate::tables::{Cell, Fault};

/// What stands in each column of a row.
#[derive(Debug)]
pub(super) struct Written {
    pub line: usize,
    fields: HashMap<&'static str, (usize, Cell)>,
}

impl Written {
    pub fn at(line: usize) -> Self {
        Self { line, fields: HashMap::new() }
    }

    /// Puts what stands on this line into a column; an empty cell is as good as none.
    pub fn put(&mut self, column: &'static str, line: usize, cell: Cell) {
        if !cell.is_empty() {
            self.fields.insert(column, (line, cell));
        }
    }

    /// Whether anything stands in the column.
    pub fn has(&self, column: &str) -> bool {
        self.fields.contains_key(column)
    }
}

/// A row while it is read.
pub(super) struct Fields<'a> {
    pub written: &'a Written,
    pub columns: &'static [Column],
    pub faults: &'a mut Vec<Fault>,
}

impl Fields<'_> {
    /// Notes what is wrong in a column, with a right value for it.
    pub fn fault(&mut self, column: &'static str, what: impl Into<String>) {
        let line = self.written.fields.get(column).map_or(self.written.line, |(line, _)| *line);
        let example = self.columns.iter().find(|known| known.name == column).map_or("", |known| known.example);
        self.faults.push(Fault { line, column: column.to_owned(), what: format!("{}; such as {example}", what.into()) });
    }

    /// Whether anything stands in the column.
    pub fn has(&self, column: &'static str) -> bool {
        self.written.has(column)
    }

    fn cell(&self, column: &'static str) -> Option<&Cell> {
        self.written.fields.get(column).map(|(_, cell)| cell)
    }

    /// Notes that a column has to be filled in.
    fn missing<T>(&mut self, column: &'static str) -> Option<T> {
        self.fault(column, "is empty");
        None
    }

    /// A text of at most so many characters; noted where there is none.
    pub fn text(&mut self, column: &'static str, most: usize) -> Option<String> {
        if self.has(column) { self.optional_text(column, most) } else { self.missing(column) }
    }

    /// A text of at most so many characters.
    pub fn optional_text(&mut self, column: &'static str, most: usize) -> Option<String> {
        let text = self.words(column)?;
        let length = text.chars().count();
        if length > most {
            self.fault(column, format!("has {length} characters, more than {most}"));
            return None;
        }
        if let Some(control) = text.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t') {
            self.fault(column, format!("holds the invisible character U+{:04X}", u32::from(control)));
            return None;
        }
        Some(text)
    }

    /// What stands in a cell as words, trimmed. A day in it was a text that a spreadsheet took for one.
    fn words(&mut self, column: &'static str) -> Option<String> {
        let wrong = match self.cell(column)? {
            Cell::Empty => return None,
            Cell::Text(text) => return Some(text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()),
            Cell::Number(number) => return Some(number.to_string()),
            Cell::Truth(truth) => return Some(truth.to_string()),
            Cell::List(items) if items.len() == 1 => return Some(items[0].trim().to_owned()),
            Cell::List(_) => "holds a list where one value belongs".to_owned(),
            Cell::Day(day) => format!("holds the date {day} where a text belongs; format the cell as text"),
            Cell::Moment(moment) => format!("holds the time {moment} where a text belongs; format the cell as text"),
            Cell::Unreadable(what) => format!("holds {what}"),
        };
        self.fault(column, wrong);
        None
    }

    /// A code of a list; noted where there is none.
    pub fn code<T: CodeList>(&mut self, column: &'static str) -> Option<T> {
        if self.has(column) { self.optional_code(column) } else { self.missing(column) }
    }

    /// A code of a list.
    pub fn optional_code<T: CodeList>(&mut self, column: &'static str) -> Option<T> {
        let typed = self.words(column)?;
        self.read_code(column, &typed)
    }

    /// The codes of a cell, each of them once. `any` is as good as none.
    pub fn codes<T: CodeList + Ord>(&mut self, column: &'static str) -> BTreeSet<T> {
        let typed = self.items(column);
        if typed.iter().all(|item| item.eq_ignore_ascii_case("any")) {
            return BTreeSet::new();
        }
        typed.iter().filter_map(|item| self.read_code(column, item)).collect()
    }

    fn read_code<T: CodeList>(&mut self, column: &'static str, typed: &str) -> Option<T> {
        let plain = plain(typed);
        let found = T::ALL.iter().copied().find(|item| self::plain(item.code()) == plain);
        if found.is_none() {
            let codes: Vec<&str> = T::ALL.iter().map(|item| item.code()).collect();
            self.fault(column, format!("`{}` is not in the list `{}`{}", short(typed), T::LIST, meant(typed, &codes)));
        }
        found
    }

    /// The items of a list: of its own, or in one cell between `;` or `|`.
    pub fn items(&mut self, column: &'static str) -> Vec<String> {
        if let Some(Cell::List(items)) = self.cell(column) {
            return items.iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect();
        }
        let words = self.words(column).unwrap_or_default();
        words.split([';', '|', '；', '\n']).map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
    }

    /// A day; noted where there is none.
    pub fn day(&mut self, column: &'static str) -> Option<Date> {
        if self.has(column) { self.optional_day(column) } else { self.missing(column) }
    }

    /// A day: a date of the spreadsheet, or year, month and day in this order. Other orders are not guessed.
    pub fn optional_day(&mut self, column: &'static str) -> Option<Date> {
        let found = match self.cell(column)? {
            Cell::Day(day) => Ok(*day),
            Cell::Moment(moment) => Ok(moment.to_zoned(jiff::tz::TimeZone::UTC).date()),
            Cell::Text(text) => read_day(text).ok_or_else(|| format!("`{}` is no day; write year-month-day", short(text))),
            Cell::Number(number) => Err(format!("the number {number} is no day; format the cell as a date")),
            Cell::Empty => return None,
            other => Err(format!("{other:?} is no day")),
        };
        found.map_err(|what| self.fault(column, what)).ok()
    }

    /// Yes or no; no where nothing stands.
    pub fn truth(&mut self, column: &'static str) -> bool {
        if let Some(Cell::Truth(truth)) = self.cell(column) {
            return *truth;
        }
        let Some(words) = self.words(column) else { return false };
        match words.to_lowercase().as_str() {
            "true" | "yes" | "y" | "1" | "x" | "sí" | "si" | "sim" | "是" | "verdadero" | "verdadeiro" => true,
            "false" | "no" | "n" | "0" | "não" | "nao" | "否" | "falso" => false,
            _ => {
                self.fault(column, format!("`{}` is neither true nor false", short(&words)));
                false
            }
        }
    }
}

/// What somebody probably meant, and what there is.
fn meant(typed: &str, known: &[&str]) -> String {
    let plain = plain(typed);
    let likeness = |code: &&&str| strsim::normalized_damerau_levenshtein(&plain, &self::plain(code));
    let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let nearest = best.filter(|best| likeness(best) >= 0.5).map(|best| format!(", perhaps `{best}`")).unwrap_or_default();
    format!("{nearest} (there are {})", known.join(", "))
}

/// A code however it is typed.
fn plain(code: &str) -> String {
    code.trim().to_lowercase().replace([' ', '_'], "-")
}

/// The beginning of what was typed, for a line of a report.
pub(super) fn short(typed: &str) -> String {
    const MOST: usize = 60;
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST { line } else { line.chars().take(MOST).chain(['…']).collect() }
}

fn read_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let numbers: Vec<&str> = text.split(['/', '.', '-', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = numbers[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
