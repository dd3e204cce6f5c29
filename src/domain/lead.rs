//! A lead is the staff's work item for a request; its state moves only by the named moves below. What becomes of an
//! introduction is told by a course of its own.
//!
//! Decision: the states of an introduction (contacted, meeting, agreement …) are not states of the lead. A lead answers "in whose
//! hands is this?", which is what the queue lives by, and it may be given back or closed at any point; an introduction answers
//! "how far have the two sides come?". One request may also lead to several introductions at once.

use jiff::{SignedDuration, Timestamp};

use super::{PersonId, code_list};

code_list! {
    /// Where a lead stands.
    LeadState, "lead" {
        /// Nobody has taken it.
        Waiting = "waiting",
        Taken = "taken",
        Closed = "closed",
    }
}

code_list! {
    /// What staff do to a lead, or what its partner's word does.
    LeadMove, "move" {
        Take = "take",
        /// Give it back to the queue.
        Release = "release",
        Close = "close",
        /// Close it because it goes on in another lead.
        Merge = "merge",
        /// By hand, or because the partner wrote again.
        Reopen = "reopen",
    }
}

/// Why a move was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveRefused {
    /// Somebody has it already.
    TakenBy(PersonId),
    /// It is already where the move would bring it.
    Already,
    /// Only its owner may do that.
    NotYours(PersonId),
    /// A closed lead has to be reopened first.
    IsClosed,
}

/// A lead's state with the person who has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub state: LeadState,
    pub owner: Option<PersonId>,
}

impl Held {
    /// What becomes of it when this person makes this move.
    ///
    /// # Errors
    /// [`MoveRefused`] says why not; nothing has changed then.
    pub fn after(self, made: LeadMove, by: PersonId) -> Result<Self, MoveRefused> {
        use LeadMove as M;
        use LeadState as S;
        match (self.state, made) {
            (S::Waiting, M::Take) => Ok(Self { state: S::Taken, owner: Some(by) }),
            (S::Taken, M::Take) => match self.owner {
                Some(owner) if owner != by => Err(MoveRefused::TakenBy(owner)),
                _ => Err(MoveRefused::Already),
            },
            (S::Taken, M::Release | M::Close | M::Merge) if self.owner != Some(by) => {
                self.owner.map_or(Err(MoveRefused::Already), |owner| Err(MoveRefused::NotYours(owner)))
            }
            (S::Taken, M::Release) => Ok(Self { state: S::Waiting, owner: None }),
            (S::Waiting | S::Taken, M::Close | M::Merge) => Ok(Self { state: S::Closed, owner: self.owner.or(Some(by)) }),
            (S::Waiting, M::Release) | (S::Closed, M::Close | M::Merge) | (S::Waiting | S::Taken, M::Reopen) => {
                Err(MoveRefused::Already)
            }
            (S::Closed, M::Take | M::Release) => Err(MoveRefused::IsClosed),
            (S::Closed, M::Reopen) => Ok(match self.owner {
                Some(owner) => Self { state: S::Taken, owner: Some(owner) },
                None => Self { state: S::Waiting, owner: None },
            }),
        }
    }
}

impl Held {
    /// What becomes of it when it is given to this person.
    ///
    /// # Errors
    /// When they have it already, or it is closed.
    pub fn given(self, to: PersonId) -> Result<Self, MoveRefused> {
        match self.state {
            LeadState::Closed => Err(MoveRefused::IsClosed),
            LeadState::Taken if self.owner == Some(to) => Err(MoveRefused::Already),
            LeadState::Waiting | LeadState::Taken => Ok(Self { state: LeadState::Taken, owner: Some(to) }),
        }
    }
}

code_list! {
    /// How far two sides have come since they know each other.
    Course, "course" {
        /// Introduced; somebody of the staff has it in hand.
        Assigned = "assigned",
        /// They have written to each other.
        Contacted = "contacted",
        /// They have met, or have a day for it.
        Meeting = "meeting",
        /// NDA, MoU, term sheet.
        Negotiating = "negotiating",
        Agreement = "agreement",
        NoAgreement = "no-agreement",
        /// Nobody has told anything; either side's word takes it up again.
        Stalled = "stalled",
    }
}

code_list! {
    /// What was agreed on.
    AgreementKind, "agreement-kind" {
        Mou = "mou", Nda = "nda", Licence = "licence", Research = "research", Supply = "supply", Investment = "investment",
        Exchange = "exchange", Other = "other",
    }
}

code_list! {
    /// Why two sides that knew each other came to nothing.
    NoAgreement, "no-agreement" {
        NoFit = "no-fit", Terms = "terms", Funding = "funding", Timing = "timing", Silence = "silence", Elsewhere = "elsewhere",
        Other = "other",
    }
}

/// Days after an agreement on which staff are asked how it goes.
const AFTER_AGREEMENT: [i64; 3] = [90, 180, 365];
/// Days without a word after which an introduction has stalled.
const STALLS_AFTER: i64 = 14;
/// Days between two questions while the sides negotiate.
const NEGOTIATING_EVERY: i64 = 30;

/// What is due when the clock reaches an introduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUp {
    /// It has stalled.
    Stall,
    /// Staff are asked how it goes; this is the question of this number since the last move.
    Ask(i64),
}

impl Course {
    /// Whether staff may say that it has come so far. An end may be corrected, and what has stalled goes on anywhere; only
    /// "assigned" and "stalled" are nobody's choice.
    #[must_use]
    pub fn leads_to(self, to: Self) -> bool {
        self != to && !matches!(to, Self::Assigned | Self::Stalled)
    }

    /// When the clock next looks at it, having asked this often since the last move.
    #[must_use]
    pub fn due(self, moved_at: Timestamp, asked: i64) -> Option<Timestamp> {
        let days = match self {
            Self::Assigned | Self::Contacted | Self::Meeting => STALLS_AFTER,
            Self::Negotiating => NEGOTIATING_EVERY * (asked + 1),
            Self::Agreement => *AFTER_AGREEMENT.get(usize::try_from(asked).ok()?)?,
            Self::NoAgreement | Self::Stalled => return None,
        };
        moved_at.checked_add(SignedDuration::from_hours(24 * days)).ok()
    }

    /// What the clock brings about when that moment has come.
    #[must_use]
    pub fn follow_up(self, asked: i64) -> Option<FollowUp> {
        match self {
            Self::Assigned | Self::Contacted | Self::Meeting => Some(FollowUp::Stall),
            Self::Negotiating | Self::Agreement => Some(FollowUp::Ask(asked + 1)),
            Self::NoAgreement | Self::Stalled => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: PersonId = PersonId(1);
    const BORIS: PersonId = PersonId(2);

    #[test]
    fn only_the_first_of_two_hands_takes_a_lead() {
        let waiting = Held { state: LeadState::Waiting, owner: None };
        let taken = waiting.after(LeadMove::Take, ANNA).unwrap();
        assert_eq!(taken.after(LeadMove::Take, BORIS), Err(MoveRefused::TakenBy(ANNA)));
        assert_eq!(taken.after(LeadMove::Take, ANNA), Err(MoveRefused::Already));
        assert_eq!(taken.after(LeadMove::Close, BORIS), Err(MoveRefused::NotYours(ANNA)));
    }

    #[test]
    fn an_agreement_is_asked_after_three_times_and_a_talk_once_a_month() {
        let signed: Timestamp = "2026-11-25T12:00:00Z".parse().unwrap();
        let days = |course: Course, asked| course.due(signed, asked).map(|due| due.duration_since(signed).as_hours() / 24);
        assert_eq!([0, 1, 2, 3].map(|asked| days(Course::Agreement, asked)), [Some(90), Some(180), Some(365), None]);
        assert_eq!([0, 1].map(|asked| days(Course::Negotiating, asked)), [Some(30), Some(60)]);
        assert_eq!(days(Course::Meeting, 0), Some(14));
        assert_eq!(days(Course::NoAgreement, 0), None);
        assert!(Course::Stalled.leads_to(Course::Contacted) && !Course::Meeting.leads_to(Course::Stalled));
    }

    #[test]
    fn a_reopened_lead_goes_back_to_whoever_had_it() {
        let taken = Held { state: LeadState::Taken, owner: Some(ANNA) };
        let closed = taken.after(LeadMove::Close, ANNA).unwrap();
        assert_eq!(closed.after(LeadMove::Take, BORIS), Err(MoveRefused::IsClosed));
        assert_eq!(closed.after(LeadMove::Reopen, BORIS), Ok(taken));
    }
}
