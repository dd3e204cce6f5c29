//! What a chat of the page holds, and how a change alters it. The same change is one line on disk and one event in the
//! browser, so a restarted door and a reloaded page show what was shown before. Nothing here reads, writes or sends.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::talk::Key;

/// A person as the others in the chat see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    pub id: i64,
    pub name: String,
}

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// Words as a person typed them; the page never reads them as HTML.
    Text(String),
    /// Our own words, in Telegram's subset of HTML.
    Html(String),
}

/// A button under a message; the page's own twin of [`Key`], because it is also read back from disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    pub label: String,
    pub payload: String,
}

/// A file of a message; its bytes lie in the door's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub name: String,
    pub size: u64,
    pub mime: String,
    /// The name of the bytes in the folder; a copied message shares them with the first.
    pub stored: String,
}

/// One message; its id never stands for another one in the same chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    pub id: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<i64>,
    /// None when Puente itself speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Author>,
    /// Milliseconds since 1970.
    pub at: i64,
    pub body: Body,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<Vec<Button>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Attachment>,
    #[serde(default)]
    pub edited: bool,
    /// False while the engine has not yet kept a person's message: until then nobody is shown it.
    pub kept: bool,
}

/// A topic of the staff group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    pub id: i64,
    pub name: String,
    pub open: bool,
    /// An emoji; none in what an older version kept.
    #[serde(default)]
    pub icon: String,
}

/// A line of the command menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuItem {
    pub command: String,
    pub description: String,
}

/// One thing that happened to a chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// A new message, or one that replaces the message of the same id.
    Message(Message),
    /// A person's message that the engine did not keep; its id stays used.
    Dropped {
        message: i64,
    },
    Topic(Topic),
    Pinned {
        topic: Option<i64>,
        message: i64,
    },
    Menu(Vec<MenuItem>),
}

/// A chat with everything said in it.
#[derive(Debug, Clone, Default)]
pub struct Chat {
    pub messages: BTreeMap<i64, Message>,
    pub topics: BTreeMap<i64, Topic>,
    /// The pinned message of each topic; none is the chat itself.
    pub pinned: BTreeMap<Option<i64>, i64>,
    pub menu: Vec<MenuItem>,
    last_id: i64,
}

/// A chat as a page first sees it.
#[derive(Debug, Serialize)]
pub struct Snapshot {
    pub chat: i64,
    pub messages: Vec<Message>,
    pub topics: Vec<Topic>,
    pub pinned: Vec<(Option<i64>, i64)>,
    pub menu: Vec<MenuItem>,
}

impl Chat {
    /// The next id of this chat; messages and topics share one count, as in Telegram.
    pub fn next_id(&mut self) -> i64 {
        self.last_id += 1;
        self.last_id
    }

    /// Lets the change happen; ids that it names are used from then on.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Message(message) => {
                self.last_id = self.last_id.max(message.id);
                self.messages.insert(message.id, message);
            }
            Change::Dropped { message } => {
                self.last_id = self.last_id.max(message);
                self.messages.remove(&message);
            }
            Change::Topic(topic) => {
                self.last_id = self.last_id.max(topic.id);
                self.topics.insert(topic.id, topic);
            }
            Change::Pinned { topic, message } => {
                self.pinned.insert(topic, message);
            }
            Change::Menu(menu) => self.menu = menu,
        }
    }

    /// What a page that has just opened is shown.
    #[must_use]
    pub fn snapshot(&self, chat: i64) -> Snapshot {
        Snapshot {
            chat,
            messages: self.messages.values().filter(|message| message.kept).cloned().collect(),
            topics: self.topics.values().cloned().collect(),
            pinned: self.pinned.iter().map(|(topic, message)| (*topic, *message)).collect(),
            menu: self.menu.clone(),
        }
    }
}

/// The rows of buttons as the page keeps them.
#[must_use]
pub fn buttons(keys: Vec<Vec<Key>>) -> Vec<Vec<Button>> {
    let button = |key: Key| Button { label: key.label, payload: key.payload };
    keys.into_iter().map(|row| row.into_iter().map(button).collect()).collect()
}
