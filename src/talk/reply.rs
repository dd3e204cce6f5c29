//! What a turn leaves behind to be done: messages, edits and slow work, each one row of the outbox.

use serde::{Deserialize, Serialize};

use super::{Action, ChatKind, Door, Text};
use crate::domain::{Exported, LeadId, MatchId, TableFormat, code_list};

/// A chat, or one topic of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    pub door: Door,
    pub chat: i64,
    pub kind: ChatKind,
    pub topic: Option<i64>,
}

/// Where a reply goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Chat(Address),
    /// The lead's own topic in the staff chat, opened when it is first needed.
    Lead(LeadId),
    /// The staff chat itself, outside every topic.
    Staff,
    /// Nobody: work for the house.
    House,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Button {
    pub label: Text,
    pub action: Action,
}

impl Button {
    #[must_use]
    pub fn new(label: Text, action: Action) -> Self {
        Self { label, action }
    }
}

/// Words with the buttons under them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    pub text: Text,
    pub rows: Vec<Vec<Button>>,
}

impl Message {
    #[must_use]
    pub fn new(text: Text) -> Self {
        Self { text, rows: Vec::new() }
    }

    /// The same message with one more row of buttons.
    #[must_use]
    pub fn row(mut self, buttons: impl IntoIterator<Item = Button>) -> Self {
        let row: Vec<Button> = buttons.into_iter().collect();
        if !row.is_empty() {
            self.rows.push(row);
        }
        self
    }

    /// The same message with each of these buttons in a row of its own.
    #[must_use]
    pub fn column(mut self, buttons: impl IntoIterator<Item = Button>) -> Self {
        self.rows.extend(buttons.into_iter().map(|button| vec![button]));
        self
    }
}

impl From<Text> for Message {
    fn from(text: Text) -> Self {
        Self::new(text)
    }
}

/// Figures to be drawn, in no language yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    pub title: Text,
    pub subtitle: Text,
    pub tiles: Vec<ChartTile>,
    pub groups: Vec<ChartGroup>,
}

/// A figure that is seen first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartTile {
    pub value: Text,
    pub label: Text,
    pub tone: Tone,
}

/// Bars under one title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartGroup {
    pub title: Text,
    pub bars: Vec<(Text, i64)>,
    pub span: Span,
}

code_list! {
    /// How wide a group of bars is drawn.
    Span, "span" { Half = "half", Whole = "whole" }
}

code_list! {
    /// What a figure says at a glance.
    Tone, "tone" { Plain = "plain", Good = "good", Bad = "bad" }
}

/// Slow work that a worker does after the commit; it comes back as [`WorkDone`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Work {
    /// Rebuild the FAQ index from its content and swap it in.
    Reindex { asked_in: Address },
    /// Look at everything that can be wrong with the house.
    Checkup { asked_in: Address },
}

/// What is wrong with the house, each with its cure. Looking takes a while, so it is a [`Work`].
pub type Doctor = std::sync::Arc<dyn Fn() -> super::BoxFuture<'static, Vec<Text>> + Send + Sync>;

/// How slow work ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorkDone {
    Reindexed {
        asked_in: Address,
        added: i64,
        changed: i64,
        removed: i64,
        same: i64,
        warnings: i64,
    },
    /// The content is broken; the old index keeps answering. One line a problem, with file and line.
    ReindexRefused {
        asked_in: Address,
        problems: Vec<String>,
    },
    CheckedUp {
        asked_in: Address,
        faults: Vec<Text>,
    },
}

/// What is to be done at the place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Post {
    Say(Message),
    /// In answer to a message of that chat.
    Answer {
        message: Message,
        to: i64,
    },
    /// Put these words into the place of an earlier message of ours.
    Edit {
        message: Message,
        of: i64,
    },
    /// The lead's pinned card in its topic: posted once, edited ever after.
    Card(Message),
    /// The partner's words, as they appear to staff; a reply to this message goes back to the partner.
    Relay(Message),
    /// Staff's words to the partner; the outcome is told under this message of the lead's topic.
    ToPartner {
        message: Message,
        lead: LeadId,
        receipt_for: i64,
    },
    /// Other words in the place of what was sent to the partner; the outcome is told as with the first.
    Correct {
        message: Message,
        of: i64,
        lead: LeadId,
        receipt_for: i64,
    },
    /// Takes back what was sent to the partner; the outcome is told as with the first.
    Unsay {
        of: i64,
        lead: LeadId,
        receipt_for: i64,
    },
    /// A copy of a message with a file, from another chat of the same door.
    Copy {
        from: Address,
        message: i64,
        /// The lead to which it belongs; none in a row of an older version.
        #[serde(default)]
        lead: Option<LeadId>,
    },
    /// Ends the spinner of a pressed button, with a few words or none.
    Toast {
        callback: String,
        text: Option<Text>,
    },
    CloseTopic,
    ReopenTopic,
    /// Sets the command menu of this chat.
    Menu {
        role: crate::domain::Role,
    },
    Work(Work),
    /// Figures as a picture, with the same figures as text beneath.
    Chart {
        chart: Chart,
        caption: Text,
    },
    /// A file made of text, such as a person's own data.
    Document {
        name: String,
        body: String,
        caption: Text,
    },
    /// A table of this, made when it is sent: what nobody fetched lies nowhere.
    Export {
        what: Exported,
        format: TableFormat,
    },
}

code_list! {
    /// Which messages may pass others when the pace is short.
    Urgency, "urgency" {
        /// Somebody waits for it.
        Now = "now",
        /// Cards, notices, reminders.
        Soon = "soon",
        /// News for many.
        Later = "later",
    }
}

/// One thing to do, somewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    pub place: Place,
    pub post: Post,
    pub urgency: Urgency,
    /// The match that it tells of; it is erased when either side is.
    pub about: Option<MatchId>,
}

impl Reply {
    /// Words for somebody who waits for them.
    #[must_use]
    pub fn say(place: Place, message: impl Into<Message>) -> Self {
        Self { place, post: Post::Say(message.into()), urgency: Urgency::Now, about: None }
    }

    /// Something that can wait a little.
    #[must_use]
    pub fn soon(place: Place, post: Post) -> Self {
        Self { place, post, urgency: Urgency::Soon, about: None }
    }

    /// Something that somebody waits for.
    #[must_use]
    pub fn now(place: Place, post: Post) -> Self {
        Self { place, post, urgency: Urgency::Now, about: None }
    }

    /// The same, telling of this match.
    #[must_use]
    pub fn about(mut self, of: MatchId) -> Self {
        self.about = Some(of);
        self
    }
}
