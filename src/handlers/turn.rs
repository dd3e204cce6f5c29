//! What a turn carries from its first line to its last: who, where, in which language, and what is to be said.

use anyhow::Result;
use jiff::Timestamp;

use super::{AfterCommit, Rooms};
use crate::{
    domain::{Dialogue, Lang, PersonId, Proposal, ProposalId, Role},
    store::{Chosen, Entered, Tx, Who},
    talk::{Address, Chat, ChatKind, Command, Incoming, Message, Place, Post, Reply, Said, Sender, Text},
};

/// What matching and the guard have to know once the turn is kept.
#[derive(Debug)]
pub enum Learned {
    Put(Box<Proposal>),
    Gone(ProposalId),
    Banned(Who),
    Unbanned(Who),
}

/// One turn.
pub struct Turn<'t, 'tx> {
    pub tx: &'t mut Tx<'tx>,
    pub rooms: &'t Rooms,
    pub at: Timestamp,
    pub chat: Chat,
    pub here: Address,
    pub person: PersonId,
    pub sender: Sender,
    pub role: Role,
    /// As staff, they may only read.
    pub reads_only: bool,
    pub lang: Lang,
    pub lang_chosen: bool,
    /// The chat is new with this turn.
    pub is_new: bool,
    /// The person's message that this turn is about.
    pub message: Option<i64>,
    /// The message of ours under which a button was pressed.
    pub pressed: Option<i64>,
    /// The press of a button that nothing was answered to yet.
    pub callback: Option<String>,
    pub dialogue: Dialogue,
    kept: Option<String>,
    learned: Vec<Learned>,
}

impl<'t, 'tx> Turn<'t, 'tx> {
    /// Meets the person and finds where their chat stands.
    pub async fn begin(tx: &'t mut Tx<'tx>, rooms: &'t Rooms, incoming: &Incoming) -> Result<Self> {
        let (chat, sender) = (incoming.chat.clone(), incoming.from.clone());
        let guess = match chat.kind {
            ChatKind::Group => rooms.centre.staff_lang,
            ChatKind::Private => first_language(&incoming.said, sender.lang_hint),
        };
        let Entered { person, is_staff, reads_only, lang, lang_chosen, is_new, dialogue: kept } =
            tx.enter(&chat, &sender, guess, incoming.at).await?;
        // A dialogue that an older version wrote and this one cannot read begins anew.
        let dialogue = kept.as_deref().and_then(|kept| serde_json::from_str(kept).ok()).unwrap_or_default();
        let role = role_of(rooms, &chat, &sender, is_staff);
        let here = Address { door: chat.door, chat: chat.id, kind: chat.kind, topic: chat.topic };
        Ok(Self {
            tx,
            rooms,
            at: incoming.at,
            chat,
            here,
            person,
            sender,
            role,
            reads_only: reads_only && role == Role::Staff,
            lang,
            lang_chosen,
            is_new,
            message: incoming.said.message(),
            pressed: incoming.said.pressed(),
            callback: None,
            dialogue,
            kept,
            learned: Vec::new(),
        })
    }

    /// Keeps the dialogue if it has moved.
    pub async fn end(self) -> Result<AfterCommit> {
        let now = serde_json::to_string(&self.dialogue)?;
        let unchanged = self.kept.as_deref().map_or(self.dialogue == Dialogue::default(), |kept| kept == now);
        if !unchanged {
            let draft_at = self.dialogue.draft.as_ref().map(|_| self.at);
            self.tx.keep_dialogue(&self.chat, &now, draft_at).await?;
        }
        Ok(AfterCommit { learned: self.learned, stranger: self.is_new, done: None })
    }

    /// Says something in this chat.
    pub async fn say(&mut self, message: impl Into<Message>) -> Result<()> {
        let reply = Reply::say(Place::Chat(self.here), message);
        self.post(&reply).await
    }

    /// Puts a reply into the outbox.
    pub async fn post(&mut self, reply: &Reply) -> Result<()> {
        self.tx.post(reply, self.at).await
    }

    /// Says something in this chat in the place of an earlier message of ours.
    pub async fn edit(&mut self, of: i64, message: impl Into<Message>) -> Result<()> {
        let post = Post::Edit { message: message.into(), of };
        self.post(&Reply::now(Place::Chat(self.here), post)).await
    }

    /// Ends a button's spinner, with a few words or none.
    pub async fn toast(&mut self, callback: &str, text: Option<Text>) -> Result<()> {
        let post = Post::Toast { callback: callback.to_owned(), text };
        self.post(&Reply::now(Place::Chat(self.here), post)).await
    }

    /// Tells something to whoever did this: in the small window over the button where one was pressed in a group, so that a
    /// hundred taps are no hundred messages, else here.
    pub async fn tell(&mut self, text: Text) -> Result<()> {
        match self.callback.take() {
            Some(callback) => self.toast(&callback, Some(text)).await,
            None => self.say(text).await,
        }
    }

    /// Speaks this language from here on.
    pub async fn speak(&mut self, lang: Lang, chosen: Chosen) -> Result<()> {
        self.lang = lang;
        self.lang_chosen |= chosen == Chosen::ByTap;
        self.tx.set_lang(&self.chat, lang, chosen).await?;
        self.menu().await
    }

    /// Sets the command menu of this chat for this person's role, in their language.
    pub async fn menu(&mut self) -> Result<()> {
        let post = Post::Menu { role: self.role };
        self.post(&Reply::soon(Place::Chat(self.here), post)).await
    }

    /// Matching learns of a request, or the guard of a ban, once the turn is kept.
    pub fn learn(&mut self, learned: Learned) {
        self.learned.push(learned);
    }

    /// Refuses, politely, what only others may do; logged by id.
    pub async fn refuse(&mut self, what: &'static str) -> Result<()> {
        tracing::warn!(person.id = %self.person, chat.id = self.chat.id, what, "refused for lack of right");
        self.say(crate::text!("not-allowed")).await
    }
}

/// What this person is here. Rights are looked up at every turn: who left the staff chat has none any more.
fn role_of(rooms: &Rooms, chat: &Chat, sender: &Sender, is_staff: bool) -> Role {
    if rooms.centre.admins.contains(&(chat.door, sender.id)) {
        return Role::Admin;
    }
    if is_staff || rooms.centre.is_staff_chat(chat.door, chat.id) { Role::Staff } else { Role::Partner }
}

/// The language of somebody never seen: what they wrote says more than what their device says.
fn first_language(said: &Said, hint: Option<Lang>) -> Lang {
    let words = match said {
        Said::Words { text, .. } => text.as_str(),
        Said::Command { command: Command::Ask | Command::Human, rest, .. } => rest.as_str(),
        _ => "",
    };
    if words.trim().is_empty() { hint.unwrap_or(Lang::Es) } else { crate::text::detect(words, hint) }
}
