//! The in-half: what each thing a person does means, and what is kept and said because of it.
//! Handlers never send and never wait; they write rows and give replies. `engine` is the spine, `turn` what a turn carries.

mod admin;
mod bans;
mod blind_card;
mod consents;
mod engine;
mod guard;
mod moves;
mod news;
mod pairs;
mod partner;
mod spoken;
mod staff;
mod timers;
mod turn;

use std::collections::BTreeSet;

use anyhow::Result;

use crate::{
    calendar::Calendars,
    domain::Lang,
    faq::Faq,
    i18n::I18n,
    matching::Matching,
    replies::Replies,
    store::Tx,
    talk::{Address, Chat, ChatKind, Door, Incoming, Place, Reply, Said},
};

pub use engine::Engine;
pub use news::News;
use turn::{Learned, Turn};

/// What handlers work with beside the store.
#[derive(Clone)]
pub struct Rooms {
    pub faq: Faq,
    pub matching: Matching,
    pub i18n: I18n,
    pub calendars: Calendars,
    pub replies: Replies,
    pub centre: Centre,
}

/// The centre that this installation serves.
#[derive(Debug, Clone)]
pub struct Centre {
    /// The staff's group; without one nobody is staff, and leads wait until there is one.
    pub staff_chat: Option<Address>,
    /// The language that the staff group is spoken to in until it chooses another.
    pub staff_lang: Lang,
    /// The doors' numbers of the people who keep the FAQ.
    pub admins: BTreeSet<(Door, i64)>,
}

impl Centre {
    /// Whether this is the staff's group, any topic of it.
    fn is_staff_chat(&self, door: Door, chat: i64) -> bool {
        self.staff_chat.is_some_and(|staff| staff.door == door && staff.chat == chat)
    }
}

/// What a turn leaves to be done once it is kept: the replies are rows already, this is only memory.
#[derive(Debug, Default)]
pub(crate) struct AfterCommit {
    pub learned: Vec<Learned>,
    /// The person was here for the first time.
    pub stranger: bool,
    /// What the log and the figures are told; nothing of an update that was handled before.
    pub done: Option<engine::Done>,
}

/// Takes one turn: everything that follows from one update, in the transaction.
async fn take_turn(tx: &mut Tx<'_>, rooms: &Rooms, incoming: &Incoming) -> Result<AfterCommit> {
    match &incoming.said {
        Said::Started => return timers::started(tx, rooms, incoming.at).await,
        Said::Tick => return timers::tick(tx, rooms, incoming.at).await,
        Said::Done(done) => return admin::work_done(tx, done, incoming.at).await.map(|()| AfterCommit::default()),
        _ => {}
    }
    let followed = followed(tx, rooms, incoming).await?;
    let rooms = followed.as_ref().unwrap_or(rooms);
    let is_staff_chat = rooms.centre.is_staff_chat(incoming.chat.door, incoming.chat.id);
    if incoming.chat.kind == ChatKind::Group && !is_staff_chat {
        // Some other group that somebody put the bot into: it has no business there.
        return Ok(AfterCommit::default());
    }
    let mut turn = Turn::begin(tx, rooms, incoming).await?;
    if is_staff_chat {
        staff::in_group(&mut turn, &incoming.said).await?;
    } else {
        partner::in_private(&mut turn, &incoming.said).await?;
    }
    turn.end().await
}

/// The house with the staff's group under its new number, when the group was upgraded and this comes from there.
async fn followed(tx: &mut Tx<'_>, rooms: &Rooms, incoming: &Incoming) -> Result<Option<Rooms>> {
    let Some(staff) = rooms.centre.staff_chat.filter(|staff| staff.door == incoming.chat.door) else { return Ok(None) };
    if incoming.chat.kind != ChatKind::Group || staff.chat == incoming.chat.id {
        return Ok(None);
    }
    let moved = tx.moved_staff_chat(staff.chat).await? == Some(incoming.chat.id);
    Ok(moved.then(|| {
        let mut rooms = rooms.clone();
        rooms.centre.staff_chat = Some(Address { chat: incoming.chat.id, ..staff });
        rooms
    }))
}

/// The one apology for a failure of ours; the update itself is parked with its cause.
fn apology(incoming: &Incoming) -> Option<Reply> {
    use Said as S;
    let to_person = !matches!(incoming.said, S::Started | S::Tick | S::Done(_) | S::Joined | S::Left | S::Reachable(_));
    to_person.then(|| Reply::say(Place::Chat(here(incoming)), crate::text!("apology")))
}

/// Where an update came from, as an address to answer to.
fn here(incoming: &Incoming) -> Address {
    let Chat { door, id, kind, topic } = incoming.chat;
    Address { door, chat: id, kind, topic }
}
