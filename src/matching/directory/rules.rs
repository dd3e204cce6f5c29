//! What is right in an organisation and in an opportunity: the one set of rules for files of the directory and for imports.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{OPPORTUNITY, ORGANISATION};
use super::written::{Fields, Written, short};
use crate::domain::{Country, Ipr, Kind, Opportunity, Organisation, Partnership, Period, Stage, Targets};
use crate::matching::taxonomy::Taxonomy;
use crate::tables::Fault;

/// Longest texts, in characters, as on the blind card.
const TITLE: usize = 120;
const SUMMARY: usize = 500;
const GIST: usize = 300;
const KEY: usize = 80;
/// How the name of an invented organisation says so, in each of our languages.
const SAMPLE_MARKS: [&str; 4] = ["(muestra)", "（样本）", "(sample)", "(amostra)"];

/// Reads rows one after the other, remembering what later ones refer to.
pub(super) struct Rules<'a> {
    pub taxonomy: &'a Taxonomy,
    /// Where each organisation that may be referred to is at home.
    pub homes: BTreeMap<String, Country>,
    /// The keys met so far, with their lines.
    organisations: BTreeMap<String, usize>,
    opportunities: BTreeMap<String, usize>,
}

impl<'a> Rules<'a> {
    pub fn new(taxonomy: &'a Taxonomy, homes: BTreeMap<String, Country>) -> Self {
        Self { taxonomy, homes, organisations: BTreeMap::new(), opportunities: BTreeMap::new() }
    }

    /// The organisation of a row; none when something is wrong with it, which is noted.
    pub fn organisation(&mut self, written: &Written, faults: &mut Vec<Fault>) -> Option<Organisation> {
        let before = faults.len();
        let mut row = Fields { written, columns: ORGANISATION, faults };
        let key = key(&mut row, &mut self.organisations);
        let name = line(&mut row, "name", TITLE);
        let name_en = row.optional_text("name_en", TITLE).map(one_line);
        let org_type = row.code("type");
        let country: Option<Country> = row.code("country");
        let region = region(&mut row, country);
        let sample = row.truth("sample");
        if let Some(name) = &name
            && sample
            && !SAMPLE_MARKS.iter().any(|mark| name.ends_with(mark))
        {
            row.fault("name", format!("a sample's name ends with one of {}", SAMPLE_MARKS.join(" ")));
        }
        // A home that is known spares the opportunities of a faulty organisation a second fault.
        if let (Some(key), Some(country)) = (&key, country) {
            self.homes.insert(key.clone(), country);
        }
        if faults.len() > before {
            return None;
        }
        let (key, name) = (key?, name?);
        let name_en = name_en.unwrap_or_else(|| name.clone());
        Some(Organisation { key, name, name_en, org_type: org_type?, country: country?, region, sample })
    }

    /// The opportunity of a row; none when something is wrong with it, which is noted.
    pub fn opportunity(&mut self, written: &Written, faults: &mut Vec<Fault>) -> Option<Opportunity> {
        let before = faults.len();
        let mut row = Fields { written, columns: OPPORTUNITY, faults };
        let key = key(&mut row, &mut self.opportunities);
        let organisation = row.text("by", KEY);
        let kind: Option<Kind> = row.code("kind");
        let lang = row.code("lang");
        let title = line(&mut row, "title", TITLE);
        let summary = blind_text(&mut row, "summary", SUMMARY);
        let gist_en = line(&mut row, "gist_en", GIST);
        let sectors = self.sectors(&mut row);
        let partnership = partnership(&mut row, kind);
        let targets = self.targets(&mut row, organisation.as_deref());
        let (stage, ipr) = (row.optional_code("stage"), row.optional_code("ipr"));
        let (partner_types, languages) = (row.codes("partner_types"), row.codes("languages"));
        let (budget, flags) = (row.optional_code("budget"), row.codes("flags"));
        let (period, call) = (period(&mut row), row.optional_text("call", KEY));
        let (valid_until, confirmed) = (row.day("valid_until"), row.day("confirmed"));
        if let (Some(until), Some(confirmed)) = (valid_until, confirmed)
            && until < confirmed
        {
            row.fault("valid_until", format!("{until} is before it was confirmed ({confirmed})"));
        }
        if faults.len() > before {
            return None;
        }
        Some(Opportunity {
            key: key?,
            organisation: organisation?,
            kind: kind?,
            lang: lang?,
            title: title?,
            summary: summary?,
            gist_en: gist_en?,
            sectors,
            stage: stage.unwrap_or(Stage::Unknown),
            ipr: ipr.unwrap_or(Ipr::Unknown),
            partnership,
            targets,
            partner_types,
            languages,
            period,
            call,
            budget,
            flags,
            valid_until: valid_until?,
            confirmed: confirmed?,
        })
    }

    fn sectors(&self, row: &mut Fields<'_>) -> Vec<String> {
        let leaves: Vec<String> =
            row.items("sectors").iter().map(|leaf| leaf.to_lowercase().replace([' ', '_'], "-")).collect();
        if !(1..=3).contains(&leaves.len()) {
            row.fault("sectors", format!("{} sectors; one to three, the main one first", leaves.len()));
        }
        if leaves.iter().collect::<BTreeSet<_>>().len() < leaves.len() {
            row.fault("sectors", "names a sector twice");
        }
        for leaf in leaves.iter().filter(|leaf| !self.taxonomy.has_leaf(leaf)) {
            let near = self.taxonomy.find(&leaf.replace('-', " "));
            let near = near.first().map(|near| format!(", perhaps `{near}`")).unwrap_or_default();
            row.fault("sectors", format!("unknown sector leaf `{}`{near}", short(leaf)));
        }
        leaves
    }

    fn targets(&self, row: &mut Fields<'_>, by: Option<&str>) -> Targets {
        let home = by.and_then(|by| self.homes.get(by).copied());
        if let Some(by) = by
            && home.is_none()
        {
            let known: Vec<&str> = self.homes.keys().map(String::as_str).collect();
            row.fault("by", format!("unknown organisation `{}`{}", short(by), near_key(by, &known)));
        }
        let countries: BTreeSet<Country> = row.codes("targets");
        if let Some(home) = home
            && countries.contains(&home)
        {
            row.fault("targets", format!("its own country {} is no target", home.code()));
        }
        if countries.is_empty() { Targets::Abroad } else { Targets::Only(countries) }
    }
}

/// The one known key that differs by little.
fn near_key(typed: &str, known: &[&str]) -> String {
    let likeness = |key: &&&str| strsim::normalized_damerau_levenshtein(typed, key);
    // Thousands may be known, and one slip of the finger changes no length by more than this.
    let close = known.iter().filter(|key| key.len().abs_diff(typed.len()) <= 2);
    let best = close.max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    best.filter(|best| likeness(best) >= 0.7).map(|best| format!(", perhaps `{best}`")).unwrap_or_default()
}

/// A key that was not met before.
fn key(row: &mut Fields<'_>, met: &mut BTreeMap<String, usize>) -> Option<String> {
    let key = row.text("key", KEY)?;
    if !key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')) {
        row.fault("key", format!("`{}` holds other characters than letters, digits, - _ .", short(&key)));
        return None;
    }
    if let Some(line) = met.get(&key) {
        row.fault("key", format!("`{key}` is there twice, first in line {line}"));
        return None;
    }
    met.insert(key.clone(), row.written.line);
    Some(key)
}

/// A text without an address by which a blind card would name somebody.
fn blind_text(row: &mut Fields<'_>, column: &'static str, most: usize) -> Option<String> {
    let text = row.text(column, most)?;
    if text.contains('@') || text.contains("://") {
        row.fault(column, "holds an address");
        return None;
    }
    Some(text)
}

/// The same, in one line whatever the cell looks like.
fn line(row: &mut Fields<'_>, column: &'static str, most: usize) -> Option<String> {
    blind_text(row, column, most).map(one_line)
}

fn one_line(text: String) -> String {
    if text.contains(['\n', '\t']) { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text }
}

/// A part of the country, by its ISO 3166-2 code.
fn region(row: &mut Fields<'_>, country: Option<Country>) -> Option<String> {
    let region = row.optional_text("region", KEY)?.to_uppercase();
    let Some(country) = country else { return Some(region) };
    let part = region.strip_prefix(country.code()).and_then(|rest| rest.strip_prefix('-'));
    if part.is_some_and(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())) {
        return Some(region);
    }
    row.fault("region", format!("`{}` is no region of {}", short(&region), country.code()));
    None
}

/// All kinds but talent, meetings and consultations name one to three forms of partnership.
fn partnership(row: &mut Fields<'_>, kind: Option<Kind>) -> BTreeSet<Partnership> {
    let before = row.faults.len();
    let forms: BTreeSet<Partnership> = row.codes("partnership");
    let none_asked =
        matches!(kind, None | Some(Kind::TalentHost | Kind::TalentSeeker | Kind::EventMeeting | Kind::Consultation));
    if let Some(kind) = kind
        && !none_asked
        && row.faults.len() == before
        && !(1..=3).contains(&forms.len())
    {
        row.fault(
            "partnership",
            format!("{} forms of partnership; one to three are asked of `{}`", forms.len(), kind.code()),
        );
    }
    forms
}

fn period(row: &mut Fields<'_>) -> Option<Period> {
    match (row.has("period_from"), row.has("period_until")) {
        (true, false) => {
            row.fault("period_until", "is empty although the period begins");
            return None;
        }
        (false, true) => {
            row.fault("period_from", "is empty although the period ends");
            return None;
        }
        _ => {}
    }
    let (from, until) = (row.optional_day("period_from"), row.optional_day("period_until"));
    let (from, until) = (from?, until?);
    if until < from {
        row.fault("period_until", format!("{until} is before it begins ({from})"));
    }
    Some(Period { from, until })
}
