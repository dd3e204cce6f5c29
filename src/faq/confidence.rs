//! From scores to a verdict: how probable it is that the right entry was found, and what the bot then does.
//! The model is a logistic one. Its weights come from two thirds of our own golden questions (`tests/questions`), asked by
//! people who had not seen the index's words; those of the country come from withheld phrasings (`calibration.rs`), because
//! the golden questions say too little about it. The last third was not used and tells how well it keeps its word.

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

/// From this probability on the first entry is shown alone: right 98 times in 100 where it was fitted, and always on the
/// untouched third.
pub(super) const SURE: f32 = 0.9;
/// Below this probability that the right entry is among those shown, nothing is shown: a wrong choice costs a reader more
/// than the way to a person.
pub(super) const UNKNOWN: f32 = 0.4;
/// So much of the question stands in one entry that it is worth a choice, however short it is: length says little about a
/// question that is found almost whole.
const FOUND: f32 = 0.3;
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
    [7.355, 3.408, 2.772, -1.425, 0.877, 2.414, 1.838, -9.939, 1.697, -0.827, 0.281, -0.626, -2.735, -5.327];
/// The same for "the right one is among the first three".
const SHOWN: Weights =
    [6.731, 3.538, 1.4, -0.258, -2.622, 1.305, 0.801, -7.144, 0.466, -0.751, 0.380, -1.109, -1.834, -3.17];

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
        let worth_a_choice = if features[0] >= FOUND { UNKNOWN } else { 0.0 };
        Self { first, shown: apply(&SHOWN, features).max(first).max(worth_a_choice) }
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
