//! What can happen to a lead and its request, as the history names it for staff.

use super::code_list;

code_list! {
    /// A line of a lead's history. The moves of leads and of requests are among them, by their codes.
    Happening, "history" {
        Opened = "opened", Submitted = "submitted", Amended = "amended",
        // What a request becomes, as rows of the first releases say it.
        Open = "open", Closed = "closed", Withdrawn = "withdrawn",
        Approve = "approve", AskInfo = "ask-info", Answer = "answer", Reject = "reject", Appeal = "appeal", Pause = "pause",
        Resume = "resume", Confirm = "confirm", Expire = "expire", Renew = "renew", Fulfil = "fulfil", Withdraw = "withdraw",
        Archive = "archive", Erase = "erase",
        Take = "take", Give = "give", Release = "release", Close = "close", Reopen = "reopen",
        /// It goes on in another lead; another lead goes on in it.
        Merge = "merge", Merged = "merged",
        Snooze = "snooze", Wake = "wake",
        WordChanged = "word-changed", WordTakenBack = "word-taken-back", IdentityViewed = "identity-viewed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{LeadMove, Reason, RequestMove};

    #[test]
    fn every_move_has_words_in_the_history() {
        use RequestMove as M;
        let requests = [
            M::Approve,
            M::AskInfo,
            M::Answer,
            M::Reject(Reason::Owner),
            M::Appeal,
            M::Pause,
            M::Resume,
            M::Confirm,
            M::Expire,
            M::Renew,
            M::Fulfil(Reason::Owner),
            M::Reopen,
            M::Withdraw(Reason::Owner),
            M::Archive,
            M::Erase(Reason::Owner),
        ];
        let leads = [LeadMove::Take, LeadMove::Release, LeadMove::Close, LeadMove::Merge, LeadMove::Reopen];
        for code in requests.map(M::code).into_iter().chain(leads.map(LeadMove::code)) {
            assert_eq!(Happening::parse(code).map(Happening::code), Some(code));
        }
    }
}
