//! Members of the staff who may only read: an admin says who. What they do not may is refused where it would be done.

use anyhow::Result;

use super::{
    super::{Rooms, turn::Turn},
    assign,
};
use crate::{
    domain::{PersonId, Role},
    store::{DeskOf, Tx},
    talk::{Action, Button, Command, Message, Text},
    text,
};

/// Commands that only show.
const SHOWING: &[Command] =
    &[Command::Queue, Command::Mine, Command::Lead, Command::Find, Command::History, Command::Stats, Command::Help];

/// Why this person may not do this, if all they may is read.
pub fn refused(turn: &Turn<'_, '_>) -> Option<Text> {
    turn.reads_only.then(|| text!("reads-only"))
}

/// The same for a command.
pub fn command_refused(turn: &Turn<'_, '_>, command: Command) -> Option<Text> {
    if SHOWING.contains(&command) { None } else { refused(turn) }
}

/// The same for a button.
pub fn press_refused(turn: &Turn<'_, '_>, action: &Action) -> Option<Text> {
    if matches!(action, Action::Matches(_) | Action::ShowLead(_)) { None } else { refused(turn) }
}

/// How everybody on the staff works who may have leads.
pub async fn workers(tx: &mut Tx<'_>, rooms: &Rooms) -> Result<Vec<DeskOf>> {
    let mut desks = tx.desks(&rooms.calendars.home().key).await?;
    desks.retain(|desk| !desk.reads_only);
    Ok(desks)
}

/// `/readers`: everybody on the staff, each with a button that changes what they may.
pub async fn show(turn: &mut Turn<'_, '_>) -> Result<()> {
    let message = list(turn).await?;
    turn.say(message).await
}

async fn list(turn: &mut Turn<'_, '_>) -> Result<Message> {
    let desks = turn.tx.desks(&turn.rooms.calendars.home().key).await?;
    if desks.is_empty() {
        return Ok(text!("readers-nobody").into());
    }
    Ok(Message::new(text!("readers")).column(desks.into_iter().map(|desk| {
        let label = if desk.reads_only {
            text!("button-reader", who = desk.name.as_str())
        } else {
            text!("button-worker", who = desk.name.as_str())
        };
        Button::new(label, Action::Reader { person: desk.person, reads_only: !desk.reads_only })
    })))
}

/// An admin says whether somebody may only read. What they had goes back to the queue.
pub async fn set(turn: &mut Turn<'_, '_>, person: PersonId, reads_only: bool) -> Result<()> {
    if turn.role != Role::Admin {
        return turn.refuse("admin button").await;
    }
    if !turn.tx.set_reads_only(person, reads_only, turn.person, turn.at).await? {
        return turn.tell(text!("assign-not-staff")).await;
    }
    if reads_only {
        let who = turn.tx.staff_name(person).await?;
        assign::hand_back(turn, person, |number| text!("reader-now", number = number, who = who.as_str())).await?;
    }
    let message = list(turn).await?;
    match turn.pressed {
        Some(pressed) => turn.edit(pressed, message).await,
        None => turn.say(message).await,
    }
}
