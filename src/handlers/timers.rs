//! What time alone brings about: reminders and the end of what is kept too long. Driven by a tick, so that tests drive it too.

use anyhow::Result;
use jiff::{SignedDuration, Timestamp};

use super::{
    AfterCommit, Rooms,
    moves::{self, Ground},
    pairs, staff,
};
use crate::{
    domain::{ERASE_AFTER_DAYS, REMIND_AFTER_HOURS},
    store::Tx,
    talk::{Action, Address, Button, ChatKind, Door, Message, Place, Post, Reply},
    text,
};

/// Away for less than this is nothing to talk about: a restart, an upgrade.
const AWAY: SignedDuration = SignedDuration::from_mins(30);
/// A clock that goes back by more than this was set back.
const SET_BACK: SignedDuration = SignedDuration::from_mins(1);
/// Handled updates are remembered this long; Telegram repeats none after 24 hours.
const UPDATES_DAYS: i64 = 7;
/// Messages about leads are remembered this long, for answers to them. All others go as soon as they are sent, but for those about
/// a match alone.
const LEAD_MESSAGES_DAYS: i64 = 120;
const MATCH_MESSAGES_DAYS: i64 = 2;
/// Questions keep their asker this long.
const ASKERS_DAYS: i64 = 90;

/// Of a match that came to nothing, the terms that both texts shared are kept this long.
const TERMS_DAYS: i64 = 30;
/// Then only who with whom and why not, so that they are not brought together again; and not for ever.
const PAIRS_DAYS: i64 = 2 * 365;
/// Whose request it was is kept this long after it ended.
const IDENTITY_DAYS: i64 = 365;
/// What was said about a lead is kept this long after it was closed.
const LEAD_FILES_DAYS: i64 = 2 * 365;

/// The house is there again. After a long absence the staff are told once from when to when nobody was answered.
pub async fn started(tx: &mut Tx<'_>, rooms: &Rooms, now: Timestamp) -> Result<AfterCommit> {
    let before = tx.note_time(now).await?.filter(|before| now.duration_since(*before) >= AWAY);
    if let (Some(before), Some(_)) = (before, rooms.centre.staff_chat) {
        staff::tell_of_absence(tx, rooms, before, now).await?;
    }
    Ok(AfterCommit::default())
}

/// A minute has passed.
pub async fn tick(tx: &mut Tx<'_>, rooms: &Rooms, now: Timestamp) -> Result<AfterCommit> {
    if tx.note_time(now).await?.is_some_and(|before| before.duration_since(now) > SET_BACK) {
        tx.hurry_outbox(now).await?;
    }
    let days_ago = |days: i64| now - SignedDuration::from_hours(24 * days);
    for (door, chat, _) in tx.erase_drafts(days_ago(ERASE_AFTER_DAYS)).await? {
        tx.post(&notice(door, chat, Message::new(text!("draft-erased"))), now).await?;
    }
    let [first, second] = REMIND_AFTER_HOURS.map(SignedDuration::from_hours);
    for (door, chat, _) in tx.drafts_to_remind(first, second, now).await? {
        let message = Message::new(text!("draft-reminder", days = ERASE_AFTER_DAYS))
            .row([Button::new(text!("button-resume"), Action::Resume)]);
        tx.post(&notice(door, chat, message), now).await?;
    }
    pairs::lapse(tx, rooms, now).await?;
    staff::follow_up(tx, now).await?;
    tx.shrink_matches(days_ago(TERMS_DAYS), days_ago(PAIRS_DAYS)).await?;
    tx.erase_identities(days_ago(IDENTITY_DAYS)).await?;
    tx.empty_lead_files(days_ago(LEAD_FILES_DAYS)).await?;
    staff::tick(tx, rooms, now).await?;
    tx.forget_updates(days_ago(UPDATES_DAYS)).await?;
    tx.sweep_outbox(days_ago(LEAD_MESSAGES_DAYS), days_ago(MATCH_MESSAGES_DAYS)).await?;
    tx.forget_askers(days_ago(ASKERS_DAYS)).await?;
    tx.sweep_forgotten().await?;
    let mut ground = Ground { tx, rooms, at: now, learned: Vec::new() };
    moves::on_the_clock(&mut ground).await?;
    Ok(AfterCommit { learned: ground.learned, ..AfterCommit::default() })
}

fn notice(door: Door, chat: i64, message: Message) -> Reply {
    let to = Address { door, chat, kind: ChatKind::Private, topic: None };
    Reply::soon(Place::Chat(to), Post::Say(message))
}
