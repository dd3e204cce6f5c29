//! A lead is the staff's work item for a request; its state moves only by the named moves below.

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
            (S::Taken, M::Release | M::Close) if self.owner != Some(by) => {
                self.owner.map_or(Err(MoveRefused::Already), |owner| Err(MoveRefused::NotYours(owner)))
            }
            (S::Taken, M::Release) => Ok(Self { state: S::Waiting, owner: None }),
            (S::Waiting | S::Taken, M::Close) => Ok(Self { state: S::Closed, owner: self.owner.or(Some(by)) }),
            (S::Waiting, M::Release) | (S::Closed, M::Close) | (S::Waiting | S::Taken, M::Reopen) => {
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
    fn a_reopened_lead_goes_back_to_whoever_had_it() {
        let taken = Held { state: LeadState::Taken, owner: Some(ANNA) };
        let closed = taken.after(LeadMove::Close, ANNA).unwrap();
        assert_eq!(closed.after(LeadMove::Take, BORIS), Err(MoveRefused::IsClosed));
        assert_eq!(closed.after(LeadMove::Reopen, BORIS), Ok(taken));
    }
}
