//! A person's own requests: list, state, change, withdraw. Each is looked up by its owner: a number of somebody else's
//! request is answered like one that never was.

use anyhow::Result;

use super::{card, form};
use crate::{
    domain::{
        Dialogue, Draft, EndReason, Kind, LeadMove, Mode, ProposalId, Reference, ReferenceProblem, RequestId, RequestState,
        matching::Shelf,
    },
    handlers::{
        pairs, staff,
        turn::{Learned, Turn},
    },
    store::RequestRow,
    talk::{Action, Button, Message, Place, Post, Reply, Text},
    text,
};

/// Requests in a list: what a phone shows.
const MOST: i64 = 8;

/// `/requests`.
pub async fn list(turn: &mut Turn<'_, '_>, of: Option<i64>) -> Result<()> {
    let requests = turn.tx.requests_of(turn.person, MOST).await?;
    let mut message =
        if requests.is_empty() { Message::new(text!("requests-none")) } else { Message::new(text!("requests")) };
    message = message.column(requests.iter().map(|request| {
        let state = Text::of_code(RequestState::LIST, request.state.code());
        let label = text!(
            "requests-line",
            number = request.reference.to_string(),
            state = state,
            title = request.body.title.as_str()
        );
        Button::new(label, Action::Request(request.id))
    }));
    if turn.dialogue.draft.is_some() {
        message = message.row([Button::new(text!("button-resume"), Action::Resume)]);
    }
    message = message.row([Button::new(text!("button-new-request"), Action::NewRequest)]);
    match of {
        Some(of) => turn.edit(of, message).await,
        None => turn.say(message).await,
    }
}

/// `/status`, with or without a number.
pub async fn status(turn: &mut Turn<'_, '_>, typed: &str) -> Result<()> {
    if typed.is_empty() {
        return match turn.tx.requests_of(turn.person, 2).await?.as_slice() {
            [only] => show(turn, only.id, None).await,
            _ => list(turn, None).await,
        };
    }
    match Reference::read(typed) {
        Ok(reference) => match turn.tx.request_by_reference(turn.person, reference).await? {
            Some(request) => show(turn, request.id, None).await,
            None => turn.say(text!("request-not-yours", number = reference.to_string())).await,
        },
        Err(ReferenceProblem::CheckDigit) => turn.say(text!("reference-mistyped", typed = typed)).await,
        Err(ReferenceProblem::Shape) => turn.say(text!("reference-shape")).await,
    }
}

/// One request, as it stands.
pub async fn show(turn: &mut Turn<'_, '_>, id: RequestId, of: Option<i64>) -> Result<()> {
    let Some(request) = own(turn, id).await? else { return turn.say(text!("request-gone")).await };
    let matches = turn.tx.matches_of(id).await?.iter().filter(|row| row.score.shelf() == Shelf::Suggest).count();
    let mut parts = vec![
        text!(
            "request-head",
            number = request.reference.to_string(),
            state = Text::of_code(RequestState::LIST, request.state.code())
        ),
        Text::of_code("request-means", request.state.code()),
    ];
    if request.state.is_live() && request.body.kind != Kind::Consultation {
        parts.push(text!("request-matches", count = i64::try_from(matches).unwrap_or(0)));
    }
    parts.push(card::sent_lines(&turn.rooms.matching, &request.body));
    let mut message = Message::new(Text::paragraphs(parts));
    if request.state.is_live() {
        message = message.row([
            Button::new(text!("button-amend"), Action::Amend(id)),
            Button::new(text!("button-withdraw"), Action::Withdraw(id)),
        ]);
    }
    message = message.row([Button::new(text!("button-my-requests"), Action::MyRequests)]);
    match of {
        Some(of) => turn.edit(of, message).await,
        None => turn.say(message).await,
    }
}

/// Opens a sent request for change, at its review.
pub async fn amend(turn: &mut Turn<'_, '_>, id: RequestId) -> Result<()> {
    let Some(request) = own(turn, id).await?.filter(|request| request.state.is_live()) else {
        return turn.say(text!("request-gone")).await;
    };
    if turn.dialogue.draft.as_ref().is_some_and(|draft| draft.amends.is_none() && draft.area.is_some()) {
        // The draft that is open would be lost: it has to be sent or given up first.
        return turn
            .say(Message::new(text!("amend-draft-open")).row([Button::new(text!("button-resume"), Action::Resume)]))
            .await;
    }
    turn.dialogue = Dialogue { mode: Mode::Form, draft: Some(Draft::amending(id, &request.body)), just_failed: false };
    form::ask(turn).await
}

/// Keeps a changed request; staff see what has changed.
pub async fn amended(turn: &mut Turn<'_, '_>, id: RequestId, body: &crate::domain::NewRequest) -> Result<()> {
    let Some(before) = own(turn, id).await?.filter(|request| request.state.is_live()) else {
        return turn.say(text!("request-gone")).await;
    };
    turn.tx.amend_request(id, body, turn.person, turn.at).await?;
    let Some(request) = turn.tx.request(id).await? else { return Ok(()) };
    staff::find_matches(turn, &request).await?;
    turn.learn(Learned::Put(Box::new(request.proposal())));
    if let Some(line) = turn.tx.lead_of_request(id).await? {
        let changed = text!("staff-amended", changes = card::difference(&turn.rooms.matching, &before.body, body));
        turn.post(&Reply::soon(Place::Lead(line.lead.id), Post::Say(changed.into()))).await?;
        for file in body.files.iter().filter(|file| !before.body.files.contains(file)) {
            super::human::copy_to_staff(turn, line.lead.id, file).await?;
        }
        staff::refresh_card(turn.tx, turn.rooms, line.lead.id, turn.at).await?;
    }
    turn.say(text!("request-amended", number = request.reference.to_string())).await
}

/// Asks once before a request is withdrawn.
pub async fn withdraw(turn: &mut Turn<'_, '_>, id: RequestId, of: i64) -> Result<()> {
    let Some(request) = own(turn, id).await?.filter(|request| request.state.is_live()) else {
        return show(turn, id, Some(of)).await;
    };
    let message = Message::new(text!("withdraw-really", number = request.reference.to_string(), title = request.body.title))
        .row([
            Button::new(text!("button-really-withdraw"), Action::ReallyWithdraw(id)),
            Button::new(text!("button-keep"), Action::Request(id)),
        ]);
    turn.edit(of, message).await
}

/// Withdraws a request and shows it as it stands then.
pub async fn really_withdraw(turn: &mut Turn<'_, '_>, id: RequestId, of: i64) -> Result<()> {
    if let Some(request) = own(turn, id).await?.filter(|request| request.state.is_live()) {
        withdraw_one(turn, &request).await?;
    }
    show(turn, id, Some(of)).await
}

/// Withdraws every live request of this person: the consent to work on them is taken back.
pub async fn withdraw_all(turn: &mut Turn<'_, '_>) -> Result<()> {
    for request in turn.tx.requests_of(turn.person, i64::MAX).await? {
        if request.state.is_live() {
            withdraw_one(turn, &request).await?;
        }
    }
    Ok(())
}

/// Its matches end, its lead is closed, staff are told.
async fn withdraw_one(turn: &mut Turn<'_, '_>, request: &RequestRow) -> Result<()> {
    let (id, by, at) = (request.id, turn.person, turn.at);
    if !turn.tx.move_request(id, request.state, RequestState::Withdrawn, by, at).await? {
        return Ok(());
    }
    let ended = turn.tx.end_matches(id, EndReason::Closed, Some(by), at).await?;
    pairs::tell_ended(turn.tx, turn.rooms, ended, Some(by), at).await?;
    turn.learn(Learned::Gone(ProposalId::Request(id)));
    if let Some(line) = turn.tx.lead_of_request(id).await? {
        let owner = line.lead.held.owner.unwrap_or(by);
        turn.tx.move_lead(line.lead.id, LeadMove::Close, owner, at).await?;
        staff::refresh_card(turn.tx, turn.rooms, line.lead.id, at).await?;
        turn.post(&Reply::soon(Place::Lead(line.lead.id), Post::Say(text!("staff-withdrawn").into()))).await?;
    }
    Ok(())
}

/// The request if it is this person's own.
async fn own(turn: &mut Turn<'_, '_>, id: RequestId) -> Result<Option<RequestRow>> {
    let person = turn.person;
    Ok(turn.tx.request(id).await?.filter(|request| request.person == person))
}
