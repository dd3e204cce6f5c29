//! One calendar file: its shape, and what may be wrong with it, told with the line.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

use jiff::{
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};
use serde::Deserialize;
use toml::{Spanned, value::Datetime};

use super::Named;
use crate::domain::{Calendar, Country, Problem, Severity};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: Spanned<String>,
    zone: Spanned<String>,
    week: Vec<Spanned<String>>,
    hours: Spanned<Vec<Spanned<String>>>,
    year: Vec<Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: Spanned<i16>,
    status: Spanned<String>,
    source: Spanned<String>,
    holidays: Vec<Holiday>,
    #[serde(default)]
    workdays: Vec<Spanned<Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    day: Spanned<Datetime>,
    name: Spanned<String>,
}

/// What is wrong with the calendars of a content folder.
#[must_use]
pub fn check(content: &Path) -> Vec<Problem> {
    read(&content.join("calendar")).1
}

/// Every calendar of the folder that could be read, and every problem.
pub(super) fn read(folder: &Path) -> (BTreeMap<String, Named>, Vec<Problem>) {
    let (mut found, mut problems) = (BTreeMap::new(), Vec::new());
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let what = format!("cannot be read: {error}");
            problems.push(Problem { file: folder.to_owned(), line: 0, what, severity: Severity::Error });
            return (found, problems);
        }
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    for path in paths {
        let key = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let mut reader = Reader { path, text: String::new(), problems: Vec::new() };
        if let Some(named) = reader.calendar(&key) {
            found.insert(key, named);
        }
        problems.append(&mut reader.problems);
    }
    (found, problems)
}

struct Reader {
    path: PathBuf,
    text: String,
    problems: Vec<Problem>,
}

impl Reader {
    fn note(&mut self, span: &Range<usize>, what: String, severity: Severity) {
        let before = &self.text.as_bytes()[..span.start.min(self.text.len())];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        self.problems.push(Problem { file: self.path.clone(), line, what, severity });
    }

    fn wrong(&mut self, span: &Range<usize>, what: impl Into<String>) {
        self.note(span, what.into(), Severity::Error);
    }

    fn calendar(&mut self, key: &str) -> Option<Named> {
        let whole = 0..0;
        self.text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) => {
                self.wrong(&whole, format!("cannot be read: {error}"));
                return None;
            }
        };
        let file: File = match toml::from_str(&self.text) {
            Ok(file) => file,
            Err(error) => {
                self.wrong(&error.span().unwrap_or(whole), error.message());
                return None;
            }
        };
        let country = Country::parse(file.country.get_ref());
        if country.is_none() {
            self.wrong(&file.country.span(), format!("`{}` is no country that we know", file.country.get_ref()));
        }
        let zone = TimeZone::get(file.zone.get_ref());
        if zone.is_err() {
            self.wrong(&file.zone.span(), format!("`{}` is no time zone", file.zone.get_ref()));
        }
        let week = file.week.iter().filter_map(|day| self.weekday(day)).collect();
        let hours = self.hours(&file.hours);
        let (mut holidays, mut workdays, mut years) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for year in &file.year {
            if !years.insert(*year.year.get_ref()) {
                self.wrong(&year.year.span(), format!("the year {} is there twice", year.year.get_ref()));
            }
            self.year(year, &mut holidays, &mut workdays);
        }
        let calendar = Calendar { key: key.to_owned(), zone: zone.ok()?, hours, week, holidays, workdays };
        Some(Named { country: country?, calendar })
    }

    fn year(&mut self, year: &Year, holidays: &mut BTreeSet<Date>, workdays: &mut BTreeSet<Date>) {
        if !matches!(year.status.get_ref().as_str(), "published" | "expected") {
            self.wrong(&year.status.span(), "a year is `published` or `expected`");
        }
        if year.source.get_ref().trim().is_empty() {
            self.wrong(&year.source.span(), "a year names the source of its days");
        }
        for holiday in &year.holidays {
            if holiday.name.get_ref().trim().is_empty() {
                self.wrong(&holiday.name.span(), "a holiday has a name");
            }
            self.day(*year.year.get_ref(), &holiday.day, holidays);
        }
        for day in &year.workdays {
            self.day(*year.year.get_ref(), day, workdays);
        }
        for day in holidays.intersection(workdays) {
            let (what, at) = (format!("{day} is a holiday and a workday"), year.year.span());
            let before = 1 + self.text.as_bytes()[..at.start].iter().filter(|byte| **byte == b'\n').count();
            self.problems.push(Problem { file: self.path.clone(), line: before, what, severity: Severity::Error });
        }
    }

    fn day(&mut self, year: i16, written: &Spanned<Datetime>, into: &mut BTreeSet<Date>) {
        let day: Option<Date> = written.get_ref().to_string().parse().ok();
        match day {
            Some(day) if day.year() != year => self.wrong(&written.span(), format!("{day} is not in {year}")),
            Some(day) if !into.insert(day) => self.wrong(&written.span(), format!("{day} is there twice")),
            Some(_) => {}
            None => self.wrong(&written.span(), "a day is written as 2026-09-18"),
        }
    }

    fn weekday(&mut self, written: &Spanned<String>) -> Option<Weekday> {
        let day = match written.get_ref().as_str() {
            "mon" => Weekday::Monday,
            "tue" => Weekday::Tuesday,
            "wed" => Weekday::Wednesday,
            "thu" => Weekday::Thursday,
            "fri" => Weekday::Friday,
            "sat" => Weekday::Saturday,
            "sun" => Weekday::Sunday,
            other => {
                self.wrong(&written.span(), format!("`{other}` is none of mon, tue, wed, thu, fri, sat, sun"));
                return None;
            }
        };
        Some(day)
    }

    fn hours(&mut self, written: &Spanned<Vec<Spanned<String>>>) -> Vec<(Time, Time)> {
        let mut hours: Vec<(Time, Time)> = Vec::new();
        for stretch in written.get_ref() {
            let parsed = stretch.get_ref().split_once('-').and_then(|(opens, closes)| Some((time(opens)?, time(closes)?)));
            match parsed {
                Some((opens, closes)) if opens < closes && hours.last().is_none_or(|(_, before)| *before < opens) => {
                    hours.push((opens, closes));
                }
                _ => self.wrong(&stretch.span(), "hours are written as 09:00-18:00, one stretch after the other"),
            }
        }
        if written.get_ref().is_empty() {
            self.wrong(&written.span(), "a centre has working hours");
        }
        hours
    }
}

fn time(written: &str) -> Option<Time> {
    let (hour, minute) = written.trim().split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}
