//! Where a sent request stands, and the only moves that lead on from there: who may make them, when, and why.
//! It knows no clock: the moment of a move comes in, and what time alone brings about is told by [`Standing::due`].

use jiff::{SignedDuration, Timestamp};

use super::code_list;

/// How long a request stays open unless its owner says otherwise, in days.
pub const VALID_DAYS: i64 = 180;
/// The farthest end of a request, and of its renewal, in days.
pub const LONGEST_DAYS: i64 = 365;
/// The owner is told this many days before the end, and may renew from then on.
pub const ENDING_DAYS: i64 = 14;
/// Days without an answer after which staff's question is asked again, and again, and the request is withdrawn.
pub const INFO_DAYS: [i64; 3] = [3, 10, 30];
/// Days after which the owner of a paused request is asked whether it goes on.
const PAUSED_DAYS: i64 = 30;
/// Days after which what has ended goes to the archive.
pub const ARCHIVE_DAYS: i64 = 90;

code_list! {
    /// Where a request stands. Before it is sent it is a draft, which lives in its owner's dialogue.
    RequestState, "request" {
        /// Sent; staff have not decided yet.
        Submitted = "submitted",
        /// Staff asked its owner for something.
        NeedsInfo = "needs-info",
        /// Approved: counterparts are looked for.
        Open = "open",
        Paused = "paused",
        /// Its time is over; it may be renewed once.
        Expired = "expired",
        /// It has done its service.
        Fulfilled = "fulfilled",
        Withdrawn = "withdrawn",
        Rejected = "rejected",
        Archived = "archived",
        /// Only its number and state are left.
        Erased = "erased",
    }
}

impl RequestState {
    /// Whether its owner may still change or withdraw it.
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(self, Self::Submitted | Self::NeedsInfo | Self::Open | Self::Paused)
    }

    /// Whether staff are shown it as a possible counterpart. What is still to be approved is, so that they see early whom it
    /// could meet; nobody outside the centre hears of it before it is open.
    #[must_use]
    pub fn is_matched(self) -> bool {
        matches!(self, Self::Submitted | Self::Open)
    }

    /// Whether nothing goes on any more unless somebody asks for it.
    #[must_use]
    pub fn has_ended(self) -> bool {
        matches!(self, Self::Fulfilled | Self::Withdrawn | Self::Rejected | Self::Archived | Self::Erased)
    }
}

code_list! {
    /// Why a request ended.
    Reason, "reason" {
        /// Its owner wished it.
        Owner = "owner",
        /// The centre found a partner.
        Found = "found",
        /// A partner was found elsewhere.
        Elsewhere = "elsewhere",
        /// Staff closed its lead.
        Closed = "closed",
        /// Nobody answered what staff asked.
        NoAnswer = "no-answer",
        /// Outside of what the centre does.
        Scope = "scope",
        Duplicate = "duplicate",
        /// Nobody could tell what is sought or offered.
        Unclear = "unclear",
        /// The law leaves it to others.
        Regulated = "regulated",
        /// Its time was over.
        Expired = "expired",
    }
}

/// Who makes a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mover {
    Owner,
    Staff,
    /// Time itself.
    Clock,
}

/// A move of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestMove {
    Approve,
    AskInfo,
    /// What staff asked for has come.
    Answer,
    Reject(Reason),
    /// A refused or withdrawn request is looked at again.
    Appeal,
    Pause,
    Resume,
    /// Its owner says that it still holds.
    Confirm,
    Expire,
    Renew,
    Fulfil(Reason),
    /// It was closed too early.
    Reopen,
    Withdraw(Reason),
    Archive,
    Erase(Reason),
}

impl RequestMove {
    /// Its name in the history.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::AskInfo => "ask-info",
            Self::Answer => "answer",
            Self::Reject(_) => "reject",
            Self::Appeal => "appeal",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Confirm => "confirm",
            Self::Expire => "expire",
            Self::Renew => "renew",
            Self::Fulfil(_) => "fulfil",
            Self::Reopen => "reopen",
            Self::Withdraw(_) => "withdraw",
            Self::Archive => "archive",
            Self::Erase(_) => "erase",
        }
    }
}

impl RequestMove {
    /// Whether this is theirs to do.
    fn is_for(self, by: Mover) -> bool {
        match self {
            Self::Approve | Self::AskInfo | Self::Reject(_) | Self::Reopen => by == Mover::Staff,
            Self::Answer | Self::Appeal | Self::Resume | Self::Renew | Self::Fulfil(_) => by != Mover::Clock,
            Self::Withdraw(Reason::Closed | Reason::Duplicate) => by == Mover::Staff,
            Self::Confirm | Self::Withdraw(Reason::Owner) => by == Mover::Owner,
            Self::Expire | Self::Archive | Self::Withdraw(_) => by == Mover::Clock,
            Self::Pause => true,
            Self::Erase(_) => by != Mover::Staff,
        }
    }
}

/// Why a move was not made; nothing has changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestRefused {
    /// It does not lead on from this state.
    NotFrom(RequestState),
    /// Somebody else has to make it.
    NotYours,
    /// It was renewed already, and once is all.
    RenewedAlready,
    /// It is not time yet.
    TooEarly,
    /// Its time is over: it has to be renewed.
    TimeIsOver,
}

code_list! {
    /// What the owner is reminded of.
    Reminder, "remind" {
        /// Staff wait for an answer.
        Info = "info",
        StillValid = "still-valid",
        Ending = "ending",
        Paused = "paused",
    }
}

/// What time has brought about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Remind(Reminder),
    Move(RequestMove),
}

/// A request's state with all that its moves depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub state: RequestState,
    /// Why it ended; every state that has ended has one.
    pub reason: Option<Reason>,
    /// When it came into this state.
    pub since: Timestamp,
    /// The moment from which it no longer holds.
    pub valid_until: Timestamp,
    /// When its owner last said that it holds.
    pub confirmed_at: Timestamp,
    pub renewed: bool,
    /// How many entries of the state's [timetable](Self::timetable) are done.
    pub reminded: u8,
}

impl Standing {
    /// A request that is sent now.
    #[must_use]
    pub fn sent(at: Timestamp, valid_until: Timestamp) -> Self {
        Self {
            state: RequestState::Submitted,
            reason: None,
            since: at,
            valid_until,
            confirmed_at: at,
            renewed: false,
            reminded: 0,
        }
    }

    /// What becomes of it when `by` makes this move at this moment.
    ///
    /// # Errors
    /// [`RequestRefused`] says why not.
    pub fn after(self, made: RequestMove, by: Mover, at: Timestamp) -> Result<Self, RequestRefused> {
        let to = self.target(made).ok_or(RequestRefused::NotFrom(self.state))?;
        if !made.is_for(by) {
            return Err(RequestRefused::NotYours);
        }
        self.in_time(made, at)?;
        let moved = Self { state: to, since: at, reason: None, reminded: 0, ..self };
        Ok(match made {
            RequestMove::Reject(reason)
            | RequestMove::Fulfil(reason)
            | RequestMove::Withdraw(reason)
            | RequestMove::Erase(reason) => Self { reason: Some(reason), ..moved },
            RequestMove::Archive => Self { reason: self.reason.or(Some(Reason::Expired)), ..moved },
            RequestMove::Confirm => Self { since: self.since, confirmed_at: at, reminded: self.reminded.max(1), ..moved },
            RequestMove::Renew => {
                let from = self.valid_until.max(at);
                let until = after_days(from, VALID_DAYS).min(after_days(self.valid_until, LONGEST_DAYS));
                Self { valid_until: until, confirmed_at: at, renewed: true, ..moved }
            }
            RequestMove::Appeal if at >= self.valid_until => {
                Self { valid_until: after_days(at, VALID_DAYS), confirmed_at: at, ..moved }
            }
            _ => moved,
        })
    }

    /// The state that a move leads to from here; none where it does not lead on.
    fn target(self, made: RequestMove) -> Option<RequestState> {
        use RequestMove as M;
        use RequestState as S;
        Some(match (self.state, made) {
            (S::Submitted, M::Approve) | (S::Paused, M::Resume) | (S::Fulfilled, M::Reopen) => S::Open,
            (S::Open, M::Confirm) | (S::Open | S::Expired, M::Renew) => S::Open,
            (S::Submitted, M::AskInfo) => S::NeedsInfo,
            (S::NeedsInfo, M::Answer) | (S::Rejected | S::Withdrawn, M::Appeal) => S::Submitted,
            (S::Submitted, M::Reject(_)) => S::Rejected,
            (S::Open, M::Pause) => S::Paused,
            (S::Open, M::Expire) => S::Expired,
            (S::Open, M::Fulfil(_)) => S::Fulfilled,
            (state, M::Withdraw(_)) if state.is_live() => S::Withdrawn,
            (S::Expired | S::Fulfilled | S::Withdrawn | S::Rejected, M::Archive) => S::Archived,
            (state, M::Erase(_)) if state != S::Erased => S::Erased,
            _ => return None,
        })
    }

    fn in_time(self, made: RequestMove, at: Timestamp) -> Result<(), RequestRefused> {
        let over = at >= self.valid_until;
        match made {
            RequestMove::Renew if self.renewed => Err(RequestRefused::RenewedAlready),
            RequestMove::Renew if !over && at < after_days(self.valid_until, -ENDING_DAYS) => Err(RequestRefused::TooEarly),
            RequestMove::Expire if !over => Err(RequestRefused::TooEarly),
            RequestMove::Confirm | RequestMove::Reopen if over => Err(RequestRefused::TimeIsOver),
            _ => Ok(()),
        }
    }

    /// What time brings about in this state, in order, unless somebody moves the request before.
    #[must_use]
    pub fn timetable(self) -> Vec<(Timestamp, Due)> {
        use RequestState as S;
        let after = |days: i64| after_days(self.since, days);
        match self.state {
            S::NeedsInfo => {
                let [first, second, last] = INFO_DAYS;
                vec![
                    (after(first), Due::Remind(Reminder::Info)),
                    (after(second), Due::Remind(Reminder::Info)),
                    (after(last), Due::Move(RequestMove::Withdraw(Reason::NoAnswer))),
                ]
            }
            S::Open => {
                let half = self.confirmed_at + self.valid_until.duration_since(self.confirmed_at) / 2;
                let ending = after_days(self.valid_until, -ENDING_DAYS);
                vec![
                    (half.min(ending), Due::Remind(Reminder::StillValid)),
                    (ending, Due::Remind(Reminder::Ending)),
                    (self.valid_until, Due::Move(RequestMove::Expire)),
                ]
            }
            S::Paused => vec![(after(PAUSED_DAYS), Due::Remind(Reminder::Paused))],
            S::Expired | S::Fulfilled | S::Withdrawn | S::Rejected => {
                vec![(after(ARCHIVE_DAYS), Due::Move(RequestMove::Archive))]
            }
            S::Submitted | S::Archived | S::Erased => Vec::new(),
        }
    }

    /// What is due now, and what it leaves. Of several things that came due while nobody looked only the last counts: three
    /// reminders at once would be noise.
    #[must_use]
    pub fn due(self, now: Timestamp) -> Option<(Due, Self)> {
        let (at, due) = self
            .timetable()
            .into_iter()
            .enumerate()
            .skip(usize::from(self.reminded))
            .filter(|(_, (at, _))| *at <= now)
            .map(|(place, (_, due))| (place, due))
            .next_back()?;
        match due {
            Due::Remind(_) => Some((due, Self { reminded: u8::try_from(at + 1).unwrap_or(u8::MAX), ..self })),
            Due::Move(made) => Some((due, self.after(made, Mover::Clock, now).ok()?)),
        }
    }

    /// When something is next due; none when time changes nothing any more.
    #[must_use]
    pub fn next_due(self) -> Option<Timestamp> {
        self.timetable().into_iter().skip(usize::from(self.reminded)).map(|(at, _)| at).min()
    }
}

/// So many days after a moment; the end of time where there is no such day.
#[must_use]
pub fn after_days(at: Timestamp, days: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
#[path = "standing_tests.rs"]
mod tests;
