//! Who a partner is, beyond what their request says: for the owner of the lead alone, in private, each view on record.

use anyhow::Result;

use super::{
    super::{spoken::excerpt, turn::Turn},
    refusal,
};
use crate::{
    domain::{LeadId, LeadState, MoveRefused},
    talk::{Address, ChatKind, Place, Post, Reply, Text},
    text,
};

/// Characters that Telegram shows in the small window.
const IN_A_WINDOW: usize = 190;

/// The button on the card. In the group the answer goes to the owner's own chat with the bot, or, where there is none, into the
/// small window that only they see.
pub async fn show(turn: &mut Turn<'_, '_>, id: LeadId, callback: Option<&str>) -> Result<()> {
    let Some(line) = turn.tx.lead(id).await? else { return turn.say(text!("staff-no-such-lead")).await };
    let request = match line.lead.request {
        Some(request) => turn.tx.request(request).await?,
        None => None,
    };
    let Some(request) = request.filter(|request| !request.body.contact.is_empty()) else {
        return answer(turn, callback, text!("identity-none")).await;
    };
    match (line.lead.held.state, line.lead.held.owner) {
        (LeadState::Taken, Some(owner)) if owner == turn.person => {}
        (LeadState::Taken, Some(owner)) => {
            let refused = refusal(turn, id, MoveRefused::NotYours(owner)).await?;
            return answer(turn, callback, refused).await;
        }
        _ => return answer(turn, callback, text!("identity-take-first", number = id.0)).await,
    }
    turn.tx.note_identity_view(id, turn.person, turn.at).await?;
    let told = text!("identity", number = request.reference.to_string(), contact = request.body.contact.as_str());
    let private = Address { door: turn.chat.door, chat: turn.sender.id, kind: ChatKind::Private, topic: None };
    match callback {
        Some(callback) if turn.tx.has_chat(private.door, private.chat).await? => {
            turn.post(&Reply::now(Place::Chat(private), Post::Say(told.into()))).await?;
            turn.toast(callback, Some(text!("identity-in-private"))).await
        }
        Some(callback) => {
            let contact = excerpt(&request.body.contact, IN_A_WINDOW);
            turn.toast(callback, Some(Text::Typed(contact))).await
        }
        None => turn.say(told).await,
    }
}

async fn answer(turn: &mut Turn<'_, '_>, callback: Option<&str>, words: Text) -> Result<()> {
    match callback {
        Some(callback) => turn.toast(callback, Some(words)).await,
        None => turn.say(words).await,
    }
}
