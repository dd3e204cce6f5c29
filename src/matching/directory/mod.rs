//! A directory of organisations and of their offers and needs, checked against the code lists and the taxonomy: read from a
//! folder of TOML files or from a table. It says what is wrong with every line; storing it is for others.

mod columns;
mod rules;
mod sheet;
mod written;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::{Spanned, Value};

use super::source::{Source, checked};
use super::taxonomy::Taxonomy;
use crate::domain::{Opportunity, Organisation, Problem, Severity};
use crate::tables::{Cell, Fault};
use rules::Rules;
use written::Written;

pub use columns::{Column, OPPORTUNITY, ORGANISATION};
pub use sheet::{
    Filled, opportunities, opportunities_table, opportunity_changes, organisation_changes, organisations,
    organisations_table,
};

/// What a folder holds, every opportunity with its organisation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Directory {
    pub organisations: Vec<Organisation>,
    pub opportunities: Vec<Opportunity>,
}

/// Reads every `.toml` file of the folder, in the order of their names.
///
/// # Errors
/// All problems of all files, each with its line.
pub fn read(folder: &Path, taxonomy: &Taxonomy) -> Result<Directory, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for path in toml_files(folder)? {
        match Source::read::<File>(&path) {
            Ok(file) => files.push(file),
            Err(found) => problems.extend(found),
        }
    }
    let mut rules = Rules::new(taxonomy, BTreeMap::new());
    let mut directory = Directory::default();
    for (source, file) in &mut files {
        for table in &file.organisation {
            let read = |row: &Written, faults: &mut Vec<Fault>| rules.organisation(row, faults);
            directory.organisations.extend(row_of(source, table, ORGANISATION, read));
        }
    }
    for (source, file) in &mut files {
        for table in &file.opportunity {
            let read = |row: &Written, faults: &mut Vec<Fault>| rules.opportunity(row, faults);
            directory.opportunities.extend(row_of(source, table, OPPORTUNITY, read));
        }
    }
    problems.extend(files.into_iter().flat_map(|(source, _)| source.problems));
    checked(problems, directory).map(|(directory, _)| directory)
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, Vec<Problem>> {
    let unread = |error: std::io::Error| {
        let what = format!("cannot be read: {error}");
        vec![Problem { file: folder.to_owned(), line: 0, what, severity: Severity::Error }]
    };
    let entries = fs::read_dir(folder).map_err(unread)?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>().map_err(unread)?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    Ok(paths)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    organisation: Vec<Fields>,
    #[serde(default)]
    opportunity: Vec<Fields>,
}

/// A table of a file, each field with its place.
type Fields = BTreeMap<String, Spanned<Value>>;

/// One table read by the rules; its faults become the file's problems.
fn row_of<T>(
    source: &mut Source,
    table: &Fields,
    columns: &'static [Column],
    read: impl FnOnce(&Written, &mut Vec<Fault>) -> Option<T>,
) -> Option<T> {
    let line = table.values().map(|value| source.line_of(value)).min().unwrap_or(0);
    let mut row = Written::at(line);
    let mut faults = Vec::new();
    for (name, value) in table {
        let line = source.line_of(value);
        for (name, cell) in cells(name, value.get_ref()) {
            match columns.iter().find(|column| column.name == name) {
                Some(column) => row.put(column.name, line, cell),
                None => faults.push(Fault { line, column: name, what: "is unknown".to_owned() }),
            }
        }
    }
    let read = read(&row, &mut faults);
    for fault in faults {
        source.error_in(fault.line, format!("{}: {}", fault.column, fault.what));
    }
    read
}

/// A field as cells: `period = { from, until }` is two of them.
fn cells(name: &str, value: &Value) -> Vec<(String, Cell)> {
    let cell = match value {
        Value::Table(parts) => {
            return parts.iter().flat_map(|(part, value)| cells(&format!("{name}_{part}"), value)).collect();
        }
        Value::String(text) => Cell::text(text.as_str()),
        Value::Integer(number) => Cell::text(number.to_string()),
        Value::Float(number) => Cell::Number(*number),
        Value::Boolean(truth) => Cell::Truth(*truth),
        Value::Datetime(day) => day.to_string().parse().map_or_else(|_| Cell::text(day.to_string()), Cell::Day),
        Value::Array(items) => {
            Cell::list(items.iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned)))
        }
    };
    vec![(name.to_owned(), cell)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;

    fn index() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("index")
    }

    fn taxonomy() -> Taxonomy {
        Taxonomy::read(&index().join("taxonomy.toml")).expect("the taxonomy is checked by its own test")
    }

    #[test]
    fn the_sample_directory_is_whole_and_marked() {
        let directory = read(&index().join("directory"), &taxonomy()).unwrap_or_else(|problems| {
            panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        });
        assert!(directory.organisations.len() >= 24 && directory.opportunities.len() >= 70);
        assert!(directory.organisations.iter().all(|organisation| organisation.sample));
        for &kind in Kind::ALL {
            assert!(directory.opportunities.iter().any(|opportunity| opportunity.kind == kind), "nobody shows {kind:?}");
        }
    }

    #[test]
    fn every_problem_is_named_with_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.toml"), BROKEN).expect("a file");
        let problems = read(folder.path(), &taxonomy()).expect_err("it is broken");
        let said: Vec<String> = problems.iter().map(|problem| format!("{}: {}", problem.line, problem.what)).collect();
        insta::assert_snapshot!(said.join("\n"), @r"
        3: name: a sample's name ends with one of (muestra) （样本） (sample) (amostra); such as Universidad Austral de Chile
        5: type: `universty` is not in the list `orgtype`, perhaps `university` (there are university, institute, micro, small, medium, large, public, association, investor, individual, other); such as university
        7: region: `CN-GD` is no region of CL; such as CL-LR
        11: partnership: 0 forms of partnership; one to three are asked of `tech-request`; such as pilot|licence
        11: summary: is empty; such as Buscamos un adsorbente probado en planta
        12: by: unknown organisation `nobody`; such as univ-austral
        15: title: holds an address; such as Extracción directa de litio
        18: sectors: unknown sector leaf `lithium`, perhaps `lithium-salt-lakes`; such as lithium-salt-lakes|chemical-engineering
        19: languages: `fr` is not in the list `lang` (there are es, zh, en, pt); such as es|en
        20: period_until: 2027-04-01 is before it begins (2027-05-01); such as 2029-02-28
        21: valid_until: 2026-01-01 is before it was confirmed (2026-10-01); such as 2027-09-30
        ");
    }

    const BROKEN: &str = r#"[[organisation]]
key = "real"
name = "Universidad verdadera"
name_en = "Real university"
type = "universty"
country = "CL"
region = "CN-GD"
sample = true

[[opportunity]]
key = "need"
by = "nobody"
kind = "tech-request"
lang = "es"
title = "Escriba a ana@example.org"
summary = ""
gist_en = "A need."
sectors = ["lithium"]
languages = ["es", "fr"]
period = { from = 2027-05-01, until = 2027-04-01 }
valid_until = 2026-01-01
confirmed = 2026-10-01
"#;
}
