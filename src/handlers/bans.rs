//! Banning and taking it back: by a person's number, or in answer to their words. Who may is checked where commands are.

use anyhow::Result;

use super::turn::{Learned, Turn};
use crate::{
    store::Who,
    talk::{ChatKind, Text},
    text,
};

/// `/ban`.
pub async fn ban(turn: &mut Turn<'_, '_>, rest: &str, reply_to: Option<i64>) -> Result<()> {
    let Some(who) = meant(turn, rest, reply_to).await? else { return turn.say(text!("ban-whom")).await };
    let user = shown(who);
    if turn.rooms.centre.admins.contains(&who) || turn.tx.is_staff(who).await? {
        return turn.say(text!("ban-not-staff", user = user)).await;
    }
    if !turn.tx.ban(who, turn.person, turn.at).await? {
        return turn.say(text!("ban-already", user = user)).await;
    }
    turn.learn(Learned::Banned(who));
    turn.say(text!("ban-done", user = user)).await
}

/// `/unban`.
pub async fn unban(turn: &mut Turn<'_, '_>, rest: &str, reply_to: Option<i64>) -> Result<()> {
    let Some(who) = meant(turn, rest, reply_to).await? else { return turn.say(text!("unban-whom")).await };
    let user = shown(who);
    if !turn.tx.unban(who, turn.person, turn.at).await? {
        return turn.say(text!("unban-was-not", user = user)).await;
    }
    turn.learn(Learned::Unbanned(who));
    turn.say(text!("unban-done", user = user)).await
}

/// Whom the admin means: a number, or the partner whose words the answered message carries.
async fn meant(turn: &mut Turn<'_, '_>, rest: &str, reply_to: Option<i64>) -> Result<Option<Who>> {
    if let Ok(user) = rest.trim().parse::<i64>() {
        return Ok((user > 0).then_some((turn.chat.door, user)));
    }
    let Some(answered) = reply_to else { return Ok(None) };
    let Some((lead, _)) = turn.tx.lead_of_message(turn.chat.door, turn.chat.id, answered).await? else { return Ok(None) };
    let partner = turn.tx.lead(lead).await?.and_then(|line| line.lead.partner);
    Ok(partner.filter(|partner| partner.kind == ChatKind::Private).map(|partner| (partner.door, partner.chat)))
}

/// The number as it is typed, without the marks of a long number.
fn shown((_, user): Who) -> Text {
    Text::Typed(user.to_string())
}
