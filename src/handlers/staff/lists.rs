//! Lists of leads: who waits, what is mine, which one is next.

use anyhow::Result;
use jiff::Timestamp;

use super::{
    super::{spoken::commands, turn::Turn},
    deadline, moved,
};
use crate::{
    domain::LeadMove,
    store::{LeadFilter, LeadLine},
    talk::{Action, Button, Command, Message, Text},
    text,
};

/// Leads in a list.
const MOST: i64 = 10;

/// `/queue`: those that nobody has, what is due first on top.
pub async fn queue(turn: &mut Turn<'_, '_>) -> Result<()> {
    let waiting = turn.tx.waiting_leads().await?;
    let lines = turn.tx.leads(LeadFilter::Waiting, MOST).await?;
    if lines.is_empty() {
        return turn.say(text!("queue-empty")).await;
    }
    let mut message = Message::new(Text::paragraphs([text!("queue", count = waiting), list(&lines, turn.at)]));
    for pair in lines.chunks(3) {
        message = message.row(
            pair.iter()
                .map(|line| Button::new(text!("button-take-number", number = line.lead.id.0), Action::Take(line.lead.id))),
        );
    }
    turn.say(message).await
}

/// `/next`: takes the one that is due first.
pub async fn next(turn: &mut Turn<'_, '_>) -> Result<()> {
    match turn.tx.leads(LeadFilter::Waiting, 1).await?.first() {
        Some(line) => moved(turn, line.lead.id, LeadMove::Take).await,
        None => turn.tell(text!("queue-empty")).await,
    }
}

/// `/mine`.
pub async fn mine(turn: &mut Turn<'_, '_>) -> Result<()> {
    let lines = turn.tx.leads(LeadFilter::OwnedBy(turn.person), MOST).await?;
    if lines.is_empty() {
        return turn.say(text!("mine-empty")).await;
    }
    turn.say(Text::paragraphs([text!("mine"), list(&lines, turn.at)])).await
}

/// `/help` in the group.
pub async fn help(turn: &mut Turn<'_, '_>) -> Result<()> {
    turn.say(Text::paragraphs([text!("help-staff"), commands(Command::STAFF)])).await
}

pub fn list(lines: &[LeadLine], now: Timestamp) -> Text {
    Text::lines(lines.iter().map(|line| {
        let age = deadline::lasting(now.duration_since(line.lead.opened_at));
        let name = line.topic_name.as_str();
        let told = if line.lead.partner_waits() {
            text!("queue-line-unanswered", number = line.lead.id.0, name = name, age = age)
        } else {
            text!("queue-line", number = line.lead.id.0, name = name, age = age)
        };
        Text::listed([told, deadline::in_list(&line.lead, now)])
    }))
}
