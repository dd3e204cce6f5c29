//! `/privacy`: what the house does with data, which consents stand, and each of them given or taken back by one tap. What follows
//! from taking one back follows in the same turn.

use anyhow::Result;

use super::requests;
use crate::{
    domain::{ConsentKind, Country, EndReason, MatchMove, MatchState, Word, other_shore},
    handlers::{consents, pairs, turn::Turn},
    store::{LiveConsent, MatchRow, NewConsent, RequestRow},
    talk::{Action, Button, ConsentPress, Message, Text},
    text,
};

/// `/privacy`.
pub async fn show(turn: &mut Turn<'_, '_>) -> Result<()> {
    let head = Text::paragraphs([text!("privacy"), text!("consent-version", version = crate::domain::CONSENT_VERSION)]);
    let standing = standing(turn).await?;
    turn.say(Message { text: Text::paragraphs([head, standing.text]), rows: standing.rows }).await
}

/// A button of a consent.
pub async fn pressed(
    turn: &mut Turn<'_, '_>,
    (kind, country): (ConsentKind, Option<Country>),
    press: &ConsentPress,
    message: i64,
) -> Result<()> {
    // A name is released by the button of its match, and a request is kept by that of the form.
    let is_asked_here = !matches!(kind, ConsentKind::Process | ConsentKind::Release);
    if kind.names_a_country() != country.is_some() {
        return turn.say(text!("button-unknown")).await;
    }
    match press {
        ConsentPress::Show if is_asked_here => turn.say(consents::shown(kind, country)).await,
        ConsentPress::Yes(version) if is_asked_here => give(turn, (kind, country), version).await,
        ConsentPress::No => turn.say(text!("consent-refused")).await,
        ConsentPress::Withdraw => withdraw(turn, (kind, country), message).await,
        _ => turn.say(text!("button-unknown")).await,
    }
}

async fn give(turn: &mut Turn<'_, '_>, (kind, country): (ConsentKind, Option<Country>), version: &str) -> Result<()> {
    if version != kind.version() {
        // The button of an older text: the yes would be to other words than those that hold now.
        return turn.say(consents::shown(kind, country)).await;
    }
    if !turn.tx.has_consent(turn.person, kind, country).await? {
        let text_hash = consents::hash(turn.rooms, turn.lang, kind, country);
        let button = Action::Consent { kind, country, press: ConsentPress::Yes(version.to_owned()) }.encode();
        let yes = NewConsent { kind, version, lang: turn.lang, text_hash: &text_hash, button: &button, country, of: None };
        turn.tx.give_consent(turn.person, &yes, turn.at).await?;
    }
    turn.say(text!("consent-given", what = named(kind, country))).await?;
    if kind == ConsentKind::Card {
        pairs::go_on(turn.tx, turn.rooms, turn.person, turn.at).await?;
    }
    Ok(())
}

/// Takes a consent back, and with it whatever rests on it.
async fn withdraw(turn: &mut Turn<'_, '_>, (kind, country): (ConsentKind, Option<Country>), message: i64) -> Result<()> {
    turn.tx.withdraw_consent(turn.person, kind, country, turn.at).await?;
    match kind {
        ConsentKind::Process => requests::withdraw_all(turn).await?,
        ConsentKind::Card | ConsentKind::Release => end_what_rested_on(turn, kind, country).await?,
        ConsentKind::Abroad | ConsentKind::News => {}
    }
    let standing = standing(turn).await?;
    let done = text!("consent-withdrawn", what = named(kind, country));
    turn.edit(message, Message { text: Text::paragraphs([done, standing.text]), rows: standing.rows }).await
}

/// The open matches in which this person's card was, or may soon have been, before somebody in that country; or in which their
/// name was about to be given.
async fn end_what_rested_on(turn: &mut Turn<'_, '_>, kind: ConsentKind, country: Option<Country>) -> Result<()> {
    let mut ended = Vec::new();
    for row in turn.tx.open_matches_of(turn.person).await? {
        if rests_on(turn, &row, kind, country).await?
            && let Ok(stale) = row.pairing.outdate()
        {
            let (by, at) = (Some(turn.person), turn.at);
            if turn.tx.move_match(&row, stale, MatchMove::Outdate, Some(EndReason::Consent), by, at).await? {
                ended.push(row);
            }
        }
    }
    let by = Some(turn.person);
    pairs::tell_ended(turn.tx, turn.rooms, ended, by, turn.at).await
}

async fn rests_on(turn: &mut Turn<'_, '_>, row: &MatchRow, kind: ConsentKind, country: Option<Country>) -> Result<bool> {
    let Some(pair) = pairs::Pair::find(turn.tx, row.clone()).await? else { return Ok(false) };
    let Some(side) = pair.side_of(turn.person) else { return Ok(false) };
    Ok(match kind {
        ConsentKind::Card => {
            // A suggestion has shown nothing to anybody: a later yes may still bring it on.
            row.pairing.state != MatchState::Suggested && Some(pair.party(side.other()).country()) == country
        }
        ConsentKind::Release => row.pairing.word(side) == Word::Released,
        _ => false,
    })
}

/// What stands, each with the button that takes it back, and what may be given, each with the button that shows its text.
async fn standing(turn: &mut Turn<'_, '_>) -> Result<Message> {
    let live = turn.tx.live_consents(turn.person).await?;
    let mut seen: Vec<(ConsentKind, Option<Country>)> = Vec::new();
    let (mut lines, mut buttons) = (Vec::new(), Vec::new());
    for yes in &live {
        let what = (yes.kind, yes.country);
        if seen.contains(&what) {
            continue;
        }
        seen.push(what);
        lines.push(given_line(yes));
        let action = Action::Consent { kind: yes.kind, country: yes.country, press: ConsentPress::Withdraw };
        buttons.push(Button::new(text!("button-consent-back", what = named(yes.kind, yes.country)), action));
    }
    for (kind, country) in offered(turn).await? {
        if !live.iter().any(|yes| yes.kind == kind && yes.country == country && yes.version == kind.version()) {
            lines.push(text!("consent-not-given", what = named(kind, country)));
            let action = Action::Consent { kind, country, press: ConsentPress::Show };
            buttons.push(Button::new(text!("button-consent-show", what = named(kind, country)), action));
        }
    }
    Ok(Message::new(Text::lines([text!("consents-head"), Text::lines(lines)])).column(buttons))
}

fn given_line(yes: &LiveConsent) -> Text {
    let day = yes.at.to_zoned(jiff::tz::TimeZone::UTC).date();
    text!("consent-stands", what = named(yes.kind, yes.country), date = day, version = yes.version.as_str())
}

/// What a person may be asked for: from the country of their newest request to the other shore.
async fn offered(turn: &mut Turn<'_, '_>) -> Result<Vec<(ConsentKind, Option<Country>)>> {
    let mut offered = Vec::new();
    if let Some(request) = turn.tx.requests_of(turn.person, 1).await?.first() {
        let across = other_shore(request.body.country);
        offered.extend([(ConsentKind::Card, Some(across)), (ConsentKind::Abroad, Some(across))]);
    }
    offered.push((ConsentKind::News, None));
    Ok(offered)
}

fn named(kind: ConsentKind, country: Option<Country>) -> Text {
    let name = Text::of_code(ConsentKind::LIST, kind.code());
    match country {
        Some(country) => Text::listed([name, Text::of_code(Country::LIST, country.code())]),
        None => name,
    }
}

/// Under the number of a request that was just sent: the proof of the consent that it was sent with, and what else may be allowed,
/// each by a button that first shows its text.
pub async fn after_sending(turn: &mut Turn<'_, '_>, request: &RequestRow, message: Message) -> Result<Message> {
    let process = ConsentKind::Process;
    let text_hash = consents::hash(turn.rooms, request.body.consent.lang, process, None);
    let button = Action::Form { step: crate::domain::Step::Consent, press: crate::talk::FormPress::Yes }.encode();
    turn.tx.prove_request_consent(request.id, &text_hash, &button).await?;
    if request.body.kind.complements().is_empty() {
        return Ok(message);
    }
    let mut buttons = Vec::new();
    for (kind, country) in offered(turn).await? {
        if kind != ConsentKind::News && !turn.tx.has_consent(turn.person, kind, country).await? {
            let action = Action::Consent { kind, country, press: ConsentPress::Show };
            buttons.push(Button::new(text!("button-consent-show", what = named(kind, country)), action));
        }
    }
    if buttons.is_empty() {
        return Ok(message);
    }
    let text = Text::paragraphs([message.text.clone(), text!("consents-may-be-given")]);
    Ok(Message { text, ..message }.column(buttons))
}
