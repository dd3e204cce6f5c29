//! Requests that say the same: told on the card of the later one, and made one by a tap. Nothing said about either is lost.

use anyhow::Result;

use super::{end_matches, partners_number, refresh_card, refusal, request_follows};
use crate::{
    domain::{LeadId, LeadMove, LeadState, MatchState},
    handlers::turn::Turn,
    store::{Comparable, Lead, LeadLine, Moved, Repeated, Tx},
    talk::{Action, Button, Place, Post, Reply, Text},
    text,
    text::alike,
};

/// Open leads that a new one is compared with: all that one partner may have, and the newest of others.
const LOOKED_AT: i64 = 60;
/// How alike two texts are that ask for the same; see [`alike`].
const SAME: f64 = 0.75;

/// Looks whether a lead that was just opened repeats one that is open.
pub async fn look_for_repeat(turn: &mut Turn<'_, '_>, lead: LeadId) -> Result<()> {
    let (words, before) = turn.tx.open_leads_before(lead, LOOKED_AT).await?;
    let likeness = |other: &Comparable| (other.same_partner, alike(&words, &other.words));
    let best = before.iter().map(|other| (other.id, likeness(other))).filter(|(_, (_, alike))| *alike >= SAME);
    match best.max_by(|(_, one), (_, other)| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1))) {
        Some((repeated, _)) => turn.tx.keep_repeated(lead, repeated).await,
        None => Ok(()),
    }
}

/// What a card says of leads like this one or one with it, and the button to make them one.
pub async fn on_card(tx: &mut Tx<'_>, lead: &Lead) -> Result<(Text, Option<Button>)> {
    let now = tx.lead_now(lead.id).await?;
    if now != lead.id {
        return Ok((text!("merged-into", number = now.0), Some(Button::new(show(now), Action::ShowLead(now)))));
    }
    let merged = tx.merged_into(lead.id).await?;
    let merged = match merged.as_slice() {
        [] => Text::empty(),
        merged => text!("merged-here", numbers = Text::listed(merged.iter().map(|id| Text::Typed(format!("#{id}"))))),
    };
    if lead.held.state == LeadState::Closed {
        return Ok((merged, None));
    }
    let Some(repeated) = tx.repeated_by(lead.id).await? else { return Ok((merged, None)) };
    let state = Text::of_code(LeadState::LIST, repeated.state.code());
    let told = if repeated.same_partner {
        text!("repeats-own", number = repeated.lead.0, state = state)
    } else {
        text!("repeats-other", number = repeated.lead.0, state = state)
    };
    Ok((Text::lines([told, merged]), Some(button(lead, repeated))))
}

fn button(lead: &Lead, repeated: Repeated) -> Button {
    if !repeated.same_partner {
        return Button::new(show(repeated.lead), Action::ShowLead(repeated.lead));
    }
    // What has a request of its own is not merged into what has none.
    let (from, into) = match (lead.request, repeated.has_request) {
        (Some(_), false) => (repeated.lead, lead.id),
        _ => (lead.id, repeated.lead),
    };
    Button::new(text!("button-merge", from = from.0, number = into.0), Action::Merge { lead: from, into })
}

fn show(lead: LeadId) -> Text {
    text!("button-lead", number = lead.0)
}

/// `/merge number`.
pub async fn command(turn: &mut Turn<'_, '_>, lead: LeadId, rest: &str) -> Result<()> {
    match rest.trim().trim_start_matches('#').parse() {
        Ok(into) => merge(turn, lead, LeadId(into)).await,
        Err(_) => turn.say(text!("merge-into-what", number = lead.0)).await,
    }
}

/// Makes one lead of two: the first is closed, and goes on in the second.
pub async fn merge(turn: &mut Turn<'_, '_>, from: LeadId, into: LeadId) -> Result<()> {
    let (Some(one), Some(other)) = (turn.tx.lead(from).await?, turn.tx.lead(into).await?) else {
        return turn.tell(text!("staff-no-such-lead")).await;
    };
    if let Some(refused) = why_not(turn, &one.lead, &other.lead).await? {
        return turn.tell(refused).await;
    }
    let name = turn.sender.name.clone();
    turn.tx.name_staff(turn.person, &name).await?;
    match turn.tx.move_lead(from, LeadMove::Merge, turn.person, turn.at).await? {
        Some(Moved::Refused(refused)) => {
            let said = refusal(turn, from, refused).await?;
            return turn.tell(said).await;
        }
        Some(Moved::To(_)) => {}
        None => return turn.tell(text!("staff-no-such-lead")).await,
    }
    turn.tx.keep_merged(&one.lead, into, turn.person, turn.at).await?;
    request_follows(turn.tx, &one.lead, LeadMove::Merge, turn.person, turn.at).await?;
    end_matches(turn, &one.lead).await?;
    tell_colleagues(turn, &one, &other).await?;
    tell_partner(turn, &one.lead, &other.lead).await
}

/// Why two leads are not made one, if they cannot be.
async fn why_not(turn: &mut Turn<'_, '_>, one: &Lead, other: &Lead) -> Result<Option<Text>> {
    if one.id == other.id {
        return Ok(Some(text!("merge-with-itself", number = one.id.0)));
    }
    if one.partner.is_none() || one.partner != other.partner {
        return Ok(Some(text!("merge-other-partner", one = one.id.0, other = other.id.0)));
    }
    if other.held.state == LeadState::Closed {
        return Ok(Some(text!("staff-is-closed", number = other.id.0)));
    }
    if one.request.is_some() && other.request.is_none() {
        return Ok(Some(text!("merge-the-other-way", one = one.id.0, other = other.id.0)));
    }
    let under_way = |state: MatchState| state != MatchState::Suggested && !state.has_ended();
    if let Some(request) = one.request
        && turn.tx.matches_of(request).await?.iter().any(|row| under_way(row.pairing.state))
    {
        return Ok(Some(text!("merge-under-way", number = one.id.0)));
    }
    Ok(None)
}

async fn tell_colleagues(turn: &mut Turn<'_, '_>, one: &LeadLine, other: &LeadLine) -> Result<()> {
    let (from, into, who) = (one.lead.id, other.lead.id, turn.sender.name.clone());
    refresh_card(turn.tx, turn.rooms, from, turn.at).await?;
    let told = text!("staff-merged", number = from.0, other = into.0, who = who.as_str());
    turn.post(&Reply::now(Place::Lead(from), Post::Say(told.into()))).await?;
    turn.post(&Reply::soon(Place::Lead(from), Post::CloseTopic)).await?;

    refresh_card(turn.tx, turn.rooms, into, turn.at).await?;
    let said = turn.tx.retold(from).await?;
    let head = text!("staff-merged-here", number = from.0, who = who, name = one.topic_name.as_str());
    let told = Text::paragraphs([head, said]);
    turn.post(&Reply::soon(Place::Lead(into), Post::Say(told.into()))).await
}

/// The partner learns once under which number both go on.
async fn tell_partner(turn: &mut Turn<'_, '_>, one: &Lead, other: &Lead) -> Result<()> {
    let Some(partner) = one.partner else { return Ok(()) };
    let number = partners_number(turn, one).await?;
    let into = partners_number(turn, other).await?;
    let told = text!("notice-merged", number = number, other = into);
    turn.post(&Reply::soon(Place::Chat(partner), Post::Say(told.into()))).await
}
