//! Passing a lead on: to a colleague by a button with their name, or by a name behind `/assign`.

use anyhow::Result;

use super::{super::turn::Turn, after_take, deadline, readers, refresh_card, refusal, reminders};
use crate::{
    domain::{LeadId, LeadState, MoveRefused, PersonId, Role},
    store::{DeskOf, Lead, Moved},
    talk::{Action, Button, Message, Place, Post, Reply, Text},
    text,
};

/// Names offered; a centre with more staff than this assigns by typing the name.
const MOST: usize = 24;

/// `/assign`, or the button: whom to give it to. A name behind the command is enough where it means one person.
pub async fn choose(turn: &mut Turn<'_, '_>, lead: LeadId, name: &str) -> Result<()> {
    let desks = readers::workers(turn.tx, turn.rooms).await?;
    let name = name.trim().trim_start_matches('@').to_lowercase();
    let meant: Vec<&DeskOf> = desks.iter().filter(|desk| desk.name.to_lowercase().starts_with(&name)).collect();
    if let ([one], false) = (meant.as_slice(), name.is_empty()) {
        return give(turn, lead, one.person).await;
    }
    let offered = if meant.is_empty() { desks.iter().collect() } else { meant };
    let buttons = offered.into_iter().take(MOST).map(|desk| {
        let label = text!("button-give", who = desk.name.as_str(), has = desk.has);
        Button::new(label, Action::Give { lead, to: desk.person })
    });
    let mut message = Message::new(text!("assign-choose", number = lead.0));
    let buttons: Vec<Button> = buttons.collect();
    for pair in buttons.chunks(2) {
        message = message.row(pair.iter().cloned());
    }
    turn.say(message).await
}

/// Gives a lead to a colleague. Its owner may, an admin may, and anybody may when it is past due: a lead whose owner is ill shall
/// not wait for them.
pub async fn give(turn: &mut Turn<'_, '_>, id: LeadId, to: PersonId) -> Result<()> {
    let name = turn.sender.name.clone();
    turn.tx.name_staff(turn.person, &name).await?;
    let Some(line) = turn.tx.lead(id).await? else { return turn.say(text!("staff-no-such-lead")).await };
    let home = turn.rooms.calendars.home().key.clone();
    let desk = turn.tx.desk_of(to, &home).await?;
    let (Some(desk), Some(_)) = (desk, turn.tx.staff_member(to).await?) else {
        return turn.tell(text!("assign-not-staff")).await;
    };
    if desk.reads_only {
        return turn.tell(text!("assign-reads-only", who = desk.name)).await;
    }
    if let Some(owner) = owner_to_be_asked(turn, &line.lead) {
        let said = refusal(turn, id, MoveRefused::NotYours(owner)).await?;
        return turn.tell(said).await;
    }
    match turn.tx.give_lead(id, to, turn.person, turn.at).await? {
        Some(Moved::To(_)) => {}
        Some(Moved::Refused(refused)) => {
            let said = refusal(turn, id, refused).await?;
            return turn.tell(said).await;
        }
        None => return turn.say(text!("staff-no-such-lead")).await,
    }
    if line.lead.held.state == LeadState::Waiting {
        after_take(turn, &line.lead).await?;
    }
    refresh_card(turn.tx, turn.rooms, id, turn.at).await?;
    let due = turn.tx.lead(id).await?.map_or_else(Text::empty, |line| deadline::due_line(turn.rooms, &line.lead));
    let told = Text::lines([text!("assign-given", number = id.0, by = name, to = reminders::mention(&desk)), due]);
    turn.post(&Reply::now(Place::Lead(id), Post::Say(told.into()))).await?;
    if turn.chat.topic.is_none() || turn.chat.topic != line.lead.topic {
        turn.say(text!("staff-done", number = id.0)).await?;
    }
    Ok(())
}

/// Whoever has the lead and has to be asked first.
fn owner_to_be_asked(turn: &Turn<'_, '_>, lead: &Lead) -> Option<PersonId> {
    let late = lead.clock.due().is_some_and(|due| due < turn.at);
    let free = lead.held.state != LeadState::Taken || turn.role == Role::Admin || late;
    lead.held.owner.filter(|owner| !free && *owner != turn.person)
}

/// Somebody left the staff: what they had goes back to the queue, and each topic is told.
pub async fn left(turn: &mut Turn<'_, '_>) -> Result<()> {
    turn.tx.leave_staff(turn.person, turn.at).await?;
    let who = turn.tx.staff_name(turn.person).await?;
    hand_back(turn, turn.person, |number| text!("assign-left", number = number, who = who.as_str())).await
}

/// What somebody had goes back to the queue, and each topic is told.
pub async fn hand_back(turn: &mut Turn<'_, '_>, person: PersonId, told: impl Fn(i64) -> Text) -> Result<()> {
    for id in turn.tx.free_leads_of(person, turn.at).await? {
        refresh_card(turn.tx, turn.rooms, id, turn.at).await?;
        turn.post(&Reply::soon(Place::Lead(id), Post::Say(told(id.0).into()))).await?;
    }
    Ok(())
}
