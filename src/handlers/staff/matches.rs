//! The staff's word on matches: approve or dismiss with a reason, reach by hand who has no chat, introduce when both said yes.
//! No name leaves by anything here but by `introduce`, and that only from "mutual".

use anyhow::Result;

use super::{
    super::{
        consents::{contact_of, name_of},
        pairs::{self, Offered, Pair, Party},
        turn::Turn,
    },
    card, course, may_answer,
    shut_out::shut_out,
};
use crate::{
    domain::{Country, EndReason, LeadId, MatchId, MatchMove, MatchState, OrgType, RequestId, Side},
    store::MatchRow,
    talk::{Action, Button, MatchPress, Message, Text},
    text,
};

/// All matches of a lead's request, each with its reasons and with what can be done about it.
pub async fn list(turn: &mut Turn<'_, '_>, id: LeadId) -> Result<()> {
    let Some(line) = turn.tx.lead(id).await? else { return turn.say(text!("staff-no-such-lead")).await };
    let Some(request) = line.lead.request else { return turn.say(text!("staff-no-matches")).await };
    let message = listed(turn, request).await?;
    turn.say(message).await
}

async fn listed(turn: &mut Turn<'_, '_>, request: RequestId) -> Result<Message> {
    let found = turn.tx.matches_of(request).await?;
    if found.is_empty() {
        return Ok(text!("staff-no-matches").into());
    }
    let mut parts = vec![text!("staff-matches", count = i64::try_from(found.len()).unwrap_or(0))];
    let mut rows = Vec::new();
    for row in &found {
        let Some(lines) = card::match_lines(turn.tx, turn.rooms, request, row).await? else { continue };
        parts.push(lines);
        rows.push(buttons(row));
    }
    if let Some(row) = turn.tx.request(request).await? {
        parts.extend(shut_out(turn.rooms, &row, turn.at)?);
    }
    let mut message = Message::new(Text::paragraphs(parts));
    for row in rows {
        message = message.row(row);
    }
    Ok(message)
}

/// What staff may do with a match as it stands.
fn buttons(row: &MatchRow) -> Vec<Button> {
    let of = row.id;
    let press = |label: Text, press: MatchPress| Button::new(label, Action::Match { of, press });
    match row.pairing.state {
        MatchState::Suggested => vec![
            press(text!("button-approve", number = of.0), MatchPress::Approve),
            press(text!("button-dismiss", number = of.0), MatchPress::Dismiss(None)),
        ],
        MatchState::Approved => vec![press(text!("button-dismiss", number = of.0), MatchPress::Dismiss(None))],
        MatchState::Question => vec![press(text!("button-answered"), MatchPress::Answered)],
        MatchState::Mutual => vec![press(text!("button-introduce"), MatchPress::Introduce)],
        _ => Vec::new(),
    }
}

/// A staff button of a match.
pub async fn pressed(turn: &mut Turn<'_, '_>, of: MatchId, press: &MatchPress) -> Result<()> {
    let Some(mut pair) = find(turn, of).await? else { return turn.say(text!("staff-pair-gone", number = of.0)).await };
    if let Some(refused) = not_theirs(turn, &pair).await? {
        return turn.say(refused).await;
    }
    match press {
        MatchPress::Approve => approve(turn, &mut pair).await,
        MatchPress::Dismiss(None) => {
            ask_reason(turn, &pair, EndReason::DISMISS, |reason| MatchPress::Dismiss(Some(reason))).await
        }
        MatchPress::Dismiss(Some(reason)) => dismiss(turn, &mut pair, *reason).await,
        MatchPress::Answered => answered(turn, &mut pair).await,
        MatchPress::HandYes => hand_yes(turn, &mut pair).await,
        MatchPress::HandNo(None) => {
            ask_reason(turn, &pair, EndReason::DECLINE, |reason| MatchPress::HandNo(Some(reason))).await
        }
        MatchPress::HandNo(Some(reason)) => hand_no(turn, &mut pair, *reason).await,
        MatchPress::Introduce => introduce(turn, &mut pair, "").await,
        MatchPress::Course(_) | MatchPress::Agreed(_) | MatchPress::CameToNothing(_) => {
            course::pressed(turn, &pair, press).await
        }
        // The sides' own buttons do nothing in staff's hands.
        _ => stands(turn, &pair).await,
    }
}

/// `/introduce NUMBER [contact]`: as the button; the contact is that of a counterpart who has no chat.
pub async fn introduce_command(turn: &mut Turn<'_, '_>, rest: &str) -> Result<()> {
    let (head, contact) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let Ok(number) = head.trim_start_matches(['#', 'M', 'm']).parse() else {
        return turn.say(text!("staff-introduce-how")).await;
    };
    let Some(mut pair) = find(turn, MatchId(number)).await? else {
        return turn.say(text!("staff-pair-gone", number = number)).await;
    };
    if let Some(refused) = not_theirs(turn, &pair).await? {
        return turn.say(refused).await;
    }
    introduce(turn, &mut pair, contact.trim()).await
}

async fn find(turn: &mut Turn<'_, '_>, of: MatchId) -> Result<Option<Pair>> {
    match turn.tx.match_row(of).await? {
        Some(row) => Pair::find(turn.tx, row).await,
        None => Ok(None),
    }
}

/// A match goes with the lead of its first side: who may answer there decides here too.
async fn not_theirs(turn: &mut Turn<'_, '_>, pair: &Pair) -> Result<Option<Text>> {
    let request = Side::BOTH.into_iter().find_map(|side| pair.party(side).request());
    let Some(request) = request else { return Ok(None) };
    match turn.tx.lead_of_request(request.id).await? {
        Some(line) => may_answer(turn, &line.lead).await,
        None => Ok(None),
    }
}

/// How it stands, to who came too late.
async fn stands(turn: &mut Turn<'_, '_>, pair: &Pair) -> Result<()> {
    let state = Text::of_code(MatchState::LIST, pair.row.pairing.state.code());
    turn.say(text!("staff-pair-stands", number = pair.row.id.0, state = state)).await
}

async fn approve(turn: &mut Turn<'_, '_>, pair: &mut Pair) -> Result<()> {
    let to = pair.row.pairing.approve();
    if !pair.attempt(turn, (to, MatchMove::Approve), None).await? {
        return stands(turn, pair).await;
    }
    let (by, at, number) = (turn.person, turn.at, pair.row.id.0);
    let said = match pairs::offer(turn.tx, turn.rooms, pair, Some(by), at).await? {
        Offered::Yes if pair.is_sample() => text!("staff-pair-offered-sample", number = number),
        Offered::Yes => text!("staff-pair-offered", number = number),
        Offered::WaitsForConsent => text!("staff-pair-waits", number = number),
        Offered::Before => {
            let to = pair.row.pairing.dismiss();
            pair.attempt(turn, (to, MatchMove::Dismiss), Some(EndReason::Changed)).await?;
            text!("staff-pair-before", number = number)
        }
        Offered::No => return stands(turn, pair).await,
    };
    turn.say(said).await?;
    pairs::refresh_cards(turn.tx, turn.rooms, pair, turn.at).await
}

async fn ask_reason(
    turn: &mut Turn<'_, '_>,
    pair: &Pair,
    reasons: &[EndReason],
    press: impl Fn(EndReason) -> MatchPress,
) -> Result<()> {
    let of = pair.row.id;
    let buttons = reasons.iter().map(|reason| {
        Button::new(Text::of_code(EndReason::LIST, reason.code()), Action::Match { of, press: press(*reason) })
    });
    turn.say(Message::new(text!("staff-pair-why", number = of.0)).column(buttons)).await
}

async fn dismiss(turn: &mut Turn<'_, '_>, pair: &mut Pair, reason: EndReason) -> Result<()> {
    let to = pair.row.pairing.dismiss();
    if !EndReason::DISMISS.contains(&reason) || !pair.attempt(turn, (to, MatchMove::Dismiss), Some(reason)).await? {
        return stands(turn, pair).await;
    }
    turn.say(text!("staff-pair-dismissed", number = pair.row.id.0)).await?;
    pairs::refresh_cards(turn.tx, turn.rooms, pair, turn.at).await
}

/// The question is answered: the card is before its side again.
async fn answered(turn: &mut Turn<'_, '_>, pair: &mut Pair) -> Result<()> {
    let asker = pair.row.pairing.asker;
    let to = pair.row.pairing.answer();
    if !pair.attempt(turn, (to, MatchMove::Answer), None).await? {
        return stands(turn, pair).await;
    }
    if let Some(side) = asker {
        pairs::show_card(turn.tx, turn.rooms, pair, side, turn.at).await?;
    }
    turn.say(text!("staff-pair-answered", number = pair.row.id.0)).await?;
    pairs::refresh_cards(turn.tx, turn.rooms, pair, turn.at).await
}

/// What staff are asked to do with a counterpart that has no chat: its name, the card that it may be shown, and two buttons for
/// what it answers.
pub fn reach_by_hand(pair: &Pair, side: Side, blind: Text) -> Message {
    let of = pair.row.id;
    let who = match pair.party(side) {
        Party::Directory(_, entry) => Text::Typed(entry.0.name.clone()),
        Party::Partner(request) => Text::Typed(request.body.organisation.clone()),
    };
    let press = |label: Text, press: MatchPress| Button::new(label, Action::Match { of, press });
    let head = text!("staff-pair-by-hand", number = of.0, who = who);
    Message::new(Text::paragraphs([head, blind, text!("staff-pair-by-hand-how")]))
        .row([press(text!("button-hand-yes"), MatchPress::HandYes)])
        .row([press(text!("button-hand-no"), MatchPress::HandNo(None))])
}

/// A counterpart without a chat said yes to the card, and that its contact may be given.
async fn hand_yes(turn: &mut Turn<'_, '_>, pair: &mut Pair) -> Result<()> {
    let Some(side) = by_hand(pair) else { return stands(turn, pair).await };
    if pair.is_sample() {
        return turn.say(text!("staff-pair-sample", number = pair.row.id.0)).await;
    }
    let accepted = pair.row.pairing.accept(side);
    if !pair.attempt(turn, (accepted, MatchMove::Accept), None).await? {
        return stands(turn, pair).await;
    }
    let released = pair.row.pairing.release(side);
    if !pair.attempt(turn, (released, MatchMove::Release), None).await? {
        return stands(turn, pair).await;
    }
    pairs::ask_releases(turn.tx, pair, turn.at).await?;
    turn.say(text!("staff-pair-hand-yes", number = pair.row.id.0)).await?;
    pairs::refresh_cards(turn.tx, turn.rooms, pair, turn.at).await
}

async fn hand_no(turn: &mut Turn<'_, '_>, pair: &mut Pair, reason: EndReason) -> Result<()> {
    let Some(side) = by_hand(pair) else { return stands(turn, pair).await };
    let before = pair.row.clone();
    let to = pair.row.pairing.decline(side);
    if !EndReason::DECLINE.contains(&reason) || !pair.attempt(turn, (to, MatchMove::Decline), Some(reason)).await? {
        return stands(turn, pair).await;
    }
    turn.say(text!("staff-pair-dismissed", number = before.id.0)).await?;
    let by = Some(turn.person);
    pairs::tell_ended(turn.tx, turn.rooms, vec![before], by, turn.at).await
}

fn by_hand(pair: &Pair) -> Option<Side> {
    Side::BOTH.into_iter().find(|side| pair.party(*side).request().is_none())
}

/// Names and contacts to both at the same moment, in this one transaction, and a word to staff.
async fn introduce(turn: &mut Turn<'_, '_>, pair: &mut Pair, hand_contact: &str) -> Result<()> {
    let number = pair.row.id.0;
    if pair.is_sample() {
        return turn.say(text!("staff-pair-sample", number = number)).await;
    }
    let to = pair.row.pairing.introduce();
    if to.is_ok() && by_hand(pair).is_some() && hand_contact.is_empty() {
        return turn.say(text!("staff-introduce-contact", command = format!("/introduce {number} …"))).await;
    }
    if !pair.attempt(turn, (to, MatchMove::Introduce), None).await? {
        return stands(turn, pair).await;
    }
    let at = turn.at;
    for side in Side::BOTH {
        let other = introduced(pair.party(side.other()), hand_contact);
        pairs::to_side(turn.tx, pair, side, other, at).await?;
    }
    let lead = match Side::BOTH.into_iter().find_map(|side| pair.party(side).request()) {
        Some(request) => turn.tx.lead_of_request(request.id).await?.map(|line| line.lead.id),
        None => None,
    };
    turn.tx.open_introduction(pair.row.id, lead, turn.person, at).await?;
    pairs::to_staff(turn.tx, pair, Side::First, course::opened(pair.row.id), at).await?;
    turn.say(text!("staff-pair-introduced", number = number)).await?;
    pairs::refresh_cards(turn.tx, turn.rooms, pair, at).await
}

/// Who a side is and how to reach it, for the other: the one message that names somebody.
fn introduced(other: &Party, hand_contact: &str) -> Text {
    let (name, org_type, country, contact, title) = match other {
        Party::Partner(request) => {
            let body = &request.body;
            (name_of(request), body.org_type, body.country, contact_of(request), body.title.clone())
        }
        Party::Directory(_, entry) => {
            let (by, opportunity) = entry.as_ref();
            let contact = Text::Typed(hand_contact.to_owned());
            (Text::Typed(by.name.clone()), by.org_type, by.country, contact, opportunity.title.clone())
        }
    };
    let what = Text::listed([Text::of_code(OrgType::LIST, org_type.code()), Text::of_code(Country::LIST, country.code())]);
    text!("introduced", name = name, what = what, title = title, contact = contact)
}
