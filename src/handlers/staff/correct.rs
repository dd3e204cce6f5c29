//! What was sent and should have been said otherwise: an edit of the staff's own message reaches the partner, `/undo` takes it
//! back. Both while Telegram lets us, which is two days; after that the partner has read it anyway.

use anyhow::Result;
use jiff::SignedDuration;

use super::{super::turn::Turn, readers, refresh_card, talk};
use crate::{
    store::{LeadLine, ReplySent, ReplyState, Word},
    talk::{Command, Message, Place, Post, Reply, Text},
    text,
};

/// How long Telegram lets a bot delete what it sent (core.telegram.org/bots/api#deletemessage).
const WITHIN: SignedDuration = SignedDuration::from_hours(48);

/// Somebody of the staff changed a message of theirs: if it was a reply, the partner sees the new words.
pub async fn edited(turn: &mut Turn<'_, '_>, text: &str, message: i64) -> Result<()> {
    let Some(word) = turn.tx.word_in(turn.chat.id, message).await?.filter(|word| word.by == Some(turn.person)) else {
        return Ok(());
    };
    let words = words_of(text, &word);
    if words.is_empty() || words == word.text {
        return Ok(());
    }
    if let Some(refused) = readers::refused(turn) {
        return answer(turn, message, refused).await;
    }
    if let Some(refused) = talk::too_long(words) {
        return answer(turn, message, refused).await;
    }
    let sent = turn.tx.replies_of(word.lead, message).await?;
    let Some(reply) = sent.first().filter(|_| sent.len() == 1) else {
        // The caption of a file stays with the copy that the partner has.
        return answer(turn, message, text!("correct-not-words")).await;
    };
    if let Some(refused) = refused(reply, turn) {
        return answer(turn, message, refused).await;
    }
    let who = turn.sender.name.clone();
    let said = Message::new(text!("partner-staff-says", who = who, words = words));
    match (reply.state, reply.shown) {
        (ReplyState::Sent, Some((to, of))) => {
            let post = Post::Correct { message: said, of, lead: word.lead, receipt_for: message };
            turn.post(&Reply::now(Place::Chat(to), post)).await?;
        }
        _ => {
            let post = Post::ToPartner { message: said, lead: word.lead, receipt_for: message };
            turn.tx.change_post(reply.id, &post).await?;
        }
    }
    turn.tx.change_word(&word, words, turn.at).await
}

/// `/undo`: takes back the reply that is answered, else one's own last one about the lead.
pub async fn undo(turn: &mut Turn<'_, '_>, line: &LeadLine, reply_to: Option<i64>) -> Result<()> {
    let lead = line.lead.id;
    let meant = match reply_to {
        Some(message) => turn.tx.word_in(turn.chat.id, message).await?.filter(|word| !word.taken_back),
        None => None,
    };
    let word = match meant {
        Some(word) => Some(word),
        None => turn.tx.last_said(lead, turn.person).await?,
    };
    let Some((word, message)) =
        word.filter(|word| word.by == Some(turn.person)).and_then(|word| word.message.map(|message| (word, message)))
    else {
        return turn.say(text!("undo-nothing", number = lead.0)).await;
    };
    let sent = turn.tx.replies_of(word.lead, message).await?;
    if sent.is_empty() {
        return turn.say(text!("undo-nothing", number = lead.0)).await;
    }
    for reply in &sent {
        if let Some(refused) = refused(reply, turn) {
            return turn.say(refused).await;
        }
    }
    for reply in &sent {
        take_back(turn, &word, reply, message).await?;
    }
    turn.tx.take_back_word(&word, turn.at).await?;
    refresh_card(turn.tx, turn.rooms, word.lead, turn.at).await
}

async fn take_back(turn: &mut Turn<'_, '_>, word: &Word, reply: &ReplySent, message: i64) -> Result<()> {
    match (reply.state, reply.shown) {
        (ReplyState::Sent, Some((to, of))) => {
            let post = Post::Unsay { of, lead: word.lead, receipt_for: message };
            turn.post(&Reply::now(Place::Chat(to), post)).await
        }
        _ => {
            turn.tx.void_post(reply.id, turn.at).await?;
            answer(turn, message, text!("undo-before-it-left")).await
        }
    }
}

/// Why a reply can no longer be changed.
fn refused(reply: &ReplySent, turn: &Turn<'_, '_>) -> Option<Text> {
    match reply.state {
        ReplyState::Waiting => None,
        ReplyState::Sent if reply.shown.is_none() => Some(text!("correct-never-arrived")),
        ReplyState::Sent => {
            let old = reply.ended_at.is_some_and(|sent| turn.at.duration_since(sent) > WITHIN);
            old.then(|| text!("correct-too-late"))
        }
        ReplyState::Folded | ReplyState::Parked | ReplyState::Void => Some(text!("correct-never-arrived")),
    }
}

/// The words of an edited message without the command, and without the number of the lead where one stood before them.
fn words_of<'a>(text: &'a str, word: &Word) -> &'a str {
    let Some((Command::Reply, rest)) = Command::read(text, None) else { return text.trim() };
    let (head, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let numbered = head.trim_start_matches('#').parse() == Ok(word.lead.0) && !word.text.starts_with(head);
    if numbered { tail.trim() } else { rest.trim() }
}

async fn answer(turn: &mut Turn<'_, '_>, to: i64, words: Text) -> Result<()> {
    let reply = Reply::now(Place::Chat(turn.here), Post::Answer { message: words.into(), to });
    turn.post(&reply).await
}
