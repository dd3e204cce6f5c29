//! What goes wrong with the staff's own group, told in it in words that say what to do. Once an hour at most for one cause: while
//! it lasts, every lead meets it again.

use std::time::Duration;

use anyhow::Result;

use super::{Delivery, Outcome, back_off};
use crate::{
    domain::LeadId,
    store::Due,
    talk::{Address, Place, Post, Reply, Text},
    text,
};

impl Delivery {
    /// The staff's group as it is numbered now: an upgrade to a supergroup gave it another number.
    pub(super) async fn staff_chat_now(&self) -> Result<Option<Address>> {
        let Some(configured) = self.staff_chat else { return Ok(None) };
        let now = self.store.moved_chat(configured.chat).await?;
        Ok(Some(now.map_or(configured, |chat| Address { chat, ..configured })))
    }

    /// The group has another number: it is followed, and the staff are told to write the number down.
    pub(super) async fn follow(&self, from: Address, to: i64) -> Result<Outcome> {
        let mut tx = self.store.begin().await?;
        tx.move_chat(from.door, from.chat, to).await?;
        if let Some(configured) = self.staff_chat.filter(|configured| configured.chat != from.chat) {
            // It has moved before: what the configuration says leads to the newest number.
            tx.move_chat(from.door, configured.chat, to).await?;
        }
        let told = text!("trouble-group-moved", number = to.to_string());
        tx.post(&Reply::soon(Place::Staff, Post::Say(told.into())), (self.clock)()).await?;
        tx.commit().await?;
        self.posted.notify_one();
        tracing::warn!(chat.id = from.chat, "the group was upgraded and is now {to}: set PUENTE_STAFF_CHAT to it");
        Ok(Outcome::RetryAt {
            wait: Duration::from_millis(200),
            trouble: format!("the chat is now {to}"),
            whole_door: false,
        })
    }

    /// A lead's topic was deleted by hand: the new one is told what stood in the old one.
    pub(super) async fn retell(&self, lead: LeadId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let said = tx.retold(lead).await?;
        if said != Text::empty() {
            let told = Text::paragraphs([text!("retold"), said]);
            tx.post(&Reply::soon(Place::Lead(lead), Post::Say(told.into())), (self.clock)()).await?;
        }
        tx.commit().await
    }

    /// A refusal that is not the row's fault but the group's: the lead waits until somebody has mended it.
    pub(super) async fn group_refused(&self, due: &Due, trouble: &str) -> Result<Option<Outcome>> {
        let told = match due.place {
            Place::Lead(_) if trouble.contains("may not manage topics") => text!("trouble-topics"),
            _ => return Ok(None),
        };
        self.tell_staff("topics", told).await?;
        Ok(Some(Outcome::RetryAt { wait: back_off(due.attempts), trouble: trouble.to_owned(), whole_door: false }))
    }

    /// A card could not be pinned: it is there, but has to be looked for.
    pub(super) async fn not_pinned(&self) -> Result<()> {
        self.tell_staff("pin", text!("trouble-pin")).await
    }

    async fn tell_staff(&self, cause: &str, words: Text) -> Result<()> {
        let now = (self.clock)();
        let hour = now.strftime("%Y-%m-%dT%H").to_string();
        let mut tx = self.store.begin().await?;
        if tx.first_in(&format!("trouble:{cause}"), &hour).await? {
            tx.post(&Reply::soon(Place::Staff, Post::Say(words.into())), now).await?;
            self.posted.notify_one();
        }
        tx.commit().await
    }
}
