//! What a side does with a blind card: yes, a question, no with a reason, and letting its name be given. A button that comes too
//! late, or from somebody who is no side of the match, changes nothing and is answered with how it stands.

use anyhow::Result;

use super::form;
use crate::{
    domain::{ConsentKind, EndReason, MatchId, MatchMove, MatchState, Mode, Side, SideStanding},
    handlers::{consents, pairs, pairs::Pair, turn::Turn},
    store::{LeadWord, NewConsent},
    talk::{Action, Button, MatchPress, Message, Place, Post, Reply, Text},
    text,
};

/// Characters of a question about a card.
const MOST_WORDS: usize = 1500;

/// A button of a card.
pub async fn pressed(turn: &mut Turn<'_, '_>, of: MatchId, press: &MatchPress) -> Result<()> {
    let Some((mut pair, side)) = own(turn, of).await? else { return turn.say(text!("pair-gone")).await };
    match press {
        MatchPress::Show => stands(turn, &pair, side).await,
        MatchPress::Accept => accept(turn, &mut pair, side).await,
        MatchPress::Ask => ask(turn, &pair, side).await,
        MatchPress::Decline(None) => ask_reason(turn, &pair, side).await,
        MatchPress::Decline(Some(reason)) if EndReason::DECLINE.contains(reason) => {
            decline(turn, &mut pair, side, *reason).await
        }
        MatchPress::Release(version) => release(turn, &mut pair, side, version).await,
        _ => stands(turn, &pair, side).await,
    }
}

/// The match and the side that is this person's; none for anybody else.
async fn own(turn: &mut Turn<'_, '_>, of: MatchId) -> Result<Option<(Pair, Side)>> {
    let Some(row) = turn.tx.match_row(of).await? else { return Ok(None) };
    let Some(pair) = Pair::find(turn.tx, row).await? else { return Ok(None) };
    let side = pair.side_of(turn.person);
    Ok(side.map(|side| (pair, side)))
}

/// How it stands, in words that tell nothing of what the other side did.
async fn stands(turn: &mut Turn<'_, '_>, pair: &Pair, side: Side) -> Result<()> {
    match pair.row.pairing.standing(side) {
        SideStanding::Asked => pairs::show_card(turn.tx, turn.rooms, pair, side, turn.at).await,
        SideStanding::NameWanted => match pair.party(side).request() {
            Some(request) => {
                let asked = consents::release_is_wanted(pair, side, request);
                turn.post(&Reply::say(Place::Chat(turn.here), asked).about(pair.row.id)).await
            }
            None => Ok(()),
        },
        standing => turn.say(Text::of_code(SideStanding::LIST, standing.code())).await,
    }
}

async fn accept(turn: &mut Turn<'_, '_>, pair: &mut Pair, side: Side) -> Result<()> {
    let to = pair.row.pairing.accept(side);
    if !pair.attempt(turn, (to, MatchMove::Accept), None).await? {
        return stands(turn, pair, side).await;
    }
    let of = pair.row.id;
    turn.post(&Reply::say(Place::Chat(turn.here), text!("pair-yes")).about(of)).await?;
    pairs::to_staff(turn.tx, pair, side, text!("staff-pair-accepted", number = of.0), turn.at).await?;
    match side {
        Side::First if pair.is_sample() => {
            pairs::to_staff(turn.tx, pair, side, text!("staff-pair-sample", number = of.0), turn.at).await?;
        }
        Side::First => {
            let by = Some(turn.person);
            pairs::offer(turn.tx, turn.rooms, pair, by, turn.at).await?;
        }
        Side::Second => pairs::ask_releases(turn.tx, pair, turn.at).await?,
    }
    pairs::refresh_cards(turn.tx, turn.rooms, pair, turn.at).await
}

/// The next words are the question.
async fn ask(turn: &mut Turn<'_, '_>, pair: &Pair, side: Side) -> Result<()> {
    if pair.row.pairing.ask(side).is_err() {
        return stands(turn, pair, side).await;
    }
    turn.dialogue.mode = Mode::Pair(pair.row.id);
    turn.say(text!("pair-ask")).await
}

/// A side's question goes to staff, in the topic of that side's own lead: an answer there comes back to whoever asked.
pub async fn asked(turn: &mut Turn<'_, '_>, words: &str, of: MatchId) -> Result<()> {
    turn.dialogue.mode = if turn.dialogue.draft.is_some() { Mode::Form } else { Mode::Open };
    let Some((mut pair, side)) = own(turn, of).await? else { return turn.say(text!("pair-gone")).await };
    let words: String = words.trim().chars().take(MOST_WORDS).collect();
    let to = pair.row.pairing.ask(side);
    if !pair.attempt(turn, (to, MatchMove::Ask), None).await? {
        return form::go_on(turn).await;
    }
    if let Some(request) = pair.party(side).request()
        && let Some(line) = turn.tx.lead_of_request(request.id).await?
    {
        let lead = line.lead.id;
        turn.tx.add_word(lead, &LeadWord { by: None, note: false, text: words.clone(), at: turn.at }).await?;
        let said = Message::new(text!("staff-pair-asked", number = of.0, words = words.as_str()))
            .row([Button::new(text!("button-answered"), Action::Match { of, press: MatchPress::Answered })]);
        turn.post(&Reply::soon(Place::Lead(lead), Post::Relay(said)).about(of)).await?;
    }
    pairs::refresh_cards(turn.tx, turn.rooms, &pair, turn.at).await?;
    turn.say(text!("pair-question-passed")).await?;
    form::go_on(turn).await
}

async fn ask_reason(turn: &mut Turn<'_, '_>, pair: &Pair, side: Side) -> Result<()> {
    if pair.row.pairing.decline(side).is_err() {
        return stands(turn, pair, side).await;
    }
    let of = pair.row.id;
    let reasons = EndReason::DECLINE.iter().map(|reason| {
        let press = MatchPress::Decline(Some(*reason));
        Button::new(Text::of_code(EndReason::LIST, reason.code()), Action::Match { of, press })
    });
    turn.say(Message::new(text!("pair-why-not")).column(reasons)).await
}

async fn decline(turn: &mut Turn<'_, '_>, pair: &mut Pair, side: Side, reason: EndReason) -> Result<()> {
    let before = pair.row.clone();
    let to = pair.row.pairing.decline(side);
    if !pair.attempt(turn, (to, MatchMove::Decline), Some(reason)).await? {
        return stands(turn, pair, side).await;
    }
    turn.say(text!("pair-declined")).await?;
    let why = Text::of_code(EndReason::LIST, reason.code());
    pairs::to_staff(turn.tx, pair, side, text!("staff-pair-declined", number = before.id.0, why = why), turn.at).await?;
    let by = Some(turn.person);
    pairs::tell_ended(turn.tx, turn.rooms, vec![before], by, turn.at).await
}

/// Yes to giving one's name to this one partner: a consent of its own, to the text that stood above the button.
async fn release(turn: &mut Turn<'_, '_>, pair: &mut Pair, side: Side, version: &str) -> Result<()> {
    let kind = ConsentKind::Release;
    let to = pair.row.pairing.release(side);
    if version != kind.version() {
        // The text has changed since: the yes would be to something else.
        return stands(turn, pair, side).await;
    }
    if !pair.attempt(turn, (to, MatchMove::Release), None).await? {
        return stands(turn, pair, side).await;
    }
    let of = pair.row.id;
    let button = Action::Match { of, press: MatchPress::Release(version.to_owned()) }.encode();
    let text_hash = consents::hash(turn.rooms, turn.lang, kind, None);
    let yes =
        NewConsent { kind, version, lang: turn.lang, text_hash: &text_hash, button: &button, country: None, of: Some(of) };
    turn.tx.give_consent(turn.person, &yes, turn.at).await?;
    turn.say(text!("pair-name-given")).await?;
    match pair.row.pairing.state {
        MatchState::Mutual => pairs::tell_mutual(turn.tx, turn.rooms, pair, turn.at).await,
        _ => pairs::refresh_cards(turn.tx, turn.rooms, pair, turn.at).await,
    }
}
