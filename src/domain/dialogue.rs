//! Where a person's chat stands between two messages; kept as JSON with the chat.

use serde::{Deserialize, Serialize};

use super::{Draft, MatchId, QuestionId};

/// What the next words in a chat are taken for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// A question for the FAQ.
    #[default]
    Open,
    /// An answer to the form's open question.
    Form,
    /// Words for a person, about this question where there is one.
    Human(Option<QuestionId>),
    /// A question about the card of this match.
    Pair(MatchId),
    /// What was missing in an answer that was voted down.
    Missing(QuestionId),
}

/// A chat's place in its dialogue.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Dialogue {
    pub mode: Mode,
    /// The request being filled in, also while it is laid aside.
    pub draft: Option<Draft>,
    /// The last thing said was "I have no answer": the next such answer is another one.
    #[serde(default)]
    pub just_failed: bool,
}
