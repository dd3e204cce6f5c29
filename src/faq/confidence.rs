//! From scores to a verdict: how probable it is that the right entry was found, and what the bot then does.
//! The model is a logistic one. Its weights come from two thirds of our own golden questions (`tests/questions`), plain and hard,
//! asked by people who had not seen the index's words. The last third was not used and tells how well it keeps its word.

use serde::Serialize;

use crate::domain::Lang;

use super::{query::Question, search::Hit};

/// At most this many entries are shown when a question could mean several.
pub const MOST_SHOWN: usize = 3;

/// What the bot does with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Show the first entry.
    Sure,
    /// Show up to [`MOST_SHOWN`] and let the person choose.
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

/// From this probability on the first entry is shown alone: right 98 times in 100 or more in each language of the golden
/// questions, and said to at most three in 100 of those that no entry answers.
pub(super) const SURE: f32 = 0.97;
/// Below this probability that the right entry is among those shown, nothing is shown: a wrong choice costs a reader more
/// than the way to a person.
pub(super) const UNKNOWN: f32 = 0.5;
/// So much of the question stands in one entry that it is worth a choice, however short it is: length says little about a
/// question that is found almost whole.
const FOUND: f32 = 0.6;
/// The same for a question that names no subject, when what it finds is about the centre or this bot: "how much is it" and "what
/// do you do" are asked of whoever is spoken to.
const FOUND_OF_US: f32 = 0.32;
/// The most that is thought of an entry about another country than the one that is named, or of a single word.
const DOUBTFUL: f32 = 0.5;
/// The most that is thought of anything when only a country is named of which the first entry says nothing.
const NOT_HERE: f32 = 0.2;
/// So near a phrasing of one entry alone, the question was asked word for word.
const WORD_FOR_WORD: f32 = 0.97;
const ALONE: f32 = 0.08;

pub(super) const N_FEATURES: usize = 18;

/// Where some features stand that have a rule of their own.
const FOUND_SHARE: usize = 0;
const NEARNESS: usize = 3;
const NEAR_GAP: usize = 4;
const COUNTRY: usize = 10;
const ELSEWHERE: usize = 12;
const ONE_WORD: usize = 14;
/// How a question of one word counts when it finds what is said of the centre or this bot.
const OF_US: f32 = 0.5;

/// What the model looks at, each roughly between 0 and 1. `country` says how well the entry agrees with the country that is
/// named, how near the same topic in the other country comes, and whether a third country is named; then come Chinese, whose
/// characters are found more easily than words, questions that say one thing only ([`OF_US`] when the first entry `is_of_us`),
/// how many of the parts agree on the first, how far behind the first is that would no longer be shown, and how much of the
/// question stands in no entry at all.
pub(super) fn features(
    first: &Hit,
    others: &[Hit],
    question: &Question,
    country: [f32; 3],
    is_of_us: bool,
) -> [f32; N_FEATURES] {
    let behind = |place: usize| {
        others.get(place).map_or(1.0, |other| (first.score - other.score) / first.score.max(f32::MIN_POSITIVE))
    };
    let second = others.first();
    let near_gap = first.nearness - second.map_or(0.0, |second| second.nearness);
    #[expect(clippy::cast_precision_loss, reason = "a question has few words")]
    let length = (1.0 + question.tokens.len() as f32).ln() / 3.0;
    [
        first.score,
        (1.0 + first.side_raw).ln(),
        behind(0),
        first.nearness,
        near_gap,
        first.asked_share,
        first.answer_share,
        first.side_score,
        first.rarest_missing,
        length,
        country[0],
        country[1],
        country[2],
        if question.asked_in == Lang::Zh { 1.0 } else { 0.0 },
        match question.n_content_words() {
            0 | 1 if is_of_us => OF_US,
            0 | 1 => 1.0,
            _ => 0.0,
        },
        agreement(first, others),
        behind(MOST_SHOWN - 1),
        first.unheard_share,
    ]
}

/// Whether a question names no subject and finds what is said of the centre or this bot: nothing else is worth showing then.
pub(super) fn asks_about_us(features: &[f32; N_FEATURES]) -> bool {
    features[ONE_WORD] == OF_US
}

/// In which share of the parts of the score that found anything the first entry is the first.
#[expect(clippy::cast_precision_loss, reason = "a score has a handful of parts")]
fn agreement(first: &Hit, others: &[Hit]) -> f32 {
    let best = |part: usize| others.iter().map(|other| other.parts[part]).fold(0.0, f32::max);
    let (mut leading, mut telling) = (0, 0);
    for (part, own) in first.parts.iter().enumerate() {
        let best = best(part);
        telling += usize::from(own.max(best) > 0.0);
        leading += usize::from(*own > best);
    }
    leading as f32 / telling.max(1) as f32
}

type Weights = [f32; N_FEATURES + 1];

/// Fitted weights for "the first entry is the right one"; the last is constant.
const FIRST: Weights = [
    6.926, 2.380, 8.559, -1.668, 0.609, -0.108, 0.552, -1.636, -0.920, 0.204, 0.323, -0.031, -4.843, 0.275, 0.0, 0.847,
    2.235, -1.871, -6.258,
];
/// The same for "the right one is among the first three".
const SHOWN: Weights = [
    7.394, 3.198, -0.333, -0.240, 0.112, 0.014, 1.387, -0.985, -1.876, 0.444, 0.055, 0.173, -5.709, 0.713, 0.0, 0.298,
    7.511, -1.981, -6.995,
];

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
        let (nearness, near_gap) = (features[NEARNESS], features[NEAR_GAP]);
        // Withheld phrasings cannot teach what it means to meet one that was not withheld.
        let at_least = if nearness >= WORD_FOR_WORD && near_gap >= ALONE { WORD_FOR_WORD } else { 0.0 };
        // The law of one country is never told as sure to somebody who asks about another.
        let is_elsewhere = features[COUNTRY] <= -0.5 || features[ELSEWHERE] > 0.0;
        // One word says about what, and not what is to be known: "divorce" is not "is my divorce valid there".
        let is_one_word = features[ONE_WORD] > 0.0;
        // A visa for Canada is in no entry, however much is said of visas.
        let not_here = if features[ELSEWHERE] >= 1.0 { NOT_HERE } else { 1.0 };
        let at_most = if is_elsewhere || is_one_word { DOUBTFUL } else { 1.0 };
        let first = apply(&FIRST, features).min(at_most).min(not_here).max(at_least);
        let found = if asks_about_us(features) { FOUND_OF_US } else { FOUND };
        let worth_a_choice = if features[FOUND_SHARE] >= found { UNKNOWN } else { 0.0 };
        let shown = if is_one_word { 0.0 } else { apply(&SHOWN, features) }.max(worth_a_choice);
        Self { first, shown: shown.min(not_here).max(if is_one_word { at_least } else { first }) }
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
fn apply(weights: &Weights, features: &[f32; N_FEATURES]) -> f32 {
    let sum: f32 = weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum();
    1.0 / (1.0 + (-(sum + weights[N_FEATURES])).exp())
}
