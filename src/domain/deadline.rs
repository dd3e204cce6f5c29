//! When a partner is to be answered: a clock that runs in the centre's working time while the partner waits for the staff,
//! and stands while the staff wait for the partner.

use jiff::{SignedDuration, Timestamp};

use super::{Calendar, code_list};

/// Working days until the first answer. Partners were promised one: whoever writes on a Friday evening hears by Monday evening,
/// and a person with one lead a day too many still sees it before the partner asks again.
pub const ANSWER_DAYS: u32 = 1;
/// What is left at least when the partner writes again: whoever answered in the last minute is not late in the next.
pub const LEFT_AT_LEAST: SignedDuration = SignedDuration::from_hours(4);
/// Working time from one reminder to the next, and from the second to the escalation: half a day, in which one may well be
/// in a meeting.
pub const REMIND_AGAIN: SignedDuration = SignedDuration::from_hours(4);

/// The clock of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerClock {
    /// It has never run.
    Fresh,
    /// The partner waits until then.
    Runs { due: Timestamp },
    /// The staff wait for the partner; so much working time is left.
    Stands { left: SignedDuration },
}

impl AnswerClock {
    /// The clock at this moment, when the partner waits.
    #[must_use]
    pub fn run(self, calendar: &Calendar, at: Timestamp) -> Self {
        let due = match self {
            Self::Runs { due } => due,
            Self::Fresh => calendar.add_days(at, ANSWER_DAYS),
            Self::Stands { left } => calendar.add_work(at, left.max(LEFT_AT_LEAST)),
        };
        Self::Runs { due }
    }

    /// The clock at this moment, when nobody waits for the staff.
    #[must_use]
    pub fn stand(self, calendar: &Calendar, at: Timestamp) -> Self {
        match self {
            Self::Runs { due } => Self::Stands { left: calendar.work_between(at, due) },
            still => still,
        }
    }

    /// When the answer is due, while the clock runs.
    #[must_use]
    pub fn due(self) -> Option<Timestamp> {
        match self {
            Self::Runs { due } => Some(due),
            Self::Fresh | Self::Stands { .. } => None,
        }
    }
}

code_list! {
    /// Why somebody is reminded of a lead; each happens once for one deadline.
    Cause, "reminder" {
        First = "first",
        Second = "second",
        /// To everybody, after the second.
        Escalated = "escalated",
        /// A snooze has ended.
        Awake = "awake",
    }
}

/// What was reminded of for one deadline, and when.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reminded {
    pub first: Option<Timestamp>,
    pub second: Option<Timestamp>,
    pub escalated: Option<Timestamp>,
}

/// The reminder that is to be given now for this deadline, if one is; only in the hours of whoever it goes to.
#[must_use]
pub fn reminder(due: Timestamp, before: Reminded, hours: &Calendar, now: Timestamp) -> Option<Cause> {
    let after = |earlier: Timestamp| hours.add_work(earlier, REMIND_AGAIN);
    let (cause, from) = match before {
        Reminded { first: None, .. } => (Cause::First, due),
        Reminded { first: Some(first), second: None, .. } => (Cause::Second, after(first)),
        Reminded { second: Some(second), escalated: None, .. } => (Cause::Escalated, after(second)),
        Reminded { .. } => return None,
    };
    (now >= from && hours.is_working(now)).then_some(cause)
}
