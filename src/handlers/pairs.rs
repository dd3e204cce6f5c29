//! The two sides of a match, brought on together: who gets whose card and when, what is missing before it, and what both are
//! told when it ends. Partners' buttons, staff's buttons and the clock all come through here.

use anyhow::Result;
use jiff::Timestamp;

use super::{Rooms, blind_card, consents, staff, turn::Turn};
use crate::{
    domain::{
        ConsentKind, Country, EndReason, LAPSE_DAYS, MatchMove, MatchState, Opportunity, OpportunityId, Organisation,
        OrganisationId, PairRefused, Pairing, PersonId, Proposal, ProposalId, Side, Word, identifiers::Names,
    },
    store::{MatchRow, RequestRow, Tx},
    talk::{Action, Button, MatchPress, Message, Place, Post, Reply},
    text,
};

/// Who stands on a side.
pub enum Party {
    /// Somebody with a chat.
    Partner(Box<RequestRow>),
    /// An entry of the directory: reached by hand.
    Directory(OpportunityId, Box<(Organisation, Opportunity)>),
}

impl Party {
    /// None when its owner has erased it.
    pub async fn find(tx: &mut Tx<'_>, id: ProposalId) -> Result<Option<Self>> {
        Ok(match id {
            ProposalId::Request(id) => tx.request(id).await?.map(|row| Self::Partner(Box::new(row))),
            ProposalId::Opportunity(id) => {
                tx.opportunity(id).await?.map(|(by, opportunity)| Self::Directory(id, Box::new((by, opportunity))))
            }
        })
    }

    pub fn proposal(&self) -> Proposal {
        match self {
            Self::Partner(row) => row.proposal(),
            // Which organisation it is plays no part in a card.
            Self::Directory(id, entry) => entry.1.proposal(*id, OrganisationId(0), &entry.0),
        }
    }

    pub fn country(&self) -> Country {
        match self {
            Self::Partner(row) => row.body.country,
            Self::Directory(_, entry) => entry.0.country,
        }
    }

    pub fn request(&self) -> Option<&RequestRow> {
        match self {
            Self::Partner(row) => Some(row),
            Self::Directory(..) => None,
        }
    }

    /// Invented, to show the product.
    pub fn is_sample(&self) -> bool {
        matches!(self, Self::Directory(_, entry) if entry.0.sample)
    }

    /// Every name that must not be read on its card.
    pub async fn names(&self, tx: &mut Tx<'_>) -> Result<Names> {
        Ok(match self {
            Self::Partner(row) => {
                let own = row.body.organisation.as_str();
                let known = tx.other_names(own).await?;
                let all: Vec<&str> = std::iter::once(own).chain(known.iter().map(String::as_str)).collect();
                Names::of(&all, &row.body.contact)
            }
            Self::Directory(_, entry) => Names::of(&[&entry.0.name, &entry.0.name_en], ""),
        })
    }
}

/// A match with both its sides.
pub struct Pair {
    pub row: MatchRow,
    parties: [Party; 2],
}

impl Pair {
    /// None when the match or one of its sides is gone.
    pub async fn find(tx: &mut Tx<'_>, row: MatchRow) -> Result<Option<Self>> {
        let (Some(first), Some(second)) =
            (Party::find(tx, row.at(Side::First)).await?, Party::find(tx, row.at(Side::Second)).await?)
        else {
            return Ok(None);
        };
        Ok(Some(Self { row, parties: [first, second] }))
    }

    pub fn party(&self, side: Side) -> &Party {
        &self.parties[side.index()]
    }

    pub fn is_sample(&self) -> bool {
        self.parties.iter().any(Party::is_sample)
    }

    /// The side whose request is this person's.
    pub fn side_of(&self, person: PersonId) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.party(*side).request().is_some_and(|request| request.person == person))
    }

    /// Makes a move that the rules gave, and keeps it here too; false when somebody was quicker.
    pub async fn make(
        &mut self,
        tx: &mut Tx<'_>,
        (to, made): (Pairing, MatchMove),
        reason: Option<EndReason>,
        by: Option<PersonId>,
        at: Timestamp,
    ) -> Result<bool> {
        let moved = tx.move_match(&self.row, to, made, reason, by, at).await?;
        if moved {
            self.row.pairing = to;
        }
        Ok(moved)
    }

    /// Makes the move that the person of this turn asks for; false when the rules refuse it or somebody was quicker.
    pub async fn attempt(
        &mut self,
        turn: &mut Turn<'_, '_>,
        (to, made): (Result<Pairing, PairRefused>, MatchMove),
        reason: Option<EndReason>,
    ) -> Result<bool> {
        let Ok(to) = to else { return Ok(false) };
        self.make(turn.tx, (to, made), reason, Some(turn.person), turn.at).await
    }
}

/// What came of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// The card is with the side whose turn it is.
    Yes,
    /// The side that would be shown has not let its card be shown yet, and has been asked.
    WaitsForConsent,
    /// These two texts were offered to these two before.
    Before,
    /// It is nobody's turn.
    No,
}

/// Shows the next side the other's card, if the other lets it be shown.
pub async fn offer(tx: &mut Tx<'_>, rooms: &Rooms, pair: &mut Pair, by: Option<PersonId>, at: Timestamp) -> Result<Offered> {
    let Ok(to) = pair.row.pairing.offer() else { return Ok(Offered::No) };
    let side = if to.state == MatchState::OfferedFirst { Side::First } else { Side::Second };
    let (viewer, shown) = (pair.party(side), pair.party(side.other()));
    let country = viewer.country();
    if let Some(request) = shown.request()
        && !tx.has_consent(request.person, ConsentKind::Card, Some(country)).await?
    {
        let asked = consents::card_is_wanted(request, country);
        tx.post(&Reply::say(Place::Chat(request.chat), asked).about(pair.row.id), at).await?;
        return Ok(Offered::WaitsForConsent);
    }
    if !pair.make(tx, (to, MatchMove::Offer), None, by, at).await? {
        return Ok(Offered::Before);
    }
    show_card(tx, rooms, pair, side, at).await?;
    Ok(Offered::Yes)
}

/// The card of the other side, for the one whose turn it is: in its chat, or with staff who reach it by hand.
pub async fn show_card(tx: &mut Tx<'_>, rooms: &Rooms, pair: &Pair, side: Side, at: Timestamp) -> Result<()> {
    let card = blind_card::message(tx, rooms, pair, side).await?;
    match pair.party(side).request() {
        Some(request) => tx.post(&Reply::say(Place::Chat(request.chat), card).about(pair.row.id), at).await,
        None => {
            let by_hand = staff::reach_by_hand(pair, side, card.text);
            to_staff(tx, pair, Side::First, by_hand, at).await
        }
    }
}

/// Says something in the topic of a side's lead; of the other side's where this one has none.
pub async fn to_staff(tx: &mut Tx<'_>, pair: &Pair, side: Side, said: impl Into<Message>, at: Timestamp) -> Result<()> {
    let request = pair.party(side).request().or(pair.party(side.other()).request());
    let Some(request) = request else { return Ok(()) };
    let Some(line) = tx.lead_of_request(request.id).await? else { return Ok(()) };
    let told = Reply::soon(Place::Lead(line.lead.id), Post::Say(said.into())).about(pair.row.id);
    tx.post(&told, at).await
}

/// Tells a side something, where it has a chat.
pub async fn to_side(tx: &mut Tx<'_>, pair: &Pair, side: Side, said: impl Into<Message>, at: Timestamp) -> Result<()> {
    let Some(request) = pair.party(side).request() else { return Ok(()) };
    tx.post(&Reply::say(Place::Chat(request.chat), said).about(pair.row.id), at).await
}

/// Brings the cards of both sides' leads to the present state.
pub async fn refresh_cards(tx: &mut Tx<'_>, rooms: &Rooms, pair: &Pair, at: Timestamp) -> Result<()> {
    for side in Side::BOTH {
        if let Some(request) = pair.party(side).request()
            && let Some(line) = tx.lead_of_request(request.id).await?
        {
            staff::refresh_card(tx, rooms, line.lead.id, at).await?;
        }
    }
    Ok(())
}

/// Matches that have just come to nothing, as they stood before: whoever saw a card of theirs hears a neutral word, whoever
/// acted does not, and releases of names for them are void.
pub async fn tell_ended(
    tx: &mut Tx<'_>,
    rooms: &Rooms,
    ended: Vec<MatchRow>,
    by: Option<PersonId>,
    at: Timestamp,
) -> Result<()> {
    for row in ended {
        let was = row.pairing;
        tx.withdraw_releases(row.id, at).await?;
        let Some(pair) = Pair::find(tx, row).await? else { continue };
        if was.state == MatchState::Suggested {
            continue;
        }
        for side in Side::BOTH {
            let acted = pair.party(side).request().is_some_and(|request| Some(request.person) == by);
            if was.is_asked(side) && !acted {
                tell_over(tx, &pair, side, at).await?;
            }
        }
        to_staff(tx, &pair, Side::First, text!("staff-pair-ended", number = pair.row.id.0), at).await?;
        refresh_cards(tx, rooms, &pair, at).await?;
    }
    Ok(())
}

/// The neutral word. It tells nothing of the other side, so it stays when the other is forgotten.
async fn tell_over(tx: &mut Tx<'_>, pair: &Pair, side: Side, at: Timestamp) -> Result<()> {
    let Some(request) = pair.party(side).request() else { return Ok(()) };
    let told = text!("pair-ended", number = request.reference.to_string());
    tx.post(&Reply::say(Place::Chat(request.chat), told), at).await
}

/// A person let their card be shown in a country: what waited for that goes on.
pub async fn go_on(tx: &mut Tx<'_>, rooms: &Rooms, person: PersonId, at: Timestamp) -> Result<()> {
    for row in tx.open_matches_of(person).await? {
        let Some(mut pair) = Pair::find(tx, row).await? else { continue };
        let waits = matches!(pair.row.pairing.state, MatchState::Approved | MatchState::AcceptedFirst);
        if waits && offer(tx, rooms, &mut pair, Some(person), at).await? == Offered::Yes {
            refresh_cards(tx, rooms, &pair, at).await?;
        }
    }
    Ok(())
}

/// A minute has passed: cards that nobody answered lapse.
pub async fn lapse(tx: &mut Tx<'_>, rooms: &Rooms, now: Timestamp) -> Result<()> {
    let since = now - jiff::SignedDuration::from_hours(24 * LAPSE_DAYS);
    for row in tx.unanswered_matches(since).await? {
        let Ok(lapsed) = row.pairing.lapse() else { continue };
        if tx.move_match(&row, lapsed, MatchMove::Lapse, Some(EndReason::NoAnswer), None, now).await? {
            tell_ended(tx, rooms, vec![row], None, now).await?;
        }
    }
    Ok(())
}

/// Asks each side with a chat that has not done so to let its name be given to the other.
pub async fn ask_releases(tx: &mut Tx<'_>, pair: &Pair, at: Timestamp) -> Result<()> {
    for side in Side::BOTH {
        if pair.row.pairing.word(side) == Word::Accepted
            && let Some(request) = pair.party(side).request()
        {
            let asked = consents::release_is_wanted(pair, side, request);
            to_side(tx, pair, side, asked, at).await?;
        }
    }
    Ok(())
}

/// Both let their names be given: staff make the introduction.
pub async fn tell_mutual(tx: &mut Tx<'_>, rooms: &Rooms, pair: &Pair, at: Timestamp) -> Result<()> {
    let of = pair.row.id;
    let said = Message::new(text!("staff-pair-mutual", number = of.0))
        .row([Button::new(text!("button-introduce"), Action::Match { of, press: MatchPress::Introduce })]);
    to_staff(tx, pair, Side::First, said, at).await?;
    refresh_cards(tx, rooms, pair, at).await
}
