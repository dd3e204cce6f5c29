//! What an organisation and an opportunity are called column by column, wherever they are written: in a file of the
//! directory, in a spreadsheet, in JSON lines. It says what a column holds; `rules` says what is right in it.

use super::written::Written;
use crate::tables::{Fault, Heading, Row, Table};

/// A column.
#[derive(Debug)]
pub struct Column {
    /// The name by which people find it in faults, exports and the help.
    pub name: &'static str,
    /// Other names that are understood.
    pub others: &'static [&'static str],
    /// Whether every row fills it in.
    pub is_needed: bool,
    /// What it holds, for the help.
    pub what: &'static str,
    /// A right value, for the help and for whoever wrote a wrong one.
    pub example: &'static str,
}

const fn needed(name: &'static str, others: &'static [&'static str], what: &'static str, example: &'static str) -> Column {
    Column { name, others, is_needed: true, what, example }
}

const fn optional(name: &'static str, others: &'static [&'static str], what: &'static str, example: &'static str) -> Column {
    Column { name, others, is_needed: false, what, example }
}

/// The columns of organisations, in the order in which they are written.
pub const ORGANISATION: &[Column] = &[
    needed(
        "key",
        &["id", "organisation", "organization"],
        "the name by which it is known again: letters, digits, - _ .",
        "univ-austral",
    ),
    needed(
        "name",
        &["organisation_name", "organization_name"],
        "its name in its own language, at most 120 characters",
        "Universidad Austral de Chile",
    ),
    optional(
        "name_en",
        &["english_name", "name_english"],
        "its English name; left empty, its own name",
        "Austral University of Chile",
    ),
    needed(
        "type",
        &["org_type", "orgtype", "organisation_type", "organization_type"],
        "a code: university, institute, micro (to 10 people), small (to 49), medium (to 249), large, public, association, investor, individual, other",
        "university",
    ),
    needed("country", &["country_code"], "an ISO 3166 code, ZZ for one that is not known", "CL"),
    optional("region", &["region_code"], "an ISO 3166-2 code of that country", "CL-LR"),
    optional(
        "sample",
        &["is_sample"],
        "true for an invented one, whose name then ends with (sample) in its language",
        "false",
    ),
];

/// The columns of opportunities, in the order in which they are written.
pub const OPPORTUNITY: &[Column] = &[
    needed(
        "key",
        &["id", "opportunity"],
        "the name by which it is known again: letters, digits, - _ .",
        "lithium-brine-extraction",
    ),
    needed(
        "by",
        &["organisation", "organization", "org", "organisation_key", "organization_key", "org_key"],
        "the key of its organisation, which was imported before",
        "univ-austral",
    ),
    needed(
        "kind",
        &[],
        "a code: tech-offer, tech-request, result-offer, research, talent-host, talent-seeker, biz-offer, biz-request, train-offer, train-request, invest-sought, investor, event, consult",
        "tech-request",
    ),
    needed("lang", &["language"], "the language of title and summary: es, zh, en, pt", "es"),
    needed("title", &[], "at most 120 characters, without names or addresses", "Extracción directa de litio"),
    needed(
        "summary",
        &["description"],
        "at most 500 characters, without names or addresses",
        "Buscamos un adsorbente probado en planta",
    ),
    needed(
        "gist_en",
        &["gist", "english_gist"],
        "one English sentence, at most 300 characters",
        "A lithium producer seeks a proven adsorbent.",
    ),
    needed(
        "sectors",
        &["sector"],
        "one to three leaves of the taxonomy, the main one first",
        "lithium-salt-lakes|chemical-engineering",
    ),
    optional("stage", &[], "a code: concept, development, lab, demo, market, unknown", "demo"),
    optional("ipr", &["ip"], "a code: none, know-how, applied, granted, unknown", "granted"),
    optional(
        "partnership",
        &["partnerships", "partnership_types"],
        "one to three codes (none needed for talent, event, consult): licence, rd, pilot, joint-lab, commercial, supplier, outsourcing, investment, mobility, mou",
        "pilot|licence",
    ),
    optional("targets", &["target_countries", "target"], "countries wanted; left empty, any but one's own", "CN|BR"),
    optional("partner_types", &["partner_type"], "types of partner wanted; left empty, any", "institute|large"),
    optional("languages", &["working_languages", "languages_work"], "working languages", "es|en"),
    optional("period_from", &["from"], "first day of the cooperation", "2027-03-01"),
    optional("period_until", &["until", "to"], "last day of the cooperation", "2029-02-28"),
    optional("call", &[], "identifier of a funding call", "ANID-NSFC-2027"),
    optional("budget", &["budget_band"], "a code: under-10k, 10k-50k, 50k-250k, over-250k, undisclosed", "50k-250k"),
    optional("flags", &["flag"], "codes: dual-use, genetic, health-data, important-data", "genetic"),
    needed("valid_until", &["valid", "expires"], "the last day on which it holds; a past day withdraws it", "2027-09-30"),
    needed("confirmed", &["confirmed_on", "confirmed_at"], "the day on which its owner last confirmed it", "2026-11-03"),
];

/// The column of this name.
pub(super) fn named(columns: &'static [Column], name: &str) -> Option<&'static Column> {
    let name = plain(name);
    columns.iter().find(|column| column.name == name || column.others.contains(&name.as_str()))
}

/// The column that somebody probably meant by a name that is none.
pub(super) fn nearest(columns: &'static [Column], name: &str) -> Option<&'static Column> {
    /// Below this likeness it is another word and no slip of the finger.
    const ALIKE: f64 = 0.65;
    let name = plain(name);
    let likeness = |column: &Column| {
        let names = std::iter::once(&column.name).chain(column.others);
        names.map(|known| strsim::normalized_damerau_levenshtein(known, &name)).fold(0.0, f64::max)
    };
    let best = columns.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) >= ALIKE).then_some(best)
}

/// A column's name whatever its case, with the marks that people put beside names of columns.
fn plain(name: &str) -> String {
    let name = name.trim().trim_end_matches(['*', ':']).trim_end().to_lowercase();
    name.chars().map(|c| if c.is_whitespace() || matches!(c, '-' | '.') { '_' } else { c }).collect()
}

/// A table's rows, with what they have in columns that we know; beside them what is wrong with the heading, and what is
/// only worth a look.
#[derive(Debug, Default)]
pub(super) struct Headed {
    pub rows: Vec<Written>,
    pub faults: Vec<Fault>,
    pub warnings: Vec<Fault>,
}

/// Finds the columns of a table. One that nobody knows is left out with a warning, unless it looks like a slip of the finger:
/// then leaving it out would lose what was meant.
pub(super) fn headed(table: Table, columns: &'static [Column]) -> Headed {
    let mut found = Headed { faults: table.faults, ..Headed::default() };
    let mut places: Vec<Option<&'static Column>> = Vec::new();
    for (place, heading) in table.headings.iter().enumerate() {
        let used = || table.rows.iter().any(|row| !row.cells[place].is_empty());
        let mut column = named(columns, &heading.name);
        if column.is_none() && (!heading.name.trim().is_empty() || used()) {
            unknown(&mut found, heading, columns);
        }
        // Lines of JSON may each call a column otherwise; in one heading, or in one line, it is there once.
        let is_doubled = |(earlier, known): (&Heading, &Option<&Column>)| {
            earlier.line == heading.line && known.is_some_and(|known| column.is_some_and(|column| known.name == column.name))
        };
        if table.headings.iter().zip(&places).any(is_doubled) {
            found.faults.push(of_column(heading, "is there twice".to_owned()));
            column = None;
        }
        places.push(column);
    }
    let first = table.headings.first().map_or(0, |heading| heading.line);
    // Where no line could be taken apart nothing is known of columns.
    for column in columns.iter().filter(|column| column.is_needed && first > 0) {
        if !places.iter().flatten().any(|present| present.name == column.name) {
            let what = format!("is not in the file; it holds {}, such as {}", column.what, column.example);
            found.faults.push(Fault { line: first, column: column.name.to_owned(), what });
        }
    }
    for row in table.rows {
        let row = written(row, &places, &mut found.faults);
        found.rows.push(row);
    }
    found
}

fn unknown(found: &mut Headed, heading: &Heading, columns: &'static [Column]) {
    match nearest(columns, &heading.name) {
        _ if heading.name.trim().is_empty() => found.faults.push(of_column(heading, "has no name".to_owned())),
        Some(meant) => found.faults.push(of_column(heading, format!("is unknown; perhaps `{}`", meant.name))),
        None => found.warnings.push(of_column(heading, "is unknown and left out".to_owned())),
    }
}

fn of_column(heading: &Heading, what: String) -> Fault {
    Fault { line: heading.line, column: heading.name.trim().to_owned(), what }
}

fn written(row: Row, places: &[Option<&'static Column>], faults: &mut Vec<Fault>) -> Written {
    let mut written = Written::at(row.line);
    for (cell, column) in row.cells.into_iter().zip(places) {
        let Some(column) = column else { continue };
        if !cell.is_empty() && written.has(column.name) {
            faults.push(Fault { line: row.line, column: column.name.to_owned(), what: "is there twice".to_owned() });
        }
        written.put(column.name, row.line, cell);
    }
    written
}
