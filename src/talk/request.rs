//! What a tap does to a request: its owner's, or the staff's decision.

use crate::domain::{Reason, RequestMove, code_list};

code_list! {
    /// What an owner does with a request of theirs by one tap.
    OwnPress, "own" {
        /// It still holds.
        Confirm = "still",
        Pause = "pause",
        Resume = "resume",
        Renew = "renew",
        /// Have it looked at again.
        Appeal = "appeal",
        /// It is done: asks how.
        Done = "done",
        Found = "found",
        Elsewhere = "elsewhere",
    }
}

impl OwnPress {
    /// The move that it makes, or leads to.
    #[must_use]
    pub fn made(self) -> RequestMove {
        match self {
            Self::Confirm => RequestMove::Confirm,
            Self::Pause => RequestMove::Pause,
            Self::Resume => RequestMove::Resume,
            Self::Renew => RequestMove::Renew,
            Self::Appeal => RequestMove::Appeal,
            Self::Done | Self::Found => RequestMove::Fulfil(Reason::Found),
            Self::Elsewhere => RequestMove::Fulfil(Reason::Elsewhere),
        }
    }
}

code_list! {
    /// What staff decide about a request by one tap.
    Decision, "decide" {
        Approve = "approve",
        AskInfo = "info",
        /// Asks for the cause.
        Reject = "reject",
        Scope = "scope",
        Unclear = "unclear",
        Duplicate = "duplicate",
        Regulated = "regulated",
        Pause = "pause",
        Resume = "resume",
    }
}

impl Decision {
    /// The move that it makes, or leads to.
    #[must_use]
    pub fn made(self) -> RequestMove {
        match self {
            Self::Approve => RequestMove::Approve,
            Self::AskInfo => RequestMove::AskInfo,
            Self::Reject | Self::Scope => RequestMove::Reject(Reason::Scope),
            Self::Unclear => RequestMove::Reject(Reason::Unclear),
            Self::Duplicate => RequestMove::Reject(Reason::Duplicate),
            Self::Regulated => RequestMove::Reject(Reason::Regulated),
            Self::Pause => RequestMove::Pause,
            Self::Resume => RequestMove::Resume,
        }
    }
}
