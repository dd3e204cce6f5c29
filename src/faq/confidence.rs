//! From scores to a verdict: how probable it is that the right entry was found, and what the bot then does.
//! The model is a logistic one, fitted on our own content by asking withheld phrasings and withheld entries
//! (`calibration.rs` fits it and tells how well it keeps its word).

use serde::Serialize;

use super::search::{Hit, N_PARTS};

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

/// From this probability on the first entry is shown alone: right 97 times in 100 on withheld phrasings.
pub(super) const SURE: f32 = 0.92;
/// Below this probability that the right entry is among those shown, nothing is shown: it turns away six of seven strangers and
/// costs five of a hundred withheld phrasings their place among the choices.
pub(super) const UNKNOWN: f32 = 0.35;
/// So near a phrasing of one entry alone, the question was asked word for word.
const WORD_FOR_WORD: f32 = 0.97;
const ALONE: f32 = 0.08;

pub(super) const N_FEATURES: usize = 13;

/// What the model looks at, each roughly between 0 and 1. `country` says how well the entry agrees with the country that is
/// named, and how near the same topic in the other country comes; the last
/// feature is how much the entry's other languages agree.
pub(super) fn features(first: &Hit, second: Option<&Hit>, n_words: usize, country: [f32; 2]) -> [f32; N_FEATURES] {
    let gap = second.map_or(1.0, |second| (first.score - second.score) / first.score.max(f32::MIN_POSITIVE));
    let near_gap = first.nearness - second.map_or(0.0, |second| second.nearness);
    #[expect(clippy::cast_precision_loss, reason = "a question has few words")]
    let length = (1.0 + n_words as f32).ln() / 3.0;
    [
        first.score,
        (1.0 + first.side_raw).ln(),
        gap,
        first.nearness,
        near_gap,
        first.asked_share,
        first.answer_share,
        first.side_score,
        first.rarest_missing,
        length,
        country[0],
        country[1],
        first.parts[N_PARTS - 1] / first.score.max(f32::MIN_POSITIVE),
    ]
}

type Weights = [f32; N_FEATURES + 1];

/// Fitted weights for "the first entry is the right one"; the last is constant.
const FIRST: Weights =
    [1.006, 2.595, 4.679, -0.846, -1.133, -1.511, 2.549, -0.746, -0.580, -0.137, 0.633, 0.281, -0.626, -4.039];
/// The same for "the right one is among the first three".
const SHOWN: Weights =
    [2.738, 2.959, 1.475, -0.621, 0.052, -1.398, 2.395, -1.113, -0.342, -0.456, 0.550, 0.380, -1.109, -3.157];

/// What is thought of an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Judgement {
    /// The probability that the first entry is the right one.
    pub first: f32,
    /// The probability that the right one is among those shown.
    pub shown: f32,
}

impl Judgement {
    /// Nothing was found.
    pub const NONE: Self = Self { first: 0.0, shown: 0.0 };

    pub fn of(features: &[f32; N_FEATURES]) -> Self {
        let (nearness, near_gap) = (features[3], features[4]);
        // Withheld phrasings cannot teach what it means to meet one that was not withheld.
        let at_least = if nearness >= WORD_FOR_WORD && near_gap >= ALONE { WORD_FOR_WORD } else { 0.0 };
        let first = apply(&FIRST, features).max(at_least);
        Self { first, shown: apply(&SHOWN, features).max(first) }
    }

    /// What to do with it.
    pub fn verdict(self) -> Verdict {
        if self.first >= SURE {
            Verdict::Sure
        } else if self.shown >= UNKNOWN {
            Verdict::Choose
        } else {
            Verdict::Unknown
        }
    }
}

/// The logistic model with these weights.
pub(super) fn apply(weights: &Weights, features: &[f32; N_FEATURES]) -> f32 {
    let sum: f32 = weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum();
    1.0 / (1.0 + (-(sum + weights[N_FEATURES])).exp())
}
