//! What the buttons of a member of staff's own desk mean: how long a lead sleeps, and what the desk takes.

use serde::{Deserialize, Serialize};

use super::action::slug;
use crate::domain::{Country, Lang, code_list};

code_list! {
    /// How long a lead sleeps.
    SnoozeFor, "button-snooze" {
        Day = "1d", ThreeDays = "3d", Week = "7d",
        /// Until the partner writes.
        Reply = "reply",
        /// No longer.
        End = "end",
    }
}

code_list! {
    /// A page of one's own desk.
    DeskPage, "desk-page" { Main = "main", Sectors = "sectors", Countries = "countries" }
}

/// What a button of one's own desk changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeskPress {
    Page(DeskPage),
    Lang(Lang),
    Sector(String),
    Country(Country),
    /// Whose office hours.
    Calendar(String),
    /// A lead more at a time.
    More,
    Less,
}

impl DeskPress {
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Page(page) => format!("page:{}", page.code()),
            Self::Lang(lang) => format!("lang:{}", lang.code()),
            Self::Sector(sector) => format!("sector:{sector}"),
            Self::Country(country) => format!("country:{}", country.code()),
            Self::Calendar(key) => format!("hours:{key}"),
            Self::More => "more".into(),
            Self::Less => "less".into(),
        }
    }

    pub(super) fn decode(text: &str) -> Option<Self> {
        let (head, rest) = text.split_once(':').unwrap_or((text, ""));
        Some(match head {
            "page" => Self::Page(DeskPage::parse(rest)?),
            "lang" => Self::Lang(Lang::parse(rest)?),
            "sector" => Self::Sector(slug(rest)?),
            "country" => Self::Country(Country::parse(rest)?),
            "hours" => Self::Calendar(slug(rest)?),
            "more" => Self::More,
            "less" => Self::Less,
            _ => return None,
        })
    }
}
