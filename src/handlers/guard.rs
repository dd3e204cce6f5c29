//! Who is heard at all: before a turn begins, floods and bans are kept out. It knows nothing of what is said.

use std::collections::HashMap;

use anyhow::Result;

use super::Rooms;
use crate::{
    domain::{Flood, Judgement},
    store::{Store, Tx, Who},
    talk::{ChatKind, Incoming, Said, Text},
    text,
};

/// Characters of one message, a caption or the name of a file.
const MOST: usize = 4096;

/// What the engine remembers of people's measure. It is memory alone, but for the bans, which are read at the start.
#[derive(Debug, Default)]
pub struct Guard {
    flood: Flood<Who>,
    /// With whether they were told.
    banned: HashMap<Who, bool>,
    /// Who was told of the ban since the last [`Guard::keep`].
    told: Vec<Who>,
}

/// Whether a turn is taken.
#[derive(Debug)]
pub enum Admitted {
    Come,
    /// Not taken, but for this one word.
    Word(Text),
    Silence,
}

impl Guard {
    /// A guard that knows the bans.
    pub async fn load(store: &Store) -> Result<Self> {
        let mut tx = store.begin().await?;
        let banned = tx.bans().await?.into_iter().collect();
        tx.commit().await?;
        Ok(Self { banned, ..Self::default() })
    }

    /// Looks at an update before anything is done for it. What it learns by that counts when the update is kept, which
    /// [`Guard::keep`] and [`Guard::undo`] tell.
    pub async fn admit(&mut self, tx: &mut Tx<'_>, rooms: &Rooms, incoming: &Incoming) -> Result<Admitted> {
        let who = (incoming.chat.door, incoming.from.id);
        // Colleagues in their group are not measured, and what Telegram tells of by itself is nobody's act.
        if incoming.chat.kind != ChatKind::Private || !is_act(&incoming.said) || rooms.centre.admins.contains(&who) {
            return Ok(Admitted::Come);
        }
        if let Some(told) = self.banned.get_mut(&who) {
            if std::mem::replace(told, true) {
                return Ok(Admitted::Silence);
            }
            self.told.push(who);
            tx.told_of_ban(who, incoming.at).await?;
            return Ok(Admitted::Word(text!("ban-told")));
        }
        if !self.flood.has_room_for_strangers(incoming.at) && !tx.knows(who).await? {
            return Ok(Admitted::Silence);
        }
        Ok(match self.flood.judge(who, incoming.at) {
            Judgement::Pass => too_long(&incoming.said).map_or(Admitted::Come, Admitted::Word),
            Judgement::Warn => Admitted::Word(text!("flood-wait")),
            Judgement::Silence => Admitted::Silence,
        })
    }

    /// All that was admitted or kept out lately is in the data file.
    pub fn keep(&mut self) {
        self.flood.keep();
        self.told.clear();
    }

    /// Nothing of it is there, and the same updates come again: counted twice, they would look like a flood and be lost.
    pub fn undo(&mut self) {
        self.flood.undo();
        for who in self.told.drain(..) {
            self.banned.insert(who, false);
        }
    }

    /// Somebody was here for the first time.
    pub fn met_a_stranger(&mut self, at: jiff::Timestamp) {
        self.flood.met_a_stranger(at);
    }

    /// From now on this person is not heard.
    pub fn banned(&mut self, who: Who) {
        self.banned.insert(who, false);
    }

    /// From now on this person is heard again.
    pub fn unbanned(&mut self, who: Who) {
        self.banned.remove(&who);
    }
}

/// A word about words that no door should let through; Telegram lets no more than this through itself.
fn too_long(said: &Said) -> Option<Text> {
    let typed = match said {
        Said::Words { text, .. } | Said::Edited { text, .. } => text,
        Said::Command { rest, .. } => rest,
        Said::File { file, caption, .. } => [&file.name, caption].into_iter().max_by_key(|typed| typed.len())?,
        _ => return None,
    };
    // A character has a byte at least, so most texts are never counted.
    let is = if typed.len() > MOST { typed.chars().count() } else { 0 };
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    (is > MOST).then(|| text!("words-too-long", most = number(MOST), is = number(is)))
}

fn is_act(said: &Said) -> bool {
    !matches!(said, Said::Joined | Said::Left | Said::Reachable(_) | Said::Done(_) | Said::Started | Said::Tick)
}
