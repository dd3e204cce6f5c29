//! Talk about a lead: to the partner by an explicit act, back from the partner into the topic, notes that stay inside.

use anyhow::Result;

use super::{super::turn::Turn, may_answer, refresh_card};
use crate::{
    domain::LeadId,
    store::{LeadLine, LeadWord},
    talk::{Address, FileRef, Message, Place, Post, Reply},
    text,
};

/// Characters that one reply to a partner may have: what Telegram takes, less the line above it.
const MOST: usize = 3500;

/// Shows a partner's words in the lead's topic; answering that message answers the partner.
pub async fn relay_to_staff(turn: &mut Turn<'_, '_>, lead: LeadId, words: &str) -> Result<()> {
    let message = Message::new(text!("staff-partner-says", words = words));
    turn.post(&Reply::soon(Place::Lead(lead), Post::Relay(message))).await
}

/// `/reply words`.
pub async fn reply(turn: &mut Turn<'_, '_>, line: &LeadLine, words: &str, message: i64) -> Result<()> {
    let words = words.trim();
    if words.is_empty() {
        return turn.say(text!("staff-reply-empty")).await;
    }
    let is = words.chars().count();
    if is > MOST {
        let (most, is) = (i64::try_from(MOST).unwrap_or(0), i64::try_from(is).unwrap_or(0));
        return turn.say(text!("words-too-long", most = most, is = is)).await;
    }
    let lead = line.lead.id;
    let Some(partner) = line.lead.partner else { return turn.say(text!("staff-partner-gone")).await };
    if let Some(refused) = may_answer(turn, &line.lead).await? {
        return turn.say(refused).await;
    }
    turn.tx.add_word(lead, &LeadWord { by: Some(turn.person), note: false, text: words.to_owned(), at: turn.at }).await?;
    let who = turn.sender.name.clone();
    let said = Message::new(text!("partner-staff-says", who = who, words = words));
    let post = Post::ToPartner { message: said, lead, receipt_for: message };
    turn.post(&Reply::now(Place::Chat(partner), post)).await?;
    if !turn.tx.is_reachable(partner.door, partner.chat).await? {
        turn.say(text!("staff-partner-unreachable")).await?;
    }
    refresh_card(turn.tx, turn.rooms, lead, turn.at).await
}

/// Words that answer a message in the group: to the partner if it carries the partner's words, else internal.
pub async fn answered(turn: &mut Turn<'_, '_>, words: &str, message: i64, answered: i64) -> Result<()> {
    match partner_words(turn, answered).await? {
        Some(line) => reply(turn, &line, words, message).await,
        None => Ok(()),
    }
}

/// A file that answers the partner's words goes to the partner.
pub async fn file_answered(turn: &mut Turn<'_, '_>, file: &FileRef, caption: &str, answered: i64) -> Result<()> {
    let Some(line) = partner_words(turn, answered).await? else { return Ok(()) };
    let Some(partner) = line.lead.partner else { return turn.say(text!("staff-partner-gone")).await };
    if let Some(refused) = may_answer(turn, &line.lead).await? {
        return turn.say(refused).await;
    }
    let words = text!("partner-staff-sends", who = turn.sender.name.as_str());
    let lead = line.lead.id;
    let note = LeadWord { by: Some(turn.person), note: false, text: format!("[{}] {caption}", file.name), at: turn.at };
    turn.tx.add_word(lead, &note).await?;
    let post = Post::ToPartner { message: Message::new(words), lead, receipt_for: file.message };
    turn.post(&Reply::now(Place::Chat(partner), post)).await?;
    let from = Address { topic: None, ..turn.here };
    turn.post(&Reply::now(Place::Chat(partner), Post::Copy { from, message: file.message })).await?;
    refresh_card(turn.tx, turn.rooms, lead, turn.at).await
}

/// The lead whose partner's words this message carries.
async fn partner_words(turn: &mut Turn<'_, '_>, message: i64) -> Result<Option<LeadLine>> {
    match turn.tx.lead_of_message(turn.chat.door, turn.chat.id, message).await? {
        Some((lead, Post::Relay(_) | Post::Copy { .. })) => turn.tx.lead(lead).await,
        _ => Ok(None),
    }
}

/// `/note words`: kept with the lead, shown to nobody outside.
pub async fn note(turn: &mut Turn<'_, '_>, lead: LeadId, words: &str) -> Result<()> {
    if words.trim().is_empty() {
        return turn.say(text!("staff-note-empty")).await;
    }
    turn.tx
        .add_word(lead, &LeadWord { by: Some(turn.person), note: true, text: words.trim().to_owned(), at: turn.at })
        .await?;
    turn.say(text!("staff-noted", number = lead.0)).await
}
