//! The moves of a request, and what follows from each for its owner, for staff and for matching. Whoever makes a move, its
//! owner hears of it exactly once: here when somebody else made it, from what answers their own hand otherwise.

use anyhow::Result;
use jiff::Timestamp;

use super::{Rooms, pairs, staff, turn::Learned};
use crate::{
    domain::{
        Draft, Due, EndReason, Hint, Mover, PersonId, ProposalId, Reason, Reminder, RequestId, RequestMove, RequestRefused,
        RequestState, hints,
    },
    store::{RequestRow, Tx},
    talk::{Action, Button, Message, OwnPress, Place, Post, Reply, Text},
    text,
};

/// Requests that one tick moves on; the next tick takes the rest.
const MOST_DUE: i64 = 200;

/// What a move happens in.
pub struct Ground<'g, 'tx> {
    pub tx: &'g mut Tx<'tx>,
    pub rooms: &'g Rooms,
    pub at: Timestamp,
    /// What matching has to know once it is kept.
    pub learned: Vec<Learned>,
}

/// Makes a move and lets follow what follows; none when there is no such request any more.
pub async fn make(
    ground: &mut Ground<'_, '_>,
    id: RequestId,
    made: RequestMove,
    by: (Mover, Option<PersonId>),
) -> Result<Option<Result<RequestRow, RequestRefused>>> {
    let moved = ground.tx.move_request(id, made, by, ground.at).await?;
    if let Some(Ok(row)) = &moved {
        tell_matching(ground, row, by.1).await?;
        if by.0 != Mover::Owner {
            tell_owner(ground, row, made).await?;
        }
        tell_staff(ground, row, by.0).await?;
    }
    Ok(moved)
}

/// Matching forgets what is over; what is only paused it keeps, behind a gate.
async fn tell_matching(ground: &mut Ground<'_, '_>, row: &RequestRow, by: Option<PersonId>) -> Result<()> {
    if row.state.is_live() {
        ground.learned.push(Learned::Put(Box::new(row.proposal())));
        return Ok(());
    }
    ground.learned.push(Learned::Gone(ProposalId::Request(row.id)));
    match row.state {
        // What it did its service with stays to be seen.
        RequestState::Fulfilled | RequestState::Archived => Ok(()),
        _ => {
            let ended = ground.tx.end_matches(row.id, EndReason::Closed, by, ground.at).await?;
            pairs::tell_ended(ground.tx, ground.rooms, ended, by, ground.at).await
        }
    }
}

/// The one notice of a move.
async fn tell_owner(ground: &mut Ground<'_, '_>, row: &RequestRow, made: RequestMove) -> Result<()> {
    let asked = if made == RequestMove::AskInfo { questions(row) } else { Text::empty() };
    let mut message = Message::new(Text::paragraphs([head(row), means(row), asked]));
    message = match made {
        RequestMove::Expire | RequestMove::Pause => own_buttons(message, row, ground.at),
        RequestMove::AskInfo => message.row([Button::new(text!("button-amend"), Action::Amend(row.id))]),
        RequestMove::Reject(_) | RequestMove::Withdraw(_) => own_buttons(message, row, ground.at),
        _ => message,
    };
    let message = message.row([Button::new(text!("button-status"), Action::Request(row.id))]);
    ground.tx.post(&Reply::soon(Place::Chat(row.chat), Post::Say(message)), ground.at).await
}

/// What the checks would ask of a request: where to begin when staff ask for more.
fn questions(row: &RequestRow) -> Text {
    let found = hints(&Draft::amending(row.id, &row.body), row.body.lang);
    Text::lines(found.iter().map(|(hint, _)| text!("hint-line", question = Text::of_code(Hint::LIST, hint.code()))))
}

/// The card in the lead's topic, and a line about what staff did not do themselves.
async fn tell_staff(ground: &mut Ground<'_, '_>, row: &RequestRow, by: Mover) -> Result<()> {
    let Some(line) = ground.tx.lead_of_request(row.id).await? else { return Ok(()) };
    if by != Mover::Staff {
        let state = Text::of_code(RequestState::LIST, row.state.code());
        let told = match (row.state, by) {
            (RequestState::Withdrawn, Mover::Owner) => text!("staff-withdrawn"),
            _ => text!("staff-request-moved", number = row.reference.to_string(), state = state),
        };
        ground.tx.post(&Reply::soon(Place::Lead(line.lead.id), Post::Say(told.into())), ground.at).await?;
    }
    staff::refresh_card(ground.tx, ground.rooms, line.lead.id, ground.at).await
}

/// A request's number and state.
pub fn head(row: &RequestRow) -> Text {
    let state = Text::of_code(RequestState::LIST, row.state.code());
    text!("request-head", number = row.reference.to_string(), state = state)
}

/// What its state means, and why it ended where it has.
pub fn means(row: &RequestRow) -> Text {
    let reason = row.standing.reason.filter(|_| row.state.has_ended());
    let why = reason.map(|reason| text!("request-reason", reason = Text::of_code(Reason::LIST, reason.code())));
    let until = match row.state {
        RequestState::Open => text!("request-holds-until", date = last_day(row.standing.valid_until)),
        _ => Text::empty(),
    };
    Text::lines([Text::of_code("request-means", row.state.code()), why.unwrap_or_else(Text::empty), until])
}

/// The last day on which something holds that ends at this moment.
fn last_day(end: Timestamp) -> jiff::civil::Date {
    (end - jiff::SignedDuration::from_millis(1)).to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// What its owner may do with a request as it stands now, as buttons: exactly what the rules would accept.
pub fn own_buttons(message: Message, row: &RequestRow, at: Timestamp) -> Message {
    let may = |press: &&OwnPress| row.standing.after(press.made(), Mover::Owner, at).is_ok();
    let offered = [OwnPress::Resume, OwnPress::Renew, OwnPress::Appeal, OwnPress::Pause, OwnPress::Found];
    let buttons = offered.iter().filter(may).map(|press| {
        // Two ways to be done are asked for by one button first.
        let press = if *press == OwnPress::Found { OwnPress::Done } else { *press };
        own_button(row.id, press)
    });
    message.row(buttons)
}

/// A button of an owner's.
pub fn own_button(request: RequestId, press: OwnPress) -> Button {
    Button::new(Text::of_code(OwnPress::LIST, press.code()), Action::Own { request, press })
}

/// What time has brought about: reminders, and moves that nobody has to make.
pub async fn on_the_clock(ground: &mut Ground<'_, '_>) -> Result<()> {
    for row in ground.tx.due_requests(ground.at, MOST_DUE).await? {
        match row.standing.due(ground.at) {
            Some((Due::Move(made), _)) => {
                make(ground, row.id, made, (Mover::Clock, None)).await?;
            }
            Some((Due::Remind(reminder), after)) => {
                if ground.tx.keep_standing(row.id, &row.standing, &after, ground.at).await? {
                    remind(ground, &row, reminder).await?;
                }
            }
            // It was written by an older version that did not know when to look.
            None => {
                ground.tx.keep_standing(row.id, &row.standing, &row.standing, ground.at).await?;
            }
        }
    }
    Ok(())
}

async fn remind(ground: &mut Ground<'_, '_>, row: &RequestRow, reminder: Reminder) -> Result<()> {
    let number = row.reference.to_string();
    let until = last_day(row.standing.valid_until);
    let title = row.body.title.as_str();
    let words = match reminder {
        Reminder::Info => text!("remind-info", number = number, title = title),
        Reminder::StillValid => text!("remind-still-valid", number = number, title = title, date = until),
        Reminder::Ending => text!("remind-ending", number = number, title = title, date = until),
        Reminder::Paused => text!("remind-paused", number = number, title = title),
    };
    let presses: &[OwnPress] = match reminder {
        Reminder::Info => &[],
        Reminder::StillValid => &[OwnPress::Confirm, OwnPress::Pause],
        Reminder::Ending if row.standing.renewed => &[],
        Reminder::Ending => &[OwnPress::Renew],
        Reminder::Paused => &[OwnPress::Resume],
    };
    let mut message = Message::new(words).row(presses.iter().map(|press| own_button(row.id, *press)));
    message = match reminder {
        Reminder::Info => message.row([Button::new(text!("button-amend"), Action::Amend(row.id))]),
        _ => message.row([Button::new(text!("button-withdraw"), Action::Withdraw(row.id))]),
    };
    ground.tx.post(&Reply::soon(Place::Chat(row.chat), Post::Say(message)), ground.at).await
}
