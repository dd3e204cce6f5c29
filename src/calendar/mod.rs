//! The centres' business calendars, read from `index/calendar/` and checked: one file a country, one table a year.
//! It knows files and zones; what a calendar means is `domain`'s.

mod file;
mod zones;

use std::{collections::BTreeMap, path::Path, sync::Arc};

use jiff::tz::TimeZone;

use crate::domain::{Calendar, Country, Problem, Severity};

pub use file::check;

/// The calendar of the house where nothing else is chosen: the centre is in Chile.
pub const HOME: &str = "cl";

/// Every calendar, by the name of its file. Clones are cheap.
#[derive(Debug, Clone)]
pub struct Calendars(Arc<BTreeMap<String, Named>>);

/// A calendar with the country whose people keep it.
#[derive(Debug)]
pub(crate) struct Named {
    country: Country,
    calendar: Calendar,
}

impl Calendars {
    /// Reads the folder `calendar` of the content.
    ///
    /// # Errors
    /// All problems of all files; a folder without the centre's own calendar is one.
    pub fn open(content: &Path) -> Result<Self, Vec<Problem>> {
        let folder = content.join("calendar");
        let (found, problems) = file::read(&folder);
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(problems);
        }
        if !found.contains_key(HOME) {
            let what = format!("the centre's own calendar, {HOME}.toml, is missing");
            return Err(vec![Problem { file: folder, line: 0, what, severity: Severity::Error }]);
        }
        Ok(Self(Arc::new(found)))
    }

    /// The centre's own calendar.
    ///
    /// # Panics
    /// Never: `open` refuses a folder without it.
    #[must_use]
    pub fn home(&self) -> &Calendar {
        &self.0.get(HOME).expect("open refuses a folder without it").calendar
    }

    /// The calendar of this name, else the centre's own.
    #[must_use]
    pub fn named(&self, key: &str) -> &Calendar {
        self.0.get(key).map_or_else(|| self.home(), |named| &named.calendar)
    }

    /// Where the clocks of people of this country stand, if it is known.
    #[must_use]
    pub fn zone_of(&self, country: Country) -> Option<TimeZone> {
        let own = self.0.values().find(|named| named.country == country).map(|named| named.calendar.zone.clone());
        own.or_else(|| zones::capital(country))
    }

    /// The names of all calendars with their countries.
    pub fn all(&self) -> impl Iterator<Item = (&str, Country)> {
        self.0.iter().map(|(key, named)| (key.as_str(), named.country))
    }
}
