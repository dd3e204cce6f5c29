//! The course of one match, from what the engine suggests to two sides that said yes: every move by its name, and the state
//! it leads to or the reason why it was not made. Who may make a move, and what is said because of it, is decided elsewhere.

use serde::{Deserialize, Serialize};

use super::code_list;

/// A card that nobody answers lapses after this many days.
pub const LAPSE_DAYS: i64 = 14;

code_list! {
    /// Where a match stands.
    MatchState, "match-state" {
        /// The engine made it; its reasons are frozen.
        Suggested = "suggested",
        /// Somebody of the staff agreed. It stays here only while a side has not let its card be shown.
        Approved = "approved",
        /// The first side has the blind card of the second.
        OfferedFirst = "offered-first",
        /// The first side said yes; the second has not been asked yet.
        AcceptedFirst = "accepted-first",
        /// The second side has been asked. It stays here until both have also let their names be given.
        OfferedSecond = "offered-second",
        /// Both accepted and both let their names be given for this pair.
        Mutual = "mutual",
        /// Names and contacts went to both at the same moment; from here on the introduction has a course of its own.
        Introduced = "introduced",
        /// A side asked something before it answers.
        Question = "question",
        Declined = "declined",
        Dismissed = "dismissed",
        Lapsed = "lapsed",
        /// A side changed or closed.
        Stale = "stale",
    }
}

impl MatchState {
    /// Whether the match has come to nothing; such a state always has a reason.
    #[must_use]
    pub fn has_ended(self) -> bool {
        matches!(self, Self::Declined | Self::Dismissed | Self::Lapsed | Self::Stale)
    }

    /// Whether something may still become of it before the names are known.
    #[must_use]
    pub fn is_open(self) -> bool {
        !self.has_ended() && self != Self::Introduced
    }
}

code_list! {
    /// Why a match came to nothing. The lists that people choose from are [`EndReason::DISMISS`] and [`EndReason::DECLINE`].
    EndReason, "end" {
        NotRelevant = "not-relevant",
        Stage = "stage",
        Conditions = "conditions",
        Timing = "timing",
        HasPartner = "has-partner",
        Capacity = "capacity",
        Regulated = "regulated",
        SameGroup = "same-group",
        Sample = "sample",
        /// A side does not let its name be given, or its card be shown.
        KeepsName = "keeps-name",
        Other = "other",
        /// Nobody answered in time.
        NoAnswer = "no-answer",
        /// A text or a condition changed.
        Changed = "changed",
        /// A side's request was closed, paused or withdrawn.
        Closed = "closed",
        /// A side took a consent back.
        Consent = "consent",
        /// Kept before reasons were.
        Unknown = "unknown",
    }
}

impl EndReason {
    /// What staff choose from when they dismiss a suggestion.
    pub const DISMISS: &[Self] =
        &[Self::NotRelevant, Self::Stage, Self::SameGroup, Self::Capacity, Self::Regulated, Self::Sample, Self::Other];
    /// What a side chooses from when it declines.
    pub const DECLINE: &[Self] =
        &[Self::NotRelevant, Self::Stage, Self::Conditions, Self::Timing, Self::HasPartner, Self::KeepsName, Self::Other];
}

code_list! {
    /// What can be done to a match; the names under which history keeps it.
    MatchMove, "match-move" {
        Approve = "approve", Dismiss = "dismiss", Offer = "offer", Accept = "accept", Ask = "ask", Answer = "answer",
        Decline = "decline", Release = "release", Introduce = "introduce", Lapse = "lapse", Outdate = "outdate",
    }
}

/// A side of a pair, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The more constrained one.
    First,
    Second,
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }

    /// Its place in tables with a column a side.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::First => 0,
            Self::Second => 1,
        }
    }
}

code_list! {
    /// How far a side has said yes.
    Word, "word" {
        Silent = "silent",
        /// Yes to the card: wants to know the other.
        Accepted = "accepted",
        /// And lets its own name and contact be given to this one.
        Released = "released",
    }
}

code_list! {
    /// How a match stands for one of its sides. It tells nothing of what the other did: no answer, a no and a taken back consent
    /// all look the same.
    Standing, "pair" {
        /// The card is before them and waits for their answer.
        Asked = "asked",
        /// They said yes; now others have to.
        Accepted = "accepted",
        /// They asked something and are being answered.
        Question = "question",
        /// Both want to know each other: may the name be given?
        NameWanted = "name-wanted",
        Released = "released",
        /// Both let their names be given; staff introduce them.
        Mutual = "mutual",
        Introduced = "introduced",
        Over = "over",
    }
}

/// Why a move was not made; nothing has changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairRefused {
    /// It came to nothing before.
    Ended(MatchState),
    /// The move does not lead on from this state.
    NotNow(MatchState),
    /// This side has not been asked.
    NotAsked,
    /// This side said so before.
    Already(Word),
}

/// A match's state with each side's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pairing {
    pub state: MatchState,
    /// Who asked, while the state is [`MatchState::Question`].
    pub asker: Option<Side>,
    /// By [`Side::index`].
    pub words: [Word; 2],
}

type Moved = Result<Pairing, PairRefused>;

impl Pairing {
    /// As the engine makes it.
    #[must_use]
    pub fn suggested() -> Self {
        Self { state: MatchState::Suggested, asker: None, words: [Word::Silent; 2] }
    }

    /// The word of a side.
    #[must_use]
    pub fn word(&self, side: Side) -> Word {
        self.words[side.index()]
    }

    /// Whether the side has the other's card before it, or had it.
    #[must_use]
    pub fn is_asked(&self, side: Side) -> bool {
        use MatchState as S;
        match (self.state, side) {
            (S::OfferedFirst | S::AcceptedFirst, Side::First) | (S::OfferedSecond | S::Mutual | S::Introduced, _) => true,
            // The second asks only after the first has accepted.
            (S::Question, side) => side == Side::First || self.asker == Some(Side::Second),
            _ => false,
        }
    }

    /// How it stands, for this side's eyes.
    #[must_use]
    pub fn standing(&self, side: Side) -> Standing {
        match self.state {
            MatchState::Introduced => Standing::Introduced,
            MatchState::Mutual => Standing::Mutual,
            _ if self.state.has_ended() || !self.is_asked(side) => Standing::Over,
            MatchState::Question if self.asker == Some(side) => Standing::Question,
            _ => match (self.word(side), self.word(side.other())) {
                (Word::Silent, _) => Standing::Asked,
                (Word::Accepted, Word::Silent) => Standing::Accepted,
                (Word::Accepted, _) => Standing::NameWanted,
                (Word::Released, _) => Standing::Released,
            },
        }
    }

    /// Whether names may be known: only once both have said both yeses, and staff have introduced them.
    #[must_use]
    pub fn names_are_known(&self) -> bool {
        self.state == MatchState::Introduced
    }

    /// Staff agree.
    ///
    /// # Errors
    /// [`PairRefused`] says why not, here and in all moves below.
    pub fn approve(self) -> Moved {
        self.from(&[MatchState::Suggested], MatchState::Approved)
    }

    /// Staff see that it is none.
    pub fn dismiss(self) -> Moved {
        self.from(&[MatchState::Suggested, MatchState::Approved], MatchState::Dismissed)
    }

    /// The side whose turn it is gets the other's card.
    pub fn offer(self) -> Moved {
        match self.state {
            MatchState::Approved => Ok(Self { state: MatchState::OfferedFirst, ..self }),
            MatchState::AcceptedFirst => Ok(Self { state: MatchState::OfferedSecond, ..self }),
            _ => Err(self.refused()),
        }
    }

    /// A side says yes to the card; from a question of its own too.
    pub fn accept(self, side: Side) -> Moved {
        self.may_say(side)?;
        if self.word(side) != Word::Silent {
            return Err(PairRefused::Already(self.word(side)));
        }
        let state = match side {
            Side::First => MatchState::AcceptedFirst,
            Side::Second => MatchState::OfferedSecond,
        };
        Ok(Self { state, asker: None, ..self.said(side, Word::Accepted) })
    }

    /// A side wants to know something first.
    pub fn ask(self, side: Side) -> Moved {
        self.may_say(side)?;
        if self.word(side) != Word::Silent {
            return Err(PairRefused::Already(self.word(side)));
        }
        Ok(Self { state: MatchState::Question, asker: Some(side), ..self })
    }

    /// The question is answered: the card is open to a yes or a no again.
    pub fn answer(self) -> Moved {
        match (self.state, self.asker) {
            (MatchState::Question, Some(Side::First)) => Ok(Self { state: MatchState::OfferedFirst, asker: None, ..self }),
            (MatchState::Question, Some(Side::Second)) => Ok(Self { state: MatchState::OfferedSecond, asker: None, ..self }),
            _ => Err(self.refused()),
        }
    }

    /// A side says no, also after it said yes, as long as no name is known.
    pub fn decline(self, side: Side) -> Moved {
        self.may_say(side)?;
        Ok(self.ended(MatchState::Declined))
    }

    /// A side lets its name and contact be given to the other. Only after both have accepted; with both it is mutual.
    pub fn release(self, side: Side) -> Moved {
        self.may_say(side)?;
        if self.word(side) == Word::Released {
            return Err(PairRefused::Already(Word::Released));
        }
        if self.words.contains(&Word::Silent) {
            return Err(PairRefused::NotNow(self.state));
        }
        let said = self.said(side, Word::Released);
        let state = if said.words == [Word::Released; 2] { MatchState::Mutual } else { said.state };
        Ok(Self { state, ..said })
    }

    /// Names and contacts go to both.
    pub fn introduce(self) -> Moved {
        self.from(&[MatchState::Mutual], MatchState::Introduced)
    }

    /// Nobody answered in time. A suggestion waits for staff and does not lapse, nor does what both have said yes to.
    pub fn lapse(self) -> Moved {
        use MatchState as S;
        let open = [S::Approved, S::OfferedFirst, S::AcceptedFirst, S::OfferedSecond, S::Question];
        self.from(&open, S::Lapsed)
    }

    /// A side changed, closed, or took a consent back.
    pub fn outdate(self) -> Moved {
        if self.state.is_open() { Ok(self.ended(MatchState::Stale)) } else { Err(self.refused()) }
    }

    fn from(self, states: &[MatchState], to: MatchState) -> Moved {
        if !states.contains(&self.state) {
            return Err(self.refused());
        }
        Ok(if to.has_ended() { self.ended(to) } else { Self { state: to, ..self } })
    }

    fn ended(self, state: MatchState) -> Self {
        Self { state, asker: None, ..self }
    }

    fn said(mut self, side: Side, word: Word) -> Self {
        self.words[side.index()] = word;
        self
    }

    /// Whether anything that this side says can count now.
    fn may_say(&self, side: Side) -> Result<(), PairRefused> {
        if !self.state.is_open() {
            return Err(self.refused());
        }
        if self.is_asked(side) { Ok(()) } else { Err(PairRefused::NotAsked) }
    }

    fn refused(&self) -> PairRefused {
        if self.state.has_ended() { PairRefused::Ended(self.state) } else { PairRefused::NotNow(self.state) }
    }
}

/// Which of two requests is asked first: the more constrained one. Who seeks has less to choose from than who offers; where both
/// do the same, the one whose search made the match. A counterpart without a chat is always second, for it costs staff an errand
/// that only a yes is worth.
#[must_use]
pub fn requester_is_first(requester: super::Direction, counterpart: Option<super::Direction>) -> bool {
    use super::Direction as D;
    !matches!((requester, counterpart), (D::Offers, Some(D::Seeks)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_move(pairing: Pairing, which: u8, side: Side) -> Moved {
        match which {
            0 => pairing.approve(),
            1 => pairing.dismiss(),
            2 => pairing.offer(),
            3 => pairing.accept(side),
            4 => pairing.ask(side),
            5 => pairing.answer(),
            6 => pairing.decline(side),
            7 => pairing.release(side),
            8 => pairing.introduce(),
            9 => pairing.lapse(),
            _ => pairing.outdate(),
        }
    }

    #[test]
    fn two_yeses_and_two_releases_lead_to_an_introduction() {
        let offered = Pairing::suggested().approve().unwrap().offer().unwrap();
        assert_eq!(offered.accept(Side::Second), Err(PairRefused::NotAsked), "the second is asked after the first");
        let second = offered.ask(Side::First).unwrap().accept(Side::First).unwrap().offer().unwrap();
        assert_eq!(second.release(Side::First), Err(PairRefused::NotNow(MatchState::OfferedSecond)));
        let both = second.accept(Side::Second).unwrap();
        let one = both.release(Side::Second).unwrap();
        assert_eq!(one.introduce(), Err(PairRefused::NotNow(MatchState::OfferedSecond)));
        let mutual = one.release(Side::First).unwrap();
        assert_eq!(mutual.state, MatchState::Mutual);
        assert!(mutual.introduce().unwrap().names_are_known());
        assert_eq!(mutual.decline(Side::First).unwrap().state, MatchState::Declined, "a yes may be taken back until then");
    }

    #[test]
    fn the_seeking_side_is_asked_first() {
        use crate::domain::Direction::{Offers, Seeks};
        assert!(requester_is_first(Seeks, Some(Offers)));
        assert!(!requester_is_first(Offers, Some(Seeks)));
        assert!(requester_is_first(Seeks, Some(Seeks)));
        assert!(requester_is_first(Offers, None));
    }

    proptest! {
        #[test]
        fn whatever_is_done_names_are_known_only_after_four_yeses_and_an_end_is_final(
            moves in proptest::collection::vec((0_u8..11, proptest::bool::ANY), 0..60)
        ) {
            let mut pairing = Pairing::suggested();
            for (which, first) in moves {
                let side = if first { Side::First } else { Side::Second };
                let before = pairing;
                if let Ok(after) = any_move(pairing, which, side) {
                    prop_assert!(before.state.is_open(), "nothing leads on from {:?}", before.state);
                    pairing = after;
                }
                if matches!(pairing.state, MatchState::Mutual | MatchState::Introduced) {
                    prop_assert_eq!(pairing.words, [Word::Released; 2]);
                }
                prop_assert_eq!(pairing.asker.is_some(), pairing.state == MatchState::Question);
                if pairing.word(Side::Second) != Word::Silent {
                    prop_assert!(pairing.word(Side::First) != Word::Silent, "the first is asked first");
                }
            }
        }
    }
}
