//! Suggests who could take a lead: on its card while nobody has it, and in its topic when somebody's place frees.

use anyhow::Result;

use super::{super::Rooms, super::turn::Turn, readers, refresh_card, reminders};
use crate::{
    domain::{Asks, PersonId, best},
    store::{DeskOf, Lead, LeadFilter, RequestRow, Tx},
    talk::{Action, Button, Message, Place, Post, Reply},
    text,
};

/// Waiting leads looked at when a place frees.
const LOOKED_AT: i64 = 30;

/// Who suits this lead best and has a place.
pub async fn suggested(tx: &mut Tx<'_>, rooms: &Rooms, lead: &Lead, request: Option<&RequestRow>) -> Result<Option<DeskOf>> {
    let lang = match lead.partner {
        Some(partner) => Some(tx.lang_of(partner.door, partner.chat).await?),
        None => None,
    };
    let taxonomy = rooms.matching.taxonomy();
    let leaves = request.map(|request| request.body.sectors.as_slice()).unwrap_or_default();
    let sectors = taxonomy.sectors().iter().filter(|sector| leaves.iter().any(|leaf| sector.leaves.contains(leaf)));
    let asks = Asks {
        lang,
        sectors: sectors.map(|sector| sector.id.clone()).collect(),
        country: request.map(|request| request.body.country),
    };
    let desks = readers::workers(tx, rooms).await?;
    Ok(best(&desks, &asks, |desk| (&desk.wishes, desk.has)).cloned())
}

/// The button that gives a lead to whom it is suggested to.
pub fn button(lead: &Lead, desk: &DeskOf) -> Button {
    let label = text!("button-give", who = desk.name.as_str(), has = desk.has);
    Button::new(label, Action::Give { lead: lead.id, to: desk.person })
}

/// Somebody has a place again: of the leads that wait and suit them best, the one that is due first is suggested to them.
pub async fn place_freed(turn: &mut Turn<'_, '_>, person: PersonId) -> Result<()> {
    for line in turn.tx.leads(LeadFilter::Waiting, LOOKED_AT).await? {
        let lead = &line.lead;
        let request = match lead.request {
            Some(id) => turn.tx.request(id).await?,
            None => None,
        };
        let Some(desk) = suggested(turn.tx, turn.rooms, lead, request.as_ref()).await? else { continue };
        if desk.person != person {
            continue;
        }
        refresh_card(turn.tx, turn.rooms, lead.id, turn.at).await?;
        let told = Message::new(text!("route-place-freed", who = reminders::mention(&desk), number = lead.id.0))
            .row([Button::new(text!("button-take"), Action::Take(lead.id))]);
        return turn.post(&Reply::soon(Place::Lead(lead.id), Post::Say(told))).await;
    }
    Ok(())
}
