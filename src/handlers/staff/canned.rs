//! Canned replies: chosen from a list, shown as the partner would read it, sent by a second tap. What is missing in one blocks it.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{super::turn::Turn, talk};
use crate::{
    domain::{Lang, LeadId},
    replies::Variable,
    store::LeadLine,
    talk::{Action, Button, Labels, Message, Text},
    text,
};

/// `/canned`, or the button: what there is to say.
pub async fn list(turn: &mut Turn<'_, '_>, lead: LeadId) -> Result<()> {
    let buttons: Vec<Button> = turn
        .rooms
        .replies
        .all()
        .iter()
        .map(|canned| {
            let label = Text::Labels(Labels(canned.labels.clone()));
            Button::new(label, Action::Canned { lead, key: canned.key.clone() })
        })
        .collect();
    if buttons.is_empty() {
        return turn.say(text!("canned-none")).await;
    }
    let mut message = Message::new(text!("canned-choose", number = lead.0));
    for pair in buttons.chunks(2) {
        message = message.row(pair.iter().cloned());
    }
    turn.say(message).await
}

/// A canned reply as the partner would read it, with the button that sends it.
pub async fn preview(turn: &mut Turn<'_, '_>, lead: LeadId, key: &str) -> Result<()> {
    let Some(line) = turn.tx.lead(lead).await? else { return turn.say(text!("staff-no-such-lead")).await };
    match filled(turn, &line, key).await? {
        Ok(words) => {
            let send = Button::new(text!("button-canned-send"), Action::SendCanned { lead, key: key.to_owned() });
            turn.say(Message::new(text!("canned-preview", words = words)).row([send])).await
        }
        Err(refused) => turn.say(refused).await,
    }
}

/// Sends a canned reply.
pub async fn send(turn: &mut Turn<'_, '_>, lead: LeadId, key: &str) -> Result<()> {
    let Some(line) = turn.tx.lead(lead).await? else { return turn.say(text!("staff-no-such-lead")).await };
    match filled(turn, &line, key).await? {
        Ok(words) => {
            // The preview stands for the message that was written: the receipt answers it, and /undo finds it.
            turn.message = turn.pressed;
            let under = turn.pressed.unwrap_or(0);
            if turn.tx.word_in(turn.chat.id, under).await?.is_some() {
                return turn.tell(text!("canned-sent-already")).await;
            }
            talk::reply(turn, &line, &words, under).await
        }
        Err(refused) => turn.say(refused).await,
    }
}

/// The words with everything filled in, or why they cannot be said.
async fn filled(turn: &mut Turn<'_, '_>, line: &LeadLine, key: &str) -> Result<Result<String, Text>> {
    let rooms = turn.rooms;
    let Some(canned) = rooms.replies.named(key) else { return Ok(Err(text!("canned-gone"))) };
    let Some(partner) = line.lead.partner else { return Ok(Err(text!("staff-partner-gone"))) };
    let lang = turn.tx.lang_of(partner.door, partner.chat).await?;
    let known = known(turn, line, lang).await?;
    Ok(canned.filled(lang, &known).map_err(|missing| {
        let names = Text::listed(missing.iter().map(|variable| Text::of_code(Variable::LIST, variable.code())));
        text!("canned-missing", missing = names)
    }))
}

/// What is known of the lead, in the partner's language.
async fn known(turn: &mut Turn<'_, '_>, line: &LeadLine, lang: Lang) -> Result<BTreeMap<Variable, String>> {
    let home = turn.rooms.calendars.home();
    let next = text!("canned-day", date = home.day_of(home.add_days(turn.at, 1)));
    let mut known = BTreeMap::from([
        (Variable::Staff, turn.sender.name.clone()),
        (Variable::NextDay, turn.rooms.i18n.plain(lang, &next)),
    ]);
    if let Some(id) = line.lead.request
        && let Some(request) = turn.tx.request(id).await?
    {
        known.insert(Variable::Reference, request.reference.to_string());
        known.insert(Variable::Title, request.body.title);
        known.insert(Variable::Organisation, request.body.organisation);
    }
    Ok(known)
}
