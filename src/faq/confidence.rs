//! From scores to a verdict: how probable it is that the first entry is the right one, and what the bot then does.
//! The model is a logistic one, fitted on our own content by asking withheld phrasings and withheld entries
//! (`tests/puente/calibration.rs` fits it and holds it to its word).

use serde::Serialize;

use super::search::Hit;

/// What the bot does with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Show the first entry.
    Sure,
    /// Show up to three and let the person choose.
    Choose,
    /// Say that nothing was found and offer a person.
    Unknown,
}

impl Verdict {
    /// How it is written in runs and reports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Choose => "choose",
            Self::Unknown => "unknown",
        }
    }
}

/// Above this confidence the first entry is shown alone.
pub(super) const SURE: f32 = 0.9;
/// Below this nothing is shown.
pub(super) const UNKNOWN: f32 = 0.2;

pub(super) const N_FEATURES: usize = 11;

/// What the model looks at, each roughly between 0 and 1. `country` says how well the entry agrees with the country that is
/// named, and how near the same topic in the other country comes.
pub(super) fn features(first: &Hit, second: Option<&Hit>, n_words: usize, country: [f32; 2]) -> [f32; N_FEATURES] {
    let gap = second.map_or(1.0, |second| (first.score - second.score) / first.score.max(f32::MIN_POSITIVE));
    let near_gap = first.nearness - second.map_or(0.0, |second| second.nearness);
    #[expect(clippy::cast_precision_loss, reason = "a question has few words")]
    let length = (1.0 + n_words as f32).ln() / 3.0;
    [
        first.score,
        (1.0 + first.raw).ln() / 3.0,
        gap,
        first.nearness,
        near_gap,
        first.asked_share,
        first.answer_share,
        first.rarest_missing,
        length,
        country[0],
        country[1],
    ]
}

/// Fitted weights, the last one constant.
const WEIGHTS: [f32; N_FEATURES + 1] = [4.0, 1.0, 4.0, 4.0, 1.0, 3.0, 1.0, -1.5, 0.0, 0.5, -1.0, -5.0];

/// The probability that the first entry is right.
pub(super) fn confidence(features: &[f32; N_FEATURES]) -> f32 {
    apply(&WEIGHTS, features)
}

/// The logistic model with these weights.
pub(super) fn apply(weights: &[f32; N_FEATURES + 1], features: &[f32; N_FEATURES]) -> f32 {
    let sum: f32 = weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum();
    1.0 / (1.0 + (-(sum + weights[N_FEATURES])).exp())
}

/// What to do at this confidence.
pub(super) fn verdict(confidence: f32) -> Verdict {
    if confidence >= SURE {
        Verdict::Sure
    } else if confidence >= UNKNOWN {
        Verdict::Choose
    } else {
        Verdict::Unknown
    }
}
