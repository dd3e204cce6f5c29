//! The staff's decisions about a request: approve it, ask for more, refuse it with a cause, pause it. Only whoever has its lead
//! decides, or anybody while nobody has it.

use anyhow::Result;

use super::{card, find_matches, refusal};
use crate::{
    domain::{LeadMove, LeadState, MoveRefused, Mover, RequestId, RequestRefused, RequestState},
    handlers::{
        moves::{self, Ground},
        turn::Turn,
    },
    store::RequestRow,
    talk::{Action, Button, Decision, Message, Place, Post, Reply, Text},
    text,
};

/// A decision by a tap.
pub async fn decide(turn: &mut Turn<'_, '_>, request: RequestId, decision: Decision) -> Result<()> {
    let Some(row) = turn.tx.request(request).await? else { return turn.say(text!("staff-request-gone")).await };
    let Some(line) = turn.tx.lead_of_request(request).await? else {
        return turn.say(text!("staff-request-gone")).await;
    };
    if line.lead.held.state == LeadState::Taken
        && let Some(owner) = line.lead.held.owner.filter(|owner| *owner != turn.person)
    {
        let said = refusal(turn, line.lead.id, MoveRefused::TakenBy(owner)).await?;
        return turn.say(said).await;
    }
    if decision == Decision::Reject && row.standing.after(decision.made(), Mover::Staff, turn.at).is_ok() {
        return turn.say(causes(&row)).await;
    }
    let name = turn.sender.name.clone();
    turn.tx.name_staff(turn.person, &name).await?;
    let mut ground = Ground { tx: &mut *turn.tx, rooms: turn.rooms, at: turn.at, learned: Vec::new() };
    let moved = moves::make(&mut ground, request, decision.made(), (Mover::Staff, Some(turn.person))).await?;
    let learned = ground.learned;
    learned.into_iter().for_each(|learned| turn.learn(learned));
    match moved {
        Some(Ok(row)) => decided(turn, &row, &line.lead).await,
        Some(Err(refused)) => turn.say(not_now(&row, refused)).await,
        None => turn.say(text!("staff-request-gone")).await,
    }
}

/// Asks why a request is refused: its owner has a right to know.
fn causes(row: &RequestRow) -> Message {
    let causes = [Decision::Scope, Decision::Unclear, Decision::Duplicate, Decision::Regulated];
    Message::new(text!("staff-why-reject", number = row.reference.to_string()))
        .column(causes.map(|cause| button(row.id, cause)))
}

/// What follows from a decision inside the centre: colleagues see it, what is open is matched, what is refused is closed.
async fn decided(turn: &mut Turn<'_, '_>, row: &RequestRow, lead: &crate::store::Lead) -> Result<()> {
    let who = turn.sender.name.clone();
    let state = Text::of_code(RequestState::LIST, row.state.code());
    let told = text!("staff-decided", number = row.reference.to_string(), state = state, who = who);
    turn.post(&Reply::now(Place::Lead(lead.id), Post::Say(told.into()))).await?;
    match row.state {
        RequestState::Open => {
            find_matches(turn, row).await?;
        }
        RequestState::Rejected => {
            turn.tx.move_lead(lead.id, LeadMove::Close, lead.held.owner.unwrap_or(turn.person), turn.at).await?;
        }
        _ => {}
    }
    card::refresh_card(turn.tx, turn.rooms, lead.id, turn.at).await?;
    if turn.chat.topic.is_none() || turn.chat.topic != lead.topic {
        turn.say(text!("staff-done", number = lead.id.0)).await?;
    }
    Ok(())
}

/// Why nothing was done: what the request is now.
fn not_now(row: &RequestRow, refused: RequestRefused) -> Text {
    let state = match refused {
        RequestRefused::NotFrom(state) => state,
        _ => row.state,
    };
    text!("staff-request-is", number = row.reference.to_string(), state = Text::of_code(RequestState::LIST, state.code()))
}

/// What staff may decide about a request as it stands now, as buttons: exactly what the rules would accept.
pub fn decisions(message: Message, row: &RequestRow, at: jiff::Timestamp) -> Message {
    let offered = [Decision::Approve, Decision::AskInfo, Decision::Reject, Decision::Pause, Decision::Resume];
    let may = |decision: &Decision| row.standing.after(decision.made(), Mover::Staff, at).is_ok();
    message.row(offered.into_iter().filter(may).map(|decision| button(row.id, decision)))
}

fn button(request: RequestId, decision: Decision) -> Button {
    Button::new(Text::of_code(Decision::LIST, decision.code()), Action::Decide { request, decision })
}
