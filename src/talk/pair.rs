//! What the buttons of matches and of consents do, with their frozen spellings inside a payload.

use serde::{Deserialize, Serialize};

use super::action::slug;
use crate::domain::{AgreementKind, Country, Course, EndReason, NoAgreement};

/// What a button of a match does. The staff's stand first, then those of a side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchPress {
    Approve,
    /// For this reason; none asks for one.
    Dismiss(Option<EndReason>),
    /// The side's question has been answered.
    Answered,
    /// The counterpart without a chat was reached by hand: yes to the card, and its contact may be given.
    HandYes,
    HandNo(Option<EndReason>),
    Introduce,
    /// How far the introduction has come.
    Course(Course),
    Agreed(AgreementKind),
    CameToNothing(NoAgreement),
    Show,
    Accept,
    Ask,
    Decline(Option<EndReason>),
    /// Yes to giving one's name, with the version of the text that was shown.
    Release(String),
}

impl MatchPress {
    /// Whether only staff may press it.
    #[must_use]
    pub fn is_for_staff(&self) -> bool {
        !matches!(self, Self::Show | Self::Accept | Self::Ask | Self::Decline(_) | Self::Release(_))
    }

    pub(super) fn encode(&self) -> String {
        let with = |head: &str, code: Option<&str>| code.map_or_else(|| head.to_owned(), |code| format!("{head}={code}"));
        match self {
            Self::Approve => "ok".into(),
            Self::Dismiss(reason) => with("out", reason.map(EndReason::code)),
            Self::Answered => "answered".into(),
            Self::HandYes => "hand-yes".into(),
            Self::HandNo(reason) => with("hand-no", reason.map(EndReason::code)),
            Self::Introduce => "intro".into(),
            Self::Course(course) => with("course", Some(course.code())),
            Self::Agreed(kind) => with("agreed", Some(kind.code())),
            Self::CameToNothing(reason) => with("nothing", Some(reason.code())),
            Self::Show => "show".into(),
            Self::Accept => "yes".into(),
            Self::Ask => "ask".into(),
            Self::Decline(reason) => with("no", reason.map(EndReason::code)),
            Self::Release(version) => with("release", Some(version)),
        }
    }

    pub(super) fn decode(text: &str) -> Option<Self> {
        let (head, code) = text.split_once('=').map_or((text, None), |(head, code)| (head, Some(code)));
        let reason = || match code {
            None => Some(None),
            Some(code) => EndReason::parse(code).map(Some),
        };
        Some(match (head, code) {
            ("ok", None) => Self::Approve,
            ("out", _) => Self::Dismiss(reason()?),
            ("answered", None) => Self::Answered,
            ("hand-yes", None) => Self::HandYes,
            ("hand-no", _) => Self::HandNo(reason()?),
            ("intro", None) => Self::Introduce,
            ("course", Some(code)) => Self::Course(Course::parse(code)?),
            ("agreed", Some(code)) => Self::Agreed(AgreementKind::parse(code)?),
            ("nothing", Some(code)) => Self::CameToNothing(NoAgreement::parse(code)?),
            ("show", None) => Self::Show,
            ("yes", None) => Self::Accept,
            ("ask", None) => Self::Ask,
            ("no", _) => Self::Decline(reason()?),
            ("release", Some(version)) => Self::Release(slug(version)?),
            _ => return None,
        })
    }
}

/// What a button of a consent does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentPress {
    /// Read the text, with its own yes and no.
    Show,
    /// Yes to the text of this version.
    Yes(String),
    No,
    Withdraw,
}

impl ConsentPress {
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Show => "show".into(),
            Self::Yes(version) => format!("yes={version}"),
            Self::No => "no".into(),
            Self::Withdraw => "back".into(),
        }
    }

    pub(super) fn decode(text: &str) -> Option<Self> {
        if let Some(version) = text.strip_prefix("yes=") {
            return Some(Self::Yes(slug(version)?));
        }
        Some(match text {
            "show" => Self::Show,
            "no" => Self::No,
            "back" => Self::Withdraw,
            _ => return None,
        })
    }
}

/// The country of a consent that names one; `-` for the others.
pub(super) fn country_code(country: Option<Country>) -> &'static str {
    country.map_or("-", Country::code)
}

pub(super) fn country_of(code: &str) -> Option<Option<Country>> {
    if code == "-" { Some(None) } else { Country::parse(code).map(Some) }
}
