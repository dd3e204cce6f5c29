//! The staff's half: the queue in their group, one topic per lead. Talk in a topic is internal; only an explicit act
//! leaves it. Every right is checked here, at the action.

mod assign;
mod canned;
mod card;
mod correct;
mod course;
mod deadline;
mod decide;
mod export;
mod find;
mod identity;
mod lists;
mod matches;
mod me;
mod merge;
mod readers;
mod reminders;
mod routing;
mod shut_out;
mod snooze;
mod stats;
mod tags;
mod talk;

use anyhow::Result;

use super::{
    admin,
    pairs::{self, Party},
    turn::{Learned, Turn},
};
use crate::{
    domain::{
        EndReason, Kind, LeadId, LeadMove, LeadState, MatchMove, MatchState, MoveRefused, Mover, PersonId, Proposal,
        ProposalId, Reason, RequestMove, RequestState, Role, Side, Wording,
        matching::{Score, Shelf},
        requester_is_first,
    },
    store::{Lead, LeadLine, Moved, NewMatch, RequestRow, Tx},
    talk::{Action, Button, Command, Message, Place, Post, Reply, Said, Text},
    text,
};

pub use card::{refresh_card, topic_name};
pub use course::tick as follow_up;
pub use matches::reach_by_hand;
pub use merge::look_for_repeat;
pub use readers::show as readers;
pub use reminders::{tell_of_absence, tick};
pub use talk::{keep_word, partner_edited, relay_to_staff};

/// Suggested and perhaps-matches kept for a request.
const MOST_MATCHES: usize = 8;

/// One thing that a person did in the staff's group.
pub async fn in_group(turn: &mut Turn<'_, '_>, said: &Said) -> Result<()> {
    match said {
        Said::Left => return assign::left(turn).await,
        Said::Reachable(_) | Said::Done(_) | Said::Started | Said::Tick => return Ok(()),
        // Whoever left has no rights from that moment on: a button that they still see gives none back.
        Said::Pressed { callback, .. } if turn.tx.has_left_staff(turn.person).await? => {
            return turn.toast(callback, Some(text!("not-allowed"))).await;
        }
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
        Said::Pressed { action: Some(Action::Identity(lead)), callback, .. } => {
            identity::show(turn, *lead, Some(callback)).await
        }
        Said::Pressed { action: Some(action), callback, .. } => {
            turn.callback = Some(callback.clone());
            pressed(turn, action).await?;
            // Whatever was said elsewhere, the button's spinner has to end.
            match turn.callback.take() {
                Some(callback) => turn.toast(&callback, None).await,
                None => Ok(()),
            }
        }
        Said::Pressed { action: None, callback, .. } => turn.toast(callback, Some(text!("button-unknown"))).await,
        Said::Words { text, message, reply_to: Some(answered) } => talk::answered(turn, text, *message, *answered).await,
        Said::File { file, caption, reply_to: Some(answered) } => talk::file_answered(turn, file, caption, *answered).await,
        Said::Edited { text, message } => correct::edited(turn, text, *message).await,
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
    if let Some(refused) = readers::command_refused(turn, command) {
        return turn.say(refused).await;
    }
    match command {
        Command::Queue => return lists::queue(turn).await,
        Command::Next => return lists::next(turn).await,
        Command::Mine => return lists::mine(turn).await,
        Command::Find => return find::find(turn, rest).await,
        Command::Me => return me::show(turn).await,
        Command::Stats => return stats::show(turn).await,
        Command::Help => return lists::help(turn).await,
        Command::Introduce => return matches::introduce_command(turn, rest).await,
        Command::Export => return export::asked(turn, rest).await,
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
        Command::History => find::history(turn, lead).await,
        Command::Canned => canned::list(turn, lead).await,
        Command::Undo => correct::undo(turn, &line, reply_to).await,
        Command::Note => talk::note(turn, lead, rest).await,
        Command::Tag => tags::command(turn, lead, rest).await,
        Command::Snooze => snooze::command(turn, &line, rest).await,
        Command::Assign => assign::choose(turn, lead, rest).await,
        Command::Merge => merge::command(turn, lead, rest).await,
        _ => talk::reply(turn, &line, rest, message).await,
    }
}

/// A button of a card.
pub async fn pressed(turn: &mut Turn<'_, '_>, action: &Action) -> Result<()> {
    if turn.role == Role::Partner {
        return turn.refuse("staff button").await;
    }
    if let Some(refused) = readers::press_refused(turn, action) {
        return turn.tell(refused).await;
    }
    match action {
        Action::Take(lead) => moved(turn, *lead, LeadMove::Take).await,
        Action::Release(lead) => moved(turn, *lead, LeadMove::Release).await,
        Action::Close(lead) => moved(turn, *lead, LeadMove::Close).await,
        Action::Reopen(lead) => moved(turn, *lead, LeadMove::Reopen).await,
        Action::Matches(lead) => matches::list(turn, *lead).await,
        Action::Decide { request, decision } => decide::decide(turn, *request, *decision).await,
        Action::Match { of, press } => matches::pressed(turn, *of, press).await,
        Action::Export { what, format } => export::export(turn, *what, *format).await,
        Action::Snooze { lead, long } => snooze::pressed(turn, *lead, *long).await,
        Action::Identity(lead) => identity::show(turn, *lead, None).await,
        Action::Next => lists::next(turn).await,
        Action::ShowLead(lead) => card::show(turn, *lead).await,
        Action::CannedList(lead) => canned::list(turn, *lead).await,
        Action::Canned { lead, key } => canned::preview(turn, *lead, key).await,
        Action::SendCanned { lead, key } => canned::send(turn, *lead, key).await,
        Action::Desk(press) => me::pressed(turn, press).await,
        Action::Assign(lead) => assign::choose(turn, *lead, "").await,
        Action::Give { lead, to } => assign::give(turn, *lead, *to).await,
        Action::Reader { person, reads_only } => readers::set(turn, *person, *reads_only).await,
        Action::Merge { lead, into } => merge::merge(turn, *lead, *into).await,
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
            turn.tell(said).await
        }
        None => turn.tell(text!("staff-no-such-lead")).await,
    }
}

async fn after_move(turn: &mut Turn<'_, '_>, lead: &Lead, made: LeadMove) -> Result<()> {
    request_follows(turn.tx, lead, made, turn.person, turn.at).await?;
    if made == LeadMove::Close {
        end_matches(turn, lead).await?;
    }
    refresh_card(turn.tx, turn.rooms, lead.id, turn.at).await?;
    let who = turn.sender.name.clone();
    let told = match made {
        LeadMove::Take => text!("staff-taken", number = lead.id.0, who = who),
        LeadMove::Release => text!("staff-released", number = lead.id.0, who = who),
        LeadMove::Close => text!("staff-closed", number = lead.id.0, who = who),
        LeadMove::Reopen => text!("staff-reopened", number = lead.id.0, who = who),
        LeadMove::Merge => return Ok(()),
    };
    let mut told = Message::new(told);
    if made == LeadMove::Close {
        // Whoever is done with one is a tap away from the next.
        told = told.row([Button::new(text!("button-next"), Action::Next)]);
    }
    turn.post(&Reply::now(Place::Lead(lead.id), Post::Say(told))).await?;
    if turn.chat.topic.is_none() || turn.chat.topic != lead.topic {
        turn.say(text!("staff-done", number = lead.id.0)).await?;
    }
    if matches!(made, LeadMove::Close | LeadMove::Release) {
        routing::place_freed(turn, turn.person).await?;
    }
    match made {
        LeadMove::Close => turn.post(&Reply::soon(Place::Lead(lead.id), Post::CloseTopic)).await?,
        LeadMove::Reopen => turn.post(&Reply::soon(Place::Lead(lead.id), Post::ReopenTopic)).await?,
        _ => {}
    }
    tell_partner(turn, lead, made).await
}

/// The request of a lead that was closed has no counterparts any more.
async fn end_matches(turn: &mut Turn<'_, '_>, lead: &Lead) -> Result<()> {
    let Some(request) = lead.request else { return Ok(()) };
    let (by, at) = (turn.person, turn.at);
    let ended = turn.tx.end_matches(request, EndReason::Closed, Some(by), at).await?;
    pairs::tell_ended(turn.tx, turn.rooms, ended, Some(by), at).await?;
    turn.learn(Learned::Gone(ProposalId::Request(request)));
    Ok(())
}

/// What follows when a lead that nobody had gets an owner.
async fn after_take(turn: &mut Turn<'_, '_>, lead: &Lead) -> Result<()> {
    request_follows(turn.tx, lead, LeadMove::Take, turn.person, turn.at).await?;
    tell_partner(turn, lead, LeadMove::Take).await
}

/// The one notice that a partner gets of a move.
async fn tell_partner(turn: &mut Turn<'_, '_>, lead: &Lead, made: LeadMove) -> Result<()> {
    let Some(partner) = lead.partner else { return Ok(()) };
    let number = partners_number(turn, lead).await?;
    let told = match made {
        LeadMove::Take => text!("notice-taken", number = number),
        LeadMove::Close => text!("notice-closed", number = number),
        LeadMove::Reopen => text!("notice-reopened", number = number),
        LeadMove::Release | LeadMove::Merge => return Ok(()),
    };
    turn.post(&Reply::soon(Place::Chat(partner), Post::Say(told.into()))).await
}

/// The number under which a partner knows what a lead is about.
async fn partners_number(turn: &mut Turn<'_, '_>, lead: &Lead) -> Result<String> {
    let request = match lead.request {
        Some(id) => turn.tx.request(id).await?,
        None => None,
    };
    Ok(request.map_or_else(|| format!("#{}", lead.id), |request| request.reference.to_string()))
}

/// A request goes with its lead: closed with it, and opened again with it. Taking a lead decides nothing about its request.
/// The owner hears of the lead; a second notice of the same would be one too many.
pub async fn request_follows(tx: &mut Tx<'_>, lead: &Lead, made: LeadMove, by: PersonId, at: jiff::Timestamp) -> Result<()> {
    let Some(request) = lead.request else { return Ok(()) };
    let Some(row) = tx.request(request).await? else { return Ok(()) };
    let to = match (made, row.state) {
        (LeadMove::Close, RequestState::Open) => RequestMove::Fulfil(Reason::Closed),
        (LeadMove::Close, state) if state.is_live() => RequestMove::Withdraw(Reason::Closed),
        (LeadMove::Merge, state) if state.is_live() => RequestMove::Withdraw(Reason::Duplicate),
        (LeadMove::Reopen, RequestState::Fulfilled) => RequestMove::Reopen,
        (LeadMove::Reopen, RequestState::Withdrawn | RequestState::Rejected)
            if row.standing.reason != Some(Reason::Owner) =>
        {
            RequestMove::Appeal
        }
        _ => return Ok(()),
    };
    // A refusal means that time or its owner was quicker; the lead moves all the same.
    tx.move_request(request, to, (Mover::Staff, Some(by)), at).await.map(|_| ())
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
    let mut chosen = Vec::new();
    for counterpart in found {
        let ours = match counterpart.id {
            // One's own other request is no counterpart, nor is one that ended while matching still knew it.
            ProposalId::Request(id) => match turn.tx.request(id).await? {
                Some(other) => other.person == request.person || !other.state.is_matched(),
                None => true,
            },
            ProposalId::Opportunity(_) => false,
        };
        if !ours && counterpart.score.shelf() != Shelf::None && chosen.len() < MOST_MATCHES {
            chosen.push(counterpart);
        }
    }
    let caps = turn.tx.caps(request.id, turn.at).await?;
    caps.hold_back(&mut chosen.iter_mut().map(|one| (one.organisation, &mut one.score)).collect::<Vec<_>>());
    let mut kept = Vec::new();
    for one in chosen {
        kept.extend(new_match(turn.tx, request, one.id, one.score).await?);
    }
    outdate_changed(turn, request).await?;
    turn.tx.keep_matches(request.id, &kept, turn.at).await?;
    Ok(kept.iter().filter(|kept| kept.score.shelf() == Shelf::Suggest).count())
}

/// A match to keep: who is asked first, and how both texts read now.
async fn new_match(tx: &mut Tx<'_>, request: &RequestRow, other: ProposalId, score: Score) -> Result<Option<NewMatch>> {
    let Some(party) = Party::find(tx, other).await? else { return Ok(None) };
    let theirs = party.proposal();
    let direction = party.request().map(|_| theirs.kind.direction());
    let first = requester_is_first(request.body.kind.direction(), direction);
    let requester = if first { Side::First } else { Side::Second };
    let wordings = [wording(&request.proposal()), wording(&theirs)];
    Ok(Some(NewMatch { counterpart: other, score, requester, wordings }))
}

fn wording(proposal: &Proposal) -> Wording {
    Wording::of(&[&proposal.title, &proposal.summary])
}

/// Matches on their way that were made with another text: what a side would say yes to is no longer what it was shown.
async fn outdate_changed(turn: &mut Turn<'_, '_>, request: &RequestRow) -> Result<()> {
    let now = wording(&request.proposal());
    let (by, at) = (turn.person, turn.at);
    for row in turn.tx.matches_of(request.id).await? {
        let kept = &row.wordings[usize::from(row.request != request.id)];
        if row.pairing.state != MatchState::Suggested
            && now.differs_materially(kept)
            && let Ok(stale) = row.pairing.outdate()
            && turn.tx.move_match(&row, stale, MatchMove::Outdate, Some(EndReason::Changed), Some(by), at).await?
        {
            pairs::tell_ended(turn.tx, turn.rooms, vec![row], Some(by), at).await?;
        }
    }
    Ok(())
}

/// Whether a lead may be answered by this person: its owner, or anybody while nobody has it (it becomes theirs).
async fn may_answer(turn: &mut Turn<'_, '_>, lead: &Lead) -> Result<Option<Text>> {
    if let Some(refused) = readers::refused(turn) {
        return Ok(Some(refused));
    }
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
