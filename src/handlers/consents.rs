//! The words of each consent, with its own yes and no, and their proof. What follows from a yes or from taking it back is in the
//! files of those who ask for it.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::{Rooms, pairs::Pair};
use crate::{
    domain::{ConsentKind, Country, Lang, Side},
    store::RequestRow,
    talk::{Action, Button, ConsentPress, MatchPress, Message, Text},
    text,
};

/// The text that a yes is given to: what for, which data, who gets them and where, how long; then what holds for all of them.
pub fn words(kind: ConsentKind, country: Option<Country>) -> Text {
    let place = country.map_or_else(Text::empty, |country| Text::of_code(Country::LIST, country.code()));
    let own = match kind {
        ConsentKind::Process => text!("consent-request"),
        ConsentKind::Card => text!("consent-card", country = place),
        ConsentKind::Release => text!("consent-release"),
        ConsentKind::Abroad => text!("consent-abroad", country = place),
        ConsentKind::News => text!("consent-news"),
    };
    let version = text!("consent-version", version = kind.version());
    match kind {
        // The form's own text says all of it.
        ConsentKind::Process => Text::paragraphs([own, version]),
        _ => Text::paragraphs([own, text!("consent-common"), version]),
    }
}

/// SHA-256 of the words as this language speaks them.
pub fn hash(rooms: &Rooms, lang: Lang, kind: ConsentKind, country: Option<Country>) -> String {
    let spoken = rooms.i18n.plain(lang, &words(kind, country));
    Sha256::digest(spoken.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A consent with its buttons; none is given before one is pressed.
pub fn shown(kind: ConsentKind, country: Option<Country>) -> Message {
    let press = |label: Text, press: ConsentPress| Button::new(label, Action::Consent { kind, country, press });
    Message::new(words(kind, country)).row([
        press(text!("button-consent-yes"), ConsentPress::Yes(kind.version().into())),
        press(text!("button-consent-no"), ConsentPress::No),
    ])
}

/// A possible partner was found in a country where the card may not be shown yet.
pub fn card_is_wanted(request: &RequestRow, country: Country) -> Message {
    let head = text!("consent-card-wanted", number = request.reference.to_string());
    let Message { text, rows } = shown(ConsentKind::Card, Some(country));
    Message { text: Text::paragraphs([head, text]), rows }
}

/// Both sides accepted: may this side's name and contact be given to the other? What exactly would be given stands above it.
pub fn release_is_wanted(pair: &Pair, side: Side, request: &RequestRow) -> Message {
    let across = text!("release-across", country = Text::of_code(Country::LIST, pair.party(side.other()).country().code()));
    let given = text!("release-given", name = name_of(request), contact = contact_of(request));
    let of = pair.row.id;
    let press = |label: Text, press: MatchPress| Button::new(label, Action::Match { of, press });
    let kind = ConsentKind::Release;
    Message::new(Text::paragraphs([across, given, words(kind, None)])).row([
        press(text!("button-release-name"), MatchPress::Release(kind.version().into())),
        press(text!("button-keep-name"), MatchPress::Decline(Some(crate::domain::EndReason::KeepsName))),
    ])
}

/// What a partner is called once names are given.
pub fn name_of(request: &RequestRow) -> Text {
    if request.body.organisation.trim().is_empty() {
        text!("introduced-person")
    } else {
        Text::Typed(request.body.organisation.clone())
    }
}

/// The one channel that a partner chose.
pub fn contact_of(request: &RequestRow) -> Text {
    if request.body.contact == crate::domain::CONTACT_HERE {
        text!("introduced-here")
    } else {
        Text::Typed(request.body.contact.clone())
    }
}
