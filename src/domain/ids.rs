//! Row numbers that cannot be taken for one another.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+ };
}

ids! {
    /// A person who writes to the bot.
    PersonId,
    RequestId,
    OrganisationId,
    OpportunityId,
    MatchId,
    /// Two sides that know each other.
    IntroductionId,
    ConsentId,
    LeadId,
    /// One question asked of the FAQ, with what was shown for it.
    QuestionId,
    OutboxId,
}
