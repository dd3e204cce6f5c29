//! Lists of leads: who waits, what is mine, which one is next.

use anyhow::Result;
use jiff::Timestamp;

use super::{
    super::{spoken::commands, turn::Turn},
    moved,
};
use crate::{
    domain::LeadMove,
    store::{LeadFilter, LeadLine},
    talk::{Action, Button, Command, Message, Text},
    text,
};

/// Leads in a list.
const MOST: i64 = 10;

/// `/queue`: those that nobody has, the longest waiting first.
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

/// `/next`: takes the one that waits longest.
pub async fn next(turn: &mut Turn<'_, '_>) -> Result<()> {
    match turn.tx.leads(LeadFilter::Waiting, 1).await?.first() {
        Some(line) => moved(turn, line.lead.id, LeadMove::Take).await,
        None => turn.say(text!("queue-empty")).await,
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

fn list(lines: &[LeadLine], now: Timestamp) -> Text {
    Text::lines(lines.iter().map(|line| {
        let waits = now.duration_since(line.lead.opened_at);
        let age = match waits.as_hours() {
            0 => text!("age-minutes", count = waits.as_mins()),
            hours @ 1..48 => text!("age-hours", count = hours),
            hours => text!("age-days", count = hours / 24),
        };
        let unanswered = line.lead.answered_at.is_none_or(|answered| answered < line.lead.partner_at);
        let name = line.topic_name.as_str();
        if unanswered {
            text!("queue-line-unanswered", number = line.lead.id.0, name = name, age = age)
        } else {
            text!("queue-line", number = line.lead.id.0, name = name, age = age)
        }
    }))
}
