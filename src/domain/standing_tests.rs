//! The rules of a request's life under any sequence of hands and any passing of time.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;

fn start() -> Timestamp {
    Timestamp::from_second(1_790_000_000).expect("within range")
}

fn day(n: i64) -> Timestamp {
    after_days(start(), n)
}

fn sent() -> Standing {
    Standing::sent(start(), day(VALID_DAYS))
}

const MOVES: [RequestMove; 15] = [
    RequestMove::Approve,
    RequestMove::AskInfo,
    RequestMove::Answer,
    RequestMove::Reject(Reason::Scope),
    RequestMove::Appeal,
    RequestMove::Pause,
    RequestMove::Resume,
    RequestMove::Confirm,
    RequestMove::Expire,
    RequestMove::Renew,
    RequestMove::Fulfil(Reason::Found),
    RequestMove::Reopen,
    RequestMove::Withdraw(Reason::Owner),
    RequestMove::Archive,
    RequestMove::Erase(Reason::Owner),
];
const MOVERS: [Mover; 3] = [Mover::Owner, Mover::Staff, Mover::Clock];

/// What one step of a life is: somebody tries a move, or days pass and the clock does what is due.
fn step() -> impl Strategy<Value = (usize, usize, i64)> {
    (0..MOVES.len(), 0..MOVERS.len(), 0i64..40)
}

fn made(standing: Standing, made: RequestMove, by: Mover, at: Timestamp) -> Standing {
    standing.after(made, by, at).unwrap_or_else(|refused| panic!("{made:?} from {:?}: {refused:?}", standing.state))
}

#[test]
fn a_request_lives_as_it_is_written() {
    let open = made(sent(), RequestMove::Approve, Mover::Staff, day(1));
    assert_eq!(open.state, RequestState::Open);
    let asked = made(sent(), RequestMove::AskInfo, Mover::Staff, day(1));
    assert_eq!(made(asked, RequestMove::Answer, Mover::Owner, day(2)).state, RequestState::Submitted);
    let paused = made(open, RequestMove::Pause, Mover::Owner, day(2));
    assert_eq!(made(paused, RequestMove::Resume, Mover::Owner, day(3)).state, RequestState::Open);
    let expired = made(open, RequestMove::Expire, Mover::Clock, day(VALID_DAYS));
    let renewed = made(expired, RequestMove::Renew, Mover::Owner, day(VALID_DAYS + 5));
    assert_eq!((renewed.state, renewed.valid_until), (RequestState::Open, day(2 * VALID_DAYS + 5)));
    let again = made(renewed, RequestMove::Expire, Mover::Clock, renewed.valid_until);
    assert_eq!(again.after(RequestMove::Renew, Mover::Owner, again.since), Err(RequestRefused::RenewedAlready));
    let rejected = made(sent(), RequestMove::Reject(Reason::Unclear), Mover::Staff, day(1));
    assert_eq!(rejected.reason, Some(Reason::Unclear));
    let appealed = made(rejected, RequestMove::Appeal, Mover::Owner, day(2));
    assert_eq!((appealed.state, appealed.reason), (RequestState::Submitted, None));
}

#[test]
fn nobody_makes_the_moves_of_another() {
    for by in [Mover::Owner, Mover::Clock] {
        assert_eq!(sent().after(RequestMove::Approve, by, day(1)), Err(RequestRefused::NotYours));
        assert_eq!(sent().after(RequestMove::Reject(Reason::Scope), by, day(1)), Err(RequestRefused::NotYours));
    }
    let open = made(sent(), RequestMove::Approve, Mover::Staff, day(1));
    assert_eq!(open.after(RequestMove::Confirm, Mover::Staff, day(2)), Err(RequestRefused::NotYours));
    assert_eq!(open.after(RequestMove::Expire, Mover::Owner, day(400)), Err(RequestRefused::NotYours));
    assert_eq!(open.after(RequestMove::Renew, Mover::Owner, day(2)), Err(RequestRefused::TooEarly));
    let late = open.after(RequestMove::Approve, Mover::Staff, day(2));
    assert_eq!(late, Err(RequestRefused::NotFrom(RequestState::Open)), "an old button tells what is");
}

#[test]
fn time_reminds_at_half_life_and_before_the_end_and_then_ends_it() {
    let mut standing = made(sent(), RequestMove::Approve, Mover::Staff, day(0));
    let mut told = Vec::new();
    for n in 1..400 {
        while let Some((due, after)) = standing.due(day(n)) {
            told.push((n, due));
            standing = after;
        }
    }
    assert_eq!(
        told,
        [
            (90, Due::Remind(Reminder::StillValid)),
            (166, Due::Remind(Reminder::Ending)),
            (180, Due::Move(RequestMove::Expire)),
            (270, Due::Move(RequestMove::Archive)),
        ]
    );
    assert_eq!((standing.state, standing.reason), (RequestState::Archived, Some(Reason::Expired)));
}

#[test]
fn who_does_not_answer_is_reminded_twice_and_then_withdrawn() {
    let mut standing = made(sent(), RequestMove::AskInfo, Mover::Staff, day(0));
    let mut told = Vec::new();
    for n in 1..32 {
        while let Some((due, after)) = standing.due(day(n)) {
            told.push((n, due));
            standing = after;
        }
    }
    let reminded = Due::Remind(Reminder::Info);
    assert_eq!(told, [(3, reminded), (10, reminded), (30, Due::Move(RequestMove::Withdraw(Reason::NoAnswer)))]);
}

#[test]
fn after_a_long_sleep_only_the_last_of_what_is_due_is_done() {
    let asked = made(sent(), RequestMove::AskInfo, Mover::Staff, day(0));
    let (due, _) = asked.due(day(15)).unwrap();
    assert_eq!(due, Due::Remind(Reminder::Info));
    let (due, _) = asked.due(day(60)).unwrap();
    assert_eq!(due, Due::Move(RequestMove::Withdraw(Reason::NoAnswer)));
}

proptest! {
    #[test]
    fn no_sequence_of_hands_and_days_breaks_the_rules(steps in prop::collection::vec(step(), 0..60)) {
        let mut now = start();
        let mut standing = sent();
        let mut renewals = 0;
        for (made, by, days) in steps {
            now = after_days(now, days);
            let mut done = 0;
            while let Some((_, after)) = standing.due(now) {
                prop_assert_ne!(after, standing, "what is due leaves a trace, so that it is done once");
                standing = after;
                done += 1;
                prop_assert!(done < 10, "the clock comes to rest");
            }
            prop_assert!(standing.next_due().is_none_or(|next| next > now), "and knows when to look again");
            let (made, by) = (MOVES[made], MOVERS[by]);
            let Ok(after) = standing.after(made, by, now) else { continue };
            if standing.state == RequestState::Submitted && after.state == RequestState::Open {
                prop_assert_eq!((made, by), (RequestMove::Approve, Mover::Staff), "only staff open a request");
            }
            renewals += i32::from(made == RequestMove::Renew);
            prop_assert_ne!(standing.state, RequestState::Erased, "nothing comes back from being erased");
            prop_assert!(after.since >= standing.since);
            prop_assert_eq!(after.state.has_ended(), after.reason.is_some(), "every ending carries its reason, and only endings do");
            prop_assert!(after.valid_until.duration_since(now) <= SignedDuration::from_hours(24 * LONGEST_DAYS));
            standing = after;
        }
        prop_assert!(renewals <= 1);
    }
}
