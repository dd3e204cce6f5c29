//! What a button of the guided request does, within the payload of its step.

use serde::{Deserialize, Serialize};

use super::action::slug;

/// What a button of the guided request does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormPress {
    /// One code of the step's list; pressed again it is taken back where several may be chosen.
    Pick(String),
    /// Enough chosen.
    Done,
    Back,
    Skip,
    /// Save and leave.
    Save,
    /// Asks whether to give the draft up.
    Cancel,
    /// Give the draft up for good.
    Drop,
    /// From the review: change this field.
    Edit,
    /// Show the other half of a long list.
    More,
    /// Send the request, or say yes to what the step asks.
    Yes,
}

impl FormPress {
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Pick(code) => format!("={code}"),
            Self::Done => "done".into(),
            Self::Back => "back".into(),
            Self::Skip => "skip".into(),
            Self::Save => "save".into(),
            Self::Cancel => "cancel".into(),
            Self::Drop => "drop".into(),
            Self::Edit => "edit".into(),
            Self::More => "more".into(),
            Self::Yes => "yes".into(),
        }
    }

    pub(super) fn decode(text: &str) -> Option<Self> {
        if let Some(code) = text.strip_prefix('=') {
            return Some(Self::Pick(slug(code)?));
        }
        Some(match text {
            "done" => Self::Done,
            "back" => Self::Back,
            "skip" => Self::Skip,
            "save" => Self::Save,
            "cancel" => Self::Cancel,
            "drop" => Self::Drop,
            "edit" => Self::Edit,
            "more" => Self::More,
            "yes" => Self::Yes,
            _ => return None,
        })
    }
}
