//! `/me`: how one works. Whose office hours, how many leads at a time, and which ones are suggested first, all by buttons.

use anyhow::Result;

use super::{super::spoken::sector_name, super::turn::Turn};
use crate::{
    domain::{Country, Lang},
    store::DeskOf,
    talk::{Action, Button, DeskPage, DeskPress, Message, Text},
    text,
};

/// Countries offered; partners from elsewhere are rare, and go to who wishes for none in particular.
const COUNTRIES: [Country; 9] =
    [Country::Cl, Country::Cn, Country::Ar, Country::Br, Country::Co, Country::Mx, Country::Pe, Country::Uy, Country::Other];
/// The most that can be chosen; the table allows no more.
const MOST: i64 = 99;

/// `/me`.
pub async fn show(turn: &mut Turn<'_, '_>) -> Result<()> {
    let name = turn.sender.name.clone();
    turn.tx.name_staff(turn.person, &name).await?;
    let Some(desk) = own(turn).await? else { return Ok(()) };
    let message = page(turn, &desk, DeskPage::Main);
    turn.say(message).await
}

/// A button under `/me`. Whoever presses it changes their own desk, not that of whoever asked for the message.
pub async fn pressed(turn: &mut Turn<'_, '_>, press: &DeskPress) -> Result<()> {
    let Some(mut desk) = own(turn).await? else { return Ok(()) };
    let shown = match press {
        DeskPress::Page(page) => *page,
        DeskPress::Lang(lang) => {
            toggle(&mut desk.wishes.langs, *lang);
            DeskPage::Main
        }
        DeskPress::Sector(sector) => {
            if turn.rooms.matching.taxonomy().sectors().iter().any(|known| known.id == *sector) {
                toggle(&mut desk.wishes.sectors, sector.clone());
            }
            DeskPage::Sectors
        }
        DeskPress::Country(country) => {
            toggle(&mut desk.wishes.countries, *country);
            DeskPage::Countries
        }
        DeskPress::Calendar(key) => {
            desk.calendar.clone_from(&turn.rooms.calendars.named(key).key);
            DeskPage::Main
        }
        DeskPress::More => {
            desk.wishes.capacity = Some((desk.wishes.capacity.unwrap_or(0) + 1).min(MOST));
            DeskPage::Main
        }
        DeskPress::Less => {
            desk.wishes.capacity = desk.wishes.capacity.map(|capacity| capacity - 1).filter(|capacity| *capacity > 0);
            DeskPage::Main
        }
    };
    turn.tx.keep_desk(&desk).await?;
    let message = page(turn, &desk, shown);
    match turn.pressed {
        Some(of) => turn.edit(of, message).await,
        None => turn.say(message).await,
    }
}

async fn own(turn: &mut Turn<'_, '_>) -> Result<Option<DeskOf>> {
    let home = turn.rooms.calendars.home().key.clone();
    turn.tx.desk_of(turn.person, &home).await
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|known| *known == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item),
    }
}

fn page(turn: &Turn<'_, '_>, desk: &DeskOf, page: DeskPage) -> Message {
    let message = Message::new(summary(turn, desk));
    let back = Button::new(text!("button-me-back"), Action::Desk(DeskPress::Page(DeskPage::Main)));
    match page {
        DeskPage::Main => main_page(turn, desk, message),
        DeskPage::Sectors => {
            let mut message = message;
            let sectors: Vec<Button> = turn
                .rooms
                .matching
                .taxonomy()
                .sectors()
                .iter()
                .map(|sector| {
                    let name = sector_name(&turn.rooms.matching, &sector.id);
                    button(name, desk.wishes.sectors.contains(&sector.id), DeskPress::Sector(sector.id.clone()))
                })
                .collect();
            for pair in sectors.chunks(2) {
                message = message.row(pair.iter().cloned());
            }
            message.row([back])
        }
        DeskPage::Countries => {
            let mut message = message;
            for three in COUNTRIES.chunks(3) {
                message = message.row(three.iter().map(|country| {
                    let name = Text::of_code(Country::LIST, country.code());
                    button(name, desk.wishes.countries.contains(country), DeskPress::Country(*country))
                }));
            }
            message.row([back])
        }
    }
}

fn main_page(turn: &Turn<'_, '_>, desk: &DeskOf, message: Message) -> Message {
    let languages = Lang::ALL.iter().map(|lang| {
        let name = Text::of_code(Lang::LIST, lang.code());
        button(name, desk.wishes.langs.contains(lang), DeskPress::Lang(*lang))
    });
    let calendars = turn.rooms.calendars.all().map(|(key, country)| {
        let name = text!("button-me-hours", country = Text::of_code(Country::LIST, country.code()));
        button(name, desk.calendar == key, DeskPress::Calendar(key.to_owned()))
    });
    message
        .row([
            Button::new(text!("button-me-less"), Action::Desk(DeskPress::Less)),
            Button::new(text!("button-me-more"), Action::Desk(DeskPress::More)),
        ])
        .row(calendars)
        .row(languages)
        .row([
            Button::new(text!("button-me-sectors"), Action::Desk(DeskPress::Page(DeskPage::Sectors))),
            Button::new(text!("button-me-countries"), Action::Desk(DeskPress::Page(DeskPage::Countries))),
        ])
}

fn button(name: Text, chosen: bool, press: DeskPress) -> Button {
    let label = if chosen { text!("choice-chosen", label = name) } else { name };
    Button::new(label, Action::Desk(press))
}

fn summary(turn: &Turn<'_, '_>, desk: &DeskOf) -> Text {
    let all = || text!("me-all");
    let listed = |names: Vec<Text>| if names.is_empty() { all() } else { Text::listed(names) };
    let wishes = &desk.wishes;
    let calendar = turn.rooms.calendars.all().find(|(key, _)| *key == desk.calendar);
    let hours = calendar.map_or_else(Text::empty, |(_, country)| Text::of_code(Country::LIST, country.code()));
    let capacity = wishes.capacity.map_or_else(|| text!("me-none"), |most| text!("stats-number", count = most));
    let langs = wishes.langs.iter().map(|lang| Text::of_code(Lang::LIST, lang.code())).collect();
    let sectors = wishes.sectors.iter().map(|sector| sector_name(&turn.rooms.matching, sector)).collect();
    let countries = wishes.countries.iter().map(|country| Text::of_code(Country::LIST, country.code())).collect();
    text!(
        "me",
        who = desk.name.as_str(),
        has = desk.has,
        capacity = capacity,
        hours = hours,
        langs = listed(langs),
        sectors = listed(sectors),
        countries = listed(countries),
    )
}
