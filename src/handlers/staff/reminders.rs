//! Reminders that time brings: of answers that are due and of snoozes that end. Only in the hours of whoever is reminded, and each
//! cause once: its row is written in the turn that says it.

use anyhow::Result;
use jiff::{SignedDuration, Timestamp};

use super::{super::Rooms, deadline, refresh_card, snooze, stats};
use crate::{
    domain::{Cause, LeadState, reminder},
    store::{DeskOf, Lead, LeadLine, Overdue, Tx},
    talk::{Action, Button, Message, Place, Post, Reply, SnoozeFor, Text},
    text,
};

/// Rows made findable in a minute.
const READ_AT_ONCE: i64 = 500;
/// Leads named in one message of the general chat; the rest are counted.
const NAMED: usize = 8;

/// What a minute brings to the desk.
pub async fn tick(tx: &mut Tx<'_>, rooms: &Rooms, now: Timestamp) -> Result<()> {
    if rooms.centre.staff_chat.is_none() {
        return Ok(());
    }
    for line in tx.leads_without_clock().await? {
        refresh_card(tx, rooms, line.lead.id, now).await?;
    }
    tx.read_for_find(READ_AT_ONCE).await?;
    wake(tx, rooms, now).await?;
    stats::weekly(tx, rooms, now).await?;
    let mut unclaimed = Vec::new();
    let mut escalated = Vec::new();
    for overdue in tx.overdue(now).await? {
        if overdue.line.lead.is_snoozed(now) {
            continue;
        }
        let owner = owner(tx, rooms, &overdue.line.lead).await?;
        let hours = owner.as_ref().map_or(rooms.calendars.home(), |desk| rooms.calendars.named(&desk.calendar));
        let Some(cause) = reminder(overdue.due, overdue.reminded, hours, now) else { continue };
        if !tx.remind(overdue.line.lead.id, cause, overdue.due, now).await? {
            continue;
        }
        match (cause, owner) {
            (Cause::Escalated, owner) => escalated.push((overdue, owner)),
            (_, Some(desk)) => to_owner(tx, &overdue, &desk, now).await?,
            (_, None) => unclaimed.push((overdue, None)),
        }
    }
    if !unclaimed.is_empty() {
        to_all(tx, text!("remind-unclaimed", count = count(&unclaimed)), &unclaimed, now).await?;
    }
    if !escalated.is_empty() {
        to_all(tx, text!("remind-escalated", count = count(&escalated)), &escalated, now).await?;
    }
    Ok(())
}

type Late = (Overdue, Option<DeskOf>);

fn count(late: &[Late]) -> i64 {
    i64::try_from(late.len()).unwrap_or(i64::MAX)
}

/// The desk of the one who has the lead, if somebody has it.
async fn owner(tx: &mut Tx<'_>, rooms: &Rooms, lead: &Lead) -> Result<Option<DeskOf>> {
    match (lead.held.state, lead.held.owner) {
        (LeadState::Taken, Some(owner)) => tx.desk_of(owner, &rooms.calendars.home().key).await,
        _ => Ok(None),
    }
}

/// In the lead's topic, by name.
async fn to_owner(tx: &mut Tx<'_>, overdue: &Overdue, desk: &DeskOf, now: Timestamp) -> Result<()> {
    let lead = overdue.line.lead.id;
    let late = deadline::lasting(now.duration_since(overdue.due));
    let message = Message::new(text!("remind-owner", who = mention(desk), number = lead.0, late = late))
        .row([snooze::button(lead, SnoozeFor::Day), snooze::button(lead, SnoozeFor::Reply)])
        .row([Button::new(text!("button-assign"), Action::Assign(lead))]);
    tx.post(&Reply::soon(Place::Lead(lead), Post::Say(message)), now).await
}

/// In the general chat, all late ones in one message: a morning after a holiday shall not bring twenty.
async fn to_all(tx: &mut Tx<'_>, head: Text, late: &[Late], now: Timestamp) -> Result<()> {
    let mut lines: Vec<Text> =
        late.iter().take(NAMED).map(|(overdue, owner)| late_line(overdue, owner.as_ref(), now)).collect();
    if late.len() > NAMED {
        lines.push(text!("remind-more", count = count(&late[NAMED..])));
    }
    let mut message = Message::new(Text::paragraphs([head, Text::lines(lines)]));
    for chunk in late[..late.len().min(NAMED)].chunks(4) {
        message = message.row(chunk.iter().map(|(overdue, owner)| {
            let lead = overdue.line.lead.id;
            match owner {
                Some(_) => Button::new(text!("button-assign-number", number = lead.0), Action::Assign(lead)),
                None => Button::new(text!("button-take-number", number = lead.0), Action::Take(lead)),
            }
        }));
    }
    tx.post(&Reply::soon(Place::Staff, Post::Say(message)), now).await
}

fn late_line(overdue: &Overdue, owner: Option<&DeskOf>, now: Timestamp) -> Text {
    let who = owner.map_or_else(|| text!("remind-nobody"), mention);
    text!(
        "remind-line",
        number = overdue.line.lead.id.0,
        name = overdue.line.topic_name.as_str(),
        late = deadline::lasting(now.duration_since(overdue.due)),
        who = who,
    )
}

/// Tells owners, in their hours, that a snooze has ended.
async fn wake(tx: &mut Tx<'_>, rooms: &Rooms, now: Timestamp) -> Result<()> {
    for line in tx.awake(now).await? {
        let LeadLine { lead, .. } = line;
        let Some(until) = lead.snooze.and_then(|snooze| snooze.until) else { continue };
        let Some(desk) = owner(tx, rooms, &lead).await? else { continue };
        if !rooms.calendars.named(&desk.calendar).is_working(now) || !tx.remind(lead.id, Cause::Awake, until, now).await? {
            continue;
        }
        let told = text!("remind-awake", who = mention(&desk), number = lead.id.0);
        tx.post(&Reply::soon(Place::Lead(lead.id), Post::Say(told.into())), now).await?;
    }
    Ok(())
}

/// A member of staff by name, so that their phone tells them.
pub fn mention(desk: &DeskOf) -> Text {
    text!("staff-mention", who = desk.name.as_str(), user = desk.user)
}

/// Nobody was answered from one moment to the other. What is older than a day when the bot comes back, Telegram has thrown away.
pub async fn tell_of_absence(tx: &mut Tx<'_>, rooms: &Rooms, from: Timestamp, to: Timestamp) -> Result<()> {
    const TELEGRAM_KEEPS: SignedDuration = SignedDuration::from_hours(24);
    let home = rooms.calendars.home();
    let ((from_date, from_time), (to_date, to_time)) =
        (deadline::date_and_time(home, from), deadline::date_and_time(home, to));
    let mut parts =
        vec![text!("was-away", from_date = from_date, from_time = from_time, to_date = to_date, to_time = to_time)];
    if to.duration_since(from) > TELEGRAM_KEEPS {
        let (date, time) = deadline::date_and_time(home, to - TELEGRAM_KEEPS);
        parts.push(text!("was-away-too-long", date = date, time = time));
    } else {
        parts.push(text!("was-away-answered"));
    }
    tx.post(&Reply::soon(Place::Staff, Post::Say(Message::new(Text::lines(parts)))), to).await
}
