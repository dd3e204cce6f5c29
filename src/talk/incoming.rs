//! What a door hands to the engine: one thing that one person did in one chat, in the product's own nouns.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Action, Command, WorkDone};
use crate::domain::{Lang, code_list};

code_list! {
    /// Where an update came from.
    Door, "door" {
        Telegram = "telegram",
        Web = "web",
        /// The house itself: results of slow work, and the clock.
        Inside = "inside",
    }
}

/// The name of an update, by which it is known again when it comes twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UpdateId {
    pub door: Door,
    pub id: i64,
}

/// Whether one person or several read a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChatKind {
    Private,
    Group,
}

/// The chat in which something was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chat {
    pub door: Door,
    pub id: i64,
    pub kind: ChatKind,
    /// The topic of a group that has topics.
    pub topic: Option<i64>,
}

/// Who said it, as the door knows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// The door's own number of this person.
    pub id: i64,
    /// The name they show to others; kept only for staff.
    pub name: String,
    /// The language that their device says it speaks.
    pub lang_hint: Option<Lang>,
}

/// A file that a person sent; its bytes stay at the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRef {
    /// The message that carries it, from which the door can copy it.
    pub message: i64,
    pub name: String,
    /// Bytes, where the door knows them.
    pub size: Option<u64>,
    pub mime: String,
    /// The album that it is part of: files sent as one unit, which arrive one by one.
    #[serde(default)]
    pub album: Option<String>,
}

code_list! {
    /// Kinds of message that Puente cannot read.
    OtherKind, "other" {
        Voice = "voice", Video = "video", Sticker = "sticker", Location = "location", Contact = "contact", Poll = "poll",
        Something = "something",
    }
}

/// What a person did, or what the house tells itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    Words {
        text: String,
        message: i64,
        reply_to: Option<i64>,
    },
    /// A message that was already handled has now other words.
    Edited {
        text: String,
        message: i64,
    },
    Command {
        command: Command,
        /// What stood behind the command, trimmed.
        rest: String,
        message: i64,
        reply_to: Option<i64>,
    },
    /// A button; none when its payload is not one of ours (forged, or from another bot).
    Pressed {
        action: Option<Action>,
        message: i64,
        /// What the door needs to stop the button's spinner.
        callback: String,
    },
    File {
        file: FileRef,
        caption: String,
        reply_to: Option<i64>,
    },
    Other {
        kind: OtherKind,
        message: i64,
    },
    /// This person is in the group now.
    Joined,
    /// This person left the group or was removed.
    Left,
    /// The person blocked the bot (false) or came back (true).
    Reachable(bool),
    /// Slow work has ended.
    Done(WorkDone),
    /// The house is there again.
    Started,
    /// A minute has passed.
    Tick,
}

impl Said {
    /// The person's own message in which it was said; none of a button, which stands under a message of ours.
    #[must_use]
    pub fn message(&self) -> Option<i64> {
        match self {
            Self::Words { message, .. }
            | Self::Edited { message, .. }
            | Self::Command { message, .. }
            | Self::Other { message, .. } => Some(*message),
            Self::File { file, .. } => Some(file.message),
            _ => None,
        }
    }

    /// The message of ours under which a button was pressed.
    #[must_use]
    pub fn pressed(&self) -> Option<i64> {
        match self {
            Self::Pressed { message, .. } => Some(*message),
            _ => None,
        }
    }
}

/// One update, the same from every door.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Incoming {
    pub update: UpdateId,
    /// When the door received it: the only clock that handlers know.
    pub at: Timestamp,
    pub chat: Chat,
    pub from: Sender,
    pub said: Said,
}

/// The update is not on disk: hand it in again later.
#[derive(Debug, Clone, thiserror::Error)]
#[error("not kept: {0}")]
pub struct NotKept(pub String);

/// Where doors hand in what they receive.
pub trait Intake: Send + Sync {
    /// Ends only when the effect of the update is on disk; only then may a door acknowledge it.
    fn hand(&self, incoming: Incoming) -> super::BoxFuture<'_, Result<(), NotKept>>;
}
