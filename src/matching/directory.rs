//! A directory of organisations and of their offers and needs, read from a folder of TOML files and checked against the
//! code lists and the taxonomy. It says what is wrong with every file and line; storing it is for others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::source::{Source, checked};
use super::taxonomy::Taxonomy;
use crate::domain::{
    Budget, Country, Flag, Ipr, Kind, Lang, Opportunity, OrgType, Organisation, Partnership, Period, Problem, Severity,
    Stage, Targets,
};

/// Longest texts, in characters, as on the blind card.
const TITLE: usize = 120;
const SUMMARY: usize = 500;
const GIST: usize = 300;
/// How the name of an invented organisation says so, in each of our languages.
const SAMPLE_MARKS: [&str; 4] = ["(muestra)", "（样本）", "(sample)", "(amostra)"];

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
    let mut reader = Reader { taxonomy, directory: Directory::default(), countries: BTreeMap::new(), keys: BTreeSet::new() };
    for (source, file) in &mut files {
        file.organisation.iter().for_each(|written| reader.organisation(source, written));
    }
    for (source, file) in &mut files {
        file.opportunity.iter().for_each(|written| reader.opportunity(source, written));
    }
    problems.extend(files.into_iter().flat_map(|(source, _)| source.problems));
    checked(problems, reader.directory).map(|(directory, _)| directory)
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

struct Reader<'a> {
    taxonomy: &'a Taxonomy,
    directory: Directory,
    /// Of each organisation that was read.
    countries: BTreeMap<String, Country>,
    /// Of each opportunity that was read.
    keys: BTreeSet<String>,
}

impl Reader<'_> {
    fn organisation(&mut self, source: &mut Source, written: &OrganisationTable) {
        check_text(source, &written.name, TITLE, "name");
        if written.sample && !SAMPLE_MARKS.iter().any(|mark| written.name.get_ref().ends_with(mark)) {
            source.error(&written.name, format!("a sample's name ends with one of {}", SAMPLE_MARKS.join(" ")));
        }
        if let Some(region) = &written.region
            && !region.get_ref().starts_with(&format!("{}-", written.country.get_ref()))
        {
            source.error(region, format!("`{}` is no region of {}", region.get_ref(), written.country.get_ref()));
        }
        let (org_type, country) =
            (code(source, &written.org_type, OrgType::LIST, OrgType::parse), country(source, &written.country));
        let (Some(org_type), Some(country)) = (org_type, country) else { return };
        let key = written.key.get_ref().clone();
        if self.countries.insert(key.clone(), country).is_some() {
            source.error(&written.key, format!("organisation `{key}` is there twice"));
            return;
        }
        self.directory.organisations.push(Organisation {
            key,
            name: written.name.get_ref().clone(),
            name_en: written.name_en.clone(),
            org_type,
            country,
            region: written.region.as_ref().map(|region| region.get_ref().clone()),
            sample: written.sample,
        });
    }

    fn opportunity(&mut self, source: &mut Source, written: &OpportunityTable) {
        let key = written.key.get_ref();
        if !self.keys.insert(key.clone()) {
            source.error(&written.key, format!("opportunity `{key}` is there twice"));
        }
        check_text(source, &written.title, TITLE, "title");
        check_text(source, &written.summary, SUMMARY, "summary");
        check_text(source, &written.gist_en, GIST, "gist_en");
        self.check_sectors(source, &written.sectors, &written.key);
        let kind = code(source, &written.kind, Kind::LIST, Kind::parse);
        let lang = code(source, &written.lang, Lang::LIST, Lang::parse);
        let targets = self.targets(source, written);
        let partnership: BTreeSet<Partnership> = codes(source, &written.partnership, Partnership::LIST, Partnership::parse);
        if let Some(kind) = kind {
            check_partnership(source, &written.key, kind, partnership.len());
        }
        let (valid_until, confirmed) = (date(source, &written.valid_until), date(source, &written.confirmed));
        if valid_until < confirmed {
            source.error(&written.valid_until, "is before it was confirmed");
        }
        let (Some(kind), Some(lang), Some(valid_until), Some(confirmed)) = (kind, lang, valid_until, confirmed) else {
            return;
        };
        self.directory.opportunities.push(Opportunity {
            key: key.clone(),
            organisation: written.by.get_ref().clone(),
            kind,
            lang,
            title: written.title.get_ref().trim().to_owned(),
            summary: written.summary.get_ref().trim().to_owned(),
            gist_en: written.gist_en.get_ref().trim().to_owned(),
            sectors: written.sectors.iter().map(|leaf| leaf.get_ref().clone()).collect(),
            stage: optional(source, written.stage.as_ref(), Stage::LIST, Stage::parse).unwrap_or(Stage::Unknown),
            ipr: optional(source, written.ipr.as_ref(), Ipr::LIST, Ipr::parse).unwrap_or(Ipr::Unknown),
            partnership,
            targets,
            partner_types: codes(source, &written.partner_types, OrgType::LIST, OrgType::parse),
            languages: codes(source, &written.languages, Lang::LIST, Lang::parse),
            period: written.period.as_ref().and_then(|period| self::period(source, period)),
            call: written.call.clone(),
            budget: optional(source, written.budget.as_ref(), Budget::LIST, Budget::parse),
            flags: codes(source, &written.flags, Flag::LIST, Flag::parse),
            valid_until,
            confirmed,
        });
    }

    fn check_sectors(&self, source: &mut Source, leaves: &[Spanned<String>], key: &Spanned<String>) {
        if !(1..=3).contains(&leaves.len()) {
            source.error(key, format!("{} sectors; one to three, the main one first", leaves.len()));
        }
        for leaf in leaves.iter().filter(|leaf| !self.taxonomy.has_leaf(leaf.get_ref())) {
            source.error(leaf, format!("unknown sector leaf `{}`", leaf.get_ref()));
        }
    }

    fn targets(&self, source: &mut Source, written: &OpportunityTable) -> Targets {
        let home = self.countries.get(written.by.get_ref());
        if home.is_none() {
            source.error(&written.by, format!("unknown organisation `{}`", written.by.get_ref()));
        }
        if written.targets.is_empty() {
            return Targets::Abroad;
        }
        for target in &written.targets {
            if home.is_some_and(|home| home.code() == target.get_ref()) {
                source.error(target, "its own country is no target");
            }
        }
        Targets::Only(written.targets.iter().filter_map(|target| country(source, target)).collect())
    }
}

/// All kinds but talent, meetings and consultations name one to three forms of partnership.
fn check_partnership(source: &mut Source, key: &Spanned<String>, kind: Kind, n_forms: usize) {
    let none_asked = matches!(kind, Kind::TalentHost | Kind::TalentSeeker | Kind::EventMeeting | Kind::Consultation);
    if !none_asked && !(1..=3).contains(&n_forms) {
        source.error(key, format!("{n_forms} forms of partnership; one to three are asked of `{}`", kind.code()));
    }
}

/// Not empty, not too long, and without an address by which a blind card would name somebody.
fn check_text(source: &mut Source, text: &Spanned<String>, most: usize, what: &str) {
    let length = text.get_ref().trim().chars().count();
    if length == 0 {
        source.error(text, format!("the {what} is empty"));
    }
    if length > most {
        source.error(text, format!("the {what} has {length} characters, more than {most}"));
    }
    if text.get_ref().contains('@') || text.get_ref().contains("://") {
        source.error(text, format!("the {what} holds an address"));
    }
}

fn code<T>(source: &mut Source, written: &Spanned<String>, list: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
    let item = parse(written.get_ref());
    if item.is_none() {
        source.error(written, format!("`{}` is not in the list `{list}`", written.get_ref()));
    }
    item
}

fn optional<T>(
    source: &mut Source,
    written: Option<&Spanned<String>>,
    list: &str,
    parse: fn(&str) -> Option<T>,
) -> Option<T> {
    written.and_then(|written| code(source, written, list, parse))
}

fn codes<T: Ord>(source: &mut Source, written: &[Spanned<String>], list: &str, parse: fn(&str) -> Option<T>) -> BTreeSet<T> {
    written.iter().filter_map(|written| code(source, written, list, parse)).collect()
}

fn country(source: &mut Source, written: &Spanned<String>) -> Option<Country> {
    code(source, written, Country::LIST, Country::parse)
}

fn date(source: &mut Source, written: &Spanned<Datetime>) -> Option<Date> {
    let day = written.get_ref().to_string().parse().ok();
    if day.is_none() {
        source.error(written, "is no day, such as 2027-06-30");
    }
    day
}

fn period(source: &mut Source, written: &PeriodTable) -> Option<Period> {
    let (from, until) = (date(source, &written.from)?, date(source, &written.until)?);
    if until < from {
        source.error(&written.until, "is before it begins");
    }
    Some(Period { from, until })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    organisation: Vec<OrganisationTable>,
    #[serde(default)]
    opportunity: Vec<OpportunityTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganisationTable {
    key: Spanned<String>,
    name: Spanned<String>,
    name_en: String,
    #[serde(rename = "type")]
    org_type: Spanned<String>,
    country: Spanned<String>,
    region: Option<Spanned<String>>,
    #[serde(default)]
    sample: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OpportunityTable {
    key: Spanned<String>,
    by: Spanned<String>,
    kind: Spanned<String>,
    lang: Spanned<String>,
    title: Spanned<String>,
    summary: Spanned<String>,
    gist_en: Spanned<String>,
    sectors: Vec<Spanned<String>>,
    stage: Option<Spanned<String>>,
    ipr: Option<Spanned<String>>,
    #[serde(default)]
    partnership: Vec<Spanned<String>>,
    #[serde(default)]
    targets: Vec<Spanned<String>>,
    #[serde(default)]
    partner_types: Vec<Spanned<String>>,
    languages: Vec<Spanned<String>>,
    period: Option<PeriodTable>,
    call: Option<String>,
    budget: Option<Spanned<String>>,
    #[serde(default)]
    flags: Vec<Spanned<String>>,
    valid_until: Spanned<Datetime>,
    confirmed: Spanned<Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodTable {
    from: Spanned<Datetime>,
    until: Spanned<Datetime>,
}

#[cfg(test)]
mod tests {
    use super::*;

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
        3: a sample's name ends with one of (muestra) （样本） (sample) (amostra)
        5: `universty` is not in the list `orgtype`
        7: `CN-GD` is no region of CL
        11: 0 forms of partnership; one to three are asked of `tech-request`
        12: unknown organisation `nobody`
        15: the title holds an address
        16: the summary is empty
        18: unknown sector leaf `lithium`
        19: `fr` is not in the list `lang`
        20: is before it begins
        21: is before it was confirmed
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
