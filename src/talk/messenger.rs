//! How a door delivers: one call in, one outcome out. Telegram, the web page and the tests each are one.

use std::{future::Future, pin::Pin, time::Duration};

use super::Address;
use crate::domain::{Lang, Role};

/// A future behind a pointer, so that doors can be kept side by side.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A button, spoken: its label is plain text, its payload has at most 64 bytes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Key {
    pub label: String,
    pub payload: String,
}

/// One call to a door. `html` is Telegram's subset: b, i, a, code, pre, blockquote; everything else is escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    Say {
        to: Address,
        html: String,
        keys: Vec<Vec<Key>>,
        answers: Option<i64>,
    },
    Edit {
        to: Address,
        message: i64,
        html: String,
        keys: Vec<Vec<Key>>,
    },
    /// Takes a message of ours away.
    Delete {
        to: Address,
        message: i64,
    },
    Copy {
        to: Address,
        from: Address,
        message: i64,
    },
    Document {
        to: Address,
        name: String,
        body: Vec<u8>,
        caption: String,
    },
    /// A picture, as PNG, with words beneath.
    Photo {
        to: Address,
        name: String,
        png: Vec<u8>,
        caption: String,
    },
    OpenTopic {
        chat: Address,
        name: String,
        icon: &'static str,
    },
    /// Gives a topic another icon, and another name if there is one. A door that has no icon of this sign leaves it as it is.
    TopicIcon {
        topic: Address,
        icon: &'static str,
        name: Option<String>,
    },
    CloseTopic {
        topic: Address,
    },
    ReopenTopic {
        topic: Address,
    },
    Pin {
        to: Address,
        message: i64,
    },
    /// Ends a button's spinner.
    Toast {
        callback: String,
        text: Option<String>,
    },
    /// The command menu of one chat, in one language, for one role: pairs of command and description.
    Menu {
        chat: Address,
        lang: Lang,
        role: Role,
        commands: Vec<(String, String)>,
    },
}

/// What a call left behind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// The new message, for calls that make one.
    pub message: Option<i64>,
    /// The new topic, for a call that opens one.
    pub topic: Option<i64>,
}

/// Why a call did not work, by what is to be done about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The door asks for a pause (Telegram's 429).
    #[error("asked to wait {0:?}")]
    Wait(Duration),
    /// No answer, or the door's own trouble (time-out, 5xx): worth another try.
    #[error("no answer: {0}")]
    NoAnswer(String),
    /// This person or group cannot be written to any more: blocked, kicked, deleted.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// The topic is deleted.
    #[error("the topic is gone")]
    TopicGone,
    /// The topic is closed; reopen it and try again.
    #[error("the topic is closed")]
    TopicClosed,
    /// The chat has no topics.
    #[error("the chat has no topics")]
    NoTopics,
    /// The message to edit is gone or too old.
    #[error("the message is gone")]
    MessageGone,
    /// The group became a supergroup with this number.
    #[error("the chat is now {0}")]
    Moved(i64),
    /// The door will never take this call: a person has to look.
    #[error("refused: {0}")]
    Refused(String),
}

/// A door's out-half.
pub trait Messenger: Send + Sync {
    /// Makes one call. "Not modified" and a spinner too old to stop count as done.
    fn deliver(&self, call: Call) -> BoxFuture<'_, Result<Done, SendError>>;
}
