//! Talk about a lead: to the partner by an explicit act, back from the partner into the topic, notes that stay inside.

use anyhow::Result;

use super::{super::turn::Turn, may_answer, refresh_card};
use crate::{
    domain::LeadId,
    store::{LeadLine, LeadWord},
    talk::{Address, FileRef, Message, Place, Post, Reply, Text},
    text,
    text::{Piece, difference},
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
    if let Some(refused) = too_long(words) {
        return turn.say(refused).await;
    }
    let lead = line.lead.id;
    let Some(partner) = line.lead.partner else { return turn.say(text!("staff-partner-gone")).await };
    if let Some(refused) = may_answer(turn, &line.lead).await? {
        return turn.say(refused).await;
    }
    keep_word(turn, lead, &LeadWord { by: Some(turn.person), note: false, text: words.to_owned(), at: turn.at }).await?;
    let who = turn.sender.name.clone();
    let said = Message::new(text!("partner-staff-says", who = who, words = words));
    let post = Post::ToPartner { message: said, lead, receipt_for: message };
    turn.post(&Reply::now(Place::Chat(partner), post)).await?;
    if !turn.tx.is_reachable(partner.door, partner.chat).await? {
        turn.say(text!("staff-partner-unreachable")).await?;
    }
    refresh_card(turn.tx, turn.rooms, lead, turn.at).await
}

/// Why words do not fit into one message to the partner.
pub fn too_long(words: &str) -> Option<Text> {
    let is = words.chars().count();
    let (most, is) = (i64::try_from(MOST).unwrap_or(0), i64::try_from(is).unwrap_or(i64::MAX));
    (is > most).then(|| text!("words-too-long", most = most, is = is))
}

/// Keeps what was said with the message in which it stands, so that an edit of it is known again.
pub async fn keep_word(turn: &mut Turn<'_, '_>, lead: LeadId, word: &LeadWord) -> Result<()> {
    let kept = turn.tx.add_word(lead, word).await?;
    match turn.message {
        Some(message) => turn.tx.word_stands_in(kept, turn.chat.id, message).await,
        None => Ok(()),
    }
}

/// The partner changed a message that the staff were passed on: they see what is different.
pub async fn partner_edited(turn: &mut Turn<'_, '_>, words: &str, message: i64) -> Result<()> {
    let word = turn.tx.word_in(turn.chat.id, message).await?.filter(|word| word.by.is_none() && word.text != words);
    let Some(word) = word else { return Ok(()) };
    let pieces = difference(&word.text, words).into_iter().map(|piece| match piece {
        Piece::Same(words) => Text::Typed(words),
        Piece::Gone(words) => text!("difference-gone", words = words),
        Piece::New(words) => text!("difference-new", words = words),
    });
    let changed = Text::Joined { parts: pieces.collect(), between: String::new() };
    turn.tx.change_word(&word, words, turn.at).await?;
    let message = Message::new(text!("staff-partner-edited", words = changed));
    let lead = turn.tx.lead_now(word.lead).await?;
    turn.post(&Reply::soon(Place::Lead(lead), Post::Relay(message))).await
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
    keep_word(turn, lead, &note).await?;
    let post = Post::ToPartner { message: Message::new(words), lead, receipt_for: file.message };
    turn.post(&Reply::now(Place::Chat(partner), post)).await?;
    let from = Address { topic: None, ..turn.here };
    turn.post(&Reply::now(Place::Chat(partner), Post::Copy { from, message: file.message, lead: Some(lead) })).await?;
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
