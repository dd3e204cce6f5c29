//! The staff's half: the queue in their group, one topic per lead. Talk in a topic is internal; only an explicit act
//! leaves it. Every right is checked here, at the action.

mod card;
mod lists;
mod talk;

use anyhow::Result;

use super::{
    admin,
    turn::{Learned, Turn},
};
use crate::{
    domain::{Kind, LeadId, LeadMove, LeadState, MoveRefused, PersonId, ProposalId, RequestState, Role, matching::Shelf},
    store::{Lead, LeadLine, Moved, NewMatch, RequestRow, Tx},
    talk::{Action, Command, Place, Post, Reply, Said, Text},
    text,
};

pub use card::{refresh_card, topic_name};
pub use talk::relay_to_staff;

/// Suggested and perhaps-matches kept for a request.
const MOST_MATCHES: usize = 8;

/// One thing that a person did in the staff's group.
pub async fn in_group(turn: &mut Turn<'_, '_>, said: &Said) -> Result<()> {
    match said {
        Said::Left => return turn.tx.leave_staff(turn.person).await,
        Said::Reachable(_) | Said::Done(_) | Said::Tick => return Ok(()),
        _ => {
            let name = turn.sender.name.clone();
            turn.tx.join_staff(turn.person, &name, turn.at).await?;
        }
    }
    match said {
        Said::Command { command, rest, message, reply_to } => match command {
            Command::Language => super::partner::in_private(turn, said).await,
            Command::Help | Command::Start => lists::help(turn).await,
            command if Command::ADMIN.contains(command) => admin::command_given(turn, *command, rest, *reply_to).await,
            command if Command::STAFF.contains(command) => command_given(turn, *command, rest, *message, *reply_to).await,
            _ => turn.say(text!("staff-command-unknown")).await,
        },
        Said::Pressed { action: Some(Action::Speak(_)), .. } => super::partner::in_private(turn, said).await,
        Said::Pressed { action: Some(action), callback, .. } => {
            turn.toast(callback, None).await?;
            pressed(turn, action).await
        }
        Said::Pressed { action: None, callback, .. } => turn.toast(callback, Some(text!("button-unknown"))).await,
        Said::Words { text, message, reply_to: Some(answered) } => talk::answered(turn, text, *message, *answered).await,
        Said::File { file, caption, reply_to: Some(answered) } => talk::file_answered(turn, file, caption, *answered).await,
        // Talk among colleagues: internal, and none of the bot's business.
        _ => Ok(()),
    }
}

/// A staff command, in the group or in a member's private chat.
pub async fn command_given(
    turn: &mut Turn<'_, '_>,
    command: Command,
    rest: &str,
    message: i64,
    reply_to: Option<i64>,
) -> Result<()> {
    match command {
        Command::Queue => return lists::queue(turn).await,
        Command::Next => return lists::next(turn).await,
        Command::Mine => return lists::mine(turn).await,
        Command::Help => return lists::help(turn).await,
        _ => {}
    }
    let (line, rest) = lead_meant(turn, rest, reply_to).await?;
    let Some(line) = line else {
        return turn.say(text!("staff-which-lead", command = format!("/{}", command.code()))).await;
    };
    let lead = line.lead.id;
    match command {
        Command::Lead => card::show(turn, lead).await,
        Command::Claim => moved(turn, lead, LeadMove::Take).await,
        Command::Close => moved(turn, lead, LeadMove::Close).await,
        Command::Reopen => moved(turn, lead, LeadMove::Reopen).await,
        Command::Note => talk::note(turn, lead, rest).await,
        _ => talk::reply(turn, &line, rest, message).await,
    }
}

/// A button of a card.
pub async fn pressed(turn: &mut Turn<'_, '_>, action: &Action) -> Result<()> {
    if turn.role == Role::Partner {
        return turn.refuse("staff button").await;
    }
    match action {
        Action::Take(lead) => moved(turn, *lead, LeadMove::Take).await,
        Action::Release(lead) => moved(turn, *lead, LeadMove::Release).await,
        Action::Close(lead) => moved(turn, *lead, LeadMove::Close).await,
        Action::Reopen(lead) => moved(turn, *lead, LeadMove::Reopen).await,
        Action::Matches(lead) => card::matches(turn, *lead).await,
        _ => Ok(()),
    }
}

/// The lead that a command means: by the topic it stands in, by the message it answers, or by a number at its head.
async fn lead_meant<'a>(
    turn: &mut Turn<'_, '_>,
    rest: &'a str,
    reply_to: Option<i64>,
) -> Result<(Option<LeadLine>, &'a str)> {
    if let Some(topic) = turn.chat.topic
        && let Some(line) = turn.tx.lead_of_topic(topic).await?
    {
        return Ok((Some(line), rest));
    }
    if let Some(answered) = reply_to
        && let Some((lead, _)) = turn.tx.lead_of_message(turn.chat.door, turn.chat.id, answered).await?
    {
        return Ok((turn.tx.lead(lead).await?, rest));
    }
    let (head, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let Ok(number) = head.trim_start_matches('#').parse() else { return Ok((None, rest)) };
    Ok((turn.tx.lead(LeadId(number)).await?, tail.trim()))
}

/// Makes a move and shows what came of it; a hand that was too late is told who was first.
async fn moved(turn: &mut Turn<'_, '_>, id: LeadId, made: LeadMove) -> Result<()> {
    let name = turn.sender.name.clone();
    turn.tx.name_staff(turn.person, &name).await?;
    let outcome = turn.tx.move_lead(id, made, turn.person, turn.at).await?;
    let Some(line) = turn.tx.lead(id).await? else { return turn.say(text!("staff-no-such-lead")).await };
    match outcome {
        Some(Moved::To(_)) => after_move(turn, &line.lead, made).await,
        Some(Moved::Refused(refused)) => {
            let said = refusal(turn, id, refused).await?;
            turn.say(said).await
        }
        None => turn.say(text!("staff-no-such-lead")).await,
    }
}

async fn after_move(turn: &mut Turn<'_, '_>, lead: &Lead, made: LeadMove) -> Result<()> {
    request_follows(turn.tx, lead, made, turn.person, turn.at).await?;
    if let Some(request) = lead.request
        && made == LeadMove::Close
    {
        turn.tx.end_matches(request).await?;
        turn.learn(Learned::Gone(ProposalId::Request(request)));
    }
    refresh_card(turn.tx, turn.rooms, lead.id, turn.at).await?;
    let who = turn.sender.name.clone();
    let told = match made {
        LeadMove::Take => text!("staff-taken", number = lead.id.0, who = who),
        LeadMove::Release => text!("staff-released", number = lead.id.0, who = who),
        LeadMove::Close => text!("staff-closed", number = lead.id.0, who = who),
        LeadMove::Reopen => text!("staff-reopened", number = lead.id.0, who = who),
    };
    turn.post(&Reply::now(Place::Lead(lead.id), Post::Say(told.into()))).await?;
    if turn.chat.topic.is_none() || turn.chat.topic != lead.topic {
        turn.say(text!("staff-done", number = lead.id.0)).await?;
    }
    match made {
        LeadMove::Close => turn.post(&Reply::soon(Place::Lead(lead.id), Post::CloseTopic)).await?,
        LeadMove::Reopen => turn.post(&Reply::soon(Place::Lead(lead.id), Post::ReopenTopic)).await?,
        _ => {}
    }
    tell_partner(turn, lead, made).await
}

/// The one notice that a partner gets of a move.
async fn tell_partner(turn: &mut Turn<'_, '_>, lead: &Lead, made: LeadMove) -> Result<()> {
    let Some(partner) = lead.partner else { return Ok(()) };
    let number = match lead.request {
        Some(id) => turn.tx.request(id).await?.map(|request| request.reference.to_string()),
        None => None,
    };
    let number = number.unwrap_or_else(|| format!("#{}", lead.id));
    let told = match made {
        LeadMove::Take => text!("notice-taken", number = number),
        LeadMove::Close => text!("notice-closed", number = number),
        LeadMove::Reopen => text!("notice-reopened", number = number),
        LeadMove::Release => return Ok(()),
    };
    turn.post(&Reply::soon(Place::Chat(partner), Post::Say(told.into()))).await
}

/// A request goes with its lead: taken → open, closed → closed, reopened → open.
pub async fn request_follows(tx: &mut Tx<'_>, lead: &Lead, made: LeadMove, by: PersonId, at: jiff::Timestamp) -> Result<()> {
    let Some(request) = lead.request else { return Ok(()) };
    let Some(row) = tx.request(request).await? else { return Ok(()) };
    let to = match (made, row.state) {
        (LeadMove::Take, RequestState::Submitted) | (LeadMove::Reopen, RequestState::Closed) => RequestState::Open,
        (LeadMove::Close, state) if state.is_live() => RequestState::Closed,
        _ => return Ok(()),
    };
    tx.move_request(request, row.state, to, by, at).await.map(|_| ())
}

async fn refusal(turn: &mut Turn<'_, '_>, id: LeadId, refused: MoveRefused) -> Result<Text> {
    Ok(match refused {
        MoveRefused::TakenBy(owner) | MoveRefused::NotYours(owner) => {
            let who = turn.tx.staff_name(owner).await?;
            text!("staff-taken-by", number = id.0, who = who)
        }
        MoveRefused::Already => text!("staff-already", number = id.0),
        MoveRefused::IsClosed => text!("staff-is-closed", number = id.0),
    })
}

/// Finds and keeps the counterparts of a request. How many are suggested.
pub async fn find_matches(turn: &mut Turn<'_, '_>, request: &RequestRow) -> Result<usize> {
    if request.body.kind == Kind::Consultation {
        return Ok(0);
    }
    let found = turn.rooms.matching.counterparts(&request.proposal(), turn.at)?;
    let mut kept = Vec::new();
    for counterpart in found {
        let ours = match counterpart.id {
            // One's own other request is no counterpart, nor is one that ended while matching still knew it.
            ProposalId::Request(id) => match turn.tx.request(id).await? {
                Some(other) => other.person == turn.person || !other.state.is_live(),
                None => true,
            },
            ProposalId::Opportunity(_) => false,
        };
        if !ours && counterpart.score.shelf() != Shelf::None && kept.len() < MOST_MATCHES {
            kept.push(NewMatch { counterpart: counterpart.id, score: counterpart.score });
        }
    }
    turn.tx.keep_matches(request.id, &kept, turn.at).await?;
    Ok(kept.iter().filter(|kept| kept.score.shelf() == Shelf::Suggest).count())
}

/// Whether a lead may be answered by this person: its owner, or anybody while nobody has it (it becomes theirs).
async fn may_answer(turn: &mut Turn<'_, '_>, lead: &Lead) -> Result<Option<Text>> {
    match lead.held.state {
        LeadState::Closed => Ok(Some(text!("staff-is-closed", number = lead.id.0))),
        LeadState::Taken if lead.held.owner != Some(turn.person) => {
            let owner = lead.held.owner.unwrap_or(turn.person);
            Ok(Some(refusal(turn, lead.id, MoveRefused::TakenBy(owner)).await?))
        }
        LeadState::Taken => Ok(None),
        LeadState::Waiting => {
            moved(turn, lead.id, LeadMove::Take).await?;
            Ok(None)
        }
    }
}
