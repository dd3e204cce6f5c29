//! Tables that enter and leave the house: in which shape, and what leaves in them.

use super::code_list;

code_list! {
    /// The shape of a table in a file; its code is how the file's name ends.
    TableFormat, "format" {
        /// A workbook of a spreadsheet.
        Xlsx = "xlsx",
        /// Text with separators.
        Csv = "csv",
        /// One JSON object a line.
        Jsonl = "jsonl",
    }
}

impl TableFormat {
    /// The shape that a file's ending tells, whatever its case.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            _ => None,
        }
    }
}

code_list! {
    /// Which of the house's work leaves it as a table.
    Exported, "exported" { Requests = "requests", Leads = "leads" }
}

/// Whether the columns that say who somebody is leave with the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contacts {
    Left,
    Included,
}
